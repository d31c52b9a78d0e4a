"""The grammar of the command line."""

from __future__ import annotations

import datetime

import pytest

from reader.cli.arguments import COMMANDS, parse


def test_no_word_opens_the_app_where_the_reader_was() -> None:
    options = parse([])

    assert (options.command, options.article) == ("open", None)


@pytest.mark.parametrize("name", ["news.txt", "./list", "-", "1a2b3c4d"])
def test_a_word_that_is_no_command_is_the_article_to_open(name: str) -> None:
    options = parse([name])

    assert (options.command, options.article) == ("open", name)


def test_words_may_stand_behind_options() -> None:
    options = parse(["glossary", "add", "--kind", "place", "Kremlin", "--note", "x", "the Kremlin"])
    assert (options.do, options.words, options.note) == ("add", ["Kremlin", "the Kremlin"], "x")


def test_after_two_hyphens_even_a_command_is_a_file() -> None:
    assert parse(["--", "list"]).article == "list"
    assert parse(["--offline", "--", "-strange.txt"]).article == "-strange.txt"


@pytest.mark.parametrize(
    "argv",
    [
        ["--home", "list", "list"],
        ["list", "--home", "list"],
        ["--home=list", "list"],
        ["--engine", "local", "--home", "list", "--offline", "list"],
    ],
)
def test_global_options_stand_before_or_after_the_command(argv: list[str]) -> None:
    options = parse(argv)

    assert (options.command, options.home) == ("list", "list")


def test_an_option_of_the_command_may_stand_before_it_too() -> None:
    options = parse(["--format", "json", "show", "--width", "40", "news.txt"])

    assert (options.command, options.format, options.width, options.article) == (
        "show",
        "json",
        40,
        "news.txt",
    )


def test_what_is_not_said_has_a_default() -> None:
    options = parse(["show", "x"])

    assert (options.home, options.engine, options.offline) == (None, None, False)
    assert (options.layout, options.entities, options.width, options.format) == (
        "original",
        False,
        None,
        "text",
    )


@pytest.mark.parametrize("day", ["2023-09-15", "15/09/2023"])
def test_a_day_is_read_as_a_day(day: str) -> None:
    assert parse(["add", "x", "--published", day]).published == datetime.date(2023, 9, 15)


@pytest.mark.parametrize(
    "argv",
    [
        ["add"],
        ["search"],
        ["show"],
        ["remove"],
        ["list", "--group", "word"],
        ["one.txt", "two.txt"],
        ["--what"],
        ["list", "--format", "xml"],
        ["list", "--format", "markdown"],
        ["show", "x", "--layout", "upside-down"],
        ["show", "x", "--width", "19"],
        ["show", "x", "--width", "1001"],
        ["show", "x", "--width", "٣٤"],
        ["add", "x", "--published", "tomorrow"],
        ["add", "x", "--published", "2023-02-30"],
        ["add", "x", "--language", "português"],
        ["list", "--hom", "x"],
        ["entities"],
        ["translate"],
        ["translate", "x", "--lines", "-"],
        ["translate", "--lines", "-", "--format", "json"],
        ["entities", "--lines", "-", "--published", "2023-09-15"],
        ["show", "x", "--format", "markdown", "--layout", "side-by-side"],
        ["--home"],
    ],
)
def test_wrong_usage_is_one_line_and_code_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse(argv)

    printed = capsys.readouterr()
    assert leaving.value.code == 2
    assert printed.out == ""
    assert printed.err.startswith("reader: ")
    assert printed.err.count("\n") == 1
    assert "--help" in printed.err


def test_wrong_usage_never_repeats_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["engines", "\x1b]0;owned\x07", "\u202eevil"])

    err = capsys.readouterr().err
    assert all(each.isprintable() for each in err.rstrip("\n"))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        parse([command, "--help"] if command else ["--help"])

    printed = capsys.readouterr()
    assert leaving.value.code == 0
    assert printed.err == ""
    assert printed.out.startswith(f"usage: reader {command}".rstrip())
    assert "--home DIR" in printed.out
    assert max(map(len, printed.out.splitlines())) <= 80


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])

    out = capsys.readouterr().out
    assert all(f"  {name} " in out and what in out for name, what in COMMANDS.items())


@pytest.mark.parametrize("argv", [["--version"], ["list", "--version"]])
def test_the_version(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    from reader import __version__

    with pytest.raises(SystemExit) as leaving:
        parse(argv)

    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"reader {__version__}\n"

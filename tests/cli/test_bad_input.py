"""Whatever comes in: a clear line or the cleaned text, never a traceback, never a control character."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Reader, Result

TEXT = "O presidente chegou a São Paulo. A população não o esperava, mas a recepção foi boa.\n"
ESCAPES = "\x1b[31mO texto\x1b[0m \x1b]52;c;cm0gLXJm\x07 muda \x9b1m de \x9d0;dono\x9c cor\x00\x08\x7f."
BIDI = "Um \u202etexto\u202c \u2066ao\u2069 \u200bcontr\u00e1rio\u200f e \ufeffinvis\u00edvel."
MARKUP = "Um [red]texto[/] com [/] e [@click=app.quit]x[/] dentro."

READABLE = {
    "latin-1": (TEXT.encode("latin-1"), "população"),
    "utf-16": (TEXT.encode("utf-16"), "população"),
    "utf-16 be": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "população"),
    "utf-8 with a mark": (b"\xef\xbb\xbf" + TEXT.encode(), "O presidente"),
    "crlf": (TEXT.replace(" A ", "\r\n\r\nA ").encode(), "população"),
    "nul": (TEXT.replace("boa", "b\x00oa").encode(), "população"),
    "escapes": (ESCAPES.encode(), "muda"),
    "bidi": (BIDI.encode(), "contr\u00e1rio"),
    "markup": (MARKUP.encode(), "[red]texto[/] com [/] e [@click=app.quit]x[/]"),
    "one long line": (TEXT.replace("\n", " ").encode() * 12_000, "população"),
    "no newline and no space": ("ã".encode() * 500_000, "ãã"),
    "a broken byte": (TEXT.encode() * 4 + b"\xc3", "população"),
}
UNREADABLE = {
    "empty": b"",
    "white space": b" \r\n\t\n ",
    "zeros": b"\x00" * 4096,
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
    "an archive": b"PK\x03\x04" + bytes(range(256)) * 4,
    "noise": bytes((n * 7919 + n // 3) % 256 for n in range(4096)),
    "front matter not closed": b"---\ntitle: x\n\nO texto.\n",
    "front matter broken": b"---\ntitle: [x\n: {\n---\n\nO texto.\n",
    "front matter huge": b"---\ntitle: " + b"x" * 200_000 + b"\n---\n\nO texto.\n",
    "front matter deep": b"---\ntitle: " + b"[" * 5_000 + b"\n---\n\nO texto.\n",
    "billion laughs": b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n\nO texto.\n",
    "a tag that would run": b"---\ntitle: !!python/object/apply:os.system ['id']\n---\n\nO texto.\n",
    "escapes in the front matter": b"---\ntitle: \x1b[31m\n  x: [\n---\n\nO texto.\n",
}
COMMANDS = [
    ["show", "FILE"],
    ["show", "FILE", "--format", "json"],
    ["show", "FILE", "--format", "markdown"],
    ["show", "FILE", "--width", "40", "--entities"],
    ["entities", "FILE"],
    ["entities", "FILE", "--format", "json"],
    ["add", "FILE"],
    ["add", "FILE", "--format", "json"],
]


def put(argv: list[str], path: Path) -> list[str]:
    return [str(path) if each == "FILE" else each for each in argv]


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_shown_clean(reader: Reader, tmp_path: Path, name: str) -> None:
    data, words = READABLE[name]
    path = tmp_path / "artigo.md"
    path.write_bytes(data)

    commands = COMMANDS if len(data) < 100_000 else [COMMANDS[0], COMMANDS[2], COMMANDS[-1]]  # which take seconds
    for argv in commands:
        result = reader(*put(argv, path))
        assert result.code == 0, (argv, result.err)
        assert result.is_harmless(), argv

    assert words in reader("show", str(path)).out.replace("\\", "")
    assert words in reader("show", str(path), "--format", "json").json["article"]["body"]


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_is_told_in_one_line(reader: Reader, tmp_path: Path, name: str) -> None:
    path = tmp_path / "artigo.md"
    path.write_bytes(UNREADABLE[name])

    for argv in (*COMMANDS, ["translate", "FILE"], ["FILE"]):
        result = reader(*put(argv, path))
        assert result.is_one_line_of_failure(), (argv, result)
        assert "artigo.md" in result.err
        if argv[0] != "add":
            assert result.raw == b""


@pytest.mark.parametrize("name", UNREADABLE)
def test_the_same_through_a_pipe(reader: Reader, name: str) -> None:
    if "front matter" not in name:  # which is Markdown's, and nothing says that a pipe carries Markdown
        assert reader("show", "-", stdin=UNREADABLE[name]).code in (0, 1)
    assert reader("show", "-", stdin=UNREADABLE[name]).is_harmless()


@pytest.mark.parametrize(
    "name",
    [
        "[red]x[/].txt",
        "[/].txt",
        "[@click=app.quit]x[/].txt",
        "\x1b[31mx\x1b[0m.txt",
        "\u202etxt.exe",
        "a\nb.txt",
        "ção.txt",
    ],
)
def test_hostile_file_names_are_only_names(reader: Reader, tmp_path: Path, name: str) -> None:
    path = tmp_path / name  # where there is a slash in it, half of it names a folder
    empty = tmp_path / f"vazio {name}"
    for each, text in ((path, TEXT), (empty, "")):
        each.parent.mkdir(exist_ok=True)
        each.write_text(text, encoding="utf-8")

    for argv in COMMANDS:
        result = reader(*put(argv, path))
        assert result.code == 0, result.err
        assert result.is_harmless(), argv
    assert reader("show", str(empty)).is_one_line_of_failure()
    assert reader("show", str(path) + "x").is_one_line_of_failure()
    assert reader("entities", "--lines", str(path) + "x").is_one_line_of_failure()


def test_a_name_that_is_no_text_is_only_a_name(process: Reader, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    Path(name).write_text(TEXT, encoding="utf-8")

    shown = process("show", name, "--format", "json")
    added = process("add", name, "--format", "json")
    missing = process("show", name + "x")

    assert "São Paulo" in shown.json["article"]["body"]
    assert added.json[0]["added"] == "new"
    assert missing.is_one_line_of_failure()


@pytest.mark.parametrize("title", ["[red]x[/]", "[/]", "[@click=app.quit]x[/]", "\x1b]0;dono\x07x", "\u202ex", "a\nb"])
def test_hostile_titles_are_only_titles(reader: Reader, tmp_path: Path, title: str) -> None:
    path = tmp_path / "artigo.txt"
    path.write_text(TEXT, encoding="utf-8")

    (row,) = reader("add", str(path), "--title", title, "--format", "json").json

    assert "\n" not in row["title"]
    assert ("[" not in title) or row["title"] == title or "\x1b" in title
    for argv in (["list"], ["search", "população"], ["show", row["id"]], ["show", row["id"], "--format", "markdown"]):
        result = reader(*argv)
        assert result.code == 0
        assert result.is_harmless(), argv
        assert row["title"].replace("[", "").replace("]", "") in result.out.replace("\\", "").replace("[", "").replace(
            "]", ""
        )


def test_a_folder_a_missing_file_and_a_long_name_are_told(reader: Reader, tmp_path: Path) -> None:
    for name in (str(tmp_path), str(tmp_path / "nada.txt"), str(tmp_path / ("x" * 5_000)), "/dev/null"):
        for command in ("show", "add", "entities", "translate"):
            if (command, name) != ("add", str(tmp_path)):  # which takes what is in it
                assert reader(command, name).is_one_line_of_failure(), (command, name)


WEAK = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]


def weakly(*argv: str, files_of: int | None = None) -> Result:
    """Run the command as somebody who must keep to permissions (root need not), or whose files cannot grow."""
    prefix = []
    if os.geteuid() == 0 and files_of is None:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read and write everything, and there is no setpriv to take that away")
        prefix = WEAK

    def limit() -> None:
        if files_of is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (files_of, files_of))

    done = subprocess.run(
        [*prefix, sys.executable, "-m", "reader", *argv],
        capture_output=True,
        check=False,
        timeout=120,
        preexec_fn=limit,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "secreto.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)

    assert weakly("show", str(path)).is_one_line_of_failure()
    assert weakly("entities", "--lines", str(path)).is_one_line_of_failure()


def test_a_home_that_cannot_be_written_is_told_and_files_can_still_be_read(home: Path, news: Path) -> None:
    home.mkdir()
    home.chmod(0o500)

    assert weakly("list").is_one_line_of_failure()
    assert weakly("add", str(news)).is_one_line_of_failure()
    assert weakly("show", str(news)).code == 0


@pytest.mark.engine
def test_without_a_place_to_keep_them_translations_are_still_printed(home: Path, news: Path) -> None:
    home.mkdir()
    home.chmod(0o500)

    result = weakly("show", str(news), "--layout", "english")

    assert result.code == 0
    assert "North Korean" in result.out
    assert result.err.startswith("reader: translations are not kept: ")
    assert result.err.count("\n") == 1


def test_a_library_that_may_only_be_read_is_read(reader: Reader, home: Path, news: Path) -> None:
    (row,) = reader("add", str(news), "--format", "json").json
    data = home / "data"
    for path in data.iterdir():
        path.chmod(0o400)
    data.chmod(0o500)
    try:
        listed = weakly("list")
        added = weakly("remove", row["id"])
    finally:
        data.chmod(0o700)

    assert listed.code == 0
    assert row["title"] in listed.out
    assert added.is_one_line_of_failure()


def test_a_full_disk_loses_nothing_and_says_so(reader: Reader, home: Path, tmp_path: Path) -> None:
    before = reader("list").out
    path = tmp_path / "longo.txt"
    path.write_text("\n\n".join(f"O parágrafo de número {n} é diferente." for n in range(20_000)), encoding="utf-8")

    result = weakly("add", str(path), files_of=(home / "data" / "library.db").stat().st_size)

    assert result.is_one_line_of_failure(), result
    assert reader("list").out == before


def test_a_disk_that_is_full_from_the_start_is_told(home: Path) -> None:
    result = weakly("list", files_of=4096)

    assert result.is_one_line_of_failure(), result


CORRUPT = {
    "text": b"this is no database at all, but some text of which there is quite a lot" * 20,
    "short": b"SQLite format 3\x00",
    "zeros": b"\x00" * 8192,
}


@pytest.mark.parametrize("name", CORRUPT)
def test_a_library_that_is_none_is_told_and_left_alone(reader: Reader, home: Path, news: Path, name: str) -> None:
    (home / "data").mkdir(parents=True)
    library = home / "data" / "library.db"
    library.write_bytes(CORRUPT[name])

    for argv in (["list"], ["search", "x"], ["add", str(news)], ["remove", "abcd"], ["show", "abcd"]):
        result = reader(*argv)
        assert result.is_one_line_of_failure(), (argv, result)
    assert reader("show", str(news)).code == 0
    assert library.read_bytes() == CORRUPT[name]


def test_a_library_damaged_in_the_middle_is_told(reader: Reader, home: Path, news: Path) -> None:
    (row,) = reader("add", str(news), "--format", "json").json
    library = home / "data" / "library.db"
    for log in home.glob("data/library.db-*"):
        log.unlink()
    data = bytearray(library.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 200] = b"\xa5" * 200
    library.write_bytes(data)

    for argv in (["list"], ["search", "kim"], ["show", row["id"]], ["add", str(news)]):
        result = reader(*argv)
        assert result.is_one_line_of_failure(), (argv, result)


def test_a_wrong_configuration_is_told_where_it_is_needed(reader: Reader, home: Path, news: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('engine = "\u202enada"\n', encoding="utf-8")

    result = reader("translate", str(news))

    assert result.is_one_line_of_failure()
    assert "config.toml, line 1" in result.err
    assert reader("show", str(news)).code == 0

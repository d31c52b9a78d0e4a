"""What the command line says to a person, in the person's language; what it says to a program, in none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.locations import locate
from tests.cli.conftest import Reader

ARTICLE = "O presidente Itamar Franco visitou Lisboa. Itamar falou pouco.\n"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "visita.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def portuguese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "pt_BR.UTF-8")


@pytest.mark.usefixtures("portuguese")
def test_results_are_in_portuguese(reader: Reader, article: str) -> None:
    assert reader("add", article).out.startswith("adicionado: ")
    assert reader("add", article).out.startswith("já estava na biblioteca: ")
    assert "9 palavras" in reader("show", article).out
    named = reader("entities", article).out
    assert "Pessoas (1)" in named
    assert "; também Itamar" in named
    assert reader("search", "zzqq").err.startswith("reader: nada encontrado")
    assert "## Quem, onde e quando" in reader("show", article, "--entities", "--format", "markdown").out
    identity = reader("add", article, "--format", "json").json[0]["id"]
    assert reader("remove", identity).out.startswith("removido: ")


def test_what_is_for_programs_is_the_same_in_every_language(
    reader: Reader, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = [
        ("add", article, "--format", "json"),
        ("entities", article, "--format", "json"),
        ("show", article, "--format", "json"),
        ("entities", "--lines", article),
    ]
    english = [reader(*command).raw for command in commands[1:]]
    monkeypatch.setenv("LANG", "pt_BR.UTF-8")
    assert [reader(*command).raw for command in commands[1:]] == english
    assert json.loads(reader(*commands[0]).raw)[0]["added"] == "new"


def test_the_configuration_says_the_language_and_a_broken_one_stops_nobody_who_needs_none(
    reader: Reader, article: str
) -> None:
    config = locate().config_file
    config.parent.mkdir(parents=True)
    config.write_text('language = "pt_BR"\n', encoding="utf-8")
    assert reader("add", article).out.startswith("adicionado: ")
    config.write_text("language = \n", encoding="utf-8")
    result = reader("add", article)
    assert result.out.startswith("already there: ")
    assert result.code == 0


def test_the_command_line_tells_it_in_its_language(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pt_BR.UTF-8")
    assert "não existe esse arquivo" in reader("show", "./nada.txt").err
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "there is no such file" in reader("show", "./nada.txt").err

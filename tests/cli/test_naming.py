"""Names that only a translation can put into English, on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Reader

TEXT = "O Conselho Federal de Medicina respondeu em Brasília ao Sindicato dos Jornalistas."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "conselho.txt"
    path.write_text(f"Resposta\n\n{TEXT}\n", encoding="utf-8")
    return path


@pytest.mark.engine
def test_a_translated_name_is_marked_and_kept(reader: Reader, text: Path) -> None:
    found = {each["name"]: each for each in reader("entities", str(text), "--format", "json").json["entities"]}
    council = found["Conselho Federal de Medicina"]

    assert council["english_from"] == "translated"
    assert council["english"] == "Federal Council of Medicine"
    assert "Conselho Federal de Medicina · ~Federal Council of Medicine" in reader("entities", str(text)).out


@pytest.mark.engine
def test_the_entities_of_show_have_it_too(reader: Reader, text: Path) -> None:
    shown = reader("show", str(text), "--entities", "--layout", "original", "--format", "json").json["entities"]
    assert "translated" in {each["english_from"] for each in shown}


def test_where_no_engine_runs_the_name_stays(reader: Reader, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.translation.local.installed", lambda: False)

    result = reader("entities", str(text), "--format", "json")

    found = {each["name"]: each for each in result.json["entities"]}
    assert found["Conselho Federal de Medicina"]["english"] is None
    assert result.err == ""


def test_a_library_that_cannot_be_opened_stops_nothing(reader: Reader, text: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "data").write_text("a file where a folder should be", encoding="utf-8")

    result = reader("--home", str(home), "entities", str(text))

    assert result.code == 0
    assert "Conselho Federal de Medicina" in result.out

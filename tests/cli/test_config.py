"""config: what holds, where each value comes from, and what is wrong with the keys."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articles.database import Database
from reader.cli.compose import migrations
from reader.positions import Positions
from tests.cli.conftest import Reader

WRITTEN = """measure = 80
language = ""
[feeds]
refresh_minutes = 30
[keys]
english = ["t",
  "f2"]
line_down = "t"
[engines.openai]
url = "https://models.example/v1"
"""


def home() -> Path:
    return Path(os.environ["READER_HOME"])


def settings(reader: Reader, *words: str) -> dict[str, dict[str, object]]:
    result = reader("config", "--format", "json", *words)
    assert (result.code, result.err) == (0, "")
    return {each["name"]: each for each in result.json["settings"]}


@pytest.fixture
def file(reader: Reader) -> Path:
    path = home() / "config" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_without_a_file_all_is_as_it_comes(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    found = settings(reader)

    assert {each["from"] for each in found.values()} == {"default"}
    assert (found["engine"]["value"], found["measure"]["value"]) == ("local", 72)
    assert not (home() / "data").exists()  # asking makes nothing


def test_each_value_says_where_it_comes_from(reader: Reader, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pt_BR.UTF-8")
    found = settings(reader, "--engine", "google", "--offline")

    assert found["engine"] == {"name": "engine", "value": "google", "from": "option", "line": None, "by": "--engine"}
    assert (found["offline"]["value"], found["offline"]["by"]) == (True, "--offline")
    assert (found["measure"]["value"], found["measure"]["from"], found["measure"]["line"]) == (80, "file", 1)
    assert (found["language"]["value"], found["language"]["from"], found["language"]["by"]) == (
        "pt_BR",
        "environment",
        "LC_ALL",
    )
    assert (found["feeds.refresh_minutes"]["value"], found["feeds.refresh_minutes"]["line"]) == (30, 4)
    assert (found["keys.english"]["value"], found["keys.english"]["line"]) == (["t", "f2"], 6)
    assert found["engines.openai.url"]["line"] == 10


def test_what_was_changed_while_reading_wins_over_the_file(reader: Reader, file: Path) -> None:
    library = home() / "data" / "library.db"
    library.parent.mkdir(parents=True)
    database = Database(library, migrations())
    Positions(database).remember("measure", 64)
    database.close()

    found = settings(reader)["measure"]
    assert (found["value"], found["from"], found["line"]) == (64, "remembered", 1)
    text = reader("config").out
    assert "as it was left while reading, instead of line 1" in text


def test_wrong_keys_are_named(reader: Reader, file: Path) -> None:
    result = reader("config")

    assert result.code == 0
    assert "keys.english: 't' also means 'line_down'" in result.out
    assert str(file) in result.out


def test_a_mistake_in_the_file_is_told_with_its_line(reader: Reader, file: Path) -> None:
    file.write_text("measure = 80\nmesure = 2\n", encoding="utf-8")
    result = reader("config")

    assert result.code == 1
    assert f"{file}, line 2: 'mesure' is not a setting" in result.err

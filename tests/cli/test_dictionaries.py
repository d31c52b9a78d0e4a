"""The commands ``dictionaries`` and ``word``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli.main import main
from tests.dictionary.making import stardict


def test_a_dictionary_is_added_listed_asked_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dictionaries", "add", str(stardict(tmp_path / "in")), str(tmp_path / "nothing")]) == 1
    out, err = capsys.readouterr()
    assert "8 entries" in out
    assert "there is no file" in err
    assert main(["dictionaries", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["dictionaries"]
    assert (row["short"], row["kind"], row["entries"]) == ("d", "stardict", 8)
    assert main(["word", "casas", "--in", "As casas altas."]) == 0
    assert "home & family" in capsys.readouterr().out
    assert main(["word", "entregá-lo-ia", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["lemmas"] == ["entregar"]
    assert [each["form"] for each in said["parts"]] == ["entregaria", "o", "ia"]
    assert main(["dictionaries", "remove", "d"]) == 0
    capsys.readouterr()
    assert main(["word", "apesar", "--in", "Apesar das chuvas."]) == 0
    out, err = capsys.readouterr()
    assert "despite" in out
    assert "reader dictionaries add FILE" in err


def test_a_sentence_without_the_word_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["word", "casa", "--in", "Nada disso."]) == 1
    assert "does not hold" in capsys.readouterr().err

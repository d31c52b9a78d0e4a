"""entities: who, where and when, as text and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.errors import StorageError
from reader.cli.compose import Composition
from reader.cli.entities import entities_of
from reader.cli.sources import find
from reader.entities.model import Kind
from reader.entities.store import AnalysisStore
from reader.locations import locate
from tests.cli.conftest import Reader

KINDS = {kind.value for kind in Kind}


def test_json_is_exactly_as_promised(reader: Reader, news: Path) -> None:
    found = reader("entities", str(news), "--format", "json").json

    article = found["article"]
    assert set(found) == {"article", "entities"}
    assert set(article) == {
        "id", "title", "byline", "source", "url", "published", "moment", "language", "tags", "words", "body",
    }  # fmt: skip
    for each in found["entities"]:
        assert set(each) == {
            "name", "kind", "english", "english_from", "role", "roles", "date", "precision", "doubt", "value",
            "aliases", "mentions",
        }  # fmt: skip
        assert each["kind"] in KINDS
        assert each["mentions"]
        for mention in each["mentions"]:
            assert set(mention) == {"start", "end", "text"}
            assert article["body"][mention["start"] : mention["end"]] == mention["text"]


def test_names_are_merged_and_dates_resolved(reader: Reader, news: Path) -> None:
    by_name = {each["name"]: each for each in reader("entities", str(news), "--format", "json").json["entities"]}

    assert len(by_name["Kim Jong Un"]["mentions"]) == 2
    assert by_name["Kim Jong Un"]["aliases"] == ["Kim"]
    assert "2023-09-13" in {each["date"] for each in by_name.values()}


def test_the_day_given_is_the_one_counted_from(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "sem data.txt"
    path.write_text("Kim chegou nesta quarta-feira (13) a Moscou.", encoding="utf-8")

    found = reader("entities", str(path), "--published", "2023-09-15", "--format", "json").json

    assert found["article"]["published"] == "2023-09-15"
    assert "2023-09-13" in {each["date"] for each in found["entities"]}


def test_the_day_given_holds_for_a_stored_article_without_changing_it(reader: Reader, news: Path) -> None:
    (row,) = reader("add", str(news), "--format", "json").json

    found = reader("entities", row["id"], "--published", "2024-09-13", "--format", "json").json

    assert found["article"]["published"] == "2024-09-13"
    assert reader("show", row["id"], "--format", "json").json["article"]["published"] == "2023-09-15"


def test_text_is_grouped_by_kind_with_counts(reader: Reader, news: Path) -> None:
    lines = reader("entities", str(news)).out.splitlines()

    people = lines.index("People (2)")
    assert lines[people + 1].startswith("  Kim Jong Un")
    assert lines[people + 1].endswith("(2); also Kim")
    assert any(line.startswith("Places (") for line in lines)
    assert any("2023-09-13" in line for line in lines)


def test_an_article_of_nothing_but_small_words_is_no_failure(reader: Reader) -> None:
    result = reader("entities", "-", stdin="não há nada para ver aqui, nem ali.".encode())

    assert (result.code, result.out) == (0, "")
    assert "nothing found" in result.err


def test_a_stored_article_is_analysed_once(reader: Reader, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = reader("add", str(news), "--format", "json").json
    first = reader("entities", row["id"]).out

    def never(*_: object) -> None:
        raise AssertionError("analysed again")

    monkeypatch.setattr("reader.entities.analysis.analyse", never)

    assert reader("entities", row["id"]).out == first
    assert reader("show", row["id"], "--entities").code == 0


def test_a_disk_that_is_full_keeps_nobody_from_reading_and_is_told(
    reader: Reader, news: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (row,) = reader("add", str(news), "--format", "json").json

    def full(*_: object) -> None:
        raise StorageError("the library has no room on the disk", "free some space")

    monkeypatch.setattr(AnalysisStore, "put", full)
    parts = Composition(locate())
    try:
        found = entities_of(find(row["id"], parts), parts, stored=True)
    finally:
        parts.close()

    assert "Kim Jong Un" in {each.name for each in found}
    assert capsys.readouterr().err.startswith("reader: what was found is not kept: the library has no room")


def test_a_sum_is_told_in_the_language_of_the_interface(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "contas.txt"
    path.write_text("A obra custou R$ 3,5 milhões e durou mais de duas horas.", encoding="utf-8")

    said = reader("entities", str(path)).out

    assert "R$ 3,5 milhões · R$3.5 million" in said
    assert "mais de duas horas · more than 2 hours" in said


def test_the_doubt_about_a_date_is_told_in_words(reader: Reader, tmp_path: Path) -> None:
    text = tmp_path / "doubt.txt"
    text.write_text("Pagou em 31 de abril. A terça-feira (13) foi calma.", "utf-8")
    out = reader("entities", str(text), "--published", "2023-09-15").out
    assert "31 de abril · the calendar has no such day" in out
    assert "terça-feira (13) · the day of the week and the number contradict the calendar" in out

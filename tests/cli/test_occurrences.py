"""entities --all, entities NAME and timeline: the library's entities, where they occur, and what happened when."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from reader.cli import names
from reader.entities.timeline import period, place_of
from tests.cli.conftest import Reader

SECOND = """\
---
title: Putin fica em casa
published: 2023-09-20
---

O presidente Vladimir Putin ficou em Moscou na segunda-feira (18). Em 2019, Vladimir Putin viajou bem pouco de avião.
"""


@pytest.fixture
def library(reader: Reader, news: Path, tmp_path: Path) -> list[str]:
    """The ids of two articles that both speak of Putin; the bundled ones are taken out."""
    rows = reader("list", "--format", "json").json
    reader("remove", *[row["id"] for row in rows])
    second = tmp_path / "segunda.md"
    second.write_text(SECOND, encoding="utf-8")
    return [row["id"] for row in reader("add", str(news), str(second), "--format", "json").json]


def test_the_librarys_entities_with_their_counts(reader: Reader, library: list[str]) -> None:
    found = reader("entities", "--all", "--format", "json").json

    assert found["unread"] == 0
    assert set(found["entities"][0]) == {"name", "kind", "english", "articles", "mentions"}
    by_name = {each["name"]: each for each in found["entities"]}
    assert (by_name["Vladimir Putin"]["articles"], by_name["Vladimir Putin"]["mentions"]) == (2, 4)
    assert by_name["Kim Jong Un"]["articles"] == 1
    weights = [each["mentions"] for each in found["entities"]]
    assert weights == sorted(weights, reverse=True)


def test_of_a_kind_and_no_more_than_asked_for(reader: Reader, library: list[str]) -> None:
    people = reader("entities", "--all", "--kind", "person", "--format", "json").json["entities"]
    assert {each["kind"] for each in people} == {"person"}
    lines = reader("entities", "--all", "--limit", "1").out.splitlines()
    assert len(lines) == 1
    assert lines[0].split() == ["4", "2", "person", "Vladimir", "Putin"]


@pytest.mark.parametrize("name", ["Vladimir Putin", "VLADIMIR PUTIN", "putin"])
def test_where_a_name_occurs(reader: Reader, library: list[str], name: str) -> None:
    (found,) = reader("entities", name, "--format", "json").json["entities"]

    places = found["occurrences"]
    assert [each["article"]["id"] for each in places] == [library[1], library[0]], "newest first"
    assert [len(each["mentions"]) for each in places] == [2, 2]
    assert places[0]["mentions"][1]["sentence"] == "Em 2019, Vladimir Putin viajou bem pouco de avião."
    lines = reader("entities", name).out.splitlines()
    assert lines[0] == "Vladimir Putin · person (2 articles, 4 mentions)"
    assert lines[1] == f"  {library[1][:8]}  2023-09-20  Putin fica em casa (2)"
    assert "      Em 2019, Vladimir Putin viajou bem pouco de avião." in lines


def test_an_english_name_works_too(reader: Reader, library: list[str]) -> None:
    assert reader("entities", "moscow").out.startswith("Moscou · Moscow · place")


def test_what_is_left_out_is_said(reader: Reader, library: list[str]) -> None:
    result = reader("entities", "putin", "--limit", "1")
    assert "Putin fica em casa" in result.out
    assert "1 more article; --limit shows it" in result.err


def test_a_name_that_is_nowhere(reader: Reader, library: list[str]) -> None:
    result = reader("entities", "Fulano de Tal")
    assert result.is_one_line_of_failure()
    assert "'Fulano de Tal'" in result.err
    assert reader("entities", "putin", "--kind", "place").code == 1


def test_many_unread_articles_are_told_and_read_when_asked(
    reader: Reader, library: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "FEW", 1)
    result = reader("entities", "--all", "--format", "json")
    assert result.json == {"entities": [], "unread": 2}
    assert "2 articles are not read for names yet" in result.err
    assert "--read" in result.err
    result = reader("entities", "--all", "--read", "--format", "json")
    assert result.json["unread"] == 0
    assert result.json["entities"]
    assert result.err == ""


def test_the_timeline_of_the_library(reader: Reader, library: list[str]) -> None:
    found = reader("timeline", "--format", "json").json["timeline"]

    assert [each["date"] for each in found] == ["2019", "2023-09-13", "2023-09-15", "2023-09-18"]
    keys = {"date", "precision", "doubt", "text", "start", "end", "sentence", "article", "others"}
    assert set(found[0]) == keys
    assert found[0]["article"] == {
        "id": library[1],
        "title": "Putin fica em casa",
        "source": None,
        "published": "2023-09-20",
    }
    assert found[0]["precision"] == "year"
    lines = reader("timeline").out.splitlines()
    assert (
        lines[0] == f"2019  Em 2019, Vladimir Putin viajou bem pouco de avião.  [{library[1][:8]} Putin fica em casa]"
    )


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        (["--after", "2023"], ["2023-09-13", "2023-09-15", "2023-09-18"]),
        (["--after", "2023-09-14", "--before", "2023-09-15"], ["2023-09-15"]),
        (["--before", "2022-12"], ["2019"]),
        (["--limit", "2"], ["2019", "2023-09-13"]),
        (["--entity", "putin"], ["2019", "2023-09-13", "2023-09-18"]),
        (["--entity", "Kim Jong Un"], ["2023-09-13", "2023-09-15"]),
        (["--after", "2030"], []),
    ],
)
def test_a_part_of_the_timeline(reader: Reader, library: list[str], options: list[str], dates: list[str]) -> None:
    result = reader("timeline", *options)
    assert [line.split()[0] for line in result.out.splitlines()] == dates
    assert bool(result.err) == (not dates)


def test_the_timeline_of_a_file_and_of_an_article(reader: Reader, library: list[str], news: Path) -> None:
    lines = reader("timeline", str(news), library[1]).out.splitlines()
    assert [line.split()[0] for line in lines] == ["2019", "2023-09-13", "2023-09-15", "2023-09-18"]


def test_no_such_name_in_the_timeline(reader: Reader, library: list[str]) -> None:
    assert reader("timeline", "--entity", "Fulano").is_one_line_of_failure()


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2019", (2019, 1, 1), (2019, 12, 31)),
        ("2023-09", (2023, 9, 1), (2023, 9, 31)),
        ("2023-09-13", (2023, 9, 13), (2023, 9, 13)),
        ("1990/1999", (1990, 1, 1), (1999, 12, 31)),
        ("-0499/-0400", (-499, 1, 1), (-400, 12, 31)),
    ],
)
def test_the_days_of_a_date(date: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert period(date) == (first, last)


def test_what_is_longer_stands_before_what_begins_with_it() -> None:
    dates = ["-0043", "1990/1999", "1990", "1990-01", "1990-01-01", "1990-01-02", "1990-02", "1991"]
    assert sorted(set(dates), key=place_of) == dates


COPY = (
    SECOND.replace("Putin fica em casa", "Putin não viaja")
    .replace("2023-09-20", "2023-09-21")
    .replace(" Em 2019", "\n\nEm 2019")
)


@pytest.fixture
def copied(reader: Reader, library: list[str], tmp_path: Path) -> str:
    """The id of a third article, with the sentences of the second one."""
    path = tmp_path / "copia.md"
    path.write_text(COPY.replace("segunda-feira (18)", "segunda-feira, dia 18 de setembro"), encoding="utf-8")
    return reader("add", str(path), "--format", "json").json[0]["id"]


def test_a_sentence_that_agencies_copied_is_told_once_and_counted(
    reader: Reader, library: list[str], copied: str
) -> None:
    first = reader("timeline", "--format", "json").json["timeline"][0]
    assert first["article"]["id"] == library[1], "of the article that was published first"
    assert [each["article"]["id"] for each in first["others"]] == [copied]
    assert reader("timeline").out.startswith(
        "2019 (in 1 more article)  Em 2019, Vladimir Putin viajou bem pouco de avião."
    )


def test_the_timeline_of_what_a_search_finds(reader: Reader, library: list[str]) -> None:
    lines = reader("timeline", "--query", "casa").out.splitlines()
    assert [line.split()[0] for line in lines] == ["2019", "2023-09-18"]
    assert reader("timeline", "--query", "casa", "--entity", "Kim Jong Un").out == ""
    assert reader("timeline", library[0], "--query", "casa").code == 2


def test_the_timeline_as_a_table_and_as_markdown(reader: Reader, library: list[str]) -> None:
    heads, first, *rest = csv.reader(io.StringIO(reader("timeline", "--format", "csv").out))
    told = dict(zip(heads, first, strict=True))
    assert (told["date"], told["text"], told["copies"]) == ("2019", "2019", "0")
    assert (told["title"], told["published"], told["id"]) == ("Putin fica em casa", "2023-09-20", library[1])
    assert len(rest) == 3
    text = reader("timeline", "--format", "markdown", "--limit", "1").out
    said = "- Em 2019, Vladimir Putin viajou bem pouco de avião."
    said += f" (*Putin fica em casa*, 2023-09-20, `{library[1][:8]}`)"
    assert text.splitlines() == ["## 2019", "", said]


def test_the_english_of_a_timeline_is_what_was_kept(reader: Reader, library: list[str]) -> None:
    sentence = "Em 2019, Vladimir Putin viajou bem pouco de avião."
    reader("edit", "set", sentence, "In 2019 Putin travelled little.")
    (found,) = reader("timeline", library[1], "--english", "--limit", "1", "--format", "json").json["timeline"]
    assert found["english"] == {"text": "In 2019 Putin travelled little.", "origin": "human", "engine": "human"}
    text = reader("timeline", library[1], "--english", "--limit", "1").out.splitlines()
    assert text[1] == "      In 2019 Putin travelled little. [human, human]"

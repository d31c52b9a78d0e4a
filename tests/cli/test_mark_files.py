"""The command ``marks``: listing, exporting as Markdown and JSON, and taking in what was exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from articles.marks import Marks
from articles.model import Article, Span
from reader.cli.compose import Composition
from reader.locations import locate
from tests.cli.conftest import Reader

BODY = "Choveu *muito* em Lisboa. O rio subiu.\n\nNinguém se feriu. Acabou."
URL = "https://exemplo.pt/chuva"
ARTICLE = Article(title="A chuva_ \x1b[2J", body=BODY, source="O Diário", url=URL)
NASTY = "ver <b>mapa</b>\n# não é título \x1b[31m\u202e"


def marked(marks: Marks, quote: str, **said: str) -> None:
    start = BODY.index(quote)
    marks.say(ARTICLE.id, Span(start, start + len(quote)), quote, **said)


@pytest.fixture
def parts(home: Path) -> Composition:
    """The library under ``READER_HOME``, with an article that has two marks, and one of another."""
    parts = Composition(locate(str(home)))
    parts.articles.add(ARTICLE)
    marked(parts.marks, "Choveu *muito* em Lisboa.", colour="red", note=NASTY)
    marked(parts.marks, "Ninguém se feriu.", colour="green")
    other = parts.articles.get(parts.articles.summaries(parts.articles.keys(limit=2))[1].id)
    assert other.id != ARTICLE.id
    parts.marks.say(other.id, Span(0, 20), other.body[:20])
    return parts


@pytest.fixture
def filled(parts: Composition, reader: Reader) -> Reader:
    parts.close()
    return reader


def test_marks_are_listed_by_article_colour_day_note_and_query(filled: Reader) -> None:
    listed = filled("marks", "list")
    assert (listed.code, listed.is_harmless()) == (0, True)
    assert "  red · " in listed.out
    assert "ver <b>mapa</b> # não é título" in listed.out
    assert len(filled("marks", "list", "--format", "json").json) == 3

    def quotes(*words: str) -> list[str]:
        return [each["quote"] for each in filled("marks", "list", "--format", "json", *words).json]

    assert quotes("--article", ARTICLE.id[:8]) == ["Choveu *muito* em Lisboa.", "Ninguém se feriu."]
    assert quotes("--colour", "verde") == ["Ninguém se feriu."]
    assert quotes("--noted") == ["Choveu *muito* em Lisboa."]
    assert quotes("--since", "2999-01-01") == quotes("--lost") == []
    assert quotes("title:chuva", "--since", "2020-01-01", "--colour", "green") == ["Ninguém se feriu."]
    assert "Ninguém se feriu." not in quotes("-title:chuva")
    assert filled("marks", "list", "--lost").err == "reader: nothing is marked so\n"
    assert filled("marks", "list", "nada:x").is_one_line_of_failure()
    assert filled("marks", "list", "--colour", "pink").code == 2
    assert filled("marks", "import").code == filled("marks", "list", "--force").code == 2
    assert filled("marks", "export", "-o", "").code == filled("marks", "list", "--format", "markdown").code == 2


def test_as_markdown_they_have_their_article_note_and_the_english_that_is_kept(filled: Reader, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("source,target\nNinguém se feriu.,Nobody was *hurt*.\n", encoding="utf-8")
    assert filled("memory", "import", str(pairs), "--origin", "human").code == 0
    out = filled("marks", "export", "--article", ARTICLE.id)
    assert out.is_harmless()
    lines = out.out.splitlines()
    assert lines[:5] == ["# Marks and notes", "", "## A chuva\\_ \ufffd", "", lines[4]]
    assert lines[4].startswith("O Diário · ")
    assert lines[4].endswith(f" · <{URL}>")
    assert "> Choveu \\*muito\\* em Lisboa." in lines
    assert "\\# não é título \ufffd\ufffd" in lines, "no heading of the note's own"
    assert "*Nobody was \\*hurt\\*.* (human)" in lines
    file = tmp_path / "marcas.md"
    assert filled("marks", "export", "-o", str(file)).out == f"wrote 3 marks: {file}\n"
    there = filled("marks", "export", "-o", str(file), "noted")
    assert there.is_one_line_of_failure()
    assert filled("marks", "export", "-o", str(file), "--force", "--noted").code == 0
    assert file.read_text(encoding="utf-8").count("\n> — ") == 1


def test_what_was_exported_comes_back_where_its_words_are(filled: Reader, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "marcas.json"
    assert filled("marks", "export", "-o", str(file)).code == 0
    before = json.loads(file.read_text(encoding="utf-8"))["marks"]
    assert filled("marks", "import", str(file)).out == "0 marks added, 3 there already\n"
    parts = Composition(locate(str(home)))
    for each in parts.marks.listed():
        parts.marks.remove(each.mark.number)
    newer = Article(title="A chuva", url=URL, body="Atualizado. " + BODY.replace("Ninguém se feriu. ", ""))
    parts.articles.add(newer)
    parts.close()
    told = filled("marks", "import", str(file), "--format", "json").json
    assert (told["new"], told["there"], told["lost"], told["without"]) == (3, 0, 0, 0)
    after = filled("marks", "list", "--format", "json").json
    at = {each["quote"]: each for each in after}
    moved = at["Choveu *muito* em Lisboa."]
    assert (moved["article"]["id"], moved["start"], moved["colour"]) == (newer.id, 12, "red")
    (told,) = [each for each in before if each["quote"] == moved["quote"]]
    assert (moved["note"], moved["made"]) == (told["note"], told["made"])
    lost = at["Ninguém se feriu."]
    assert (lost["article"]["id"], lost["article"]["older"], bool(lost["lost"])) == (ARTICLE.id, True, True)
    assert [each["quote"] for each in filled("marks", "list", "--lost", "--format", "json").json] == [lost["quote"]]
    by_query = filled("marks", "list", "Atualizado", "--format", "json").json
    assert {each["quote"] for each in by_query} == {moved["quote"], lost["quote"]}, "also what the article lost"
    assert "the newer version does not have these words" in filled("marks", "export", "--lost").out
    assert filled("marks", "import", str(file)).out == "0 marks added, 3 there already\n"


def test_a_file_of_marks_is_not_trusted_and_yours_stay(filled: Reader) -> None:
    def given(*told: Any, more: tuple[str, ...] = ()) -> str:
        result = filled("marks", "import", "-", *more, stdin=json.dumps({"marks": told}).encode())
        assert result.is_harmless()
        return result.out

    mark = {"article": {"id": "f" * 64, "url": URL, "title": "t"}, "quote": "Ninguém se feriu.", "colour": "blue"}
    around = {"prefix": "subiu.\n\n", "suffix": " Acabou."}
    assert given({**mark, **around, "note": "n"}) == (
        "0 marks added, 1 marked otherwise by you, which stays; --force takes the file's\n"
    )
    assert given({**mark, **around, "note": "n"}, more=("--force",)) == "0 marks added, 1 replaced\n"
    assert given({**mark, "quote": "Nada \x07 disto.", "note": 3}, {**mark, "article": "0" * 64}, 7, {}, None) == (
        "0 marks added, 1 whose words are not found, 1 without their article, 3 that are no marks\n"
        "  not found: t: Nada \ufffd disto.\n  no article: : Ninguém se feriu.\n"
    )
    many = given(*[{**mark, "quote": f"Nada {number} aqui está escrito assim"} for number in range(7)])
    assert many.endswith("  and 2 more\n")
    nasty = {**mark, "quote": "Acabou.", "prefix": "\ud800", "start": -1, "note": "\ud800", "made": "x", "first": []}
    assert given({**nasty, "prefix": "Ninguém se feriu. ", "colour": "pink"}) == "1 mark added\n"
    for bad in (b"[" * 100_000, b"\xff", b"{}", b"1", b""):
        assert filled("marks", "import", "-", stdin=bad).is_one_line_of_failure()
    assert filled("marks", "import", "nowhere.json").is_one_line_of_failure()

"""Colours, notes, lists, undoing, and marks that a newer version lost."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.anchoring import Words
from articles.database import Database
from articles.errors import ArticleNotFound, Problem
from articles.marks import LONGEST_NOTE, Brought, Marks
from articles.migrations import MIGRATIONS
from articles.model import Article, Span
from articles.sqlite import SQLiteArticles

URL = "https://exemplo.pt/noticia"
BODY = "Choveu em Lisboa. O rio subiu. Ninguém se feriu. O rio subiu. Acabou."
ARTICLE = Article(title="A chuva", body=BODY, url=URL)
RIVER, NOBODY = Span(18, 30), Span(31, 48)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", MIGRATIONS) as database:
        SQLiteArticles(database).add(ARTICLE)
        yield database


@pytest.fixture
def marks(library: Database) -> Marks:
    return Marks(library)


def newer(library: Database, body: str) -> Article:
    article = Article(title="A chuva", body=body, url=URL)
    SQLiteArticles(library).add(article)
    return article


def said(marks: Marks, article: Article = ARTICLE) -> list[tuple[str, str, str]]:
    return [(mark.quote, mark.colour, mark.note) for mark in marks.of(article.id)]


def test_a_note_makes_the_mark_it_needs_and_all_is_undone_step_by_step(marks: Marks) -> None:
    marks.say(ARTICLE.id, RIVER, RIVER.of(BODY), note="ver mapa\nurgente")
    marks.say(ARTICLE.id, RIVER, RIVER.of(BODY), colour="blue")
    assert marks.say(ARTICLE.id, RIVER, RIVER.of(BODY), colour="blue").colour == "blue", "nothing new"
    assert said(marks) == [("O rio subiu.", "blue", "ver mapa\nurgente")]
    assert not marks.toggle(ARTICLE.id, RIVER, RIVER.of(BODY))
    assert marks.last_done(ARTICLE.id) is not None
    assert marks.undo(ARTICLE.id).after is not None
    assert said(marks) == [("O rio subiu.", "blue", "ver mapa\nurgente")]
    marks.undo(ARTICLE.id)
    assert said(marks) == [("O rio subiu.", "yellow", "ver mapa\nurgente")]
    assert marks.undo(ARTICLE.id).after is None
    assert said(marks) == []
    with pytest.raises(Problem, match="no mark to undo"):
        marks.undo(ARTICLE.id)
    marks.redo(ARTICLE.id)
    marks.redo()
    assert said(marks) == [("O rio subiu.", "blue", "ver mapa\nurgente")]
    marks.toggle(ARTICLE.id, NOBODY, NOBODY.of(BODY), "green")
    with pytest.raises(Problem, match="do again"):
        marks.redo(ARTICLE.id)
    assert marks.last_undone(ARTICLE.id) is None


def test_by_their_numbers_marks_are_taken_away_and_get_other_notes(marks: Marks) -> None:
    number = marks.say(ARTICLE.id, RIVER, RIVER.of(BODY), colour="no colour").number
    marks.rewrite(number, "outra")
    marks.rewrite(9999, "nada")
    with pytest.raises(Problem, match="more than"):
        marks.rewrite(number, "n" * (LONGEST_NOTE + 1))
    assert said(marks) == [("O rio subiu.", "yellow", "outra")]
    assert marks.remove(number) is not None
    assert marks.remove(number) is None
    assert said(marks) == []
    with pytest.raises(Problem, match="the note has more"):
        marks.say(ARTICLE.id, RIVER, RIVER.of(BODY), note="x" * (LONGEST_NOTE + 1))


def test_what_a_newer_version_lost_is_listed_kept_and_put_where_the_reader_says(
    library: Database, marks: Marks
) -> None:
    number = marks.say(ARTICLE.id, NOBODY, NOBODY.of(BODY), note="bom").number
    article = newer(library, BODY.replace("Ninguém se feriu.", "Dois homens morreram."))
    assert marks.of(article.id) == []
    (lost,) = marks.listed(article.id)
    assert (lost.mark.quote, lost.mark.article, lost.older, bool(lost.mark.lost)) == (
        NOBODY.of(BODY),
        ARTICLE.id,
        True,
        True,
    )
    assert [each.mark.number for each in marks.listed()] == [number]
    at = article.body.index("Dois")
    marks.attach(number, article.id, Span(at, at + 20), article.body[at : at + 20])
    (mark,) = marks.of(article.id)
    assert (mark.number, mark.note, mark.first, mark.lost) == (number, "bom", "Ninguém se feriu.", "")
    marks.undo(article.id)
    assert marks.of(article.id) == []
    assert marks.listed(article.id)[0].mark.lost
    marks.remove(number)
    assert marks.listed(article.id) == []
    marks.undo(article.id)
    assert marks.listed(article.id)[0].mark.lost, "what the list of an article shows is undone there"
    with pytest.raises(Problem, match="gone"):
        marks.attach(9999, article.id, Span(at, at + 20), article.body[at : at + 20])
    back = newer(library, BODY)
    assert [mark.lost for mark in marks.of(back.id)] == [""], "the old text is the newest again"
    again = newer(library, BODY.replace("Ninguém se feriu.", "Ninguem se feriu!"))
    (mark,) = marks.of(again.id)
    assert (mark.quote, mark.first) == ("Ninguem se feriu!", "Ninguém se feriu.")


def test_what_was_taken_away_comes_back_in_the_newest_version(library: Database, marks: Marks) -> None:
    for number in [marks.say(ARTICLE.id, span, span.of(BODY)).number for span in (RIVER, NOBODY)]:
        marks.remove(number)
    article = newer(library, "Atualização. " + BODY.replace("Ninguém se feriu.", "Dois homens morreram."))
    marks.undo(ARTICLE.id)
    marks.undo(ARTICLE.id)
    assert [mark.quote for mark in marks.of(article.id)] == ["O rio subiu."]
    assert any(each.mark.lost for each in marks.listed(article.id))


def test_marks_from_elsewhere_are_taken_in_by_their_words(marks: Marks) -> None:
    words = Words("O rio subiu.", 0, "Lisboa. ", " Ninguém")
    red = {"colour": "red", "note": "n\x1b[2J", "made": "2024-01-01T01:00:00+01:00"}
    assert marks.bring(ARTICLE.id, words, red) is Brought.NEW
    assert marks.bring(ARTICLE.id, words, red) is Brought.THERE
    (mark,) = marks.of(ARTICLE.id)
    assert (mark.span, mark.made, "\x1b" in mark.note) == (RIVER, "2024-01-01T00:00:00.000000+00:00", False)
    assert marks.bring(ARTICLE.id, words, {"colour": "blue", "made": "x"}) is Brought.OTHER
    assert [each.colour for each in marks.of(ARTICLE.id)] == ["red"], "what the reader has stays"
    assert marks.bring(ARTICLE.id, words, {"colour": "blue"}, replace=True) is Brought.REPLACED
    assert said(marks) == [("O rio subiu.", "blue", "")]
    marks.undo()
    assert said(marks) == [("O rio subiu.", "red", mark.note)]
    nobody = Words("Ninguém se feriu.", 0, "subiu. ", " O rio")
    assert marks.bring(ARTICLE.id, nobody, {"made": "2024-01-01"}) is Brought.NEW
    assert marks.of(ARTICLE.id)[1].made.startswith("20")
    assert marks.of(ARTICLE.id)[1].made != "2024-01-01", "a time without a zone is none"
    assert marks.bring(ARTICLE.id, Words("Nada disto está lá.", 0), {}) is Brought.LOST
    with pytest.raises(ArticleNotFound):
        marks.bring("0" * 32, words, {})
    assert marks.listed("0" * 32) == []


def test_with_an_article_that_is_thrown_away_goes_what_was_done_to_its_marks(library: Database, marks: Marks) -> None:
    marks.remove(marks.say(ARTICLE.id, RIVER, RIVER.of(BODY), note="secreto").number)
    store = SQLiteArticles(library)
    store.remove(ARTICLE.id)
    assert store.purge(datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)) == 1
    assert marks.last_done() is None
    with library.read() as connection:
        assert connection.execute("SELECT count(*) FROM mark_change").fetchone()[0] == 0

"""The reader's marks: kept at once, for good, and found again by the words that were marked."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import ArticleNotFound, Problem, StorageError
from articles.marks import Marks
from articles.migrations import MIGRATIONS
from articles.model import Article, Span
from articles.repository import Added
from articles.sqlite import SQLiteArticles
from tests.articles.children import start

URL = "https://exemplo.pt/noticia"
BODY = "Choveu em Lisboa. O rio subiu. Ninguém se feriu. O rio subiu. Acabou."
ARTICLE = Article(title="A chuva", body=BODY, url=URL)
FIRST, SECOND = Span(18, 30), Span(49, 61)
RIVER = "O rio subiu."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", MIGRATIONS) as database:
        SQLiteArticles(database).add(ARTICLE)
        yield database


@pytest.fixture
def marks(library: Database) -> Marks:
    return Marks(library)


def spans(marks: Marks, article: Article = ARTICLE) -> list[Span]:
    return [mark.span for mark in marks.of(article.id)]


def test_a_stretch_is_marked_and_not_any_more(marks: Marks) -> None:
    assert marks.of(ARTICLE.id) == []
    assert marks.toggle(ARTICLE.id, SECOND, RIVER)
    assert marks.toggle(ARTICLE.id, FIRST, RIVER)
    first, second = marks.of(ARTICLE.id)
    assert (first.span, first.quote, first.colour, first.note, second.span) == (FIRST, RIVER, "yellow", "", SECOND)
    assert first.made.endswith("+00:00")
    assert first.number > second.number
    assert not marks.toggle(ARTICLE.id, SECOND, RIVER)
    assert spans(marks) == [FIRST], "the same words elsewhere keep their mark"


def test_what_is_marked_can_be_asked_for(library: Database, marks: Marks) -> None:
    store = SQLiteArticles(library)
    assert store.search("is:marked") == []
    marks.toggle(ARTICLE.id, FIRST, RIVER)
    assert [hit.summary.id for hit in store.search("is:marked")] == [ARTICLE.id]


@pytest.mark.parametrize(("at", "found"), [(0, FIRST), (25, FIRST), (45, SECOND), (10_000, SECOND), (-5, FIRST)])
def test_a_mark_at_a_wrong_place_is_found_by_its_words(library: Database, marks: Marks, at: int, found: Span) -> None:
    marks.toggle(ARTICLE.id, FIRST, RIVER)
    with library.write() as connection:
        connection.execute('UPDATE mark SET start = ?, "end" = ?', (at, at + 3))
    assert spans(marks) == [found]
    assert not marks.toggle(ARTICLE.id, found, RIVER), "it is taken away from where it shows"
    assert spans(marks) == []


def test_in_another_text_a_mark_is_where_its_words_are(marks: Marks) -> None:
    marks.toggle(ARTICLE.id, FIRST, RIVER)
    assert [mark.span for mark in marks.of(ARTICLE.id, "Hoje. O rio subiu.")] == [Span(6, 18)]
    assert marks.of(ARTICLE.id, "Nada disso.") == []


def test_a_mark_without_words_is_nowhere(library: Database, marks: Marks) -> None:
    marks.toggle(ARTICLE.id, FIRST, RIVER)
    with library.write() as connection:
        connection.execute("UPDATE mark SET quote = ''")
    assert marks.of(ARTICLE.id) == []


def test_the_same_text_in_other_typography_is_marked_in_the_one_that_is_kept(library: Database, marks: Marks) -> None:
    other = Article(title="A chuva", body=BODY.replace(" O rio", "  O rio"), url=URL)
    assert SQLiteArticles(library).add(other) in (Added.UPDATED, Added.UNCHANGED)
    assert marks.toggle(other.id, Span(51, 63), RIVER)
    assert spans(marks) == [SECOND]
    assert [mark.span for mark in marks.of(other.id, other.body)] == [Span(51, 63)]
    assert not marks.toggle(other.id, Span(51, 63), RIVER)


def test_a_newer_version_takes_along_the_marks_whose_words_it_has(library: Database, marks: Marks) -> None:
    marks.toggle(ARTICLE.id, SECOND, RIVER)
    marks.toggle(ARTICLE.id, Span(31, 48), "Ninguém se feriu.")
    newer = Article(title="A chuva", body="Atualizado. " + BODY.replace("Ninguém se feriu.", "Dois feridos."), url=URL)
    assert SQLiteArticles(library).add(newer) is Added.VERSION
    (taken,) = marks.of(newer.id)
    assert taken.span.of(newer.body) == RIVER
    assert taken.span.start == newer.body.rindex(RIVER), "the nearer one to where it was"
    assert [mark.quote for mark in marks.of(ARTICLE.id)] == ["Ninguém se feriu."]


def test_what_is_not_there_cannot_be_marked(marks: Marks) -> None:
    assert marks.of("0" * 64) == []
    with pytest.raises(ArticleNotFound, match="no longer"):
        marks.toggle("0" * 64, FIRST, RIVER)
    with pytest.raises(Problem, match="has not these words"):
        marks.toggle(ARTICLE.id, FIRST, "O mar subiu.")


def test_marks_are_made_from_several_threads(marks: Marks) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda at: marks.toggle(ARTICLE.id, Span(at, at + 1), BODY[at]), range(40)))
    assert spans(marks) == [Span(at, at + 1) for at in range(40)]


def test_a_library_that_is_closed_says_so(library: Database, marks: Marks) -> None:
    library.close()
    with pytest.raises(StorageError):
        marks.toggle(ARTICLE.id, FIRST, RIVER)
    with pytest.raises(StorageError):
        marks.of(ARTICLE.id)


MARK_WITHOUT_END = """
from articles.marks import Marks
from articles.model import Span
with Database(path, MIGRATIONS) as database:
    SQLiteArticles(database).add(article(1))
    marks, body = Marks(database), article(1).body
    for at in range(len(body) - 1):
        marks.say(article(1).id, Span(at, at + 1), body[at], note=f"nota {at}")
        print(at, flush=True)
    sys.stdin.read()
"""


def test_a_note_that_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with start(MARK_WITHOUT_END, path) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline()) for _ in range(20)]
        os.kill(child.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in child.stdout if line.endswith("\n")]
    body = "Texto da notícia 1. " + "palavra " * 200
    with Database(path, MIGRATIONS) as database:
        kept = Marks(database).of(Article(title="Notícia 1", body=body).id)
    assert acknowledged == list(range(len(acknowledged)))
    assert len(kept) >= len(acknowledged)
    assert [mark.span.start for mark in kept] == list(range(len(kept)))
    assert [mark.note for mark in kept] == [f"nota {at}" for at in range(len(kept))]

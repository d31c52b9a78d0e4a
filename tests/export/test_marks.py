"""Marks as JSON and back again: whatever is marked and noted, nothing is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.cleaning import clean
from articles.database import Database
from articles.marks import COLOURS, Brought, Marks
from articles.migrations import MIGRATIONS
from articles.model import Article, Span
from articles.sqlite import SQLiteArticles
from reader.export.marks import as_markdown, as_object, gathered
from reader.export.marks_reading import read

BODY = (
    "Choveu em Lisboa. “Nunca vi nada assim”, disse-lhe o presidente… O rio subiu. O rio subiu.\n\n"
    "# Ninguém se feriu\\, *felizmente*. O rio subiu.\nA 😀 e o שלום ficaram. Acabou."
)
ARTICLE = Article(title="A chuva", body=BODY)


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Marks, Marks]]:
    folder: Path = tmp_path_factory.mktemp("marks")
    with Database(folder / "a.db", MIGRATIONS) as one, Database(folder / "b.db", MIGRATIONS) as other:
        for each in (one, other):
            SQLiteArticles(each).add(ARTICLE)
        yield Marks(one), Marks(other)


PLACES = st.tuples(st.integers(0, len(BODY)), st.integers(0, len(BODY))).map(sorted)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(PLACES, st.sampled_from(COLOURS), st.text(max_size=30)), max_size=2))
def test_marks_come_back_with_all_that_was_said(
    libraries: tuple[Marks, Marks], places: list[tuple[list[int], str, str]]
) -> None:
    one, other = libraries
    for marks in libraries:
        for mark in marks.of(ARTICLE.id):
            marks.remove(mark.number)
    for (start, end), colour, note in places:
        if BODY[start:end].strip():
            one.say(
                ARTICLE.id,
                Span(start, end),
                BODY[start:end],
                colour=colour,
                note=note.encode("utf-8", "replace").decode(),
            )
    shown = list(gathered(one.listed(), lambda _id: ARTICLE, lambda _sentences: {}))
    for each in read(json.dumps({"marks": [as_object(each) for each in shown]}).encode()):
        assert each is not None
        assert other.bring(each.article, each.words, each.said) is Brought.NEW

    def said(marks: Marks) -> list[tuple[Span, str, str, str, str]]:
        return sorted((each.span, each.quote, each.colour, each.note, each.made) for each in marks.of(ARTICLE.id))

    assert said(other) == said(one)
    text = "".join(as_markdown(shown))
    assert clean(text) == text
    assert text.count("\n## ") == bool(shown), "no note makes a heading"

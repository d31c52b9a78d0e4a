"""A file of terms comes in whole, or not at all; or, if that is asked for, what is right of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import Changed, Given
from reader.translation.glossary.reading import Read, take
from reader.translation.glossary.store import GlossaryStore
from reader.translation.tables import OWN_MIGRATIONS

HERE = "a" * 32


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GlossaryStore]:
    with Database(tmp_path / "library.db", OWN_MIGRATIONS) as opened:
        yield GlossaryStore(opened)


def reads(*given: Given | str) -> list[Read]:
    return [Read(line, None, each) if isinstance(each, str) else Read(line, each) for line, each in enumerate(given, 1)]


def kept(store: GlossaryStore) -> dict[str, str]:
    return {each.source: each.target for each in store.everything()}


def test_all_of_it_comes_in_and_is_counted(store: GlossaryStore) -> None:
    store.put(Given("Rio", "Rio"))
    store.put(Given("Acre", "Acre"))
    report = take(store, reads(Given("Rio", "Rio"), Given("Acre", "Acre (state)"), Given("Kremlin", "the Kremlin")))
    assert [report.count(what) for what in Changed] == [1, 1, 1]
    assert (report.done, report.refused) == (True, ())
    assert kept(store) == {"Rio": "Rio", "Acre": "Acre (state)", "Kremlin": "the Kremlin"}


def test_something_wrong_and_nothing_changes_unless_asked(store: GlossaryStore) -> None:
    file = reads(Given("Rio", "Rio"), "no tab", Given("—", "x"), Given("Acre", "Acre"))
    report = take(store, file)
    assert (report.done, report.changes, kept(store)) == (False, (), {})
    assert [(each.line, each.why) for each in report.refused] == [
        (2, "no tab"),
        (3, "a term has at least one letter or digit, and '—' has none"),
    ]
    report = take(store, file, keep_going=True)
    assert (report.done, len(report.refused)) == (True, 2)
    assert kept(store) == {"Rio": "Rio", "Acre": "Acre"}


def test_a_term_that_is_there_twice_is_told_where_it_says_something_else(store: GlossaryStore) -> None:
    file = reads(
        Given("banco central", "central bank"),
        Given("Banco  Central", "central bank", TermKind.TERM),
        Given("banco-central", "Fed"),
        Given("OTAN", "NATO"),
        Given("Otan", "Nato"),
    )
    report = take(store, file)
    assert [(each.line, each.why) for each in report.refused] == [
        (3, "'banco-central' is 'central bank' in line 1, and 'Fed' here")
    ]
    take(store, file, keep_going=True)
    assert kept(store) == {"banco central": "central bank", "OTAN": "NATO", "Otan": "Nato"}


def test_for_an_article_and_by_whom(store: GlossaryStore) -> None:
    file = reads(Given("Rio", "Rio"), Given("Acre", "Acre", author="Eva"))
    take(store, file, article_id=HERE, author="Ana")
    assert [(each.source, each.article, each.author) for each in store.everything()] == [
        ("Acre", HERE, "Eva"),
        ("Rio", HERE, "Ana"),
    ]

"""The library counted and stacked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.feeds.tables import FEED_MIGRATIONS
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.shelves import Part, Shelves, State, Totals
from articles.sqlite import SQLiteArticles


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", [*MIGRATIONS, *FEED_MIGRATIONS]) as made:
        yield made


@pytest.fixture
def articles(database: Database) -> SQLiteArticles:
    made = SQLiteArticles(database)
    made.add_many(
        [
            Article("Um", "Texto um.", source="Jornal Á", published=datetime.date(2023, 9, 15), tags=("Rússia",)),
            Article("Dois", "Texto dois.", source="Jornal Á", published=datetime.date(2023, 9, 15)),
            Article("Três", "Texto três.", source="Folha", published=datetime.date(2023, 9, 14), tags=("rússia", "b")),
            Article("Quatro", "Texto quatro.", published=datetime.date(2023, 9, 13)),
        ]
    )
    return made


def test_what_there_is_is_counted_without_the_trash(database: Database, articles: SQLiteArticles) -> None:
    shelves, keys = Shelves(database), articles.keys()
    articles.mark_read(keys[:1])
    articles.star(keys[1:2])
    with database.write() as connection:
        ident = articles.summaries(keys[1:2])[0].id
        connection.execute(
            "INSERT INTO mark (article, start, \"end\", quote, made) VALUES (?, 0, 2, 'Te', '')", (ident,)
        )
        connection.execute("INSERT INTO feed (url, title, folded, folder, added) VALUES ('u', 'F', 'f', 'x', '')")
        connection.execute(
            "INSERT INTO feed_item (feed, guid, article, digest, wholeness, seen) "
            "SELECT 1, key, key, '', 'whole', '' FROM shelf"
        )
    assert shelves.totals() == Totals(4, 3, 1, 1)
    assert shelves.feeds() == [Part("F", 4, 3, "x")]
    assert [(each.articles, each.unread) for each in shelves.tags()] == [(1, 1), (2, 2)]
    assert shelves.sources() == [Part("Folha", 1, 1), Part("Jornal Á", 2, 1)]

    articles.remove(articles.summaries(keys[3:])[0].id)
    assert shelves.totals().articles == 3
    assert shelves.still(keys) == list(keys[:3])


def test_a_list_is_stacked_by_day_and_by_source(database: Database, articles: SQLiteArticles) -> None:
    from articles.repository import Order

    shelves = Shelves(database)
    assert shelves.by_day(articles.keys()) == [("2023-09-15", 2), ("2023-09-14", 1), ("2023-09-13", 1)]
    assert shelves.by_source(articles.keys(None, Order.SOURCE)) == [("Folha", 1), ("Jornal Á", 2), ("", 1)]
    assert shelves.by_day([]) == []


def test_a_change_by_somebody_else_is_noticed(database: Database, articles: SQLiteArticles, tmp_path: Path) -> None:
    shelves = Shelves(database)
    before = shelves.state()
    assert shelves.state(before) is before
    with Database(tmp_path / "library.db", [*MIGRATIONS, *FEED_MIGRATIONS]) as other:
        SQLiteArticles(other).add(Article("Cinco", "Texto cinco."))
    after = shelves.state(before)
    assert isinstance(after, State)
    assert (after.newest, after.count) == (before.newest + 1, before.count + 1)

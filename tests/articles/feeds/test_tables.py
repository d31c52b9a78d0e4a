"""The tables of the feeds, beside those of the articles."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.feeds.store import FeedStore
from articles.feeds.tables import FEED_MIGRATIONS
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles

_FEED = "INSERT INTO feed (url, title, folded, added) VALUES (?, 'Um', 'um', '2026-01-01') RETURNING key"
_ITEM = "INSERT INTO feed_item (feed, guid, article, digest, wholeness, seen) VALUES (?, ?, ?, 'd', ?, '2026-01-01')"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", [*MIGRATIONS, *FEED_MIGRATIONS]) as database:
        yield database


def _feed(connection: sqlite3.Connection, url: str = "https://example.org/feed") -> int:
    key: int = connection.execute(_FEED, (url,)).fetchone()[0]
    return key


def test_an_old_library_gets_them(tmp_path: Path) -> None:
    with Database(tmp_path / "old.db", MIGRATIONS) as old:
        SQLiteArticles(old).add(Article("Um", "Texto."))
    with Database(tmp_path / "old.db", [*MIGRATIONS, *FEED_MIGRATIONS]) as new:
        with new.read() as connection:
            assert connection.execute("SELECT count(*) FROM feed_item").fetchone() == (0,)
        assert SQLiteArticles(new).count() == 1


def test_the_items_of_a_feed_go_with_it_and_its_articles_stay(database: Database) -> None:
    articles = SQLiteArticles(database)
    article = Article("Um", "Texto.")
    articles.add(article)
    with database.write() as connection:
        feed = _feed(connection)
        connection.execute(_ITEM, (feed, "1", articles.key_of(article.id), "whole"))
    with database.write() as connection:
        connection.execute("DELETE FROM feed WHERE key = ?", (feed,))
        assert connection.execute("SELECT count(*) FROM feed_item").fetchone() == (0,)
    assert articles.get(article.id) == article


@pytest.mark.parametrize("values", [(99, "1", None, "whole"), (1, "1", None, "half"), (1, "1", 99, "whole")])
def test_what_contradicts_itself_is_refused(database: Database, values: tuple[object, ...]) -> None:
    with database.write() as connection:
        _feed(connection)
    with pytest.raises(StorageError), database.write() as connection:
        connection.execute(_ITEM, values)


def test_no_address_twice(database: Database) -> None:
    with database.write() as connection:
        _feed(connection)
    with pytest.raises(StorageError), database.write() as connection:
        _feed(connection)


def test_whether_an_item_is_unread_follows_its_article(database: Database) -> None:
    articles = SQLiteArticles(database)
    store = FeedStore(database)
    for number, url in enumerate(("https://exemplo.pt/1", "https://exemplo.pt/2")):
        articles.add(Article("Um", f"Texto {number}.", url=url))
    first, second = articles.keys()
    with database.write() as connection:
        feed = _feed(connection)
        for key in (first, second, None):
            connection.execute(_ITEM, (feed, str(key), key, "whole"))
    said = [store.counts()]
    articles.mark_read([first])
    said.append(store.counts())
    articles.mark_read([first], on=False)
    said.append(store.counts())
    (gone,) = articles.summaries([second])
    articles.remove(gone.id)
    said.append(store.counts())
    articles.restore(gone.id)
    said.append(store.counts())
    articles.add(Article("Um", "Texto 1, mudado.", url="https://exemplo.pt/2"))
    said.append(store.counts())
    articles.remove(gone.id)
    articles.purge(datetime.datetime.max.replace(tzinfo=datetime.UTC))
    said.append(store.counts())
    assert said == [{feed: each} for each in [(2, 2), (2, 1), (2, 2), (1, 1), (2, 2), (2, 2), (1, 1)]]


def test_an_older_library_learns_which_are_unread(tmp_path: Path) -> None:
    with Database(tmp_path / "old.db", [*MIGRATIONS, FEED_MIGRATIONS[0]]) as old:
        articles = SQLiteArticles(old)
        articles.add(Article("Um", "Texto."))
        with old.write() as connection:
            connection.execute(_ITEM, (_feed(connection), "1", articles.keys()[0], "whole"))
    with Database(tmp_path / "old.db", [*MIGRATIONS, *FEED_MIGRATIONS]) as new:
        assert FeedStore(new).counts() == {1: (1, 1)}

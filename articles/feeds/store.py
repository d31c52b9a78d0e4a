"""The reader's feeds in the library: which there are, and how each fared."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from articles.cleaning import clean_line
from articles.database import Database
from articles.feeds.model import Feed, FullText, NoSuchFeed, State
from articles.feeds.naming import feed_keys, folded
from articles.feeds.opml import Outline

_COLUMNS = (
    "key, url, title, named, site, folder, tags, full_text, private, etag, modified, checked, renewed, due, rest, "
    "state, failures, problem, told"
)
_SELECT_ALL = f"SELECT {_COLUMNS} FROM feed ORDER BY folder, folded, key"  # noqa: S608 - names of columns
_SELECT_KEY = f"SELECT {_COLUMNS} FROM feed WHERE key = ?"  # noqa: S608
_SELECT_URL = f"SELECT {_COLUMNS} FROM feed WHERE url = ?"  # noqa: S608
_INSERT = """
INSERT INTO feed (url, title, folded, named, site, folder, tags, full_text, private, added)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO NOTHING RETURNING key
"""
_UPDATE = """
UPDATE feed SET url = ?, title = ?, folded = ?, named = ?, site = ?, folder = ?, tags = ?, full_text = ?, private = ?,
    etag = ?, modified = ?, checked = ?, renewed = ?, due = ?, rest = ?, state = ?, failures = ?, problem = ?, told = ?
WHERE key = ?
"""
_COUNTS = "SELECT feed, count(*), total(shown = 2) FROM feed_item WHERE shown > 0 GROUP BY feed"
_EXAMPLES = 3


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class FeedStore:
    """The feeds of a library. Safe to use from several threads; every method may raise ``StorageError``.

    Args:
        database: The library, opened with ``FEED_MIGRATIONS`` among its steps.
        now: Tells the time, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = _utc_now) -> None:
        self.database = database
        self.now = now

    def all(self) -> list[Feed]:
        """Every feed: by folder, then by title."""
        with self.database.read() as connection:
            found = connection.execute(_SELECT_ALL)
            return [feed_of(row) for row in found]

    def get(self, key: int) -> Feed | None:
        """The feed of this number; None where there is none any more."""
        with self.database.read() as connection:
            return read_feed_row(connection, key)

    def at(self, url: str) -> Feed | None:
        """The feed that is fetched from this address."""
        with self.database.read() as connection:
            row = connection.execute(_SELECT_URL, (url,)).fetchone()
        return feed_of(row) if row else None

    def add(self, outlines: Sequence[Outline], full_text: FullText, *, private: bool = False) -> list[Feed | None]:
        """Take feeds in, in one transaction; for each the new feed, or None for one that was there already.

        Args:
            outlines: What is known of each. A title that is given is the reader's name for it.
            full_text: How much of their items' texts is wanted.
            private: Whether they may lie on this machine or in the local network.
        """
        now = self.now().isoformat(timespec="seconds")
        added: list[Feed | None] = []
        with self.database.write() as connection:
            for each in outlines:
                title = each.title or each.url
                tags = json.dumps(each.tags, ensure_ascii=False)
                values = (each.url, title, folded(title), bool(each.title), each.site, each.folder, tags)
                row = connection.execute(_INSERT, (*values, full_text, private, now)).fetchone()
                added.append(read_feed_row(connection, row[0]) if row else None)
        return added

    def counts(self) -> dict[int, tuple[int, int]]:
        """For the key of each feed that has any: how many articles it has in the library, and how many are unread."""
        with self.database.read() as connection:
            return {key: (number, int(unread)) for key, number, unread in connection.execute(_COUNTS)}

    def save(self, feed: Feed) -> None:
        """Write all that is said of a feed; one that was removed meanwhile stays so."""
        with self.database.write() as connection:
            write_feed_row(connection, feed)

    def change(self, key: int, change: Callable[[Feed], Feed]) -> Feed | None:
        """Change a feed as it stands now, whoever changed it before; None where it is gone."""
        with self.database.write() as connection:
            feed = read_feed_row(connection, key)
            if feed is not None:
                feed = change(feed)
                write_feed_row(connection, feed)
            return feed

    def remove(self, key: int) -> None:
        """Forget a feed and its items; their articles stay in the library."""
        with self.database.write() as connection:
            connection.execute("DELETE FROM feed WHERE key = ?", (key,))

    def find(self, name: str) -> Feed:
        """The feed that the reader means.

        Args:
            name: Its number, its address, its title, or a beginning of its title or of a word in it; accents and
                capitals do not matter.

        Raises:
            NoSuchFeed: None is called so, or several are.
        """
        with self.database.read() as connection:
            keys = feed_keys(connection, name)
            feeds = [each for each in (read_feed_row(connection, key) for key in keys[: _EXAMPLES + 1]) if each]
        shown = clean_line(name, 100)
        if not feeds:
            raise NoSuchFeed(f"no feed is called '{shown}'", "reader feeds list shows them with their numbers")  # noqa: EM102
        if len(keys) > 1:
            examples = ", ".join(f"{each.key} {clean_line(each.title, 40)}" for each in feeds[:_EXAMPLES])
            message = f"several feeds are called '{shown}'"
            raise NoSuchFeed(message, f"give the number: {examples}{', …' if len(keys) > _EXAMPLES else ''}")
        return feeds[0]


def read_feed_row(connection: sqlite3.Connection, key: int) -> Feed | None:
    """The feed of this number, inside a transaction of the caller's."""
    row = connection.execute(_SELECT_KEY, (key,)).fetchone()
    return feed_of(row) if row else None


def write_feed_row(connection: sqlite3.Connection, feed: Feed) -> None:
    """Write all that is said of a feed, inside a transaction of the caller's."""
    times = [_iso(each) for each in (feed.checked, feed.renewed, feed.due, feed.rest)]
    known = (feed.url, feed.title, folded(feed.title), feed.named, feed.site, feed.folder)
    chosen = (json.dumps(feed.tags, ensure_ascii=False), feed.full_text, feed.private, feed.etag, feed.modified)
    fared = (feed.state, feed.failures, feed.problem or None, feed.told or None)
    connection.execute(_UPDATE, (*known, *chosen, *times, *fared, feed.key))


def feed_of(row: Sequence[Any]) -> Feed:
    """The feed in a row of the table, its columns in their order."""
    (key, url, title, named, site, folder, tags, full_text, private, etag, modified, *rest) = row
    *times, state, failures, problem, told = rest
    checked, renewed, due, pause = (datetime.datetime.fromisoformat(each) if each else None for each in times)
    return Feed(
        key, url, title, bool(named), site, folder, tuple(json.loads(tags)), FullText(full_text), bool(private),
        etag, modified, checked, renewed, due, pause, State(state), failures, problem or "", told or "",
    )  # fmt: skip


def renamed(feed: Feed, title: str) -> Feed:
    """The feed under the name that it gives itself, unless the reader gave it one."""
    return feed if feed.named or not title else dataclasses.replace(feed, title=title)


def _iso(moment: datetime.datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None

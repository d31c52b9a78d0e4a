"""The library counted and stacked, for those who show it as a list: what there is in it, and what changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from articles.database import Database

_TOTALS = """
SELECT count(*), coalesce(sum(read IS NULL), 0),
    (SELECT count(*) FROM shelf WHERE live AND starred IS NOT NULL),
    (SELECT count(*) FROM article a JOIN shelf s ON s.key = a.key
        WHERE s.live AND a.id IN (SELECT article FROM mark))
FROM shelf WHERE live
"""
_FEEDS = """
SELECT f.title, f.folder, count(DISTINCT s.key),
    count(DISTINCT CASE WHEN s.read IS NULL THEN s.key END)
FROM feed f LEFT JOIN feed_item i ON i.feed = f.key LEFT JOIN shelf s ON s.key = i.article AND s.live
GROUP BY f.key ORDER BY f.folder, f.folded, f.key
"""
_TAGS = """
SELECT max(t.shown), count(*), sum(s.read IS NULL)
FROM tag t JOIN shelf s ON s.key = t.key WHERE s.live GROUP BY t.name ORDER BY t.name
"""
# The name as it is written stands beside the text, on pages that are not to be read: looked up once for each source.
_SOURCES = """
SELECT a.source, g.number, g.unread FROM (
    SELECT source, count(*) AS number, sum(read IS NULL) AS unread, max(key) AS last
    FROM shelf WHERE live AND source != '' GROUP BY source
) g JOIN article a ON a.key = g.last ORDER BY g.source
"""
_NEWEST = "SELECT seq FROM sqlite_sequence WHERE name = 'article'"


@dataclass(frozen=True, slots=True)
class Totals:
    """How many articles the list has, how many of them are unread, starred, and have marks."""

    articles: int
    unread: int
    starred: int
    marked: int


@dataclass(frozen=True, slots=True)
class Part:
    """A feed, a tag or a source, and how many articles it has.

    Attributes:
        name: As it is written.
        folder: The folder of a feed; "" for none, and for the others.
    """

    name: str
    articles: int
    unread: int
    folder: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What tells that the library has changed.

    Attributes:
        version: Another number after every change by anybody else than the thread that asks.
        newest: The highest key that was ever given.
        count: How many articles are in the list.
    """

    version: int
    newest: int
    count: int


class Shelves:
    """Counts and stacks a library; safe to use from several threads. Every method may raise ``StorageError``.

    Args:
        database: The library, with the tables of articles and feeds.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, before: State | None = None) -> State:
        """How the library is now; ``before`` itself where nothing changed. Always ask it from the same thread."""
        with self._database.read() as connection:
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            if before is not None and version == before.version:
                return before
            newest = connection.execute(_NEWEST).fetchone()
            count = connection.execute("SELECT count(*) FROM shelf WHERE live").fetchone()[0]
        return State(version, newest[0] if newest else 0, count)

    def totals(self) -> Totals:
        """How many articles there are."""
        with self._database.read() as connection:
            return Totals(*connection.execute(_TOTALS).fetchone())

    def feeds(self) -> list[Part]:
        """The feeds, by folder and title."""
        with self._database.read() as connection:
            found = connection.execute(_FEEDS)
            return [Part(title, number, unread, folder) for title, folder, number, unread in found]

    def tags(self) -> list[Part]:
        """The tags, by name."""
        return self._parts(_TAGS)

    def sources(self) -> list[Part]:
        """The sources, by name."""
        return self._parts(_SOURCES)

    def still(self, keys: Sequence[int]) -> list[int]:
        """Those of the keys whose articles are in the list."""
        asked = "SELECT s.key FROM json_each(?) k JOIN shelf s ON s.key = k.value WHERE s.live ORDER BY k.key"
        with self._database.read() as connection:
            return [key for (key,) in connection.execute(asked, (json.dumps(list(keys)),))]

    def by_day(self, keys: Sequence[int]) -> list[tuple[str, int]]:
        """The days of these articles, in ISO 8601, in their order, and how many of each follow one another.

        Args:
            keys: Sorted by day.
        """
        with self._database.read() as connection:
            asked = "SELECT s.day FROM json_each(?) k JOIN shelf s ON s.key = k.value ORDER BY k.key"
            return _runs(connection, asked, keys)

    def by_source(self, keys: Sequence[int]) -> list[tuple[str, int]]:
        """The sources of these articles, as written, "" for none, in their order, and how many of each follow.

        Args:
            keys: Sorted by source.
        """
        with self._database.read() as connection:
            asked = "SELECT s.source FROM json_each(?) k JOIN shelf s ON s.key = k.value ORDER BY k.key"
            runs, at, named = _runs(connection, asked, keys), 0, []
            for _folded, number in runs:
                found = connection.execute("SELECT source FROM article WHERE key = ?", (keys[at],)).fetchone()
                named.append(((found[0] if found else None) or "", number))
                at += number
            return named

    def _parts(self, asked: str) -> list[Part]:
        with self._database.read() as connection:
            return [Part(*row) for row in connection.execute(asked)]


def _runs(connection: sqlite3.Connection, asked: str, keys: Sequence[int]) -> list[tuple[str, int]]:
    runs: list[tuple[str, int]] = []
    value, number = None, 0
    for (each,) in connection.execute(asked, (json.dumps(list(keys)),)):
        if each != value and value is not None:
            runs.append((value, number))
            number = 0
        value = each
        number += 1
    return [*runs, (value, number)] if value is not None else runs

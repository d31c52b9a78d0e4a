"""The words of the memory: an index that is brought up to date when somebody searches, not when a pair is recorded."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from articles.database import Database
from articles.finding.plain import plain_match
from reader.translation.engine import Translation
from reader.translation.memory import SHOWN, translation_of

RANKED = 10_000
"""How many hits of a search are ranked; of more, those recorded last."""

_BATCH = 10_000  # rows indexed in one transaction: a second, in which another reader waits with what it records

_SEARCH = f"""
SELECT {SHOWN} FROM (
    SELECT number FROM (
        SELECT rowid AS number, bm25(translation_text) AS score FROM translation_text
        WHERE translation_text MATCH ? ORDER BY rowid DESC LIMIT ?
    ) ORDER BY score, number DESC LIMIT ?
) AS hit CROSS JOIN translation AS kept ON kept.number = hit.number
"""  # noqa: S608 - the names of columns


class MemoryIndex:
    """Searches the memory's pairs by their words. Safe to use from several threads; may raise ``StorageError``.

    Args:
        database: The library.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> int:
        """How many rows are not in the index yet; all of them before the first search."""
        with self._database.read() as connection:
            (count,) = connection.execute(
                "SELECT (SELECT count(*) FROM translation WHERE number > (SELECT upto FROM translation_indexed)) "
                "+ (SELECT count(*) FROM translation_stale)"
            ).fetchone()
        return int(count)

    def catch_up(self, progress: Callable[[int], object] | None = None) -> int:
        """Put into the index what is not in it, in steps that are each on the disk; how many rows that were.

        Args:
            progress: Called after each step with how many are done.
        """
        done = 0
        while self._behind():  # asked first: nothing is locked where there is nothing to do
            with self._database.write() as connection:
                done += step(connection)
            if progress is not None:
                progress(done)
        return done

    def _behind(self) -> bool:
        """Whether anything waits; counting what does takes a while."""
        with self._database.read() as connection:
            (behind,) = connection.execute(
                "SELECT EXISTS (SELECT 1 FROM translation WHERE number > (SELECT upto FROM translation_indexed)) "
                "OR EXISTS (SELECT 1 FROM translation_stale)"
            ).fetchone()
        return bool(behind)

    def search(self, query: str, limit: int = 50) -> list[Translation]:
        """The pairs in which all words occur, in either language, best first; what is not indexed yet is not found.

        Args:
            query: Words, ``"phrases"`` and ``prefixes*``; accents and capitals do not matter.
            limit: No more than so many.

        Raises:
            BadQuery: There is no word in it, or a quote is not closed.
        """
        match = plain_match(query)
        with self._database.read() as connection:
            rows = connection.execute(_SEARCH, (match, RANKED, max(0, limit))).fetchall()
        return [translation_of(row) for row in rows]


def step(connection: sqlite3.Connection) -> int:
    """Bring the index up to date with some rows, within a transaction; how many."""
    (upto,) = connection.execute("SELECT upto FROM translation_indexed").fetchone()
    stale = connection.execute("SELECT number, source, target FROM translation_stale LIMIT ?", (_BATCH,)).fetchall()
    connection.executemany(
        "INSERT INTO translation_text (translation_text, rowid, source, target) VALUES ('delete', ?, ?, ?)", stale
    )
    connection.executemany(
        "INSERT INTO translation_text (rowid, source, target) "
        "SELECT number, source, target FROM translation WHERE number = ?1 AND number <= ?2",
        [(number, upto) for number, _source, _target in stale],
    )
    connection.executemany("DELETE FROM translation_stale WHERE number = ?", [(row[0],) for row in stale])
    if len(stale) == _BATCH:
        return len(stale)
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM translation").fetchone()
    new = connection.execute(
        "SELECT number FROM translation WHERE number > ? ORDER BY number LIMIT 1 OFFSET ?", (upto, _BATCH - 1)
    ).fetchone()
    end = new[0] if new is not None else last
    added = connection.execute(
        "INSERT INTO translation_text (rowid, source, target) "
        "SELECT number, source, target FROM translation WHERE number > ? AND number <= ?",
        (upto, end),
    ).rowcount
    connection.execute("UPDATE translation_indexed SET upto = ?", (end,))
    return len(stale) + max(0, added)

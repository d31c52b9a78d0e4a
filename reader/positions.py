"""Where the reader was in each article, which article that was, and how the window stood."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from articles.database import Database, Migration
from articles.model import Span

if TYPE_CHECKING:
    from articles.checking.model import Finding

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What ``Positions.remember`` keeps."""

TITLE = -1
"""The offset that stands for the title, which is no part of the body."""

POSITION_MIGRATIONS = (
    Migration(
        "positions: where the reader was",
        (
            # A new place gets a new, higher number: the last one read is known whatever the clock says.
            """
            CREATE TABLE position (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                article_id TEXT NOT NULL UNIQUE,
                offset INTEGER NOT NULL,
                row INTEGER NOT NULL,
                saved TEXT NOT NULL
            ) STRICT
            """,
            "CREATE TABLE window_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
        ),
    ),
    Migration(
        "positions: what was seen of each article",
        ("CREATE TABLE seen (article_id TEXT PRIMARY KEY, spans TEXT NOT NULL) STRICT, WITHOUT ROWID",),
    ),
)
"""The steps of this room for ``Database``; a released step is never changed, only followed by another."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reader was in an article.

    Attributes:
        offset: The first character of the reading cursor's sentence in the body, from 0; ``TITLE`` on the title.
        row: The row of the text's window on which that sentence stood, from 0; may be off the window.
        saved: When, in UTC.
    """

    offset: int
    row: int
    saved: datetime.datetime


class Positions:
    """Places in articles and the state of the window, kept in the library; safe to use from several threads.

    Places are kept by the article's content hash, stored or not: put in again, it opens where it was left.
    Every method may raise ``articles.errors.StorageError``.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, article_id: str, offset: int, row: int) -> None:
        """Keep the place in an article, durably; it becomes the article last read.

        Raises:
            ValueError: ``offset`` is below -1.
        """
        if offset < TITLE:
            raise ValueError("an offset is -1, for the title, or more")
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO position (article_id, offset, row, saved) VALUES (?, ?, ?, ?)",
                (article_id, offset, row, now),
            )

    def get(self, article_id: str) -> Position | None:
        """The place kept for an article; None when there is none.

        Of a new version that was never open it is the place in the version read last, at the same words or paragraph.
        """
        select = "SELECT offset, row, saved FROM position WHERE article_id = ?"
        with self._database.read() as connection:
            found = connection.execute(select, (article_id,)).fetchone()
            if found is None:
                found = _in_older(connection, article_id)
        return Position(found[0], found[1], datetime.datetime.fromisoformat(found[2])) if found else None

    def last(self) -> str | None:
        """The id of the article last read, which may have been removed since; None before the first."""
        with self._database.read() as connection:
            found = connection.execute("SELECT article_id FROM position ORDER BY number DESC LIMIT 1").fetchone()
        return found[0] if found else None

    def save_seen(self, article_id: str, spans: Sequence[Span]) -> None:
        """Keep which characters of an article's body were seen, durably, in place of what was kept before."""
        text = json.dumps([[span.start, span.end] for span in spans])
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (article_id, text))

    def seen(self, article_id: str) -> tuple[Span, ...]:
        """Which characters of an article's body were seen, in order."""
        with self._database.read() as connection:
            found = connection.execute("SELECT spans FROM seen WHERE article_id = ?", (article_id,)).fetchone()
        try:
            return tuple(Span(int(start), int(end)) for start, end in json.loads(found[0])) if found else ()
        except (ValueError, TypeError):
            return ()  # it is seen again

    def remember(self, name: str, value: Json) -> None:
        """Keep a value of the window's state, such as which panes are open.

        Raises:
            ValueError: A number in it is not finite.
        """
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        with self._database.write() as connection:
            connection.execute("INSERT OR REPLACE INTO window_state VALUES (?, ?)", (name, text))

    def recall(self, name: str) -> Json:
        """The value remembered by this name; None when there is none, or none that can be read."""
        with self._database.read() as connection:
            found = connection.execute("SELECT value FROM window_state WHERE name = ?", (name,)).fetchone()
        try:
            value: Json = json.loads(found[0]) if found else None
        except ValueError:
            return None  # it is only how a window stood
        return value


_OLDER = """
WITH RECURSIVE down (key) AS (
    SELECT key FROM article WHERE id = ? UNION SELECT s.key FROM shelf s JOIN down ON s.newer = down.key
)
SELECT p.offset, p.row, p.saved, a.body FROM down JOIN article a ON a.key = down.key
JOIN position p ON p.article_id = a.id ORDER BY p.number DESC LIMIT 1
"""


def _in_older(connection: sqlite3.Connection, article_id: str) -> tuple[int, int, str] | None:
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'shelf'").fetchone() is None:
        return None  # a library of places alone
    found = connection.execute(_OLDER, (article_id,)).fetchone()
    if found is None:
        return None
    offset, row, saved, old = found
    if offset != TITLE:
        from articles.differences import moved  # only where a version is opened that was not read before

        (new,) = connection.execute("SELECT body FROM article WHERE id = ?", (article_id,)).fetchone()
        offset = moved(old, new, offset)
    return offset, row, saved


def places(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Places behind the end of their article's text."""
    asked = (
        "SELECT p.number FROM position p JOIN article a ON a.id = p.article_id "
        "WHERE p.offset < -1 OR p.offset >= length(a.body)"
    )
    wrong = [number for (number,) in connection.execute(asked)]
    if wrong:
        from articles.checking.model import Finding  # only where the library is checked

        def mend(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM position WHERE number = ?", [(number,) for number in wrong])

        yield Finding("places", f"{len(wrong)} places lie behind the end of their text", len(wrong), mend)

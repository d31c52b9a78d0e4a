"""The reader's marks in the library's articles: made, taken away, and found again by the words that were marked."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from articles import records
from articles.database import Database
from articles.errors import ArticleNotFound, Problem
from articles.model import Span

_OF = 'SELECT number, start, "end", quote, colour, note, made FROM mark WHERE article = ? ORDER BY start, number'
_PUT = 'INSERT INTO mark (article, start, "end", quote, made) VALUES (?, ?, ?, ?, ?)'


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the reader's.

    Attributes:
        span: What is marked, in characters of the body.
        quote: The words that were marked.
        colour: Its colour's name; "" for the usual one.
        note: What the reader wrote beside it, or "".
        made: When it was made, in UTC, as ISO 8601 has it.
        number: Its own number, which no other mark ever gets.
    """

    span: Span
    quote: str
    colour: str
    note: str
    made: str
    number: int


class Marks:
    """The marks in a library; safe to use from several threads. Every method may raise ``StorageError``.

    Args:
        database: The library, with the tables of articles.
        now: Tells the time, with its zone.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    ) -> None:
        self._database = database
        self._now = now

    def of(self, article_id: str, body: str | None = None) -> list[Mark]:
        """The marks in an article, in the order of its text; none in one that is not stored.

        Args:
            article_id: Its whole id, or that of the same text in other typography.
            body: The text in which they are to be found; None for the one that is stored. A mark whose words are
                elsewhere in it is found there, the nearest place first; one whose words are not in it is left out.
        """
        with self._database.read() as connection:
            key = records.key_of(connection, article_id)
            return [] if key is None else _marks(connection, *_ident(connection, key), body)

    def toggle(self, article_id: str, span: Span, quote: str) -> bool:
        """Mark a stretch of an article, or take away the mark that is on exactly this stretch.

        Args:
            article_id: Its whole id, or that of the same text in other typography.
            span: The stretch, in characters of the text that the reader sees.
            quote: Its words.

        Returns:
            Whether it is marked now.

        Raises:
            ArticleNotFound: The article is not stored.
            Problem: Its text does not have these words.
        """
        with self._database.write() as connection:
            key = records.key_of(connection, article_id)
            if key is None:
                raise ArticleNotFound("the article is no longer in the library", "open it again to mark it")
            ident, stored = _ident(connection, key), records.read(connection, key).body
            place = _place(quote, span.start, stored)
            if place is None:
                raise Problem("the article's text has not these words", "open the article again to mark them")
            there = [mark for mark in _marks(connection, *ident, stored) if mark.span == place]
            for mark in there:
                connection.execute("DELETE FROM mark WHERE number = ?", (mark.number,))
            if not there:
                made = self._now().astimezone(datetime.UTC).isoformat(timespec="microseconds")
                connection.execute(_PUT, (*ident, place.start, place.end, quote, made))
            return not there


def _ident(connection: sqlite3.Connection, key: int) -> tuple[str]:
    found: tuple[str] = connection.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
    return found


def _marks(connection: sqlite3.Connection, ident: str, body: str | None) -> list[Mark]:
    marks = []
    for number, start, _end, quote, colour, note, made in connection.execute(_OF, (ident,)).fetchall():
        if body is None:  # read only where something is marked
            body = connection.execute("SELECT body FROM article WHERE id = ?", (ident,)).fetchone()[0]
        place = _place(quote, start, str(body))
        if place is not None:
            marks.append(Mark(place, quote, colour, note, made, number))
    return sorted(marks, key=lambda mark: (mark.span.start, mark.number))


def _place(quote: str, start: int, body: str) -> Span | None:
    """Where the words stand that were marked at ``start``: there, or else the nearest place; None for nowhere."""
    start = max(0, start)
    if not quote:
        return None
    if not body.startswith(quote, start):
        places = body.rfind(quote, 0, start + len(quote)), body.find(quote, start)
        found = [place for place in places if place >= 0]
        if not found:
            return None
        meant = start
        start = min(found, key=lambda place: abs(place - meant))
    return Span(start, start + len(quote))

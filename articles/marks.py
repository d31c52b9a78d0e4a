"""The reader's marks and notes in the library's articles: made, changed, taken away, listed, undone and done again."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Mapping
from typing import Any

from articles import markrows, records, shelf
from articles.anchoring import Words, around, find, place
from articles.cleaning import clean
from articles.database import Database
from articles.errors import ArticleNotFound, Problem
from articles.markmodel import COLOURS, LONGEST_NOTE, Brought, Listed, Mark, Undone, colour_of, mark_of
from articles.model import Span

__all__ = ["COLOURS", "LONGEST_NOTE", "Brought", "Listed", "Mark", "Marks", "Undone"]

_LISTED = """
SELECT m.number, m.article, m.start, m."end", m.quote, m.colour, m.note, m.made, m.prefix, m.suffix, m.first, m.lost,
    a.title, a.source, a.day, a.url, s.newer IS NOT NULL
FROM mark m JOIN article a ON a.id = m.article JOIN shelf s ON s.key = a.key WHERE s.gone IS NULL
"""


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Marks:
    """The marks in a library; safe to use from several threads. Every method may raise ``StorageError``.

    Args:
        database: The library, with the tables of articles.
        now: Tells the time, with its zone.
    """

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = _utc_now) -> None:
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
            return [] if key is None else _marks(connection, key, body)

    def listed(self, article_id: str | None = None) -> list[Listed]:
        """The marks of an article and those it lost, or of all: newest article first, then by place."""
        with self._database.read() as connection:
            if article_id is None:
                found = connection.execute(f"{_LISTED} ORDER BY a.day DESC, a.key DESC, m.start, m.number")
            else:
                key = records.key_of(connection, article_id)
                if key is None:
                    return []
                keys = {key, *shelf.older(connection, shelf.newest(connection, key))}
                marks = ", ".join(str(each) for each in sorted(keys))
                there = f"{_LISTED} AND a.key IN ({marks}) AND (a.key = ? OR m.lost IS NOT NULL)"
                found = connection.execute(f"{there} ORDER BY a.key <> ?, m.start, m.number", (key, key))
            return [
                Listed(mark_of(row), row[-5], row[-4] or "", row[-3], row[-2] or "", bool(row[-1])) for row in found
            ]

    def toggle(self, article_id: str, span: Span, quote: str, colour: str = COLOURS[0]) -> bool:
        """Mark a stretch of an article, or take away the mark that is on exactly this stretch.

        Args:
            article_id: Its whole id, or that of the same text in other typography.
            span: The stretch, in characters of the text that the reader sees.
            quote: Its words.
            colour: The colour of a new mark.

        Returns:
            Whether it is marked now.

        Raises:
            ArticleNotFound: The article is not stored.
            Problem: Its text does not have these words.
        """
        with self._database.write() as connection:
            there, new = self._at(connection, article_id, span, quote)
            for each in there:
                markrows.change(connection, each, None, self._now())
            if not there:
                markrows.change(connection, None, {**new, "colour": colour_of(colour)}, self._now())
            return not there

    def say(
        self, article_id: str, span: Span, quote: str, *, colour: str | None = None, note: str | None = None
    ) -> Mark:
        """Give the mark on exactly this stretch a colour or a note, or both; it is made where there is none.

        Args:
            note: "" takes it away.

        Raises:
            ArticleNotFound: The article is not stored.
            Problem: Its text does not have these words, or the note is too long.
        """
        _check(note or "")
        with self._database.write() as connection:
            there, new = self._at(connection, article_id, span, quote)
            before = there[0] if there else None
            after = {**(before or new)}
            if colour is not None:
                after["colour"] = colour_of(colour)
            if note is not None:
                after["note"] = clean(note)
            if after != before:
                after = markrows.change(connection, before, after, self._now()) or after
            return mark_of(tuple(after[name] for name in markrows.COLUMNS))

    def remove(self, number: int) -> Mark | None:
        """Take away a mark by its number; it as it was, None where it is gone already."""
        with self._database.write() as connection:
            row = markrows.row_of(connection, number)
            if row is None:
                return None
            markrows.change(connection, row, None, self._now())
            return mark_of(tuple(row.values()))

    def rewrite(self, number: int, note: str) -> None:
        """Give a mark another note by its number; nothing where it is gone.

        Raises:
            Problem: The note is too long.
        """
        _check(note)
        with self._database.write() as connection:
            row = markrows.row_of(connection, number)
            if row is not None and row["note"] != note:
                markrows.change(connection, row, {**row, "note": clean(note)[:LONGEST_NOTE]}, self._now())

    def attach(self, number: int, article_id: str, span: Span, quote: str) -> None:
        """Put a mark, a lost one perhaps, where the reader says.

        Raises:
            ArticleNotFound: The article is not stored.
            Problem: Its text does not have these words, or the mark is gone.
        """
        with self._database.write() as connection:
            _there, new = self._at(connection, article_id, span, quote)
            row = markrows.row_of(connection, number)
            if row is None:
                raise Problem("the mark is gone", "mark the words anew")
            places = {name: new[name] for name in ("article", "start", "end", "quote", "prefix", "suffix")}
            first = str(row["first"] or row["quote"])
            after = {**row, **places, "first": "" if first == new["quote"] else first, "lost": None}
            markrows.change(connection, row, after, self._now())

    def bring(self, article_id: str, words: Words, said: Mapping[str, str], *, replace: bool = False) -> Brought:
        """Take in a mark from elsewhere: where its words are found in the article; lost, if it is an older version.

        Args:
            said: Its ``colour``, ``note``, ``made``, ``first`` and ``lost``, as far as they are known.
            replace: Whether its colour and note replace those of the mark that is on exactly these words.

        Raises:
            ArticleNotFound: The article is not stored.
        """
        with self._database.write() as connection:
            key = records.key_of(connection, article_id)
            if key is None:
                raise ArticleNotFound("the article is not in the library", "add it first")
            article = records.read(connection, key)
            span = find(words, article.body)
            if span is None:
                return Brought.LOST
            there, new = self._at(connection, article_id, span, span.of(article.body))
            known = {"colour": colour_of(said.get("colour", "")), "note": clean(said.get("note", ""))[:LONGEST_NOTE]}
            if any(each["colour"] == known["colour"] and clean(each["note"]) == known["note"] for each in there):
                return Brought.THERE
            if there and not replace:
                return Brought.OTHER
            first = clean(said.get("first", "")) or (words.quote if words.quote != new["quote"] else "")
            made = _moment(said.get("made", "")) or new["made"]
            before = there[0] if there else None
            newest = shelf.newest(connection, key) == key
            lost = None if newest else _moment(said.get("lost", "")) or new["made"]
            brought = {**before, **known} if before else {**new, **known, "first": first, "made": made, "lost": lost}
            markrows.change(connection, before, brought, self._now())
            return Brought.REPLACED if before else Brought.NEW

    # Undoing

    def last_done(self, article_id: str | None = None) -> datetime.datetime | None:
        """When what ``undo`` would undo was done; None where there is nothing."""
        return self._when("done", article_id)

    def last_undone(self, article_id: str | None = None) -> datetime.datetime | None:
        """When what ``redo`` would do again was undone; None where there is nothing."""
        return self._when("undone", article_id)

    def undo(self, article_id: str | None = None) -> Undone:
        """Undo what was done last to the marks of an article, or of any.

        Raises:
            Problem: There is nothing to undo.
        """
        return self._step("done", article_id, back=True)

    def redo(self, article_id: str | None = None) -> Undone:
        """Do again what was undone last.

        Raises:
            Problem: There is nothing to do again.
        """
        return self._step("undone", article_id, back=False)

    def _when(self, column: str, article_id: str | None) -> datetime.datetime | None:
        with self._database.read() as connection:
            found = markrows.when(connection, column, _scope(connection, article_id))
        return found[1] if found is not None else None

    def _step(self, column: str, article_id: str | None, *, back: bool) -> Undone:
        with self._database.write() as connection:
            found = markrows.when(connection, column, _scope(connection, article_id))
            if found is None:
                raise Problem("there is no mark to undo" if back else "there is no mark to do again")
            rows = markrows.step(connection, found[0], self._now(), back=back)
            return Undone(*(mark_of(tuple(row.values())) if row is not None else None for row in rows))

    def _at(
        self, connection: sqlite3.Connection, article_id: str, span: Span, quote: str
    ) -> tuple[list[markrows.Row], markrows.Row]:
        """The marks on exactly a stretch, and a new one there."""
        key = records.key_of(connection, article_id)
        if key is None:
            raise ArticleNotFound("the article is no longer in the library", "open it again to mark it")
        article = records.read(connection, key)
        at = place(Words(quote, span.start), article.body)
        if at is None:
            raise Problem("the article's text has not these words", "open the article again to mark them")
        there = [mark.number for mark in _marks(connection, key, article.body) if mark.span == at]
        made = self._now().astimezone(datetime.UTC).isoformat(timespec="microseconds")
        texts = dict(zip(("prefix", "suffix"), around(at, article.body), strict=True))
        new: dict[str, Any] = {
            "number": None, "article": article.id, "start": at.start, "end": at.end, "quote": quote,
            "colour": COLOURS[0], "note": "", "made": made, **texts, "first": "", "lost": None,
        }  # fmt: skip
        return [row for row in (markrows.row_of(connection, number) for number in there) if row is not None], new


def _moment(text: str) -> str | None:
    """A time that somebody wrote, as it is kept; None where it is none, or without a zone."""
    try:
        moment = datetime.datetime.fromisoformat(text)
        return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds") if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _check(note: str) -> None:
    if len(note) > LONGEST_NOTE:
        message = f"the note has more than {LONGEST_NOTE} characters"
        raise Problem(message, "shorten it")


def _scope(connection: sqlite3.Connection, article_id: str | None) -> list[str] | None:
    """The ids of an article and its older versions, where what it lost stands; None for all articles."""
    if article_id is None:
        return None
    key = records.key_of(connection, article_id)
    if key is None:
        return [article_id]
    keys = shelf.older(connection, key)
    ids = f"SELECT id FROM article WHERE key IN ({', '.join(str(each) for each in keys)})"  # noqa: S608
    return [found for (found,) in connection.execute(ids)]


def _marks(connection: sqlite3.Connection, key: int, body: str | None) -> list[Mark]:
    marks = []
    where = "WHERE article = (SELECT id FROM article WHERE key = ?) ORDER BY start, number"
    for row in connection.execute(f"{markrows.SELECT} {where}", (key,)).fetchall():
        if body is None:  # read only where something is marked
            body = str(connection.execute("SELECT body FROM article WHERE key = ?", (key,)).fetchone()[0])
        span = markrows.span_of(dict(zip(markrows.COLUMNS, row, strict=True)), body)
        if span is not None:
            marks.append(mark_of(row, span))
    return sorted(marks, key=lambda mark: (mark.span.start, mark.number))

"""Marks in the library's tables: read, written, changed with a way back, and carried into a newer version."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from articles import records, shelf
from articles.anchoring import Words, around, find, place
from articles.carrying import Carrier
from articles.model import Span

COLUMNS = ("number", "article", "start", "end", "quote", "colour", "note", "made", "prefix", "suffix", "first", "lost")
"""The columns of a mark, in the order of ``SELECT``."""

SELECT = """
SELECT m.number, m.article, m.start, m."end", m.quote, m.colour, m.note, m.made, m.prefix, m.suffix, m.first, m.lost
FROM mark m
"""
_PUT = """
INSERT OR REPLACE INTO mark (number, article, start, "end", quote, colour, note, made, prefix, suffix, first, lost)
VALUES (:number, :article, :start, :end, :quote, :colour, :note, :made, :prefix, :suffix, :first, :lost)
"""
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

Row = dict[str, Any]
"""A mark's columns by their names."""


def row_of(connection: sqlite3.Connection, number: int) -> Row | None:
    """A mark as it is stored."""
    found = connection.execute(f"{SELECT} WHERE number = ?", (number,)).fetchone()
    return dict(zip(COLUMNS, found, strict=True)) if found is not None else None


def anchored(row: Mapping[str, Any], span: Span, body: str) -> Row:
    """A mark at another place; the words that were marked first are kept where it has others there."""
    quote, (prefix, suffix) = span.of(body), around(span, body)
    first = str(row["first"] or row["quote"])
    said = {"start": span.start, "end": span.end, "quote": quote, "prefix": prefix, "suffix": suffix}
    return {**row, **said, "first": "" if first == quote else first, "lost": None}


def put(connection: sqlite3.Connection, row: Mapping[str, Any]) -> int:
    """Write a mark as it is to be from now on; its number."""
    number = connection.execute(_PUT, {**row}).lastrowid
    assert number is not None
    return number


def change(connection: sqlite3.Connection, before: Row | None, after: Row | None, now: datetime.datetime) -> Row | None:
    """Make, change or take away a mark, so that it can be undone; the mark as it is now.

    What was undone in its article cannot be done again then.
    """
    if after is not None:
        after = {**after, "number": put(connection, after)}
    elif before is not None:
        connection.execute("DELETE FROM mark WHERE number = ?", (before["number"],))
    row = after or before
    if row is not None:
        connection.execute(
            "UPDATE mark_change SET undone = NULL WHERE undone IS NOT NULL AND article = ?", (row["article"],)
        )
        written = tuple(json.dumps(each, ensure_ascii=False) if each is not None else None for each in (before, after))
        connection.execute(
            "INSERT INTO mark_change (mark, article, before, after, done) VALUES (?, ?, ?, ?, ?)",
            (row["number"], row["article"], *written, _moment(connection, now)),
        )
    return after


def when(
    connection: sqlite3.Connection, column: str, articles: Sequence[str] | None
) -> tuple[int, datetime.datetime] | None:
    """The number and time of what was done (or undone) last, in these articles or anywhere."""
    asked = (
        f"SELECT number, {column} FROM mark_change WHERE {column} IS NOT NULL "  # noqa: S608
        "AND (?1 IS NULL OR article IN (SELECT value FROM json_each(?1))) "
        f"ORDER BY {column} DESC LIMIT 1"
    )
    found = connection.execute(asked, (json.dumps(articles) if articles is not None else None,)).fetchone()
    return (found[0], _EPOCH + datetime.timedelta(microseconds=found[1])) if found is not None else None


def step(
    connection: sqlite3.Connection, number: int, now: datetime.datetime, *, back: bool
) -> tuple[Row | None, Row | None]:
    """Undo a change, or do it again; the mark as it was and as it is now, None for not there."""
    asked = "SELECT mark, before, after FROM mark_change WHERE number = ?"
    mark, *written = connection.execute(asked, (number,)).fetchone()
    before, after = (json.loads(each) if each is not None else None for each in written)
    left, wanted = (after, before) if back else (before, after)
    there = row_of(connection, mark)
    if wanted is None:
        connection.execute("DELETE FROM mark WHERE number = ?", (mark,))
        now_there = None
    elif there is None:
        now_there = _put_back(connection, wanted)
    else:
        # A newer version may have carried it elsewhere meanwhile: only what this change was about is put back.
        about = {name for name in COLUMNS if left is None or left[name] != wanted[name]}
        moved = left is not None and any(left[name] != there[name] for name in ("article", "start", "end"))
        if moved:
            about -= {"article", "start", "end", "quote", "prefix", "suffix", "first", "lost"}
        now_there = {**there, **{name: wanted[name] for name in about}}
        put(connection, now_there)
    at = _moment(connection, now)
    done = "UPDATE mark_change SET done = ?, undone = ? WHERE number = ?"
    connection.execute(done, (None, at, number) if back else (at, None, number))
    return there, now_there


def _put_back(connection: sqlite3.Connection, row: Row) -> Row | None:
    """A mark that was taken away; in the newest version, where its text was replaced meanwhile."""
    key = records.key_of(connection, row["article"])
    if key is None:
        return None
    newest = shelf.newest(connection, key)
    if newest != key and row["lost"] is None:
        article = records.read(connection, newest)
        at = find(words_of(row), article.body)
        row = (
            anchored({**row, "article": article.id}, at, article.body)
            if at is not None
            else {**row, "lost": row["made"]}
        )
    put(connection, row)
    connection.execute("UPDATE mark_change SET article = ? WHERE mark = ?", (row["article"], row["number"]))
    return row


def words_of(row: Mapping[str, Any]) -> Words:
    """What a mark is found again by."""
    return Words(row["quote"], row["start"], row["prefix"], row["suffix"])


def carry(connection: sqlite3.Connection, older: int, newer: int, *, compare: bool = True) -> None:
    """Take the marks of an older version, and those lost before, to where their words stand in the newer one.

    Those whose words are not there stay, and count as lost; so does one whose place is not sure.

    Args:
        older: The key of the version that was the newest until now.
        newer: The key of the one that is.
        compare: Whether the texts may be compared, which for large ones takes seconds.
    """
    behind = [key for key in shelf.older(connection, newer) if key != newer]
    asked = f"{SELECT} WHERE article = (SELECT id FROM article WHERE key = ?1) AND (?1 = ?2 OR lost IS NOT NULL)"  # noqa: S608
    new = records.read(connection, newer)
    connection.execute("UPDATE mark SET lost = NULL WHERE article = ?", (new.id,))  # that text is the newest again
    for key in dict.fromkeys((older, *behind)):
        found = [dict(zip(COLUMNS, row, strict=True)) for row in connection.execute(asked, (key, older)).fetchall()]
        if not found:
            continue
        old = records.read(connection, key)
        carrier = Carrier(old.body, new.body) if compare else None
        for row in found:
            at = carrier.carry(words_of(row)) if carrier is not None else find(words_of(row), new.body)
            if at is None:
                lost = "UPDATE mark SET lost = coalesce(lost, ?) WHERE number = ?"
                connection.execute(
                    lost, (datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds"), row["number"])
                )
                continue
            put(connection, anchored({**row, "article": new.id}, at, new.body))
            connection.execute("UPDATE mark_change SET article = ? WHERE mark = ?", (new.id, row["number"]))


def span_of(row: Mapping[str, Any], body: str) -> Span | None:
    """Where a mark stands in its own article's text, or in the same text in other typography; None for nowhere."""
    words = words_of(row)
    return place(words, body) or find(words, body)


def _moment(connection: sqlite3.Connection, now: datetime.datetime) -> int:
    """Microseconds since 1970, after everything done before, whatever the clock says."""
    asked = "SELECT max(coalesce(max(done), 0), coalesce(max(undone), 0)) FROM mark_change"
    latest = int(connection.execute(asked).fetchone()[0])
    return max((now - _EPOCH) // datetime.timedelta(microseconds=1), latest + 1)

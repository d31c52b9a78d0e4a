"""What the library holds of an article besides itself, as a file of the library's folder says it."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

_SHELF = """
SELECT s.added, s.read, s.starred, n.id FROM shelf s LEFT JOIN article n ON n.key = s.newer WHERE s.key = ?
"""
_MARKS = 'SELECT start, "end", quote, colour, note, made FROM mark WHERE article = ? ORDER BY start, number'


def state_of(connection: sqlite3.Connection, key: int, article_id: str) -> dict[str, Any]:
    """What the reader did with an article, and which version is newer, as JSON has it."""
    added, read, starred, newer = connection.execute(_SHELF, (key,)).fetchone()
    return {
        "added": added,
        "read": read,
        "starred": starred,
        "newer": newer,
        "edited": [name for (name,) in connection.execute("SELECT field FROM edited WHERE key = ?", (key,))],
        "also": [each for (each,) in connection.execute("SELECT address FROM address WHERE key = ?", (key,))],
        "marks": [list(row) for row in connection.execute(_MARKS, (article_id,))],
    }


def set_state(connection: sqlite3.Connection, key: int, article_id: str, length: int, state: Mapping[str, Any]) -> bool:
    """Give an article what a file says of it and the library does not; whether anything was new.

    A star and the like are given and never taken away: a file that is older than what the reader did since says less.
    """
    before = connection.total_changes
    for column in ("read", "starred"):
        when = _time(state.get(column))
        if when:
            said = f"UPDATE shelf SET {column} = ? WHERE key = ? AND {column} IS NULL"  # noqa: S608 - one of two names
            connection.execute(said, (when, key))
    fields = {"title", "byline", "source", "url", "published", "moment", "language", "tags", "markup"}
    for name in _list(state.get("edited")):
        if name in fields:
            connection.execute("INSERT OR IGNORE INTO edited (key, field) VALUES (?, ?)", (key, name))
    for address in _list(state.get("also")):
        if isinstance(address, str):
            connection.execute("INSERT OR IGNORE INTO address (address, key) VALUES (?, ?)", (address, key))
    there = {json.dumps(list(row)) for row in connection.execute(_MARKS, (article_id,))}
    for mark in _list(state.get("marks")):
        if json.dumps(mark) not in there and _is_mark(mark, length):
            connection.execute(
                'INSERT INTO mark (article, start, "end", quote, colour, note, made) VALUES (?, ?, ?, ?, ?, ?, ?)',
                (article_id, *mark),
            )
    return connection.total_changes > before


def added_of(state: Mapping[str, Any], now: str) -> str:
    """When the article was added to the library that the file is of."""
    return _time(state.get("added")) or now


def _time(value: object) -> str | None:
    try:
        moment = datetime.datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return None
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_mark(mark: object, length: int) -> bool:
    if not isinstance(mark, list) or len(mark) != 6:
        return False
    start, end, *texts = mark
    return (
        isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start < end <= length
        and all(isinstance(each, str) for each in texts)
    )

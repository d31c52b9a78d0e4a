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
_MARKS = (
    'SELECT start, "end", quote, colour, note, made, first, lost FROM mark WHERE article = ? ORDER BY start, number'
)
_AROUND = """
UPDATE mark SET colour = CASE colour WHEN '' THEN 'yellow' ELSE colour END,
    prefix = (SELECT substr(body, max(1, start - 31), min(32, start)) FROM article WHERE id = ?1),
    suffix = (SELECT substr(body, "end" + 1, 32) FROM article WHERE id = ?1)
WHERE article = ?1 AND prefix = '' AND suffix = ''
"""


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
    there = {json.dumps(list(row)[:6]) for row in connection.execute(_MARKS, (article_id,))}
    for mark in _list(state.get("marks")):
        if not _is_mark(mark, length):
            continue
        mark = [*mark[:3], mark[3] or "yellow", *mark[4:], *("", None)[len(mark) - 6 :]]
        if json.dumps(mark[:6]) not in there:
            connection.execute(
                'INSERT INTO mark (article, start, "end", quote, colour, note, made, first, lost) '
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (article_id, *mark),
            )
            connection.execute(_AROUND, (article_id,))
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
    if not isinstance(mark, list) or len(mark) not in (6, 8):  # older files say less
        return False
    start, end, *texts = mark
    if len(texts) == 6 and texts[-1] is None:
        texts.pop()
    return (
        isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start < end <= length
        and all(isinstance(each, str) for each in texts)
    )

"""What may be wrong with what was done to marks: it can be undone only as long as it can be read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import partial

from articles import markrows
from articles.checking.model import Broken, Finding

_WITHOUT = "article NOT IN (SELECT id FROM article)"


def mark_changes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Changes of marks that cannot be read, and those of articles that are not there."""
    changes = connection.execute("SELECT number, before, after, done, undone FROM mark_change").fetchall()
    bad = [number for number, before, after, *when in changes if not _sound(before, after, when)]
    if bad:
        message = f"{len(bad)} changes of marks cannot be undone: what was before makes no sense"
        yield Finding("mark changes", message, len(bad), partial(_forget, numbers=bad))
    (left,) = connection.execute(f"SELECT count(*) FROM mark_change WHERE {_WITHOUT}").fetchone()  # noqa: S608
    if left:
        message = f"{left} changes of marks are of articles that are not there"
        yield Finding("left changes", message, left, _let_go)


def _sound(before: str | None, after: str | None, when: list[int | None]) -> bool:
    if (before is None and after is None) or None not in when:
        return False
    return all(_readable(each) for each in (before, after) if each is not None)


def _readable(told: str) -> bool:
    try:
        row = json.loads(told)
    except (ValueError, RecursionError):
        return False
    return not isinstance(told, Broken) and isinstance(row, dict) and set(markrows.COLUMNS) <= set(row)


def _forget(connection: sqlite3.Connection, numbers: list[int]) -> None:
    connection.executemany("DELETE FROM mark_change WHERE number = ?", [(number,) for number in numbers])


def _let_go(connection: sqlite3.Connection) -> None:
    connection.execute(f"DELETE FROM mark_change WHERE {_WITHOUT}")  # noqa: S608

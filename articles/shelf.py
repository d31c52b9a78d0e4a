"""The shelf: which articles are in the list, in which order, and what the reader did with them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from articles import rows
from articles.repository import Condition, Order, Summary

_NEWEST = "s.day DESC, s.added DESC, s.key DESC"
_ORDERS = {
    Order.DATE: (_NEWEST, "s.day, s.added, s.key"),
    Order.TITLE: (f"s.title, {_NEWEST}", "s.title DESC, s.day, s.added, s.key"),
    Order.SOURCE: (f"s.source = '', s.source, {_NEWEST}", "s.source = '', s.source DESC, s.day, s.added, s.key"),
    Order.LENGTH: (f"s.words DESC, {_NEWEST}", "s.words, s.day, s.added, s.key"),
    Order.UNREAD: (_NEWEST, "s.day, s.added, s.key"),
}
# Unread ones first by two questions, each answered by an index; sorting by a condition reads and sorts every row.
_HALVES = "SELECT * FROM ({}) UNION ALL SELECT * FROM ({}) LIMIT ?"


def keys(
    connection: sqlite3.Connection, where: Condition | None, order: Order, *, reverse: bool, limit: int
) -> list[int]:
    """The keys of the articles in the list that meet the condition, in the order; ``limit`` -1 gives all."""
    condition, values = _meant(where)
    asked = f"SELECT s.key FROM shelf s WHERE {condition}{{}} ORDER BY {_ORDERS[order][reverse]}"  # noqa: S608
    if order is Order.UNREAD:
        halves = [asked.format(" AND s.read IS NULL"), asked.format(" AND s.read IS NOT NULL")]
        both = _HALVES.format(*(reversed(halves) if reverse else halves))
        found = connection.execute(both, (*values, *values, limit))
    else:
        found = connection.execute(asked.format("") + " LIMIT ?", (*values, limit))
    return [key for (key,) in found]


def count(connection: sqlite3.Connection, where: Condition | None) -> int:
    """How many articles in the list meet the condition."""
    condition, values = _meant(where)
    number: int = connection.execute(f"SELECT count(*) FROM shelf s WHERE {condition}", values).fetchone()[0]  # noqa: S608
    return number


def summaries(connection: sqlite3.Connection, keys: Sequence[int], *, gone: bool = False) -> list[Summary]:
    """The summaries of these keys, in the order given, of those in the trash or of those that are not; no others."""
    found = {row[0]: row for row in connection.execute(rows.SELECT_SUMMARIES, (json.dumps(list(keys)), gone))}
    return [rows.summary(found[key]) for key in keys if key in found]


def star(connection: sqlite3.Connection, keys: Sequence[int], now: str, *, on: bool) -> None:
    """Star these articles, or take the star away; one that has it keeps the time it got it."""
    _set(connection, "starred", keys, now if on else None)


def mark_read(connection: sqlite3.Connection, keys: Sequence[int], now: str, *, on: bool) -> None:
    """Say that these articles were read, or were not."""
    _set(connection, "read", keys, now if on else None)


def tags(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The tags in the list, as written most often, and how many articles have each."""
    asked = (
        "SELECT shown, sum(number) FROM (SELECT t.name, t.shown, count(*) AS number FROM tag t "
        "JOIN shelf s ON s.key = t.key WHERE s.live GROUP BY t.name, t.shown ORDER BY t.name, number DESC) "
        "GROUP BY name ORDER BY name"
    )
    return [(shown, number) for shown, number in connection.execute(asked)]


def removed(connection: sqlite3.Connection) -> list[int]:
    """The keys of what lies in the trash, thrown there last first."""
    asked = "SELECT key FROM shelf WHERE gone IS NOT NULL ORDER BY gone DESC, key DESC"
    return [key for (key,) in connection.execute(asked)]


def older(connection: sqlite3.Connection, key: int) -> list[int]:
    """The key itself and those of its older versions, newest first."""
    asked = (
        "WITH RECURSIVE down (key, depth) AS (SELECT ?, 0 UNION SELECT s.key, depth + 1 FROM shelf s JOIN down "
        "ON s.newer = down.key) SELECT key FROM down ORDER BY depth"
    )
    return [found for (found,) in connection.execute(asked, (key,))]


def newest(connection: sqlite3.Connection, key: int) -> int:
    """The key of the version that stands in the list for this one: itself where there is no newer one."""
    asked = (
        "WITH RECURSIVE up (key, depth) AS (SELECT ?, 0 UNION SELECT s.newer, depth + 1 FROM shelf s JOIN up "
        "ON s.key = up.key WHERE s.newer IS NOT NULL AND depth < 10000) SELECT key FROM up ORDER BY depth DESC LIMIT 1"
    )
    found: int = connection.execute(asked, (key,)).fetchone()[0]
    return found


def _meant(where: Condition | None) -> tuple[str, tuple[str | int | float | None, ...]]:
    return ("s.live = 1", ()) if where is None else (f"s.live = 1 AND ({where.sql})", where.values)


def _set(connection: sqlite3.Connection, column: str, keys: Sequence[int], value: str | None) -> None:
    if value is None:
        done = f"UPDATE shelf SET {column} = NULL WHERE key = ?"  # noqa: S608 - one of two names of ours
        connection.executemany(done, [(key,) for key in keys])
    else:
        done = f"UPDATE shelf SET {column} = coalesce({column}, ?) WHERE key = ?"  # noqa: S608
        connection.executemany(done, [(value, key) for key in keys])

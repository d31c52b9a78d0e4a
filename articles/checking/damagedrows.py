"""Reading the rows of a damaged table past what cannot be read of it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_PROBED = 2_000_000
"""Row numbers looked up one by one in the stretch that a damaged page hides: some 10 µs each."""

UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What SQLite says of a damaged page."""

Row = tuple[Any, ...]


def numbered(old: sqlite3.Connection, table: str, names: str) -> Iterator[Row | None]:
    """The rows of a table with row numbers, each once; None where something cannot be read.

    From both ends up to the first damaged page, and what lies between those by its number.
    """
    last = None
    try:
        for row in old.execute(f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid'):  # noqa: S608
            last = row[0]
            yield tuple(row[1:])
        return
    except UNREADABLE:
        yield None
    end = None
    with contextlib.suppress(*UNREADABLE):
        for row in old.execute(f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid DESC'):  # noqa: S608
            if last is not None and row[0] <= last:
                break
            end = row[0]
            yield tuple(row[1:])
    first = (last or 0) + 1
    stop = end if end is not None else _highest(old, table) + 1
    for number in range(first, min(stop, first + _PROBED)):
        with contextlib.suppress(*UNREADABLE):
            for row in old.execute(f'SELECT {names} FROM "{table}" WHERE rowid = ?', (number,)):  # noqa: S608
                yield tuple(row)


def unnumbered(
    old: sqlite3.Connection, table: str, names: str, first: str, probes: Iterable[object]
) -> Iterator[Row | None]:
    """The rows of a table without row numbers, some more than once; None where something cannot be read.

    From both ends up to the first damaged page, by way of each index, and by the values that its first column may have.

    Args:
        old: The damaged library.
        table: The table.
        names: The columns wanted.
        first: The first column of its key.
        probes: What that may be; it is not asked where nothing is damaged.
    """
    try:
        for row in old.execute(f'SELECT {names} FROM "{table}"'):  # noqa: S608
            yield tuple(row)
        return
    except UNREADABLE:
        yield None
    ways = [f'ORDER BY "{first}" DESC']
    with contextlib.suppress(*UNREADABLE):
        for index in indexes(old, table):
            way = f'INDEXED BY "{index}" ORDER BY "{_leading(old, index)}"'
            ways += [way, f"{way} DESC"]
    for way in ways:
        with contextlib.suppress(*UNREADABLE):
            for row in old.execute(f'SELECT {names} FROM "{table}" {way}'):  # noqa: S608
                yield tuple(row)
    for value in probes:
        with contextlib.suppress(*UNREADABLE):
            for row in old.execute(f'SELECT {names} FROM "{table}" WHERE "{first}" = ?', (value,)):  # noqa: S608
                yield tuple(row)


def both_ways(old: sqlite3.Connection, asked: str, order: str) -> dict[Any, Any]:
    """What a question for two columns gives, read from both ends up to a damaged page."""
    found: dict[Any, Any] = {}
    for turn in ("", " DESC"):
        with contextlib.suppress(*UNREADABLE):
            for key, value in old.execute(f"{asked} ORDER BY {order}{turn}"):
                found[key] = value  # noqa: PERF403 - what came before the error counts
    return found


def expected(old: sqlite3.Connection, table: str) -> int | None:
    """How many rows the table had, as its indexes have it; None where none of them can be read."""
    counts = []
    with contextlib.suppress(*UNREADABLE):
        for index in indexes(old, table):
            with contextlib.suppress(*UNREADABLE):
                asked = f'SELECT count("{_leading(old, index)}"), count(*) FROM "{table}" INDEXED BY "{index}"'  # noqa: S608
                counts.append(old.execute(asked).fetchone()[1])
    return max(counts, default=None)


def indexes(old: sqlite3.Connection, table: str) -> Sequence[str]:
    """The table's indexes over all of its rows, besides the table itself."""
    found = old.execute(f'PRAGMA index_list("{table}")').fetchall()
    bare = "WITHOUT ROWID" in _statement(old, table).upper()
    return [name for _, name, _, origin, partial in found if not partial and not (bare and origin == "pk")]


def is_numbered(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the table has row numbers."""
    return "WITHOUT ROWID" not in _statement(connection, table).upper()


def _statement(connection: sqlite3.Connection, table: str) -> str:
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return str(found[0])


def _leading(old: sqlite3.Connection, index: str) -> str:
    return str(old.execute(f'PRAGMA index_info("{index}")').fetchone()[2])


def _highest(old: sqlite3.Connection, table: str) -> int:
    """The highest row number there may be: as the table or its indexes say, else as the library counts anything."""
    asked = [f'SELECT max(rowid) FROM "{table}"', f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'"]  # noqa: S608
    with contextlib.suppress(*UNREADABLE):
        asked += [f'SELECT max(rowid + 0) FROM "{table}" INDEXED BY "{index}"' for index in indexes(old, table)]  # noqa: S608
    asked.append("SELECT max(seq) FROM sqlite_sequence")
    for question in asked:
        with contextlib.suppress(*UNREADABLE):
            found = old.execute(question).fetchone()
            if found is not None and isinstance(found[0], int):
                return found[0]
    return 0

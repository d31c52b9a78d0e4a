"""What SQLite itself says of the file: pages, rows that point to rows that are not there."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import partial

from articles.checking.model import Finding

_MOST = 20


def pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Damaged pages, indexes out of step with their tables, rows that their table would not take."""
    said = [line for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    lines = [line for each in said if each != "ok" for line in str(each).splitlines()]
    found = [line for line in lines if line.strip() and not line.startswith("***")]
    if not found:
        return
    light = all("missing from index" in line or "wrong # of entries" in line for line in found)
    what = "indexes" if light else "damaged"
    for line in found:
        clean = "".join(char if char.isprintable() else "?" for char in line)[:200]
        yield Finding(what, f"SQLite says: {clean}", mend=_reindex if light else None)


def _reindex(connection: sqlite3.Connection) -> None:
    connection.execute("REINDEX")


def references(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Rows of any room that belong to a row that is not there, such as tags without their article."""
    lost: Counter[tuple[str, str, int]] = Counter()
    for table, _, parent, number in connection.execute("PRAGMA foreign_key_check"):
        lost[table, parent, number] += 1
    for (table, parent, number), count in lost.items():
        message = f"{count} rows of {table} belong to rows of {parent} that are not there"
        yield Finding("orphans", message, count, partial(_let_go, table=table, number=number))


def _let_go(connection: sqlite3.Connection, table: str, number: int) -> None:
    for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
        if row[0] != number:
            continue
        parent, column, target, action = row[2], row[3], row[4] or "rowid", row[6]
        lost = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{target}" FROM "{parent}")'  # noqa: S608
        if action != "SET NULL":
            connection.execute(f'DELETE FROM "{table}" WHERE {lost}')  # noqa: S608
        elif table == "shelf":  # where the one says something of the other
            connection.execute(f"UPDATE shelf SET newer = NULL, live = gone IS NULL WHERE {lost}")  # noqa: S608
        else:
            connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE {lost}')  # noqa: S608

"""Reading out of a damaged library row by row what can be read, into a new one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articles.backup import sync_folder
from articles.checking.model import lenient
from articles.database import Database, prepared
from articles.migrating import Migration
from articles.trouble import trouble

_PROBED = 2_000_000
"""Row numbers looked up one by one in the stretch that a damaged page hides: some 10 µs each."""


_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)


@dataclass(slots=True)
class Salvaged:
    """What came out of a damaged library.

    Attributes:
        rows: How many rows of each table were read.
        lost: The tables of which some could not be read.
    """

    rows: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def salvage(path: Path, migrations: Sequence[Migration]) -> Salvaged:
    """Put in the library's place a new one with all that can be read of it. A copy of it was made before.

    Raises:
        StorageError: Nothing can be read of it; it stays.
        sqlite3.Error: The new one cannot be written.
        OSError: The same.
    """
    fresh = path.with_name(f".{path.name}.{os.getpid()}.mended")
    _remove(fresh)
    salvaged = Salvaged()
    try:
        Database(fresh, migrations).close()
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)) as old:
            old.text_factory = lenient
            old.execute("PRAGMA writable_schema = ON")  # a table of which the statement is damaged costs that table
            _copy_all(path, old, fresh, salvaged)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        for end in ("-wal", "-shm"):  # they belong to the damaged one: SQLite would take them for the new one's
            path.with_name(path.name + end).unlink(missing_ok=True)
        fresh.replace(path)
        sync_folder(path.parent)
    finally:
        _remove(fresh)
    return salvaged


def _copy_all(path: Path, old: sqlite3.Connection, fresh: Path, salvaged: Salvaged) -> None:
    with closing(sqlite3.connect(fresh, isolation_level=None)) as new:
        prepared(new)
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute("PRAGMA synchronous = OFF")  # synced as a whole at the end
        tables = _tables(new)
        advice = "put a backup (*.bak beside it) in its place: reader backup --restore FILE"
        try:
            there = {name for (name,) in old.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            prepared(old)
            old.execute("PRAGMA cell_size_check = OFF")
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise trouble(path, "is damaged at its root, and nothing can be read of it", advice) from error
        if "article" not in there:
            raise trouble(path, "has no articles that can be read", advice)
        triggers = new.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            new.execute(f'DROP TRIGGER "{name}"')
        new.execute("BEGIN")
        for table in tables:
            if table in there:
                _copy_table(old, new, table, salvaged)
            else:
                salvaged.lost.append(table)
        for _, sql in triggers:
            new.execute(sql)
        new.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")
        new.execute("COMMIT")
        new.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        new.execute("PRAGMA journal_mode = DELETE").fetchone()


def _tables(new: sqlite3.Connection) -> list[str]:
    """The tables with rows of their own: not those that the index of words keeps for itself, nor what is known anew."""
    found = new.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    names = [name for (name,) in found]
    virtual = [name for (name,) in new.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")]
    kept = [
        name
        for name in names
        if name not in ("migration", "sqlite_sequence") and not any(name.startswith(f"{each}_") for each in virtual)
    ]
    return sorted(kept, key=lambda name: name != "article")


def _copy_table(old: sqlite3.Connection, new: sqlite3.Connection, table: str, salvaged: Salvaged) -> None:
    columns = _columns(new, table)
    with contextlib.suppress(*_UNREADABLE):
        there = _columns(old, table)
        columns = [each for each in columns if each in there]
    if not columns:
        salvaged.lost.append(table)
        return
    new.execute(f'DELETE FROM "{table}"')  # noqa: S608 - what a migration put in
    names = ", ".join(f'"{each}"' for each in columns)
    put = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608
    count = 0
    whole = True
    for row in _rows(old, table, names, _is_numbered(new, table)):
        if row is None:
            whole = False
            continue
        try:
            count += new.execute(put, row).rowcount
        except (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError, UnicodeError, OverflowError):
            whole = False  # of a row that the table would not take, nothing is to be believed
    salvaged.rows[table] = count
    if not whole:
        salvaged.lost.append(table)


def _rows(old: sqlite3.Connection, table: str, names: str, numbered: bool) -> Iterator[tuple[Any, ...] | None]:
    """The rows that can be read, each once where they are numbered; None for a stretch that cannot."""
    if not numbered:
        for order in ("", " ORDER BY 1 DESC"):
            try:
                for row in old.execute(f'SELECT {names} FROM "{table}"{order}'):  # noqa: S608
                    yield tuple(row)
                return
            except _UNREADABLE:
                yield None
        return
    last = None
    try:
        for row in old.execute(f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid'):  # noqa: S608
            last = row[0]
            yield tuple(row[1:])
        return
    except _UNREADABLE:
        yield None
    end = None
    held = []
    with contextlib.suppress(*_UNREADABLE):
        for row in old.execute(f'SELECT rowid, {names} FROM "{table}" ORDER BY rowid DESC'):  # noqa: S608
            if last is not None and row[0] <= last:
                break
            end = row[0]
            held.append(tuple(row[1:]))
    yield from held
    first = (last or 0) + 1
    stop = end if end is not None else _highest(old, table) + 1
    for number in range(first, min(stop, first + _PROBED)):
        with contextlib.suppress(*_UNREADABLE):
            for row in old.execute(f'SELECT {names} FROM "{table}" WHERE rowid = ?', (number,)):  # noqa: S608
                yield tuple(row)


def _highest(old: sqlite3.Connection, table: str) -> int:
    for asked in (f'SELECT max(rowid) FROM "{table}"', f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'"):  # noqa: S608
        with contextlib.suppress(*_UNREADABLE):
            found = old.execute(asked).fetchone()
            if found is not None and isinstance(found[0], int):
                return found[0]
    return 0


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _is_numbered(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return "WITHOUT ROWID" not in found[0].upper()


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)

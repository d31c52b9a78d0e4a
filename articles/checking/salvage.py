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
from articles.checking import articles as own
from articles.checking.carving import carved
from articles.checking.damagedrows import UNREADABLE, both_ways, expected, is_numbered, numbered, unnumbered
from articles.checking.model import lenient
from articles.database import Database, prepared
from articles.migrating import Migration
from articles.trouble import trouble

_MEANS = {"article": "id", "article_id": "id", "key": "key"}
"""What of an article the first column of a table's key names."""

_FACTS = (
    ("SELECT key, read FROM shelf INDEXED BY shelf_newest", "live"),
    ("SELECT key, starred FROM shelf INDEXED BY shelf_starred WHERE starred IS NOT NULL", "live"),
    ("SELECT key, gone FROM shelf INDEXED BY shelf_gone WHERE gone IS NOT NULL", "gone"),
    ("SELECT key, newer FROM shelf INDEXED BY shelf_newer WHERE newer IS NOT NULL", "newer"),
)
_STATE = """
UPDATE shelf SET read = ?1, starred = ?2, gone = ?3, newer = ?4, live = (?3 IS NULL AND ?4 IS NULL) WHERE key = ?5
"""


@dataclass(frozen=True, slots=True)
class Gone:
    """An article that was lost.

    Attributes:
        key: Its key.
        id: Its content hash; "" where that is not known any more.
        title: As it was written, else as it was sorted; "" where neither is known any more.
    """

    key: int
    id: str
    title: str


@dataclass(slots=True)
class Salvaged:
    """What came out of a damaged library.

    Attributes:
        rows: How many rows of each table were read.
        lost: The tables of which some could not be read.
        missing: How many rows are lost of those tables, where an index of theirs still says so.
        gone: The articles that are lost, as far as they are known.
    """

    rows: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)
    gone: list[Gone] = field(default_factory=list)


def salvage(path: Path, migrations: Sequence[Migration]) -> Salvaged:
    """Put in the library's place a new one with all that can be read of it. A copy of it was made before.

    Raises:
        StorageError: No article can be read of it; it stays.
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
            if table == "article":
                _find_lost(path, old, new, salvaged)
                if not salvaged.rows.get("article") and (salvaged.gone or "article" in salvaged.lost):
                    raise trouble(path, "has no articles that can be read", advice)
        _shelve_lost(old, new)
        _count_on(old, new)
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
    with contextlib.suppress(*UNREADABLE):
        there = _columns(old, table)
        columns = [each for each in columns if each in there]
    if not columns:
        salvaged.lost.append(table)
        salvaged.rows[table] = 0
        return
    new.execute(f'DELETE FROM "{table}"')  # noqa: S608 - what a migration put in
    names = ", ".join(f'"{each}"' for each in columns)
    put = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608
    count = 0
    whole = True
    for row in _rows(old, new, table, names):
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
        there_were = expected(old, table)
        if there_were is not None:
            salvaged.missing[table] = max(0, there_were - count)


def _rows(old: sqlite3.Connection, new: sqlite3.Connection, table: str, names: str) -> Iterator[tuple[Any, ...] | None]:
    if is_numbered(new, table):
        return numbered(old, table, names)
    first = _columns(new, table)[0]
    means = _MEANS.get(first)
    probes = (found[0] for found in new.execute(f"SELECT {means} FROM article")) if means else ()  # noqa: S608
    return unnumbered(old, table, names, first, probes)


def _find_lost(path: Path, old: sqlite3.Connection, new: sqlite3.Connection, salvaged: Salvaged) -> None:
    """Which articles the index of ids and the shelf know that were not read; some lie whole where nothing leads."""
    ids = both_ways(old, "SELECT key, id FROM article INDEXED BY sqlite_autoindex_article_1", "id")
    titles = both_ways(old, "SELECT key, title FROM shelf", "key")
    titles = both_ways(old, "SELECT key, title FROM shelf INDEXED BY shelf_title", "live") | titles
    known = {key for key in {*ids, *titles} if isinstance(key, int)}
    wanted = known - {key for (key,) in new.execute("SELECT key FROM article")}
    if not wanted:
        return
    columns = _columns(new, "article")
    put = f"INSERT OR IGNORE INTO article ({', '.join(columns)}) VALUES (:{', :'.join(columns)})"  # noqa: S608
    for found in carved(path, wanted, columns):
        with contextlib.suppress(sqlite3.IntegrityError):
            salvaged.rows["article"] += new.execute(put, found).rowcount
    for key in sorted(wanted - {key for (key,) in new.execute("SELECT key FROM article")}):
        ident, title = ids.get(key, ""), titles.get(key, "")
        with contextlib.suppress(*UNREADABLE):  # the small columns stand before the text
            for ident, title in old.execute("SELECT id, title FROM article WHERE key = ?", (key,)):  # noqa: B007
                pass
        salvaged.gone.append(Gone(key, str(ident), str(title)))
    if salvaged.gone or "article" in salvaged.lost:
        salvaged.missing["article"] = len(salvaged.gone)
    if not salvaged.gone and "article" in salvaged.lost:
        salvaged.lost.remove("article")


def _shelve_lost(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """What the reader did with an article stands in the indexes of the shelf too."""
    lost = [key for (key,) in new.execute("SELECT key FROM article WHERE key NOT IN (SELECT key FROM shelf)")]
    if not lost:
        return
    facts = [both_ways(old, asked, order) for asked, order in _FACTS]
    for key in lost:
        with contextlib.suppress(sqlite3.IntegrityError, ValueError):  # then the check finds it in no list
            new.execute(own.SHELVE_ANEW, (key,))
            new.execute(_STATE, (*(each.get(key) for each in facts), key))


def _count_on(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """No number is given twice, also where the rows with the highest ones were lost."""
    for name, seq in both_ways(old, "SELECT name, seq FROM sqlite_sequence", "rowid").items():
        if isinstance(name, str) and isinstance(seq, int) and 0 < seq < 1 << 40:
            new.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (seq, name))


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)

"""Bringing a library's tables up to date: all steps in one transaction, after a backup."""

from __future__ import annotations

import contextlib
import datetime
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from articles.libraryfile import APPLICATION_ID, foreign, newer, refuse
from articles.trouble import UNTOUCHED, trouble

_LEDGER = """CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, applied TEXT NOT NULL) STRICT"""


@dataclass(frozen=True, slots=True)
class Migration:
    """A step that some room of the program makes in the library's tables; once released, never changed.

    The library remembers by name which steps it has taken, so that each room may add steps to its own list
    whatever the other rooms have added since.

    Attributes:
        name: What names the step for ever; no two steps have the same, so begin it with the room's name.
        statements: The SQL of the step, one statement in each; without BEGIN, COMMIT or ROLLBACK.
    """

    name: str
    statements: tuple[str, ...]


def pending(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> list[Migration]:
    """The steps that the library has not taken yet, in the order of ``migrations``.

    Raises:
        StorageError: The library is none of ours, or took a step that this program does not know.
        sqlite3.Error: It cannot be read.
    """
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    refuse(path, application, version, len(migrations))
    if application != APPLICATION_ID:
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            raise foreign(path)
        return list(migrations)
    taken = {name for (name,) in connection.execute("SELECT name FROM migration")}
    if not taken <= {migration.name for migration in migrations}:
        raise newer(path)
    return [migration for migration in migrations if migration.name not in taken]


def migrate(connect: Callable[[], sqlite3.Connection], path: Path, migrations: Sequence[Migration]) -> None:
    """Take the steps the library has not taken: all of them, or none.

    Safe when several processes do it at once: one does, the others wait and find nothing left to do.

    Args:
        connect: Gives a new connection to the library.
        path: Where the library is; a backup is put beside it unless the library is new.
        migrations: All steps there are.

    Raises:
        StorageError: The library is not one this program may change, or its tables contradict each other.
        sqlite3.Error: A step failed; the library is as it was.
        OSError: The backup could not be written; the library is as it was.
    """
    with closing(connect()) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")  # a step may rebuild a table that others point to
        connection.execute("BEGIN IMMEDIATE")
        copies: list[Path] = []
        try:
            steps = pending(connection, path, migrations)
            if steps:
                _take(connection, connect, path, steps, copies)
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):  # closing it rolls back as well
                connection.execute("ROLLBACK")
            for copy in copies:  # the library is as it was: tried again and again, copies of it would fill the disk
                with contextlib.suppress(OSError):
                    copy.unlink()
            raise
    if copies:
        from articles.backup import thin

        thin(path)


def _take(
    connection: sqlite3.Connection,
    connect: Callable[[], sqlite3.Connection],
    path: Path,
    steps: Sequence[Migration],
    copies: list[Path],
) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version:
        with closing(connect()) as source:  # SQLite copies from no connection that is writing
            from articles.backup import back_up  # only where there is something to change

            copies.append(back_up(source, path, version, thinning=False))
    # What contradicted itself before is for `reader check --repair`, which needs a library that is up to date.
    before = _contradictions(connection)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    connection.execute(_LEDGER)
    for step in steps:
        for statement in step.statements:
            connection.execute(statement)
        connection.execute("INSERT INTO migration (name, applied) VALUES (?, ?)", (step.name, now))
    if _contradictions(connection) - before:
        raise trouble(path, "cannot be brought up to date: its tables contradict each other", UNTOUCHED)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version + len(steps)}")


def _contradictions(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """The rows that point at rows that are not there: table, row, and the table that they point at."""
    return {tuple(row[:3]) for row in connection.execute("PRAGMA foreign_key_check")}

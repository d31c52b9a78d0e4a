"""Checking a library's file, also one that the reader cannot open, and mending it after a backup."""

from __future__ import annotations

import datetime
import os
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from articles.backup import back_up, sync_folder
from articles.checking import articles as own
from articles.checking import file
from articles.checking.model import Check, Finding, examine, lenient, told
from articles.checking.salvage import Salvaged, salvage
from articles.checking.shape import shape
from articles.database import prepared
from articles.libraryfile import is_new
from articles.migrating import Migration, pending
from articles.presence import somebody_present
from articles.trouble import told as told_of
from articles.trouble import trouble

_ROUNDS = 4
"""Mending one thing may bring another to light, such as the index of a text that had to go."""


@dataclass(slots=True)
class Outcome:
    """What became of a library that was to be mended.

    Attributes:
        found: What was wrong.
        left: What still is, found by checking anew.
        backup: The library as it was; None where nothing had to be mended.
        salvaged: What could be read of each table, where the file itself was damaged.
    """

    found: list[Finding] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    backup: Path | None = None
    salvaged: Salvaged | None = None


def check(path: Path, migrations: Sequence[Migration], checks: Sequence[tuple[str, Check]]) -> list[Finding]:
    """What is wrong with the library; nothing is changed.

    Args:
        path: Its file.
        migrations: All steps of all rooms.
        checks: What other rooms look at, after the file and the articles.

    Raises:
        StorageError: There is none, it is another program's or a newer one's, or its first page is no database's.
    """
    if is_new(path, len(migrations)):
        raise trouble(path, "is not there", "reader add FILE makes one")
    try:
        with closing(_connect(path)) as connection:
            return _findings(connection, path, migrations, checks)
    except UnicodeDecodeError as error:
        return [Finding("damaged", f"the file cannot be read: {told(error)}")]
    except sqlite3.Error as error:
        if _is_damage(error):
            return [Finding("damaged", f"the file cannot be read: {told(error)}")]
        raise told_of(error, path) from error


def repair(path: Path, migrations: Sequence[Migration], checks: Sequence[tuple[str, Check]]) -> Outcome:
    """Mend what can be, after a backup of the library as it is; then check again.

    Raises:
        StorageError: As ``check`` does; or a reader's screen is open, or the library cannot be written. Then it is as
            it was.
    """
    outcome = Outcome(found=check(path, migrations, checks))
    outcome.left = outcome.found
    if all(each.what == "not checked" for each in outcome.found):
        return outcome
    if somebody_present(path):
        raise trouble(path, "is open in a reader", "close it, then mend: nothing was changed")
    try:
        if any(each.what == "damaged" for each in outcome.found):
            outcome.backup = _set_aside(path)
            try:
                outcome.salvaged = salvage(path, migrations)
            except BaseException:  # it lies there as it did
                _let_go(outcome.backup)
                raise
        else:
            outcome.backup = _backed_up(path)
        for _ in range(_ROUNDS):
            outcome.left = check(path, migrations, checks)
            wanted = [each for each in outcome.left if each.mend is not None]
            if not wanted:
                break
            _mend(path, wanted)
    except (sqlite3.Error, OSError) as error:
        raise told_of(error, path) from error
    outcome.left = check(path, migrations, checks)
    return outcome


def _findings(
    connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration], checks: Sequence[tuple[str, Check]]
) -> list[Finding]:
    found = list(examine(connection, [("the file", file.pages)]))
    if any(each.what == "damaged" for each in found):
        return found  # what the tables say is not to be believed
    if pending(connection, path, migrations):
        return [*found, Finding("older", "its tables are of an older version: open the reader once, then check again")]
    rest = [("the shape", shape(migrations)), ("the references", file.references), *own.CHECKS, *checks]
    return [*found, *examine(connection, rest)]


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5.0, isolation_level=None)
    try:
        prepared(connection)
        connection.text_factory = lenient
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0, isolation_level=None)
        prepared(connection)
        connection.text_factory = lenient
    except BaseException:
        connection.close()
        raise
    return connection


def _mend(path: Path, findings: Sequence[Finding]) -> None:
    with closing(_connect(path)) as connection:
        for finding in findings:
            if finding.mend is None:
                continue
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("PRAGMA defer_foreign_keys = ON")
                finding.mend(connection)
                connection.execute("COMMIT")
            except (sqlite3.Error, ValueError, TypeError):  # it stays among what is left
                if connection.in_transaction:
                    connection.execute("ROLLBACK")


def _backed_up(path: Path) -> Path:
    with closing(_connect(path)) as holder, closing(_connect(path)) as source:
        holder.execute("BEGIN IMMEDIATE")
        try:
            return back_up(source, path, source.execute("PRAGMA user_version").fetchone()[0], sound=False)
        finally:
            holder.execute("ROLLBACK")


def _set_aside(path: Path) -> Path:
    """A copy of the damaged file byte by byte, with the log beside it: SQLite's own way would stumble."""
    when = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S%f")
    target = path.with_name(f"{path.name}.damaged-{when}.bak")
    try:
        for end in ("", "-wal"):
            source = path.with_name(path.name + end)
            if source.exists():
                copy = target.with_name(target.name + end)
                shutil.copyfile(source, copy)
                copy.chmod(0o600)
                with copy.open("rb+") as written:
                    os.fsync(written.fileno())
        sync_folder(path.parent)
    except BaseException:  # half a copy is none
        _let_go(target)
        raise
    return target


def _let_go(copy: Path) -> None:
    for end in ("", "-wal"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)


def _is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

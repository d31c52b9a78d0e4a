"""The library's one SQLite file: how it is opened, read and written."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from articles.errors import StorageError
from articles.folding import fold
from articles.libraryfile import is_new
from articles.migrating import Migration, migrate, pending
from articles.trouble import UNTOUCHED, told, trouble

__all__ = ["Database", "Migration"]

_OLDEST_SQLITE = (3, 38, 0)  # STRICT tables, and JSON that is always there
_SETTINGS = (
    "PRAGMA synchronous = FULL",  # what was shown as saved is on the disk, not on its way there
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_NO_LOG_INDEX = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_READONLY_CANTINIT,
    sqlite3.SQLITE_READONLY_DIRECTORY,
    sqlite3.SQLITE_IOERR_SHMMAP,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}


class _Held:
    """One thread's connection; closed when its thread ends, at the latest."""

    __slots__ = ("__weakref__", "connection", "lock", "writing")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.lock = threading.RLock()
        self.writing = False

    def __del__(self) -> None:
        self.connection.close()


class Database:
    """A library file, opened and brought up to date.

    Several threads and several processes may use the same file. Each thread has a connection of its own,
    which is closed when the thread ends.

    Args:
        path: The file; it and its folders are made when they are not there.
        migrations: All steps of all rooms that keep something in the library. See ``Migration``.
        busy_seconds: How long to wait for another program that is writing.

    Raises:
        StorageError: The file cannot be used. Nothing was deleted, and nothing changed.
    """

    def __init__(self, path: Path, migrations: Sequence[Migration], *, busy_seconds: float = 5.0) -> None:
        if len({migration.name for migration in migrations}) < len(migrations):
            raise ValueError("two migrations have the same name")
        self.path = path
        self._migrations = tuple(migrations)
        self._busy_seconds = busy_seconds
        self._threads = threading.local()
        self._all: weakref.WeakSet[_Held] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._closed = False
        self._mode = "mode=rw"
        try:
            with self._telling():
                self._open()
        except OSError as error:
            raise told(error, path) from error

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections of all threads.

        What another thread is reading is given up; what it is writing ends first.
        Using the database afterwards raises ``StorageError``. Closing twice is fine.
        """
        with self._guard:
            self._closed = True
            every = list(self._all)
        for held in every:
            if not held.lock.acquire(blocking=False):
                if not held.writing:
                    held.connection.interrupt()
                held.lock.acquire()
            try:
                held.connection.close()
            finally:
                held.lock.release()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, for one consistent view of the library; may stand inside ``write``.

        Raises:
            StorageError: SQLite failed inside the block; its own error is the cause.
        """
        held = self._mine()
        with held.lock, self._telling():
            if held.connection.in_transaction:
                yield held.connection
                return
            with self._transaction(held, "BEGIN", "ROLLBACK"):
                yield held.connection

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, for changes that are all on the disk after the block, or none.

        Raises:
            StorageError: SQLite failed inside the block or at its end; its own error is the cause.
            RuntimeError: The block stands inside another ``read`` or ``write`` of the same thread.
        """
        held = self._mine()
        with held.lock, self._telling():
            if held.connection.in_transaction:
                raise RuntimeError("write() inside read() or write()")
            with self._transaction(held, "BEGIN IMMEDIATE", "COMMIT"):
                held.writing = True
                try:
                    yield held.connection
                finally:
                    held.writing = False

    @contextmanager
    def _transaction(self, held: _Held, begin: str, end: str) -> Iterator[None]:
        held.connection.execute(begin)
        try:
            yield
            held.connection.execute(end)
        except BaseException:
            self._roll_back(held)
            raise

    def _roll_back(self, held: _Held) -> None:
        try:
            if held.connection.in_transaction:  # SQLite itself rolls back when the disk is full
                held.connection.execute("ROLLBACK")
        except sqlite3.Error:
            held.connection.close()  # which rolls back; the thread gets a new connection the next time
            self._threads.held = None

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError as error:
            if self._closed:
                raise trouble(self.path, "is closed") from error
            raise told(error, self.path) from error
        except sqlite3.Error as error:
            raise told(error, self.path) from error
        except UnicodeDecodeError as error:  # in what SQLite itself says of damaged tables
            raise trouble(self.path, "is damaged", UNTOUCHED) from error

    def _mine(self) -> _Held:
        held: _Held | None = getattr(self._threads, "held", None)
        if held is None:
            with self._telling():
                held = _Held(self._connect(self._mode))
            with self._guard:
                self._all.add(held)
            self._threads.held = held
        if self._closed:
            held.connection.close()
            raise trouble(self.path, "is closed")
        return held

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=self._busy_seconds,
            isolation_level=None,
            check_same_thread=False,  # close() closes every thread's; a lock keeps the two apart
            # A kept statement keeps what was bound to it: 30 MB after storing 10 MB. Preparing it anew costs 0.03 ms.
            cached_statements=0,
        )
        try:
            prepared(connection)
            connection.execute("PRAGMA schema_version").fetchone()  # reads the first page, if that can be
        except BaseException:
            connection.close()
            raise
        return connection

    def _open(self) -> None:
        if sqlite3.sqlite_version_info < _OLDEST_SQLITE:  # pragma: no cover - none at hand
            old = f"this Python's SQLite {sqlite3.sqlite_version} is too old for the library"
            raise StorageError(old, "use a Python whose SQLite is 3.38 or newer")
        if "\0" in str(self.path):
            raise trouble(self.path, "cannot have such a name", "choose another place for the library")
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # what one reads is private
        new = is_new(self.path, len(self._migrations))
        connection = self._connect("mode=rwc") if new else self._connect_old()
        try:
            connection.execute("BEGIN")  # one view of it, should another process be making it right now
            steps = pending(connection, self.path, self._migrations)
            connection.execute("ROLLBACK")
            if self._mode == "mode=rw":
                _keep_log(connection)
            if steps:
                migrate(lambda: self._connect(self._mode), self.path, self._migrations)
        except BaseException:
            connection.close()
            raise
        self._threads.held = _Held(connection)
        self._all.add(self._threads.held)

    def _connect_old(self) -> sqlite3.Connection:
        try:
            return self._connect(self._mode)
        except sqlite3.OperationalError as error:
            # Where file or folder cannot be written, or the disk is full, there may be no way to keep the
            # index of a log. Reading without one is sound as long as no log waits to be merged.
            log = self.path.with_name(self.path.name + "-wal")
            if error.sqlite_errorcode not in _NO_LOG_INDEX or (log.exists() and log.stat().st_size):
                raise
            connection = self._connect("immutable=1")
            self._mode = "immutable=1"
            return connection


def prepared(connection: sqlite3.Connection) -> None:
    """Give a new connection the library's settings, and the functions that its statements use."""
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_function("canonical", 1, _canonical, deterministic=True)


def _canonical(url: str | None) -> str | None:
    if not url:
        return None
    from articles.addresses import canonical  # only where an address is compared

    return canonical(url)


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turn on the write-ahead log, once in a library's life."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    # Refused while another process does the same, or where nothing can be written: then as it is, this time.
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL").fetchone()

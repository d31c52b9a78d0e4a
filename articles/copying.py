"""A copy of the whole library where the reader wants it, made while it is in use; and the way back."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from articles.backup import back_up, sync_folder
from articles.errors import Problem, StorageError
from articles.libraryfile import is_new
from articles.trouble import shown, told, trouble

_PAGES = 500
"""Pages copied at once, 2 MB: between them progress is told and Ctrl-C heard."""

Step = Callable[[int, int], None]
"""Told how many pages are copied, of how many."""


class NotCopied(Problem):
    """The copy was not made; what was there of that name stays."""


def copy_library(library: Path, target: Path, step: Step = lambda *_: None, *, force: bool = False) -> int:
    """Copy the library into a file, as it is at one moment, while others read and write it.

    The copy is checked and on the disk before it gets its name; at every moment there is the old file or none, or the
    whole new one.

    Args:
        library: The library's file.
        target: The file to make.
        step: Told of progress.
        force: Whether a file of that name is replaced.

    Returns:
        The bytes of the copy.

    Raises:
        NotCopied: There is such a file, or it cannot be one.
        StorageError: The library or the file cannot be read or written; the message names which.
    """
    _refuse(library, target, force=force)
    part = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        _copied(library, part, step)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        size = part.stat().st_size
        if target.exists() and not force:  # made meanwhile
            raise _there(target)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise told(error, target) from error
    finally:
        for left in (part, *(part.with_name(part.name + end) for end in ("-journal", "-wal", "-shm"))):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
    return size


def restore_library(library: Path, copy: Path, known: int, step: Step = lambda *_: None) -> Path | None:
    """Put what is in a copy into the library's place, after a backup beside it of what is there.

    Safe while another reader is open: it sees all of it, or nothing.

    Args:
        library: The library's file; it may be missing.
        copy: A copy of a library.
        known: How many migrations this program knows.
        step: Told of progress.

    Returns:
        The backup of what was there; None where nothing was.

    Raises:
        NotCopied: There is no copy.
        StorageError: The copy is no sound library, or the library cannot be written; it is as it was.
    """
    if copy.exists() and library.exists() and copy.samefile(library):
        raise NotCopied("this is the library itself", "give the file that reader backup made")
    if is_new(copy, known):
        message = f"there is no copy of a library in {shown(str(copy))}"
        raise NotCopied(message, "give the file that reader backup made")
    try:
        with closing(_reading(copy)) as source:
            verdict = source.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if verdict != "ok":
                raise trouble(copy, "is damaged", "reader check --repair mends a library; nothing was changed")
            kept = None
            if not is_new(library, 1 << 30):
                with closing(_reading(library)) as present:
                    kept = back_up(present, library, present.execute("PRAGMA user_version").fetchone()[0])
            library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(library, timeout=5.0)) as target:
                # All at once: half a library is never seen.
                source.backup(target, progress=lambda _, left, total: step(total - left, total))
                target.execute("PRAGMA synchronous = FULL")
                target.execute("PRAGMA journal_mode = WAL").fetchone()
            return kept
    except sqlite3.Error as error:
        raise told(error, library) from error
    except OSError as error:
        raise told(error, library) from error


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5.0, isolation_level=None)


def _refuse(library: Path, target: Path, *, force: bool) -> None:
    try:
        theirs = {library.resolve(), *(library.with_name(library.name + end).resolve() for end in ("-wal", "-shm"))}
        if target.resolve() in theirs or (target.exists() and library.exists() and target.samefile(library)):
            raise NotCopied("this is the library itself", "give another file for the copy")
        if target.is_dir():
            message = f"{shown(str(target))} is a folder"
            raise NotCopied(message, "give the name of a file in it")
        if target.exists() and not (force and target.is_file()):
            raise _there(target)
    except (OSError, ValueError) as error:
        raise NotCopied(f"{shown(str(target))} cannot be written", "choose another place") from error  # noqa: EM102
    if is_new(library, 1 << 30):
        raise trouble(library, "is empty, or not there", "there is nothing to copy yet")


def _there(target: Path) -> NotCopied:
    message = f"there is a file {shown(str(target))} already"
    return NotCopied(message, "give another name, or --force to replace it")


def _copied(library: Path, part: Path, step: Step) -> None:
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)  # what one reads is private
    os.close(handle)
    try:
        source = _reading(library)
    except sqlite3.Error as error:
        raise told(error, library) from error
    with closing(source):
        try:
            # One view of it for the whole copy: else each write of another process would begin it anew.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error as error:
            raise told(error, library) from error
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as copy:
                copy.execute("PRAGMA synchronous = OFF")  # the whole file is synced once, at the end
                source.backup(copy, pages=_PAGES, progress=lambda _, left, total: step(total - left, total))
                copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, with no log beside it
                verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except sqlite3.Error as error:
            raise _whose(error, library, part) from error
    if verdict != "ok":
        raise trouble(library, "is damaged, so no copy of it was made", "reader check --repair mends what can be")


def _whose(error: sqlite3.Error, library: Path, part: Path) -> StorageError:
    """A library that is damaged, or a place for the copy that is not good."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    target = part.with_name(part.name.removeprefix(".").rpartition(".")[0].rpartition(".")[0])
    return told(error, library if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) else target)

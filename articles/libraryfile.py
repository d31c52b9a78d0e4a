"""What the library's file is, found out from its first bytes before SQLite may touch it."""

from __future__ import annotations

import stat
from pathlib import Path

from articles.errors import StorageError
from articles.trouble import UNTOUCHED, told, trouble

APPLICATION_ID = 0x4C454954
"""The number in the header that says the file is ours: "LEIT" in ASCII."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes; https://www.sqlite.org/fileformat.html section 1.3
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)


def is_new(path: Path, known: int) -> bool:
    """Whether there is no library yet: no file, or one without a byte.

    Args:
        path: Where the library is or will be.
        known: How many migrations this program knows.

    Raises:
        StorageError: The file is none of ours, is a newer program's, or cannot be read; it was not changed.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise told(error, path) from error
    if not stat.S_ISREG(status.st_mode):  # a folder, or a pipe that would be waited for without end
        raise trouble(path, "is not a file", "choose another place, or move it away")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise told(error, path) from error
    if not header:
        _refuse_orphan(path)
        return True
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise trouble(path, "is not a library, or is damaged", UNTOUCHED)
    refuse(path, _number(header[_APPLICATION_ID]), _number(header[_USER_VERSION]), known)
    return False


def refuse(path: Path, application: int, version: int, known: int) -> None:
    """Raise ``StorageError`` for a file of another program, or of a newer version of this one."""
    if application not in (0, APPLICATION_ID):
        raise foreign(path)
    if application == APPLICATION_ID and version > known:
        raise newer(path)


def foreign(path: Path) -> StorageError:
    """The error for a database that another program made."""
    return trouble(path, "belongs to another program", "nothing was changed: choose another place for the library")


def newer(path: Path) -> StorageError:
    """The error for a library whose tables this version of the program does not know."""
    return trouble(path, "was written by a newer version of this program", "nothing was changed: update the program")


def _refuse_orphan(path: Path) -> None:
    # SQLite deletes the log beside an empty file; it may hold all that is left of a library that was cut to
    # nothing. A library being made by another process has bytes before it has a log: hence the second look.
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size and not path.stat().st_size:
        raise trouble(path, "is empty, yet a log lies beside it", UNTOUCHED)


def _number(field: bytes) -> int:
    return int.from_bytes(field, "big")

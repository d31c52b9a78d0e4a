"""What SQLite and the system complain of, told as one line a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from articles.errors import StorageError

_SHOWN = 120
_PRIMARY = 0xFF  # the low byte of SQLite's extended result codes

_NOTHING_LOST = "what was saved before is kept"
UNTOUCHED = "nothing was changed: put a backup (*.bak beside it) in its place, or move it away to start anew"
"""The advice where the library's files themselves are bad."""

_RIGHTS = "check that you may read and write it and its folder"

_SQLITE = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", "try again when that one is done"),
    sqlite3.SQLITE_LOCKED: ("is in use by another program", "try again when that one is done"),
    sqlite3.SQLITE_PROTOCOL: ("is in use by another program", "try again when that one is done"),
    sqlite3.SQLITE_FULL: ("has no room on the disk", f"free some space and try again; {_NOTHING_LOST}"),
    sqlite3.SQLITE_READONLY: ("can be read but not written", _RIGHTS),
    sqlite3.SQLITE_PERM: ("can be read but not written", _RIGHTS),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", _RIGHTS),
    sqlite3.SQLITE_CORRUPT: ("is damaged", UNTOUCHED),
    sqlite3.SQLITE_NOTADB: ("is not a library, or is damaged", UNTOUCHED),
    sqlite3.SQLITE_IOERR: ("could not be read or written", f"see whether the disk is full; {_NOTHING_LOST}"),
    sqlite3.SQLITE_INTERRUPT: ("was closed before that was done", ""),
    sqlite3.SQLITE_TOOBIG: ("cannot hold something that large", _NOTHING_LOST),
    sqlite3.SQLITE_NOMEM: ("needs more memory than there is", _NOTHING_LOST),
}

_SYSTEM = {
    errno.EACCES: ("may not be opened", _RIGHTS),
    errno.EPERM: ("may not be opened", _RIGHTS),
    errno.EROFS: ("is on a disk that cannot be written", _RIGHTS),
    errno.ENOSPC: ("has no room on the disk", f"free some space and try again; {_NOTHING_LOST}"),
    errno.EDQUOT: ("has no room on the disk", f"free some space and try again; {_NOTHING_LOST}"),
    errno.EFBIG: ("has no room on the disk", f"free some space and try again; {_NOTHING_LOST}"),
    errno.EEXIST: ("cannot be made: a file stands where its folder should be", "move that file away"),
    errno.ENOTDIR: ("cannot be made: a file stands where its folder should be", "move that file away"),
    errno.ENAMETOOLONG: ("has too long a name", "choose a shorter folder"),
}


def shown(text: str) -> str:
    """The text fit for a message: one line, nothing unprintable, its end where it is long."""
    clean = "".join(char if char.isprintable() else "?" for char in text)
    return clean if len(clean) <= _SHOWN else f"…{clean[1 - _SHOWN :]}"


def trouble(path: Path, what: str, advice: str = "") -> StorageError:
    """An error that says what is wrong with the library at ``path``, and what to do."""
    return StorageError(f"the library {shown(str(path))} {what}", advice)


def told(error: sqlite3.Error | OSError, path: Path) -> StorageError:
    """What an error of SQLite or of the system means for the library at ``path``; raise it from the error."""
    if isinstance(error, OSError):
        other = (f"failed: {shown(error.strerror or str(error))}", _RIGHTS)
        return trouble(path, *_SYSTEM.get(error.errno or 0, other))
    code: int = getattr(error, "sqlite_errorcode", 0)  # only there when SQLite itself gave the error
    if code & _PRIMARY in _SQLITE:
        return trouble(path, *_SQLITE[code & _PRIMARY])
    message = shown(str(error))
    if message.startswith("no such module"):
        return StorageError(
            f"this Python's SQLite {sqlite3.sqlite_version} lacks a part the library needs ({message})",
            "use a Python whose SQLite has FTS5, such as the one from python.org or from uv",
        )
    return trouble(path, f"failed: {message}", _NOTHING_LOST)

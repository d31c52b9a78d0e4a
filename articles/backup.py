"""A copy of the library beside it, made while it is open, whole or not at all."""

from __future__ import annotations

import contextlib
import datetime
import os
import re
import sqlite3
from pathlib import Path

from articles.trouble import trouble

KEPT = 5
"""How many backups stay; older ones are removed when a new one is made."""


def back_up(source: sqlite3.Connection, path: Path, version: int, *, sound: bool = True, thinning: bool = True) -> Path:
    """Copy the library next to itself and return the copy's path.

    Its name is like ``library.db.v1-20260101T120000000000.bak``: the version, and when it was made (UTC).
    The copy is checked and on the disk before it gets its name. The caller holds the library's write lock
    through another connection than ``source``, so that nothing changes meanwhile and no other copy is made.
    ``sound`` says that only a sound library may become a backup; before mending one, it need not be. ``thinning``
    removes older backups then.

    Raises:
        StorageError: The copy is not sound.
        OSError: The folder cannot be written.
        sqlite3.Error: The library cannot be read or the copy not written.
    """
    for left in path.parent.glob(f"{_globbed(path.name)}.v*.bak.part*"):  # of a process that was killed
        left.unlink()
    when = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S%f")
    target = path.with_name(f"{path.name}.v{version}-{when}.bak")
    part = target.with_name(f"{target.name}.part")
    try:
        _copy(source, part, path, sound=sound)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    if thinning:
        thin(path)
    return target


def thin(path: Path) -> None:
    """Remove all but the newest of the backups beside the library at ``path``."""
    for old in backups(path)[KEPT:]:
        old.unlink()


def backups(path: Path) -> list[Path]:
    """The backups beside the library at ``path``, newest first."""
    name = re.compile(re.escape(path.name) + r"\.v\d+-(\d{8}T\d{6,12})\.bak")
    found = [(match[1], item) for item in path.parent.iterdir() if (match := name.fullmatch(item.name))]
    return [item for _, item in sorted(found, reverse=True)]


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder last through a power cut, where the system can."""
    if os.name == "nt":  # pragma: no cover - Windows has no such call and needs none
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(source: sqlite3.Connection, part: Path, path: Path, *, sound: bool) -> None:
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous = OFF")  # the whole file is synced once, at the end
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, with no log beside it
        verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    finally:
        copy.close()
    if sound and verdict != "ok":
        advice = "it was left as it is: put an older backup in its place"
        raise trouble(path, "is damaged, so no backup of it could be made", advice)


def _globbed(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)

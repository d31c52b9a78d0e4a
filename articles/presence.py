"""Whether a reader's screen is open on a library: held by the system, so that a crash leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path


def _file(library: Path) -> Path:
    return library.with_name(library.name + ".open")


@contextlib.contextmanager
def present(library: Path) -> Iterator[bool]:
    """Say, as long as the block lasts, that a screen is open; gives whether no other one is.

    Where the system has no such locks (Windows), or the folder cannot be written, one is never known to be alone.
    """
    handle = _opened(library)
    if handle is None:
        yield False
        return
    import fcntl

    try:
        alone = _try(handle, fcntl.LOCK_EX)
        fcntl.flock(handle, fcntl.LOCK_SH)
        yield alone
    finally:
        os.close(handle)


def somebody_present(library: Path) -> bool:
    """Whether a screen is open on the library; False where that cannot be known."""
    if not _file(library).exists():
        return False
    handle = _opened(library)
    if handle is None:
        return False
    import fcntl

    try:
        return not _try(handle, fcntl.LOCK_EX)
    finally:
        os.close(handle)


def _opened(library: Path) -> int | None:
    if os.name == "nt":  # pragma: no cover - no such locks there
        return None
    try:
        return os.open(_file(library), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None


def _try(handle: int, how: int) -> bool:
    import fcntl

    try:
        fcntl.flock(handle, how | fcntl.LOCK_NB)
    except OSError:
        return False
    return True

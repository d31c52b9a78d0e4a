"""The log's file: private, of bounded size, and safe to read in a terminal."""

from __future__ import annotations

import os
from pathlib import Path

from reader.locations import make_private

LARGEST = 1 << 20
"""Bytes after which a log is put aside; one older log is kept."""


def append(path: Path, text: str) -> None:
    """Write at the end of a log, which is made, with its folder, when there is something to say.

    Raises:
        OSError: It cannot be written.
        StorageError: Its folder cannot be made.
    """
    make_private(path.parent)
    if path.exists() and path.stat().st_size > LARGEST:
        path.replace(path.with_suffix(".log.1"))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(_visible(text))


def _visible(text: str) -> str:
    """The text with every control and format character written as its number: a log is read in a terminal."""
    return "".join(
        each if each.isprintable() or each == "\n" else each.encode("unicode_escape").decode() for each in text
    )

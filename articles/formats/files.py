"""The bytes of a file, as far as a person may want them read."""

from __future__ import annotations

import datetime
import os
import stat
from pathlib import Path

from articles.cleaning import clean_line
from articles.errors import UnreadableSource

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""


def read_bytes(path: Path) -> bytes:
    """What is in a file of at most ``LARGEST_FILE`` bytes.

    Raises:
        UnreadableSource: The file is missing, a folder, not to be read, or larger.
    """
    shown = clean_line(str(path), 200)
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            plain = stat.S_ISREG(status.st_mode)
            if plain and status.st_size > LARGEST_FILE:
                raise _too_large(shown)
            data = file.read() if plain else file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableSource(f"{shown}: there is no such file", "check the name") from None  # noqa: EM102
    except IsADirectoryError:
        raise UnreadableSource(f"{shown} is a folder", "give the files in it") from None  # noqa: EM102
    except PermissionError:
        message = f"{shown}: you have no permission to read it"
        raise UnreadableSource(message, "change its permissions, or copy it") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = clean_line(getattr(error, "strerror", None) or str(error), 200)
        raise UnreadableSource(f"{shown} cannot be read: {reason}", "check the file") from None  # noqa: EM102
    if len(data) > LARGEST_FILE:
        raise _too_large(shown)
    return data


def day_written(path: Path) -> datetime.date | None:
    """The day a plain file was last written, here; None for everything else."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None
        return datetime.datetime.fromtimestamp(status.st_mtime).astimezone().date()
    except (OverflowError, OSError, ValueError):
        return None


def _too_large(shown: str) -> UnreadableSource:
    limit = LARGEST_FILE // 1024 // 1024
    return UnreadableSource(f"{shown} is larger than {limit} MB", "give it in parts")

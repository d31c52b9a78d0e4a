"""The log while the app runs: what fails beside the screen goes to a file, never to the terminal."""

from __future__ import annotations

import contextlib
import logging
import os
from pathlib import Path

from articles.errors import Problem
from reader.locations import make_private

LARGEST = 1 << 20
"""Bytes after which the log is put aside; one older log is kept."""


class LogFile(logging.Handler):
    """Appends to a file that is made, with its folder, when there is something to say.

    Python's logging prints on standard error where nobody listens: on the terminal, once the app has left it.

    Args:
        path: The file. Where it cannot be written, what was to be said is lost.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(logging.WARNING)
        self._path = path
        self.setFormatter(logging.Formatter("%(asctime)s %(threadName)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write one entry, its traceback with it."""
        with contextlib.suppress(OSError, ValueError, Problem):
            text = _visible(self.format(record))
            make_private(self._path.parent)
            if self._path.exists() and self._path.stat().st_size > LARGEST:
                self._path.replace(self._path.with_suffix(".log.1"))
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text + "\n")


def log_to(path: Path) -> None:
    """Have all that the process logs written to ``path`` from here on."""
    logging.getLogger().addHandler(LogFile(path))


def _visible(text: str) -> str:
    """The text with every control and format character written as its number: a log is read in a terminal."""
    return "".join(
        each if each.isprintable() or each == "\n" else each.encode("unicode_escape").decode() for each in text
    )

"""The log while the app runs: what fails beside the screen goes to a file, never to the terminal."""

from __future__ import annotations

import contextlib
import logging
from pathlib import Path

from articles.errors import Problem
from reader.logfile import append


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
            append(self._path, self.format(record) + "\n")


def log_to(path: Path) -> None:
    """Have all that the process logs written to ``path`` from here on."""
    logging.getLogger().addHandler(LogFile(path))

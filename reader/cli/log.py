"""The log: where the detail of what failed is kept, out of the reader's sight."""

from __future__ import annotations

from pathlib import Path

LARGEST = 1 << 20
"""Bytes after which a log is put aside; one older log is kept."""


def keep(error: BaseException, home: str | None) -> Path | None:
    """Append the error's traceback to the log.

    Args:
        error: What was raised.
        home: What ``--home`` said.

    Returns:
        The log's file, or None where it cannot be written.
    """
    import datetime
    import os
    import traceback

    from articles.errors import Problem
    from reader.locations import locate, make_private

    try:
        path = locate(home).log_file
        make_private(path.parent)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_suffix(".log.1"))
        when = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        text = f"{when}\n{''.join(traceback.format_exception(error))}\n"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(_visible(text))
    except (OSError, ValueError, Problem):
        return None
    return path


def _visible(text: str) -> str:
    """The text with every control and format character written as its number: a log is read in a terminal."""
    return "".join(
        each if each.isprintable() or each == "\n" else each.encode("unicode_escape").decode() for each in text
    )

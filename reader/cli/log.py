"""The log: where the detail of what failed is kept, out of the reader's sight."""

from __future__ import annotations

from pathlib import Path


def keep(error: BaseException, home: str | None) -> Path | None:
    """Append the error's traceback to the log.

    Args:
        error: What was raised.
        home: What ``--home`` said.

    Returns:
        The log's file, or None where it cannot be written.
    """
    import datetime
    import traceback

    from articles.errors import Problem
    from reader.locations import locate
    from reader.logfile import append

    try:
        path = locate(home).log_file
        when = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        append(path, f"{when}\n{''.join(traceback.format_exception(error))}\n")
    except (OSError, ValueError, Problem):
        return None
    return path

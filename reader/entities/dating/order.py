"""The order of dates in time."""

from __future__ import annotations


def in_time(iso: str) -> tuple[int, str]:
    """What to sort a date by, ISO 8601 or a range of two: years before ours run backwards, so its letters do not do.

    A year comes before its months, a month before its days; a range is where it begins.
    """
    year, rest = (iso[:5], iso[5:]) if iso.startswith("-") else (iso[:4], iso[4:])
    try:
        return int(year), rest
    except ValueError:  # no date
        return LAST


LAST = (10_000, "")
"""After every date."""

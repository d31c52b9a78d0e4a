"""Dates as people type them in a query: a year, a month, a day, today, so many days ago."""

from __future__ import annotations

import calendar
import datetime
import re

from articles.folding import fold

ALLOWED = "write 2023, 2023-09, 2023-09-10, 10/9/2023, today, yesterday, or 7d, 2w, 3m, 1y for so long ago"
"""What is told about a wrong one."""

_iso = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_portuguese = re.compile(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})")
_ago = re.compile(r"-?(\d{1,4})([a-z]+)")
_TODAY = {"today": 0, "hoje": 0, "yesterday": 1, "ontem": 1}
_UNITS = {"d": 1, "w": 7, "s": 7, "m": 30.44, "y": 365.25, "a": 365.25}  # days; sem, dias, meses, anos begin so


def period(text: str, today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that a date means.

    Args:
        text: See ``ALLOWED``; the Portuguese words too. Day and month with slashes stand as in Portuguese.
        today: The day that "today" is.

    Raises:
        ValueError: It is no date, or no such day.
    """
    text = fold(text)
    if text in _TODAY:
        day = today - datetime.timedelta(_TODAY[text])
        return day, day
    ago = _ago.fullmatch(text)
    if ago is not None and ago[2] in ("d", "w", "s", "m", "y", "a"):
        first = max(datetime.date.min.toordinal(), today.toordinal() - round(int(ago[1]) * _UNITS[ago[2]]))
        day = datetime.date.fromordinal(first)
        return day, day
    if not text.isascii():  # digits of other scripts
        raise ValueError(text)
    found = _iso.fullmatch(text)
    if found is not None:
        year, month, day_ = found[1], found[2], found[3]
    else:
        found = _portuguese.fullmatch(text)
        if found is None:
            raise ValueError(text)
        year, month, day_ = found[3], found[2], found[1]
    return _days(int(year), int(month) if month else None, int(day_) if day_ else None)


def may_become(text: str) -> bool:
    """Whether a date may still come of what was typed so far."""
    text = fold(text)
    return any(word.startswith(text) for word in _TODAY) or re.fullmatch(r"-?[\d/-]{0,10}", text) is not None


def _days(year: int, month: int | None, day: int | None) -> tuple[datetime.date, datetime.date]:
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if day is None:
        first = datetime.date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    only = datetime.date(year, month, day)
    return only, only

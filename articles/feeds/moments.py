"""When an item was published: the dates of feeds, as they are written and as they ought to be."""

from __future__ import annotations

import datetime
import re

_LONGEST = 80
_EARLIEST = 1971  # the first days of 1970 are what programs write that know no date

_iso = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]\s?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?\s*"
)
_words = re.compile(
    r"(?:[^\W\d]{2,13}\.?(?:-feira)?,?\s+)?(\d{1,2})(?:\s+de)?[\s-]+([^\W\d]{3,9})\.?(?:\s+de)?,?[\s-]+(\d{4}|\d{2})"
    r"(?:,?(?:\s+(?:às|as|at))?\s+(\d{1,2})[:h](\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:(?:GMT|UTC|UT)\s?(?=[+-]))?"
    r"([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{2})?\s*(?:\([^)]*\))?\s*",
    re.IGNORECASE,
)
_american = re.compile(  # "Wed Sep 13 22:10:00 -0300 2023", "September 13, 2023"
    r"(?:[^\W\d]{2,9}\.?,?\s+)?([^\W\d]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([A-Za-z]{1,5}|[+-]\d{4})?)?,?\s+(\d{4})\s*"
)
_european = re.compile(
    r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:,?\s+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?\s*([A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?\s*"
)

_NAMES = (
    "jan",
    "feb fev",
    "mar",
    "apr abr",
    "may mai",
    "jun",
    "jul",
    "aug ago",
    "sep set",
    "oct out",
    "nov",
    "dec dez",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
# RFC 822's, and those of the lands where Portuguese is spoken. CST and IST are what Americans and Indians mean by
# them; a name that is not here says nothing, so that the moment stays unknown and the day known.
_ZONES = {
    "Z": 0,
    "UT": 0,
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 60,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "BRT": -180,
    "BRST": -120,
    "AMT": -240,
    "AMST": -180,
    "ACT": -300,
    "FNT": -120,
    "AZOT": -60,
    "AZOST": 0,
    "CVT": -60,
    "WAT": 60,
    "CAT": 120,
    "TLT": 540,
    "EST": -300,
    "EDT": -240,
    "CST": -360,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "MSK": 180,
    "JST": 540,
    "EEST": 180,
}


def read_moment(text: str) -> tuple[datetime.date | None, datetime.datetime | None]:
    """The day that a date names, in its own time zone, and the moment where time and zone are said too.

    RFC 822 and ISO 8601 with the liberties that feeds take: names of days and months in English or Portuguese, none
    of the day, one-digit hours, years of two digits, zones by name. What is no date gives ``(None, None)``, as do dates
    that cannot be (31 February, before 1971).
    """
    line = " ".join(text[:_LONGEST].split())
    for pattern, order in (
        (_iso, "ymd"),
        (_words, "dMy"),
        (_european, "dmy"),
    ):
        found = pattern.fullmatch(line)
        if found:
            values = dict(zip(order, found.groups()[:3], strict=True))
            return _moment(values, found[4], found[5], found[6], found[7])
    found = _american.fullmatch(line)
    if found:
        values = {"M": found[1], "d": found[2], "y": found[7]}
        return _moment(values, found[3], found[4], found[5], found[6])
    return None, None


def _moment(
    values: dict[str, str], hour: str | None, minute: str | None, second: str | None, zone: str | None
) -> tuple[datetime.date | None, datetime.datetime | None]:
    month = int(values["m"]) if "m" in values else _MONTHS.get(values["M"][:3].lower(), 0)
    year = int(values["y"])
    if len(values["y"]) == 2:
        year += 2000 if year < 70 else 1900
    try:
        day = datetime.date(year, month, int(values["d"]))
    except ValueError:
        return None, None
    if year < _EARLIEST:
        return None, None
    offset = _offset(zone)
    if hour is None or offset is None:
        return day, None
    try:
        # A leap second is the last one of its minute: nothing here can hold a sixty-first.
        time = datetime.time(int(hour), int(minute or 0), min(int(second or 0), 59))
        return day, datetime.datetime.combine(day, time, datetime.timezone(datetime.timedelta(minutes=offset)))
    except ValueError:
        return day, None


def _offset(zone: str | None) -> int | None:
    """Minutes east of Greenwich; None where that is not said."""
    if not zone:
        return None
    if zone[0] not in "+-":
        return _ZONES.get(zone.upper())
    digits = zone[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    total = hours * 60 + minutes
    return (-total if zone[0] == "-" else total) if total < 24 * 60 and minutes < 60 else None

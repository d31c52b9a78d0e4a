"""When an article was published: the day, and the moment where a page gives time and zone."""

from __future__ import annotations

import datetime
import email.utils
import re
from collections.abc import Iterable

from articles.formats.dates import parse_date

_EARLIEST = datetime.date(1800, 1, 1)
_EPOCH = datetime.date(1970, 1, 1)  # what a missing date becomes in careless programs

_iso = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_iso_time = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s*(Z|UTC|GMT"
    r"|[+-]\d{2}:?(?:\d{2})?)?(?:\[.{1,40}\])?\Z",
    re.IGNORECASE,
)
_in_text = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}\.?º?\s+(?:de\s+)?[a-zç]{3,9}\.?,?\s+(?:de\s+)?\d{4}",
    re.IGNORECASE,
)
_in_address = re.compile(r"/(20\d{2}|19\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|\Z)")

When = tuple[datetime.date, datetime.datetime | None]


def when(
    values: Iterable[str], today: datetime.date | None = None
) -> tuple[datetime.date | None, datetime.datetime | None]:
    """The day and the moment that the first readable of several values gives.

    A moment in UTC gives way to the same one in another zone: that is the publication's own, and so is its day. Values
    that lie in the future by more than two days are passed over.

    Args:
        values: As a page writes them, the most trustworthy first.
        today: The day in UTC; now, if not given.
    """
    latest = (today or datetime.datetime.now(datetime.UTC).date()) + datetime.timedelta(days=2)
    found = [each for each in map(read_moment, values) if each and _EARLIEST <= each[0] <= latest and each[0] != _EPOCH]
    if not found:
        return None, None
    day, moment = found[0]
    same_day = [each for each in found if abs((each[0] - day).days) <= 1]
    if moment is None:
        moment = next((each[1] for each in same_day if each[0] == day and each[1] is not None), None)
    elif not moment.utcoffset():
        local = next((each for each in same_day if each[1] == moment and each[1] and each[1].utcoffset()), None)
        day, moment = local or (day, moment)
    return day, moment


def read_moment(text: str) -> When | None:
    """The day, and the moment where a zone is given, that a text names; None where it names none."""
    text = text.strip()[:200]
    if found := _iso_time.match(text):
        zone = (found[3] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
        zone = zone if len(zone) != 3 else f"{zone}:00"
        try:
            moment = datetime.datetime.fromisoformat(f"{found[1]}T{found[2]}{zone}")
        except ValueError:
            return None
        return moment.date(), moment if moment.tzinfo is not None else None
    if text[:3].isalpha() and "," in text[:5]:
        try:
            moment = email.utils.parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            pass
        else:
            return moment.date(), moment if moment.tzinfo is not None else None
    return _day(text)


def day_in_address(url: str | None) -> str | None:
    """The day that an address holds ("/2023/09/15/"), as ISO writes it."""
    found = _in_address.search(url or "")
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else None


def _day(text: str) -> When | None:
    found = _in_text.search(text)
    if found is None:
        return None
    written = re.sub(r"\bmarco\b", "março", found[0].replace(",", ""), flags=re.IGNORECASE)
    try:
        return parse_date(written), None
    except ValueError:
        return None

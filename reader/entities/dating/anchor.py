"""What a date is counted from, and the arithmetic of days, weeks, months and years."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from reader.entities.dating.meaning import Meaning
from reader.entities.model import Doubt, Precision

NEAR = 10
"""Days: a number of a day so near the published day counts; a weekday that contradicts it there is not believed."""

MONTHS_BACK = 5
MONTHS_AHEAD = 2
"""A month named alone, where no verb tells its side, is at most so many months away, or it is not sure which it is."""

A_MONTH = 31
"""Days: a day told by its number alone, or by number and weekday, is no further away."""

FAR = 120
"""Days: a day of no named year that is further away, with no verb to tell on which side, is not sure."""

SURE = 30
"""Days: a day of no named year that lies so near the published day is meant, whatever the verb's tense."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an expression is counted from.

    Attributes:
        published: The day of publication, or None.
        tense: -1 where the sentence speaks of the past, 1 of the future, 0 where that is not known.
        this: Whether "neste", "desta" and the like stand before.
        year: The year that a date just before names, or None.
    """

    published: datetime.date | None
    tense: int = 0
    this: bool = False
    year: int | None = None


class NoSuchDayError(ValueError):
    """A day that the calendar does not have."""


RELATIVE = Meaning(precision=Precision.RELATIVE)


def unanchored(precision: Precision) -> Meaning:
    """What is counted from a day that is not known."""
    return Meaning(None, precision, Doubt.UNANCHORED)


def of_day(day: datetime.date) -> Meaning:
    """One day."""
    return Meaning(day.isoformat(), Precision.DAY)


def of_month(months: int) -> Meaning:
    """One month, counted from the year 0 (12 × year + month - 1)."""
    return Meaning(iso_month(months), Precision.MONTH)


def iso_month(months: int) -> str:
    """A month as ISO 8601.

    Raises:
        OverflowError: It is outside the calendar.
    """
    if not 12 <= months < 120_000:
        raise OverflowError(months)
    return f"{months // 12:04}-{months % 12 + 1:02}"


def iso_year(year: int) -> str:
    """A year as ISO 8601; 0 is 1 BC, -43 is 44 BC."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def of_year(year: int) -> Meaning:
    """One year; RELATIVE where it lies so far back that only the length of time was meant."""
    return Meaning(iso_year(year), Precision.YEAR) if year > 0 else RELATIVE


def of_years(first: int, last: int, precision: Precision = Precision.RANGE) -> Meaning:
    """Years, both included, the first before the last."""
    if first >= last:
        return unanchored(precision)
    return Meaning(f"{iso_year(first)}/{iso_year(last)}", precision)


def of_days(first: datetime.date, last: datetime.date) -> Meaning:
    """Days, both included, the first before the last."""
    if first >= last:
        return unanchored(Precision.RANGE)
    return Meaning(f"{first.isoformat()}/{last.isoformat()}", Precision.RANGE)


def of_decade(year: int) -> Meaning:
    """The decade of a year: 1990 to 1999."""
    first = year - year % 10
    return of_years(first, first + 9, Precision.DECADE)


def of_century(number: int, *, before: bool = False) -> Meaning:
    """A century: the 19th is 1801 to 1900, the 5th before our era is 500 to 401 BC."""
    if before:
        return of_years(1 - number * 100, -(number - 1) * 100, Precision.CENTURY)
    return of_years(number * 100 - 99, number * 100, Precision.CENTURY)


def of_week(day: datetime.date) -> Meaning:
    """The week of a day, Monday to Sunday."""
    monday = day - datetime.timedelta(days=day.weekday())
    return of_days(monday, monday + datetime.timedelta(days=6))


def months_of(day: datetime.date) -> int:
    """The month of a day, counted from the year 0."""
    return day.year * 12 + day.month - 1


def day_of(year: int, month: int, day: int) -> datetime.date:
    """The day.

    Raises:
        NoSuchDayError: 31 April, or 29 February of a common year.
    """
    if day > calendar.monthrange(year, month)[1]:
        raise NoSuchDayError(day)
    return datetime.date(year, month, day)


def place_day(day: int, month: int, anchor: Anchor, weekday: int | None = None) -> datetime.date | None:
    """The day of a year that is not named: the nearest to the published day, or on the side that the tense says.

    Args:
        day: The day of the month.
        month: 1 to 12.
        anchor: What it is counted from.
        weekday: 0 for Monday, to 6: tells the year where the day is far away.

    Raises:
        NoSuchDayError: No year has it.
    """
    day_of(2000, month, day)
    published = anchor.published
    if published is None:
        return None
    near = []
    for year in range(max(published.year - 1, 1), min(published.year + 1, 9999) + 1):
        try:
            near.append(day_of(year, month, day))
        except NoSuchDayError:  # 29 February of a common year
            continue
    near.sort(key=lambda found: abs((found - published).days))
    if not near or abs((near[0] - published).days) <= SURE:
        return near[0] if near else None
    fitting = [each for each in near if each.weekday() == weekday]
    sided = [each for each in fitting or near if (each - published).days * anchor.tense > 0] or fitting
    if sided:
        return sided[0]
    return near[0] if abs((near[0] - published).days) <= FAR else None


def month_alone(month: int, anchor: Anchor) -> Meaning:
    """A month of a year that is not named: by the tense, else the nearest if it is near."""
    published = anchor.published
    if published is None:
        return unanchored(Precision.MONTH)
    back = (published.month - month) % 12
    if anchor.tense > 0 and back:
        back -= 12
    elif anchor.tense == 0 and back > MONTHS_BACK:
        back -= 12
        if -back > MONTHS_AHEAD:
            return unanchored(Precision.MONTH)
    return of_month(months_of(published) - back)


def weekday_near(wanted: int, anchor: Anchor, side: str | None) -> datetime.date:
    """The day of a weekday: the last one, today included, or as the words beside it and the tense say.

    Args:
        wanted: 0 for Monday, to 6.
        anchor: With a published day.
        side: "passada", "próxima", "que vem", "última", or None.
    """
    published = anchor.published
    assert published is not None
    back = (published.weekday() - wanted) % 7
    if side is not None and side.startswith(("próxim", "que")):
        back -= 7
    elif side is not None:
        back = back or 7
    elif (anchor.tense > 0 and back) or (anchor.tense == 0 and anchor.this and back > 3):
        back -= 7
    return published - datetime.timedelta(days=back)


def numbered_day(number: int, wanted: int, published: datetime.date) -> Meaning:
    """The day with this number and weekday: "quarta-feira (13)". Flagged where the two contradict each other."""
    near = sorted(_numbered(number, published), key=lambda day: abs((day - published).days))
    for day in near:
        if day.weekday() == wanted:
            return of_day(day)
        if abs((day - published).days) <= NEAR:
            break
    return Meaning(None, Precision.DAY, Doubt.WEEKDAY)


def _numbered(number: int, published: datetime.date) -> list[datetime.date]:
    """The last day and the next of this number, in about a month on each side of the published day."""
    here = months_of(published)
    days = []
    for months in (here - 1, here, here + 1):
        try:
            day = day_of(months // 12, months % 12 + 1, number)
        except ValueError:  # no such day in this month, or outside the calendar
            continue
        if abs((day - published).days) <= A_MONTH:
            days.append(day)
    return days


def number_alone(number: int, anchor: Anchor) -> Meaning:
    """The day that "dia 13" means: the nearest of that number where it is near, else not sure of which month."""
    published = anchor.published
    if published is None:
        return unanchored(Precision.DAY)
    days = _numbered(number, published)
    sided = [day for day in days if (day - published).days * anchor.tense >= 0] or days
    near = min(sided, key=lambda day: abs((day - published).days), default=None)
    if near is None or (anchor.tense == 0 and abs((near - published).days) > NEAR):
        return unanchored(Precision.DAY)
    return of_day(near)

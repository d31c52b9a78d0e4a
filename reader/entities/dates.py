"""Which day, month, year or range an expression of time means, given the day the article was published."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from reader.entities.date_patterns import MONTH, find_dates
from reader.entities.gazetteer import fold

MONTHS = (
    "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho",
    "agosto", "setembro", "outubro", "novembro", "dezembro",
)  # fmt: skip
WEEKDAYS = ("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo")

NEAR = 10
"""Days: a day named by weekday and number lies so near the published day, or the two are not believed."""

MONTHS_AROUND = 4
"""A month named alone is the nearest of its name only when it is at most so many months away."""

_RELATIVE = {"hoje": 0, "ontem": -1, "anteontem": -2, "amanha": 1}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_YEAR = re.compile(r"\b(1\d{3}|20\d\d)\b")
_NUMBER = re.compile(r"\d+")
_MONTH = re.compile(MONTH, re.IGNORECASE)
_WEEKDAY = re.compile(r"segunda|terca|quarta|quinta|sexta|sabado|domingo")


def resolve(text: str, published: datetime.date | None = None) -> str | None:
    """The date an expression means, in ISO 8601 and as precise as known; None when that is not sure.

    Args:
        text: The expression alone ("quarta-feira (13)", "julho de 2000", "anos 90").
        published: The day that "ontem", weekdays and days without a year are counted from.

    Returns:
        ``2023-09-13``, ``2000-07``, ``2019`` or a range of two of these with ``/`` between them.
    """
    form = form_of(text)
    if form is None:
        return None
    try:
        return _FORMS[form](text, published)
    except (ValueError, OverflowError):  # no such day: 31 de abril, or before the calendar begins
        return None


def year_of(text: str) -> int | None:
    """The year that an expression itself names ("julho de 2000", "2019"), or None."""
    return _year_of(text)


def needs_year(text: str) -> bool:
    """Whether an expression is a day or a month of a year that it does not name."""
    return _month_of(text) is not None and _year_of(text) is None


def form_of(text: str) -> str | None:
    """What kind of expression this is when it stands after a word such as "em"; None when it is none."""
    for lead in ("em ", "nesta ", "entre ", "de "):
        for found in find_dates(lead + text):
            if found.span.start == len(lead) and found.span.end == len(lead) + len(text):
                return found.form
    return None


def _iso(text: str, _: datetime.date | None) -> str | None:
    return datetime.date.fromisoformat(text).isoformat()


def _numeric(text: str, _: datetime.date | None) -> str | None:
    day, month, year = (int(part) for part in _NUMBER.findall(text))
    if year < 100:
        year += 2000 if year < 50 else 1900
    return datetime.date(year, month, day).isoformat()


def _day(text: str, published: datetime.date | None) -> str | None:
    number = _NUMBER.search(text)
    month, year = _month_of(text), _year_of(text)
    if number is None or month is None:
        return None
    day = _place(int(number[0]), month, year, published)
    if day is None or _contradicts(text, day):
        return None
    return day.isoformat()


def _range(text: str, published: datetime.date | None) -> str | None:
    first, last = (int(part) for part in _NUMBER.findall(text)[:2])
    month, year = _month_of(text), _year_of(text)
    if month is None:
        return None
    end = _place(last, month, year, published)
    if end is None or first >= last:
        return None
    return f"{end.replace(day=first).isoformat()}/{end.isoformat()}"


def _weekday(text: str, published: datetime.date | None) -> str | None:
    if published is None:
        return None
    plain = fold(text)
    name = _WEEKDAY.search(plain)
    numbers = [int(part) for part in _NUMBER.findall(text)]
    if name is None or "seguinte" in plain or "anterior" in plain:
        return None
    wanted = WEEKDAYS.index(name[0])
    if len(numbers) == 2:
        day = _place(numbers[0], numbers[1], None, published)
        return day.isoformat() if day and day.weekday() == wanted else None
    if numbers:
        return _numbered(numbers[0], wanted, published)
    back = (published.weekday() - wanted) % 7
    if "proxim" in plain or "que vem" in plain:
        return (published + datetime.timedelta(days=7 - back)).isoformat()
    if ("passad" in plain or "ultim" in plain) and back == 0:
        back = 7
    return (published - datetime.timedelta(days=back)).isoformat()


def _numbered(number: int, weekday: int, published: datetime.date) -> str | None:
    for distance in range(NEAR + 1):
        for day in {published - datetime.timedelta(days=distance), published + datetime.timedelta(days=distance)}:
            if day.day == number and day.weekday() == weekday:
                return day.isoformat()
    return None


def _month(text: str, _: datetime.date | None) -> str | None:
    return f"{_year_of(text)}-{_month_of(text):02}"


def _bare(text: str, published: datetime.date | None) -> str | None:
    month, plain = _month_of(text), fold(text)
    if published is None or month is None:
        return None
    back = (published.month - month) % 12
    if "passado" in plain or "ultimo" in plain:
        back = back or 12
    elif "proximo" in plain or "que vem" in plain:
        back -= 12
    elif back > MONTHS_AROUND:
        back -= 12
        if -back > MONTHS_AROUND:
            return None
    total = published.year * 12 + published.month - 1 - back
    return f"{total // 12}-{total % 12 + 1:02}"


def _century(text: str, _: datetime.date | None) -> str | None:
    plain = fold(text)
    if "a." in plain:
        return None  # ISO years before the first are not for readers
    number = _roman(plain.split()[1])
    return f"{number * 100 - 99:04}/{number * 100:04}" if 0 < number <= 21 else None


def _decade(text: str, _: datetime.date | None) -> str | None:
    numbers = _NUMBER.findall(text)
    first = int(numbers[0])
    if first < 100:
        if first < 30:
            return None  # the twenties of which century?
        first += 1900
    return f"{first}/{first + 9}"


def _year(text: str, _: datetime.date | None) -> str | None:
    return text


def _years(text: str, _: datetime.date | None) -> str | None:
    first, last = _NUMBER.findall(text)
    return f"{first}/{last}" if first < last else None


def _relative(text: str, published: datetime.date | None) -> str | None:
    if published is None:
        return None
    return (published + datetime.timedelta(days=_RELATIVE[fold(text)])).isoformat()


def _place(day: int, month: int, year: int | None, published: datetime.date | None) -> datetime.date | None:
    """The day; without a year the one nearest to the published day."""
    if year is not None:
        return datetime.date(year, month, day)
    if published is None:
        return None
    near = []
    for candidate in (published.year - 1, published.year, published.year + 1):
        try:
            near.append(datetime.date(candidate, month, day))
        except ValueError:  # 29 February of a common year
            continue
    return min(near, key=lambda found: abs((found - published).days), default=None)


def _contradicts(text: str, day: datetime.date) -> bool:
    name = _WEEKDAY.search(fold(text))
    return name is not None and WEEKDAYS.index(name[0]) != day.weekday()


def _month_of(text: str) -> int | None:
    found = _MONTH.search(text)
    return MONTHS.index(fold(found[0])) + 1 if found else None


def _year_of(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def _roman(numeral: str) -> int:
    values = [_ROMAN[sign] for sign in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


_FORMS: dict[str, Callable[[str, datetime.date | None], str | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "range": _range,
    "day": _day,
    "weekday": _weekday,
    "short": _weekday,
    "month": _month,
    "bare": _bare,
    "century": _century,
    "decade": _decade,
    "years": _years,
    "year": _year,
    "relative": _relative,
}

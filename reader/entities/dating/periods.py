"""What expressions that name weeks, months, years, decades and centuries mean."""

from __future__ import annotations

import datetime
from re import Match

from reader.entities.dating import words as w
from reader.entities.dating.anchor import (
    RELATIVE,
    Anchor,
    day_of,
    iso_month,
    iso_year,
    month_alone,
    months_of,
    of_century,
    of_days,
    of_decade,
    of_month,
    of_year,
    of_years,
    unanchored,
)
from reader.entities.dating.counted import COUNTED, shifted
from reader.entities.dating.days import Resolver, named_year
from reader.entities.dating.meaning import Meaning
from reader.entities.model import Precision

_LAST_CENTURY = 21
_CLEAR_TENS = 30  # "anos 30" are of the last century; "anos 20" may be of this one
_PARTS = {"semestre": 6, "quadrimestre": 4, "trimestre": 3, "bimestre": 2}


def _side(month: int, words: str, published: datetime.date) -> int:
    """The last month of a name before the published one, or the next after it."""
    back = (published.month - month) % 12
    return months_of(published) - (back - 12 if words.startswith(("pr", "que")) else back or 12)


def _month(match: Match[str], anchor: Anchor) -> Meaning:
    year, month = named_year(match, anchor), w.month_number(match["m"])
    if year == "relative":
        return RELATIVE
    if isinstance(year, int):
        return of_month(year * 12 + month - 1)
    if year is None and anchor.year is not None and not match.groupdict().get("rel"):
        return of_month(anchor.year * 12 + month - 1)
    if year == "side" and anchor.published is not None:
        return of_month(_side(month, match["rel"], anchor.published))
    return month_alone(month, anchor) if year is None else unanchored(Precision.MONTH)


def _months(match: Match[str], anchor: Anchor) -> Meaning:
    first, last = named_year(match, anchor, "1"), named_year(match, anchor)
    if last == "relative":
        return RELATIVE
    month1, month2 = w.month_number(match["m1"]), w.month_number(match["m2"])
    if isinstance(last, int):
        end = last * 12 + month2 - 1
    elif last == "side" and anchor.published is not None:
        end = _side(month2, match["rel"], anchor.published)
    else:
        told = month_alone(month2, anchor)
        if told.date is None:
            return unanchored(Precision.RANGE)
        end = int(told.date[:4]) * 12 + month2 - 1
    start = first * 12 + month1 - 1 if isinstance(first, int) else end - (month2 - month1) % 12
    return (
        Meaning(f"{iso_month(start)}/{iso_month(end)}", Precision.RANGE) if start < end else unanchored(Precision.RANGE)
    )


def _monthly(match: Match[str], _: Anchor) -> Meaning:
    return of_month(int(match["y"]) * 12 + int(match["n"]) - 1)


def _era(match: Match[str], _: Anchor) -> Meaning:
    year = int(match["y"])
    return Meaning(iso_year(1 - year if _before(match) else year), Precision.YEAR)


def _before(match: Match[str]) -> bool:
    return match["era"] == "a" or match["cristo"] == "antes"


def _eras(match: Match[str], anchor: Anchor) -> Meaning:
    first, last = int(match["y1"]), int(match["y2"])
    if _before(match):
        first, last = 1 - first, 1 - last
    return of_years(first, last)


def _years(match: Match[str], _: Anchor) -> Meaning:
    first = int(match["y1"])
    if match["short"]:
        return of_years(first, first - first % 100 + int(match["y2t"]))
    return of_years(first, first + 1 if match["slash"] else int(match["y2"]))


def _year(match: Match[str], _: Anchor) -> Meaning:
    return of_year(int(match["y"]))


def _number(match: Match[str], group: str) -> int:
    return w.roman(match[group]) if match[group] else int(match[group + "n"])


def _century(match: Match[str], anchor: Anchor) -> Meaning:
    number = _number(match, "c")
    before = bool(match["era"] or match["cristo"]) and _before(match)
    if not 0 < number <= (99 if before else _LAST_CENTURY):
        return unanchored(Precision.CENTURY)
    return of_century(number, before=before)


def _centuries(match: Match[str], _: Anchor) -> Meaning:
    first, last = _number(match, "c1"), _number(match, "c2")
    if not 0 < first < last <= _LAST_CENTURY:
        return unanchored(Precision.RANGE)
    return of_years(first * 100 - 99, last * 100)


def _ten(text: str) -> int:
    ten = text.lstrip("'’")
    return int(ten) if ten.isdigit() else (w.TENS.index(ten) + 1) * 10


def _decade(match: Match[str], anchor: Anchor) -> Meaning:
    first = _ten(match["ten"])
    century = None
    if match["of"]:
        century = int(match["of"]) if match["of"].isdigit() else w.roman(match["of"])
    elif match["last"]:
        if anchor.published is None:
            return unanchored(Precision.DECADE)
        century = (anchor.published.year - 1) // 100
    if first < 100:
        if century is None and first < _CLEAR_TENS:
            return unanchored(Precision.DECADE)  # the twenties of which century?
        first += 1900 if century is None else (century - 1) * 100
    return of_decade(first)


def _decades(match: Match[str], _: Anchor) -> Meaning:
    """What "anos 60 e 70" means: from the first year of the one to the last of the other."""
    first, last = _ten(match["ten1"]), _ten(match["ten2"])
    if first < 100 and last < 100:
        if first < _CLEAR_TENS:
            return unanchored(Precision.RANGE)  # the twenties of which century?
        first, last = first + 1900, last + 1900
    elif last < 100:
        last += first - first % 100
    return of_years(first, last + 9)


def _first_decade(match: Match[str], _: Anchor) -> Meaning:
    number = _number(match, "c")
    if match["nth"] == "últim" or not 0 < number <= _LAST_CENTURY:
        return of_years(number * 100 - 9, number * 100, Precision.DECADE) if number else unanchored(Precision.DECADE)
    first = number * 100 - 99 + 10 * (w.ORDINALS[match["nth"]] - 1)
    return of_years(first, first + 9, Precision.DECADE)


def _part(match: Match[str], anchor: Anchor) -> Meaning:
    """What "primeiro semestre de 2022" means; without a year that of the published one, once it has begun."""
    months = _PARTS[match["what"]]
    count = 12 // months
    nth = count if match["nth"] == "últim" else w.ORDINALS[match["nth"]]
    year = named_year(match, anchor)
    if nth > count or year == "relative":
        return RELATIVE
    begin = (nth - 1) * months
    if not isinstance(year, int):
        if anchor.published is None or year == "side" or match["nth"] == "últim":
            return unanchored(Precision.RANGE)
        if begin >= anchor.published.month and anchor.tense <= 0:
            return unanchored(Precision.RANGE)
        year = anchor.published.year
    start = year * 12 + begin
    return Meaning(f"{iso_month(start)}/{iso_month(start + months - 1)}", Precision.RANGE)


def _fortnight(match: Match[str], anchor: Anchor) -> Meaning:
    month = _month(match, anchor)
    if month.date is None:
        return Meaning(None, Precision.RANGE if month.doubt else month.precision, month.doubt)
    year, number = (int(part) for part in month.date.split("-"))
    if match["nth"] in {"primeir", "1"}:
        return of_days(day_of(year, number, 1), day_of(year, number, 15))
    following = year * 12 + number
    return of_days(
        day_of(year, number, 16), day_of(following // 12, following % 12 + 1, 1) - datetime.timedelta(days=1)
    )


def _weekend(match: Match[str], anchor: Anchor) -> Meaning:
    """The weekend that is going on; else by the words and the tense; alone on a Monday or Tuesday the last one."""
    side, published = match["side"] or match["pre"], anchor.published
    if side in {"seguinte", "anterior"}:
        return RELATIVE
    if published is None:
        return unanchored(Precision.RANGE)
    day = published.weekday()
    going = day >= 5
    saturday = published - datetime.timedelta(days=day - 5 if going else day + 2)  # this one, or the last
    if side:
        ahead = side.startswith(("próx", "que"))
        step = 7 if ahead else -7 if going else 0
    elif going:
        step = 0
    elif anchor.tense or match["this"] or anchor.this:
        step = 7 if anchor.tense > 0 or (anchor.tense == 0 and day >= 2) else 0
    elif day <= 1:
        step = 0
    else:
        return unanchored(Precision.RANGE)
    saturday += datetime.timedelta(days=step)
    return of_days(saturday, saturday + datetime.timedelta(days=1))


def _this(match: Match[str], anchor: Anchor) -> Meaning:
    return shifted(match["period"], 0, anchor)


def _sided(match: Match[str], anchor: Anchor) -> Meaning:
    side = match["side"]
    if side in {"seguinte", "anterior"}:
        return RELATIVE
    step = 1 if side.startswith(("próx", "que")) else -2 if side.startswith("retras") else -1
    return shifted(match["period"], step, anchor)


def _current(match: Match[str], anchor: Anchor) -> Meaning:
    """What "o fim do ano" means: of this one; about the turn of the year nobody knows."""
    if match["period"] == "ano" and anchor.published is not None and anchor.published.month in {1, 12}:
        return unanchored(Precision.YEAR)
    return shifted(match["period"], 0, anchor)


PERIODS: dict[str, Resolver] = {
    "eras": _eras,
    "era": _era,
    "monthly": _monthly,
    "years": _years,
    "year": _year,
    "theyear": _year,
    "months": _months,
    "month": _month,
    "month.short": _month,
    "month.side": _month,
    "centuries": _centuries,
    "century": _century,
    "decades": _decades,
    "decade": _decade,
    "century.first": _first_decade,
    "part": _part,
    "fortnight": _fortnight,
    "weekend": _weekend,
    "this": _this,
    "next": _sided,
    "last": _sided,
    "current": _current,
    **COUNTED,
}
"""The forms that name periods, and who reads them."""

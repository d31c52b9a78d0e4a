"""What expressions that name a day, or days, mean."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from re import Match

from reader.entities.dating import words as w
from reader.entities.dating.anchor import (
    RELATIVE,
    Anchor,
    day_of,
    months_of,
    number_alone,
    numbered_day,
    of_day,
    of_days,
    place_day,
    unanchored,
    weekday_near,
)
from reader.entities.dating.meaning import Meaning
from reader.entities.model import Doubt, Precision

_DAYS = {"hoje": 0, "ontem": -1, "anteontem": -2, "antes": -2, "trasanteontem": -3, "amanhã": 1, "depois": 2}
Resolver = Callable[[Match[str], Anchor], Meaning]


def named_year(match: Match[str], anchor: Anchor, after: str = "") -> int | str | None:
    """The year that stands after a month.

    Returns:
        The year; "relative" where it is that of a time not named; "side" where only a side of the published day is
        told ("último", "próximo"); None where nothing is told.
    """
    groups = match.groupdict()
    for group in ("y", "bare"):
        if groups.get(group + after):
            return int(groups[group + after])
    if groups.get("yy" + after):
        return two_figures(int(groups["yy" + after]))
    words = groups.get("rel" + after)
    if words is None:
        return None
    if "mesmo" in words or words.startswith(("daquele", "desse")):
        return anchor.year or "relative"
    if "seguinte" in words or "anterior" in words:
        step = 1 if "seguinte" in words else -1
        return anchor.year + step if anchor.year else "relative"
    if "ano" not in words:
        return "side"
    if anchor.published is None:
        return None
    step = -1 if "passado" in words else 1 if "próximo" in words or "que" in words else 0
    return anchor.published.year + step


def two_figures(year: int) -> int:
    """The year of two figures: from 1950 to 2049."""
    return year + (2000 if year < 50 else 1900)


def _place(
    number: int, month: int, year: int | str | None, match: Match[str], anchor: Anchor, weekday: int | None = None
) -> datetime.date | None:
    """The day in the year that is named, or the one meant where none is."""
    if isinstance(year, int):
        return day_of(year, month, number)
    if year == "side" and anchor.published is not None:
        tense = 1 if match["rel"].startswith(("pr", "que")) else -1
        day_of(2000, month, number)
        for years in range(1, 9):
            candidate = anchor.published.year + tense * (years - 1)
            try:
                day = day_of(candidate, month, number)
            except ValueError:
                continue
            if (day - anchor.published).days * tense > 0:
                return day
    return place_day(number, month, anchor, weekday) if year is None else None


def _iso(match: Match[str], _: Anchor) -> Meaning:
    return of_day(day_of(int(match["y"]), int(match["m"]), int(match["d"])))


def _numeric(match: Match[str], _: Anchor) -> Meaning:
    if match["y"]:
        return of_day(day_of(int(match["y"]), int(match["n"]), int(match["d"])))
    return of_day(day_of(two_figures(int(match["yy"])), int(match["n_"]), int(match["d_"])))


def _day(match: Match[str], anchor: Anchor) -> Meaning:
    groups = match.groupdict()
    year = named_year(match, anchor)
    if year == "relative":
        return RELATIVE
    if year is None and anchor.year is not None and not groups.get("rel"):
        year = anchor.year
    wanted = w.WEEKDAYS[groups["wd"]] if groups.get("wd") else None
    day = _place(w.value(groups["d"]), w.month_number(match["m"]), year, match, anchor, wanted)
    if day is None:
        return unanchored(Precision.DAY)
    if wanted is not None and wanted != day.weekday():
        return Meaning(None, Precision.DAY, Doubt.WEEKDAY)
    return of_day(day)


def _days(match: Match[str], anchor: Anchor) -> Meaning:
    year = named_year(match, anchor)
    last = None
    if year != "relative":
        last = _place(w.value(match["d2"]), w.month_number(match["m"]), year, match, anchor)
    if last is None:
        return RELATIVE if year == "relative" else unanchored(Precision.RANGE)
    return of_days(last.replace(day=w.value(match["d1"])), last)


def _across(match: Match[str], anchor: Anchor) -> Meaning:
    first, last = named_year(match, anchor, "1"), named_year(match, anchor)
    month1, month2 = w.month_number(match["m1"]), w.month_number(match["m2"])
    if last == "relative":
        return RELATIVE
    end = _place(w.value(match["d2"]), month2, last, match, anchor)
    if end is None:
        return unanchored(Precision.RANGE)
    year = first if isinstance(first, int) else end.year - ((month1, w.value(match["d1"])) > (month2, end.day))
    start = day_of(year, month1, w.value(match["d1"]))
    return of_days(start, end)


def _figures(match: Match[str], anchor: Anchor) -> Meaning:
    month2 = int(match["n2"])
    month1 = int(match["n1"] or month2)
    end = _place(int(match["d2"]), month2, int(match["y"]) if match["y"] else None, match, anchor)
    if end is None:
        return unanchored(Precision.RANGE)
    return of_days(day_of(end.year - ((month1, int(match["d1"])) > (month2, end.day)), month1, int(match["d1"])), end)


def _dm(match: Match[str], anchor: Anchor) -> Meaning:
    day = place_day(int(match["d"]), int(match["n"]), anchor)
    return of_day(day) if day else unanchored(Precision.DAY)


def _month_step(words: str) -> int | None:
    if "mesmo" in words:
        return None
    return -1 if "passado" in words else 1 if "próximo" in words or "que" in words else 0


def _numbered(match: Match[str], anchor: Anchor) -> Meaning:
    """What "13 deste mês", "dia 13" and "último dia 13" mean."""
    number, groups = int(match["d"]), match.groupdict()
    published = anchor.published
    step = _month_step(groups["rel"]) if groups["rel"] else None
    if groups["rel"] and step is None:
        return RELATIVE
    if published is None:
        return unanchored(Precision.DAY)
    if step is not None:
        months = months_of(published) + step
        return of_day(day_of(months // 12, months % 12 + 1, number))
    side = groups.get("pre")
    if side is None:
        return number_alone(number, anchor)
    day = published
    towards = datetime.timedelta(days=1 if side.startswith("pr") else -1)
    for _ in range(62):
        day += towards
        if day.day == number:
            return of_day(day)
    return unanchored(Precision.DAY)


def _dias(match: Match[str], anchor: Anchor) -> Meaning:
    last = number_alone(int(match["d2"]), anchor)
    if last.date is None:
        return unanchored(Precision.RANGE)
    end = datetime.date.fromisoformat(last.date)
    return of_days(end.replace(day=int(match["d1"])), end)


def _weekday(match: Match[str], anchor: Anchor) -> Meaning:
    if match["m"]:
        return _day(match, anchor)
    wanted, published = w.WEEKDAYS[match["wd"]], anchor.published
    side = match["side"] or match["pre"]
    if side in {"seguinte", "anterior"}:
        return RELATIVE
    if published is None:
        return unanchored(Precision.DAY)
    number, month = match["da"] or match["db"], match["n"] or match["o"]
    if month:
        year = match["ny"] or match["oy"] or match["nyy"] or match["oyy"]
        day: datetime.date | None
        if year:
            day = day_of(int(year) if len(year) == 4 else two_figures(int(year)), int(month), int(number))
        else:
            day = place_day(int(number), int(month), anchor)
        if day is None:
            return unanchored(Precision.DAY)
        return of_day(day) if day.weekday() == wanted else Meaning(None, Precision.DAY, Doubt.WEEKDAY)
    if number:
        return numbered_day(int(number), wanted, published)
    if match["week"]:
        step = 0 if match["week"].startswith("dest") else -1 if "passada" in match["week"] else 1
        return of_day(published + datetime.timedelta(days=wanted - published.weekday() + 7 * step))
    return of_day(weekday_near(wanted, anchor, side))


def _nth(match: Match[str], anchor: Anchor) -> Meaning:
    """What "primeiro domingo de outubro" means."""
    year = named_year(match, anchor)
    if year == "relative":
        return RELATIVE
    wanted, month = w.WEEKDAYS[match["wd"]], w.month_number(match["m"])
    if not isinstance(year, int):
        middle = _place(15, month, year, match, anchor)
        if middle is None:
            return unanchored(Precision.DAY)
        year = middle.year
    if match["nth"] == "últim":
        months = year * 12 + month
        last = day_of(months // 12, months % 12 + 1, 1) - datetime.timedelta(days=1)
        return of_day(last - datetime.timedelta(days=(last.weekday() - wanted) % 7))
    first = day_of(year, month, 1)
    days = (wanted - first.weekday()) % 7 + 7 * (w.ORDINALS[match["nth"]] - 1)
    return of_day(first + datetime.timedelta(days=days))


def _near(match: Match[str], anchor: Anchor) -> Meaning:
    if anchor.published is None:
        return unanchored(Precision.DAY)
    return of_day(anchor.published + datetime.timedelta(days=_DAYS[match["day"].split()[0]]))


def _today(match: Match[str], anchor: Anchor) -> Meaning:
    return of_day(anchor.published) if anchor.published else unanchored(Precision.DAY)


def _last_night(match: Match[str], anchor: Anchor) -> Meaning:
    if anchor.published is None:
        return unanchored(Precision.DAY)
    return of_day(anchor.published - datetime.timedelta(days=1))


def _christmas(match: Match[str], _: Anchor) -> Meaning:
    return of_day(day_of(int(match["y"]), 12, 24 if match["eve"] else 25))


def _new_year(match: Match[str], _: Anchor) -> Meaning:
    return of_day(day_of(int(match["y"]), 1, 1))


def _relative(match: Match[str], _: Anchor) -> Meaning:
    return RELATIVE


DAYS: dict[str, Resolver] = {
    "iso": _iso,
    "numeric": _numeric,
    "across": _across,
    "figures": _figures,
    "days": _days,
    "day": _day,
    "day.short": _day,
    "day.side": _day,
    "numbered": _numbered,
    "dm": _dm,
    "dia": _numbered,
    "dias": _dias,
    "weekdays": _relative,
    "following": _relative,
    "later": _relative,
    "nth": _nth,
    "weekday": _weekday,
    "near": _near,
    "today": _today,
    "lastnight": _last_night,
    "christmas": _christmas,
    "newyear": _new_year,
}
"""The forms that name days, and who reads them."""

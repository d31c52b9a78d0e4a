"""What is counted in days, weeks, months or years from the day of publication means."""

from __future__ import annotations

import datetime
from re import Match

from reader.entities.dating import words as w
from reader.entities.dating.anchor import (
    RELATIVE,
    Anchor,
    months_of,
    of_century,
    of_day,
    of_decade,
    of_month,
    of_week,
    of_year,
    unanchored,
)
from reader.entities.dating.days import Resolver
from reader.entities.dating.meaning import Meaning
from reader.entities.model import Precision

_LONG_AGO = 1000  # "há 2.000 anos" says no year
_PRECISIONS = {
    "semana": Precision.RANGE,
    "mês": Precision.MONTH,
    "ano": Precision.YEAR,
    "década": Precision.DECADE,
    "século": Precision.CENTURY,
}


def shifted(period: str, step: int, anchor: Anchor) -> Meaning:
    """The week, month, year, decade or century so many steps from the published one."""
    published = anchor.published
    if published is None:
        return unanchored(_PRECISIONS[period])
    match period:
        case "semana":
            return of_week(published + datetime.timedelta(days=7 * step))
        case "mês":
            return of_month(months_of(published) + step)
        case "ano":
            return of_year(published.year + step)
        case "década":
            return of_decade(published.year + 10 * step)
    return of_century((published.year - 1) // 100 + 1 + step)


def _singular(unit: str) -> str:
    return "mês" if unit.startswith("m") and not unit.startswith("mil") else unit.removesuffix("s")


def _ago(match: Match[str], anchor: Anchor) -> Meaning:
    return _counted(match, anchor, -1)


def _ahead(match: Match[str], anchor: Anchor) -> Meaning:
    return _counted(match, anchor, 1)


def _counted(match: Match[str], anchor: Anchor, side: int) -> Meaning:
    """What "há três anos" and "daqui a duas semanas" mean: as precise as the unit; about so much is kept as such."""
    groups = match.groupdict()
    if any(groups.get(group) for group in ("about", "vague", "half", "many")) or match["count"] in {"meio", "meia"}:
        return RELATIVE
    number, published = w.value(match["count"]), anchor.published
    unit = _singular(match["unit"])
    if unit.startswith("mil") or number >= _LONG_AGO:
        return RELATIVE
    step = side * number
    if published is None:
        return unanchored(_PRECISIONS.get(unit, Precision.DAY))
    if unit == "dia":
        return of_day(published + datetime.timedelta(days=step))
    if unit in {"década", "século"} and published.year + step * (10 if unit == "década" else 100) < 1:
        return RELATIVE
    return shifted(unit, step, anchor)


COUNTED: dict[str, Resolver] = {"ago": _ago, "ahead": _ahead, "back": _ago}
"""The forms that count from the day of publication, and who reads them."""

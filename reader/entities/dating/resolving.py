"""Which day, month, year or range an expression of time means, given what it is counted from."""

from __future__ import annotations

import datetime

from reader.entities.dating.anchor import Anchor, NoSuchDayError, iso_year
from reader.entities.dating.days import DAYS
from reader.entities.dating.finding import parse
from reader.entities.dating.forms import Found
from reader.entities.dating.meaning import Meaning
from reader.entities.dating.periods import PERIODS
from reader.entities.model import Doubt, Precision

_RESOLVERS = {**DAYS, **PERIODS}
_QUARTERS = {"primeiro": 0, "segundo": 1, "terceiro": 2, "último": 3}


def resolve(text: str, published: datetime.date | None = None, tense: int = 0) -> Meaning:
    """What an expression that stands alone means, in ISO 8601 and as precise as known.

    Args:
        text: The expression ("quarta-feira (13)", "julho de 2000", "anos 90").
        published: The day that "ontem", weekdays and days without a year are counted from.
        tense: -1 where its sentence speaks of the past, 1 of the future, 0 where that is not known.
    """
    found = parse(text)
    return Meaning() if found is None else meaning_of(found, Anchor(published, tense))


def meaning_of(found: Found, anchor: Anchor) -> Meaning:
    """What an expression means. Either it has a date, or is relative, or has a doubt."""
    try:
        meaning = _RESOLVERS[found.form](found.match, anchor)
    except NoSuchDayError:
        return Meaning(None, Precision.DAY, Doubt.NO_SUCH_DAY)
    except (ValueError, OverflowError):  # before the calendar begins, or after its end
        return Meaning(None, Precision.RELATIVE)
    return _part(meaning, found)


def _part(meaning: Meaning, found: Found) -> Meaning:
    """The half or the quarter that a qualifier names; for "início de", "meados de" the whole."""
    qualifier = found.qualifier
    if qualifier is None or meaning.date is None or not (qualifier["half"] or qualifier["quarter"]):
        return meaning
    if meaning.precision not in {Precision.CENTURY, Precision.DECADE} or meaning.date.startswith("-"):
        return meaning
    first, last = (int(year) for year in meaning.date.split("/"))
    parts = 4 if qualifier["quarter"] else 2
    at = _QUARTERS[qualifier["quarter"]] if parts == 4 else int(qualifier["half"] == "segunda")
    length = (last - first + 1) // parts
    if length * parts != last - first + 1:
        return meaning
    begin = first + at * length
    return Meaning(f"{iso_year(begin)}/{iso_year(begin + length - 1)}", Precision.RANGE)

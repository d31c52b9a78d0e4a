"""The dates of a document, read in the order of its text: a year just named holds for the days after it."""

from __future__ import annotations

import datetime
import re

from reader.entities.dating.anchor import FAR, RELATIVE, SURE, Anchor
from reader.entities.dating.finding import parse
from reader.entities.dating.forms import Found
from reader.entities.dating.meaning import Meaning
from reader.entities.dating.resolving import meaning_of
from reader.entities.dating.tense import tense_at
from reader.entities.dating.words import WEEKDAYS, month_number
from reader.entities.model import Doubt, Mention, Precision

YEAR_HOLDS = 600
"""Characters after "em 1974" in which "24 de abril" may be of that year."""

_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)")
# "Era sábado", "num sábado": any day of that name, and in a story most often one of long ago.
_ANY_DAY = re.compile(r"\b(?:era|um|uma|num|numa|cada|todo|toda) \Z", re.IGNORECASE)
_THIS = re.compile(r"\b(?:n|d)?est[ae] \Z", re.IGNORECASE)
# "25 de abril de 1974, quinta-feira", "amanhã, sábado": the weekday of the day before it.
_BESIDE_A_DAY = re.compile(r"(?:, (?:uma? )?| \()\Z")
_THE_DAY = re.compile(r"\b(?:o|do|ao|pelo|pós) \Z", re.IGNORECASE)
_BESIDE = 6
_ONE_DAY = frozenset({"day", "day.short", "numeric", "iso", "near"})
_RIGHT_AFTER = 20  # characters between a year and a day that may stand right after it
_OF_THE_YEAR = re.compile(r",? (?:a|em|no dia|ao?s? dias?|na noite de|na madrugada de|já em) \Z")
_NEEDS_YEAR = frozenset({"day", "day.short", "days", "across", "month", "months", "dia", "dias", "dm", "figures"})
_PRECISIONS = {
    **dict.fromkeys(("day", "day.short", "dia", "dm"), Precision.DAY),
    "month": Precision.MONTH,
}
_TENSED = frozenset(
    {"weekday", "day", "day.short", "days", "month", "months", "dm", "dia", "dias", "weekend", "part", "nth"}
)


class DateReader:
    """Resolves the dates of a document in the order of the text.

    Args:
        published: The day that "ontem", weekdays and days without a year are counted from.
    """

    def __init__(self, published: datetime.date | None) -> None:
        self._published = published
        self._parsed: dict[str, Found | None] = {}
        self._known: dict[tuple[str, int, bool], Meaning] = {}
        self._year = 0  # the last year that was named
        self._named = -YEAR_HOLDS - 1  # where that ended
        self._past = -YEAR_HOLDS - 1  # where a year other than the published one was last named
        self._day, self._day_end = "", -_BESIDE - 1  # the last day told by its number or as "amanhã", and where
        self._elsewhere: set[int] = set()  # months that were last named in such a year

    def read(self, mention: Mention, body: str) -> Meaning:
        """What a mention means; without a date where another year, just named, or any day of that name may be meant.

        Args:
            mention: A mention of a date, after those read before it; its span is of ``body``.
            body: The text.
        """
        text, start = mention.text, mention.span.start
        if text not in self._parsed:
            self._parsed[text] = parse(text)
        found = self._parsed[text]
        if found is None:
            return Meaning()
        before = body[max(0, start - 12) : start]
        if found.form == "weekday" and _bare(found):
            if start - self._day_end <= _BESIDE and _BESIDE_A_DAY.match(body[self._day_end : start]):
                return self._same_day(found)
            if _ANY_DAY.search(before):
                return RELATIVE
        meaning = self._meaning(mention, found, body, before)
        if found.form in _ONE_DAY and meaning.date is not None:
            self._day, self._day_end = meaning.date, mention.span.end
        return meaning

    def _meaning(self, mention: Mention, found: Found, body: str, before: str) -> Meaning:
        text, start = mention.text, mention.span.start
        groups = found.match.groupdict()
        year = _YEAR.search(text)
        if year is not None:
            self._name_year(int(year[0]), found, mention)
        elif found.form in _NEEDS_YEAR and not (groups.get("yy") or groups.get("rel") or groups.get("pre")):
            if found.form in {"day", "day.short", "month"} and self._right_after(start, body):
                return meaning_of(found, Anchor(self._published, year=self._year))
            if self._is_past(found, start):
                self._past = mention.span.end  # "Em 24 de abril … Em 25 de abril": still of that year
                self._elsewhere.update(_months(found))
                return Meaning(None, _PRECISIONS.get(found.form, Precision.RANGE), Doubt.UNANCHORED)
        elif groups.get("rel") and start - self._named <= YEAR_HOLDS and self._year:
            return meaning_of(found, Anchor(self._published, year=self._year))
        elif found.form == "weekday" and groups["m"] and self._is_past(found, start):
            return self._with_weekday(found)
        if found.form == "day" and year is None and not groups["rel"] and _THE_DAY.search(before):
            return self._named_day(found)
        tense = tense_at(body, start, mention.span.end) if found.form in _TENSED else 0
        this = _THIS.search(before) is not None
        key = text, tense, this
        if key not in self._known:
            self._known[key] = meaning_of(found, Anchor(self._published, tense, this))
        return self._known[key]

    def _named_day(self, found: Found) -> Meaning:
        """What "o 25 de Abril" means: the feast if it is near, else a day of a year that everybody knows."""
        meaning = meaning_of(found, Anchor(self._published))
        if meaning.date is None or self._published is None:
            return meaning
        near = abs((datetime.date.fromisoformat(meaning.date) - self._published).days) <= SURE
        return meaning if near else Meaning(None, Precision.DAY, Doubt.UNANCHORED)

    def _same_day(self, found: Found) -> Meaning:
        """The weekday of "amanhã, sábado": of that day, or a contradiction."""
        if datetime.date.fromisoformat(self._day).weekday() == WEEKDAYS[found.match["wd"]]:
            return Meaning(self._day, Precision.DAY)
        return Meaning(None, Precision.DAY, Doubt.WEEKDAY)

    def _name_year(self, year: int, found: Found, mention: Mention) -> None:
        self._year, self._named = year, mention.span.end
        if self._published is None:
            return
        if year == self._published.year:
            self._past = -YEAR_HOLDS - 1
            self._elsewhere.difference_update(_months(found))
        else:
            self._past = mention.span.end
            self._elsewhere.update(_months(found))

    def _is_past(self, found: Found, start: int) -> bool:
        """Whether another year may be meant: one just named, or one that its month was last named with."""
        return start - self._past <= YEAR_HOLDS or not self._elsewhere.isdisjoint(_months(found))

    def _with_weekday(self, found: Found) -> Meaning:
        """A day with its weekday, where another year may be meant: it is of the year that has it so."""
        now = meaning_of(found, Anchor(self._published))
        then = meaning_of(found, Anchor(self._published, year=self._year or None))
        if now.date is not None and then.date is not None and self._published is not None:
            far = abs((datetime.date.fromisoformat(now.date) - self._published).days) > FAR
            return then if far else Meaning(None, Precision.DAY, Doubt.UNANCHORED)
        if now.date is None and then.date is None:
            return Meaning(None, Precision.DAY, Doubt.UNANCHORED)
        return now if now.date else then

    def _right_after(self, start: int, body: str) -> bool:
        """Whether it stands right after a year, as in "em 1974, a 25 de Abril"."""
        near = 0 < start - self._named < _RIGHT_AFTER
        return near and _OF_THE_YEAR.match(body[self._named : start]) is not None


def _months(found: Found) -> set[int]:
    """The months that an expression names."""
    groups = found.match.groupdict()
    return {month_number(groups[name]) for name in ("m", "m1", "m2", "n", "n1", "n2", "n_") if groups.get(name)}


def _bare(found: Found) -> bool:
    """Whether a day of the week stands alone."""
    match = found.match
    return match.end() == match.end("wdfeira" if match["wdfeira"] else "wd")

"""The dates of a document, read in the order of its text: a year just named holds for the days after it."""

from __future__ import annotations

import datetime
import re

from reader.entities.date_patterns import WEEKDAY
from reader.entities.dates import needs_year, resolve, year_of
from reader.entities.dating.meaning import Meaning
from reader.entities.model import Mention

YEAR_HOLDS = 600
"""Characters after "em 1974" in which "24 de abril" may be of that year."""

_WEEKDAY_ALONE = re.compile(rf"{WEEKDAY}\Z", re.IGNORECASE)
# "Era sábado", "num sábado": any day of that name, and in a story most often one of long ago.
_ANY_DAY = re.compile(r"\b(?:era|um|uma|num|numa|cada|todo|toda) \Z", re.IGNORECASE)


class DateReader:
    """Resolves the dates of a document in the order of the text.

    Args:
        published: The day that "ontem", weekdays and days without a year are counted from.
    """

    def __init__(self, published: datetime.date | None) -> None:
        self._published = published
        self._known: dict[str, Meaning] = {}
        self._past = -YEAR_HOLDS - 1  # where a year other than the published one was last named

    def read(self, mention: Mention, body: str) -> Meaning:
        """What a mention means; without a date where another year, just named, or any day of that name may be meant.

        Args:
            mention: A mention of a date, after those read before it; its span is of ``body``.
            body: The text.
        """
        text = mention.text
        start = mention.span.start
        if _WEEKDAY_ALONE.match(text) and _ANY_DAY.search(body[max(0, start - 12) : start]):
            return Meaning()
        year = year_of(text)
        if year is not None and self._published is not None:
            other = year != self._published.year
            self._past = mention.span.end if other else -YEAR_HOLDS - 1
        elif needs_year(text) and mention.span.start - self._past <= YEAR_HOLDS:
            self._past = mention.span.end  # "Em 24 de abril … Em 25 de abril": still of that year
            return Meaning()
        if text not in self._known:
            self._known[text] = Meaning(resolve(text, self._published))
        return self._known[text]

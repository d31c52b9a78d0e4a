"""Mentions and entities, and the contract that every recogniser fills."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from articles.model import Span


class Kind(enum.StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"
    QUANTITY = "quantity"
    WORK = "work"
    EVENT = "event"
    OTHER = "other"


class EnglishFrom(enum.StrEnum):
    """Where an entity's English name comes from."""

    CLDR = "cldr"
    TABLE = "table"
    GAZETTEER = "gazetteer"
    RULE = "rule"
    TRANSLATED = "translated"
    READER = "reader"


class Precision(enum.StrEnum):
    """How precisely the time of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    RELATIVE = "relative"


class Doubt(enum.StrEnum):
    """Why a date is told but not believed, or not resolved."""

    WEEKDAY = "weekday"  # the number and the day of the week contradict the calendar
    NO_SUCH_DAY = "no-such-day"  # 31 de abril
    UNANCHORED = "unanchored"  # counted from a day that is not known


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that names an entity.

    Attributes:
        span: Characters of the text that was given to the recogniser (a sentence, or an article's body).
        kind: What it names.
        text: The characters themselves.
    """

    span: Span
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place, date, quantity, work or event, with all its mentions.

    Attributes:
        name: The fullest form the article uses.
        kind: What it is.
        mentions: Every place that names it, in the order of the text; never empty. A tuple, or ``Mentions``.
        aliases: The other forms the article uses, in order of first use, without ``name``.
        english: The usual English name, or None where it is the same or not known.
        english_from: Where the English name comes from; None where there is none.
        roles: The article's own words for it ("porta-voz do Kremlin"), the fullest first, each once.
        date: For dates that are resolved: ISO 8601, as precise as known ("2023-09-13", "2000-07", "2019",
            "2023-09-10/2023-09-12"); else None.
        precision: For dates: how precise it is; RELATIVE for what is counted from another, unnamed time and kept as
            such ("mais de duas décadas depois"); None for what is no date.
        doubt: For dates: why it is not resolved, or not believed; None where nothing speaks against it.
        value: For quantities: number and unit in a normal form ("500 km"); else None.
    """

    name: str
    kind: Kind
    mentions: Sequence[Mention]
    aliases: tuple[str, ...] = ()
    english: str | None = None
    english_from: EnglishFrom | None = None
    roles: tuple[str, ...] = ()
    date: str | None = None
    precision: Precision | None = None
    doubt: Doubt | None = None
    value: str | None = None

    @property
    def role(self) -> str | None:
        """The fullest of its roles, or None."""
        return self.roles[0] if self.roles else None


class Versioned(Protocol):
    """What analyses are stored under: who made them, and in which version."""

    @property
    def name(self) -> str:
        """A short name ("rules", "model")."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the output for some text changes, so that stored analyses are made anew."""
        ...


class Recogniser(Versioned, Protocol):
    """Finds mentions. Pure: the same sentences give the same mentions; safe to use from several threads."""

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        """The mentions of each sentence of one document, in order, never overlapping.

        Args:
            sentences: Clean text, in the document's order; a recogniser may use the whole document to judge
                a sentence.

        Returns:
            One list for each sentence; spans are characters of that sentence.
        """
        ...


@runtime_checkable
class SteppedRecogniser(Recogniser, Protocol):
    """A recogniser that can pause: for documents so long that the whole would take too long at once."""

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        """What ``recognise`` returns, as the last value; None, every few milliseconds, before it."""
        ...

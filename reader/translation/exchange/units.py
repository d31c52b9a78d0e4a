"""A pair as another program tells it, and what of it comes into the memory."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.cleaning import clean, clean_line
from articles.errors import Problem
from reader.i18n import _
from reader.translation import guards
from reader.translation.engine import Origin, Translation

HUMAN = "human"
"""The engine's name of what a person wrote."""

UNKNOWN = "imported"
"""The engine's name of what a machine made, where nothing says which."""

LONGEST_SOURCE = guards.MAX_SENTENCE
"""Characters of a Portuguese sentence."""

LONGEST_TARGET = 4 * guards.MAX_SENTENCE
"""Characters of its English."""

LONGEST_NAME = 200
"""Characters of an engine's name, its version, an author."""

MOST_UNSURE = 100
"""Names that a pair may be unsure of."""

_MACHINES = frozenset({"mt", "mt!", "nmt", "machine", "machine translation", "machine-translation", "automatic"})
_SPACES = re.compile(r"[ \n]+")


class BadExchange(Problem):
    """A file of pairs cannot be read on from some line; what stood whole before it is kept."""


class Left(enum.StrEnum):
    """Why a unit is not taken."""

    NO_PAIR = "no-pair"
    """It has no Portuguese, or no English."""
    NO_WORDS = "no-words"
    """One of the two has no letter."""
    TOO_LONG = "too-long"
    """It is longer than any sentence."""
    ERROR_PAGE = "error-page"
    """A machine's "translation" is a service's complaint."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair as it stands in a file; nothing is cleaned, checked or known yet but the line on which it begins.

    Attributes:
        source: Portuguese; None where there is none.
        target: English; None where there is none.
        too_long: Whether a part was so long that it was not read to its end.
    """

    line: int
    source: str | None
    target: str | None
    origin: str = ""
    engine: str = ""
    version: str = ""
    created: str = ""
    author: str = ""
    raw: str = ""
    terms: str = ""
    unsure: Sequence[str] = ()
    too_long: bool = False


def checked(unit: Unit, now: datetime.datetime, origin: Origin | None = None) -> Translation | Left:
    """The pair, cleaned, or why it is not taken.

    Args:
        unit: As it stands in the file.
        now: When it was made, where it does not say.
        origin: What it is, whatever it says of itself; None for that. What does not say is a person's.
    """
    if unit.source is None or unit.target is None:
        return Left.NO_PAIR
    if unit.too_long or len(unit.source) > LONGEST_SOURCE or len(unit.target) > LONGEST_TARGET:
        return Left.TOO_LONG
    source = clean(unit.source).strip()
    target = _SPACES.sub(" ", clean(unit.target)).strip()
    if not guards.has_letters(source) or not guards.has_letters(target):
        return Left.NO_WORDS
    made = origin or _origin(unit.origin)
    engine = clean_line(unit.engine, LONGEST_NAME)
    if made is not Origin.HUMAN:
        engine = engine if engine not in ("", HUMAN) else UNKNOWN
        if guards.error_page(source, target):
            return Left.ERROR_PAGE
    elif origin is not None or unit.origin != Origin.HUMAN:
        engine = HUMAN  # a person's, whatever the program is called in which they wrote it
    return Translation(
        source,
        target,
        made,
        engine or HUMAN,
        clean_line(unit.version, LONGEST_NAME) if engine != HUMAN else "",
        moment(unit.created) or now,
        _SPACES.sub(" ", clean(unit.raw[:LONGEST_TARGET])).strip(),
        clean_line(unit.terms, LONGEST_NAME),
        tuple(clean_line(each, LONGEST_NAME) for each in unit.unsure[:MOST_UNSURE]),
        clean_line(unit.author, LONGEST_NAME),
    )


def harmless(pair: Translation) -> Translation:
    """The pair with its texts cleaned once more: what other hands put into the library is printed too."""
    return dataclasses.replace(
        pair,
        source=clean(pair.source),
        target=clean(pair.target),
        engine=clean(pair.engine),
        version=clean(pair.version),
        raw=clean(pair.raw),
        terms=clean(pair.terms),
        unsure=tuple(map(clean, pair.unsure)),
        author=clean(pair.author),
    )


def _origin(said: str) -> Origin:
    said = said.strip().casefold()
    if said in _MACHINES:
        return Origin.DRAFT
    try:
        return Origin(said)
    except ValueError:
        return Origin.HUMAN


def is_machine(said: str) -> bool:
    """Whether another program says by this word that no person made a pair."""
    return said.strip().casefold() in _MACHINES


def moment(said: str) -> datetime.datetime | None:
    """A time as TMX and ISO 8601 write it, in UTC; None where it is none."""
    try:
        found = datetime.datetime.fromisoformat(said.strip())
        return (found if found.tzinfo else found.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return None


def malformed(line: int, why: str) -> BadExchange:
    """The error for a file that cannot be read on from a line, counted from 1."""
    message = _("line {line} of the file: {why}").format(line=line, why=clean_line(why, LONGEST_NAME))
    return BadExchange(message, _("what stood whole before it is kept; mend the line and import the file again"))

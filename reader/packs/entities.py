"""What was recognised, as a pack tells it: all of it or nothing."""

from __future__ import annotations

import datetime
import itertools
import re
from array import array
from typing import Any

from articles.cleaning import clean_line
from reader.entities.mentions import Mentions
from reader.entities.model import Doubt, EnglishFrom, Entity, Kind, Precision
from reader.entities.store import Stored

_DATE = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?", re.ASCII)
_LONGEST = 1_000  # characters of a text that is not the article's own


class _WrongError(ValueError):
    """Something is not where it is said to be."""


def entities_of(analyses: list[Any], said: list[Any], body: str) -> Stored | None:
    """The analysis of a body; None where there is none, or where anything of it does not fit the body.

    Args:
        analyses: What the pack says of how it was made: one.
        said: The entities.
        body: Every form of a name must stand where it is said to, and none over another.
    """
    try:
        (about,) = analyses
        recogniser, version, published = (_plain(about[name]) for name in ("recogniser", "version", "published"))
        if published:
            datetime.date.fromisoformat(published)
        if about["entities"] != len(said):
            return None
        entities = tuple(_entity(each, body) for each in said)
        _check_apart(entities)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None
    return Stored(recogniser, version, published, entities)


def _entity(said: dict[str, Any], body: str) -> Entity:
    kind = Kind(said["kind"])
    forms = (_form(said["name"], body), *(_form(each, body) for each in said["aliases"]))
    if len(set(forms)) < len(forms):
        raise _WrongError
    starts, which = array("I"), array("I")
    last = -1
    for start, number in said["mentions"]:
        if start <= last or not 0 <= number < len(forms) or not body.startswith(forms[number], start):
            raise _WrongError
        starts.append(start)
        which.append(number)
        last = start
    if not starts:
        raise _WrongError
    return Entity(
        forms[0],
        kind,
        Mentions(kind, forms, starts, which),
        forms[1:],
        english=_or_none(said, "english"),
        english_from=EnglishFrom(said["english_from"]) if said.get("english_from") else None,
        roles=tuple(_plain(each) for each in said.get("roles", [])),
        date=_date(_or_none(said, "date")),
        precision=Precision(said["precision"]) if said.get("precision") else None,
        doubt=Doubt(said["doubt"]) if said.get("doubt") else None,
        value=_or_none(said, "value"),
    )


def _form(text: Any, body: str) -> str:
    """A form of a name: the article's own words, which are clean as the body is, or a name that stands nowhere."""
    if not isinstance(text, str) or not text or (text not in body and text != clean_line(text, _LONGEST)):
        raise _WrongError
    return text


def _plain(text: Any) -> str:
    if not isinstance(text, str) or text != clean_line(text, _LONGEST):
        raise _WrongError
    return text


def _or_none(said: dict[str, Any], name: str) -> str | None:
    return _plain(said[name]) if said.get(name) is not None else None


def _date(text: str | None) -> str | None:
    """A day, month or year, or two of them with "/" between, as ``Entity.date`` has them."""
    for part in text.split("/", 1) if text is not None else ():
        if not _DATE.fullmatch(part):
            raise _WrongError
        if len(part) == len("2023-09-15") and part[0] != "-":
            datetime.date.fromisoformat(part)
    return text


def _check_apart(entities: tuple[Entity, ...]) -> None:
    spans = sorted((mention.span.start, mention.span.end) for each in entities for mention in each.mentions)
    if any(before[1] > after[0] for before, after in itertools.pairwise(spans)):
        raise _WrongError

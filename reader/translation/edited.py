"""What a person's edit of English is, what lay below it, and how that is written in the library."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from articles.errors import Problem
from reader.translation.engine import Origin, Translation


class BadEdit(Problem):
    """What was given as the English of a sentence cannot be that."""


class NoEdit(Problem):
    """There is no edit to undo, or none to do again."""


@dataclass(frozen=True, slots=True)
class Below:
    """The English that a person's edit was laid over.

    Attributes:
        target: The English that was shown.
        origin: Where it came from.
        engine: The engine's name; "human" for a person.
        version: The engine's version, or "".
        author: The person, where they gave a name; else "".
    """

    target: str
    origin: Origin
    engine: str
    version: str
    author: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A person's English of a sentence, as it was given.

    Attributes:
        number: Names it; a later one has a higher number.
        source: The Portuguese sentence.
        target: The English; "" where the person's English was taken away, so that the engine's shows again.
        author: Who said so, where they gave a name; else "".
        article: The id of the article in which it was made; None outside of any.
        made: When, in UTC.
        below: What was shown before, with its engine and version; None where there was nothing.
        undone: Whether it was undone.
        final: Whether it was undone and cannot be done again, since something else was done after that.
    """

    number: int
    source: str
    target: str
    author: str
    article: str | None
    made: datetime.datetime
    below: Below | None
    undone: bool = False
    final: bool = False


def below_of(connection: sqlite3.Connection, key: str) -> Below | None:
    """The best translation of a sentence that the memory has; None where it has none."""
    row = connection.execute(
        "SELECT target, rank, engine, version, author FROM translation WHERE key = ? "
        "ORDER BY rank DESC, created DESC, number DESC LIMIT 1",
        (key,),
    ).fetchone()
    if row is None:
        return None
    target, rank, engine, version, author = row
    return Below(target, _ORIGINS[rank], engine, version, author)


def write_below(below: Below | None) -> str:
    """What is kept of it."""
    if below is None:
        return ""
    said = [below.target, below.origin.value, below.engine, below.version, below.author]
    return json.dumps(said, ensure_ascii=False)


def read_below(text: str) -> Below | None:
    """What ``write_below`` wrote."""
    if not text:
        return None
    target, origin, engine, version, author = json.loads(text)
    return Below(target, Origin(origin), engine, version, author)


def pack(said: Sequence[Translation]) -> str:
    """What people said of a sentence, to be put back."""
    rows = [
        (
            each.source,
            each.target,
            each.engine,
            each.version,
            each.created.isoformat(),
            each.raw,
            each.terms,
            each.unsure,
            each.author,
        )
        for each in said
    ]
    return json.dumps(rows, ensure_ascii=False)


def unpack(text: str) -> list[Translation]:
    """What ``pack`` wrote."""
    return [
        Translation(
            source,
            target,
            Origin.HUMAN,
            engine,
            version,
            datetime.datetime.fromisoformat(created),
            raw,
            terms,
            tuple(unsure),
            author,
        )
        for source, target, engine, version, created, raw, terms, unsure, author in json.loads(text)
    ]


_ORIGINS = {origin.rank: origin for origin in Origin}

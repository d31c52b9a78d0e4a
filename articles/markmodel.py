"""What a mark is, a mark in a list, and what became of one that was undone."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from articles.model import Span

COLOURS = ("yellow", "green", "blue", "red", "purple")
"""The colours that a mark may have, by their names, the usual one first."""

LONGEST_NOTE = 20_000
"""Characters of a note."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the reader's.

    Attributes:
        span: What is marked, in characters of the body.
        quote: The words that are marked.
        colour: One of ``COLOURS``.
        note: What the reader wrote beside it, or "".
        made: When it was made, in UTC, as ISO 8601 has it.
        number: Its own number, which no other mark ever gets.
        article: The whole id of its article.
        prefix: What stands before it; up to 32 characters.
        suffix: The same behind it.
        first: The words as they were marked, where the text has others now; else "".
        lost: When a newer version came that does not have its words; "" where none did.
    """

    span: Span
    quote: str
    colour: str
    note: str
    made: str
    number: int
    article: str = ""
    prefix: str = ""
    suffix: str = ""
    first: str = ""
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A mark in a list, with what is to be known of its article.

    Attributes:
        mark: The mark.
        title: The article's title.
        source: Its source, or "".
        day: The day it was published, else added.
        url: Where it was found, or "".
        older: Whether its text was replaced by a newer version.
    """

    mark: Mark
    title: str
    source: str
    day: str
    url: str
    older: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was undone or done again: the mark as it was and as it is, None where there was or is none."""

    before: Mark | None
    after: Mark | None


class Brought(enum.StrEnum):
    """What became of a mark that was brought from elsewhere."""

    NEW = "new"
    THERE = "there"
    """The same mark is there already."""
    OTHER = "other"
    """These words are marked with another colour or note, which stays."""
    REPLACED = "replaced"
    """These words were marked with another colour or note, which it has now instead; that can be undone."""
    LOST = "lost"
    """Its words are not in the article, or it is not sure where."""


def colour_of(name: str) -> str:
    """A colour by its name; the usual one for a name that is none."""
    return name if name in COLOURS else COLOURS[0]


def mark_of(row: Iterable[Any], span: Span | None = None) -> Mark:
    """A mark from its columns, in the order of ``markrows.COLUMNS``; ``span`` where it stands elsewhere."""
    number, article, start, end, quote, colour, note, made, prefix, suffix, first, lost = tuple(row)[:12]
    at = span or Span(start, end)
    return Mark(at, quote, colour_of(colour), note, made, number, article, prefix, suffix, first, lost or "")

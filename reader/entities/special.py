"""Mentions that are found by their form alone: dates, quantities, works, events and other named things."""

from __future__ import annotations

from collections.abc import Iterable

from reader.entities.date_patterns import find_dates
from reader.entities.model import Kind, Mention
from reader.entities.quantities import find_quantities
from reader.entities.works import find_works


def find_special(sentence: str) -> list[Mention]:
    """The mentions of a sentence that need no document to judge them, in order, never overlapping."""
    dates = [Mention(found.span, Kind.DATE, found.text) for found in find_dates(sentence)]
    quantities = [Mention(found.span, Kind.QUANTITY, found.text) for found in find_quantities(sentence)]
    works = [Mention(found.span, found.kind, found.span.of(sentence)) for found in find_works(sentence)]
    return together(together(dates, quantities), works)


def together(first: list[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Two lists of mentions in order as one; where they overlap, the ``first`` list's stay."""
    merged: list[Mention] = []
    at = 0
    for mention in second:
        while at < len(first) and first[at].span.end <= mention.span.start:
            merged.append(first[at])
            at += 1
        if at == len(first) or first[at].span.start >= mention.span.end:
            merged.append(mention)
    merged.extend(first[at:])
    return merged

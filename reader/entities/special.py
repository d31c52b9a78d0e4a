"""Mentions that are found by their form alone: dates, quantities, works, events and other named things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from articles.model import Span
from reader.entities.dating.finding import find_dates
from reader.entities.model import Kind, Mention
from reader.entities.quantities import find_quantities
from reader.entities.works import NOT_ALONE, find_works

_YEAR_AT_END = re.compile(r",? (?:(?:de|do|da|em|para|no|na) )?\d{4}\Z")


def find_special(sentence: str) -> list[Mention]:
    """The mentions of a sentence that need no document to judge them, in order, never overlapping.

    A title keeps the numbers that stand in it ("Cem Anos de Solidão"); from the name of an event that ends with a year,
    the year is taken: it is a date of its own.
    """
    dates = [Mention(found.span, Kind.DATE, found.text) for found in find_dates(sentence)]
    quantities = [Mention(found.span, Kind.QUANTITY, found.text) for found in find_quantities(sentence)]
    named = [Mention(found.span, found.kind, found.span.of(sentence)) for found in find_works(sentence)]
    years = {date.span.end for date in dates if date.span.end - date.span.start == 4}
    works = [_without_year(mention) if mention.span.end in years else mention for mention in named]
    # "há duas semanas" is a date and no quantity, "entre 1000 e 5000 dólares" a sum and no year: the longer one stays.
    counted = together(_without(dates, quantities, _within), quantities)
    titles = [mention for mention in works if mention.kind is Kind.WORK]
    return together(together(titles, counted), works) if works else counted


def overlay(special: list[Mention], names: Sequence[Mention]) -> list[Mention]:
    """Special mentions over the names that a recogniser found, in order, never overlapping.

    Where two overlap the special one stays, unless it is a mere part of the name: "Plácido Domingo" is no day, and
    the "Copa" of "Comitê Organizador da Copa" no cup. The Su-35 of "Sukhoi Su-35" and a sum of money are never parts.
    """
    return together(_without(special, names, _is_part), names)


def _without(
    mentions: list[Mention], others: Sequence[Mention], unwanted: Callable[[Mention, Span], bool]
) -> list[Mention]:
    """The mentions but those that are unwanted beside one of the others; both in order, apart from each other."""
    kept: list[Mention] = []
    at = 0
    for mention in mentions:
        while at < len(others) and others[at].span.end <= mention.span.start:
            at += 1
        if at == len(others) or not unwanted(mention, others[at].span):
            kept.append(mention)
    return kept


def _within(mention: Mention, longer: Span) -> bool:
    return longer.start <= mention.span.start and mention.span.end <= longer.end and longer != mention.span


def _is_part(mention: Mention, name: Span) -> bool:
    inside = name.start < mention.span.start and mention.span.end <= name.end
    return inside and mention.kind in {Kind.DATE, Kind.EVENT, Kind.OTHER}


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


def _without_year(mention: Mention) -> Mention:
    """The "Copa do Mundo" of "Copa do Mundo de 2026": the year is a date of its own."""
    if mention.kind is Kind.WORK:
        return mention
    text = _YEAR_AT_END.sub("", mention.text)
    if text in NOT_ALONE:
        return mention
    return Mention(Span(mention.span.start, mention.span.start + len(text)), mention.kind, text)

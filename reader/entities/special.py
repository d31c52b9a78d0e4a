"""Mentions that are found by their form alone: dates, quantities, works, events and other named things."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.model import Span
from reader.entities.date_patterns import find_dates
from reader.entities.model import Kind, Mention
from reader.entities.quantities import find_quantities
from reader.entities.works import NOT_ALONE, find_works

_YEAR_AT_END = re.compile(r",? (?:(?:de|do|da|em|para|no|na) )?\d{4}\Z")


def find_special(sentence: str) -> list[Mention]:
    """The mentions of a sentence that need no document to judge them, in order, never overlapping."""
    dates = [Mention(found.span, Kind.DATE, found.text) for found in find_dates(sentence)]
    quantities = [Mention(found.span, Kind.QUANTITY, found.text) for found in find_quantities(sentence)]
    named = [Mention(found.span, found.kind, found.span.of(sentence)) for found in find_works(sentence)]
    years = {date.span.end for date in dates if date.span.end - date.span.start == 4}
    works = [_without_year(mention) if mention.span.end in years else mention for mention in named]
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


def _without_year(mention: Mention) -> Mention:
    """The "Copa do Mundo" of "Copa do Mundo de 2026": the year is a date of its own."""
    if mention.kind is Kind.WORK:
        return mention
    text = _YEAR_AT_END.sub("", mention.text)
    if text in NOT_ALONE:
        return mention
    return Mention(Span(mention.span.start, mention.span.start + len(text)), mention.kind, text)

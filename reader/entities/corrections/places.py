"""Mentions as places in a text: finding, joining and leaving out, without an object for each of a million."""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from articles.model import Span
from reader.entities.mentions import Mentions
from reader.entities.model import Kind, Mention


def _start(mention: Mention) -> int:
    return mention.span.start


def gathered(kind: Kind, *parts: Iterable[Mention]) -> Sequence[Mention]:
    """The mentions of several sorted parts as those of one entity, each with its kind.

    Args:
        parts: Each in the order of the text; together without two that overlap.
    """
    forms: dict[str, int] = {}
    starts, which = array("I"), array("I")
    for mention in heapq.merge(*parts, key=_start):
        starts.append(mention.span.start)
        which.append(forms.setdefault(mention.text, len(forms)))
    return Mentions(kind, tuple(forms), starts, which)


def at(mentions: Sequence[Mention], span: Span) -> Mention | None:
    """The first of the sorted mentions that shares a character with the span."""
    number = bisect_left(mentions, span.start, key=_start)
    for near in mentions[max(0, number - 1) : number + 1]:
        if near.span.overlaps(span):
            return near
    return None


def without(mentions: Iterable[Mention], gone: Collection[Mention]) -> list[Mention]:
    """The mentions but some."""
    starts = {mention.span.start for mention in gone}
    return [mention for mention in mentions if mention.span.start not in starts]


def occurrences(words: str, body: str, also: Span | None = None) -> list[Span]:
    """Where the words stand in a text as whole words, in order, none overlapping; ``also`` in any case."""
    found: list[Span] = []
    start = body.find(words)
    while start >= 0:
        end = start + len(words)
        span = Span(start, end)
        whole = not (_joins(body[start - 1 : start], words[0]) or _joins(words[-1], body[end : end + 1]))
        if span == also or (whole and not (also is not None and span.overlaps(also))):
            found.append(span)
            start = body.find(words, end)
        else:
            start = body.find(words, start + 1)
    return found


def _joins(one: str, two: str) -> bool:
    """Whether two neighbouring characters belong to one word."""
    return one.isalnum() and two.isalnum()

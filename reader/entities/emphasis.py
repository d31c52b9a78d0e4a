"""Titles of works that an article sets in italics, as Portuguese typography does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articles.model import Markup, MarkupKind
from reader.entities.model import Kind, Mention

_LONGEST = 120


def emphasised_works(markup: Iterable[Markup], body: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with what is emphasised and reads like a title taken whole as a work.

    A title has two words at least and begins with a capital: one word in italics is as often foreign as a name, and is
    left to the recogniser. Mentions that a title overlaps give way to it.
    """
    titles = []
    for mark in markup:
        text = mark.span.of(body)
        if mark.kind is MarkupKind.EMPHASIS and len(text) <= _LONGEST and text[:1].isupper() and len(text.split()) > 1:
            titles.append(Mention(mark.span, Kind.WORK, text))
    if not titles:
        return list(mentions)
    kept = []
    at = 0
    for mention in mentions:  # both are in the order of the text
        while at < len(titles) and titles[at].span.end <= mention.span.start:
            at += 1
        if at == len(titles) or not titles[at].span.overlaps(mention.span):
            kept.append(mention)
    return sorted([*kept, *titles])

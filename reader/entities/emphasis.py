"""Titles of works that an article sets in italics, as Portuguese typography does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from articles.model import Markup, MarkupKind
from reader.entities.common import looks_common
from reader.entities.model import Kind, Mention
from reader.entities.works import is_press

_LONGEST = 120
_SPECIES = re.compile(r"[A-Z][a-z]+(?:us|a|is|um|es|o|yx|on)(?: [a-z]{3,}(?:us|is|um|ens|ans|ae|ii?|a)){1,2}\Z")


def emphasised_works(markup: Iterable[Markup], body: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with what is emphasised and reads like a title taken whole as a work.

    A title has two words at least and begins with a capital: one word in italics is as often foreign as a name, and is
    left to the recogniser; so are newspapers. A species ("Aedes aegypti") and a whole sentence are no titles.
    Mentions that a title overlaps give way to it.
    """
    titles = []
    for mark in markup:
        text = mark.span.of(body)
        if mark.kind is MarkupKind.EMPHASIS and len(text) <= _LONGEST and _is_title(text):
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


def _is_title(text: str) -> bool:
    words = text.split()
    if len(words) < 2 or not text[0].isupper() or text[-1] in ".,:;" or is_press(text):
        return False
    return _SPECIES.match(text) is None or any(looks_common(word) for word in words[1:])

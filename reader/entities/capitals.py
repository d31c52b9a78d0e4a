"""Names in a line of capitals only, where no capital tells a name from a word: those that tables know, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.model import Span
from reader.entities.common import looks_common
from reader.entities.cues import PARTICLES
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.merging import merge
from reader.entities.model import Entity, Kind, Mention
from reader.entities.name_tables import table

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MOST_WORDS = 6  # of a known place's name
_SHORTEST = 4  # letters of a name by itself; a shorter one may be an acronym


def names_in_capitals(line: str, found: Sequence[Entity] = ()) -> tuple[Entity, ...]:
    """Known people by one name ("BOLSONARO") and places of several words, in a line that is all in capitals.

    Args:
        line: One line, clean.
        found: What is named there already; a name within another's characters is not given again.

    Returns:
        None for a line with a small letter. A word that may be no name ("SEGURO", "VENTURA") is none.
    """
    if line.upper() != line:
        return ()
    taken = [mention.span for entity in found for mention in entity.mentions]
    mentions = [each for each in _known(line) if not any(each.span.overlaps(span) for span in taken)]
    return tuple(merge(mentions, line)) if mentions else ()


def pieces(name: str) -> list[str]:
    """A person's name in capitals without the words between two people that were taken with it.

    "TARCÍSIO ATACA HADDAD" is two people: nobody's second name is a word that no table of names has. Any other name
    is one piece.
    """
    words = name.split()
    known = gazetteer()
    if len(words) < 3 or name.upper() != name or fold(name) in table("people"):
        return [name]
    named = [fold(each) in known.given or fold(each) in known.family for each in words]
    between = [not named[at] and each.lower() not in PARTICLES for at, each in enumerate(words)]
    if not (named[0] and named[-1] and any(between)):
        return [name]
    parts: list[list[str]] = [[]]
    for word, stranger in zip(words, between, strict=True):
        if stranger:
            parts.append([])
        else:
            parts[-1].append(word)
    return [" ".join(part) for part in parts if part]


def _known(line: str) -> Iterator[Mention]:
    words = list(_WORD.finditer(line))
    at = 0
    while at < len(words):
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            span = Span(words[at].start(), words[at + count - 1].end())
            kind = _kind(span.of(line))
            if kind is not None:
                yield Mention(span, kind, span.of(line))
                at += count
                break
        else:
            at += 1


def _kind(name: str) -> Kind | None:
    folded = fold(name)
    if " " in name:
        known_place = folded in gazetteer().places or folded in table("places")
        return Kind.PLACE if known_place else None
    entries = table("people").get(folded, ())
    known = len(entries) == 1 and entries[0].english is not None and not entries[0].near
    return Kind.PERSON if known and len(name) >= _SHORTEST and not looks_common(name.lower()) else None

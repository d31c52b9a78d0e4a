"""Marked words found again in a text by themselves, by what is around them, and by where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.model import Span

if TYPE_CHECKING:
    from difflib import SequenceMatcher

AROUND = 32
"""Characters kept of what stands before and behind a mark."""

ALIKE = 0.6
"""How like the marked words others must be to count as them, 0 to 1.

Chosen by tests/benchmarks/anchoring.py on 17 texts: of 655 short stretches, 0.5 loses 7 and puts 2 at a wrong place,
0.6 loses 21 and puts 1 there, 0.7 loses 44 and none; long ones are the same from 0.4 to 0.7. On the other 16 texts 0.5
loses 8 and puts 5 wrong, 0.6 loses 22 and puts 2 wrong. A wrong place is worse.
"""

SHORT = 32
"""Characters from which on words found just once are taken for the marked ones, whatever is around them.

With 20 instead, 8 of 437 short stretches of the same texts came to a wrong place, with 32 one, and no more were lost.
"""

SUPPORT = 10  # characters of the surroundings that must be there for shorter ones
LONGEST = 4_000  # characters compared letter by letter; longer ones are compared word by word
_SEED = 10  # characters that are looked for exactly where words changed
_MOST = 200  # places that are weighed

_signs = str.maketrans(
    {**dict.fromkeys("“”„‟«»‹›″", '"'), **dict.fromkeys("‘’‚‛′´`", "'"), **dict.fromkeys("‐‑‒–—―−", "-")}
)
_space = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """What was marked, as it is kept.

    Attributes:
        quote: The words.
        start: Where they stood, in characters of the body.
        prefix: Up to ``AROUND`` characters before them.
        suffix: The same behind them.
    """

    quote: str
    start: int
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, span: Span, body: str) -> Words:
        """The words of a span, with what is around them."""
        return cls(span.of(body), span.start, *around(span, body))


def around(span: Span, body: str) -> tuple[str, str]:
    """What stands before and behind a span."""
    return body[max(0, span.start - AROUND) : span.start], body[span.end : span.end + AROUND]


def place(words: Words, body: str) -> Span | None:
    """Where exactly these words stand: where they stood, or else the nearest place; None for nowhere."""
    start = max(0, words.start)
    if not words.quote:
        return None
    if not body.startswith(words.quote, start):
        places = body.rfind(words.quote, 0, start + len(words.quote)), body.find(words.quote, start)
        found = [each for each in places if each >= 0]
        if not found:
            return None
        start = min(found, key=lambda each: abs(each - max(0, words.start)))
    return Span(start, start + len(words.quote))


def find(words: Words, body: str) -> Span | None:
    """Where the words are in a text of which nothing else is known; None where that is not sure.

    They may differ in typography, and a little else. Of several places the one is taken whose surroundings are most
    like the kept ones, else the nearest; short words need surroundings of their own.
    """
    if not words.quote.strip():
        return None
    here = Span(words.start, words.start + len(words.quote))
    if words.start >= 0 and here.of(body) == words.quote and around(here, body) == (words.prefix, words.suffix):
        return here
    found = told_apart(words, body, list(occurrences(words.quote, body)))
    return found if found is not None else _resembling(words, body)


def alike(one: str, other: str) -> float:
    """How like two stretches are, 0 to 1, whatever their typography and spaces."""
    one, other = (_space.sub(" ", text.translate(_signs)).strip() for text in (one, other))
    if not one or not other:
        return 0.0
    if max(len(one), len(other)) > LONGEST:
        return matcher(one.split(), other.split()).ratio()
    return matcher(one, other).ratio()


def matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """What weighs two sequences against each other."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, old, new, autojunk=False)


def bare(span: Span, body: str) -> Span | None:
    """The span without white space at its ends."""
    text = span.of(body)
    start = span.start + len(text) - len(text.lstrip())
    end = span.end - (len(text) - len(text.rstrip()))
    return Span(start, end) if start < end else None


def occurrences(quote: str, body: str) -> Iterator[Span]:
    """Where words stand, whatever their typography and the white space between them."""
    parts = (
        re.escape(part).replace(r"\.\.\.", "(?:\\.\\.\\.|…)").replace("…", "(?:\\.\\.\\.|…)")
        for part in quote.translate(_signs).replace("…", "...").split()
    )
    pattern = re.compile(r"\s+".join(parts))
    for number, match in enumerate(pattern.finditer(body.translate(_signs))):
        if number == _MOST:
            return
        yield Span(*match.span())


def told_apart(words: Words, body: str, places: Sequence[Span]) -> Span | None:
    """Of several places the one that is meant; None where none of them can be said to be."""
    if not places:
        return None
    weighed = sorted(
        ((_support(words, each, body), -abs(each.start - words.start), each) for each in places), reverse=True
    )
    support, near, best = weighed[0]
    enough = min(SUPPORT, len(words.prefix.strip()) + len(words.suffix.strip()))
    if support >= max(1, enough):
        return None if len(weighed) > 1 and weighed[1][:2] == (support, near) else best
    return best if len(places) == 1 and len(words.quote) >= SHORT else None


def _support(words: Words, span: Span, body: str) -> int:
    """How many characters right before and right behind a place are those that were kept."""
    before, behind = around(span, body)
    ends = zip(reversed(words.prefix.translate(_signs)), reversed(before.translate(_signs)), strict=False)
    starts = zip(words.suffix.translate(_signs), behind.translate(_signs), strict=False)
    return sum(_run(pairs) for pairs in (ends, starts))


def _run(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other and not (one.isspace() and other.isspace()):
            break
        count += not one.isspace()
    return count


def _resembling(words: Words, body: str) -> Span | None:
    """The one stretch in which enough of the words stand, with their surroundings or without."""
    quote, known = words.quote.translate(_signs), body.translate(_signs)
    whole = words.prefix.translate(_signs) + quote + words.suffix.translate(_signs)
    shift = len(words.prefix)
    seeds = range(0, max(1, len(whole) - _SEED), max(1, (len(whole) - _SEED) // 40))
    votes: dict[int, set[int]] = {}
    slack = max(AROUND, len(quote) // 3)
    for seed in seeds:
        at, tries = known.find(whole[seed : seed + _SEED]), 0
        while at >= 0 and tries < _MOST:
            votes.setdefault((at - seed) // slack, set()).add(seed)
            at, tries = known.find(whole[seed : seed + _SEED], at + 1), tries + 1
    ranked = sorted(votes, key=lambda bucket: (-len(votes[bucket] | votes.get(bucket + 1, set())), bucket))[:3]
    found = set()
    for bucket in ranked:
        low = max(0, bucket * slack - slack)
        window = known[low : (bucket + 2) * slack + len(whole) + slack]
        if len(whole) > LONGEST:
            continue
        blocks = matcher(whole, window).get_matching_blocks()
        solid = [(low + j, i, n) for i, j, n in blocks if n > 2]
        span = _within(solid, shift, shift + len(quote), body)
        if span is not None and alike(words.quote, span.of(body)) >= ALIKE:
            found.add((round(alike(words.quote, span.of(body)), 3), _support(words, span, body), span))
    best = sorted(found, reverse=True)
    if not best or (len(best) > 1 and best[1][0] > best[0][0] - 0.1 and best[1][2].start != best[0][2].start):
        return None
    return best[0][2] if best[0][1] >= SUPPORT or len(words.quote) >= SHORT else None


def _within(blocks: Sequence[tuple[int, int, int]], start: int, end: int, body: str) -> Span | None:
    """Where a range of the kept text stands, by the stretches (place, kept, length) that are the same."""
    inside = [
        (at + max(0, start - kept), at + min(length, end - kept))
        for at, kept, length in blocks
        if kept < end and kept + length > start
    ]
    if not inside:
        return None
    first, last = inside[0][0], inside[-1][1]
    before = [at + length for at, kept, length in blocks if kept + length == start]
    behind = [at for at, kept, _ in blocks if kept == end]
    return bare(Span(before[-1] if before else first, behind[0] if behind else last), body)

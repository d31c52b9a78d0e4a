"""What the network is told of each word beside its pieces: how it is written, and what the rules take it for."""

from __future__ import annotations

from collections.abc import Sequence

from reader.entities.model import Kind, Mention

KINDS = tuple(Kind)
"""In the order of their numbers; a kind that is added later must come last."""

RULE_SIGNS = 1 + 2 * len(KINDS)
"""None, then for each kind the first word of a mention and the words that follow."""

SHAPES = 6
"""Lower case and all else, digits, no letter or digit, all capital, one capital letter, capital first."""


def shape_of(word: str) -> int:
    """How a word is written, from 0 to ``SHAPES`` - 1."""
    if word.isdigit():
        return 1
    if not word[0].isalnum():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 5 if word[0].isupper() else 0


def rule_signs(words: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> list[int]:
    """What the rules take each word for, from 0 to ``RULE_SIGNS`` - 1.

    Args:
        words: Where each begins and ends; in order.
        mentions: Of the same sentence; in order, not overlapping.
    """
    signs = [0] * len(words)
    at = 0
    for mention in mentions:
        sign = 1 + 2 * KINDS.index(mention.kind)
        while at < len(words) and words[at][1] <= mention.span.start:
            at += 1
        while at < len(words) and words[at][0] < mention.span.end:
            signs[at] = sign
            sign = sign if sign % 2 == 0 else sign + 1
            at += 1
    return signs

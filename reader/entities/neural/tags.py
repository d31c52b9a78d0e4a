"""Tags of words and what they say together: B for the first word of a name, I for those that follow, O for none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reader.entities.model import Kind
from reader.entities.neural.modelfile import Floats

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)
"""The kinds that the network knows. Tag 0 is O; 1 + 2k begins a name of kind k, 2 + 2k goes on with it."""

TAGS = 1 + 2 * len(NAMED)

CAUTION = 0.7
"""Added to the score of O: the network finds more than annotators do. See ``docs/model-card.md``."""

APART = 0.7
"""Taken from the score of a name that begins where another has just ended: most often the two are one."""

_NEVER = np.float32(-1e4)


def _transitions() -> Floats:
    """What follows what, and what that costs; the last row is the sentence's beginning."""
    costs = np.zeros((TAGS + 1, TAGS), np.float32)
    costs[1:TAGS, 1::2] = -APART
    for after in range(2, TAGS, 2):
        costs[:, after] = _NEVER
        costs[after - 1 : after + 1, after] = 0
    return costs


_FOLLOWS = _transitions()


def likeliest(scores: Floats) -> list[int]:
    """The likeliest series of tags in which no name goes on that has not begun (Viterbi 1967).

    Args:
        scores: Logarithms of probabilities, shape (words, ``TAGS``).
    """
    scores = scores.copy()
    scores[:, 0] += CAUTION
    best = scores.argmax(axis=1)
    before = np.concatenate([[TAGS], best[:-1]])
    if not _FOLLOWS[before, best].any():
        return [int(tag) for tag in best]  # as nearly always: what is best word by word costs nothing
    so_far = scores[0] + _FOLLOWS[TAGS]
    steps = []
    for row in scores[1:]:
        ways = so_far[:, None] + _FOLLOWS[:TAGS]
        chosen = ways.argmax(axis=0)
        steps.append(chosen)
        so_far = ways[chosen, np.arange(TAGS)] + row
    tags = [int(so_far.argmax())]
    for chosen in reversed(steps):
        tags.append(int(chosen[tags[-1]]))
    return tags[::-1]


def names_of(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """The names that tags tell of: first word, the word after the last, and the index of the kind in ``NAMED``."""
    found: list[tuple[int, int, int]] = []
    for at, tag in enumerate(tags):
        if tag == 0:
            continue
        kind = (tag - 1) // 2
        if tag % 2 == 0 and found and found[-1][1] == at and found[-1][2] == kind:
            found[-1] = (found[-1][0], at + 1, kind)
        else:
            found.append((at, at + 1, kind))
    return found

"""Cutting a long pair into stretches that say the same: the model was trained on sentences, and gets lost in more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.translation.alignment.lexical import linked
from reader.translation.alignment.words import Words

MOST_WORDS = 50
"""Words on either side of what is aligned as one.

Of the links that FLORES sentences have by themselves, 88 % come out again where three are joined (76 words) and taken
as one, 61 % where five are (123); cut here, 96 to 98 %, also where twelve are (290). ``make bench BENCH=alignment``.
"""

_NEAR_MIDDLE = 0.25  # no stretch has less than this share of what it is cut from
_ASKEW = 8.0  # crossed links that a cut at the start of one side and the end of the other is as bad as
_STOP, _PAUSE = re.compile(r"[.!?;:…]"), re.compile(r"[,–—()\"“”«»-]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of both sides that belong together: the indices of the first and after the last."""

    source: tuple[int, int]
    target: tuple[int, int]


def stretches(source: Words, target: Words) -> list[Stretch]:
    """The stretches of a pair, in order: one where neither side has more than ``MOST_WORDS``."""
    whole = Stretch((0, len(source.spans)), (0, len(target.spans)))
    if max(whole.source[1], whole.target[1]) <= MOST_WORDS:
        return [whole]
    pairs = np.array(linked(source.low, target.low), np.intp).reshape(-1, 2)
    return list(_cut(whole, pairs, _pauses(source), _pauses(target)))


def _cut(
    whole: Stretch, pairs: NDArray[np.intp], pauses: NDArray[np.float64], pauses_to: NDArray[np.float64]
) -> Iterator[Stretch]:
    waiting = [whole]
    while waiting:
        stretch = waiting.pop()
        (start, end), (start_to, end_to) = stretch.source, stretch.target
        if max(end - start, end_to - start_to) <= MOST_WORDS or min(end - start, end_to - start_to) < 2:
            yield stretch
            continue
        ours, theirs = _middle(start, end), _middle(start_to, end_to)
        crossed = _crossed(stretch, pairs)[np.ix_(ours - start, theirs - start_to)]
        askew = np.abs(((ours - start) / (end - start))[:, None] - (theirs - start_to) / (end_to - start_to))
        bad = crossed + _ASKEW * askew - np.minimum(pauses[ours][:, None], pauses_to[theirs])
        at, at_to = np.unravel_index(int(bad.argmin()), bad.shape)
        here, there = int(ours[at]), int(theirs[at_to])
        waiting.append(Stretch((here, end), (there, end_to)))
        waiting.append(Stretch((start, here), (start_to, there)))


def _middle(start: int, end: int) -> NDArray[np.intp]:
    """The words before which a side may be cut."""
    margin = max(1, int(_NEAR_MIDDLE * (end - start)))
    return np.arange(start + margin, end - margin + 1)


def _crossed(stretch: Stretch, pairs: NDArray[np.intp]) -> NDArray[np.float64]:
    """How many links would lead from one part to the other, cut before each word of each side."""
    (start, end), (start_to, end_to) = stretch.source, stretch.target
    inside = (pairs[:, 0] >= start) & (pairs[:, 0] < end) & (pairs[:, 1] >= start_to) & (pairs[:, 1] < end_to)
    counts = np.zeros((end - start + 1, end_to - start_to + 1))
    counts[pairs[inside, 0] - start + 1, pairs[inside, 1] - start_to + 1] = 1
    before = counts.cumsum(axis=0).cumsum(axis=1)  # links among the words before both
    return np.asarray(before[:, -1:] + before[-1:, :] - 2 * before)


def _pauses(words: Words) -> NDArray[np.float64]:
    """What speaks for a cut before each word: the end of a sentence or a clause."""
    return np.array([0.0, *_weights(words)])


def _weights(words: Words) -> Sequence[float]:
    between = [words.text[one.end : two.start] for one, two in zip(words.spans, words.spans[1:], strict=False)]
    return [3.0 if _STOP.search(text) else 1.5 if _PAUSE.search(text) else 0.0 for text in between]

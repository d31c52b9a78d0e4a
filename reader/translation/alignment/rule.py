"""From where the network looked to links between words: the rule and its numbers.

The numbers were chosen by their F1 on the "tuning" pairs of ``tests/translation/data/alignments.jsonl``, one after the
other and coarsely; most may be half or double at a loss of less than .005. ``make bench BENCH=alignment`` measures them
on the "test" pairs.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reader.translation.alignment.likeness import alike
from reader.translation.alignment.words import Words
from reader.translation.marian.weights import Floats

REVISION = 1
"""Raise it whenever the links of some pair change."""

_FIRST_HEAD = np.float32(0.25)  # the share of the first head, which was guided most; the rest is the mean of all
_LIKE = np.float32(2)  # what being alike adds, as a multiple of how alike words are (0 to 1)
_FROM_SMALL = np.float32(0.2)  # what a small Portuguese word counts for an English one that says something
_TO_SMALL = np.float32(0.5)  # and the other way round
_ENOUGH = 0.4  # of an English word's look, to be a link
_OF_BEST = 0.7  # of what its best link has
_OF_BEST_TO = 0.5  # of what the Portuguese word's best link has
_LONE_SOURCE = 0.2  # enough for a Portuguese word that says something and would else have no link
_LONE_TARGET = 0.3  # and for an English one

Places = Sequence[tuple[int, int]]
"""For each piece of a text the characters that it stands for."""


def links(
    look: Floats, source: Words, target: Words, source_pieces: Places, target_pieces: Places
) -> set[tuple[int, int]]:
    """The links of two texts' words, by their indices.

    Args:
        look: Where the network looked: shape (heads, pieces of the target, pieces of the source and its end).
        source: The Portuguese words.
        target: The English ones.
        source_pieces: The source's pieces.
        target_pieces: The target's pieces.
    """
    if not source.spans or not target.spans:
        return set()
    mixed = _FIRST_HEAD * look[0] + (1 - _FIRST_HEAD) * look.mean(axis=0)
    ours, theirs = _members(source, source_pieces), _members(target, target_pieces)
    weights = (theirs @ (mixed[:, :-1] @ ours.T)) / np.maximum(theirs.sum(axis=1, keepdims=True), 1)
    return _chosen(_weighed(weights, source, target), source.small, target.small)


def _members(words: Words, pieces: Places) -> Floats:
    """Which pieces belong to which word: shape (words, pieces), 1 where they share a character."""
    starts = np.array([span.start for span in words.spans])[:, None]
    ends = np.array([span.end for span in words.spans])[:, None]
    firsts, lasts = np.array(pieces, np.intp).reshape(-1, 2).T
    return ((firsts < ends) & (starts < lasts)).astype(np.float32)


def _weighed(weights: Floats, source: Words, target: Words) -> Floats:
    """The looks, more where words are alike, less between small ones and others: shape (targets, sources)."""
    from_small, to_small = np.array(source.small)[None, :], np.array(target.small)[:, None]
    same = np.array([[one == other for one in source.low] for other in target.low]) & ~to_small
    like = np.array([[alike(one, other) for one in source.low] for other in target.low], np.float32)
    like = np.where(same, 1, np.where(from_small | to_small, 0, like))
    factor = np.where(from_small & ~to_small & ~same, _FROM_SMALL, 1) * np.where(~from_small & to_small, _TO_SMALL, 1)
    return np.asarray(weights * (1 + _LIKE * like) * factor, np.float32)


def _chosen(weights: Floats, from_small: Sequence[bool], to_small: Sequence[bool]) -> set[tuple[int, int]]:
    best = weights.max(axis=1, keepdims=True)
    best_to = weights.max(axis=0, keepdims=True)
    clear = (weights >= _ENOUGH) & (weights >= _OF_BEST * best) & (weights >= _OF_BEST_TO * best_to)
    found = {(int(one), int(other)) for other, one in np.argwhere(clear)}
    found |= _lone(weights.T, {one for one, _ in found}, from_small, _LONE_SOURCE)
    missing = _lone(weights, {other for _, other in found}, to_small, _LONE_TARGET)
    found |= {(one, other) for other, one in missing}
    return _without_small(found, from_small, to_small)


def _lone(weights: NDArray[np.float32], linked: set[int], small: Sequence[bool], enough: float) -> set[tuple[int, int]]:
    """The best link of each word of the first axis that says something and has none, where that is good enough."""
    best = weights.argmax(axis=1)
    return {
        (word, int(best[word]))
        for word, is_small in enumerate(small)
        if not is_small and word not in linked and weights[word, best[word]] >= enough
    }


def _without_small(
    found: set[tuple[int, int]], from_small: Sequence[bool], to_small: Sequence[bool]
) -> set[tuple[int, int]]:
    """The links without those to small words from a word that is linked to one that says something, both ways."""
    speaking_source = {one for one, other in found if not from_small[one] and not to_small[other]}
    speaking_target = {other for one, other in found if not from_small[one] and not to_small[other]}
    return {
        (one, other)
        for one, other in found
        if not (to_small[other] and one in speaking_source) and not (from_small[one] and other in speaking_target)
    }

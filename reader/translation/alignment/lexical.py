"""Word alignment without a model: words that are the same, look alike or are known, near the same place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.model import Span
from reader.translation.alignment.likeness import alike
from reader.translation.alignment.model import Alignment, Link
from reader.translation.alignment.small_words import ENGLISH, PORTUGUESE
from reader.translation.alignment.words import source_words, target_words

MADE_BY = "lexical"
REVISION = 1
"""Raise it whenever the links of some pair change."""

MOST_WORDS = 400
"""Of a sentence longer than this only the words that lie near one another are compared."""

_ENOUGH = 0.62  # how alike two words must be, of 1
_NEAR_SMALL = 0.12  # how far apart small words may stand, as a share of the sentence
_GAP = 6  # words between two links at most, where a lone word is linked by its place
_WINDOW = 60  # words around the same place that are compared in what is longer than MOST_WORDS


class LexicalAligner:
    """Links what can be told by the look of words: names, numbers, cognates, some hundred known words.

    Finds two thirds of the links that say something; 98 % of what it finds is right (``make bench BENCH=alignment``).
    """

    version = f"{MADE_BY} {REVISION}"

    def align(self, source: str, target: str) -> Alignment:
        """See ``Aligner``."""
        sources, targets = source_words(source), target_words(target)
        pairs = linked([each.of(source).lower() for each in sources], [each.of(target).lower() for each in targets])
        return made(sources, targets, pairs, MADE_BY)

    def align_many(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """See ``Aligner``."""
        return [self.align(source, target) for source, target in pairs]


def made(sources: Sequence[Span], targets: Sequence[Span], pairs: Sequence[tuple[int, int]], made_by: str) -> Alignment:
    """The alignment of words by their indices."""
    return Alignment(tuple(Link(sources[one], targets[other]) for one, other in sorted(set(pairs))), made_by)


def linked(sources: Sequence[str], targets: Sequence[str]) -> list[tuple[int, int]]:
    """The links of two sentences' words in small letters, by index: the best first, each once, compounds more often."""
    if not sources or not targets:
        return []
    found = sorted(_candidates(sources, targets), reverse=True)
    taken_source: dict[int, int] = {}
    taken_target: dict[int, int] = {}
    pairs: list[tuple[int, int]] = []
    for _, one, other in ((score, -one, -other) for score, one, other in found):
        room_source = 1 + sources[one].count("-")
        room_target = 1 + targets[other].count("-")
        if taken_source.get(one, 0) < room_source and taken_target.get(other, 0) < room_target:
            taken_source[one] = taken_source.get(one, 0) + 1
            taken_target[other] = taken_target.get(other, 0) + 1
            pairs.append((one, other))
    return pairs + _between(sources, targets, pairs)


def _candidates(sources: Sequence[str], targets: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """Pairs of words that may be linked, with how surely; indices negative, so that the first wins a draw."""
    large = max(len(sources), len(targets)) > MOST_WORDS
    for one, word in enumerate(sources):
        middle = one * len(targets) // len(sources)
        near = range(max(0, middle - _WINDOW), min(len(targets), middle + _WINDOW)) if large else range(len(targets))
        for other in near:
            distance = abs((one + 0.5) / len(sources) - (other + 0.5) / len(targets))
            if word in PORTUGUESE and distance > _NEAR_SMALL:
                continue
            score = alike(word, targets[other])
            if score >= _ENOUGH:
                yield (score - 0.5 * distance, -one, -other)


def _between(sources: Sequence[str], targets: Sequence[str], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Links by place: one word that says something, left over between two linked ones, in both sentences."""
    content = {one: other for one, other in sorted(pairs) if sources[one] not in PORTUGUESE}
    used = {other for _, other in pairs}
    found: list[tuple[int, int]] = []
    anchors = [(-1, -1), *sorted(content.items()), (len(sources), len(targets))]
    for (left, left_target), (right, right_target) in pairwise(anchors):
        if not left_target < right_target:
            continue
        gap = [at for at in range(left + 1, right) if sources[at] not in PORTUGUESE]
        other = [at for at in range(left_target + 1, right_target) if at not in used and targets[at] not in ENGLISH]
        if len(gap) == len(other) == 1 and right - left <= _GAP and right_target - left_target <= _GAP:
            found.append((gap[0], other[0]))
    return found

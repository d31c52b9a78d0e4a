"""Marks carried from a text into a newer version of it: along what did not change, and where little did."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from articles.anchoring import (
    ALIKE,
    LONGEST,
    SUPPORT,
    Words,
    alike,
    bare,
    find,
    matcher,
    occurrences,
    place,
    told_apart,
)
from articles.model import Span, paragraph_spans

_CUT = 0.5  # the same where nothing came, and something only went


class Carrier:
    """Carries marks from a text into a newer version of it.

    Args:
        old: The text that the marks are in.
        new: The newer one. Both are compared once, for all marks.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._blocks = list(_same(old, new))
        self._starts = [block[0] for block in self._blocks]
        self._new_starts = [block[1] for block in self._blocks]

    def carry(self, words: Words) -> Span | None:
        """Where a mark of the old text stands in the new one; None where it is lost: a wrong place would be worse."""
        stood = place(words, self._old)
        if stood is None:
            return find(words, self._new)
        at = self._place(stood, self._blocks, self._starts)
        if at is not None and at.of(self._new) == words.quote:
            return at
        # What stands in the new text where something else stood in the old one is no other place of these words.
        fresh = [each for each in occurrences(words.quote, self._new) if not self._stayed(each)]
        moved = told_apart(Words.of(stood, self._old), self._new, fresh)
        if moved is not None:
            return moved
        refined = self._refined(stood)
        found = self._place(stood, refined, [block[0] for block in refined])
        if found is None:
            return None
        said = found.of(self._new)
        least = _CUT if said in words.quote and len(said) >= SUPPORT else ALIKE
        return found if alike(words.quote, said) >= least else None

    def _stayed(self, span: Span) -> bool:
        """Whether most of a stretch of the new text stood in the old one."""
        at = max(0, bisect_right(self._new_starts, span.start) - 1)
        kept = 0
        for _old, new, length in self._blocks[at:]:
            if new >= span.end:
                break
            kept += max(0, min(new + length, span.end) - max(new, span.start))
        return 2 * kept > len(span)

    def _place(self, span: Span, blocks: Sequence[tuple[int, int, int]], starts: Sequence[int]) -> Span | None:
        """A stretch of the old text in the new one, its edges where the texts are the same, or right beside."""
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, span.end - 1) - 1
        if first >= 0 and span.start < blocks[first][0] + blocks[first][2]:
            start = blocks[first][1] + span.start - blocks[first][0]
        elif first >= 0 and blocks[first][0] + blocks[first][2] == span.start:
            start = blocks[first][1] + blocks[first][2]
        elif first + 1 < len(blocks) and blocks[first + 1][0] < span.end:
            start = blocks[first + 1][1]
        else:
            return None
        if last >= 0 and span.end <= blocks[last][0] + blocks[last][2]:
            end = blocks[last][1] + span.end - blocks[last][0]
        elif last + 1 < len(blocks) and blocks[last + 1][0] == span.end:
            end = blocks[last + 1][1]
        elif last >= 0 and blocks[last][0] + blocks[last][2] > span.start:
            end = blocks[last][1] + blocks[last][2]
        else:
            return None
        return bare(Span(start, end), self._new) if start < end else None

    def _refined(self, span: Span) -> list[tuple[int, int, int]]:
        """What stayed the same around a stretch, letter by letter where words changed."""
        first = max(0, bisect_right(self._starts, span.start) - 2)
        last = bisect_right(self._starts, span.end) + 1
        near = self._blocks[first:last]
        edges = [(0, 0, 0) if first == 0 else near[0], *(near if first == 0 else near[1:])]
        edges.append((len(self._old), len(self._new), 0) if last >= len(self._blocks) else self._blocks[last])
        found: list[tuple[int, int, int]] = []
        for (a, c, length), (b, d, _) in pairwise(edges):
            if length:
                found.append((a, c, length))
            before, after = self._old[a + length : b], self._new[c + length : d]
            if before and after and max(len(before), len(after)) <= LONGEST:
                blocks = matcher(before, after).get_matching_blocks()
                found += [(a + length + i, c + length + j, n) for i, j, n in blocks if n > 1]
        return found


def _same(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """The stretches that are the same in both: where in the old, where in the new, how long."""
    from articles.differences import Change, differences  # only where texts are compared

    before, after = list(paragraph_spans(old)), list(paragraph_spans(new))
    for each in differences(old, new):
        if each.old is None or each.new is None:
            continue
        at, to = before[each.old].start, after[each.new].start
        for piece in each.pieces:
            length = len(piece.text)
            if piece.change is Change.SAME:
                yield at, to, length
            at += length if piece.change is not Change.ADDED else 0
            to += length if piece.change is not Change.REMOVED else 0

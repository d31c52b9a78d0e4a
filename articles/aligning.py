"""Which items of two sequences go together, in order: nearly linear, whatever the sequences."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

_EXACT = 40_000
"""Pairs up to which every alignment is weighed; beyond, only items that occur once on each side are anchors."""

Block = tuple[int, int, int, int]
"""A stretch that differs: ``old[a:b]`` stands where ``new[c:d]`` does; one of them may be empty."""


def changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """The stretches in which two sequences differ, in order; what lies between them is the same.

    Items that changed places are taken out at one place and put in at another.
    """
    found: list[Block] = []
    for a, b, c, d in _stretches(old, new, 0, len(old), 0, len(new)):
        if found and found[-1][1] == a and found[-1][3] == c:
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _stretches(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> Iterator[Block]:
    waiting = [(a, b, c, d)]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
        if a == b or c == d:
            if a < b or c < d:
                yield a, b, c, d
        elif (b - a) * (d - c) <= _EXACT:
            yield from _weighed(old, new, a, b, c, d)
        else:
            anchors = _anchors(old, new, a, b, c, d)
            if not anchors:
                yield a, b, c, d
                continue
            edges = [(a, c), *((x + 1, y + 1) for x, y in anchors)]
            ends = [*anchors, (b, d)]
            parts = [(x, p, y, q) for (x, y), (p, q) in zip(edges, ends, strict=True)]
            waiting.extend(reversed(parts))


def _weighed(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> Iterator[Block]:
    matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield a + i, a + j, c + k, c + m


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """Items that occur once on each side, the longest run of them that keeps its order (patience)."""
    once_old = Counter(old[a:b])
    once_new = Counter(new[c:d])
    where = {new[at]: at for at in range(c, d) if once_new[new[at]] == 1}
    pairs = [(at, where[old[at]]) for at in range(a, b) if once_old[old[at]] == 1 and old[at] in where]
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, y) in enumerate(pairs):
        place = bisect_left(tails, y)
        before.append(last[place - 1] if place else -1)
        if place == len(tails):
            tails.append(y)
            last.append(index)
        else:
            tails[place], last[place] = y, index
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]

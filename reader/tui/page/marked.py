"""What the reader marked in the text: stretches of the body, so kept that those of a row are found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from articles.model import Span

SIGN = "◊"
"""Beside each row of what is marked, in the margin's last cell; one cell wide everywhere, and in most fonts."""


class Marked:
    """The stretches of an article that are marked; several may share characters."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        self._reach: list[int] = []  # how far each stretch and those before it reach
        self._set(spans)

    def _set(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def __contains__(self, span: Span) -> bool:
        return span in self._spans

    def within(self, start: int, end: int) -> list[Span]:
        """The marked stretches that share a character with a range of the body, in order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._spans, end, key=lambda span: span.start)
        return [span for span in self._spans[first:last] if span.end > start]

    def put(self, span: Span, *, on: bool) -> None:
        """Have a stretch marked, or not."""
        others = [each for each in self._spans if each != span]
        self._set([*others, span] if on else others)

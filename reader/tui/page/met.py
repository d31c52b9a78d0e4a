"""Where words that the reader saved stand in the text, so kept that those of a row are found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from articles.model import Span


class Met:
    """Stretches of an article's body that are saved words; none lies in another."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(set(spans), key=lambda span: span.start)

    def __len__(self) -> int:
        return len(self._spans)

    def within(self, start: int, end: int) -> list[Span]:
        """Those that share a character with a range of the body, in order."""
        first = max(0, bisect_right(self._spans, start, key=lambda span: span.start) - 1)
        last = bisect_left(self._spans, end, key=lambda span: span.start)
        return [span for span in self._spans[first:last] if span.end > start]

"""Where words that the reader saved stand in the text, so kept that those of a row are found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from articles.model import Span


class Met:
    """Stretches of an article's body that are saved words, each with the name of its ink; none lies in another."""

    def __init__(self, spans: Iterable[tuple[Span, str]] = ()) -> None:
        self._spans = sorted(spans, key=lambda each: each[0].start)

    def __len__(self) -> int:
        return len(self._spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Met) and other._spans == self._spans

    __hash__ = None  # type: ignore[assignment]

    def within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Those that share a character with a range of the body, in order: first character, last, ink."""
        first = max(0, bisect_right(self._spans, start, key=lambda each: each[0].start) - 1)
        last = bisect_left(self._spans, end, key=lambda each: each[0].start)
        return [(span.start, span.end, ink) for span, ink in self._spans[first:last] if span.end > start]

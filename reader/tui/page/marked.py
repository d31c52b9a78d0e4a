"""What the reader marked in the text: stretches of the body, so kept that those of a row are found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from articles.markmodel import COLOURS, Mark
from articles.model import Span

SIGNS: Mapping[str, str] = {"yellow": "◊", "green": "▪", "blue": "◦", "red": "‣", "purple": "¦"}
"""Beside each row of what is marked, in the margin's last cell; each one cell wide everywhere, and in most fonts."""

SIGN = SIGNS[COLOURS[0]]
"""That of the usual colour."""

NOTE = "*"
"""Before it where the mark has a note, beside its first row."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a stretch is marked: the colour, and the note beside it."""

    colour: str = COLOURS[0]
    note: str = ""


class Marked:
    """The stretches of an article that are marked; several may share characters."""

    def __init__(self, marks: Iterable[Span | Mark] = ()) -> None:
        self._strokes: dict[Span, Stroke] = {}
        for each in marks:
            if isinstance(each, Span):
                self._strokes[each] = Stroke()
            else:
                self._strokes[each.span] = Stroke(each.colour, each.note)
        self._spans: list[Span] = []
        self._reach: list[int] = []  # how far each stretch and those before it reach
        self._sort()

    def _sort(self) -> None:
        self._spans = sorted(self._strokes)
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def __contains__(self, span: Span) -> bool:
        return span in self._strokes

    def __len__(self) -> int:
        return len(self._spans)

    def of(self, span: Span) -> Stroke | None:
        """How exactly this stretch is marked."""
        return self._strokes.get(span)

    def within(self, start: int, end: int) -> list[Span]:
        """The marked stretches that share a character with a range of the body, in order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._spans, end, key=lambda span: span.start)
        return [span for span in self._spans[first:last] if span.end > start]

    def closest(self, start: int, end: int) -> Span | None:
        """The shortest marked stretch that shares a character with a range; None for none."""
        return min(self.within(start, end), key=len, default=None)

    def put(self, span: Span, *, on: bool, stroke: Stroke | None = None) -> None:
        """Have a stretch marked, or not."""
        if on:
            self._strokes[span] = stroke or self._strokes.get(span) or Stroke()
        else:
            self._strokes.pop(span, None)
        self._sort()

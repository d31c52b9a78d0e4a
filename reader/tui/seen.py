"""How much of an article has been seen: what stood on the screen long enough, never what the wheel passed by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from articles.model import Span

READ = 0.75
"""The share of an article's text after which it counts as read."""

PACE = 200.0
"""Characters a second that count as seen, from the top of the screen on: ten times as fast as reading, as one looks
through a text. A screen of 80 by 24 takes four to seven seconds, and a line passed by a held key next to nothing."""

REST = 1.0
"""Seconds that the text must stand still after the mouse wheel before any of it counts."""


class Seen:
    """Follows what is on the screen of one article. Knows no clock: every call says what time it is.

    Args:
        length: The characters of the article's body.
        spans: What was seen before, in order; see ``spans``.
    """

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._length = max(1, length)
        self._spans = [span for span in spans if 0 <= span.start < span.end <= length]
        self._seen = sum(map(len, self._spans))
        self._begun: dict[Span, float] = {}  # characters of a sentence that time has gone to, while it is not enough
        self._visible: tuple[Span, ...] = ()
        self._wheeled = False
        self._arrived = self._counted = 0.0

    @property
    def share(self) -> float:
        """How much was seen, from 0 to 1."""
        return self._seen / self._length

    @property
    def spans(self) -> tuple[Span, ...]:
        """What was seen: characters of the body, in order, none twice."""
        return tuple(self._spans)

    def look(self, visible: Sequence[Span], now: float, *, wheeled: bool = False) -> bool:
        """These sentences stand on the screen from now on; whether more was seen by what stood there until now.

        Args:
            visible: The sentences, in order; none while something lies over the text.
            now: Seconds on a clock that only goes forward.
            wheeled: Whether it was the mouse wheel that brought them.
        """
        more = self._count(now)
        if tuple(visible) != self._visible:
            self._visible, self._wheeled = tuple(visible), wheeled
            self._arrived = self._counted = now
        return more

    def _count(self, now: float) -> bool:
        """Let the time since the last count go to the sentences on the screen, the first that is not seen first."""
        if self._wheeled and now - self._arrived < REST:
            return False
        credit = (now - self._counted) * PACE
        self._counted = now
        more = False
        for span in self._visible:
            if credit <= 0:
                break
            if self._known(span):
                continue
            missing = len(span) - self._begun.get(span, 0.0)
            if credit < missing:
                self._begun[span] = len(span) - missing + credit
                break
            credit -= missing
            self._begun.pop(span, None)
            self._add(span)
            more = True
        return more

    def _known(self, span: Span) -> bool:
        at = bisect_right(self._spans, span.start, key=lambda each: each.start) - 1
        return at >= 0 and span.end <= self._spans[at].end

    def _add(self, span: Span) -> None:
        """Put a span among those seen; those that touch become one, the white space between two sentences with them."""
        spans = self._spans
        at = bisect_right(spans, span.start, key=lambda each: each.start)
        first = at - 1 if at and spans[at - 1].end + _GAP >= span.start else at
        last = at
        while last < len(spans) and spans[last].start - _GAP <= span.end:
            last += 1
        joined = [*spans[first:last], span]
        new = Span(min(each.start for each in joined), max(each.end for each in joined))
        self._seen += len(new) - sum(map(len, spans[first:last]))
        spans[first:last] = [new]


_GAP = 2
"""Characters between two sentences or paragraphs at most."""

"""Finding in the article, beside the screen; the last search asked for counts."""

from __future__ import annotations

from collections.abc import Callable

from articles.errors import Problem
from reader.tui.background import Lane
from reader.tui.page.find import Matches, matches


class Seeking:
    """Finds words in the article on the screen.

    Args:
        lane: The thread.
        sorry: Called with what went wrong.
    """

    def __init__(self, lane: Lane, sorry: Callable[[Problem], None]) -> None:
        self._lane = lane
        self._sorry = sorry
        self._asked = 0

    def find(self, body: str, query: str, then: Callable[[Matches], None]) -> None:
        """Find words in the article; the last search asked for counts."""
        self._asked = asked = self._asked + 1

        def read() -> Matches:
            return Matches(query, matches(body, query) if asked == self._asked else [])

        self._lane.do(read, lambda found: then(found) if asked == self._asked else None, self._sorry)

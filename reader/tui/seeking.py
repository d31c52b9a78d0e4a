"""Searching beside the screen: in the library and in the article, the last search asked for counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from articles.errors import BadQuery, Problem
from reader.tui.background import Lane
from reader.tui.page.find import Matches, matches

if TYPE_CHECKING:
    from articles.repository import ArticleRepository, Summary

FIRST_PAGE = 200
"""Articles that are listed at once."""


class Fill(Protocol):
    """Shows articles of the library."""

    def __call__(self, keys: Sequence[int], summaries: Sequence[Summary] = (), query: str = "") -> None:
        """Show those with these keys."""


class Seeking:
    """Finds words.

    Args:
        articles: The library.
        lane: The thread.
        fill: Shows what was found in the library.
        list_all: Shows the whole library again.
        sorry: Called with what went wrong.
    """

    def __init__(
        self,
        articles: ArticleRepository,
        lane: Lane,
        fill: Fill,
        list_all: Callable[[], None],
        sorry: Callable[[Problem], None],
    ) -> None:
        self._articles = articles
        self._lane = lane
        self._fill = fill
        self._list_all = list_all
        self._sorry = sorry
        self._asked = 0

    def search(self, query: str) -> None:
        """Search all articles, and list what was found; the last search asked for counts."""
        if not query.strip():
            self._asked += 1
            self._list_all()
            return
        self._asked = asked = self._asked + 1

        def read() -> list[Summary]:
            if asked != self._asked:
                return []
            # As it is typed, the last word is the beginning of one.
            wanted = query + "*" if query[-1:].isalnum() else query
            return [hit.summary for hit in self._articles.search(wanted, limit=FIRST_PAGE)]

        def show(found: list[Summary]) -> None:
            if asked == self._asked:
                self._fill([summary.key for summary in found], found, query)

        def sorry(problem: Problem) -> None:
            if asked == self._asked and not isinstance(problem, BadQuery):
                self._sorry(problem)

        self._lane.do(read, show, sorry)

    def find(self, body: str, query: str, then: Callable[[Matches], None]) -> None:
        """Find words in the article; the last search asked for counts."""
        self._asked = asked = self._asked + 1

        def read() -> Matches:
            return Matches(query, matches(body, query) if asked == self._asked else [])

        self._lane.do(read, lambda found: then(found) if asked == self._asked else None, self._sorry)

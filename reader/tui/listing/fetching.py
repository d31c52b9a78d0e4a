"""What the library pane shows, fetched: a view, sorted and grouped, or what a search found. On a thread."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from articles.cleaning import clean_line
from articles.repository import Order
from reader.tui.listing.listed import Listed
from reader.tui.listing.shape import Stack
from reader.tui.listing.views import Group, Listing

if TYPE_CHECKING:
    from articles.finding.finder import Finder
    from articles.repository import ArticleRepository, Hit
    from articles.shelves import Shelves, State

HITS = 40
"""Hits that are fetched together: each takes a look into its text."""

FIRST = 200
"""Articles that are listed at once, and the most that a search lists while it is typed."""

MOST_HITS = 1_000
"""Articles that a search lists."""

_NEAR = 50  # neighbours that are looked at to find where a row belongs that is no longer in the view
_HEADING = 60  # characters


class Fetcher:
    """Fetches lists of articles; use it on a thread beside the screen. Raises ``Problem``.

    Args:
        articles: The library.
        shelves: What counts and stacks it.
        finder: Gives what understands the search language.
    """

    def __init__(self, articles: ArticleRepository, shelves: Shelves, finder: Callable[[], Finder]) -> None:
        self._articles = articles
        self._shelves = shelves
        self._make_finder = finder

    def first(self, listing: Listing, open_id: str | None = None) -> Listed:
        """The first rows of a view.

        Args:
            open_id: The id of the article that is being read.
        """
        keys = array("q", self._keys(listing, FIRST))
        here = self._articles.key_of(open_id) if open_id is not None else None
        summaries = self._articles.summaries(keys)
        more = len(keys) == FIRST
        stacks = () if more else self._stacks(listing, keys)
        return Listed(keys, listing.view.name, summaries, stacks, open_key=here, more=more)

    def again(
        self,
        listing: Listing,
        before: Sequence[int],
        held: Sequence[int],
        seen: Sequence[int],
        state: State | None,
        open_id: str | None = None,
    ) -> tuple[Listed, State, int]:
        """All of a view, how the library is now, and how many of it are new since.

        Args:
            listing: The view.
            before: The keys that were shown.
            held: Articles that stay in the list where they stood, though they may not belong to it any more (an unread
                one that is being read), unless they were deleted.
            seen: Those whose rows are on the screen.
            state: How the library was.
        """
        now = self._shelves.state()
        keys = array("q", self._keys(listing))
        new = sum(map(state.newest.__lt__, keys)) if state is not None else 0
        self._hold(keys, before, held)
        here = self._articles.key_of(open_id) if open_id is not None else None
        summaries = self._articles.summaries(seen)
        listed = Listed(keys, listing.view.name, summaries, self._stacks(listing, keys), open_key=here)
        return listed, now, new

    def search(self, query: str, *, ranked: bool) -> Listed:
        """What a search found: the best first, or, while it is typed, the newest."""
        limit = MOST_HITS if ranked else FIRST
        keys = array("q", self._finder.keys(query, None if ranked else Order.DATE, limit=limit, typing=not ranked))
        hits = self.hits(query, keys[:HITS], typing=not ranked)
        name = f"/ {query}"
        return Listed(keys, name, (), hits=hits, query=query, typing=not ranked, more=len(keys) == limit)

    def hits(self, query: str, keys: Sequence[int], *, typing: bool) -> list[Hit]:
        """Articles that a search found, with the words that made it so."""
        return self._finder.hits(query, keys, typing=typing)

    def _keys(self, listing: Listing, limit: int = -1) -> Sequence[int]:
        arranged, query = listing.arrangement, listing.view.query
        if not query:
            return self._articles.keys(None, arranged.sorted_for, reverse=arranged.reverse, limit=limit)
        return self._finder.keys(query, arranged.sorted_for, reverse=arranged.reverse, limit=limit)

    @cached_property
    def _finder(self) -> Finder:
        return self._make_finder()

    def _stacks(self, listing: Listing, keys: Sequence[int]) -> Sequence[Stack]:
        group = listing.arrangement.group
        if group is Group.DAY:
            from reader.tui.telling import date_text

            return [
                Stack(day, clean_line(date_text(day), _HEADING), count) for day, count in self._shelves.by_day(keys)
            ]
        if group is Group.SOURCE:
            runs = self._shelves.by_source(keys)
            return [Stack(name, clean_line(name, _HEADING) if name else "", count) for name, count in runs]
        return ()

    def _hold(self, keys: array[int], before: Sequence[int], held: Sequence[int]) -> None:
        missing = [key for key in dict.fromkeys(held) if key in before and key not in keys]
        for key in self._shelves.still(missing) if missing else ():
            at = before.index(key)
            for neighbour in before[at + 1 : at + _NEAR]:
                if neighbour in keys:
                    keys.insert(keys.index(neighbour), key)
                    break
            else:
                keys.append(key)

"""What the library pane has done for it: views fetched, articles starred, tagged and deleted, new ones noticed."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from articles.errors import BadQuery, Problem
from reader.tui.background import Lane
from reader.tui.listing.fetching import Fetcher
from reader.tui.listing.listed import Listed, Place
from reader.tui.listing.views import ALL, Arrangement, Listing, View, recalled

if TYPE_CHECKING:
    from articles.repository import Hit, Summary
    from articles.shelves import State
    from reader.tui.listing.menu import Section
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.services import Services

T = TypeVar("T")
_REMEMBERED = "library"
"""The name under which the listing is kept."""

LOOK_AFTER = 2.0
"""Seconds between two looks whether the library has changed."""


class ShelfDesk:
    """The library pane's helper, on a thread of its own; results come back on the event loop.

    Args:
        services: The rooms below the screen.
        screen: The reading screen.
        loop: The event loop.
        searching: The thread that searches, so that rows are not kept waiting.
        sorry: Called with what went wrong.
    """

    def __init__(
        self,
        services: Services,
        screen: ReadingScreen,
        loop: asyncio.AbstractEventLoop,
        searching: Lane,
        sorry: Callable[[Problem], None],
    ) -> None:
        self._services = services
        self._screen = screen
        self._lane = Lane("shelf", loop)
        self._searching = searching
        self._sorry = sorry
        self._fetcher = Fetcher(services.articles, services.shelves, services.finder)
        self._state: State | None = None
        self._asked = self._sought = 0
        self._view = Listed(())
        self._place: Place | None = None  # where in the view the reader was when a search began
        self.listing = Listing()

    def close(self) -> None:
        """Wait for nothing."""
        self._lane.close(wait=0.3)

    # Views

    def start(self, open_id: str | None) -> None:
        """Show the view that was shown last: its first rows at once, then all of it."""

        def known(listing: Listing) -> None:
            self.listing = listing
            self._screen.library.row_lines = listing.lines
            self._list(open_id=open_id)
            self.look()  # how the library is now, so that what comes from here on is noticed

        self._lane.do(lambda: recalled(self._services.positions.recall(_REMEMBERED)), known, self._sorry)

    def choose(self, view: View) -> None:
        """Show another view."""
        self._remember(dataclasses.replace(self.listing, view=view))
        self._list()

    def arrange(self, arrangement: Arrangement) -> None:
        """Sort and group the view otherwise; the row under the cursor stays under it."""
        self._remember(self.listing.arranged(arrangement))
        self.relist()

    def set_lines(self, lines: int) -> None:
        """Give each row so many lines."""
        self._remember(dataclasses.replace(self.listing, lines=lines))
        self._screen.library.set_lines(lines)

    def _remember(self, listing: Listing) -> None:
        self.listing = listing
        kept = listing.kept()
        self._lane.do(lambda: self._services.positions.remember(_REMEMBERED, kept), None, self._sorry)

    def _list(self, open_id: str | None = None) -> None:
        """Show the view from its beginning, or from the article that is being read."""
        self._asked = asked = self._asked + 1
        self.give_up_search()
        listing = self.listing

        def rest(first: Listed) -> None:
            self._show(asked, first)
            if first.more and asked == self._asked:
                self.relist(fresh=True)

        self._lane.do(
            lambda: self._fetcher.first(listing, open_id), rest, lambda problem: self._wrong(listing, problem)
        )

    def relist(
        self,
        *,
        announce: bool = False,
        fresh: bool = False,
        open_id: str | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Fetch the view anew; the row under the cursor stays where it is.

        Args:
            announce: Whether articles that are new in it are told.
            fresh: Whether only its first rows are shown so far: what is being read may stand further down.
            open_id: The id of the article that is being read, where its key is not known yet.
            then: Called once it is shown.
        """
        self._asked = asked = self._asked + 1
        library, listing = self._screen.library, self.listing
        held = [key for key in (library.key_here(), library.open_key) if key is not None]
        before, seen, state = self._view.keys, [] if fresh else library.seen(), self._state

        def read() -> tuple[Listed, State, int]:
            return self._fetcher.again(listing, before, held, seen, state, open_id)

        def show(found: tuple[Listed, State, int]) -> None:
            listed, self._state, new = found
            afar = fresh and library.cursor == 0 and library.position_of(library.open_key) is None
            self._show(asked, listed, stay=not afar, new=new if announce else 0)
            if then is not None:
                then()

        self._lane.do(read, show, lambda problem: self._wrong(listing, problem))

    def _show(self, asked: int, listed: Listed, *, stay: bool = False, new: int = 0) -> None:
        if asked != self._asked:
            return
        library = self._screen.library
        self._view = listed
        if new:
            self._screen.tell_new(new)
        if stay and library.query_text:
            return  # what a search found stays on the screen; the view is shown when that is left
        library.show(listed, place=library.place() if stay else None, new=new)

    def _wrong(self, listing: Listing, problem: Problem) -> None:
        self._sorry(problem)
        if isinstance(problem, BadQuery) and listing.view != ALL:  # a query that meant something to another version
            self.choose(ALL)

    def sections(self, then: Callable[[Section], None]) -> None:
        """Count what the views have, part by part; the menu of views is there before its counts are."""
        from reader.tui.listing.menu import SECTIONS

        for make in SECTIONS:
            self._searching.do(lambda make=make: make(self._services.shelves, self.listing), then, self._sorry)  # type: ignore[misc]

    # Rows, and what changes

    def fetch(self, keys: Sequence[int]) -> None:
        """Fetch rows that came into view, or soon will."""

        def sorry(problem: Problem) -> None:
            self._screen.library.put(())  # they may be asked for again
            self._sorry(problem)

        library = self._screen.library
        if query := library.query_text:
            typing = library.typing

            def found(hits: list[Hit]) -> None:
                if library.query_text == query:
                    library.put_hits(hits)

            self._searching.do(lambda: self._fetcher.hits(query, keys, typing=typing), found, sorry)
            return
        self._lane.do(lambda: self._services.articles.summaries(keys), library.put, sorry)

    def look(self) -> None:
        """See whether the library has changed: new articles, others gone, or read, or starred."""
        before, seen = self._state, self._screen.library.seen()

        def read() -> tuple[State, list[Summary]]:
            state = self._services.shelves.state(before)
            return state, self._services.articles.summaries(seen) if state is not before else []

        def show(found: tuple[State, list[Summary]]) -> None:
            state, summaries = found
            if state is before or before is not self._state:
                return
            if before is not None and (state.newest, state.count) != (before.newest, before.count):
                self.relist(announce=True)
                return
            self._state = state
            library = self._screen.library
            if any(library.summary_of(each.key) not in (each, None) for each in summaries):
                library.put(summaries)

        self._lane.do(read, show, self._sorry)

    def do(self, work: Callable[[], object], then: Callable[[], None]) -> None:
        """Change something in the library, durably, and then show it."""
        self._lane.do(work, lambda _: then(), self._sorry)

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Read something of the library."""
        self._lane.do(work, then, self._sorry)

    # Searching

    def prepare_search(self) -> None:
        """Bring up to date what is searched, before the first letters come: the English of the articles."""
        self._searching.do(self._services.catch_up, None, self._sorry)

    def search(self, query: str, *, ranked: bool = False) -> None:
        """Search all articles, and list what was found; the last search asked for counts.

        Args:
            query: What is searched for; with nothing in it, the view is shown again.
            ranked: Whether the best come first; else the newest, as the query is being typed.
        """
        if not query.strip():
            self.leave_search()
            return
        self._sought = sought = self._sought + 1
        if not self._screen.library.query_text:
            self._place = self._screen.library.place()
        if ranked:
            self._remember(self.listing.searched(query))

        def read() -> Listed | BadQuery | None:
            try:
                return self._fetcher.search(query, ranked=ranked) if sought == self._sought else None
            except BadQuery as problem:  # half a query is no trouble that the log is to know of
                return problem

        def show(found: Listed | BadQuery | None) -> None:
            if sought != self._sought or found is None:
                return
            if isinstance(found, BadQuery):
                self._screen.query_wrong(found)
            else:
                self._screen.query_right()
                self._screen.library.show(found)

        self._searching.do(read, show, self._sorry)

    def give_up_search(self) -> None:
        """What is being looked for is not wanted any more."""
        self._sought += 1

    def leave_search(self) -> None:
        """Show the view again, as it was."""
        self.give_up_search()
        self._screen.query_right()
        if self._screen.library.query_text:
            self._screen.library.show(self._view, place=self._place)

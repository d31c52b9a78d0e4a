"""What the screen has done to bring articles in: read on a thread, fetched, shown, and then stored."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.errors import Problem
from articles.repository import Added
from reader.tui.background import Lane

if TYPE_CHECKING:
    import asyncio

    from articles.model import Article
    from reader.tui.adding.given import Preview
    from reader.tui.opened import Opened
    from reader.tui.services import Services


class AddDesk:
    """Reads and fetches on a thread of its own, so that nothing that is kept waits; stores where everything is kept.

    Args:
        services: The rooms below the screen.
        loop: The event loop.
        books: The thread that keeps everything.
    """

    def __init__(self, services: Services, loop: asyncio.AbstractEventLoop, books: Lane) -> None:
        self._services = services
        self._loop = loop
        self._books = books
        self._lane: Lane | None = None
        self._unwanted = threading.Event()

    def read(
        self,
        given: str,
        is_text: bool,
        then: Callable[[Preview], None],
        sorry: Callable[[Problem], None],
        progress: Callable[[int, int | None], None],
    ) -> None:
        """Read what was given; what was asked for before is given up. The last three are called on the event loop.

        Args:
            given: A line that was typed, or a text.
            is_text: Whether it is the text itself.
            then: Called with what it would become.
            sorry: Called with why it becomes nothing.
            progress: Called with the bytes that have come so far, and how many there will be.
        """
        self.give_up()
        unwanted = self._unwanted = threading.Event()
        lane = self._begun()

        def wanted(call: Callable[..., None]) -> Callable[..., None]:
            return lambda *said: None if unwanted.is_set() else call(*said)

        def work() -> Preview:
            from reader.tui.adding.given import read, read_text

            if is_text:
                return read_text(given)
            return read(given, self._services.web(), unwanted.is_set, lambda *far: lane.post(wanted(progress), *far))

        lane.do(work, wanted(then), wanted(sorry))

    def give_up(self) -> None:
        """What is being read is not wanted any more."""
        self._unwanted.set()

    def complete(self, line: str, then: Callable[[str], None]) -> None:
        """Go on with a path as far as there is no choice."""

        def work() -> str:
            from reader.tui.adding.given import completed

            return completed(line)

        self._begun().do(work, then)

    def add(self, article: Article, then: Callable[[Added, Opened], None], sorry: Callable[[Problem], None]) -> None:
        """Store an article, and make it ready to be shown."""

        def work() -> tuple[Added, Opened]:
            from reader.tui.opened import prepare

            added = self._services.articles.add(article)
            return added, prepare(self._services, self._services.articles.get(article.id))

        self._books.do(work, lambda done: then(*done), sorry)

    def _begun(self) -> Lane:
        if self._lane is None:
            self._lane = Lane("adding", self._loop)
        return self._lane

    def close(self) -> None:
        """Wait for nothing: what was not stored is not wanted."""
        self.give_up()
        if self._lane is not None:
            self._lane.close(wait=0)

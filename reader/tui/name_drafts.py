"""English for names that no table knows, translated beside the screen, one at a time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from articles.errors import Problem
from articles.model import Article
from reader.entities.model import Entity
from reader.translation.engine import EngineError, EngineUnavailable
from reader.translation.service import TranslationService
from reader.tui.background import Lane
from reader.tui.page.marks import Marks

LATER = 1.0
"""Seconds after which the engine is asked: who leaves an article at once has nothing loaded for its names."""


class NameDrafts:
    """Translates what an article's names say, and tells when that gives the names more English.

    What the memory knows is told at once, the rest when all of it is there. Each name is a piece of work of its own,
    so that a sentence that the reader asks for does not wait for them.

    Args:
        service: Translates, and keeps what it made.
        lane: The thread that drafts.
        loop: The event loop.
        marks_of: Makes the marks of names as they were found; called on the lane's thread.
    """

    def __init__(
        self,
        service: TranslationService,
        lane: Lane,
        loop: asyncio.AbstractEventLoop,
        marks_of: Callable[[tuple[Entity, ...], Article], Marks] = Marks,
    ) -> None:
        self._service = service
        self._lane = lane
        self._loop = loop
        self._marks_of = marks_of
        self._stop = threading.Event()
        self._timer: asyncio.TimerHandle | None = None

    def leave(self) -> None:
        """The article is no longer on the screen."""
        self._stop.set()
        if self._timer is not None:
            self._timer.cancel()

    def open(self, article: Article, marks: Marks, found: Callable[[Marks, Marks], None]) -> None:
        """Translate the names of an article.

        Args:
            article: On the screen.
            marks: All of its names, as they are shown.
            found: Called on the event loop with these marks, and with the same with more English; not where there
                is none.
        """
        self.leave()
        self._stop = stop = threading.Event()
        known: dict[str, str] = {}

        def recall() -> list[str]:
            from reader.entities.english_drafts import most_worth_translating  # its tables are read on this thread

            # As they were found: what the reader corrected is put right again each time.
            names = most_worth_translating(marks.recognised)
            for source, translation in self._service.recall(names, stale=True).items():
                known[source] = translation.target
            if known:
                tell()
            return [name for name in names if name not in known]

        def tell() -> None:
            from reader.entities.english_drafts import with_translations

            if not stop.is_set():
                entities = with_translations(marks.recognised, known.get)
                if entities != marks.recognised:
                    self._lane.post(told, self._marks_of(entities, article))

        def told(more: Marks) -> None:
            if not stop.is_set():
                found(marks, more)

        def missing(names: list[str]) -> None:
            if names and not stop.is_set():
                self._timer = self._loop.call_later(LATER, self._next, names, known, stop, tell)

        self._lane.do(recall, missing, _quiet)

    def _next(self, names: list[str], known: dict[str, str], stop: threading.Event, tell: Callable[[], None]) -> None:
        """On the event loop: have the first of these names translated, then the others."""

        def translate() -> bool:
            if stop.is_set():
                return False
            try:
                known[names[0]] = self._service.translate(names[0]).target
            except EngineUnavailable:
                return False
            except EngineError:  # this name stays as it is
                pass
            if len(names) == 1 and known:
                tell()
            return True

        def then(going: bool) -> None:
            if going and len(names) > 1:
                self._next(names[1:], known, stop, tell)

        self._lane.do(translate, then, _quiet)


def _quiet(problem: Problem) -> None:
    """A name without English is no trouble for the reader; the lane has logged it."""

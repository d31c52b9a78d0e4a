"""Who, where and when for the article on the screen, found beside it in small steps."""

from __future__ import annotations

import threading
from collections.abc import Callable

from articles.errors import Problem
from articles.model import Article
from reader.entities.analysis import analyse_in_steps
from reader.entities.model import Entity, Recogniser
from reader.entities.store import AnalysisStore
from reader.tui.background import Lane

_PAUSE = 0.004
"""Seconds between two steps of a long article: the screen's thread has the interpreter to itself in them."""

_LONG = 60_000
"""Characters; a shorter article is read through without a pause."""


class Naming:
    """Finds the entities of one article at a time on a thread of its own; an article is analysed once."""

    def __init__(self, recogniser: Recogniser, store: AnalysisStore, lane: Lane) -> None:
        self._recogniser = recogniser
        self._store = store
        self._lane = lane
        self._stop = threading.Event()

    def leave(self) -> None:
        """The article is no longer on the screen."""
        self._stop.set()

    def open(
        self,
        article: Article,
        found: Callable[[Article, tuple[Entity, ...], bool], None],
        sorry: Callable[[Problem], None],
    ) -> None:
        """Find the entities of an article.

        Args:
            found: Called on the event loop with what is known so far, and whether that is all; several times for a
                long article.
        """
        self.leave()
        self._stop = stop = threading.Event()

        def work() -> None:
            known = self._recall(article, sorry)
            if known is None:
                known = self._analyse(article, stop, found, sorry)
            if known is not None and not stop.is_set():
                self._lane.post(found, article, known, True)

        self._lane.do(work, None, sorry)

    def _analyse(
        self,
        article: Article,
        stop: threading.Event,
        found: Callable[[Article, tuple[Entity, ...], bool], None],
        sorry: Callable[[Problem], None],
    ) -> tuple[Entity, ...] | None:
        pause = _PAUSE if len(article.body) > _LONG else 0.0
        known: tuple[Entity, ...] = ()
        for step in analyse_in_steps(article, self._recogniser):
            if stop.wait(pause) if pause else stop.is_set():
                return None
            if step is not None:
                known = step
                if pause:
                    self._lane.post(found, article, known, False)
        try:
            self._store.put(article.id, self._recogniser, article.published, known)
        except Problem as problem:  # what was found is shown all the same
            self._lane.post(sorry, problem)
        return known

    def _recall(self, article: Article, sorry: Callable[[Problem], None]) -> tuple[Entity, ...] | None:
        try:
            return self._store.get(article.id, self._recogniser, article.published)
        except Problem as problem:
            self._lane.post(sorry, problem)
            return None

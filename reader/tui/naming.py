"""Who, where and when for the article on the screen, found beside it in small steps."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from articles.errors import Problem
from articles.model import PARAGRAPH_BREAK, Article
from reader.entities.analysis import analyse_in_steps
from reader.entities.model import Entity, Recogniser
from reader.entities.store import AnalysisStore
from reader.tui.background import Lane
from reader.tui.page.marks import Marks

_PAUSE = 0.004
"""Seconds between two steps of a long article: the screen's thread has the interpreter to itself in them."""

_WAY = 0.15
"""Seconds after a key in which nothing is read: the next one may follow."""

_LONGEST_WAY = 1.0
"""Seconds after which a step is made all the same, though keys come without end."""

_LONG = 60_000
"""Characters; a shorter article is read through without a pause."""

MOST = 320_000
"""Characters that are read for names, from the start: some 50,000 words.

Of four times as many the names took 27 MB more; of 10 MB they took 85 s and 200 MB.
"""


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of an article's names.

    Attributes:
        share: How much of the text is read for names at all, from 0 to 1.
        done: Whether that is all; more is to come otherwise.
    """

    article: Article
    marks: Marks
    share: float
    done: bool


class Naming:
    """Finds the entities of one article at a time on a thread of its own; an article is analysed once."""

    def __init__(self, recogniser: Recogniser, store: AnalysisStore, lane: Lane) -> None:
        self._recogniser = recogniser
        self._store = store
        self._lane = lane
        self._stop = threading.Event()
        self._under_way = 0
        self._way = 0.0

    @property
    def busy(self) -> bool:
        """Whether an article is being read for names."""
        return self._under_way > 0

    def give_way(self) -> None:
        """The reader moves: a long article is not read for names until the keys have ended."""
        self._way = time.monotonic() + _WAY

    def _pause(self, stop: threading.Event) -> bool:
        """Between two steps, leave the interpreter to the screen; whether the article was left meanwhile."""
        latest = time.monotonic() + _LONGEST_WAY
        wait = _PAUSE
        while not stop.wait(wait):
            wait = min(self._way, latest) - time.monotonic()
            if wait <= 0:
                return False
        return True

    def leave(self) -> None:
        """The article is no longer on the screen."""
        self._stop.set()

    def open(self, article: Article, found: Callable[[Named], None], sorry: Callable[[Problem], None]) -> None:
        """Find the entities of an article.

        Args:
            found: Called on the event loop with what is known so far; several times for a long article.
        """
        self.leave()
        self._stop = stop = threading.Event()

        def tell(known: tuple[Entity, ...], share: float, done: bool) -> None:
            # The marks are sorted here: it takes a moment where there are tens of thousands of them.
            self._lane.post(found, Named(article, Marks(known, article), share, done))

        def work() -> None:
            known = self._recall(article, sorry)
            if known is not None:
                if not stop.is_set():
                    tell(known, 1.0, True)
                return
            read = _beginning(article)
            share = len(read.body) / len(article.body)
            long = len(read.body) > _LONG
            known = ()
            for step in analyse_in_steps(read, self._recogniser):
                if self._pause(stop) if long else stop.is_set():
                    return
                if step is not None:
                    known = step
                    if long:
                        tell(known, share, False)
            if share == 1.0:  # else it would be taken for the whole
                self._keep(article, known, sorry)
            if not stop.is_set():
                tell(known, share, True)

        def ended(_: None) -> None:
            self._under_way -= 1

        def failed(problem: Problem) -> None:
            self._under_way -= 1
            sorry(problem)

        self._under_way += 1
        self._lane.do(work, ended, failed)

    def _keep(self, article: Article, known: tuple[Entity, ...], sorry: Callable[[Problem], None]) -> None:
        try:
            self._store.put(article.id, self._recogniser, article.published, known)
        except Problem as problem:  # what was found is shown all the same
            self._lane.post(sorry, problem)

    def _recall(self, article: Article, sorry: Callable[[Problem], None]) -> tuple[Entity, ...] | None:
        try:
            return self._store.get(article.id, self._recogniser, article.published)
        except Problem as problem:
            self._lane.post(sorry, problem)
            return None


def _beginning(article: Article) -> Article:
    """As much of an article as is read for names: whole paragraphs where it can be."""
    body = article.body
    if len(body) <= MOST:
        return article
    cut = body.rfind(PARAGRAPH_BREAK, MOST // 2, MOST)
    return dataclasses.replace(article, body=body[: cut if cut > 0 else MOST], markup=())

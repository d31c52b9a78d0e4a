"""Reading the rest of the library for names in the background, so that each article has them before it is opened."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from articles.errors import ArticleNotFound, Problem
from articles.model import Article
from articles.repository import ArticleRepository
from reader.entities.choosing import expected
from reader.entities.model import Versioned
from reader.entities.packing import joined
from reader.entities.store import AnalysisStore
from reader.entities.worker.client import ArticleFailed, Order, Worker, WorkerGone
from reader.tui.background import Lane

_WAY = 1.0
"""Seconds after a key in which no other article is begun; the one under way is read by a process that is nice."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: so many articles of so many that were to be read."""

    done: int
    count: int


class Ahead:
    """Reads the articles that were never read for names, or by another version, one after the other, and keeps each.

    What was not read when the reader quits is read the next time. Whatever is on the screen goes before.

    Args:
        articles: The library.
        store: Where what is found is kept.
        worker: The process that reads.
        lane: A thread for it alone.
        told: Called on the event loop with the progress; with None when there is nothing to do.
    """

    def __init__(
        self,
        articles: ArticleRepository,
        store: AnalysisStore,
        worker: Worker,
        lane: Lane,
        told: Callable[[Progress | None], None],
    ) -> None:
        self._articles = articles
        self._store = store
        self._worker = worker
        self._lane = lane
        self._told = told
        self._stop = threading.Event()
        self._order = Order()
        self._way = 0.0
        self._running = self._again = False
        self._unreadable: set[int] = set()

    def look(self) -> None:
        """There may be something to read."""
        if self._stop.is_set():
            return
        if self._running:
            self._again = True
            return
        self._running = True
        self._lane.do(self._work, self._ended, self._failed)

    def give_way(self) -> None:
        """A key was pressed: no other article is begun for a moment."""
        self._way = time.monotonic() + _WAY

    def close(self) -> None:
        """Begin nothing more, and wait for nothing."""
        self._stop.set()
        self._order.give_up()
        self._lane.close(wait=0)

    # On the event loop

    def _ended(self, _: None) -> None:
        self._running = False
        self._told(None)
        if self._again:
            self._again = False
            self.look()

    def _failed(self, problem: Problem) -> None:
        """The process does not last, or the library cannot be written: the article on the screen says so."""
        self._running = self._again = False
        self._told(None)
        self.close()

    # On the lane's thread

    def _work(self) -> None:
        if not len(self._store.stale(expected())):
            return  # without starting the process
        try:
            reading = self._worker.hello().identity
        except WorkerGone:
            if self._stop.is_set():  # the reader quits: it was ended on purpose
                return
            raise
        keys = self._store.stale(reading)
        for number, key in enumerate(in_turn(keys)):
            if key in self._unreadable:
                continue
            while (wait := self._way - time.monotonic()) > 0 and not self._stop.wait(wait):
                pass
            if self._stop.is_set():
                return
            self._lane.post(self._told, Progress(number, len(keys)))
            try:
                self._read(key, reading)
            except ArticleFailed as problem:
                _log.warning("%s", problem)
                self._unreadable.add(key)

    def _read(self, key: int, reading: Versioned) -> None:
        article = self._article(key)
        if article is None or self._store.get(article.id, reading, article.published) is not None:
            return  # removed, or read for the screen meanwhile
        for step in self._worker.read(article, 0, self._order, background=True):
            if not isinstance(step, float) and step.done:
                self._store.put_packed(article.id, reading, article.published, joined(step.blocks))

    def _article(self, key: int) -> Article | None:
        try:
            for summary in self._articles.summaries([key]):
                return self._articles.get(summary.id)
        except ArticleNotFound:
            pass
        return None


def in_turn(keys: Sequence[int]) -> Iterator[int]:
    """The newest, the oldest, the second newest, and so on: new ones come soon, and none waits for ever."""
    for number in range(len(keys)):
        yield keys[number // 2] if number % 2 == 0 else keys[-1 - number // 2]

"""Who, where and when for the article on the screen: kept from before, or found beside it."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from articles.errors import Problem
from articles.model import PARAGRAPH_BREAK, Article
from reader.entities.analysis import CAREFUL, Found, is_careful_throughout, read_in_steps
from reader.entities.choosing import expected
from reader.entities.model import Entity, Recogniser, Versioned
from reader.entities.packing import joined, pack, read_block
from reader.entities.rules import RuleRecogniser
from reader.entities.store import AnalysisStore
from reader.entities.worker.client import ArticleFailed, Order, Worker, WorkerGone
from reader.i18n import _
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
"""Characters that are read for names in this process, from the start: some 50,000 words. Another process reads all."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is known of an article's names.

    Attributes:
        marks: None where only the share changed.
        share: Of how much of the text, from 0 to 1.
        done: Whether that is all; more is to come otherwise.
        how: How they were found, where that is not as it should be; "" where it is.
    """

    article: Article
    marks: Marks | None
    share: float
    done: bool
    how: str = ""

    def said(self) -> str:
        """How far it has come, and how it was found; "" where all is as it should be."""
        share = max(1, round(100 * self.share))
        if not self.done:
            return _("{share}% read").format(share=share)
        parts = [_("of the first {share}%").format(share=share)] if self.share < 1.0 else []
        return " · ".join([*parts, *([self.how] if self.how else [])])


class Naming:
    """Finds the entities of one article at a time on a thread of its own; an article is analysed once.

    Args:
        recogniser: Reads in this process, in small steps, where there is no other to do it.
        store: What was found before.
        lane: The thread.
        worker: The process that reads; None for this one.
        marks_of: Makes the marks of what was found; called on the lane's thread.
    """

    def __init__(
        self,
        recogniser: Recogniser,
        store: AnalysisStore,
        lane: Lane,
        worker: Worker | None = None,
        marks_of: Callable[[tuple[Entity, ...], Article], Marks] = Marks,
    ) -> None:
        self._recogniser = recogniser
        self._store = store
        self._lane = lane
        self._worker = worker
        self._marks_of = marks_of
        self._stop = threading.Event()
        self._order: Order | None = None
        self._told = False
        self._under_way = 0
        self._way = 0.0

    @property
    def busy(self) -> bool:
        """Whether an article is being read for names."""
        return self._under_way > 0

    def give_way(self) -> None:
        """The reader moves: the names of a long article are not looked at in this process until the keys have ended."""
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
        if self._order is not None:
            self._order.give_up()

    def open(
        self, article: Article, place: int, found: Callable[[Named], None], sorry: Callable[[Problem], None]
    ) -> None:
        """Find the entities of an article.

        Args:
            place: The character of the body that is on the screen: what is around it is read first.
            found: Called on the event loop with what is known so far; several times for a long article.
            sorry: Called there with what went wrong.
        """
        self.leave()
        self._stop = threading.Event()
        self._order = Order()
        asked = _Asked(article, place, self._stop, self._order, self._lane, self._marks_of, found, sorry)

        def ended(_: None) -> None:
            self._under_way -= 1

        def failed(problem: Problem) -> None:
            self._under_way -= 1
            sorry(problem)

        self._under_way += 1
        self._lane.do(lambda: self._work(asked), ended, failed)

    # On the lane's thread

    def _work(self, asked: _Asked) -> None:
        if self._worker is not None:
            try:
                self._ask(self._worker, asked)
                return
            except WorkerGone as problem:  # from here on this process reads
                self._worker = None
                asked.fail(problem)
            except ArticleFailed as problem:
                asked.fail(problem)
        self._read_here(asked)

    def _ask(self, worker: Worker, asked: _Asked) -> None:
        """Have the other process read the article, unless that was done before."""
        reading: Versioned = expected()
        if self._recalled(asked, reading):
            return
        hello = worker.hello()
        if hello.problem is not None and not self._told:
            self._told = True
            asked.fail(hello.problem)
        if (hello.identity.name, hello.identity.version) != (reading.name, reading.version):
            reading = hello.identity
            if self._recalled(asked, reading):
                return
        long = len(asked.article.body) > _LONG
        for step in worker.read(asked.article, asked.place, asked.order):
            if isinstance(step, float):
                asked.tell(None, step, False)
                continue
            if step.done:
                self._keep(asked, reading, joined(step.blocks))
            known: list[Entity] = []
            for block in step.blocks:
                if long and self._pause(asked.stop):
                    return
                known += read_block(block)
            asked.tell(tuple(known), step.share, step.done, how_read(asked.article, reading))

    def _read_here(self, asked: _Asked) -> None:
        """Read the article, or its beginning, in this process and in small steps."""
        if self._recalled(asked, self._recogniser):
            return
        read = _beginning(asked.article)
        part = len(read.body) / len(asked.article.body)
        long = len(read.body) > _LONG
        for step in read_in_steps(read, self._recogniser, asked.place):
            if self._pause(asked.stop) if long else asked.stop.is_set():
                return
            if not isinstance(step, Found) or not (long or step.done):
                continue
            if step.done and part == 1.0:  # else it would be taken for the whole
                self._keep(asked, self._recogniser, pack(step.entities))
            asked.tell(step.entities, step.share * part, step.done, how_read(asked.article, self._recogniser))

    def _keep(self, asked: _Asked, reading: Versioned, packed: bytes) -> None:
        try:
            self._store.put_packed(asked.article.id, reading, asked.article.published, packed)
        except Problem as problem:  # what was found is shown all the same
            asked.fail(problem)

    def _recalled(self, asked: _Asked, reading: Versioned) -> bool:
        """Whether the article was read before; then what was found is told."""
        try:
            known = self._store.get(asked.article.id, reading, asked.article.published)
        except Problem as problem:
            asked.fail(problem)
            return False
        if known is not None:
            asked.tell(known, 1.0, True, how_read(asked.article, reading))
        return known is not None


@dataclass(frozen=True, slots=True)
class _Asked:
    """An article whose names are asked for, and who is told."""

    article: Article
    place: int
    stop: threading.Event
    order: Order
    lane: Lane
    marks_of: Callable[[tuple[Entity, ...], Article], Marks]
    found: Callable[[Named], None]
    sorry: Callable[[Problem], None]

    def tell(self, known: tuple[Entity, ...] | None, share: float, done: bool, how: str = "") -> None:
        """Tell the screen what is known, unless the article was left."""
        if not self.stop.is_set():
            # The marks are sorted here: it takes a moment where there are tens of thousands of them.
            marks = None if known is None else self.marks_of(known, self.article)
            self.lane.post(self.found, Named(self.article, marks, share, done, how))

    def fail(self, problem: Problem) -> None:
        """Tell the screen what went wrong."""
        self.lane.post(self.sorry, problem)


def how_read(article: Article, reading: Versioned) -> str:
    """How an article is read for names, where that is not as it should be; "" where it is."""
    if reading.name == RuleRecogniser.name:
        return "" if expected().name == RuleRecogniser.name else _("by rules")
    if is_careful_throughout(article):
        return ""
    return _("by rules from {share}% on").format(share=max(1, round(100 * CAREFUL / len(article.body))))


def _beginning(article: Article) -> Article:
    """As much of an article as is read for names in this process: whole paragraphs where it can be."""
    body = article.body
    if len(body) <= MOST:
        return article
    cut = body.rfind(PARAGRAPH_BREAK, MOST // 2, MOST)
    return dataclasses.replace(article, body=body[: cut if cut > 0 else MOST], markup=())

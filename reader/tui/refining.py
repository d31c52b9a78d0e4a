"""The online engine goes over the drafts, one sentence after the other, in place; it waits where it is asked to."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from articles.errors import Problem
from reader.i18n import _
from reader.translation.agenda import Agenda
from reader.translation.engine import (
    Engine,
    EngineBusy,
    EngineError,
    EngineUnavailable,
    Networked,
    Origin,
    Rejected,
    Translation,
)
from reader.translation.glossary.model import Glossary
from reader.translation.service import TranslationService
from reader.tui.background import Lane
from reader.tui.holding import Work

_WAIT = 30.0
"""Seconds to wait where an engine that is too busy does not say how long."""

_LONGEST_WAIT = 3_600.0
_MOST_WAITS = 6
"""Waits in a row after which an article is given up; what was drafted stays."""

_MOST_FAILURES = 3
"""Sentences in a row, each failing by itself, after which an article is given up."""

_LOOKED_AT = 400
"""Drafts among which one that is on the screen is looked for."""


@dataclass(frozen=True, slots=True)
class Refined:
    """What the refining tells, on the event loop, for the article on the screen only.

    Attributes:
        english: A sentence of a block was refined, and held to these terms.
        trouble: Something failed; a line for the reader, once for an article.
        state: What it is doing, in a few words for the line at the bottom; "" for nothing.
    """

    english: Callable[[Work, int, Translation, Glossary | None], None]
    trouble: Callable[[str], None]
    state: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Job:
    block: int
    source: str
    asked: bool
    """Whether the reader asked for this sentence: then it is refined again, and each failure is told."""


class Refining:
    """Refines one article at a time on a thread of its own; all else is decided on the event loop.

    Args:
        service: Keeps what was refined.
        engine: The online engine.
        lane: A thread that nobody else needs: an engine may take its time.
        loop: The event loop.
        told: Who is told.
    """

    def __init__(
        self, service: TranslationService, engine: Engine, lane: Lane, loop: asyncio.AbstractEventLoop, told: Refined
    ) -> None:
        self._service = service
        self.engine = engine
        self._lane = lane
        self._loop = loop
        self._told = told
        self._work: Work | None = None
        self._asked: deque[_Job] = deque()
        self._drafts: dict[str, int] = {}
        self._agenda: Agenda | None = None
        self._busy = False
        self._failures = self._waits = 0
        self._said = self._over = False
        self._timer: asyncio.TimerHandle | None = None
        self._until = 0.0

    def open(self, work: Work) -> None:
        """Another article is on the screen."""
        self.leave()
        self._work = work

    def leave(self) -> None:
        """The article is no longer on the screen; what is under way is called off, so that the next need not wait."""
        if self._busy and isinstance(self.engine, Networked):
            self.engine.interrupt()
        self._work = self._agenda = None
        self._asked.clear()
        self._drafts.clear()
        self._busy = self._said = self._over = False
        self._failures = 0
        self._stop_waiting()

    # What is to be refined

    def add(self, block: int, source: str) -> None:
        """A draft of this sentence is there now."""
        if not self._over:
            self._drafts.setdefault(source, block)
            self._go()

    def try_again(self) -> None:
        """The reader asks for the article's English anew: what was given up is worth another try."""
        self._over = self._said = False
        self._failures = 0

    def ask(self, block: int, source: str) -> None:
        """The reader wants this sentence refined: it comes first, and whatever engine made what is there."""
        self._over = False
        self._asked.append(_Job(block, source, asked=True))
        if self._timer is not None:
            self._tell()
        self._go()

    def whole(self) -> None:
        """The reader wants the whole article refined, what is on the screen first."""
        work = self._work
        if work is not None:
            self._over = self._said = False
            self._failures = self._waits = 0
            self._agenda = Agenda(work.document.segments, len(work.document))
            self._agenda.focus(*work.visible)
            self._go()

    # One after the other

    def _go(self) -> None:
        work = self._work
        if work is None or self._busy or self._timer is not None:
            return
        job, agenda = self._next(work), self._agenda
        if job is None and agenda is None:
            self._tell()
            return
        self._busy = True

        glossary = work.glossary

        def refine() -> tuple[_Job | None, Translation | Problem | None]:
            wanted = job or _from(agenda)
            if wanted is None or work.stop.is_set() or not self._worth(work, wanted):
                return wanted, None
            try:
                return wanted, self._service.refine(wanted.source, self.engine, glossary)
            except Problem as problem:
                return wanted, problem

        def done(result: tuple[_Job | None, Translation | Problem | None]) -> None:
            if work is self._work:
                self._busy = False
                wanted, made = result
                if wanted is None and made is None and agenda is self._agenda:
                    self._agenda = None  # the whole article is done
                elif isinstance(made, Translation) and wanted is not None:
                    self._failures = self._waits = 0
                    self._told.english(work, wanted.block, made, glossary)
                elif isinstance(made, Problem):
                    self._trouble(wanted, made)
                self._go()

        def failed(problem: Problem) -> None:  # a mistake in the engine costs this sentence
            done((job, problem))

        self._lane.do(refine, done, failed)
        self._tell()

    def _next(self, work: Work) -> _Job | None:
        if self._asked:
            return self._asked.popleft()
        if not self._drafts:
            return None
        first, last = work.visible
        source = next(iter(self._drafts))
        for _number, (each, block) in zip(range(_LOOKED_AT), self._drafts.items(), strict=False):
            if first <= block <= last:
                source = each
                break
        return _Job(self._drafts.pop(source), source, asked=False)

    def _worth(self, work: Work, job: _Job) -> bool:
        known = work.english.of(job.source)
        if known is None or job.asked:
            return True
        same = (known.engine, known.version) == (self.engine.name, self.engine.version)
        return known.origin is Origin.DRAFT or (known.origin is Origin.REFINED and not same)

    def _trouble(self, job: _Job | None, problem: Problem) -> None:
        seconds = problem.retry_after if isinstance(problem, EngineBusy | EngineUnavailable) else None
        unreachable = isinstance(problem, EngineUnavailable) and seconds is not None
        if (unreachable or isinstance(problem, EngineBusy)) and job is not None and self._waits < _MOST_WAITS:
            if unreachable and not self._said:  # it goes on by itself, but why it waits is worth a line
                self._said = True
                self._told.trouble(str(problem))
            self._waits += 1
            self._asked.appendleft(job)
            self._wait(seconds)
        else:
            self._fail(job, problem)

    def _fail(self, job: _Job | None, problem: Problem) -> None:
        """Say why, once for an article; give it up where another sentence would fail as well."""
        if not self._said or (job is not None and job.asked):
            self._said = True
            self._told.trouble(str(problem))
        own = isinstance(problem, Rejected) or not isinstance(problem, EngineError)
        self._failures = 0 if own else self._failures + 1
        if isinstance(problem, EngineUnavailable | EngineBusy) or self._failures >= _MOST_FAILURES:
            self._drafts.clear()
            self._asked.clear()
            self._agenda = None
            self._over = True

    # Waiting

    def _wait(self, seconds: float | None) -> None:
        known = seconds is not None and math.isfinite(seconds) and seconds > 0
        self._until = self._loop.time() + min(seconds if known and seconds else _WAIT, _LONGEST_WAIT)
        self._tick()

    def _tick(self) -> None:
        """Count the seconds; then go on."""
        left = self._until - self._loop.time()
        if left <= 0:
            self._timer = None
            self._go()
            return
        self._timer = self._loop.call_later(min(1.0, left), self._tick)
        self._tell()

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer, self._waits = None, 0

    def _tell(self) -> None:
        if self._timer is not None:
            seconds = max(1, math.ceil(self._until - self._loop.time()))
            said = _("{engine} asks to wait {seconds} s").format(engine=self.engine.name, seconds=seconds)
        elif self._busy:
            said = _("refining")
        else:
            said = ""
        self._told.state(said)


def _from(agenda: Agenda | None) -> _Job | None:
    """The next sentence of a whole article; on the lane's thread, since it may have to be cut into sentences first."""
    task = agenda.next() if agenda is not None else None
    return None if task is None else _Job(task.paragraph, task.sentence, asked=False)

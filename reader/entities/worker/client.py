"""The side that asks: starts the process when something is to be read, and again when it died."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

from articles.errors import Problem
from articles.model import Article
from reader.entities.choosing import Identity
from reader.entities.worker.frames import Broken, Frame, Sort, asking, receive
from reader.i18n import _

COMMAND = (sys.executable or "python", "-P", "-m", "reader.entities.worker")
"""What starts the process; -P, so that nothing in the folder where the reader was started is imported."""

RESTARTS = 2
"""How often it is started again when it died of itself."""

_PATIENCE = 60.0  # seconds until it must have said who reads
_MOMENT = 1.0  # seconds for a process to end that is ending
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_log = logging.getLogger(__name__)


class WorkerGone(Problem):
    """The process cannot be started, or died too often."""


class ArticleFailed(Problem):
    """The process could not read an article; it lives on, or did not survive this article twice."""


@dataclass(frozen=True, slots=True)
class Hello:
    """Who reads in the process, and why it is not the one that was expected, if it is not."""

    identity: Identity
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article so far.

    Attributes:
        blocks: Its entities, in the blocks of ``reader.entities.packing``.
        share: Of how much of the text, from 0 to 1.
        done: Whether it is all that there will be.
    """

    blocks: tuple[bytes, ...]
    share: float
    done: bool


class Order:
    """A request that can be given up, from any thread."""

    def __init__(self) -> None:
        self.answers: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self.given_up = threading.Event()

    def give_up(self) -> None:
        """Nobody waits for it any more."""
        self.given_up.set()
        self.answers.put(None)


@dataclass(slots=True)
class _Child:
    """One process, and the requests it has."""

    process: subprocess.Popen[bytes]
    orders: dict[int, Order] = field(default_factory=dict)
    hello: Hello | None = None
    greeted: threading.Event = field(default_factory=threading.Event)
    writing: threading.Lock = field(default_factory=threading.Lock)
    gone: bool = False

    def listen(self) -> None:
        """Hand out what comes from the process until it ends."""
        assert self.process.stdout is not None
        with contextlib.suppress(Broken, OSError, ValueError):
            while True:
                frame = receive(self.process.stdout.read)
                if frame.sort is Sort.HELLO:
                    said = frame.said()
                    problem = Problem(*said["problem"]) if said["problem"] else None
                    self.hello = Hello(Identity(said["name"], said["version"]), problem)
                    self.greeted.set()
                elif (order := self.orders.get(frame.request)) is not None:
                    order.answers.put(frame)
        self.end(_MOMENT)
        with contextlib.suppress(OSError):
            self.process.stdout.close()

    def end(self, patience: float = 0.0) -> None:
        """End the process, and whatever waits for it.

        Args:
            patience: Seconds that it has to end by itself, and to say how.
        """
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        with contextlib.suppress(OSError):
            self.process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_MOMENT)
        if self.process.stdin is not None:
            with contextlib.suppress(OSError, ValueError):
                self.process.stdin.close()
        self.gone = True
        self.greeted.set()
        for order in list(self.orders.values()):
            order.answers.put(None)

    def send(self, frame: Frame) -> None:
        """Send a frame; quietly nothing where the process has ended: its orders are told of that."""
        assert self.process.stdin is not None
        with self.writing, contextlib.suppress(OSError, ValueError):
            self.process.stdin.write(frame.bytes())
            self.process.stdin.flush()


class Worker:
    """Finds entities in a process of its own, started when it is first asked for something. Safe to use from threads.

    Args:
        command: What starts the process.
        restarts: How often it may die of itself before ``WorkerGone`` is raised.
    """

    def __init__(self, command: Sequence[str] = COMMAND, restarts: int = RESTARTS) -> None:
        self._command = list(command)
        self._restarts = restarts
        self._numbers = itertools.count(1)
        self._guard = threading.Lock()
        self._child: _Child | None = None
        self._deaths = 0
        self._closed = False

    def hello(self) -> Hello:
        """Who reads; waits until the process has said so.

        Raises:
            WorkerGone: It cannot be started, or died too often.
        """
        while True:
            child = self._ready()
            if child.hello is not None:
                return child.hello
            self._mourn(child)

    def read(self, article: Article, place: int, order: Order, *, background: bool = False) -> Iterator[Known | float]:
        """The entities of an article: shares read, and what is known so far, in the end of all of it.

        Ends early, without ``Known.done``, where the order is given up.

        Args:
            place: The character of the body that is on the screen: read first.
            background: Whether it gives way to any request that is not.

        Raises:
            WorkerGone: The process cannot be started, or died too often.
            ArticleFailed: The article cannot be read; one for later that the process died of is not tried again.
        """
        while not order.given_up.is_set():
            child = self._ready()
            if child.hello is None:
                self._mourn(child)
                continue
            request = next(self._numbers)
            child.orders[request] = order
            try:
                for frame in asking(request, article, place, background):
                    if order.given_up.is_set():
                        break
                    child.send(frame)
                finished = yield from _answers(child, order)
            finally:
                child.orders.pop(request, None)
                if order.given_up.is_set() and not child.gone:
                    child.send(Frame(Sort.CANCEL, request))
            if finished or order.given_up.is_set():
                return
            if self._mourn(child) and background:
                raise ArticleFailed(_("the names of “{title}” cannot be read").format(title=article.title))

    def close(self) -> None:
        """End the process, whatever it does; nothing can be asked any more."""
        with self._guard:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _ready(self) -> _Child:
        with self._guard:
            if self._closed or self._deaths > self._restarts:
                message = _("names are found by rules: the process that reads them does not last")
                raise WorkerGone(message, _("see the log"))
            if self._child is None:
                self._child = self._start()
            child = self._child
        child.greeted.wait(_PATIENCE)
        return child

    def _start(self) -> _Child:
        environment = {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}
        try:
            process = subprocess.Popen(  # noqa: S603 - this program's own
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
            )
        except OSError as error:
            self._deaths = self._restarts + 1
            message = _("names are found by rules: {why}").format(why=error.strerror)
            raise WorkerGone(message, _("see the log")) from error
        child = _Child(process)
        threading.Thread(target=child.listen, name="reader-worker", daemon=True).start()
        return child

    def _mourn(self, child: _Child) -> bool:
        """The process has ended, or never greeted: the next question starts another; whether it died of itself."""
        if not child.gone:
            child.end()
        died = child.process.returncode != 0 or child.hello is None
        with self._guard:
            if self._child is child:
                self._child = None
                if died:
                    self._deaths += 1
                    _log.warning("the process that finds names ended with %s", child.process.returncode)
        return died


def _answers(child: _Child, order: Order) -> Generator[Known | float, None, bool]:
    """What comes back for one request; returns whether that came to its end: not where the process ended before."""
    blocks: list[bytes] = []
    while not order.given_up.is_set():
        if child.gone and order.answers.empty():
            return False
        frame = order.answers.get()
        if frame is None:
            continue
        if frame.sort is Sort.PROGRESS:
            yield float(frame.said())
        elif frame.sort is Sort.BLOCK:
            blocks.append(frame.data)
        elif frame.sort is Sort.SHOW:
            share, done = frame.said()
            yield Known(tuple(blocks), share, done)
            blocks = []
            if done:
                return True
        else:
            message, detail = frame.said()
            _log.warning("%s", detail)
            raise ArticleFailed(message, _("see the log"))
    return False

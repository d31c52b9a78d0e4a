"""The side that works: answers the requests of its pipe, and ends when nothing is asked or nobody is there."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import threading
from collections.abc import Callable, Sequence
from typing import BinaryIO

from articles.errors import Problem
from reader import i18n
from reader.pipes import Broken, Frame, own_streams, receive, saying, write
from reader.translation.engine import EngineError, EngineUnavailable
from reader.translation.process.parts import Part, part_of
from reader.translation.process.said import SPEAKS, Sort, error_said

IDLE = 30.0
"""Seconds with nothing to do after which the process ends and gives its memory back."""

LONGEST = 180
"""Seconds of work at one request after which the process ends by itself: then nobody is there who would end it."""

_FIRST = 60.0  # seconds in which the first request must come: it was started for that
_NICE = 1


def run(words: Sequence[str]) -> None:
    """Serve the process that started this one until it ends, or has nothing to ask for ``IDLE`` seconds.

    Args:
        words: The part, and what it needs.
    """
    incoming, outgoing = own_streams()
    with contextlib.suppress(AttributeError, ValueError):  # Ctrl-C is for whoever started this one to deal with
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):  # whoever reads is served first
        os.nice(_NICE)
    i18n.activate(os.environ.get(SPEAKS, i18n.SOURCE))
    server = Server(outgoing, part_for(words), _end, _end_after)
    threading.Thread(target=server.listen, args=(incoming,), daemon=True).start()
    server.serve(IDLE)
    _end()


def part_for(words: Sequence[str]) -> Part:
    """The part; one that says so to every request where it cannot be made."""
    try:
        return part_of(words)
    except EngineUnavailable as error:
        why = error

        def refuse(_said: object) -> object:
            raise why

        return Part(refuse, 1)


def _end() -> None:
    """End at once, whatever any thread is doing."""
    os._exit(0)


class Server:
    """Hands requests to threads that work at them.

    Args:
        outgoing: Where answers go.
        part: Makes them.
        at_end: Called, on any thread, when nobody asks or listens any more.
        end_after: Has the system end the process after so many seconds; 0 for never.
    """

    def __init__(
        self, outgoing: BinaryIO, part: Part, at_end: Callable[[], None], end_after: Callable[[int], object]
    ) -> None:
        self._outgoing = outgoing
        self._part = part
        self._at_end = at_end
        self._end_after = end_after
        self._asked: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self._writing = threading.Lock()
        self._changed = threading.Condition()
        self._taken = 0
        self._open = 0
        self._running = 0

    def listen(self, incoming: BinaryIO) -> None:
        """Take requests in until the pipe ends."""
        with contextlib.suppress(Broken, OSError):
            while True:
                frame = receive(incoming.read, Sort)
                with self._changed:
                    self._open += 1
                    self._taken += 1
                    self._changed.notify_all()
                self._asked.put(frame)
        self._at_end()

    def serve(self, idle: float) -> None:
        """Answer requests; returns when there was none for ``idle`` seconds."""
        for _ in range(self._part.threads):
            threading.Thread(target=self._work, daemon=True).start()
        with self._changed:
            self._changed.wait_for(lambda: self._taken, _FIRST)
            while self._changed.wait_for(lambda: self._open, idle):
                self._changed.wait_for(lambda: not self._open)

    def _work(self) -> None:
        while True:
            frame = self._asked.get()
            with self._changed:
                self._running += 1
                self._end_after(LONGEST)
            try:
                self._send(Frame(Sort.BEGUN, frame.request))
                self._send(self._answer(frame))
            except OSError:  # nobody reads
                self._at_end()
            with self._changed:
                self._open -= 1
                self._running -= 1
                self._end_after(LONGEST if self._running else 0)
                self._changed.notify_all()

    def _answer(self, frame: Frame) -> Frame:
        try:
            return saying(Sort.ANSWER, frame.request, self._part.answer(frame.said()))
        except Problem as problem:
            return saying(Sort.FAILED, frame.request, error_said(problem))
        except BaseException as error:  # a panic of Rust code is a BaseException, and no request may take others along
            failed = EngineError(f"the engine failed: {type(error).__name__}", "what was there is kept")
            return saying(Sort.FAILED, frame.request, error_said(failed))

    def _send(self, frame: Frame) -> None:
        with self._writing:
            write(self._outgoing, frame)


def _end_after(seconds: int) -> None:
    """Have the system end this process: it can also where native code never gives the interpreter back."""
    with contextlib.suppress(AttributeError):  # no such thing on Windows
        signal.alarm(seconds)

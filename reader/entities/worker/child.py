"""The side that finds names: takes requests, works at the most urgent one in small steps, answers."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reader.entities.analysis import Found, read_in_steps
from reader.entities.choosing import Chosen, recogniser
from reader.entities.packing import blocks
from reader.entities.worker.frames import Asked, Broken, Frame, Sort, receive, saying
from reader.pipes import own_streams, write

IDLE = 30.0
"""Seconds with nothing to do after which the process ends and gives its memory back."""

_NICE = 5
_TELL = 0.2  # seconds between two words on how far it has come


def run() -> None:
    """Serve the process that started this one until it ends, or has nothing to do for ``IDLE`` seconds."""
    incoming, outgoing = own_streams()
    with contextlib.suppress(AttributeError, ValueError):  # Ctrl-C is the screen's to deal with
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):  # whoever reads is served first
        os.nice(_NICE)
    server = Server(outgoing)
    threading.Thread(target=server.listen, args=(incoming, _end), daemon=True).start()
    with contextlib.suppress(BrokenPipeError):
        server.serve(recogniser, IDLE)
    _end()


def _end() -> None:
    """End at once, whatever any thread is doing: the screen's process is gone, or nobody asked for long."""
    os._exit(0)


@dataclass(slots=True)
class _Job:
    request: int
    steps: Iterator[Found | float | None]
    background: bool
    told: float = 0.0


class Server:
    """Works at the latest request that is for the screen, else at one for later; between two steps looks again.

    Args:
        outgoing: Where answers go.
    """

    def __init__(self, outgoing: BinaryIO) -> None:
        self._outgoing = outgoing
        self._changed = threading.Condition()
        self._coming: dict[int, Asked] = {}
        self._asked: dict[int, Asked] = {}
        self._cancelled: set[int] = set()

    # On the listening thread

    def listen(self, incoming: BinaryIO, at_end: Callable[[], None]) -> None:
        """Take requests in until the pipe ends."""
        with contextlib.suppress(Broken, OSError):
            while True:
                self._take(receive(incoming.read))
        at_end()

    def _take(self, frame: Frame) -> None:
        if frame.sort is Sort.BEGIN:
            self._coming[frame.request] = Asked(frame.said())
        elif frame.sort in (Sort.TEXT, Sort.MARKUP):
            if frame.request in self._coming:  # else it was cancelled while it came
                self._coming[frame.request].take(frame)
        else:
            asked = self._coming.pop(frame.request, None)
            with self._changed:
                if frame.sort is Sort.CANCEL:
                    self._cancelled.add(frame.request)
                elif asked is not None:
                    self._asked[frame.request] = asked
                self._changed.notify()

    # On the main thread

    def serve(self, choose: Callable[[], Chosen], idle: float) -> None:
        """Say who reads, then answer requests until there is none for ``idle`` seconds.

        Raises:
            BrokenPipeError: Nobody reads the answers any more.
        """
        chosen = choose()
        problem = [chosen.problem.message, chosen.problem.advice] if chosen.problem is not None else None
        who = {"name": chosen.recogniser.name, "version": chosen.recogniser.version, "problem": problem}
        self._send(saying(Sort.HELLO, 0, who))
        jobs: dict[int, _Job] = {}
        while self._look(jobs, chosen, idle):
            job = max(jobs.values(), key=lambda each: (not each.background, each.request))
            try:
                step = next(job.steps, None)
                if step is not None:
                    self._answer(job, step)
                    if isinstance(step, Found) and step.done:
                        del jobs[job.request]
            except BrokenPipeError:
                raise
            except Exception as error:  # the last net: the next article may be readable
                del jobs[job.request]
                told = "".join(traceback.format_exception(error))
                self._send(saying(Sort.FAILED, job.request, [f"{type(error).__name__}: {error}", told]))

    def _look(self, jobs: dict[int, _Job], chosen: Chosen, idle: float) -> bool:
        """Take in what was asked and cancelled meanwhile; False where nothing was to do for long."""
        while True:
            with self._changed:
                if not jobs and not self._changed.wait_for(lambda: self._asked, idle):
                    return False
                for request, asked in self._asked.items():
                    steps = read_in_steps(asked.article(), chosen.recogniser, asked.place)
                    jobs[request] = _Job(request, steps, asked.background)
                self._asked.clear()
                for request in self._cancelled:
                    jobs.pop(request, None)
                self._cancelled.clear()
            if jobs:
                return True

    def _answer(self, job: _Job, step: Found | float) -> None:
        if isinstance(step, float):
            now = time.monotonic()
            if now - job.told >= _TELL:
                job.told = now
                self._send(saying(Sort.PROGRESS, job.request, step))
            return
        for block in blocks(step.entities):
            self._send(Frame(Sort.BLOCK, job.request, block))
        self._send(saying(Sort.SHOW, job.request, [step.share, step.done]))

    def _send(self, frame: Frame) -> None:
        write(self._outgoing, frame)

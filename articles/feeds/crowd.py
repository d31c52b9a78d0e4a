"""Work that mostly waits for others: a few jobs at a time, and none held up by those that take long."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

AT_ONCE = 8
"""Jobs under way at once that began a short while ago."""
SLOW = 1.0
"""Seconds after which a job is slow: it goes on, and another may begin beside it."""
MOST = 64
"""Jobs under way at once in all, the slow ones among them."""
_LOOK = 0.05  # seconds between looks at whether it was called off

_Job = TypeVar("_Job")
_Done = TypeVar("_Done")


class Crowd(Generic[_Job, _Done]):
    """Does jobs on threads of their own and hands on what each gave, on the caller's thread, in the order they end.

    A thread that hangs holds up nobody: it is not waited for when the work is called off, nor by the program's end.

    Args:
        work: Does one job; it must see by itself that it was called off, and raise nothing that is to be caught here.
        cancelled: Whether it was called off.
    """

    def __init__(self, work: Callable[[_Job], _Done], cancelled: Callable[[], bool]) -> None:
        self._work = work
        self._cancelled = cancelled
        self._ended: queue.SimpleQueue[tuple[int, _Done | BaseException]] = queue.SimpleQueue()
        self._waiting: deque[_Job] = deque()
        self._since: dict[int, float] = {}
        self._number = 0

    def add(self, jobs: Iterable[_Job]) -> None:
        """More to do, after all that waits; on the caller's thread."""
        self._waiting.extend(jobs)

    def run(self, ended: Callable[[_Done], object]) -> None:
        """Do all there is, and what ``ended`` adds; returns when all is done, or at once when it is called off.

        Args:
            ended: Given what each job came to.

        Raises:
            BaseException: What a job raised; the others are left to themselves.
        """
        while self._waiting or self._since:
            if self._cancelled():
                return
            self._begin()
            try:
                number, done = self._ended.get(timeout=_LOOK)
            except queue.Empty:
                continue
            del self._since[number]
            if isinstance(done, BaseException):
                raise done
            ended(done)

    def _begin(self) -> None:
        now = time.monotonic()
        quick = sum(1 for since in self._since.values() if now - since < SLOW)
        while self._waiting and quick < AT_ONCE and len(self._since) < MOST:
            self._number += 1
            self._since[self._number] = now
            quick += 1
            job = self._waiting.popleft()
            threading.Thread(target=self._do, args=(self._number, job), name="feed", daemon=True).start()

    def _do(self, number: int, job: _Job) -> None:
        try:
            self._ended.put((number, self._work(job)))
        except BaseException as error:
            self._ended.put((number, error))

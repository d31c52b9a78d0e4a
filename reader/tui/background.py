"""Work beside the screen: each lane is one daemon thread, so that no key waits and quitting never does."""

from __future__ import annotations

import asyncio
import contextvars
import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from articles.errors import Problem
from reader.i18n import _

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    sorry: Callable[[Problem], None] | None


class Lane:
    """One thread that does one thing after the other; results come back on the event loop.

    A daemon thread is used on purpose: an executor's threads would be waited for when the process ends, and a
    sentence being translated must not hold up quitting.
    """

    def __init__(self, name: str, loop: asyncio.AbstractEventLoop, at_end: Callable[[], None] | None = None) -> None:
        self._loop = loop
        self._at_end = at_end
        self._context = contextvars.copy_context()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"reader-{name}", daemon=True)
        self._thread.start()

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        sorry: Callable[[Problem], None] | None = None,
    ) -> None:
        """Do ``work`` on the lane's thread, then call ``then`` with its result on the event loop.

        Args:
            sorry: Called on the event loop with what went wrong instead.
        """
        self._jobs.put(_Job(work, then, sorry))

    def post(self, call: Callable[..., None], *args: Any) -> None:
        """From the lane's thread: call something on the event loop, soon; quietly nothing when it has ended."""
        try:
            # In the context the lane was made in: Textual looks up there which app is running.
            self._loop.call_soon_threadsafe(partial(call, *args), context=self._context)
        except RuntimeError:  # the loop is closed: the reader has quit, and nobody waits for this
            _log.debug("dropped a result after the end")

    def close(self, wait: float = 0.3) -> None:
        """Let what is queued finish, for at most ``wait`` seconds."""
        self._jobs.put(None)
        self._thread.join(wait)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                result = job.work()
            except Problem as problem:
                _log.warning("%s", problem, exc_info=True)
                if job.sorry is not None:
                    self.post(job.sorry, problem)
            except Exception as error:  # the last net: a lane must outlive a mistake in one piece of work
                _log.exception("unexpected")
                if job.sorry is not None:
                    self.post(job.sorry, Problem(f"{type(error).__name__}: {error}", _("see the log")))
            else:
                if job.then is not None:
                    self.post(job.then, result)
        if self._at_end is not None:
            self._at_end()

"""The side that asks: starts the process when something is asked, again when it died, and stops one that hangs."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from reader import i18n
from reader.i18n import _
from reader.pipes import Broken, Ended, Frame, receive, saying
from reader.translation.engine import EngineUnavailable, Rejected
from reader.translation.process.said import SPEAKS, Sort, error_heard
from reader.translation.process.turns import Turns

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds of work at one request after which the process counts as hanging."""

DEATHS, WINDOW = 4, 60.0
"""So many deaths within so many seconds, and it is not started again before they are over."""

_PATIENCE_BEFORE = 60.0  # seconds until it must have begun, unless it answers others: it may only be starting
_ENDINGS = 2
_SLICE = 0.5
_MOMENT = 1.0  # seconds for a process to end that is ending
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # where nobody keeps a log, nothing of it comes out on stderr


def command(*words: str) -> tuple[str, ...]:
    """What starts the process; -P, so that nothing in the folder where the reader was started is imported.

    Args:
        words: The part it is to do, and what that needs.
    """
    return sys.executable or "python", "-P", "-m", "reader.translation.process", *words


@dataclass(slots=True)
class _Order:
    """One request to one process, what came back (None where the process ended), and whether it was worked at."""

    answers: queue.SimpleQueue[Frame | None] = field(default_factory=queue.SimpleQueue)
    begun: bool = False


@dataclass(slots=True)
class _Child:
    """One process, and the requests it has."""

    process: subprocess.Popen[bytes]
    orders: dict[int, _Order] = field(default_factory=dict)
    writing: threading.Lock = field(default_factory=threading.Lock)
    heard: int = 0
    gone: bool = False

    def listen(self) -> None:
        """Hand out what comes from the process until it ends."""
        assert self.process.stdout is not None
        try:
            while True:
                frame = receive(self.process.stdout.read, Sort)
                self.heard += 1
                if (order := self.orders.get(frame.request)) is not None:
                    order.answers.put(frame)
        except (Ended, OSError, ValueError):
            self.end(_MOMENT)
        except Broken:
            self.end()
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
        for order in list(self.orders.values()):
            order.answers.put(None)

    def send(self, frame: Frame) -> None:
        """Send a frame; quietly nothing where the process has ended: its orders are told of that."""
        assert self.process.stdin is not None
        with self.writing, contextlib.suppress(OSError, ValueError):
            self.process.stdin.write(frame.bytes())
            self.process.stdin.flush()


class Process:
    """Asks a process of its own, started when it is first asked. Safe to use from threads.

    A request that was under way when the process died is asked once more, alone; where it dies of that too, it is
    the request's fault, and nobody else's.

    Args:
        what: What it does, for messages: "the engine local".
        started_by: What starts the process.
        patience: Seconds of work at one request after which it is stopped.
        now: Seconds on a clock that is never set back.
    """

    def __init__(
        self,
        what: str,
        started_by: Sequence[str],
        patience: float = PATIENCE,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.what = what
        self._command = list(started_by)
        self._patience = patience
        self._now = now
        self._numbers = itertools.count(1)
        self._guard = threading.Lock()
        self._turns = Turns()
        self._child: _Child | None = None
        self._deaths: deque[float] = deque(maxlen=DEATHS)
        self._closed = False

    def ask(self, said: object, heard: Callable[[object], T]) -> T:
        """What the process answers.

        Args:
            said: What goes there, as JSON.
            heard: Makes the answer of what comes back; raises ``Broken`` where it is none.

        Raises:
            EngineUnavailable: It cannot be started, dies too often, was closed, or says so.
            Rejected: It died of this twice, or says so.
            EngineError: What else it says.
        """
        for alone in (False, True):
            endings = 0
            while endings < _ENDINGS:  # again where it ended by itself, since nothing had been asked for long
                with self._turns.one(alone=alone):
                    child, order = self._ready(), _Order()
                    frame = self._asked(child, order, said)
                    if frame is not None:
                        try:
                            if frame.sort is Sort.FAILED:
                                raise error_heard(frame.said())
                            return heard(frame.said())
                        except Broken:
                            child.end()
                    if not self._mourn(child):
                        endings += 1
                    elif order.begun:  # else it died of something else; not for ever, as ``_ready`` sees to
                        break
        message = _("{what} failed on a sentence: its process died of it twice").format(what=self.what)
        raise Rejected(message, _("what was there is kept"))

    def close(self) -> None:
        """End the process, whatever it does; nothing can be asked any more."""
        with self._guard:
            self._closed = True
            child, self._child = self._child, None
        if child is not None:
            child.end()

    def _asked(self, child: _Child, order: _Order, said: object) -> Frame | None:
        """The answer; None where the process ended before, or was ended because it hung."""
        request = next(self._numbers)
        child.orders[request] = order
        try:
            child.send(saying(Sort.ASK, request, said))
            waited, heard = 0.0, child.heard
            # In slices, so that a time in which the reader itself was stopped (Ctrl-Z) counts as one of them.
            while waited < (self._patience if order.begun else _PATIENCE_BEFORE):
                if child.gone and order.answers.empty():
                    return None
                try:
                    frame = order.answers.get(timeout=_SLICE)
                except queue.Empty:
                    waited += _SLICE
                    if not order.begun and heard != child.heard:  # it works at others
                        waited, heard = 0.0, child.heard
                    continue
                if frame is None:
                    continue
                if frame.sort is not Sort.BEGUN:
                    return frame
                waited, order.begun = 0.0, True
        finally:
            child.orders.pop(request, None)
        _log.warning("%s: its process hangs, and is stopped", self.what)
        child.end()
        return None

    def _ready(self) -> _Child:
        with self._guard:
            if self._closed:
                raise EngineUnavailable(_("{what} was stopped").format(what=self.what))
            while self._deaths and self._now() - self._deaths[0] > WINDOW:
                self._deaths.popleft()
            if len(self._deaths) == DEATHS:
                message = _("{what} cannot work: its process does not last").format(what=self.what)
                raise EngineUnavailable(message, _("see the log"))
            if self._child is None:
                self._child = self._start()
            return self._child

    def _start(self) -> _Child:
        environment = {**os.environ, **dict.fromkeys(_ONE_THREAD, "1"), SPEAKS: i18n.language()}
        try:
            process = subprocess.Popen(  # noqa: S603 - this program's own
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
            )
        except OSError as error:
            message = _("{what} cannot work: {why}").format(what=self.what, why=error.strerror)
            raise EngineUnavailable(message, _("see the log")) from error
        child = _Child(process)
        threading.Thread(target=child.listen, name="reader-process", daemon=True).start()
        return child

    def _mourn(self, child: _Child) -> bool:
        """The process has ended: the next question starts another; whether it died of itself."""
        if not child.gone:
            child.end()
        died = child.process.returncode != 0 or not child.heard
        with self._guard:
            if self._closed:
                return False  # the next turn says so
            if self._child is child:
                self._child = None
                if died:
                    self._deaths.append(self._now())
                    _log.warning("%s: its process ended with %s", self.what, child.process.returncode)
        return died

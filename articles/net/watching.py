"""The end of a fetch from outside it: when its time is over or its caller has had enough, its connection is cut."""

from __future__ import annotations

import contextlib
import math
import socket
import threading
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Protocol, TypeVar

from articles.net.problems import Cancelled, NoNetwork, TooSlow

_LOOK = 0.05  # seconds between looks at the caller's wish
_T = TypeVar("_T")


class Flag(Protocol):
    """What says that the caller has had enough; ``threading.Event`` is one."""

    def is_set(self) -> bool:
        """Whether it has."""


Cancel = Flag | Callable[[], bool] | None
"""How a caller calls off a fetch: an event, a function, or not at all."""


class Watch:
    """Watches over one fetch, from its start to its end, on a thread of its own.

    No timeout of a socket can do this: it counts silence alone, and who drips a byte a second is never silent.

    Args:
        host: The host asked for, for messages.
        seconds: How long the fetch may take.
        cancel: Looked at 20 times a second.
    """

    def __init__(self, host: str, seconds: float, cancel: Cancel = None) -> None:
        self._host = host
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._cancel = cancel
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._cut = False
        self._called_off = False
        self._keeper: socket.socket | None = None

    def __enter__(self) -> Watch:
        threading.Thread(target=self._watch, name="fetch-watch", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self.let_go()

    @property
    def left(self) -> float:
        """Seconds until the end; a little more than 0 after it, since 0 means "without waiting" to a socket."""
        return max(0.001, self._end - time.monotonic())

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """While the fetch waits for its turn, its time does not run."""
        left = self.left
        self._end = math.inf
        try:
            yield
        finally:
            self._end = time.monotonic() + left

    def unwanted(self) -> bool:
        """Whether the fetch was called off."""
        wish = self._cancel
        if wish is not None and not self._called_off:
            self._called_off = wish() if callable(wish) else wish.is_set()
        return self._called_off

    def call_off(self) -> None:
        """End the fetch now, from any thread."""
        self._called_off = True
        self._hang_up()

    def hold(self, connection: socket.socket) -> None:
        """Cut this connection at the end, in place of the one before. A second handle is kept: TLS takes the first."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.close()
            self._keeper = connection.dup()
        if self._cut:
            self._hang_up()

    def let_go(self) -> None:
        """There is no connection any more."""
        with self._lock:
            if self._keeper is not None:
                self._keeper.close()
            self._keeper = None

    def check(self) -> None:
        """Go on only while there is time and the caller wants it.

        Raises:
            Cancelled: The caller does not.
            TooSlow: The time is over.
        """
        if self.unwanted():
            raise Cancelled("the fetch was called off")
        if time.monotonic() >= self._end:
            message = f"{self._host} did not finish in {self._seconds:.0f} s"
            raise TooSlow(message, "try again later")

    def wait_for(self, work: Callable[[], _T], seconds: float, what: str) -> _T:
        """What ``work`` gives, done on a thread that is left behind when it takes too long (a name server, for one).

        Raises:
            NoNetwork: It did not end in so many seconds; ``what`` stands in the message.
            OSError: What ``work`` raised; any other of its errors as well.
        """
        done = threading.Event()
        given: list[_T] = []
        failed: list[Exception] = []

        def run() -> None:
            try:
                given.append(work())
            except Exception as error:  # whatever it is, the thread that waits raises it
                failed.append(error)
            finally:
                done.set()

        threading.Thread(target=run, name="fetch-wait", daemon=True).start()
        end = time.monotonic() + seconds
        while not done.wait(_LOOK):
            self.check()
            if time.monotonic() >= end:
                message = f"{what} did not answer in {seconds:.0f} s"
                raise NoNetwork(message, "look at the connection, or try again later")
        if failed:
            raise failed[0]
        return given[0]

    def _watch(self) -> None:
        while not self._over.wait(min(_LOOK, self.left)):
            if self.unwanted() or time.monotonic() >= self._end:
                self._hang_up()
                return

    def _hang_up(self) -> None:
        with self._lock:
            self._cut = True
            if self._keeper is not None:
                with contextlib.suppress(OSError):  # the other side was faster
                    self._keeper.shutdown(socket.SHUT_RDWR)

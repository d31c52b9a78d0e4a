"""What keeps requests few: a pace for all threads, and a breaker that rests after failures in a row."""

from __future__ import annotations

import threading
from collections.abc import Callable

REQUESTS_A_SECOND = 5.0
FAILURES = 5
"""So many failed requests in a row, whoever made them, and the engine rests."""
COOL_DOWN = 30.0
"""Seconds of the first rest; each one that ends in another failure is followed by one twice as long."""
LONGEST_COOL_DOWN = 300.0
_TRIAL = 1.0
"""Seconds after which to ask again while another thread makes the one trial request."""


class Pace:
    """Keeps requests of all threads at least ``1 / rate`` seconds apart.

    Args:
        rate: Requests a second.
        clock: Seconds, never going back.
    """

    def __init__(self, rate: float, clock: Callable[[], float]) -> None:
        self._gap = 1.0 / rate
        self._clock = clock
        self._lock = threading.Lock()
        self._next = float("-inf")

    def turn(self) -> float:
        """Take the next turn: the seconds until it comes, 0 for now."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + self._gap
            return turn - now


class Breaker:
    """Lets requests through until too many fail in a row, or the service asks to wait. Safe for several threads.

    Each ``enter`` that gave None is followed by one of ``succeeded``, ``failed`` or ``nothing`` on the same thread.

    Args:
        clock: Seconds, never going back.
        failures: How many in a row open it.
        cool_down: Seconds it stays open at first.
        longest: Seconds it stays open at most.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        failures: int = FAILURES,
        cool_down: float = COOL_DOWN,
        longest: float = LONGEST_COOL_DOWN,
    ) -> None:
        self._clock = clock
        self._most = failures
        self._first = cool_down
        self._longest = longest
        self._lock = threading.Lock()
        self._failed = 0
        self._rests = 0
        self._until = float("-inf")
        self._trier: int | None = None

    @property
    def left(self) -> float | None:
        """The seconds that are left of the rest; None where there is none."""
        with self._lock:
            left = self._until - self._clock()
            return left if left > 0 else None

    def enter(self) -> float | None:
        """None where a request may be made now; else the seconds after which to ask again."""
        with self._lock:
            left = self._until - self._clock()
            if left > 0:
                return left
            if self._rests:  # after a rest one request is tried first
                if self._trier is not None:
                    return _TRIAL
                self._trier = threading.get_ident()
            return None

    def succeeded(self) -> None:
        """The service is in order."""
        with self._lock:
            self._failed = self._rests = 0
            self._trier = None

    def failed(self) -> None:
        """The request failed, and the next one would probably, too."""
        with self._lock:
            self._failed += 1
            if self._tried() or (self._failed >= self._most and self._until <= self._clock()):
                rest = min(self._longest, self._first * 2.0**self._rests)
                self._rests = min(self._rests + 1, 16)
                self._until = max(self._until, self._clock() + rest)

    def nothing(self) -> None:
        """The request says nothing of the service: it was called off."""
        with self._lock:
            self._tried()

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long: the service asked for that."""
        with self._lock:
            self._until = max(self._until, self._clock() + seconds)

    def _tried(self) -> bool:
        """Whether this thread made the trial request, which is over now."""
        if self._trier != threading.get_ident():
            return False
        self._trier = None
        return True

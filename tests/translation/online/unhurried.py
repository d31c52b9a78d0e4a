"""The care of an engine over a network, in a world where waiting takes no time."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reader.translation.online.breaker import REQUESTS_A_SECOND, Breaker, Pace
from reader.translation.online.careful import MAX_REQUEST, Careful, Means
from reader.translation.online.web import Web


class Clock:
    """Seconds that pass only while somebody sleeps; who sleeps at the same time sleeps together."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []
        self._lock = threading.Lock()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        until = self.now + seconds
        with self._lock:
            self.slept.append(round(seconds, 6))
            self.now = max(self.now, until)


def unhurried(
    name: str,
    timeouts: tuple[float, float] = (5.0, 5.0),
    clock: Clock | None = None,
    failures: int = 1_000,
    *,
    most: int = MAX_REQUEST,
    size: Callable[[str], int] = len,
    keyed: bool = True,
    pace: Pace | None = None,
) -> Careful:
    """A wrapper that never really waits; it rests only after so many failures in a row."""
    clock = clock or Clock()
    return Careful(
        name,
        Web(timeouts),
        Means(clock, clock.sleep, lambda: 1.0),
        most=most,
        size=size,
        keyed=keyed,
        pace=pace or Pace(REQUESTS_A_SECOND, clock),
        breaker=Breaker(clock, failures),
    )

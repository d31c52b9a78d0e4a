"""The care of an engine over a network, in a world where waiting takes no time."""

from __future__ import annotations

import threading

from reader.translation.online.breaker import Breaker, Pace
from reader.translation.online.careful import Careful, Means
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
        with self._lock:
            self.slept.append(round(seconds, 6))
            self.now = max(self.now, self.now + seconds)


def unhurried(
    name: str, timeouts: tuple[float, float] = (2.0, 2.0), clock: Clock | None = None, failures: int = 1_000
) -> Careful:
    """A wrapper that never really waits; it rests only after so many failures."""
    clock = clock or Clock()
    return Careful(
        name,
        Web(timeouts),
        Means(clock, clock.sleep, lambda: 1.0),
        pace=Pace(5.0, clock),
        breaker=Breaker(clock, failures),
    )

"""Not being a burden: a few requests at a time for each host, and rests when it asks for one or fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from articles.net.problems import Busy

AT_ONCE = 2
"""Requests under way to one host, at most."""
PATIENCE = 10.0
"""Seconds that a request waits for its turn where a host wants pauses between two; who must wait longer is told so."""
FIRST_REST = 5.0
"""Seconds that a host rests after the second failure in a row (one page may fail); twice as many after each further."""
LONGEST_REST = 900.0
"""Seconds of such a rest, at most."""
ASKED_REST = 60.0
"""Seconds of a rest where a host says "too many requests" (429) or "not now" (503), not how long; doubled as well."""
_LOOK = 0.05
_MOST_HOSTS = 2_000


@dataclass(slots=True)
class _Host:
    under_way: int = 0
    failures: int = 0
    rests_until: float = 0.0
    next_turn: float = 0.0
    asked: bool = False  # whether the rest was asked for by the host itself


class Manners:
    """What is known of hosts while the program runs. Safe to use from several threads, and to share.

    Args:
        clock: Seconds, never going back.
        sleep: Waits for so many seconds.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._changed = threading.Condition()
        self._hosts: dict[str, _Host] = {}

    def rest_of(self, host: str) -> float:
        """The seconds that a host is still left alone; 0 where it may be asked."""
        with self._changed:
            known = self._hosts.get(host)
            return max(0.0, known.rests_until - self._clock()) if known else 0.0

    @contextmanager
    def turn(self, host: str, go_on: Callable[[], object], pause: float = 0.0) -> Iterator[None]:
        """The time during which a request to a host may be under way.

        Args:
            host: With its port, where it has one of its own.
            go_on: Called again and again while there is something to wait for; raises to give up.
            pause: Seconds that the host wants between two requests.

        Raises:
            Busy: The host rests, or its pauses add up to more than ``PATIENCE``.
        """
        with self._changed:
            self._check(host)
            known = self._known(host)
            while known.under_way >= AT_ONCE:
                self._changed.wait(_LOOK)
                go_on()
                self._check(host)
            known.under_way += 1
        try:
            self._pause(host, pause, go_on)
            yield
        finally:
            with self._changed:
                known.under_way -= 1
                self._changed.notify_all()

    def worked(self, host: str) -> None:
        """The host has answered as it should; an error that is about one page counts as that."""
        with self._changed:
            known = self._hosts.get(host)
            if known is not None:
                known.failures = 0
                known.asked = False

    def failed(self, host: str, wait: float | None = None, *, asked: bool = False) -> None:
        """The host failed.

        Args:
            host: With its port, where it has one of its own.
            wait: Seconds that it asked to wait.
            asked: Whether it asked for a rest, though perhaps not for how long.
        """
        with self._changed:
            known = self._known(host)
            known.failures += 1
            if wait is None and not asked and known.failures < 2:
                return
            first, doubled = (ASKED_REST, known.failures - 1) if asked else (FIRST_REST, known.failures - 2)
            rest = min(first * 2.0 ** min(doubled, 20), LONGEST_REST) if wait is None else wait
            known.rests_until = max(known.rests_until, self._clock() + rest)
            known.asked = known.asked or asked
            self._changed.notify_all()

    def _pause(self, host: str, pause: float, go_on: Callable[[], object]) -> None:
        if pause <= 0:
            return
        with self._changed:
            known = self._known(host)
            now = self._clock()
            start = max(now, known.next_turn)
            if start - now > PATIENCE:
                wait = start - now
                message = f"{host} wants pauses between requests"
                raise Busy(message, f"again in {_time(wait)}", wait=wait)
            known.next_turn = start + pause
        while (left := start - self._clock()) > 0:
            go_on()
            self._sleep(min(left, _LOOK))

    def _check(self, host: str) -> None:
        known = self._hosts.get(host)
        wait = known.rests_until - self._clock() if known else 0.0
        if known is not None and wait > 0:
            why = "asked to wait" if known.asked else "failed before and is left alone for a while"
            message = f"{host} {why}"
            raise Busy(message, f"again in {_time(wait)}", wait=wait)

    def _known(self, host: str) -> _Host:
        known = self._hosts.get(host)
        if known is None:
            if len(self._hosts) >= _MOST_HOSTS:
                now = self._clock()
                idle = [name for name, each in self._hosts.items() if not each.under_way and each.rests_until <= now]
                for name in idle:
                    del self._hosts[name]
            known = self._hosts[host] = _Host()
        return known


def _time(seconds: float) -> str:
    if seconds < 100:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5_400 else f"{round(seconds / 3600)} h"

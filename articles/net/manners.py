"""Not being a burden: a few requests at a time for each host, and rests when it asks for one or fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from articles.net.problems import Busy
from articles.net.urls import shown

AT_ONCE = 2
"""Requests under way to one host, at most, apart from those that are slow."""
SLOW = 3.0
"""Seconds after which a request is slow: it no longer keeps others from the host, or one slow feed held up the rest."""
MOST_AT_ONCE = 6
"""Requests under way to one host, at most, the slow ones counted; as many as browsers have."""
PATIENCE = 10.0
"""Seconds that a request waits for its turn where a host wants pauses between two; who must wait longer is told so."""
FIRST_REST = 5.0
"""Seconds of rest after the second failure in a row (one may happen); twice as many after each further one."""
LONGEST_REST = 900.0
"""Seconds of such a rest, at most."""
ASKED_REST = 60.0
"""Seconds of a rest that was asked for (429, 503) without saying how long; doubled as well."""
_LOOK = 0.05
_MOST_KNOWN = 2_000


@dataclass(slots=True)
class _Host:
    under_way: dict[int, float] = field(default_factory=dict)  # when each began
    next_turn: float = 0.0


@dataclass(slots=True)
class _Rest:
    failures: int = 0
    until: float = 0.0
    asked: bool = False  # whether the host itself asked for it


class Manners:
    """What is known of hosts while the program runs. Safe to use from several threads, and to share.

    An address that fails (an error of the server, an answer that is broken or too slow) rests by itself: the other
    pages of its host may be fine. A host that cannot be reached rests as a whole, and so does one that asks for it.

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
        self._rests: dict[str, _Rest] = {}  # by host and by address
        self._number = 0

    def rest_of(self, what: str) -> float:
        """The seconds that a host or an address is still left alone; 0 where it may be asked."""
        with self._changed:
            rest = self._rests.get(what)
            return max(0.0, rest.until - self._clock()) if rest else 0.0

    @contextmanager
    def turn(self, host: str, url: str, go_on: Callable[[], object], pause: float = 0.0) -> Iterator[None]:
        """The time during which a request may be under way.

        Args:
            host: With its port, where it has one of its own.
            url: The address, which may rest by itself.
            go_on: Called again and again while there is something to wait for; raises to give up.
            pause: Seconds that the host wants between two requests.

        Raises:
            Busy: Host or address rests, or the host's pauses add up to more than ``PATIENCE``.
        """
        with self._changed:
            self._check(host, url)
            known = self._hosts.get(host)
            if known is None:
                self._tidy()
                known = self._hosts[host] = _Host()
            while self._full(known):
                self._changed.wait(_LOOK)
                go_on()
                self._check(host, url)
            self._number += 1
            mine = self._number
            known.under_way[mine] = self._clock()
        try:
            if pause > 0:
                self._pause(host, known, pause, go_on)
                known.under_way[mine] = self._clock()
            yield
        finally:
            with self._changed:
                del known.under_way[mine]
                self._changed.notify_all()

    def worked(self, host: str, url: str) -> None:
        """The host has answered as it should; an error that is about one page counts as that."""
        with self._changed:
            self._rests.pop(url, None)
        self.answered(host)

    def answered(self, host: str) -> None:
        """The host can be reached, whatever it said; what it asked for meanwhile by another answer holds."""
        with self._changed:
            rest = self._rests.get(host)
            if rest is not None and not (rest.asked and rest.until > self._clock()):
                del self._rests[host]

    def failed(self, what: str) -> None:
        """A host or an address failed."""
        with self._changed:
            rest = self._rests.setdefault(what, _Rest())
            rest.failures += 1
            if rest.failures > 1:
                self._lay(rest, FIRST_REST * 2.0 ** min(rest.failures - 2, 20))

    def asked_to_wait(self, what: str, seconds: float | None) -> None:
        """A host asked for a rest: for itself or for one address; None where it did not say how long."""
        with self._changed:
            rest = self._rests.setdefault(what, _Rest())
            rest.failures += 1
            rest.asked = True
            if seconds is None:
                self._lay(rest, ASKED_REST * 2.0 ** min(rest.failures - 1, 20))
            else:
                rest.until = max(rest.until, self._clock() + seconds)
            self._changed.notify_all()

    def _lay(self, rest: _Rest, seconds: float) -> None:
        rest.until = max(rest.until, self._clock() + min(seconds, LONGEST_REST))

    def _full(self, known: _Host) -> bool:
        now = self._clock()
        quick = sum(now - since < SLOW for since in known.under_way.values())
        return quick >= AT_ONCE or len(known.under_way) >= MOST_AT_ONCE

    def _pause(self, host: str, known: _Host, pause: float, go_on: Callable[[], object]) -> None:
        with self._changed:
            now = self._clock()
            start = max(now, known.next_turn)
            wait = start - now
            if wait > PATIENCE:
                message = f"{host} wants pauses between requests"
                raise Busy(message, f"again in {_time(wait)}", wait=wait)
            known.next_turn = start + pause
        while (left := start - self._clock()) > 0:
            go_on()
            self._sleep(min(left, _LOOK))

    def _check(self, host: str, url: str) -> None:
        for what in (host, url):
            rest = self._rests.get(what)
            wait = rest.until - self._clock() if rest else 0.0
            if rest is not None and wait > 0:
                why = "asked to wait" if rest.asked else "failed before and is left alone for a while"
                message = f"{shown(what)} {why}"
                raise Busy(message, f"again in {_time(wait)}", wait=wait)

    def _tidy(self) -> None:
        """Forget what no longer matters, where there is much."""
        now = self._clock()
        if len(self._hosts) >= _MOST_KNOWN:
            for host in [host for host, each in self._hosts.items() if not each.under_way and each.next_turn <= now]:
                del self._hosts[host]
        if len(self._rests) >= _MOST_KNOWN:
            for what in [what for what, each in self._rests.items() if each.until <= now]:
                del self._rests[what]


def _time(seconds: float) -> str:
    if seconds < 100:
        return f"{max(1, round(seconds))} s"
    return f"{round(seconds / 60)} min" if seconds < 5_400 else f"{round(seconds / 3600)} h"

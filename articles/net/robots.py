"""What hosts ask of programs (robots.txt, RFC 9309): read once a day, and held to."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from articles.net.problems import Busy, Cancelled, Disallowed, FetchProblem, NoNetwork, Offline, PrivateAddress, Refused
from articles.net.urls import Target, shown

KEPT = 86_400.0
"""Seconds that rules are believed; RFC 9309 allows a day."""
KEPT_UNREAD = 600.0
"""Seconds until rules that could not be read are asked for again."""
MOST_READ = 512_000
"""Bytes of rules that are read; RFC 9309 wants 500 KiB at least."""
_MOST_HOSTS = 500


@dataclass(frozen=True, slots=True)
class _Rules:
    until: float
    rules: Any  # protego's; None where everything is allowed
    unread: str = ""  # why they could not be read


class Robots:
    """The rules of hosts, kept while the program runs. Safe to use from several threads, and to share.

    Args:
        name: The word by which rules call this program.
        clock: Seconds, never going back.
    """

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._clock = clock
        self._lock = threading.Lock()
        self._known: OrderedDict[str, _Rules] = OrderedDict()

    def pause(self, target: Target, read: Callable[[str], bytes]) -> float:
        """The seconds that the host wants between two requests; 0 where it does not say.

        Args:
            target: What is to be fetched.
            read: Gives what is at an address.

        Raises:
            Disallowed: The host does not want it, or its rules cannot be read, which forbids it (RFC 9309, 2.3.1.4).
        """
        found = self._rules(target, read)
        if found.unread:
            message = f"what {target.authority} allows programs cannot be read ({found.unread})"
            raise Disallowed(message, "try again later, or add the address yourself")
        if found.rules is None:
            return 0.0
        if not found.rules.can_fetch(target.url, self._name):
            message = f"{target.authority} does not want programs to fetch {shown(target.url)} (robots.txt)"
            raise Disallowed(message, "read what the feed has, or add the address yourself")
        rate = found.rules.request_rate(self._name)
        paces = [float(found.rules.crawl_delay(self._name) or 0), rate.seconds / rate.requests if rate else 0.0]
        return max(paces)

    def _rules(self, target: Target, read: Callable[[str], bytes]) -> _Rules:
        origin = target.origin
        with self._lock:
            known = self._known.get(origin)
        if known is None or self._clock() >= known.until:
            known = self._read(origin, read)  # two threads may both ask: once too often, and no harm
            with self._lock:
                self._known[origin] = known
                self._known.move_to_end(origin)
                while len(self._known) > _MOST_HOSTS:
                    self._known.popitem(last=False)
        return known

    def _read(self, origin: str, read: Callable[[str], bytes]) -> _Rules:
        from protego import Protego

        now = self._clock()
        try:
            data = read(f"{origin}/robots.txt")
        except (Busy, Cancelled, NoNetwork, Offline, PrivateAddress):  # nothing was learned of its rules
            raise
        except Refused as problem:
            if problem.status < 500 and problem.status != 429:  # it has none
                return _Rules(now + KEPT, None)
            return _Rules(now + KEPT_UNREAD, None, f"status {problem.status}")
        except FetchProblem as problem:
            return _Rules(now + KEPT_UNREAD, None, problem.message)
        return _Rules(now + KEPT, Protego.parse(data[:MOST_READ].decode("utf-8", "replace")))

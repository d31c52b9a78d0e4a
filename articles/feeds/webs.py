"""What fetches for feeds: one for those that may lie in the local network, one for those that may not."""

from __future__ import annotations

import threading
from collections.abc import Callable

from articles.net.fetching import Web
from articles.net.manners import Manners
from articles.net.naming import PRODUCT
from articles.net.robots import Robots

Make = Callable[[bool, Manners, Robots], Web]
"""Makes what fetches: told whether private addresses are allowed, and what is known of hosts."""


class Webs:
    """What fetches. Safe to use from several threads.

    Args:
        offline: Whether nothing may be fetched at all.
        make: Makes each; a test may give limits.
    """

    def __init__(self, *, offline: bool = False, make: Make | None = None) -> None:
        def usual(private: bool, manners: Manners, robots: Robots) -> Web:
            return Web(allow_private=private, offline=offline, manners=manners, robots=robots)

        self._make = make or usual
        self._known = (Manners(), Robots(PRODUCT))
        self._lock = threading.Lock()
        self._made: dict[bool, Web] = {}

    def of(self, *, private: bool) -> Web:
        """The one for a feed of this sort."""
        with self._lock:
            if private not in self._made:
                self._made[private] = self._make(private, *self._known)
            return self._made[private]

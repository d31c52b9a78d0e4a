"""Fetching one address, with an end to everything: time, size, redirects, and where a name may lead."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from articles.net.fetched import Fetched, Progress
from articles.net.following import Ask, Care, Fetch
from articles.net.kinds import LIMITS, Kind, Limits
from articles.net.manners import Manners
from articles.net.naming import PRODUCT
from articles.net.problems import Offline
from articles.net.robots import Robots
from articles.net.urls import shown, target
from articles.net.watching import Cancel, Watch

if TYPE_CHECKING:
    from articles.net.reaching import Wire

__all__ = ["Fetched", "Kind", "Limits", "Web"]


class Web:
    """Fetches what the reader asked for. Safe to use from several threads.

    Each request goes over a connection of its own: an answer that is late can never be taken for another's. There are
    no cookies, no passwords of ``~/.netrc`` and no ``Referer``, and nothing is tried twice.

    Args:
        allow_private: Whether addresses of this machine and the local network may be fetched.
        offline: Whether nothing may be fetched at all.
        limits: For some kinds, other limits than ``LIMITS``.
        manners: How hosts have behaved; may be shared.
        robots: What hosts allow; may be shared.
        wire: Resolves and dials; a test may lead it elsewhere.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        offline: bool = False,
        limits: Mapping[Kind, Limits] | None = None,
        manners: Manners | None = None,
        robots: Robots | None = None,
        wire: Wire | None = None,
    ) -> None:
        self._private = allow_private
        self._offline = offline
        self._limits = {**LIMITS, **(limits or {})}
        self._manners = manners or Manners()
        self._robots = robots or Robots(PRODUCT)
        self._wire = wire
        self._lock = threading.Lock()
        self._watches: set[Watch] = set()

    def fetch(
        self,
        url: str,
        *,
        accept: Kind,
        etag: str | None = None,
        modified: str | None = None,
        robots: bool = False,
        cancel: Cancel = None,
        progress: Progress | None = None,
    ) -> Fetched:
        """What is at an address.

        Args:
            url: An address of http or https; a fragment is not sent.
            accept: What the caller can make something of.
            etag: What the last answer gave as such: if nothing has changed since, ``not_modified`` is the answer.
            modified: The same for ``Last-Modified``.
            robots: Whether the host's robots.txt is asked first: for what no person asked for by itself.
            cancel: Calls the fetch off: an event, or a function that is asked 20 times a second.
            progress: Told how far it is, on this thread.

        Raises:
            FetchProblem: Nothing was fetched; the classes in ``articles.net.problems`` say why.
        """
        if self._offline:
            message = f"{shown(url)} is not fetched: offline is set"
            raise Offline(message, "leave out --offline, or set offline = false")
        first = target(url)
        limits = self._limits[accept]

        def rules(address: str) -> bytes:
            return self.fetch(address, accept=Kind.ROBOTS, cancel=watch.unwanted).data

        with self._watching(first.authority, limits.total, cancel) as watch:
            care = Care(self._dialling(), self._manners, self._private, self._robots if robots else None, rules)
            return Fetch(Ask(accept, limits, etag, modified, progress), care, watch).follow(first)

    def interrupt(self) -> None:
        """Call off all that is under way, from any thread; what is asked for from now on works."""
        with self._lock:
            watches = list(self._watches)
        for watch in watches:
            watch.call_off()

    @contextlib.contextmanager
    def _watching(self, host: str, seconds: float, cancel: Cancel) -> Iterator[Watch]:
        with Watch(host, seconds, cancel) as watch:
            with self._lock:
                self._watches.add(watch)
            try:
                watch.check()
                yield watch
            finally:
                with self._lock:
                    self._watches.discard(watch)

    def _dialling(self) -> Wire:
        if self._wire is None:
            from articles.net.reaching import Wire  # brings TLS along

            self._wire = Wire()
        return self._wire

"""Kept connections that can be cut from another thread, so that no answer outlives its request."""

from __future__ import annotations

import contextlib
import functools
import socket
import threading
import weakref
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from reader.translation.choosing.waiting import within

if TYPE_CHECKING:
    import requests

_opening = threading.local()
"""The line for which this thread is opening a connection."""


class Line:
    """One session, for one request at a time; what is late on it can never be read as the answer to another."""

    def __init__(self) -> None:
        self.session = _session()
        self.said: dict[bytes, bytes] = {}
        """What was answered on this connection, and to what, as hashes."""
        self.fresh = False
        """Whether the request under way, or the last one, has opened the connection."""
        self._lock = threading.Lock()
        self._keeper: socket.socket | None = None
        self._let_go: Callable[[], object] = lambda: None
        self._cut = False

    def opened(self, connection: socket.socket) -> None:
        """Remember the socket; a second handle to it is kept, since TLS takes the first one over.

        Raises:
            TimeoutError: The line was cut before.
        """
        with self._lock:
            if self._cut:
                raise TimeoutError("the time for the answer is over")
            self._let_go()
            self._keeper = keeper = connection.dup()
            self._let_go = weakref.finalize(self, keeper.close)  # also where a line is left to be collected
            self.said.clear()
            self.fresh = True

    def cut(self) -> None:
        """End what is under way on it, from any thread: whoever waits for an answer wakes up with an error."""
        with self._lock:
            self._cut = True
            if self._keeper is not None:
                with contextlib.suppress(OSError):  # the other side was faster
                    self._keeper.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Hang up for good."""
        self.cut()
        self.session.close()
        with self._lock:
            self._let_go()
            self._keeper = None

    def opening(self) -> None:
        """Say that connections which this thread opens from now on are this line's."""
        _opening.line = self
        self.fresh = False


def _session() -> requests.Session:
    from http.cookiejar import DefaultCookiePolicy

    import requests

    session = requests.Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.auth = _unchanged  # else ~/.netrc would overwrite an engine's own key
    session.headers["Accept-Encoding"] = "gzip"
    adapter = _adapter()
    for scheme in ("http://", "https://"):
        session.mount(scheme, adapter())
    return session


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _opened(line: Line, host: str, port: int, seconds: float, options: Iterable[tuple[int, int, int]]) -> socket.socket:
    """A connection to the first of a host's addresses that takes one.

    The line knows it before it stands, so that it can be cut then too; a name server is waited for as long as a host.

    Raises:
        OSError: There is none in time.
    """
    known = within(seconds, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM), "the name server")
    failure: OSError = ConnectionError(f"{host} has no address")
    for family, kind, protocol, _name, address in known:
        connection = socket.socket(family, kind, protocol)
        try:
            for option in options:
                connection.setsockopt(*option)
            connection.settimeout(seconds)
            line.opened(connection)
            connection.connect(address)
        except BaseException as error:
            connection.close()
            if not isinstance(error, OSError):
                raise
            failure = error
        else:
            return connection
    raise failure


@functools.cache
def _adapter() -> Any:
    """The class that opens a session's connections and tells its line; made late, for requests is slow to import."""
    from requests.adapters import HTTPAdapter
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

    def told(kind: Any) -> Any:
        class Told(kind):  # type: ignore[misc]  # plain or TLS
            def _new_conn(self) -> socket.socket:
                return _opened(_opening.line, self.host, self.port, self.timeout, self.socket_options or ())

        return Told

    plain = type("Plain", (HTTPConnectionPool,), {"ConnectionCls": told(HTTPConnectionPool.ConnectionCls)})
    secure = type("Secure", (HTTPSConnectionPool,), {"ConnectionCls": told(HTTPSConnectionPool.ConnectionCls)})

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *arguments: Any, **settings: Any) -> None:
            super().init_poolmanager(*arguments, **settings)
            self.poolmanager.pool_classes_by_scheme = {"http": plain, "https": secure}

        def proxy_manager_for(self, proxy: Any, **settings: Any) -> Any:
            manager = super().proxy_manager_for(proxy, **settings)
            if not proxy.lower().startswith("socks"):
                manager.pool_classes_by_scheme = {"http": plain, "https": secure}
            return manager

    return Adapter

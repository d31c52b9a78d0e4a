"""A real HTTP server on loopback, filled by a test; what is fetched from it needs ``allow_private=True``."""

from __future__ import annotations

import mimetypes
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
_KINDS = {".html": "text/html; charset=utf-8", ".xml": "application/xml", ".mhtml": "multipart/related"}


@dataclass(slots=True)
class Visit:
    """One request, for who answers it.

    Attributes:
        path: Path and query as they were sent.
        headers: Those of the request, by their names in small letters.
        handler: The connection, for what no well-behaved server would do.
        over: Set when the test ends; whoever waits waits for this.
        site: The site, for its address and for more pages.
    """

    path: str
    headers: Mapping[str, str]
    handler: BaseHTTPRequestHandler
    over: threading.Event
    site: Site

    def send(
        self, body: str | bytes = b"", status: int = 200, kind: str | None = "text/html; charset=utf-8", **more: str
    ) -> None:
        """A whole answer. Further headers are named with ``_`` for ``-``."""
        data = body.encode() if isinstance(body, str) else body
        self.handler.send_response(status)
        headers = {"Content-Length": str(len(data))} | {name.replace("_", "-"): value for name, value in more.items()}
        if kind is not None:
            headers["Content-Type"] = kind
        for name, value in headers.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.handler.wfile.write(data)

    def raw(self, data: bytes) -> None:
        """Bytes as they are, head and all; the connection is closed after them."""
        self.handler.close_connection = True
        self.handler.wfile.write(data)

    def sent(self) -> None:
        """What was written goes out now."""
        self.handler.wfile.flush()


Answer = Callable[[Visit], None]


@dataclass(slots=True)
class Site:
    """What is served: pages by their path (with the query, where one is given), anything else is a 404.

    Attributes:
        url: ``http://127.0.0.1:PORT``, without a slash at the end.
        visits: All requests, in the order in which they came.
    """

    url: str = ""
    visits: list[Visit] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    _pages: dict[str, Answer] = field(default_factory=dict)
    _rest: Answer | None = None
    _folder: Path | None = None
    most_at_once: int = 0
    """Requests that were under way at once, at most; one whose answer has just gone out may still count as such."""
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def page(
        self,
        path: str,
        body: str | bytes,
        kind: str | None = "text/html; charset=utf-8",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Serve this at a path; with an ``ETag`` or ``Last_Modified`` among the headers, a 304 to who has it already.

        Returns:
            Its address.
        """

        def answer(visit: Visit) -> None:
            tags = (("etag", "if-none-match"), ("last_modified", "if-modified-since"))
            lower = {name.lower(): value for name, value in headers.items()}
            if any(name in lower and visit.headers.get(asked) == lower[name] for name, asked in tags):
                visit.handler.send_response(304)
                for name, value in headers.items():
                    visit.handler.send_header(name.replace("_", "-"), value)
                visit.handler.end_headers()
                return
            visit.send(body, status, kind, **headers)

        return self.at(path, answer)

    def at(self, path: str, answer: Answer) -> str:
        """Have a path answered by a function (``tests.web.faults`` has those that misbehave).

        Returns:
            Its address.
        """
        self._pages[path] = answer
        return self.url + path

    def moved(self, path: str, to: str, status: int = 302) -> str:
        """Redirect from a path to an address or another path.

        Returns:
            Its address.
        """
        return self.at(path, lambda visit: visit.send(b"", status, Location=to))

    def elsewhere(self, answer: Answer) -> None:
        """Have every other path answered by this."""
        self._rest = answer

    def folder(self, place: Path) -> None:
        """Serve the files of a folder by their names."""
        self._folder = place

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(visit.path == path for visit in self.visits)

    def answer(self, visit: Visit) -> None:
        """Answer one request; called by the server."""
        with self._lock:
            self.visits.append(visit)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            found = self._pages.get(visit.path) or self._pages.get(visit.path.partition("?")[0])
            (found or self._rest or self._file)(visit)
        finally:
            with self._lock:
                self._now -= 1

    def _file(self, visit: Visit) -> None:
        name = visit.path.partition("?")[0].lstrip("/")
        place = self._folder / name if self._folder is not None and ".." not in name else None
        if place is None or not place.is_file():
            visit.send("nothing here", 404)
            return
        visit.send(place.read_bytes(), kind=_KINDS.get(place.suffix) or mimetypes.guess_type(name)[0])


@contextmanager
def serving(*, secure: bool = False, address: str = "127.0.0.1", certificate: str = "server.pem") -> Iterator[Site]:
    """A site, until the block ends.

    Args:
        secure: With TLS: for ``localhost`` and ``127.0.0.1``, trusted by who trusts ``DATA / "authority.pem"``.
        address: Where it listens.
        certificate: In ``DATA``.
    """
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                site.answer(Visit(self.path, headers, self, site.over, site))
            except OSError:
                self.close_connection = True  # the other side has had enough

        def log_message(self, *_: Any) -> None:
            """A test's output is not the place."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *_: Any) -> None:
            """The other side hung up while being read from: nothing to say."""

    Server.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
    server = Server((address, 0), Handler)
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(DATA / certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    host = "localhost" if secure else f"[{address}]" if ":" in address else address
    site.url = f"http{'s' if secure else ''}://{host}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()

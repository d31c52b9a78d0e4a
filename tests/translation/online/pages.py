"""A translation service on loopback that misbehaves as the real one has been seen to."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Page:
    """One request being answered."""

    def __init__(self, handler: BaseHTTPRequestHandler, text: str, over: threading.Event) -> None:
        self.handler = handler
        self.text = text
        self.over = over

    def send(self, body: str, status: int = 200, **headers: str) -> None:
        """A whole answer."""
        data = body.encode()
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", "text/html; charset=UTF-8")
        self.handler.send_header("Content-Length", headers.pop("length", str(len(data))))
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(data)

    def translated(self, english: str) -> None:
        """The page that holds a translation, as Google writes it."""
        self.send(f'<html><body><div class="result-container">{html.escape(english)}</div></body></html>')


Answer = Callable[[Page], None]


def fair(page: Page) -> None:
    """What a service in good order says."""
    page.translated(f"English of {page.text}")


class Service:
    """A running server: what it was asked, and how it answers from now on."""

    def __init__(self) -> None:
        self.answer: Answer = fair
        self.asked: list[str] = []
        self.connections: set[tuple[str, int]] = set()
        self.over = threading.Event()
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                text = parse_qs(urlsplit(self.path).query, keep_blank_values=True)["q"][0]
                service.asked.append(text)
                service.connections.add(self.client_address)
                try:
                    service.answer(Page(self, text, service.over))
                except OSError:
                    self.close_connection = True  # the other side has had enough

            def log_message(self, *_: object) -> None:
                """A test's output is not the place."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}/m"


@contextmanager
def running() -> Iterator[Service]:
    """The service, until the block ends."""
    service = Service()
    thread = threading.Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        service.server.shutdown()
        service.server.server_close()
        thread.join()

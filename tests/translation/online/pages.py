"""A translation service on loopback that misbehaves as the real ones have been seen to."""

from __future__ import annotations

import html
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Page:
    """One request being answered.

    Attributes:
        handler: The connection, for what no well-behaved server would do.
        text: What is to be translated.
        over: Set when the test ends.
        fields: The rest of what was asked, from address and body.
        headers: Those of the request, by their names in small letters.
    """

    def __init__(self, handler: BaseHTTPRequestHandler, over: threading.Event) -> None:
        self.handler = handler
        self.over = over
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        body = handler.rfile.read(int(self.headers.get("content-length", "0"))).decode()
        asked = parse_qs(urlsplit(handler.path).query, keep_blank_values=True)
        if self.headers.get("content-type", "").startswith("application/json"):
            asked["q"] = [json.loads(body)[0]["text"]]
        else:
            asked |= parse_qs(body, keep_blank_values=True)
        self.text = asked.pop("q")[0]
        self.fields = {name: values[0] for name, values in asked.items()}

    def send(self, body: str | bytes, status: int = 200, **headers: str) -> None:
        """A whole answer."""
        data = body.encode() if isinstance(body, str) else body
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", headers.pop("kind", "text/html; charset=UTF-8"))
        self.handler.send_header("Content-Length", headers.pop("length", str(len(data))))
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        self.handler.wfile.write(data)

    def translated(self, english: str) -> None:
        """The page that holds a translation, as Google writes it."""
        self.send(google_page(english))

    def json(self, body: object, status: int = 200) -> None:
        """An answer in JSON."""
        self.send(json.dumps(body), status, kind="application/json")


def google_page(english: str) -> str:
    """What Google's page is like around a translation."""
    return f'<html><body><div class="result-container">{html.escape(english)}</div></body></html>'


Answer = Callable[[Page], None]
Say = Callable[[Page, str], None]

SAYS: Mapping[str, Say] = {
    "google": lambda page, english: page.translated(english),
    "libretranslate": lambda page, english: page.json({"translatedText": english}),
    "microsoft": lambda page, english: page.json([{"translations": [{"text": english, "to": "en"}]}]),
    "mymemory": lambda page, english: page.json(
        {
            "responseData": {"translatedText": english, "match": 0.85},
            "responseStatus": 200,
            "matches": [{"segment": page.text, "translation": english, "created-by": "MT!"}],
        }
    ),
}
"""How each service gives a translation."""


def fair(page: Page) -> None:
    """What Google in good order says."""
    page.translated(f"English of {page.text}")


class Service:
    """A running server: what it was asked, and how it answers from now on.

    Attributes:
        answer: Answers each request.
        pages: All requests, in the order in which they came.
        connections: The other ends of all connections.
    """

    def __init__(self) -> None:
        self.answer: Answer = fair
        self.pages: list[Page] = []
        self.connections: set[tuple[str, int]] = set()
        self.over = threading.Event()
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                service.connections.add(self.client_address)
                page = Page(self, service.over)
                service.pages.append(page)
                try:
                    service.answer(page)
                except OSError:
                    self.close_connection = True  # the other side has had enough

            do_POST = do_GET  # noqa: N815 - as the base class calls it

            def log_message(self, *_: object) -> None:
                """A test's output is not the place."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def handle_error(self, *_: object) -> None:
                """The other side hung up while being read from: nothing to say."""

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/m"

    @property
    def asked(self) -> list[str]:
        """The texts of all requests."""
        return [page.text for page in self.pages]


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

"""A service on loopback that speaks chat completions, and a proxy that should see nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ChatService:
    """A running server: what it was asked, and what it says to a sentence from now on."""

    def __init__(self) -> None:
        self.say: Callable[[str], Any] = lambda text: f"English of {text}"
        self.status = 200
        self.finish: str | None = "stop"
        self.body: bytes | None = None
        """All that is answered, in place of a chat's answer."""
        self.paths: list[str] = []
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                given = self.rfile.read(int(self.headers["Content-Length"]))
                service.paths.append(self.path)
                data = service.body
                if self.headers["Content-Type"] == "application/json":
                    body = json.loads(given)
                    service.asked.append((self.path, dict(self.headers), body))
                    message = {"role": "assistant", "content": service.say(body["messages"][-1]["content"])}
                    choice = {"index": 0, "message": message, "finish_reason": service.finish}
                    data = json.dumps({"choices": [choice]}).encode() if service.body is None else service.body
                data = data or b""
                self.send_response(service.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """A test's output is not the place."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}/v1"


@contextmanager
def chatting() -> Iterator[ChatService]:
    """The service, until the block ends."""
    service = ChatService()
    thread = threading.Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.server.shutdown()
        service.server.server_close()
        thread.join()

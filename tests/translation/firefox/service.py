"""A delivery service on loopback, as Firefox's is: records, what it says of itself, and files in zstd frames."""

from __future__ import annotations

import hashlib
import json
import struct
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

RECORDS = "/v1/buckets/main/collections/models/records"
_BLOCK = 1 << 17


def packed(data: bytes) -> bytes:
    """A zstd frame that holds the data as it is, in raw blocks."""
    frame = bytearray(struct.pack("<IBI", 0xFD2FB528, 0xA0, len(data)))
    for at in range(0, len(data) or 1, _BLOCK):
        block = data[at : at + _BLOCK]
        last = at + _BLOCK >= len(data)
        frame += struct.pack("<I", (len(block) << 3) | last)[:3] + block
    return bytes(frame)


def model_files(seed: int = 1, size: int = 300_000) -> dict[str, bytes]:
    """Files that look like a model, and are none."""
    filling = bytes((seed * each) % 251 for each in range(997)) * (size // 997)
    return {
        "model": (1).to_bytes(8, "little") + filling,
        "vocab": b"vocab" + filling[: size // 10],
        "lex": b"lex" + filling[: size // 5],
    }


@dataclass
class Service:
    """What it has, and how it fails.

    Attributes:
        cut_after: The bytes of a file after which its connection breaks, for each answer to come; None for not.
        wrong: Whether another file of the same size comes.
        ranges: Whether it can go on in the middle of a file.
        astray: How far from where it is asked to go on it does so.
        longer: What comes after a file.
        asked: The paths that were asked for, with the range.
    """

    records: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    cut_after: list[int | None] = field(default_factory=list)
    wrong: bool = False
    ranges: bool = True
    astray: int = 0
    longer: bytes = b""
    code: int = 200
    base: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    held: threading.Event = field(default_factory=threading.Event)
    hold: bool = False
    hold_lists: bool = False

    def __post_init__(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.base = f"{self.url}/files/"

    @property
    def records_url(self) -> str:
        return self.url + RECORDS

    def add(self, files: dict[str, bytes], architecture: str | None = "base-memory", version: str = "3.0") -> None:
        """Offer a model."""
        for role, data in files.items():
            frame = packed(data)
            location = f"models/{architecture}-{version}-{role}.zst"
            self.files[f"/files/{location}"] = frame
            attachment = {"hash": hashlib.sha256(frame).hexdigest(), "size": len(frame), "location": location}
            self.records.append(
                {
                    "name": f"{role}.pten.bin",
                    "fileType": role,
                    "sourceLanguage": "pt",
                    "targetLanguage": "en",
                    "version": version,
                    "architecture": architecture,
                    "decompressedHash": hashlib.sha256(data).hexdigest(),
                    "attachment": {**attachment, "filename": "x.zst", "mimetype": "application/zstd"},
                }
            )

    def close(self) -> None:
        self.held.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(service: Service) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            service.asked.append((self.path, asked))
            if service.hold_lists:
                service.held.wait(60)
            if service.code != 200:
                self._answer(service.code, b"")
            elif self.path == RECORDS:
                self._answer(200, json.dumps({"data": service.records}).encode())
            elif self.path == "/v1/":
                self._answer(200, json.dumps({"capabilities": {"attachments": {"base_url": service.base}}}).encode())
            else:
                self._file(service.files[self.path], asked)

        def _file(self, data: bytes, asked: str) -> None:
            if service.wrong:
                data = data[:-1] + bytes([data[-1] ^ 1])
            if asked and service.ranges:
                start = int(asked.removeprefix("bytes=").removesuffix("-")) + service.astray
                self._answer(206, data[start:], {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"})
            else:
                self._answer(200, data + service.longer)

        def _answer(self, code: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            cut = None
            if self.path.startswith("/files/"):
                cut = service.cut_after.pop(0) if service.cut_after else None
            try:
                self.wfile.write(body[:cut])
                self.wfile.flush()
                if service.hold and self.path.startswith("/files/"):
                    service.held.wait(60)
            except OSError:
                pass
            if cut is not None:
                self.close_connection = True

    return Handler

"""Ways in which sites misbehave, by name: answers for ``Site.at``."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Mapping

from tests.web.site import Answer, Visit

_HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
_MANY = 4 << 20  # far beyond the limits of tests


def raw(data: bytes) -> Answer:
    """These bytes and the end."""
    return lambda visit: visit.raw(data)


def status(code: int, **headers: str) -> Answer:
    """This status with a short body."""
    return lambda visit: visit.send("no", code, **headers)


def redirect(to: str, code: int = 302) -> Answer:
    """A redirect to an address or a path."""
    return lambda visit: visit.send(b"", code, Location=to)


def _for_ever(first: bytes, then: bytes, every: float) -> Answer:
    def answer(visit: Visit) -> None:
        visit.raw(first)
        visit.sent()
        while not visit.over.wait(every):
            visit.raw(then)
            visit.sent()

    return answer


def _never(visit: Visit) -> None:
    visit.over.wait()
    visit.handler.close_connection = True


def _hang_up(visit: Visit) -> None:
    visit.handler.close_connection = True


def _circle(visit: Visit) -> None:
    here, _, asked = visit.path.partition("?")
    visit.send(b"", 302, Location=f"{here}?2" if asked == "1" else f"{here}?1")


def _on_and_on(visit: Visit) -> None:
    here, _, asked = visit.path.partition("?")
    visit.send(b"", 302, Location=f"{here}?{int(asked or 0) + 1}")


def _chunks(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)


def _packed(coding: str, data: bytes, short: int = 0) -> Answer:
    def answer(visit: Visit) -> None:
        visit.send(data[: len(data) - short], Content_Encoding=coding)

    return answer


def _deflated(data: bytes, wbits: int) -> bytes:
    squeeze = zlib.compressobj(wbits=wbits)
    return squeeze.compress(data) + squeeze.flush()


def _zeros() -> bytes:
    squeeze = zlib.compressobj(9, wbits=31)
    piece = bytes(1 << 20)
    return b"".join([*(squeeze.compress(piece) for _ in range(_MANY >> 20)), squeeze.flush()])


_PAGE = b"<html><body><p>" + "Uma notícia. ".encode() * 40 + b"</p></body></html>"

FAULTS: Mapping[str, Callable[[], Answer]] = {
    # time
    "silent": lambda: _never,
    "silent after the head": lambda: _for_ever(_HTML + b"\r\n", b"", 60.0),
    "drips": lambda: _for_ever(_HTML + b"\r\n", b"x", 0.01),
    "drips its head": lambda: _for_ever(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x", 0.01),
    "says continue for ever": lambda: _for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01),
    # size
    "endless": lambda: _for_ever(_HTML + b"\r\n", b"x" * 60_000, 0.0),
    "endless chunks": lambda: _for_ever(_HTML + b"Transfer-Encoding: chunked\r\n\r\n", _chunks(b"x" * 60_000), 0.0),
    "too large, as it says": lambda: raw(_HTML + b"Content-Length: 99999999999\r\n\r\nx"),
    "a bomb": lambda: _packed("gzip", _zeros()),
    "a bomb in deflate": lambda: _packed("deflate", _deflated(bytes(_MANY), 15)),
    "a bomb in a bomb": lambda: _packed("gzip, gzip", gzip.compress(_zeros())),
    "br": lambda: _packed("br", b"\x8b\x03\x80olha\x03"),
    # the body
    "cut": lambda: raw(_HTML + b"Content-Length: 5000\r\n\r\n" + _PAGE),
    "cut between chunks": lambda: raw(_HTML + b"Transfer-Encoding: chunked\r\n\r\n" + _chunks(_PAGE)),
    "cut in a chunk": lambda: raw(_HTML + b"Transfer-Encoding: chunked\r\n\r\n5000\r\n" + _PAGE),
    "cut in gzip": lambda: _packed("gzip", gzip.compress(_PAGE), short=12),
    "cut in deflate": lambda: _packed("deflate", _deflated(_PAGE, 15), short=8),
    "gzip that is none": lambda: _packed("gzip", _PAGE),
    "gzip with rubbish after it": lambda: _packed("gzip", gzip.compress(_PAGE) + b"\0\0rubbish"),
    "gzip in two parts": lambda: _packed("gzip", gzip.compress(_PAGE[:100]) + gzip.compress(_PAGE[100:])),
    "packed as text": lambda: _packed("UTF-8", _PAGE),
    "deflate without a header": lambda: _packed("deflate", _deflated(_PAGE, -15)),
    # the head
    "hangs up": lambda: _hang_up,
    "no http": lambda: raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "http of 1991": lambda: raw(_PAGE),
    "a head without end": lambda: _for_ever(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"y" * 500 + b"\r\n", 0.0),
    "a line without end": lambda: raw(b"HTTP/1.1 200 OK\r\nX-Long: " + b"y" * 200_000 + b"\r\n\r\n"),
    "two lengths": lambda: raw(_HTML + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"),
    "a wrong length": lambda: raw(_HTML + b"Content-Length: -5\r\n\r\nabcdef"),
    # redirects
    "a circle": lambda: _circle,
    "on and on": lambda: _on_and_on,
    "to itself": lambda: lambda visit: visit.send(b"", 302, Location=visit.path),
    "to nowhere": lambda: redirect(""),
    "to a file": lambda: redirect("file:///etc/passwd"),
    "to ftp": lambda: redirect("ftp://exemplo.pt/a"),
    "to javascript": lambda: redirect("javascript:alert(1)"),
    "to a password": lambda: redirect("http://eu:senha@exemplo.pt/"),
    # the rest
    "a picture": lambda: lambda visit: visit.send(b"\x89PNG", kind="image/png"),
    "no kind": lambda: lambda visit: visit.send(_PAGE, kind=None),
    "empty": lambda: lambda visit: visit.send(b""),
    "no content": lambda: raw(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "a part": lambda: raw(
        b"HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\nContent-Range: bytes 0-2/9\r\n\r\nabc"
    ),
    "not modified, unasked": lambda: raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"),
    "too many requests": lambda: status(429, Retry_After="120"),
    "down for now": lambda: status(503),
    "wants a login": lambda: status(511),
}
"""What makes the answer of each fault; ``fault`` gives it."""


def fault(name: str) -> Answer:
    """An answer that misbehaves.

    Args:
        name: One of ``FAULTS``.
    """
    return FAULTS[name]()

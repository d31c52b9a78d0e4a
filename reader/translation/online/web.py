"""Requests with an end: a deadline for the whole answer, limits on its size, connections kept and dropped."""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from reader.translation.online.lines import Line

if TYPE_CHECKING:
    import types

MAX_ANSWER = 1 << 20
"""Bytes of an answer that are read; Google's page has some thousand."""
TIMEOUTS = (5.0, 15.0)
"""Seconds to wait for a connection, and for an answer as a whole."""
_CHUNK = 1 << 14
_MOST_IDLE = 8
_NO_PROXY = {"http": "", "https": ""}
_MOST_ANSWERS = 1_000
"""Answers on one connection: what it gave is remembered for as long as it is kept."""
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE | re.ASCII)
_DAY = 86_400.0
_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


class TooLongError(Exception):
    """An answer has more than ``MAX_ANSWER`` bytes; none of requests' own, which packages swallow."""


@dataclass(frozen=True, slots=True)
class Answer:
    """As much of a response as is looked at.

    Attributes:
        status_code: The HTTP status.
        text: The body, at most ``MAX_ANSWER`` bytes of it before decoding.
    """

    status_code: int
    text: str

    def json(self) -> Any:
        """The body as JSON.

        Raises:
            ValueError: It is none.
        """
        return json.loads(self.text)

    def close(self) -> None:
        """Nothing is open any more; deep-translator calls it."""


class Web:
    """Hands out calls, each on a connection of its own. Safe to use from several threads.

    Args:
        timeouts: Seconds to wait for a connection, and for the whole answer after that.
    """

    def __init__(self, timeouts: tuple[float, float] = TIMEOUTS) -> None:
        self.timeouts = timeouts
        self._lock = threading.Lock()
        self._idle: list[Line] = []
        self._calls: set[Call] = set()

    def call(self) -> Call:
        """A call for one request."""
        return Call(self)

    def interrupt(self) -> None:
        """Cut all that is under way; whoever waits for it wakes up with an error."""
        with self._lock:
            calls = list(self._calls)
        for call in calls:
            call.expire()

    def hang_up(self) -> None:
        """Close the connections that nobody uses now: the next request goes over a new one."""
        with self._lock:
            idle, self._idle = self._idle, []
        for line in idle:
            line.close()

    def take(self, call: Call) -> Line:
        """A line for this call; it must be given back."""
        with self._lock:
            self._calls.add(call)
            if self._idle:
                return self._idle.pop()
        return Line()

    def give_back(self, call: Call, line: Line, *, good: bool) -> None:
        """Take the line back; one on which anything went wrong is not used again."""
        with self._lock:
            self._calls.discard(call)
            if good and len(self._idle) < _MOST_IDLE and len(line.said) < _MOST_ANSWERS:
                self._idle.append(line)
                return
        line.close()


class Call:
    """One request and what came of it; stands where a package says ``requests``. For one thread.

    Attributes:
        status: The status of the answer; None where there was none.
        retry_after: The seconds that the answer asked to wait; None where it did not.
        answer: The whole answer; None where there was none.
        error: Why there was no whole answer, also where a package has swallowed it.
        fresh: Whether it went over a connection of which nothing was asked before.
    """

    def __init__(self, web: Web) -> None:
        self.status: int | None = None
        self.retry_after: float | None = None
        self.answer: Answer | None = None
        self.error: Exception | None = None
        self.fresh = False
        self._web = web
        self._lock = threading.Lock()
        self._line: Line | None = None
        self._expired = False

    @property
    def exceptions(self) -> types.ModuleType:
        """Those of ``requests``, for a package's ``except requests.exceptions.…``."""
        import requests.exceptions

        return requests.exceptions

    def get(self, url: str, **settings: Any) -> Answer:
        """``send`` with GET."""
        return self.send("GET", url, **settings)

    def post(self, url: str, **settings: Any) -> Answer:
        """``send`` with POST."""
        return self.send("POST", url, **settings)

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Any = None,
        headers: Mapping[str, str] | None = None,
        data: Any = None,
        json: Any = None,
        proxies: Any = None,
    ) -> Answer:
        """Ask, as ``requests`` does, but never for ever, and once.

        No redirect is followed (the text would travel on to whoever asks for it), no cookie kept and no password of
        ``~/.netrc`` sent. An address on this machine is asked past every proxy, which would be another machine.

        Returns:
            The answer, whatever its status.

        Raises:
            Exception: There was no whole answer: one of requests, of urllib3, or OSError.
        """
        proxies = proxies or (_NO_PROXY if _is_here(url) else None)
        settings = {"params": params, "headers": headers, "data": data, "json": json, "proxies": proxies}
        try:
            if self.status is not None or self.error is not None:
                raise RuntimeError("a call is for one request")
            self.answer = self._whole(method, url, settings)
        except Exception as error:
            self.error = error
            raise
        return self.answer

    def expire(self) -> None:
        """End the request, from any thread."""
        with self._lock:
            self._expired = True
            if self._line is not None:
                self._line.cut()

    def _whole(self, method: str, url: str, settings: dict[str, Any]) -> Answer:
        line = self._web.take(self)
        with self._lock:
            self._line = line
            if self._expired:
                line.cut()
        # The library's own timeout is for each read: who drips, also within the header, is ended by the clock.
        watch = threading.Timer(sum(self._web.timeouts), self.expire)
        watch.daemon = True
        watch.start()
        good = False
        try:
            answer = self._asked(line, method, url, settings)
            good = True
        finally:
            watch.cancel()
            with self._lock:
                self._line = None
                good = good and not self._expired
            self._web.give_back(self, line, good=good)
        self.status = answer.status_code
        return answer

    def _asked(self, line: Line, method: str, url: str, settings: dict[str, Any]) -> Answer:
        import requests

        line.opening()
        deadline = time.monotonic() + sum(self._web.timeouts)
        with line.session.request(
            method, url, timeout=self._web.timeouts, allow_redirects=False, stream=True, **settings
        ) as response:
            if response.headers.get("Content-Encoding", "").strip().lower() not in _CODINGS:
                raise requests.RequestException("the answer is packed in a way that was not asked for")
            read = getattr(response.raw, "read1", response.raw.read)  # urllib3 before 2.1 has no read1
            body = bytearray()
            while chunk := read(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > MAX_ANSWER:
                    raise TooLongError("the answer is too long")
                if time.monotonic() > deadline:
                    raise requests.Timeout("the answer takes too long")
            with self._lock:
                if self._expired:  # a connection that was cut can look like one that ended well
                    raise requests.Timeout("the answer takes too long")
            self.fresh = line.fresh
            if 200 <= response.status_code < 300:
                self._compare(line, settings, bytes(body))
            self.retry_after = _seconds(response.headers)
            return Answer(response.status_code, _decoded(bytes(body), response.headers.get("Content-Type", "")))

    def _compare(self, line: Line, settings: dict[str, Any], body: bytes) -> None:
        """Refuse the very answer that another text got before on this connection.

        A server or proxy that answers once too often gives each request from then on the answer to one before. On the
        new connection of the next attempt any answer will do: two sentences may have the same English.
        """
        import requests

        asked = hashlib.sha256(repr([settings[key] for key in ("params", "data", "json")]).encode()).digest()
        if line.said.setdefault(hashlib.sha256(body).digest(), asked) != asked:
            raise requests.RequestException("the answer is the one to a request before")


def _decoded(body: bytes, kind: str) -> str:
    """The body as text, in UTF-8 where its kind does not say otherwise: what HTTP once said is not what services do."""
    found = _CHARSET.search(kind)
    try:
        return body.decode(found[1] if found else "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _is_here(url: str) -> bool:
    """Whether an address is the loopback's, by its number or as localhost."""
    import ipaddress
    from urllib.parse import urlsplit

    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:  # another name
        return False


def _seconds(headers: Mapping[str, str]) -> float | None:
    """The seconds that an answer asks to wait, at most a day; where it gives a date, by the server's own clock."""
    header = headers.get("Retry-After", "").strip()
    if header.isascii() and header.isdigit() and len(header) < 9:
        return min(float(header), _DAY)
    try:
        wait = (parsedate_to_datetime(header) - parsedate_to_datetime(headers["Date"])).total_seconds()
    except (KeyError, ValueError, TypeError):  # no date, or one with a zone and one without
        return None
    return min(wait, _DAY) if wait > 0 else None

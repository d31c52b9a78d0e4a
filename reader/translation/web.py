"""What stands in for ``requests`` inside deep-translator: timeouts, kept connections, a pace, limits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import requests

MAX_ANSWER = 1 << 20
"""Bytes of an answer that are read; Google's page has some thousand."""
_CHUNK = 1 << 14


class Pace:
    """Keeps calls of all threads at least ``1 / rate`` seconds apart.

    Args:
        rate: Calls a second.
        clock: Seconds, never going back.
        sleep: Waits for so many seconds.
    """

    def __init__(self, rate: float, clock: Callable[[], float], sleep: Callable[[float], object]) -> None:
        self._gap = 1.0 / rate
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next = 0.0

    def wait(self) -> None:
        """Return when it is this call's turn."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + self._gap
        if turn > now:
            self._sleep(turn - now)


@dataclass(frozen=True, slots=True)
class Answer:
    """As much of a response as deep-translator looks at."""

    status_code: int
    text: str

    def close(self) -> None:
        """Nothing is open any more."""


class _Thread(threading.local):
    session: requests.Session | None = None
    status: int | None = None
    retry_after: float | None = None


class Web:
    """Has the one function of ``requests`` that deep-translator calls. Safe to use from several threads.

    Args:
        endpoint: The address to ask in place of the one given to ``get``; None for that one.
        timeouts: Seconds to wait for a connection, and for the whole answer.
        pace: Waited for before each request.
    """

    def __init__(self, endpoint: str | None, timeouts: tuple[float, float], pace: Pace) -> None:
        self._endpoint = endpoint
        self._timeouts = timeouts
        self._pace = pace
        self._thread = _Thread()

    @property
    def status(self) -> int | None:
        """The status of this thread's last answer; None where there was none."""
        return self._thread.status

    @property
    def retry_after(self) -> float | None:
        """The seconds that this thread's last answer asked to wait."""
        return self._thread.retry_after

    def forget(self) -> None:
        """Forget this thread's last answer."""
        self._thread.status = self._thread.retry_after = None

    def get(self, url: str, params: Any = None, proxies: Any = None) -> Answer:
        """Ask, as ``requests.get`` does, but never for ever.

        No redirect is followed (the text would travel on to whoever asks for it) and no cookie kept.

        Raises:
            requests.RequestException: There was no whole answer.
        """
        import requests

        self._pace.wait()
        self.forget()
        session = self._thread.session = self._thread.session or _session()
        deadline = time.monotonic() + sum(self._timeouts)
        with session.get(
            self._endpoint or url,
            params=params,
            proxies=proxies,
            timeout=self._timeouts,
            allow_redirects=False,
            stream=True,
        ) as response:
            read = getattr(response.raw, "read1", response.raw.read)  # urllib3 before 2.1 has no read1
            body = bytearray()
            while chunk := read(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > MAX_ANSWER:
                    raise requests.RequestException("the answer is too long")
                if time.monotonic() > deadline:
                    raise requests.Timeout("the answer takes too long")
            self._thread.retry_after = _seconds(response.headers.get("Retry-After", ""))
            self._thread.status = response.status_code
            return Answer(response.status_code, body.decode(response.encoding or "utf-8", "replace"))


def _session() -> requests.Session:
    from http.cookiejar import DefaultCookiePolicy

    import requests

    session = requests.Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return session


def _seconds(header: str) -> float | None:
    """The header's seconds, at most a day; its other form, a date, is not worth trusting a clock for."""
    header = header.strip()
    return min(float(header), 86_400.0) if header.isascii() and header.isdigit() and len(header) < 9 else None

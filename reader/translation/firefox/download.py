"""Fetching one file over a network that stalls and breaks: resumed, within limits, checked before it counts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.i18n import _
from reader.translation.choosing.waiting import within
from reader.translation.firefox.files import hash_file

if TYPE_CHECKING:
    import requests

CONNECT, READ = 10.0, 20.0
"""Seconds to reach a machine, and between two pieces that come from it."""

SMALL_TIME = 30.0
"""Seconds for a list in all: however many addresses a name has, and however slowly each is tried."""

TRIES = 3
"""How often a connection that breaks is taken up again, by itself, before the reader is told."""

_SMALL = 8 << 20  # bytes of a list
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes (\d+)-")


class FetchFailed(Problem):
    """Something cannot be fetched."""


class Unreachable(FetchFailed):
    """Nobody answers."""


class Downloads:
    """Fetches with one connection after the other, as long as it is open.

    Args:
        timeout: Seconds to reach a machine, and between two pieces.
        pause: Waits so many seconds before a broken connection is taken up again.
        seconds_for_a_list: How long a list may take in all.
    """

    def __init__(
        self,
        timeout: tuple[float, float] = (CONNECT, READ),
        pause: Callable[[float], object] = time.sleep,
        seconds_for_a_list: float = SMALL_TIME,
    ) -> None:
        import requests

        self._session = requests.Session()
        self._timeout = timeout
        self._pause = pause
        self._seconds = seconds_for_a_list

    def close(self) -> None:
        """Close its connections."""
        self._session.close()

    def list(self, url: str) -> bytes:
        """A small file as a whole, within ``seconds_for_a_list``, name servers included.

        Raises:
            FetchFailed: It cannot be had.
        """
        try:
            return within(self._seconds, lambda: self._listed(url), "Firefox's service")
        except TimeoutError as error:
            raise Unreachable(_("Firefox's service does not answer"), _network()) from error

    def _listed(self, url: str) -> bytes:
        found = bytearray()
        with self._asked(url, {}) as response:
            if response.status_code != 200:
                raise FetchFailed(_("Firefox's service answers {code}").format(code=response.status_code), _later())
            for piece in response.iter_content(_CHUNK):
                found += piece
                if len(found) > _SMALL:
                    raise FetchFailed(_("Firefox's list of models is too large"), _later())
        return bytes(found)

    def file(self, url: str, size: int, sha256: str, part: Path, at: Callable[[int], object]) -> None:
        """A large file, going on where ``part`` ends; when this returns, it is whole and what was asked for.

        Args:
            url: Where it is.
            size: Its bytes.
            sha256: Their hash.
            part: Where it goes; what is of it there is kept when it fails.
            at: Told how many bytes are there, as they come.

        Raises:
            FetchFailed: It cannot be had, or is something else, which is then thrown away.
            OSError: It cannot be written.
        """
        for again in range(TRIES + 1):
            before = self._size_of(part, size)
            at(before)
            if before == size:
                break
            try:
                self._go_on(url, size, part, before, at)
            except FetchFailed as problem:
                nothing = isinstance(problem, Unreachable) and not self._size_of(part, size)
                if again == TRIES or nothing:
                    raise
                self._pause(0.5 * 2**again)
        if self._size_of(part, size) != size or hash_file(part) != sha256:
            part.unlink(missing_ok=True)
            message = _("what came is not the file that was announced: it was thrown away")
            raise FetchFailed(message, _later())

    def _go_on(self, url: str, size: int, part: Path, before: int, at: Callable[[int], object]) -> None:
        with self._asked(url, {"Range": f"bytes={before}-"} if before else {}) as response:
            said = _RANGE.match(response.headers.get("Content-Range", ""))
            resumed = response.status_code == 206 and said is not None and int(said[1]) == before
            if not resumed and response.status_code != 200:
                if response.status_code in (206, 416):
                    part.unlink(missing_ok=True)  # it is of another file, or the service cannot count
                raise FetchFailed(_("Firefox's service answers {code}").format(code=response.status_code), _later())
            done = before if resumed else 0
            with part.open("ab" if resumed else "wb") as stream:
                for piece in response.iter_content(_CHUNK):
                    stream.write(piece[: size - done])
                    done += len(piece)
                    if done > size:
                        break  # whatever follows is nothing that was asked for; the hash tells whether this is
                    at(done)
            if done < size:
                raise FetchFailed(_("the connection broke"), _later())

    def _size_of(self, part: Path, size: int) -> int:
        try:
            found = part.stat().st_size
        except FileNotFoundError:
            return 0
        if found > size:
            part.unlink(missing_ok=True)
            return 0
        return found

    @contextmanager
    def _asked(self, url: str, headers: dict[str, str]) -> Iterator[requests.Response]:
        import requests
        import urllib3

        try:
            # Compressed by the service on the way, a file could not be resumed.
            headers = {"Accept-Encoding": "identity", **headers}
            with self._session.get(url, headers=headers, timeout=self._timeout, stream=True) as response:
                yield response
        except requests.exceptions.Timeout as error:
            raise Unreachable(_("Firefox's service does not answer"), _network()) from error
        except requests.exceptions.ChunkedEncodingError as error:
            raise FetchFailed(_("the connection broke"), _later()) from error
        except requests.exceptions.ConnectionError as error:
            raise Unreachable(_("Firefox's service cannot be reached"), _network()) from error
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError) as error:
            message = _("Firefox's service cannot be asked: {kind}").format(kind=type(error).__name__)
            raise FetchFailed(message, _later()) from error


def _later() -> str:
    return _("try again later: what was fetched is kept")


def _network() -> str:
    return _("is there a network? a model that you have is used by: reader models use FOLDER")

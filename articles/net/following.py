"""One fetch from its address to its content, over as many redirects as it takes and no more."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from articles.net import answers
from articles.net.fetched import Fetched, Progress
from articles.net.kinds import WANTED, Kind, Limits
from articles.net.manners import Manners
from articles.net.naming import agent
from articles.net.problems import (
    BadAddress,
    BadRedirect,
    Broken,
    Cancelled,
    FetchProblem,
    NoNetwork,
    PrivateAddress,
    Refused,
    Unreachable,
)
from articles.net.proxies import Proxy, proxy_for
from articles.net.robots import Robots
from articles.net.unpacking import CODINGS, PackedWrong, TooMuch, Unpacker
from articles.net.urls import Target, led_to, shown
from articles.net.watching import Watch

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

    from articles.net.reaching import Wire

_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for.

    Attributes:
        accept: What the caller can make something of.
        limits: Where it ends.
        etag: A validator of an earlier answer.
        modified: The other one.
        progress: Told how far it is.
    """

    accept: Kind
    limits: Limits
    etag: str | None = None
    modified: str | None = None
    progress: Progress | None = None

    @property
    def headers(self) -> dict[str, str]:
        """What every request says: the same for everybody, apart from the validators."""
        said = {
            "User-Agent": agent(),
            "Accept": WANTED[self.accept],
            "Accept-Language": "pt, *;q=0.5",  # what the program is for, whoever uses it
            "Accept-Encoding": CODINGS,
            "Connection": "close",
        }
        if etag := answers.sendable(self.etag):
            said["If-None-Match"] = etag
        if modified := answers.sendable(self.modified):
            said["If-Modified-Since"] = modified
        return said


@dataclass(frozen=True, slots=True)
class Care:
    """With what care it is asked for.

    Attributes:
        wire: Resolves and dials.
        manners: How hosts have behaved.
        private: Whether addresses that are not public will do.
        robots: What hosts allow; None where that is not asked.
        rules: Gives what is at the address of a host's rules.
    """

    wire: Wire
    manners: Manners
    private: bool = False
    robots: Robots | None = None
    rules: Callable[[str], bytes] = lambda url: b""


@dataclass(frozen=True, slots=True)
class _Redirect:
    to: Target
    permanent: bool


class Fetch:
    """One fetch. For one thread.

    Args:
        ask: What is asked for.
        care: With what care.
        watch: Ends it.
    """

    def __init__(self, ask: Ask, care: Care, watch: Watch) -> None:
        self._ask = ask
        self._care = care
        self._watch = watch
        self._outside = False  # whether the hop before went to a public address

    def follow(self, first: Target) -> Fetched:
        """What is at an address, or where that leads.

        Raises:
            FetchProblem: Nothing was fetched.
        """
        here, asked, seen = first, first, {first.url}
        moved: str | None = None
        permanent = True
        for hop in range(self._ask.limits.redirects + 1):
            try:
                answer = self._hop(here)
            except PrivateAddress as problem:
                if not hop:
                    raise
                message = f"{shown(first.url)} leads on: {problem.message}"
                raise PrivateAddress(message, "a network that wants a login does so: open a browser") from problem
            if isinstance(answer, Fetched):
                return replace(answer, moved_to=moved, left_for=None if permanent else _other(asked, here))
            there = answer.to
            if there.url in seen:
                message = f"{shown(first.url)} leads in a circle"
                raise BadRedirect(message, "it may want cookies: open it in a browser")
            permanent = permanent and answer.permanent
            if permanent:
                moved, asked = there.url, there
            seen.add(there.url)
            here = there
        most = self._ask.limits.redirects
        message = f"{shown(first.url)} leads on more than {most} times"
        raise BadRedirect(message, "open it in a browser")

    def _hop(self, here: Target) -> Fetched | _Redirect:
        care = self._care
        pause = care.robots.pause(here, care.rules) if care.robots is not None else 0.0
        with contextlib.ExitStack() as turn:
            with self._watch.waiting():
                turn.enter_context(care.manners.turn(here.authority, here.url, self._watch.check, pause))
            try:
                answer = self._exchange(here)
            except FetchProblem as problem:
                self._learn(here, problem)
                raise
            care.manners.worked(here.authority, here.url)
            return answer

    def _learn(self, here: Target, problem: FetchProblem) -> None:
        """What a failure says of the host, and what of the address alone."""
        manners, host = self._care.manners, here.authority
        if isinstance(problem, Unreachable):
            if not isinstance(problem, NoNetwork):  # else nothing was learned of the host
                manners.failed(host)
        elif isinstance(problem, Refused) and problem.status == 429:
            manners.asked_to_wait(host, problem.wait)
        elif isinstance(problem, Refused) and problem.status == 503:
            manners.asked_to_wait(host if problem.wait is not None else here.url, problem.wait)
        elif isinstance(problem, BadAddress | Cancelled | PrivateAddress):  # nothing was asked, or nothing heard
            pass
        elif problem.passing:
            manners.answered(host)
            manners.failed(here.url)
        else:
            manners.worked(host, here.url)

    def _exchange(self, here: Target) -> Fetched | _Redirect:
        from http.client import HTTPException

        # The package before its parts: two threads that begin with different parts would wait for each other, and one
        # of them get a part that is only half there.
        import urllib3  # noqa: F401
        from urllib3.exceptions import HTTPError

        from articles.net import reaching
        from articles.net.failing import problem_of

        proxy = proxy_for(here)
        connection = reaching.connection(here, proxy, lambda: self._open(here, proxy), self._ask.limits.read)
        try:
            connection.request(
                "GET",
                here.url if proxy is not None and here.scheme == "http" else here.path,
                headers={**self._ask.headers, "Host": here.authority, **self._told(here, proxy)},
                preload_content=False,
                decode_content=False,
                enforce_content_length=True,
            )
            with contextlib.closing(connection.getresponse()) as response:
                return self._answer(here, response)
        except (
            OSError,
            HTTPException,
            HTTPError,
            ValueError,
            AttributeError,
        ) as error:  # of a cut connection, anything
            self._watch.check()
            raise problem_of(error, here, self._ask.limits.read) from error
        finally:
            connection.close()
            self._watch.let_go()

    def _open(self, here: Target, proxy: Proxy | None) -> socket.socket:
        from articles.net import reaching

        care, seconds = self._care, self._ask.limits.connect
        private = care.private and not self._outside
        if proxy is not None:
            self._outside = reaching.check_host(here, private=private)
            opened = reaching.reach_proxy(proxy, care.wire, self._watch, seconds)
        else:
            opened, self._outside = reaching.reach(here, care.wire, self._watch, connect=seconds, private=private)
        opened.settimeout(self._ask.limits.read)  # for what follows: TLS, and the answer
        return opened

    def _told(self, here: Target, proxy: Proxy | None) -> dict[str, str]:
        """What a proxy is told with the request itself: with TLS it is told when the tunnel is asked for."""
        return proxy.headers if proxy is not None and here.scheme == "http" else {}

    def _answer(self, here: Target, response: HTTPResponse) -> Fetched | _Redirect:
        status, headers = response.status, response.headers
        if status in answers.REDIRECTS and headers.get("Location") is not None:
            return _Redirect(self._led(here, headers["Location"]), status in answers.PERMANENT)
        conditional = bool({"If-None-Match", "If-Modified-Since"} & self._ask.headers.keys())
        answers.check_status(here, status, headers, conditional=conditional)
        etag, modified = answers.tag_of(headers, "ETag"), answers.tag_of(headers, "Last-Modified")
        if status == 304:
            etag, modified = etag or self._ask.etag, modified or self._ask.modified
            return Fetched(here.url, b"", etag=etag, modified=modified, not_modified=True)
        kind, charset = answers.kind_of(headers)
        answers.check_kind(here, kind, self._ask.accept)
        answers.check_size(here, headers, self._ask.limits.size)
        return Fetched(here.url, self._body(here, response), kind, charset, etag, modified)

    def _body(self, here: Target, response: HTTPResponse) -> bytes:
        said = response.headers.get("Content-Length", "")
        length = int(said) if said.isascii() and said.isdigit() else None
        come = 0
        try:
            unpacker = Unpacker(response.headers.get("Content-Encoding", ""), self._ask.limits.size)
            while piece := response.read(_PIECE, decode_content=False):
                self._watch.check()
                unpacker.feed(piece)
                come += len(piece)
                if self._ask.progress is not None:
                    self._ask.progress(come, length)
            self._watch.check()  # a connection that was cut can look like one that ended well
            return unpacker.end()
        except TooMuch:
            raise answers.too_large(here, self._ask.limits.size) from None
        except PackedWrong as error:
            message = f"the answer of {here.authority} cannot be read: {error}"
            raise Broken(message, "try again later") from error

    def _led(self, here: Target, location: str) -> Target:
        """Where a redirect leads.

        Raises:
            BadRedirect: Where nothing is fetched, or from TLS to where anyone could change what comes.
        """
        try:
            there = led_to(here, location)
        except BadAddress as problem:
            message = f"{shown(here.url)} leads on: {problem.message}"
            raise BadRedirect(message, "open it in a browser") from problem
        if here.scheme == "https" and there.scheme == "http":
            message = f"{shown(here.url)} leads to {shown(there.url)}, where anyone on the way could change it"
            raise BadRedirect(message, "give that address itself to have it all the same")
        return there


def _other(asked: Target, here: Target) -> str | None:
    """The host that is another one than was asked for; ``www.`` and a part before or after make no other of it."""
    one, other = asked.host.removeprefix("www."), here.host.removeprefix("www.")
    same = one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
    return None if same else here.host

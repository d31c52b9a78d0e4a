"""What the errors of sockets, TLS and HTTP mean, in one line each."""

from __future__ import annotations

import ssl
from http.client import HTTPException, IncompleteRead, RemoteDisconnected

from urllib3.exceptions import HTTPError, InvalidHeader, ProtocolError, ReadTimeoutError

from articles.cleaning import clean_line
from articles.net.problems import Broken, FetchProblem, NoNetwork, TooSlow, Unreachable
from articles.net.urls import Target

_AGAIN = "try again later"
_ENDED = (RemoteDisconnected, ConnectionError, ssl.SSLEOFError, ssl.SSLZeroReturnError)


def problem_of(error: BaseException, here: Target, read: float) -> FetchProblem:
    """The problem that an error is.

    Args:
        error: What urllib3, ``http.client`` or a socket raised, after the connection was asked for.
        here: What was asked for.
        read: Seconds of silence that were allowed.
    """
    host = here.authority
    causes = _causes(error)
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = clean_line(cause.verify_message or "not valid", 120).rstrip(".")
            why = why[:1].lower() + why[1:]
            advice = "look at the date of this machine; a network that wants a login does so too: open a browser"
            return Unreachable(f"the certificate of {host} is not to be trusted ({why})", advice)
    for cause in causes:
        if isinstance(cause, TimeoutError | ReadTimeoutError):
            return TooSlow(f"{host} said nothing for {read:.0f} s", _AGAIN)
        if isinstance(cause, IncompleteRead):
            return Broken(f"the answer of {host} ended too soon", _AGAIN)
        if isinstance(cause, _ENDED):
            return Broken(f"{host} hung up", _AGAIN)
        if isinstance(cause, ssl.SSLError):
            return Unreachable(
                f"no secure connection to {host} ({_words(cause.reason)})", "see whether http:// is meant"
            )
        if isinstance(cause, OSError) and str(cause).startswith("Tunnel connection failed"):
            why = clean_line(str(cause).partition(": ")[2], 80)
            return NoNetwork(f"the proxy does not lead to {host} ({why})", "look at the variable https_proxy")
    if isinstance(error, HTTPException | ProtocolError | InvalidHeader):
        return Broken(f"the answer of {host} is no HTTP ({clean_line(str(error), 80) or type(error).__name__})", _AGAIN)
    if isinstance(error, HTTPError | OSError):
        return Unreachable(f"{host} cannot be read ({clean_line(str(error), 120)})", _AGAIN)
    return Broken(f"the answer of {host} cannot be read ({type(error).__name__})", _AGAIN)


def _causes(error: BaseException) -> list[BaseException]:
    """The error, and those in its arguments and before it."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(found) < 10:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and each not in found:
            found.append(each)
            waiting += [*each.args, each.__cause__]
    return found


def _words(reason: str | None) -> str:
    return clean_line((reason or "TLS failed").replace("_", " ").lower(), 60)

"""Why something was not fetched: one class for each thing that a caller may do about it."""

from __future__ import annotations

from articles.errors import Problem


class FetchProblem(Problem):
    """Something was not fetched; the message says what and why, in one line.

    Attributes:
        passing: Whether the same may work later, with nothing changed.
    """

    passing = False


class Offline(FetchProblem):
    """Nothing may leave the machine."""


class Cancelled(FetchProblem):
    """The caller called it off."""

    passing = True


class BadAddress(FetchProblem):
    """The address is none that is fetched: another scheme, a password in it, a port of another service."""


class PrivateAddress(FetchProblem):
    """The host lies on this machine or in the local network, which was not allowed."""


class BadRedirect(FetchProblem):
    """Too many redirects, a circle of them, or one that leads where nothing is fetched."""


class Unreachable(FetchProblem):
    """The host has no address, cannot be reached, or its certificate is not to be trusted."""

    passing = True


class NoNetwork(Unreachable):
    """It was not the host that failed: no name server, proxy or network is there, or nobody knows the name."""


class TooSlow(FetchProblem):
    """A limit on time was met."""

    passing = True


class TooLarge(FetchProblem):
    """A limit on size was met."""


class WrongKind(FetchProblem):
    """The content is of a kind that was not asked for."""


class Broken(FetchProblem):
    """The answer ended too soon, or is no HTTP."""

    passing = True


class Refused(FetchProblem):
    """The host answered with an error.

    Attributes:
        status: The HTTP status.
        wait: Seconds that it asked to wait; None where it did not.
    """

    def __init__(self, message: str, advice: str = "", *, status: int, wait: float | None = None) -> None:
        super().__init__(message, advice)
        self.status = status
        self.wait = wait
        self.passing = status >= 500 or status in (408, 425, 429)


class Gone(Refused):
    """There is nothing at this address (404), or nothing any more (410)."""


class Busy(FetchProblem):
    """The host asked to wait, or failed before and is left alone for a while; nothing was asked now.

    Attributes:
        wait: Seconds until it may be asked again.
    """

    passing = True

    def __init__(self, message: str, advice: str = "", *, wait: float) -> None:
        super().__init__(message, advice)
        self.wait = wait


class Disallowed(FetchProblem):
    """The host's robots.txt does not want this fetched by a program."""

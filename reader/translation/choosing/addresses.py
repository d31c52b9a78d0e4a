"""Addresses of services: which are allowed, where they lead, and whether that is this machine itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ALLOWED = 'an address such as "https://translate.example.org" or "http://127.0.0.1:5000"; no user, no "?"'
_LONGEST = 500
_LOOKUP_SECONDS = 3.0

# Narrower than the standard: what two parsers could read in two ways ("http://127.0.0.1\@elsewhere") is refused.
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)"
    r"(?::(?P<port>[0-9]{1,5}))?(?P<path>(?:/[a-z0-9._~+-]*)*)",
    re.IGNORECASE | re.ASCII,
)
_PORTS = {"http": 80, "https": 443}

Resolve = Callable[[str], Sequence[str]]
"""Gives the addresses of a host by its name; raises OSError where there is none."""


def address(value: object) -> str:
    """A setting that is an address, without a slash at its end.

    Raises:
        ValueError: It is none, or has what an address here must not have; the error says what is allowed.
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError(ALLOWED)
    found = _ADDRESS.fullmatch(value.strip())
    if found is None or not 0 < int(found["port"] or 1) < 1 << 16:
        raise ValueError(ALLOWED)
    return value.strip().rstrip("/")


@dataclass(frozen=True, slots=True)
class Destination:
    """Another machine to which sentences go.

    Attributes:
        host: Its name, or its number.
        shown: What a person is told: the host, and its port where that is not the usual one.
        address: All of it in one spelling: what the reader says yes to.
        secure: Whether nobody on the way can read along.
    """

    host: str
    shown: str
    address: str
    secure: bool

    @classmethod
    def of(cls, url: str) -> Destination:
        """Where an address (see ``address``) leads."""
        scheme, host, port, path = _parts(url)
        usual = port == _PORTS[scheme]
        shown = host if usual else f"{host}:{port}"
        return cls(host.strip("[]"), shown, f"{scheme}://{shown}{path}", scheme == "https")


def at_home(url: str, *, lookup: bool = True, resolve: Resolve | None = None) -> str | None:
    """The address by which a service on this machine is reached; None where it is, or may be, on another.

    A name other than "localhost" is looked up once, here, and replaced by what was found, so that it cannot lead
    elsewhere when the text is sent. With https that would break the certificate: it counts as another machine.

    Args:
        url: See ``address``.
        lookup: Whether names may be looked up; that alone tells a name server something.
        resolve: Looks names up in place of the system, for tests.
    """
    import ipaddress

    scheme, host, port, path = _parts(url)
    try:
        return url if _is_loopback(ipaddress.ip_address(host.strip("[]"))) else None
    except ValueError:
        pass  # a name
    named_so = host == "localhost"
    if not named_so and (not lookup or scheme == "https"):
        return None
    try:
        found = [ipaddress.ip_address(each.partition("%")[0]) for each in (resolve or _resolve)(host)]
    except (OSError, ValueError):
        return None
    if not found or not all(_is_loopback(each) for each in found):
        return None
    if named_so:
        return url
    first = found[0]
    return f"{scheme}://{f'[{first}]' if first.version == 6 else first}:{port}{path}"


def _parts(url: str) -> tuple[str, str, int, str]:
    found = _ADDRESS.fullmatch(url)
    if found is None:
        raise ValueError(ALLOWED)
    scheme = found["scheme"].lower()
    return scheme, found["host"].lower(), int(found["port"] or _PORTS[scheme]), found["path"].rstrip("/")


def _is_loopback(number: object) -> bool:
    inner = getattr(number, "ipv4_mapped", None)
    return bool(getattr(inner or number, "is_loopback", False))


def _resolve(host: str) -> list[str]:
    """The system's answer, if it comes soon: a name server that does not answer must hold nobody up."""
    import socket

    from reader.translation.choosing.waiting import within

    found = within(_LOOKUP_SECONDS, lambda: socket.getaddrinfo(host, None, type=socket.SOCK_STREAM), "the name server")
    return [str(address[0]) for *_, address in found]

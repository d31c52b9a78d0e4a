"""The address of a request, taken apart once and strictly, so that no two parts of the code read it differently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from articles.cleaning import clean_line
from articles.net.problems import BadAddress

LONGEST = 8_000
"""Characters of an address."""
_PORTS = {"http": 80, "https": 443}
# Of other services, which a request could be made to talk to: WHATWG's Fetch standard, "port blocking".
_BAD_PORTS = """
0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989
990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080
"""
_AS_IT_IS = "!$%&'()*+,-./:;=?@_~"
"""What may stand in path and query; anything else is escaped, and no escape is touched."""
_host = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9_])?")
_stray_percent = re.compile(r"%(?![0-9A-Fa-f]{2})")
_controls = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes.

    Attributes:
        scheme: ``http`` or ``https``.
        host: In small letters and ASCII, without a last dot; an IPv6 address without brackets.
        port: From 1 to 65535.
        path: Path and query, escaped; begins with a slash.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return f"{self.origin}{self.path}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host, and the port where it is not the scheme's own, as the ``Host`` header says it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target(url: str) -> Target:
    """The parts of an address that may be fetched.

    White space around it is forgiven, and what has to be escaped in path and query is; a fragment is dropped.

    Raises:
        BadAddress: Another scheme than http and https, a name or password in it, a port of another service, a control
            character, or no host that could exist.
    """
    text = url.strip()
    if len(text) > LONGEST:
        message = f"{shown(text)}: the address has more than {LONGEST} characters"
        raise BadAddress(message, "give a shorter one")
    if _controls.search(text):
        message = f"{shown(text)}: there are control characters in the address"
        raise BadAddress(message, "write it in one line")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        message = f"{shown(text)}: not an address ({clean_line(str(error), 80)})"
        raise BadAddress(message, "correct it") from error
    scheme = parts.scheme
    if scheme not in _PORTS:
        what = f"{clean_line(scheme, 20)}: is not fetched" if scheme else "it has no scheme"
        message = f"{shown(text)}: {what}"
        raise BadAddress(message, "give an address that begins with https:// or http://")
    if "@" in parts.netloc:
        host = clean_line(parts.hostname or "", 100)
        message = f"there is a name or password before the host {host}"
        raise BadAddress(message, "give the address without what stands before the @")
    host = _ascii(parts.hostname or "", text)
    port = _PORTS[scheme] if port is None else port
    if str(port) in _BAD_PORTS.split():
        message = f"{shown(text)}: port {port} is not one for web pages"
        raise BadAddress(message, "give another address")
    path = _stray_percent.sub("%25", parts.path) or "/"
    query = f"?{_stray_percent.sub('%25', parts.query)}" if parts.query else ""
    escaped = quote(path + query, safe=_AS_IT_IS, errors="replace")
    return Target(scheme, host, port, escaped if escaped.startswith("/") else f"/{escaped}")


def led_to(base: Target, location: str) -> Target:
    """Where a redirect leads.

    Args:
        base: What was asked for.
        location: What the answer says, as ``http.client`` reads it: bytes as Latin-1.

    Raises:
        BadAddress: Nothing that is fetched.
    """
    data = location.strip().encode("latin-1", "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:  # an old server's own encoding: its bytes are sent back as they came
        text = "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in data)
    if not text:
        raise BadAddress("the redirect leads nowhere")
    try:
        return target(urljoin(base.url, text))
    except ValueError as error:
        message = f"{shown(text)}: not an address"
        raise BadAddress(message, "correct it") from error


def shown(url: str) -> str:
    """An address for a message: on one line, clean, and cut where it is long."""
    return clean_line(url, 120)


def _ascii(host: str, text: str) -> str:
    name = host.rstrip(".").lower()
    if ":" in name:
        if "%" in name:
            message = f"{shown(text)}: an address of one network card is not fetched"
            raise BadAddress(message, "give the host's name")
        return name
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii").rstrip(".")
        except UnicodeError as error:
            message = f"{shown(text)}: there can be no such host"
            raise BadAddress(message, "correct it") from error
    if not _host.fullmatch(name) or ".." in name:
        message = f"{shown(text)}: there can be no such host"
        raise BadAddress(message, "correct it")
    return name

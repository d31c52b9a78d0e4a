"""The proxy that the environment names, where one does."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from articles.net.guarding import is_here
from articles.net.problems import BadAddress
from articles.net.urls import Target, shown


@dataclass(frozen=True, slots=True, repr=False)
class Proxy:
    """What stands between this machine and the net. It is not shown: there may be a password in it.

    Attributes:
        host: Its name or number.
        port: Its port.
        headers: What it is told, apart from where to go.
    """

    host: str
    port: int
    headers: dict[str, str]


def proxy_for(target: Target) -> Proxy | None:
    """The proxy for a target: as ``http_proxy``, ``https_proxy``, ``all_proxy`` and ``no_proxy`` say, or the system.

    What lies on this machine is asked past every proxy, for there "this machine" would be the proxy's own.

    Raises:
        BadAddress: The proxy is of a kind that is not known here.
    """
    from urllib.request import getproxies, proxy_bypass

    if is_here(target.host):
        return None
    named = getproxies()
    text = named.get(target.scheme) or named.get("all")
    if not text or proxy_bypass(target.authority):
        return None
    return _read(text if "://" in text else f"http://{text}")


def _read(text: str) -> Proxy:
    advice = "set the variables http_proxy and https_proxy to an address that begins with http://"
    try:
        parts = urlsplit(text)
        port = parts.port or 80
    except ValueError as error:
        raise BadAddress("the address of the proxy cannot be read", advice) from error
    if parts.scheme != "http" or not parts.hostname:
        message = f"a proxy of the kind {shown(parts.scheme)}:// is not known here"
        raise BadAddress(message, advice)
    headers = {}
    if parts.username:
        from urllib3.util import make_headers

        name, word = unquote(parts.username), unquote(parts.password or "")
        headers = dict(make_headers(proxy_basic_auth=f"{name}:{word}"))
    return Proxy(shown(parts.hostname), port, headers)

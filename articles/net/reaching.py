"""Connecting to the very address that was looked at, so that no name can mean one thing first and another then."""

from __future__ import annotations

import errno
import functools
import os
import socket
import ssl
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.net.guarding import is_home_name, is_public, number_of
from articles.net.problems import NoNetwork, PrivateAddress, Unreachable
from articles.net.proxies import Proxy
from articles.net.urls import Target
from articles.net.watching import Watch

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection


_MOST_ADDRESSES = 4
"""Of one name, tried one after the other."""
_NO_NETWORK = (errno.ENETUNREACH, errno.ENETDOWN)


class Wire:
    """The two things done with the network itself; a test may lead them elsewhere."""

    def resolve(self, host: str, port: int) -> list[str]:
        """The IP addresses of a name, best first.

        Raises:
            OSError: It has none, or no name server answers.
        """
        known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(address[0]) for *_, address in known))

    def dial(self, address: str, port: int, seconds: float, hold: Callable[[socket.socket], None]) -> socket.socket:
        """A connection to an IP address.

        Args:
            address: Version 4 or 6.
            port: The port.
            seconds: To wait for it, at most.
            hold: Told of the socket before it connects.

        Raises:
            OSError: There is none in time.
        """
        connection = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            connection.settimeout(seconds)
            hold(connection)
            connection.connect((address, port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException:
            connection.close()
            raise
        return connection


def check_host(target: Target, *, private: bool) -> bool:
    """Look at a host by its name alone, for where its address is not to be seen: behind a proxy.

    Returns:
        Whether it is public, as far as that says.

    Raises:
        PrivateAddress: It is a number that is not public, or a name that only a local network has.
    """
    number = number_of(target.host)
    public = not is_home_name(target.host) if number is None else is_public(number)
    if not public and not private:
        raise _private(target)
    return public


def reach(target: Target, wire: Wire, watch: Watch, *, connect: float, private: bool) -> tuple[socket.socket, bool]:
    """A connection to the first address of a host that is public, or to any where private ones are allowed.

    Args:
        target: Whose host and port.
        wire: Resolves and dials.
        watch: Told of the connection before it stands.
        connect: Seconds for each of both, at most.
        private: Whether addresses that are not public will do.

    Returns:
        The connection, and whether its address is public.

    Raises:
        PrivateAddress: The host has only such addresses.
        Unreachable: It has none, or none takes the connection.
    """
    addresses = _addresses(target, wire, watch, connect)
    allowed = addresses if private else [each for each in addresses if is_public(each)]
    if not allowed:
        raise _private(target)
    failure: OSError | None = None
    allowed = allowed[:_MOST_ADDRESSES]
    end = time.monotonic() + connect
    for number, address in enumerate(allowed, 1):
        # Where another address is left (IPv4 after an IPv6 that leads nowhere), this one has half of the time.
        left = min(max(end - time.monotonic(), 0.001), watch.left)
        share = left if number == len(allowed) else left / 2
        try:
            return wire.dial(address, target.port, share, watch.hold), is_public(address)
        except OSError as error:
            watch.check()
            failure = error
    kind = NoNetwork if failure is not None and failure.errno in _NO_NETWORK else Unreachable
    message = f"{target.authority} cannot be reached ({said(failure)})"
    advice = "try again later" if target.scheme == "http" else "try again later, or see whether http:// is meant"
    raise kind(message, advice) from failure


def reach_proxy(proxy: Proxy, wire: Wire, watch: Watch, connect: float) -> socket.socket:
    """A connection to the proxy, which the user chose: it may be anywhere.

    Raises:
        Unreachable: There is none.
    """
    name = f"the proxy {proxy.host}:{proxy.port}"
    advice = "look at the variables http_proxy and https_proxy"
    try:
        number = number_of(proxy.host)
        found = [number] if number else watch.wait_for(lambda: wire.resolve(proxy.host, proxy.port), connect, name)
        return wire.dial(found[0], proxy.port, min(connect, watch.left), watch.hold)
    except (OSError, IndexError) as error:
        watch.check()
        message = f"{name} cannot be reached ({said(error)})"
        raise NoNetwork(message, advice) from error


def said(error: BaseException | None) -> str:
    """What the system says of an error, in a few words."""
    if isinstance(error, TimeoutError):
        return "no answer"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return type(error).__name__ if error is not None else "no address"


def connection(target: Target, proxy: Proxy | None, opened: Callable[[], socket.socket], read: float) -> HTTPConnection:
    """urllib3's connection for one request, over a socket that is opened here.

    Args:
        target: Where the request goes.
        proxy: What stands between; TLS goes through it by a tunnel.
        opened: Gives the socket.
        read: Seconds of silence, at most.
    """
    from urllib3.connection import HTTPConnection, HTTPSConnection

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return opened()

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return opened()

    host, port = (proxy.host, proxy.port) if proxy is not None else (target.host, target.port)
    if target.scheme == "http":
        return Plain(host, port, timeout=read)
    secure = Secure(host, port, timeout=read, ssl_context=trust())
    if proxy is not None:
        secure.set_tunnel(target.host, target.port, headers=proxy.headers)
    return secure


def trust() -> ssl.SSLContext:
    """Whom to believe: those whom the system trusts, and Mozilla's list, since some systems have none of their own.

    Read once (30 ms), and again where the environment names other files.
    """
    return _trust(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@functools.lru_cache(maxsize=2)
def _trust(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    import certifi

    context = ssl.create_default_context()  # takes both from the environment itself
    context.load_verify_locations(certifi.where())
    return context


def _addresses(target: Target, wire: Wire, watch: Watch, connect: float) -> list[str]:
    number = number_of(target.host)
    if number is not None:
        return [number]
    try:
        found = watch.wait_for(lambda: wire.resolve(target.host, target.port), connect, "the name server")
    except (OSError, UnicodeError) as error:
        advice = "look at how the address is written, and at the connection"
        message = f"no address is known for {target.host}"
        raise NoNetwork(message, advice) from error
    if not found:
        message = f"no address is known for {target.host}"
        raise NoNetwork(message, "look at how the address is written")
    return found


def _private(target: Target) -> PrivateAddress:
    message = f"{target.authority} lies on this machine or in the local network, and is not fetched"
    return PrivateAddress(message, "--allow-private allows it")

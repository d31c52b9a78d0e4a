"""Which addresses belong to the public net, whatever way they are written."""

from __future__ import annotations

import ipaddress
import re
import socket

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
# Not public either; the tables of older Pythons lack some of them.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(text)
    for text in (
        *("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "168.63.129.16/32"),
        *(
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fec0::/10",
        ),
    )
)
_numeric = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}")
_HOME = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa")
"""Endings of names that mean this machine or its network and nothing outside."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to a machine on the public net, as far as its number says.

    An IPv4 address inside an IPv6 one (mapped, compatible, 6to4, NAT64) is judged as itself. Private, loopback,
    link-local (there are the metadata of clouds), shared (carriers' NAT), multicast, reserved and documentation
    addresses are none.
    """
    try:
        return _is_public(ipaddress.ip_address(address))
    except ValueError:  # with a network card in it, for one
        return False


def number_of(host: str) -> str | None:
    """The IP address that a host's name is, in the usual form; None for a name that is to be looked up.

    The old forms of IPv4 count too, since resolvers take them: ``2130706433``, ``0x7f.1``, ``0177.0.0.1``.
    """
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    if not _numeric.fullmatch(host.lower()):
        return None
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None


def is_home_name(host: str) -> bool:
    """Whether a name can only mean this machine or its network: asked where there is no address to look at."""
    return "." not in host or host.endswith(tuple(f".{ending}" for ending in _HOME))


def is_here(host: str) -> bool:
    """Whether a host is this machine itself, by name or number."""
    number = number_of(host)
    if number is not None:
        return ipaddress.ip_address(number).is_loopback
    return host == "localhost" or host.endswith(".localhost")


def _is_public(address: _Address) -> bool:
    inner = _inside(address)
    if inner is not None:
        return _is_public(inner)
    if address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global:
        return False
    return not any(address in network for network in _NOT_PUBLIC if network.version == address.version)


def _inside(address: _Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address to which a packet for this one ends up going."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _SIX_TO_FOUR:
        return address.sixtofour
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None

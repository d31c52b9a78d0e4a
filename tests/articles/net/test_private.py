"""What lies on this machine or in the local network is not reached, however it is written or led to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import pytest

from articles.net.fetching import Web
from articles.net.guarding import is_home_name, is_public, number_of
from articles.net.kinds import Kind, Limits
from articles.net.problems import BadRedirect, Cancelled, NoNetwork, PrivateAddress, Unreachable
from tests.web.site import Site
from tests.web.wires import PUBLIC, Led

_PRIVATE = [
    *("127.0.0.1", "127.255.0.1", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1"),
    *("203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.88.99.1", "168.63.129.16"),
    *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1"),
    *("100::1", "64:ff9b:1::1", "5f00::1", "3fff::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1"),
    *("2002:7f00:1::", "2002:a00:1::1", "::ffff:0:127.0.0.1", "no number", ""),
]
_PUBLIC = [
    PUBLIC,
    "1.1.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "::ffff:1.1.1.1",
    "64:ff9b::101:101",
    "2002:101:101::1",
]
_WRITTEN = [
    *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0177.0.0.01", "017700000001"),
    *("127.0.0.1.", "0", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[::]"),
    *("169.254.169.254", "0xA9FEA9FE", "2852039166", "１２７.0.0.1", "127。0。0。1", "①②⑦.0.0.1"),
]


@pytest.mark.parametrize("address", _PRIVATE)
def test_an_address_is_private(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", _PUBLIC)
def test_an_address_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", _WRITTEN)
def test_a_number_is_one_however_it_is_written(host: str, site: Site) -> None:
    wire = Led(site)
    with pytest.raises(PrivateAddress, match="--allow-private"):
        Web(wire=wire).fetch(f"http://{host}/", accept=Kind.PAGE)
    assert not wire.asked
    assert not wire.dialled


@pytest.mark.parametrize("host", ["1.2.3.4.5", "300.1.1.1", "0x", "1.2.3.0x100000000", "exemplo.pt", "1e3", "0x7g"])
def test_what_is_no_number_is_looked_up(host: str) -> None:
    assert number_of(host) is None


def test_names_of_home() -> None:
    assert all(map(is_home_name, ["localhost", "a.localhost", "impressora", "nas.local", "x.home.arpa", "db.internal"]))
    assert not any(map(is_home_name, ["exemplo.pt", "local.pt", "localhost.pt", "notlocal.com"]))


def test_a_name_is_judged_by_its_address(site: Site) -> None:
    wire = Led(site, {"exemplo.pt": ["10.0.0.7"]})
    with pytest.raises(PrivateAddress, match=r"exemplo\.pt lies on this machine or in the local network"):
        Web(wire=wire).fetch("http://exemplo.pt/", accept=Kind.PAGE)
    assert not wire.dialled


def test_of_several_addresses_only_the_public_are_dialled(site: Site) -> None:
    site.page("/", "olá")
    wire = Led(site, {"exemplo.pt": ["10.0.0.7", "::1", PUBLIC]})
    assert Web(wire=wire).fetch("http://exemplo.pt/", accept=Kind.PAGE).data == "olá".encode()
    assert wire.dialled == [PUBLIC]


def test_a_name_that_changes_its_address_is_judged_by_the_one_connected_to(site: Site) -> None:
    site.moved("/", "/2")
    site.page("/2", "segredo")
    wire = Led(site, {"exemplo.pt": [[PUBLIC], ["127.0.0.1"]]})
    with pytest.raises(PrivateAddress, match="leads on"):
        Web(wire=wire).fetch("http://exemplo.pt/", accept=Kind.PAGE)
    assert wire.dialled == [PUBLIC]
    assert site.count("/2") == 0


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://intra.exemplo.pt/", "//[::1]/"]
)
@pytest.mark.parametrize("allowed", [False, True])
def test_a_public_page_never_leads_inside(site: Site, to: str, *, allowed: bool) -> None:
    site.moved("/", to)
    site.page("/latest/meta-data/", "segredo")
    wire = Led(site, {"exemplo.pt": [PUBLIC], "intra.exemplo.pt": ["10.1.1.1"]})
    with pytest.raises(PrivateAddress, match="a network that wants a login does so"):
        Web(wire=wire, allow_private=allowed).fetch("http://exemplo.pt/", accept=Kind.PAGE)
    assert wire.dialled == [PUBLIC]


def test_what_is_allowed_may_lead_on_inside_and_out(site: Site) -> None:
    site.moved("/", "http://10.0.0.2/dentro")
    site.moved("/dentro", "http://exemplo.pt/fora")
    site.page("/fora", "olá")
    wire = Led(site, {"exemplo.pt": [PUBLIC]})
    found = Web(wire=wire, allow_private=True).fetch("http://10.0.0.1/", accept=Kind.PAGE)
    assert found.url == "http://exemplo.pt/fora"
    assert wire.dialled == ["10.0.0.1", "10.0.0.2", PUBLIC]


def test_robots_do_not_lead_inside_either(site: Site) -> None:
    site.moved("/robots.txt", "http://127.0.0.1/robots.txt")
    site.page("/", "olá")
    wire = Led(site, {"exemplo.pt": [PUBLIC]})
    with pytest.raises(PrivateAddress):
        Web(wire=wire).fetch("http://exemplo.pt/", accept=Kind.PAGE, robots=True)
    assert wire.dialled == [PUBLIC]


def test_a_name_that_nobody_knows(site: Site) -> None:
    with pytest.raises(NoNetwork, match=r"no address is known for nada\.exemplo\.pt"):
        Web(wire=Led(site)).fetch("http://nada.exemplo.pt/", accept=Kind.PAGE)
    with pytest.raises(NoNetwork, match=r"no address is known for vazio\.pt"):
        Web(wire=Led(site, {"vazio.pt": []})).fetch("http://vazio.pt/", accept=Kind.PAGE)


def test_a_password_in_a_redirect_goes_nowhere(site: Site) -> None:
    site.moved("/", "http://exemplo.pt@127.0.0.1/")
    with pytest.raises(BadRedirect, match=r"before the host 127\.0\.0\.1"):
        Web(wire=Led(site, {"exemplo.pt": [PUBLIC]})).fetch("http://exemplo.pt/", accept=Kind.PAGE)


def test_the_next_address_is_tried_where_one_does_not_answer(site: Site) -> None:
    class Half(Led):
        def dial(self, address: str, port: int, seconds: float, hold: Callable[[socket.socket], None]) -> socket.socket:
            if ":" in address:
                self.dialled.append(address)
                raise TimeoutError
            return super().dial(address, port, seconds, hold)

    wire = Half(site, {"exemplo.pt": ["2606:4700::1111", PUBLIC]})
    site.page("/", "olá")
    assert Web(wire=wire).fetch("http://exemplo.pt/", accept=Kind.PAGE).data == "olá".encode()
    assert wire.dialled == ["2606:4700::1111", PUBLIC]
    lost = Half(site, {"exemplo.pt": ["2606:4700::1111", "2606:4700::1112"]})
    with pytest.raises(Unreachable, match=r"exemplo\.pt cannot be reached \(no answer\)"):
        Web(wire=lost).fetch("http://exemplo.pt/", accept=Kind.PAGE)


def test_a_name_server_that_is_silent_is_waited_for_as_long_as_a_host(site: Site) -> None:
    asked, over = threading.Event(), threading.Event()

    class Silent(Led):
        def resolve(self, host: str, port: int) -> list[str]:
            asked.set()
            over.wait()
            return []

    limits = {Kind.PAGE: Limits(connect=0.06)}
    with pytest.raises(NoNetwork, match="the name server did not answer"):
        Web(wire=Silent(site), limits=limits).fetch("http://exemplo.pt/", accept=Kind.PAGE)
    with pytest.raises(Cancelled):
        Web(wire=Silent(site)).fetch("http://exemplo.pt/", accept=Kind.PAGE, cancel=asked)
    over.set()

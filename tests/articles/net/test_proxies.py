"""Proxies of the environment: asked where they should be, with what they need, and trusted with no more."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from articles.net.fetching import Web
from articles.net.kinds import Kind
from articles.net.problems import BadAddress, NoNetwork, PrivateAddress
from tests.web.site import Site, serving
from tests.web.wires import PUBLIC, Led


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A proxy for plain HTTP: it gets the whole address."""
    with serving() as site:
        site.elsewhere(lambda visit: visit.send(f"through {visit.path}"))
        monkeypatch.setenv("http_proxy", site.url.replace("://", "://eu:s%40nha@"))
        yield site


def test_plain_goes_to_the_proxy_with_its_whole_address(proxy: Site) -> None:
    found = Web().fetch("http://exemplo.pt/a?b=1", accept=Kind.PAGE)
    assert found.data == b"through http://exemplo.pt/a?b=1"
    assert found.url == "http://exemplo.pt/a?b=1"
    assert proxy.visits[0].headers["host"] == "exemplo.pt"
    assert proxy.visits[0].headers["proxy-authorization"] == "Basic " + base64.b64encode(b"eu:s@nha").decode()


def test_the_proxy_looks_up_names(proxy: Site) -> None:
    wire = Led(proxy)
    Web(wire=wire).fetch("http://exemplo.pt/a", accept=Kind.PAGE)
    assert not wire.asked


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "0x0a.0.0.2", "[::ffff:10.0.0.1]", "169.254.169.254", "nas", "nas.local", "db.internal"]
)
def test_a_proxy_is_not_asked_for_what_is_local(proxy: Site, host: str) -> None:
    with pytest.raises(PrivateAddress):
        Web().fetch(f"http://{host}/", accept=Kind.PAGE)
    assert not proxy.visits
    assert Web(allow_private=True).fetch(f"http://{host}/", accept=Kind.PAGE).data


def test_a_proxy_does_not_lead_inside(proxy: Site) -> None:
    proxy.elsewhere(lambda visit: visit.send(b"", 302, Location="http://10.0.0.1/"))
    for allowed in (False, True):
        with pytest.raises(PrivateAddress, match="leads on"):
            Web(allow_private=allowed).fetch("http://exemplo.pt/", accept=Kind.PAGE)


def test_this_machine_is_asked_past_the_proxy(proxy: Site, site: Site, web: Web) -> None:
    assert web.fetch(site.page("/a", "um"), accept=Kind.PAGE).data == b"um"
    with pytest.raises(PrivateAddress):
        Web().fetch(site.url + "/a", accept=Kind.PAGE)
    assert not proxy.visits


def test_who_needs_none_is_asked_past_it(proxy: Site, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "exemplo.pt, .outro.pt:8080")
    site.page("/a", "um")
    wire = Led(site, {"exemplo.pt": [PUBLIC], "www.exemplo.pt": [PUBLIC]})
    assert Web(wire=wire).fetch("http://www.exemplo.pt/a", accept=Kind.PAGE).data == b"um"
    assert not proxy.visits


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "http://eu:segredo@127.0.0.1:9")
    for url in ("http://exemplo.pt/", "https://exemplo.pt/"):
        with pytest.raises(
            NoNetwork, match=r"the proxy 127\.0\.0\.1:9 cannot be reached \(connection refused\)"
        ) as caught:
            Web().fetch(url, accept=Kind.PAGE)
        assert "segredo" not in repr(caught.value.__dict__) + str(caught.value)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "https://127.0.0.1:9", "http://", "http://a:b:c"])
def test_a_proxy_of_another_kind(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(BadAddress, match="proxy"):
        Web().fetch("http://exemplo.pt/", accept=Kind.PAGE)


def _tunnelled(client: socket.socket, to: int, heads: list[bytes], status: bytes) -> None:
    with client, socket.create_connection(("127.0.0.1", to)) as server:
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(1)
        heads.append(head)
        client.sendall(b"HTTP/1.1 " + status + b"\r\n\r\n")

        def pump(one: socket.socket, other: socket.socket) -> None:
            try:
                while data := one.recv(65_536):
                    other.sendall(data)
                other.shutdown(socket.SHUT_WR)
            except OSError:
                pass

        back = threading.Thread(target=pump, args=(server, client))
        back.start()
        pump(client, server)
        back.join()


@contextmanager
def tunnel(site: Site, status: bytes = b"200 OK") -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that makes one tunnel, always to this site: its address, and the heads that it got."""
    heads: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def serve() -> None:
            _tunnelled(server.accept()[0], urlsplit(site.url).port or 0, heads, status)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://eu:senha@127.0.0.1:{server.getsockname()[1]}", heads
        thread.join()


def test_tls_goes_through_a_tunnel(secure_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    secure_site.page("/a", "um")
    with tunnel(secure_site) as (address, heads):
        monkeypatch.setenv("https_proxy", address)
        assert Web().fetch("https://www.exemplo.pt/a", accept=Kind.PAGE).data == b"um"
    asked, _, rest = heads[0].partition(b"\r\n")
    assert asked.startswith(b"CONNECT www.exemplo.pt:443 HTTP/1.")
    assert b"proxy-authorization: basic " in rest.lower()
    assert "proxy-authorization" not in secure_site.visits[0].headers


def test_a_proxy_that_refuses_the_tunnel(secure_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with tunnel(secure_site, b"407 Proxy Authentication Required") as (address, _):
        monkeypatch.setenv("https_proxy", address)
        with pytest.raises(NoNetwork, match=r"the proxy does not lead to www\.exemplo\.pt \(407 Proxy Auth"):
            Web().fetch("https://www.exemplo.pt/a", accept=Kind.PAGE)

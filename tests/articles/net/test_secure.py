"""TLS: what is not to be trusted is told in one line."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from articles.net.fetching import Web
from articles.net.kinds import Kind
from articles.net.problems import Broken, TooSlow, Unreachable
from tests.web.faults import fault
from tests.web.site import Site, serving
from tests.web.wires import PUBLIC, Led


def test_an_authority_that_nobody_knows(web: Web) -> None:
    with (
        serving(secure=True) as site,
        pytest.raises(Unreachable, match=r"certificate of localhost:\d+ is not .*issuer") as caught,
    ):
        web.fetch(site.page("/a", "um"), accept=Kind.PAGE)
    assert "\n" not in str(caught.value)


def test_the_certificate_of_another_host(secure_site: Site) -> None:
    wire = Led(secure_site, {"exemplo.pt": [PUBLIC], "www.exemplo.pt": [PUBLIC]})
    secure_site.page("/", "um")
    assert Web(wire=wire).fetch("https://www.exemplo.pt/", accept=Kind.PAGE).data == b"um"
    with pytest.raises(Unreachable, match=r"certificate of exemplo\.pt is not to be trusted \(hostname mismatch"):
        Web(wire=wire).fetch("https://exemplo.pt/", accept=Kind.PAGE)
    assert len(secure_site.visits) == 1


def test_a_certificate_that_is_over(web: Web, secure_site: Site) -> None:
    with serving(secure=True, certificate="expired.pem") as site:
        with pytest.raises(Unreachable, match=r"has expired"):
            web.fetch(site.page("/a", "um"), accept=Kind.PAGE)
        assert not site.visits


def test_plain_where_tls_was_meant_and_the_other_way_round(site: Site, secure_site: Site, web: Web) -> None:
    with pytest.raises(Unreachable, match="no secure connection to"):
        web.fetch(site.url.replace("http:", "https:"), accept=Kind.PAGE)
    with pytest.raises(Broken):
        web.fetch(secure_site.url.replace("https:", "http:"), accept=Kind.PAGE)


def test_who_drips_over_tls_ends_as_well(secure_site: Site, hurried: Callable[..., Web]) -> None:
    with pytest.raises(TooSlow, match="did not finish in"):
        hurried(total=0.4).fetch(secure_site.at("/a", fault("drips")), accept=Kind.PAGE)


@pytest.mark.parametrize(("read", "total", "said"), [(20.0, 0.2, "did not finish"), (0.1, 60.0, "said nothing")])
def test_who_takes_the_connection_and_never_speaks_tls(
    hurried: Callable[..., Web], read: float, total: float, said: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(TooSlow, match=said):
        hurried(read=read, total=total).fetch(f"https://127.0.0.1:{server.getsockname()[1]}/", accept=Kind.PAGE)


def test_a_cut_over_tls_is_no_short_article(secure_site: Site, web: Web) -> None:
    with pytest.raises(Broken, match="ended too soon"):
        web.fetch(secure_site.at("/a", fault("cut")), accept=Kind.PAGE)

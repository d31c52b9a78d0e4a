"""The fixtures ``site`` and ``secure_site``, for the tests of every room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.site import DATA, Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on loopback, empty at first; fetch from it with ``allow_private=True``."""
    with serving() as running:
        yield running


@pytest.fixture
def secure_site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The same with TLS, as ``https://localhost:PORT``, trusted for the length of the test."""
    monkeypatch.setenv("SSL_CERT_FILE", str(DATA / "authority.pem"))
    with serving(secure=True) as running:
        yield running


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the proxies that nobody answers; for who has a wire of their own (``tests.web.wires``)."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)

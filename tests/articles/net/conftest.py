"""What the tests of fetching share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articles.net.fetching import Web
from articles.net.kinds import Kind, Limits

SMALL = 100_000
"""Bytes of a body, at most, in these tests."""


@pytest.fixture(autouse=True)
def _straight(no_proxies: None) -> None:
    """These tests name the proxies that they want."""


@pytest.fixture
def web() -> Web:
    """Fetches from loopback, with limits that are generous in time and small in size."""
    limits = Limits(size=SMALL, redirects=4)
    return Web(allow_private=True, limits=dict.fromkeys(Kind, limits))


@pytest.fixture
def hurried() -> Callable[..., Web]:
    """Makes a ``Web`` whose time ends soon; only for what can end in no other way."""

    def make(read: float = 20.0, total: float = 0.2, connect: float = 10.0) -> Web:
        limits = Limits(connect, read, total, SMALL, 4)
        return Web(allow_private=True, limits=dict.fromkeys(Kind, limits))

    return make

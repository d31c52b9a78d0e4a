"""A service on loopback for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.translation.online.pages import Service, running


@pytest.fixture
def service() -> Iterator[Service]:
    """A service in good order, until it is told otherwise."""
    with running() as running_service:
        yield running_service

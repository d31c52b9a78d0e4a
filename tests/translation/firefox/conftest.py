"""The delivery service, told to fxtranslate, and a place for models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.translation.firefox.download import Downloads
from reader.translation.firefox.store import Models
from tests.translation.firefox.service import Service


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    service = Service()
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", service.records_url)
    yield service
    service.close()


@pytest.fixture
def downloads() -> Iterator[Downloads]:
    downloads = Downloads(pause=lambda _seconds: None)
    yield downloads
    downloads.close()


@pytest.fixture
def models(tmp_path: Path) -> Models:
    return Models(tmp_path / "data")

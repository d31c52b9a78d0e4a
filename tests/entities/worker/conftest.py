"""Workers for the tests, closed at their end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.entities.worker.client import Worker
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the slow worker looks for what it is to do."""
    place = tmp_path / "slow"
    place.mkdir()
    return place


@pytest.fixture
def slow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """The slow worker."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    worker = Worker([sys.executable, "-P", "-m", "tests.entities.worker.slow", str(folder)])
    yield worker
    worker.close()


@pytest.fixture
def worker() -> Iterator[Worker]:
    """The real one."""
    worker = Worker()
    yield worker
    worker.close()

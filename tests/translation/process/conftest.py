"""Processes for the tests, closed at their end."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.translation.process.client import Process
from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the slow process looks for what it is to do."""
    place = tmp_path / "slow"
    place.mkdir()
    return place


@pytest.fixture
def slow_command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What starts the slow process."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return [sys.executable, "-P", "-m", "tests.translation.process.slow", str(folder)]


@pytest.fixture
def slow(slow_command: list[str]) -> Iterator[Process]:
    """The slow process."""
    process = Process("the engine slow", slow_command)
    yield process
    process.close()

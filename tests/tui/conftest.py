"""What the tests of the screen share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.stage import Stage


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with colours and signs, whatever the tests are started from."""
    for name in ("NO_COLOR", "COLORTERM", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the bundled articles and their English, made once."""
    home = tmp_path_factory.mktemp("seeded") / "home"
    stage = Stage(home)
    assert stage.summaries()
    stage.close()
    return home


@pytest.fixture
def stage(seeded: Path, tmp_path: Path) -> Iterator[Stage]:
    """A stage with the bundled articles; no engine unless a test brings one."""
    home = tmp_path / "stage"
    shutil.copytree(seeded, home)
    made = Stage(home)
    yield made
    made.close()

"""Where the tests of the library put theirs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles.children import folder_for_all


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def everyones() -> Iterator[Path]:
    folder = folder_for_all()
    yield folder
    for place in (folder, *folder.iterdir()):
        place.chmod(0o777)
    shutil.rmtree(folder)

"""The library that the tests of the index share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.entities.store import ENTITY_MIGRATIONS
from tests.entities.index.libraries import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Database(tmp_path / "library.db", (*MIGRATIONS, *ENTITY_MIGRATIONS)) as opened:
        yield Library(opened)

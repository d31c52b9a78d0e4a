"""What cannot be written waits, and goes in later, once."""

from __future__ import annotations

import dataclasses
import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from reader.translation import keeping
from reader.translation.engine import Origin, Translation
from reader.translation.keeping import PAUSE, Keeper
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory

NOON = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", MEMORY_MIGRATIONS, busy_seconds=0.01) as opened:
        yield opened


class Clock:
    """Stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def made(number: int, target: str = "English.") -> Translation:
    return Translation(f"Frase {number}.", target, Origin.DRAFT, "local", "1", NOON)


def locked(path: Path) -> sqlite3.Connection:
    holder = sqlite3.connect(path)
    holder.execute("BEGIN IMMEDIATE")
    return holder


def test_what_waits_goes_in_with_the_next_one_and_the_newest_of_a_maker_counts(database: Database) -> None:
    memory, told, clock = TranslationMemory(database), list[StorageError](), Clock()
    keeper = Keeper(memory, told.append, clock)
    holder = locked(database.path)
    for each in (made(1, "First."), made(2), made(1, "Second.")):
        keeper.keep(each)
    assert (keeper.waiting, len(told)) == (2, 1)  # a locked library is not tried for each sentence
    clock.now = PAUSE
    keeper.keep(made(2))
    assert (keeper.waiting, len(told)) == (2, 2)
    holder.close()
    keeper.keep(made(3))
    assert (keeper.waiting, memory.count()) == (3, 0)
    keeper.flush()
    kept = memory.lookup([f"Frase {number}." for number in (1, 2, 3)])
    assert [kept[f"Frase {number}."].target for number in (1, 2, 3)] == ["Second.", "English.", "English."]
    assert (keeper.waiting, len(told), memory.count()) == (0, 2, 3)


def test_an_older_draft_that_waits_does_not_undo_a_newer_one_that_was_written(database: Database) -> None:
    memory = TranslationMemory(database)
    clock = Clock()
    keeper = Keeper(memory, lambda _: None, clock)
    holder = locked(database.path)
    keeper.keep(made(1, "First."))
    holder.close()
    clock.now = PAUSE
    keeper.keep(made(1, "Second."))
    keeper.keep(made(2))
    assert memory.lookup(["Frase 1."])["Frase 1."].target == "Second."


def test_no_more_wait_than_memory_allows(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_WAITING", 3)
    memory = TranslationMemory(database)
    clock = Clock()
    keeper = Keeper(memory, lambda _: None, clock)
    holder = locked(database.path)
    for number in range(5):
        keeper.keep(made(number))
    assert keeper.waiting == 3
    holder.close()
    clock.now = PAUSE
    keeper.keep(dataclasses.replace(made(9), origin=Origin.REFINED))
    assert sorted(memory.lookup([f"Frase {number}." for number in range(10)])) == [
        "Frase 2.", "Frase 3.", "Frase 4.", "Frase 9.",
    ]  # fmt: skip

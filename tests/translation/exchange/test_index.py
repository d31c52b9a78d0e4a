"""Searching the memory by its words, in a real library."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import BadQuery
from articles.migrations import MIGRATIONS
from reader.translation.engine import Origin
from reader.translation.exchange.index import MemoryIndex
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from tests.translation.test_memory import database, made, memory

__all__ = ["database", "memory"]


@pytest.fixture
def index(database: Database) -> MemoryIndex:
    return MemoryIndex(database)


def found(index: MemoryIndex, query: str, limit: int = 50) -> list[str]:
    index.catch_up()
    return [each.target for each in index.search(query, limit)]


def test_words_are_found_in_both_languages_without_accents(memory: TranslationMemory, index: MemoryIndex) -> None:
    memory.record(made("A ação começou.", "The action began."))
    memory.record(made("Não há inflação.", "There is no inflation."))
    assert found(index, "acao") == ["The action began."]
    assert found(index, "INFLATION") == ["There is no inflation."]
    assert found(index, "infla*") == ["There is no inflation."]
    assert found(index, '"no inflation"') == ["There is no inflation."]
    assert found(index, '"inflation no"') == []
    assert found(index, "ação inflation") == []
    with pytest.raises(BadQuery):
        index.search("…")


def test_the_shorter_match_is_better_and_the_limit_holds(memory: TranslationMemory, index: MemoryIndex) -> None:
    memory.record(made("Uma frase longa em que a palavra greve ocorre só uma vez.", "long"))
    memory.record(made("A greve.", "short"))
    assert found(index, "greve") == ["short", "long"]
    assert found(index, "greve", 1) == ["short"]


def test_what_changed_is_found_as_it_is_now(memory: TranslationMemory, index: MemoryIndex) -> None:
    memory.record(made("Olá.", "Hello.", Origin.HUMAN, "human", ""))
    assert found(index, "hello") == ["Hello."]
    memory.record(made("Olá.", "Hi.", Origin.HUMAN, "human", ""))
    memory.record(made("Olá.", "Good day.", Origin.HUMAN, "human", ""))
    assert index.waiting() == 1
    assert found(index, "hello") == []
    assert found(index, "hi") == []
    assert found(index, "good") == ["Good day."]


def test_what_changed_and_then_went_is_forgotten_as_it_was_indexed(
    memory: TranslationMemory, index: MemoryIndex, database: Database
) -> None:
    memory.record(made("Olá.", "Hello."))
    index.catch_up()
    memory.record(made("Olá.", "Hi."))
    with database.write() as connection:
        connection.execute("DELETE FROM translation")
    assert found(index, "hello") == found(index, "hi") == []
    with database.write() as connection:
        connection.execute("INSERT INTO translation_text (translation_text, rank) VALUES ('integrity-check', 1)")


def test_recording_the_same_again_asks_for_nothing(memory: TranslationMemory, index: MemoryIndex) -> None:
    memory.record(made("Olá.", "Hello."))
    index.catch_up()
    memory.record(made("Olá.", "Hello."))
    assert index.waiting() == 0


@pytest.mark.parametrize("seed", [2, 36, 122])
def test_the_index_is_what_the_memory_holds_whatever_was_done(
    memory: TranslationMemory, index: MemoryIndex, database: Database, seed: int
) -> None:
    chance = random.Random(seed)
    for round_ in range(60):
        match chance.choice(("record", "record", "change", "forget last", "forget", "catch up")):
            case "record":
                memory.record(made(f"Frase {round_}.", f"Sentence {round_}."))
            case "change":
                memory.record(made(f"Frase {chance.randrange(60)}.", f"Other {round_}."))
            case "forget last":  # SQLite gives its number to the next one
                with database.write() as connection:
                    connection.execute("DELETE FROM translation WHERE number = (SELECT max(number) FROM translation)")
            case "forget":
                with database.write() as connection:
                    connection.execute("DELETE FROM translation WHERE number % 7 = ?", (chance.randrange(7),))
            case "catch up":
                index.catch_up()
    index.catch_up()
    with database.write() as connection:  # compares every word with the table's; raises where they differ
        connection.execute("INSERT INTO translation_text (translation_text, rank) VALUES ('integrity-check', 1)")


def test_a_library_of_an_older_reader_is_indexed_at_the_first_search(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Database(path, (*MIGRATIONS, *MEMORY_MIGRATIONS[:2])) as old, old.write() as connection:
        connection.executemany(
            "INSERT INTO translation (key, rank, engine, version, created, source, target) "
            "VALUES (?, 0, 'local', '1', '2026-01-01T00:00:00+00:00', ?, ?)",
            [(f"{number:032}", f"Frase {number}.", f"Sentence {number}.") for number in range(300)],
        )
    with Database(path, (*MIGRATIONS, *MEMORY_MIGRATIONS)) as database:
        index = MemoryIndex(database)
        told: list[int] = []
        assert index.waiting() == 300
        assert index.catch_up(told.append) == 300
        assert told == [300]
        assert [each.source for each in index.search("sentence 42")] == ["Frase 42."]

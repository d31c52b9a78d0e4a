"""The memory in a real library."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from reader.translation.engine import Origin, Translation
from reader.translation.glossary.model import Glossary, Term
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory, key_of
from reader.translation.pairs import english_of
from reader.translation.service import TranslationService
from tests.translation.engines import ScriptedEngine

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def made(
    source: str,
    target: str,
    origin: Origin = Origin.DRAFT,
    engine: str = "local",
    version: str = "1",
    created: datetime.datetime = NOON,
) -> Translation:
    return Translation(source, target, origin, engine, version, created)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", (*MIGRATIONS, *MEMORY_MIGRATIONS)) as opened:
        yield opened


@pytest.fixture
def memory(database: Database) -> TranslationMemory:
    return TranslationMemory(database)


def test_what_was_recorded_is_found(memory: TranslationMemory) -> None:
    translation = made("Olá.", "Hello.")
    memory.record(translation)
    assert memory.lookup(["Olá.", "Adeus."]) == {"Olá.": translation}
    assert memory.lookup([]) == {}
    assert memory.count() == 1


def test_it_is_on_the_disk_when_record_returns(memory: TranslationMemory, database: Database) -> None:
    memory.record(made("Olá.", "Hello."))
    other = sqlite3.connect(database.path)
    try:
        assert other.execute("SELECT target FROM translation").fetchall() == [("Hello.",)]
    finally:
        other.close()


def test_composition_and_white_space_do_not_matter(memory: TranslationMemory) -> None:
    memory.record(made("Ação  e\u00a0reação.", "Action and reaction."))
    asked = "Ac\u0327a\u0303o e\nreac\u0327a\u0303o. "
    assert memory.lookup([asked])[asked].target == "Action and reaction."
    assert memory.lookup([asked])[asked].source == asked
    assert key_of("ação") != key_of("Ação")
    assert len(key_of("\ud800")) == 32


def test_two_forms_of_one_sentence_are_both_answered(memory: TranslationMemory) -> None:
    memory.record(made("a b", "A B"))
    assert set(memory.lookup(["a b", "a  b", "a b"])) == {"a b", "a  b"}


def test_human_beats_refined_beats_draft_whatever_the_order(memory: TranslationMemory) -> None:
    later = NOON + datetime.timedelta(days=1)
    memory.record(made("Olá.", "Hi (human)", Origin.HUMAN, "human", ""))
    memory.record(made("Olá.", "Hi (refined)", Origin.REFINED, "google", created=later))
    memory.record(made("Olá.", "Hi (draft)", created=later))
    memory.record(made("Sim.", "Yes (refined)", Origin.REFINED, "google"))
    memory.record(made("Sim.", "Yes (draft)", created=later))
    found = memory.lookup(["Olá.", "Sim."], "local", "1")
    assert [found[source].target for source in ("Olá.", "Sim.")] == ["Hi (human)", "Yes (refined)"]


def test_a_draft_of_an_older_version_counts_only_when_nobody_is_named(memory: TranslationMemory) -> None:
    memory.record(made("Olá.", "old", version="1"))
    assert memory.lookup(["Olá."], "local", "2") == {}
    assert memory.lookup(["Olá."], "other", "1") == {}
    assert memory.lookup(["Olá."], "local") == {}
    assert memory.lookup(["Olá."])["Olá."].target == "old"
    memory.record(made("Olá.", "new", version="2", created=NOON + datetime.timedelta(1)))
    assert memory.lookup(["Olá."], "local", "1")["Olá."].target == "old"
    assert memory.lookup(["Olá."])["Olá."].target == "new"
    assert memory.count() == 2


def test_the_same_maker_saying_it_again_takes_its_own_place(memory: TranslationMemory) -> None:
    memory.record(made("Olá.", "Hello.", Origin.HUMAN, "human", ""))
    earlier = NOON - datetime.timedelta(days=400)  # a clock that went backwards
    memory.record(made("Olá.", "Hi.", Origin.HUMAN, "human", "", earlier))
    assert memory.lookup(["Olá."])["Olá."].target == "Hi."
    assert memory.count() == 1


def test_times_come_back_in_utc(memory: TranslationMemory) -> None:
    east = datetime.timezone(datetime.timedelta(hours=9))
    memory.record(made("Olá.", "Hello.", created=datetime.datetime(2026, 11, 22, 21, tzinfo=east)))
    created = memory.lookup(["Olá."])["Olá."].created
    assert created == NOON
    assert created.utcoffset() == datetime.timedelta(0)


def test_seeding_twice_writes_once_and_undoes_no_correction(memory: TranslationMemory, database: Database) -> None:
    seeds = [made(f"Frase {number}.", f"Sentence {number}.", Origin.HUMAN, "human", "") for number in range(500)]
    assert memory.record_many(seeds) == 500
    memory.record(made("Frase 7.", "My own words.", Origin.HUMAN, "human", ""))
    holder = sqlite3.connect(database.path)
    try:
        holder.execute("BEGIN IMMEDIATE")  # somebody is writing: seeding again must not even want to
        assert memory.record_many(seeds) == 0
    finally:
        holder.close()
    assert memory.lookup(["Frase 7."])["Frase 7."].target == "My own words."
    assert memory.record_many([*seeds, made("Nova.", "New.")]) == 1
    assert memory.record_many([made("A.", "A."), made("A.", "A again.")]) == 1


def test_seeding_is_all_or_nothing(memory: TranslationMemory) -> None:
    with pytest.raises(StorageError):
        memory.record_many([made("Olá.", "Hello."), made("Sim.", "")])
    assert memory.count() == 0


def test_nothing_empty_is_kept(memory: TranslationMemory) -> None:
    with pytest.raises(StorageError):
        memory.record(made("Olá.", ""))
    assert memory.count() == 0


def test_a_whole_article_is_one_query_by_the_index(memory: TranslationMemory, database: Database) -> None:
    memory.record_many(made(f"Frase {number}.", f"Sentence {number}.") for number in range(5000))
    seen: list[str] = []
    with database.read() as connection:
        connection.set_trace_callback(seen.append)
    try:
        found = memory.lookup([f"Frase {number}." for number in range(0, 10_000, 2)], "local", "1")
    finally:
        connection.set_trace_callback(None)
    assert len(found) == 2500
    assert sum("SELECT" in statement for statement in seen) == 1
    with database.read() as connection:
        select = next(statement for statement in seen if "SELECT" in statement)
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {select}"))
    assert "USING INDEX translation_key (key=?)" in plan


def test_a_closed_library_is_a_storage_error(memory: TranslationMemory, database: Database) -> None:
    database.close()
    for act in (lambda: memory.lookup(["a"]), lambda: memory.record(made("a", "b")), memory.count):
        with pytest.raises(StorageError):
            act()


def test_what_was_recorded_last_wins_though_the_clock_went_back(memory: TranslationMemory) -> None:
    memory.record(made("Olá.", "Hello.", Origin.REFINED, "google"))
    earlier = NOON - datetime.timedelta(days=400)
    memory.record(made("Olá.", "Hi.", Origin.REFINED, "microsoft", created=earlier))
    assert memory.lookup(["Olá."])["Olá."].target == "Hi."
    memory.record(made("Olá.", "Hello again.", Origin.REFINED, "google", created=earlier))
    assert memory.lookup(["Olá."])["Olá."].target == "Hello again."


def test_what_was_brought_in_is_older_than_what_was_recorded_here(memory: TranslationMemory) -> None:
    memory.record(made("Olá.", "Hello.", Origin.REFINED, "google"))
    later = NOON + datetime.timedelta(days=400)
    assert memory.record_many([made("Olá.", "Hi.", Origin.REFINED, "microsoft", created=later)]) == 1
    assert memory.lookup(["Olá."])["Olá."].target == "Hello."


def test_all_the_english_of_an_article_is_one_query(memory: TranslationMemory, database: Database) -> None:
    sources = [f"Frase {number} de Kim." for number in range(300)]
    memory.record_many(made(source, f"English of {source}") for source in sources)
    service = TranslationService(memory, ScriptedEngine())
    seen: list[str] = []
    with database.read() as connection:
        connection.set_trace_callback(seen.append)
    try:
        answers = list(english_of(service, sources, glossary=Glossary([Term("Kim", "Kim")])))
    finally:
        connection.set_trace_callback(None)
    assert len(answers) == 300
    assert [statement.split()[0] for statement in seen] == [
        "ROLLBACK",
        "BEGIN",
        "SELECT",
        "ROLLBACK",
    ]  # its own end first

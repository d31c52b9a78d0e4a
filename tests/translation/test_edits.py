"""A person's English: it wins, is undone and done again, and is as durable as anything in the library."""

from __future__ import annotations

import datetime
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from reader.translation.edited import BadEdit, Below, NoEdit
from reader.translation.edits import LONGEST, EditStore
from reader.translation.engine import Origin, Translation
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory, forget_people, key_of
from reader.translation.service import TranslationService
from reader.translation.tables import OWN_MIGRATIONS
from tests.translation.engines import ScriptedEngine

STEPS = (*MIGRATIONS, *MEMORY_MIGRATIONS, *OWN_MIGRATIONS)
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
HERE, THERE = "a" * 32, "b" * 32
SENTENCE = "Kim visitou a fábrica."
DRAFT = Translation(SENTENCE, "Kim visited factory.", Origin.DRAFT, "local", "1", NOON)
REFINED = Translation(SENTENCE, "Kim visited the plant.", Origin.REFINED, "google", "", NOON)
BUNDLED = Translation(SENTENCE, "Kim toured the factory.", Origin.HUMAN, "human", "", NOON)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime.datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", STEPS) as opened:
        yield opened


@pytest.fixture
def edits(database: Database, clock: Clock) -> EditStore:
    return EditStore(database, clock)


@pytest.fixture
def memory(database: Database) -> TranslationMemory:
    return TranslationMemory(database)


def english(memory: TranslationMemory, source: str = SENTENCE) -> str | None:
    found = memory.lookup([source]).get(source)
    return found.target if found is not None else None


def test_what_a_person_wrote_wins_and_says_who_when_and_over_what(edits: EditStore, memory: TranslationMemory) -> None:
    memory.record(DRAFT)
    memory.record(REFINED)
    edit = edits.save(SENTENCE, "  Kim toured\nthe plant. ", "Ana", HERE)
    assert edit is not None
    assert memory.lookup([SENTENCE])[SENTENCE] == Translation(
        SENTENCE, "Kim toured the plant.", Origin.HUMAN, "human", "", NOON, author="Ana"
    )
    assert (edit.author, edit.article, edit.made, edit.undone) == ("Ana", HERE, NOON, False)
    assert edit.below == Below("Kim visited the plant.", Origin.REFINED, "google", "", "")
    assert edits.history(SENTENCE) == [edit]
    assert edits.history("Kim  visitou a fa\u0301brica.") == [edit], "as the memory folds a sentence"


def test_undo_shows_the_engines_english_again_and_redo_the_persons(edits: EditStore, memory: TranslationMemory) -> None:
    memory.record(DRAFT)
    edits.save(SENTENCE, "One.")
    assert edits.undo().undone
    assert memory.lookup([SENTENCE])[SENTENCE] == DRAFT
    assert not edits.redo().undone
    assert english(memory) == "One."
    edits.undo()
    with pytest.raises(NoEdit):
        edits.undo()
    edits.redo()
    with pytest.raises(NoEdit):
        edits.redo()


def test_the_bundled_english_is_edited_over_and_comes_back(edits: EditStore, memory: TranslationMemory) -> None:
    memory.record(DRAFT)
    memory.record(BUNDLED)
    edits.save(SENTENCE, "One.", "Ana")
    edits.save(SENTENCE, "Two.", "Rui")
    edits.undo()
    assert english(memory) == "One."
    edits.undo()
    assert memory.lookup([SENTENCE])[SENTENCE] == BUNDLED


def test_of_several_people_all_are_put_back(edits: EditStore, memory: TranslationMemory) -> None:
    later = NOON + datetime.timedelta(days=9)
    other = Translation(SENTENCE, "Imported.", Origin.HUMAN, "OmegaT", "6", later, "raw", "terms", ("Kim",), "Eva")
    memory.record(BUNDLED)
    memory.record(other)
    edits.save(SENTENCE, "Mine.")
    assert english(memory) == "Mine.", "though the imported one says that it is of a later day"
    edits.undo()
    assert memory.lookup([SENTENCE])[SENTENCE] == other
    assert memory.count() == 2


def test_what_an_import_brought_since_is_not_undone(edits: EditStore, memory: TranslationMemory) -> None:
    memory.record(BUNDLED)
    edits.save(SENTENCE, "Mine.")
    imported = Translation(SENTENCE, "Imported.", Origin.HUMAN, "human", "", NOON + datetime.timedelta(1))
    memory.record(imported)
    assert edits.undo().undone
    assert memory.lookup([SENTENCE])[SENTENCE] == imported
    edits.redo()
    assert english(memory) == "Mine."
    edits.undo()
    assert memory.lookup([SENTENCE])[SENTENCE] == imported


def test_what_was_forgotten_since_does_not_come_back_by_undo(
    edits: EditStore, memory: TranslationMemory, database: Database
) -> None:
    memory.record(BUNDLED)
    edits.save(SENTENCE, "Mine.")
    with database.write() as connection:
        forget_people(connection, key_of(SENTENCE))
    edits.undo()
    assert english(memory) is None
    edits.redo()
    assert english(memory) == "Mine.", "which was asked for"
    edits.undo()
    assert english(memory) is None


def test_taken_away_the_engines_shows_again(edits: EditStore, memory: TranslationMemory) -> None:
    memory.record(DRAFT)
    memory.record(BUNDLED)
    dropped = edits.drop(SENTENCE)
    assert dropped is not None
    assert dropped.target == ""
    assert english(memory) == DRAFT.target
    assert edits.drop(SENTENCE) is None
    edits.undo()
    assert english(memory) == BUNDLED.target


def test_saying_the_same_again_is_no_edit(edits: EditStore, memory: TranslationMemory) -> None:
    memory.record(DRAFT)
    assert edits.save(SENTENCE, DRAFT.target) is not None, "an engine's words may be confirmed"
    assert edits.save(SENTENCE, f" {DRAFT.target}") is None
    assert len(edits.entries()) == 1


@pytest.mark.parametrize("english", ["", " \n", "\u00ad", "x" * (LONGEST + 1)])
def test_what_is_no_english_of_a_sentence(edits: EditStore, english: str) -> None:
    with pytest.raises(BadEdit):
        edits.save(SENTENCE, english)
    assert edits.entries() == []


def test_what_has_no_letters_is_its_own_english(edits: EditStore) -> None:
    with pytest.raises(BadEdit):
        edits.save("* * *", "Stars")


def test_nothing_unclean_is_kept(edits: EditStore) -> None:
    edit = edits.save(SENTENCE, "A\x1b[31mb\u202e", "An\x07a")
    assert edit is not None
    assert (edit.target, edit.author) == ("A\ufffdb\ufffd", "An\ufffda")


def test_after_a_new_edit_what_was_undone_there_is_history(edits: EditStore, memory: TranslationMemory) -> None:
    edits.save("Um.", "One", article_id=HERE)
    edits.save("Dois.", "Two", article_id=THERE)
    edits.undo()
    edits.undo()
    edits.save("Três.", "Three", article_id=HERE)
    assert [(each.target, each.undone, each.final) for each in edits.entries()] == [
        ("One", True, True),
        ("Two", True, False),
        ("Three", False, False),
    ]
    assert edits.redo().target == "Two"
    with pytest.raises(NoEdit):
        edits.redo()
    assert [each.target for each in edits.entries(HERE)] == ["One", "Three"]
    assert [each.target for each in edits.entries(limit=1)] == ["Three"]


def test_of_an_article_the_last_made_there_unless_it_is_covered(edits: EditStore, memory: TranslationMemory) -> None:
    edits.save("Um.", "One", article_id=HERE)
    edits.save("Dois.", "Two", article_id=HERE)
    edits.save("Dois.", "2", article_id=THERE)
    assert edits.undo(HERE).target == "One"
    with pytest.raises(NoEdit):
        edits.undo(HERE)
    edits.undo(THERE)
    assert edits.undo(HERE).target == "Two"
    assert english(memory, "Dois.") is None
    assert edits.redo(HERE).target == "Two"


def test_it_tells_when_the_last_was_done_and_undone_whatever_the_clock(edits: EditStore, clock: Clock) -> None:
    second = datetime.timedelta(seconds=1)
    assert edits.last_done() is None
    assert edits.last_undone(HERE) is None
    edits.save("Um.", "One", article_id=HERE)
    clock.time = NOON + second
    edits.save("Dois.", "Two", article_id=HERE)
    assert edits.last_done(HERE) == NOON + second
    clock.time = NOON - 5 * second
    edits.undo()
    assert edits.last_done() == NOON
    undone = edits.last_undone(HERE)
    assert undone is not None
    assert undone > NOON + second
    assert edits.redo().target == "Two"
    assert edits.undo().target == "Two", "the last done, though the clock went back"
    assert edits.last_done(THERE) is None


def test_it_is_all_there_after_a_restart(edits: EditStore, database: Database) -> None:
    for number in range(3):
        edits.save(SENTENCE, f"English {number}")
    edits.undo()
    database.close()
    with Database(database.path, STEPS) as again:
        later, memory = EditStore(again), TranslationMemory(again)
        assert english(memory) == "English 1"
        later.redo()
        assert english(memory) == "English 2"
        for _ in range(3):
            later.undo()
        assert english(memory) is None


def test_the_service_gives_it_and_refining_leaves_it(edits: EditStore, memory: TranslationMemory) -> None:
    engine = ScriptedEngine()
    service = TranslationService(memory, engine)
    edits.save(SENTENCE, "Mine.")
    assert service.translate(SENTENCE).target == "Mine."
    assert service.refine(SENTENCE, engine).target == "Mine."
    assert engine.asked == []


def test_two_threads_lose_nothing(edits: EditStore, memory: TranslationMemory) -> None:
    def work(name: str) -> None:
        for number in range(10):
            edits.save(SENTENCE, f"{name} {number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    said = [each.target for each in edits.history(SENTENCE)]
    assert sorted(said) == sorted(f"{name} {number}" for name in "AB" for number in range(10))
    for target in reversed(said):
        assert english(memory) == target
        edits.undo()
    assert english(memory) is None


def test_a_library_that_cannot_be_used_is_told(edits: EditStore, database: Database) -> None:
    database.close()
    for call in (lambda: edits.save(SENTENCE, "x"), edits.undo, edits.redo, edits.last_done, edits.entries):
        with pytest.raises(StorageError):
            call()


CHILD = """
import sys
from pathlib import Path
from articles.database import Database
from reader.translation.edits import EditStore
from tests.translation.test_edits import SENTENCE, STEPS

store = EditStore(Database(Path(sys.argv[1]), STEPS))
number = 0
while True:
    number += 1
    print(store.save(SENTENCE, f"English {number}").target, flush=True)
    if number % 3 == 0:
        print("undone", store.undo().number, flush=True)
"""


@pytest.mark.parametrize("shown", [1, 4, 9])
def test_killed_at_any_moment_memory_and_edits_agree(tmp_path: Path, shown: int) -> None:
    path = tmp_path / "library.db"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as child:
        assert child.stdout is not None
        try:
            seen = [child.stdout.readline().rstrip("\n") for _ in range(shown)]
        finally:
            child.send_signal(signal.SIGKILL)
        seen += [line.rstrip("\n") for line in child.stdout if line.endswith("\n")]
    with Database(path, STEPS) as database:
        edits, memory = EditStore(database), TranslationMemory(database)
        made = [each for each in seen if not each.startswith("undone")]
        history = edits.history(SENTENCE)
        assert [each.target for each in history][: len(made)] == made
        assert len(history) <= len(made) + 1
        for undone in (each.split()[1] for each in seen if each.startswith("undone")):
            assert history[int(undone) - 1].undone
        for standing in reversed([each.target for each in history if not each.undone]):
            assert english(memory) == standing
            edits.undo()
        assert english(memory) is None


def test_while_another_program_writes_nothing_changes_and_it_is_told(
    database: Database, memory: TranslationMemory
) -> None:
    with Database(database.path, STEPS, busy_seconds=0) as other:
        edits = EditStore(other, lambda: NOON)
        edits.save(SENTENCE, "One.")
        with database.write():
            for call in (lambda: edits.save(SENTENCE, "Two."), edits.undo, lambda: edits.drop(SENTENCE)):
                with pytest.raises(StorageError, match="in use"):
                    call()
        assert english(memory) == "One."
        edits.save(SENTENCE, "Two.")
        assert [each.target for each in edits.entries()] == ["One.", "Two."]


def test_with_no_room_on_the_disk_neither_edit_nor_memory_changes(edits: EditStore, database: Database) -> None:
    edits.save(SENTENCE, "One.")
    with database.read() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="no room"):
        edits.save(SENTENCE, "x" * 20_000)
    memory = TranslationMemory(database)
    assert english(memory) == "One."
    assert len(edits.history(SENTENCE)) == 1
    with database.read() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    edits.save(SENTENCE, "x" * 20_000)
    assert len(edits.history(SENTENCE)) == 2

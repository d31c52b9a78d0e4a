"""Pairs brought into a real library."""

from __future__ import annotations

import datetime
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.bringing import Bringing, Conflict
from reader.translation.exchange.units import BadExchange, Left, Unit, malformed
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from tests.translation.test_memory import NOON, database, made, memory

__all__ = ["database", "memory"]

STEPS = (*MIGRATIONS, *MEMORY_MIGRATIONS)
LATER = NOON + datetime.timedelta(days=1)


def human(source: str, target: str) -> Translation:
    return made(source, target, Origin.HUMAN, "human", "")


def target(memory: TranslationMemory, source: str) -> str:
    return memory.lookup([source])[source].target


def test_new_pairs_are_added_and_taking_them_again_adds_nothing(memory: TranslationMemory, database: Database) -> None:
    pairs = [human("Um.", "One."), made("Dois.", "Two."), made("Dois.", "Two", version="2")]
    outcome = Bringing(database, NOON).take(pairs)
    assert (outcome.added, outcome.there, memory.count()) == (3, 0, 3)
    outcome = Bringing(database, NOON).take(pairs)
    assert (outcome.added, outcome.there, memory.count()) == (0, 3, 3)
    assert memory.lookup(["Um."])["Um."] == pairs[0]


def test_a_persons_words_stay_and_the_conflict_is_told(memory: TranslationMemory, database: Database) -> None:
    memory.record(human("Um.", "One."))
    offered = [human("Um.", "A one."), human("Dois.", "Two."), human("Dois.", "The two."), human("Dois.", "Two.")]
    outcome = Bringing(database, NOON).take(offered)
    assert (outcome.added, outcome.there, outcome.conflicts) == (1, 1, 2)
    assert outcome.examples == [Conflict("Um.", "One.", "A one."), Conflict("Dois.", "Two.", "The two.")]
    assert (target(memory, "Um."), target(memory, "Dois.")) == ("One.", "Two.")


def test_a_person_of_another_name_is_a_person_too(memory: TranslationMemory, database: Database) -> None:
    memory.record(human("Um.", "One."))
    other = made("Um.", "A one.", Origin.HUMAN, "ana", "2")
    assert Bringing(database, NOON).take([other]).conflicts == 1
    assert Bringing(database, NOON, replace=True).take([other]).replaced == 1
    assert memory.lookup(["Um."])["Um."] == other
    assert memory.count() == 1


def test_with_replace_the_files_words_win_also_over_its_own_earlier_ones(
    memory: TranslationMemory, database: Database
) -> None:
    memory.record(human("Um.", "One."))
    outcome = Bringing(database, NOON, replace=True).take([human("Dois.", "Two."), human("Um.", "A one."), human("Dois.", "The two.")])  # fmt: skip # noqa: E501
    assert (outcome.added, outcome.replaced, outcome.conflicts) == (1, 2, 0)
    assert (target(memory, "Um."), target(memory, "Dois.")) == ("A one.", "The two.")


def test_of_a_machines_words_the_newer_ones_stay(memory: TranslationMemory, database: Database) -> None:
    memory.record(made("Um.", "One."))
    older = made("Um.", "Old one.", created=NOON - datetime.timedelta(days=1))
    assert Bringing(database, NOON).take([older]).there == 1
    assert target(memory, "Um.") == "One."
    outcome = Bringing(database, NOON).take([made("Um.", "New one.", created=LATER)])
    assert (outcome.replaced, target(memory, "Um.")) == (1, "New one.")


def test_what_is_recorded_here_is_newer_than_what_was_brought_in(memory: TranslationMemory, database: Database) -> None:
    Bringing(database, NOON).take([made("Um.", "Other one.", Origin.REFINED, "deepl", created=LATER)])
    memory.record(made("Um.", "One.", Origin.REFINED, "google"))
    assert target(memory, "Um.") == "One."


def test_units_are_checked_and_those_before_a_malformed_line_are_kept(
    memory: TranslationMemory, database: Database
) -> None:
    def units() -> list[Unit]:
        yield Unit(1, "Um.", "One.")
        yield Unit(2, "13", "13")
        yield Unit(3, "Dois.", None)
        yield Unit(4, "Dois.", "Two.", origin="refined", engine="deepl")
        raise malformed(5, "no more")

    told = []
    bringing = Bringing(database, NOON, progress=told.append)
    with pytest.raises(BadExchange, match="line 5"):
        bringing.take_units(units())
    assert (bringing.outcome.read, bringing.outcome.added) == (4, 2)
    assert bringing.outcome.left == {Left.NO_WORDS: 1, Left.NO_PAIR: 1}
    assert told == [bringing.outcome]
    assert target(memory, "Dois.") == "Two."


CHILD = """
import datetime, sys
from pathlib import Path
from articles.database import Database
from reader.translation.exchange.bringing import Bringing
from reader.translation.exchange.units import Unit
from tests.translation.exchange.test_bringing import STEPS

told = lambda outcome: print(outcome.added, flush=True)
units = (Unit(n, f"Frase {n}.", f"Sentence {n}.") for n in range(int(sys.argv[2])))
with Database(Path(sys.argv[1]), STEPS) as database:
    Bringing(database, datetime.datetime.now(datetime.UTC), progress=told).take_units(units)
"""


def child(path: Path, count: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", CHILD, str(path), str(count)]
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3])


def test_a_killed_import_keeps_its_whole_batches_and_the_next_one_adds_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Database(path, STEPS).close()
    with child(path, 10_000_000) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "5000\n"
        process.send_signal(signal.SIGKILL)
        seen = [5000, *(int(line) for line in process.stdout if line.endswith("\n"))]
    with Database(path, STEPS) as database:
        memory = TranslationMemory(database)
        kept = memory.count()
        assert kept >= seen[-1]
        assert kept % 5_000 == 0  # no half batch
        outcome = Bringing(database, NOON).take_units(
            Unit(number, f"Frase {number}.", f"Sentence {number}.") for number in range(kept + 7)
        )
        assert (outcome.there, outcome.added, memory.count()) == (kept, 7, kept + 7)


def test_while_pairs_come_in_another_process_records_its_own(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Database(path, STEPS) as database:
        memory = TranslationMemory(database)
        with child(path, 10_000) as process:
            assert process.stdout is not None
            for number in range(40):
                memory.record(made(f"Minha frase {number}.", f"My sentence {number}."))
            assert [int(line) for line in process.stdout][-1] == 10_000
        assert process.returncode == 0
        assert memory.count() == 10_040
        assert target(memory, "Minha frase 39.") == "My sentence 39."


WRITER = """
import datetime, sys
from pathlib import Path
from articles.database import Database
from reader.translation.engine import Origin, Translation
from reader.translation.memory import TranslationMemory
from tests.translation.exchange.test_bringing import STEPS

sys.stdin.readline()  # both begin at once
with Database(Path(sys.argv[1]), STEPS) as database:
    memory = TranslationMemory(database)
    for number in range(60):
        now = datetime.datetime.now(datetime.UTC)
        memory.record(Translation(f"Frase {number}.", f"{sys.argv[2]} {number}.", Origin.DRAFT, "local", "1", now))
"""


def test_two_readers_that_write_the_same_sentences_at_once_leave_one_whole_pair_of_each(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Database(path, STEPS).close()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), name],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        for name in ("One", "Other")
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate()[1] for process in both] == ["", ""]
    with Database(path, STEPS) as database:
        memory = TranslationMemory(database)
        assert memory.count() == 60
        found = memory.lookup([f"Frase {number}." for number in range(60)], "local", "1")
        assert {each.target.split()[1] for each in found.values()} == {f"{number}." for number in range(60)}
        assert {each.target.split()[0] for each in found.values()} <= {"One", "Other"}
        with database.read() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

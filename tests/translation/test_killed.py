"""A process that is killed while it translates loses no sentence that it showed, and leaves no half row."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from articles.database import Database
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory

CHILD = """
import sys
from pathlib import Path
from articles.database import Database
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.service import TranslationService
from tests.translation.engines import ScriptedEngine

database = Database(Path(sys.argv[1]), MEMORY_MIGRATIONS)
service = TranslationService(TranslationMemory(database), ScriptedEngine())
number = int(sys.argv[2])
while True:
    print(service.translate(f"Frase {number}.").target, flush=True)
    number += 1
"""


@pytest.mark.parametrize("shown", [1, 2, 5, 20, 60])
def test_what_was_shown_is_kept(tmp_path: Path, shown: int) -> None:
    path = tmp_path / "library.db"
    seen: list[str] = []
    for start in (0, 10_000):  # the second process opens what the first one left behind
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path), str(start)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as child:
            assert child.stdout is not None
            try:
                seen += [child.stdout.readline().rstrip("\n") for _ in range(shown)]
            finally:
                child.send_signal(signal.SIGKILL)
            seen += [line.rstrip("\n") for line in child.stdout if line.endswith("\n")]
    assert len(seen) >= 2 * shown
    with Database(path, MEMORY_MIGRATIONS) as database:
        sources = [english.removeprefix("English of ") for english in seen]
        kept = TranslationMemory(database).lookup(sources)
        assert [kept[source].target for source in sources] == seen
        with database.read() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


ROUNDS = 200

# Imports once and forks a process for each round, so that two hundred of them take seconds. Each opens the library
# that the one before left behind, drafts, holds names, refines; the moment of its death is after so many sentences and
# a spin of another length each time.
KILLER = """
import os, random, signal, sys
import json
from pathlib import Path
from articles.database import Database
from reader.translation.engine import Origin
from reader.translation.glossary.model import Glossary, Term
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.names.model import Held
from reader.translation.service import TranslationService
from tests.translation.engines import ScriptedEngine

path, rounds = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(7)

class Holder:
    version = "1"

    def hold(self, source, target, hits, again=None):
        return Held(target + " (held)", tuple(hit.term.source for hit in hits))

def translate(writing, number):
    def show(source, made):
        os.write(writing, json.dumps([source, made.target]).encode() + b"\\n")

    online = ScriptedEngine(lambda text: "Better: " + text, "online", origin=Origin.REFINED)
    glossary = Glossary([Term("Moscou", "Moscow")])
    with Database(path, MEMORY_MIGRATIONS) as database:
        service = TranslationService(TranslationMemory(database), ScriptedEngine(), holder=Holder())
        while True:
            source = f"Frase {number} de Moscou."
            for make in (service.translate, lambda text: service.translate(text, glossary)):
                show(source, make(source))
            show(source, service.refine(source, online))
            number += 1

for round in range(rounds):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            translate(writing, 1000 * round)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as lines:
        for _ in range(chance.randrange(1, 8)):
            sys.stdout.write(lines.readline())
        for _ in range(chance.randrange(40_000)):
            pass
        os.kill(child, signal.SIGKILL)
        sys.stdout.writelines(line for line in lines if line.endswith("\\n"))
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
"""


def test_two_hundred_processes_are_killed_and_nothing_shown_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Database(path, MEMORY_MIGRATIONS):
        pass
    said = subprocess.run(
        [sys.executable, "-c", KILLER, str(path), str(ROUNDS)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout
    shown = [json.loads(line) for line in said.splitlines()]
    assert len(shown) >= ROUNDS
    with Database(path, MEMORY_MIGRATIONS) as database, database.read() as connection:
        rows = connection.execute("SELECT source, target, raw, terms, unsure, rank FROM translation").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    kept: dict[str, set[str]] = {}
    for source, target, raw, terms, unsure, rank in rows:
        kept.setdefault(source, set()).add(target)
        if raw:  # held: all that belongs to it is there, or none of it
            assert (target, json.loads(unsure), bool(terms)) == (f"{raw} (held)", ["Moscou"], True)
        else:
            assert (json.loads(unsure), terms) == ([], "")
        assert target.removesuffix(" (held)") == (f"English of {source}" if rank == 0 else f"Better: {source}")
    lost = [
        (source, target)
        for source, target in shown
        # The held draft replaces the draft that it was made of, and both were shown.
        if not {target, f"{target} (held)"} & kept.get(source, set())
    ]
    assert lost == []

"""A process that is killed while it translates loses no sentence that it showed."""

from __future__ import annotations

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

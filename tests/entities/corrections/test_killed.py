"""A process that is killed while it corrects loses nothing that it said was done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.entities.corrections.store import CorrectionStore
from reader.entities.store import ENTITY_MIGRATIONS
from tests.entities.index.libraries import Library
from tests.entities.index.test_following import in_step

CHILD = """
import sys
from pathlib import Path
from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.entities.corrections.model import Rename, Scope, Target
from reader.entities.corrections.store import CorrectionStore
from reader.entities.model import Kind
from reader.entities.store import ENTITY_MIGRATIONS

store = CorrectionStore(Database(Path(sys.argv[1]), (*MIGRATIONS, *ENTITY_MIGRATIONS)))
name, number = "Ana", 0
while True:
    number += 1
    store.record(Rename(Target(Kind.PERSON, name), f"Ana {number}", scope=Scope.LIBRARY))
    name = f"Ana {number}"
    print(name, flush=True)
"""


@pytest.mark.parametrize("shown", [1, 7])
def test_what_was_corrected_is_kept_and_the_index_is_in_step(tmp_path: Path, shown: int) -> None:
    path = tmp_path / "library.db"
    with Database(path, (*MIGRATIONS, *ENTITY_MIGRATIONS)) as database:
        library = Library(database)
        here = library.add("[person:Ana] falou com [person:Rui].")
        library.add("[person:Ana] saiu.")
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
        ) as child:
            assert child.stdout is not None
            try:
                seen = [child.stdout.readline().rstrip("\n") for _ in range(shown)]
            finally:
                child.send_signal(signal.SIGKILL)
            seen += [line.rstrip("\n") for line in child.stdout if line.endswith("\n")]
        kept = [each.correction for each in CorrectionStore(database).entries()]
        assert len(kept) in (len(seen), len(seen) + 1), "the last one may not have come to be said"
        assert f"Ana {len(kept)}" in {each.name for each in library.shown(here)}
        assert in_step(library)

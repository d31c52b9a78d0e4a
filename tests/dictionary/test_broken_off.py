"""Adding, replacing and removing a dictionary, killed at every step that touches the disk: nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.dictionary.store import Dictionaries
from tests.dictionary.making import WORDS, stardict

_STEPS = '''
import os, signal, sys
from pathlib import Path
from articles.errors import Problem
from reader.dictionary.store import Dictionaries

do, data, source = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
EVENTS = {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree", "tempfile.mkdtemp"}

def step(last):
    """The same from the beginning, in a process that kills itself at its step of this number."""
    left = [last]
    def hook(event, args):
        if event in EVENTS and args and str(args[0]).startswith(str(data)):
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)
    store = Dictionaries(data)
    store.add(source) if do == "add" else store.remove("d")
    os._exit(0)

def seen():
    told = []
    opened = Dictionaries(data).open(told.append)
    return [(each.about.entries, len(each.senses("casa"))) for each in opened], told

for last in range(1, 400):
    child = os.fork()
    if not child:
        step(last)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(last, ended, *seen(), flush=True)
    if ended == 0:
        break
    if do == "remove" and not seen()[0]:
        Dictionaries(data).add(source)
'''


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the test kills processes that it forked")
@pytest.mark.parametrize("do", ["add", "remove"])
def test_killed_at_any_step_there_is_one_whole_dictionary_the_old_or_the_new(tmp_path: Path, do: str) -> None:
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "old", WORDS[2:5], forms=()))
    source = stardict(tmp_path / "new", WORDS, forms=()) if do == "add" else tmp_path / "old" / "d.ifo"
    told = subprocess.run(
        [sys.executable, "-c", _STEPS, do, str(tmp_path / "data"), str(source)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    lines = told.stdout.splitlines()
    assert len(lines) > (10 if do == "add" else 5)
    assert all(" -9 " in line for line in lines[:-1])
    old, new = f"[({3}, 1)] []", f"[({len(WORDS)}, 1)] []"
    allowed = (old, new) if do == "add" else (old, "[] []")
    assert all(line.endswith(allowed) for line in lines), told.stdout
    assert lines[-1].endswith(f"0 {new}" if do == "add" else "0 [] []")
    store.add(stardict(tmp_path / "third", WORDS, forms=(), packed=False))  # sweeps away what was left half
    assert [each.name for each in store.folder.iterdir() if each.name.startswith(".")] == []
    assert len([each for each in store.folder.iterdir() if each.is_dir()]) == 1


def test_a_damaged_newer_one_leaves_the_older_in_use(tmp_path: Path) -> None:
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "old", WORDS[2:5], forms=()))
    (store.folder / "d.1").mkdir()
    assert [each.entries for each in store.all()] == [3]
    store.add(stardict(tmp_path / "new"))
    assert [(each.entries, each.folder.name, each.short) for each in store.all()] == [(len(WORDS), "d.2", "d")]
    assert sorted(each.name for each in store.folder.iterdir()) == ["d.2", "order.json"]

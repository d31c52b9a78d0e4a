"""The set-up behind `make run` and `make test`: finds a Python, makes .venv whole, says what is wrong."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

TOOLS = ("sh", "cat", "cksum", "dirname", "readlink", "ln", "rm", "mkdir", "mv", "grep", "sleep")
STAND_IN = "#!/bin/sh\necho 'shim: python: command not found' >&2\nexit 127\n"
OLD = "#!/bin/sh\nexit 1\n"  # a Python whose version check fails

# The least that pip can install in place, so that nothing need be fetched.
PROJECT = """[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """
import zipfile

WHEEL = "Wheel-Version: 1.0\\nGenerator: planted\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"

def build_editable(folder, config_settings=None, metadata_directory=None):
    name, info = "planted-1-py3-none-any.whl", "planted-1.dist-info"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("planted.py", "")
        wheel.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\\nName: planted\\nVersion: 1\\n")
        wheel.writestr(f"{info}/WHEEL", WHEEL)
        wheel.writestr(f"{info}/RECORD", "")
    return name
"""


class Machine:
    """A checkout with the real script, and a PATH that holds only what is put there."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a check out"
        self.bin = folder / "bin"
        self.venv = self.checkout / ".venv"
        for place in (self.bin, self.checkout / "tools", self.checkout / "requirements"):
            place.mkdir(parents=True)
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, f"this machine has no {tool}"
            (self.bin / tool).symlink_to(found)
        shutil.copy(ROOT / "tools" / "setup.sh", self.checkout / "tools")
        (self.checkout / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
        (self.checkout / "backend.py").write_text(BACKEND, encoding="utf-8")
        for lock in ("run.txt", "dev.txt"):
            (self.checkout / "requirements" / lock).write_text("", encoding="utf-8")

    def put(self, name: str, script: str) -> None:
        """A program on the PATH."""
        path = self.bin / name
        path.write_text(script, encoding="utf-8")
        path.chmod(0o755)

    def set_up(self, kind: str = "run", **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script as make does."""
        kept = {name: value for name, value in os.environ.items() if name not in {"PATH", "PYTHON"}}
        return subprocess.run(
            ["/bin/sh", "tools/setup.sh", kind],
            cwd=self.checkout,
            env={**kept, "PATH": str(self.bin), **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def real_python() -> str:
    """A script that is the Python of this test, outside its virtual environment."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f'#!/bin/sh\nexec "{sys.base_prefix}/bin/python{version}" "$@"\n'


@pytest.mark.skipif(importlib.util.find_spec("ensurepip") is None, reason="this Python has no ensurepip")
def test_sets_up_once_and_again_when_broken(machine: Machine) -> None:
    machine.put("python3.13", STAND_IN)
    machine.put("python3.12", OLD)
    machine.put("python3", real_python())

    first = machine.set_up()
    assert first.returncode == 0, first.stderr
    assert first.stdout == ""
    assert "setting up" in first.stderr
    python = machine.venv / "bin" / "python"
    assert subprocess.run([python, "-c", "import planted"], check=False).returncode == 0

    mark = machine.venv / "mark"
    mark.write_text("", encoding="utf-8")
    second = machine.set_up()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")

    (machine.checkout / "requirements" / "run.txt").write_text("# another choice\n", encoding="utf-8")
    third = machine.set_up()
    assert third.returncode == 0, third.stderr
    assert "up to date" in third.stderr
    assert mark.exists(), "a .venv that works is built upon"

    (machine.venv / ".unfinished").write_text("", encoding="utf-8")  # what a kill in the middle leaves
    fourth = machine.set_up()
    assert fourth.returncode == 0, fourth.stderr
    assert "setting up" in fourth.stderr
    assert not mark.exists(), "a half-made .venv is made again"
    assert not (machine.venv / ".unfinished").exists()
    assert not (machine.checkout / ".venv.lock").is_symlink()


def test_a_venv_without_its_stamp_or_python_is_not_taken_for_done(machine: Machine) -> None:
    (machine.venv / "bin").mkdir(parents=True)
    (machine.venv / "bin" / "python").symlink_to("/nowhere/python3")
    result = machine.set_up()
    assert result.returncode == 1
    assert "no Python 3.11 or newer found" in result.stderr


@pytest.mark.parametrize("names", [(), ("python3.13", "python3", "python")], ids=["none", "stand-ins"])
def test_says_that_there_is_no_python(machine: Machine, names: tuple[str, ...]) -> None:
    for name in names:
        machine.put(name, STAND_IN)
    result = machine.set_up()
    assert result.returncode == 1
    assert result.stderr == (
        "reader: no Python 3.11 or newer found: install one, or name it: make run PYTHON=/path/to/python3\n"
    )
    assert not machine.venv.exists()


def test_says_that_the_python_chosen_will_not_do(machine: Machine) -> None:
    machine.put("python3", real_python())
    machine.put("old", OLD)
    result = machine.set_up(PYTHON="old")
    assert result.returncode == 1
    assert "PYTHON=old does not run, or is older than 3.11" in result.stderr


def test_says_that_the_venv_module_is_not_whole(machine: Machine) -> None:
    machine.put("python3", '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\necho "$0"\n')
    result = machine.set_up()
    assert result.returncode == 1
    assert "no ensurepip" in result.stderr
    assert "python3-venv" in result.stderr


def test_the_lock_of_a_dead_process_does_not_hold(machine: Machine) -> None:
    ended = subprocess.Popen(["/bin/sh", "-c", ":"])
    ended.wait()
    (machine.checkout / ".venv.lock").symlink_to(str(ended.pid))
    result = machine.set_up()
    assert "no Python" in result.stderr
    assert not (machine.checkout / ".venv.lock").is_symlink()


def test_the_locks_are_whole_and_name_no_host() -> None:
    for name in ("run.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        pinned = [line for line in text.splitlines() if line and line[0].isalnum()]
        assert pinned
        assert all("==" in line for line in pinned)
        assert text.count("==") >= len(pinned)
        assert "://" not in text
        assert text.count("--hash=sha256:") >= len(pinned)


def test_dev_holds_what_run_holds() -> None:
    run, dev = (
        {line.split(" ;")[0].rstrip(" \\") for line in path.read_text(encoding="utf-8").splitlines() if "==" in line}
        for path in (ROOT / "requirements" / "run.txt", ROOT / "requirements" / "dev.txt")
    )
    assert run < dev

"""The programs that are measured: the reader over a home of its own, and the smallest Textual apps beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.tools.terminal import Terminal

# What a process has held at most is only told without what its parent held by the process itself.
MEASURED = """
import sys, time
from reader.cli.main import run
code = run()
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(peak, time.process_time(), file=sys.stderr)
raise SystemExit(code)
"""
"""The reader, which says in the end what it held at most (kB) and its CPU time (s)."""
MINIMAL = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class M(App):\n"
    "    def compose(self): yield Static('Olá palavra')\n"
    "M().run()\n"
)
MINIMAL_WORD = b"palavra"
SCROLLING = (
    "from textual.app import App\n"
    "from textual.containers import VerticalScroll\n"
    "from textual.widgets import Static\n"
    "class M(App):\n"
    "    BINDINGS = [('j', 'j'), ('space', 'page')]\n"
    "    def compose(self):\n"
    "        with VerticalScroll(): yield Static('\\n'.join(f'linha {n} palavra' for n in range(2_000)))\n"
    "    def by(self, rows): self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False, immediate=True)\n"
    "    def action_j(self): self.by(1)\n"
    "    def action_page(self): self.by(38)\n"
    "M().run()\n"
)
"""Two thousand lines of Textual's own, scrolled by ``j``."""


def environment(home: Path) -> dict[str, str]:
    """What a program finds around it: a colour terminal, English, and a home that is nobody's."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def reader(home: Path, *words: str) -> list[str]:
    """The command line of the installed reader over a home."""
    script = Path(sys.executable).with_name("reader")
    start = [sys.executable, str(script)] if script.exists() else [sys.executable, "-m", "reader"]
    return [*start, "--home", str(home), *words]


def python(program: str) -> list[str]:
    """The command line of a small program."""
    return [sys.executable, "-c", program]


class Bench:
    """A folder with a seeded library in it, copies of which the programs run over.

    Modules are compiled once before anything is measured, as they are where the reader is installed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seeded = folder / "seeded"
        self._made = 0
        subprocess.run(reader(self.seeded, "list"), env=environment(folder), check=True, capture_output=True)
        with self.minimal() as terminal:
            terminal.until(MINIMAL_WORD)
        with self.reader() as terminal:
            terminal.until("╭".encode())
            terminal.rest()

    def new_home(self) -> Path:
        """The name of a home that is not there yet."""
        self._made += 1
        return self.folder / f"home{self._made}"

    def home(self) -> Path:
        """A fresh copy of the seeded home."""
        home = self.new_home()
        shutil.copytree(self.seeded, home)
        return home

    def reader(self, *words: str, home: Path | None = None) -> Terminal:
        """The reader in a terminal."""
        return Terminal(reader(home or self.home(), *words), environment(self.folder))

    def minimal(self, program: str = MINIMAL) -> Terminal:
        """A small Textual app in a terminal."""
        return Terminal(python(program), environment(self.folder))

    def run(self, command: Sequence[str]) -> str:
        """Run a command to its end; what it printed."""
        done = subprocess.run(command, env=environment(self.folder), check=True, capture_output=True, text=True)
        return done.stdout


@contextmanager
def bench() -> Iterator[Bench]:
    """A bench in a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="reader-bench-") as folder:
        yield Bench(Path(folder))

"""A pytest plugin of `make check`: the rooms that must stay covered, each by itself.

One figure for the whole would let a well-tested room hide a bare one. It speaks before pytest's last line, so
that the summary stays where people and build servers look for it.
"""

from __future__ import annotations

import io
from collections.abc import Generator
from pathlib import Path

import coverage
import pytest
from coverage.exceptions import NoDataError

FLOOR = 95.0
"""Percent of lines and branches together, as coverage.py counts them."""
ROOMS = ("articles", "reader/entities", "reader/translation")


def measure(room: str, covered: coverage.Coverage) -> tuple[float, str]:
    """The percentage of a room, and the table of its modules; 100 where the room has no code."""
    table = io.StringIO()
    try:
        percent = covered.report(include=[f"{room}/*"], file=table, skip_covered=True, precision=1)
    except NoDataError:
        return 100.0, ""
    return percent, table.getvalue()


class Floors:
    """Measures when the tests have ended, and fails the run when a room lies under the floor."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: list[str] = []

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Outside pytest-cov's own wrapper: what the workers measured has been put together by then."""
        result = yield
        covered = coverage.Coverage(data_file=self._root / ".coverage", config_file=str(self._root / "pyproject.toml"))
        covered.load()
        for room in ROOMS:
            percent, table = measure(room, covered)
            self._lines.append(f"{room}: {percent:.1f} % covered")
            if percent < FLOOR:
                self._lines += [f"too little: at least {FLOOR:.0f} % is asked of {room}", *table.splitlines()]
                session.testsfailed += 1  # what gives pytest's exit status 1
        return result

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the figures, and the modules that bring a room under the floor."""
        terminalreporter.section("coverage", sep="-")
        for line in self._lines:
            terminalreporter.write_line(line)


def pytest_configure(config: pytest.Config) -> None:
    """Only the process that gathers the results measures, not the workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Floors(config.rootpath), "coverage-floors")

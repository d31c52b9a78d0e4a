"""How long the command line takes, against the bare interpreter, and that none of it imports Textual."""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from reader.translation.local import installed
from tests.benchmarks.tools.programs import Bench, bench, environment, python, reader
from tests.benchmarks.tools.table import figure, heading
from tests.benchmarks.tools.texts import unseen_article

LIMIT = 5.0
"""Times the bare interpreter that ``--help`` may take."""

Costs = tuple[float, float]


def main() -> None:
    """Print seconds on the clock and on the processors, medians of runs in turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=11, help="of each command, in turns")
    options = parser.parse_args()
    with bench() as stand:
        commands = chosen(stand)
        taken: dict[str, list[Costs]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                taken[name].append(costs(stand, command()))
        report(taken)
        heading("Commands that import the screen's libraries")
        for library, limit in (("textual", 0.0), ("rich", None)):
            found = [name for name, command in commands.items() if library in imported(stand, command())]
            figure(library, len(found), "", limit, ", ".join(found))


def chosen(stand: Bench) -> dict[str, Callable[[], list[str]]]:
    """The commands by their names; each call gives the words of one run."""
    home = stand.home()
    first = json.loads(stand.run(reader(home, "list", "--format", "json")))[0]["id"]
    plain = {
        "python -c pass": python("pass"),
        "reader --help": reader(home, "--help"),
        "reader --version": reader(home, "--version"),
        "reader list": reader(home, "list"),
        "reader search": reader(home, "search", "Lisboa"),
        "reader show": reader(home, "show", first),
        "reader show, side by side": reader(home, "show", first, "--layout", "side-by-side"),
        "reader entities": reader(home, "entities", first, "--format", "json"),
        "reader translate, from the memory": reader(home, "translate", first),
    }
    commands: dict[str, Callable[[], list[str]]] = {name: lambda words=words: words for name, words in plain.items()}
    if installed():
        file = stand.folder / "three.txt"
        file.write_text(unseen_article(words=40), "utf-8")
        commands["reader translate, three new sentences"] = lambda: reader(stand.home(), "translate", str(file))
    return commands


def costs(stand: Bench, command: Sequence[str]) -> Costs:
    """Seconds on the clock and on the processors."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    stand.run(command)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(taken: dict[str, list[Costs]]) -> None:
    """Print the table."""
    base, base_cpu = (statistics.median(values) for values in zip(*taken["python -c pass"], strict=True))
    heading(f"The command line, against python -c pass ({1000 * base:.1f} ms, {1000 * base_cpu:.1f} ms CPU)")
    for name, runs in taken.items():
        wall, cpu = (statistics.median(values) for values in zip(*runs, strict=True))
        limit = LIMIT if name == "reader --help" else None
        figure(name, wall / base, "x", limit, f"{1000 * wall:.1f} ms, {1000 * cpu:.1f} ms CPU ({cpu / base_cpu:.1f}x)")


def imported(stand: Bench, command: Sequence[str]) -> set[str]:
    """The packages that a command imports."""
    told = [sys.executable, "-X", "importtime", *command[1:]]
    done = subprocess.run(told, env=environment(stand.folder), check=True, capture_output=True, text=True)
    return {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}


if __name__ == "__main__":
    main()

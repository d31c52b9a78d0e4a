"""What it costs to see the first text: a bundled article and 10 MB, against the smallest Textual app."""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable

from articles.bundled import bundled
from tests.benchmarks.tools.programs import MINIMAL_WORD, Bench, bench, reader
from tests.benchmarks.tools.table import figure, heading
from tests.benchmarks.tools.terminal import Terminal
from tests.benchmarks.tools.texts import first_word, ten_megabytes

FRAME = "╭".encode()
Costs = dict[str, list[float]]


def main() -> None:
    """Print CPU seconds of all threads, as multiples of the smallest app's in the same run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="of each program, in turns")
    options = parser.parse_args()
    with bench() as stand:
        base, costs = measure(stand, options.runs)
    report(base, costs)


def measure(stand: Bench, runs: int) -> tuple[list[tuple[float, float]], dict[str, Costs]]:
    """CPU and wall seconds of the smallest app, and of the reader until each point, run by run."""
    newest = json.loads(stand.run(reader(stand.seeded, "list", "--format", "json")))[0]["id"]
    body = next(each.article.body for each in bundled() if each.article.id == newest)
    programs: dict[str, tuple[Callable[[], Terminal], bytes]] = {
        "a bundled article": (stand.reader, first_word("\n\n" + body)),
        "the very first launch": (lambda: stand.reader(home=stand.new_home()), FRAME),
    }
    for name, text in ten_megabytes().items():
        file = stand.folder / f"{len(programs)}.txt"
        file.write_text(text, "utf-8")
        programs[name] = (lambda file=file: stand.reader(str(file)), first_word(text))
    base: list[tuple[float, float]] = []
    costs: dict[str, Costs] = {name: {} for name in programs}
    for _ in range(runs):
        with stand.minimal() as terminal:
            wall = terminal.until(MINIMAL_WORD)
            base.append((terminal.cpu(), wall))
        for name, (start, word) in programs.items():
            with start() as terminal:
                for point, there in (("first text", word), ("the app's frame", FRAME)):
                    wall = terminal.until(there)
                    costs[name].setdefault(f"{point}, CPU", []).append(terminal.cpu())
                    costs[name].setdefault(f"{point}, wall", []).append(wall)
                if name.startswith("10 MB"):
                    terminal.drain(0.05)
                    costs[name].setdefault("the first key, ms", []).append(terminal.press("j").last)
    return base, costs


def report(base: list[tuple[float, float]], costs: dict[str, Costs]) -> None:
    """Print the table."""
    cpu, wall = (statistics.median(values) for values in zip(*base, strict=True))
    heading(f"First text, CPU against the smallest Textual app ({cpu:.3f} s CPU, {wall:.3f} s)")
    for name, points in costs.items():
        limit = {"a bundled article": 1.5, "the very first launch": None}.get(name, 1.75)
        for point in ("first text", "the app's frame"):
            if name == "the very first launch" and point == "first text":
                continue
            spent = statistics.median(points[f"{point}, CPU"])
            taken = statistics.median(points[f"{point}, wall"])
            held = limit if point == "first text" else None
            figure(f"{name}: {point}", spent / cpu, "x", held, f"{spent:.3f} s CPU, {taken:.3f} s on the clock")
        if "the first key, ms" in points:
            answers = points["the first key, ms"]
            figure(f"{name}: then a key answered", statistics.median(answers), "ms", None, f"max {max(answers):.1f}")


if __name__ == "__main__":
    main()

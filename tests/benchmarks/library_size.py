"""The library pane over many articles, in a real terminal: starting, scrolling through all of them, and memory."""

from __future__ import annotations

import argparse
import shutil
import statistics
from pathlib import Path

from tests.benchmarks.tools.library import copied, library
from tests.benchmarks.tools.programs import Bench, bench
from tests.benchmarks.tools.table import figure, heading, spread

FRAME = "╭".encode()
PAGE_DOWN = "\x1b[6~"
_ROWS = 18  # of articles, that a page has at 40 lines
_AT_ONCE = 20  # pages that are asked for without waiting, as a key does that is held
LISTED = "▸".encode()


def main() -> None:
    """Print how long the reader takes to open, as a multiple of an empty library's in the same run, and the rest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000, help="in the large library (the issue: 100000)")
    parser.add_argument("--runs", type=int, default=5, help="of each, in turns")
    options = parser.parse_args()
    with bench() as stand:
        large = stand.new_home()
        shutil.copytree(stand.seeded, large)
        for old in (large / "data").glob("library.db*"):
            old.unlink()
        copied(library(options.articles), large / "data" / "library.db")
        start(stand, large, options.articles, options.runs)
        scroll(stand, large, options.articles)


def start(stand: Bench, large: Path, articles: int, runs: int) -> None:
    """From the command to the first picture, and to the newest articles in the list."""
    taken: dict[str, list[float]] = {}
    for _ in range(runs):
        for name, home in (("few", stand.seeded), ("many", large)):
            with stand.reader(home=home) as terminal:
                taken.setdefault(f"{name}, picture", []).append(terminal.until(FRAME))
                taken.setdefault(f"{name}, rows", []).append(terminal.until(LISTED))
                taken.setdefault(f"{name}, CPU", []).append(terminal.cpu())
                terminal.drain(0.3)
    heading(f"Opening with {articles:,} articles, against the bundled ones alone")
    for point in ("picture", "rows", "CPU"):
        few, many = (statistics.median(taken[f"{name}, {point}"]) for name in ("few", "many"))
        figure(f"until {point}", many / few, "x", 1.3, f"{many:.3f} s, alone {few:.3f} s")


def scroll(stand: Bench, large: Path, articles: int) -> None:
    """Through all of them by pages; a key until all is painted, and what the process holds in the end."""
    with stand.reader(home=large) as terminal:
        terminal.until(LISTED)
        terminal.rest()
        terminal.press("1")
        heading(f"Scrolling through {articles:,} articles")
        for what, key, times in (
            ("a row", "j", 100),
            ("a page", "\x1b[6~", 200),
            ("to the end", "G", 1),
            ("Home", "g", 1),
        ):
            answers = [terminal.press(key).last for _ in range(times)]
            spread(f"{what}: key until painted", [each for each in answers if each < float("inf")], "ms")
        for _ in range(articles // (_ROWS * _AT_ONCE) + 1):
            terminal.press(PAGE_DOWN * _AT_ONCE)
        terminal.rest()
        now, most = terminal.memory()
        figure("memory after scrolling through all", now, "MB", 150, f"at most {most:.0f}")


if __name__ == "__main__":
    main()

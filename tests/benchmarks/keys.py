"""How fast keys are answered in 10 MB of text, while it is read for names and after, and the memory it takes."""

from __future__ import annotations

import argparse
import random
import time

from tests.benchmarks.tools.programs import MINIMAL_WORD, SCROLLING, Bench, bench
from tests.benchmarks.tools.table import figure, heading, percentile, spread
from tests.benchmarks.tools.terminal import Terminal
from tests.benchmarks.tools.texts import ten_megabytes

LIMITS = (15.0, 30.0)
"""Milliseconds: the median and the 95th percentile of the time until a key is answered."""

FRAME = "╭".encode()
KEYS = {"j": "j", "space": " ", ")": ")", "G and g": "Gg"}


def main() -> None:
    """Print milliseconds from a key to the last byte of its answer, and megabytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=45, help="of each kind, after things have settled")
    parser.add_argument("--busy", type=int, default=80, help="keys pressed directly after opening")
    options = parser.parse_args()
    with bench() as stand:
        heading("For comparison: the smallest Textual app, the reader, and 2,000 lines in Textual's own scroll view")
        with stand.minimal() as terminal:
            terminal.until(MINIMAL_WORD)
            terminal.rest()
            base = terminal.memory()[1]
            figure("memory of the smallest app at most", base, "MB")
        with stand.reader() as terminal:
            terminal.until(FRAME)
            terminal.rest()
            figure("memory of the reader with a bundled article, at rest", terminal.memory()[0], "MB")
        with stand.minimal(SCROLLING) as terminal:
            terminal.until(MINIMAL_WORD)
            terminal.rest()
            for name in ("j", "space"):
                spread(name, [terminal.press(KEYS[name]).last for _ in range(45)], "ms")
        for name, text in ten_megabytes().items():
            heading(name)
            session(stand, text, base, options.keys, options.busy)


def session(stand: Bench, text: str, base: float, keys: int, busy: int) -> None:
    """Open a text, press keys at once, wait for rest, press each key, then toggle English in the middle, and resize."""
    size = len(text.encode())
    file = stand.folder / "text.txt"
    file.write_text(text, "utf-8")
    dice = random.Random(1)
    most_memory = base + 4e-6 * size  # of the smallest app, and four times the text
    with stand.reader(str(file)) as terminal:
        terminal.until(FRAME)
        figure("memory when the app's first picture is there", terminal.memory()[0], "MB", most_memory)
        terminal.drain(0.05)
        hurried = []
        for _ in range(busy):
            hurried.append(terminal.press(dice.choice("jjj )")).last)
            time.sleep(dice.uniform(0.0, 0.06))  # as a hand types: not in step with what is measured
        spread("directly after opening", hurried, "ms", LIMITS)
        began = time.perf_counter()
        terminal.rest()
        figure("then at rest after", time.perf_counter() - began, "s")
        now, most = terminal.memory()
        figure("memory at rest", now, "MB", most_memory, "stored in the library, read for names")
        figure("memory at most until then", most, "MB", most_memory)
        for name, kinds in KEYS.items():
            spread(name, [terminal.press(kinds[at % len(kinds)]).last for at in range(keys)], "ms", LIMITS)
        middle(terminal)
        now, most = terminal.memory()
        figure("memory at the end", now, "MB", None, f"at most {most:.0f}")


def middle(terminal: Terminal) -> None:
    """English on and off in the middle of the text, and another size of the terminal."""
    terminal.press("g")
    for _ in range(100):
        terminal.press(" ", quiet=0.01)
    terminal.drain()
    on, off = [], []
    for _ in range(7):
        on.append(terminal.press("t").first)
        terminal.drain()
        off.append(terminal.press("t").first)
        terminal.drain()
    figure("t in the middle, English on: first byte, p50", percentile(on, 0.5), "ms", None, f"max {max(on):.1f}")
    figure("t in the middle, English off: first byte, p50", percentile(off, 0.5), "ms", None, f"max {max(off):.1f}")
    sizes = [terminal.resize((119 - at, 40 - at % 2)).last for at in range(7)]
    figure("another size, p50", percentile(sizes, 0.5), "ms", None, f"max {max(sizes):.1f}")
    terminal.resize((120, 40))


if __name__ == "__main__":
    main()

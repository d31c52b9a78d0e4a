"""Finding in a 10 MB article: how long until the first match is known, and how long others wait meanwhile."""

from __future__ import annotations

import argparse
import sys
import threading
import time

from reader.tui.page.find import Folded
from tests.tui.page.making import prose


def main() -> int:
    """Print milliseconds: to fold and find the first time, to find again, and the longest another thread waited."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=int, default=10)
    size = parser.parse_args(sys.argv[1:]).mb * 1_000_000
    piece = prose(400).replace("que", "“que” não") + "\n\n"
    body = (piece * (size // len(piece) + 1))[:size] + " agulhação"
    waits, done = [0.0], threading.Event()

    def ticking() -> None:
        last = time.perf_counter()
        while not done.wait(0.001):
            now = time.perf_counter()
            waits.append(now - last)
            last = now

    other = threading.Thread(target=ticking)
    other.start()
    begun = time.perf_counter()
    folded = Folded(body)
    made = time.perf_counter()
    cold = len(folded.find("agulhacao"))
    first = time.perf_counter()
    many = len(folded.find("nao"))
    last = time.perf_counter()
    done.set()
    other.join()
    said = [
        f"{size // 1_000_000} MB: folded in {1000 * (made - begun):.0f} ms",
        f"the only match, at its end, after {1000 * (first - begun):.0f} ms",
        f"found again in {1000 * (first - made):.0f} ms",
        f"{many} matches in {1000 * (last - first):.0f} ms",
        f"another thread waited {1000 * max(waits):.0f} ms at most",
    ]
    print("\n".join(said))
    return 0 if cold == 1 else 1


if __name__ == "__main__":
    sys.exit(main())

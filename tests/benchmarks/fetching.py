"""Fetching from a net of which every third answer misbehaves: what came whole, what was another's, what hung."""

from __future__ import annotations

import argparse
import time

from tests.benchmarks.tools.table import busy, figure, heading
from tests.web.storm import run


def main() -> None:
    """Print what became of so many fetches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fetches", type=int, default=500)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    heading(f"{options.fetches:,} fetches on {options.threads} threads, faults in one of three answers")
    began, before = time.perf_counter(), busy()
    outcome = run(options.fetches, options.threads, options.seed)
    took, used = time.perf_counter() - began, busy() - before
    figure("requests that reached the server", outcome.requests, "")
    figure("faults met", outcome.requests - outcome.met["none"], "")
    figure("kinds of them", len(outcome.met) - 1, "")
    figure("pages that came whole", outcome.whole, "")
    figure("pages that were wrong", outcome.wrong, "", 0)
    figure("errors that are no problem", sum(outcome.odd.values()), "", 0)
    figure("threads left over", outcome.left, "", 0)
    figure("the longest fetch (limit 0.5 s, and the turn)", outcome.longest, "s")
    for kind, count in sorted(outcome.problems.items()):
        figure(f"times {kind}", count, "")
    figure("time", took, "s")
    figure("of that CPU, with the server's", used, "s")


if __name__ == "__main__":
    main()

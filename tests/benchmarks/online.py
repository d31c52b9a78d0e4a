"""Engines over a network of which every third answer is none or another's: what is kept, how often they are asked."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.tools.table import busy, figure, heading
from tests.translation.online.services import MAKE
from tests.translation.online.storm import run


def main() -> None:
    """Print what became of so many sentences, for each engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=500)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--engine", choices=list(MAKE), help="all of them, where none is named")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for name in [options.engine] if options.engine else list(MAKE):
        heading(f"{name}: {options.sentences:,} sentences on {options.threads} threads, faults in one of three answers")
        with TemporaryDirectory() as folder:
            began, before = time.perf_counter(), busy()
            outcome = run(Path(folder) / "library.db", options.sentences, options.threads, name, options.seed)
            took, used = time.perf_counter() - began, busy() - before
        figure("requests that reached the server", outcome.requests, "", outcome.most_requests)
        figure("connections", outcome.connections, "")
        figure("faults met", outcome.requests - outcome.met["none"], "")
        figure("sentences translated", outcome.succeeded, "")
        figure("pairs kept", outcome.kept, "")
        figure("wrong pairs", outcome.wrong, "", 0)
        figure("translated and not kept", outcome.lost, "", 0)
        figure("threads that hung", outcome.hung, "", 0)
        figure("most requests in a second", outcome.most_in(1.0), "", 5)
        figure("injected time", outcome.seconds, "s")
        for kind, count in sorted(outcome.errors.items()):
            figure(f"times {kind}", count, "")
        figure("time", took, "s")
        figure("of that CPU, with the server's", used, "s")


if __name__ == "__main__":
    main()

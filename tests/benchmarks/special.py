"""Precision of titles, products, events, quantities and money on hand-judged cases, and their recall in FLORES."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.entities.special_gold import SHARED, Tally, judge, recall, texts


def main() -> None:
    """Print the figures at first sight and of today, and on request what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="where FLORES and UNER Bosque are")
    parser.add_argument("--errors", action="store_true", help="print what goes wrong")
    options = parser.parse_args()
    sentences = texts(options.shared)
    for draw, said in (
        (1, "at first sight, on 410 mentions that were found"),
        (2, "mended after these, at first sight of 213 more"),
    ):
        show(said, judge(sentences, first_sight=True, draw=draw), options.errors)
    show("today, where they were found", judge(sentences), options.errors)
    show("today, in 150 sentences of FLORES that were read whole", recall(sentences), options.errors)


def show(heading: str, tallies: dict[str, Tally], errors: bool) -> None:
    """Print one line for each kind."""
    print(heading)
    for kind, tally in tallies.items():
        print(
            f"  {kind:8} precision {tally.precision:.3f}  recall {tally.recall:.3f}  right {tally.right}  wrong "
            f"{tally.wrong}  missed {tally.missed}  of {tally.cases} cases"
        )
        for error in tally.errors if errors else ():
            print(f"      {error}")


if __name__ == "__main__":
    main()

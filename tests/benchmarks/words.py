"""How long it takes to go one word on, in short and long articles, and until what it became is known."""

from __future__ import annotations

import time

from reader.translation.process.proxies import process_aligner
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.peeking import Cursor
from reader.tui.page.walking import Walk
from tests.benchmarks.tools.table import figure, heading, spread
from tests.tui.page.making import article, learn, page_of, prose

_STEPS = 1_000
_KNOWN = 60
"""Paragraphs whose English is there: more than are gone through."""

PAIRS = (
    (
        "O líder da Coreia do Norte, Kim Jong Un, chegou nesta quarta-feira (13) ao leste da Rússia.",
        "North Korea leader Kim Jong Un arrived on Wednesday (13) in eastern Russia.",
    ),
    (
        "Os dois trocaram um longo aperto de mãos diante das câmeras da televisão.",
        "The two exchanged a long handshake in front of the television cameras.",
    ),
    ("Depois visitaram juntos uma fábrica de foguetes.", "Then they visited a rocket factory together."),
)


def main() -> None:
    """Print the figures."""
    heading("a word on: the cursor, the peek that goes with it, and the rows of the screen")
    for paragraphs in (14, 10_000):
        page = page_of(article(prose(paragraphs)), Layout.ORIGINAL, 72, 40)
        known = range(min(_KNOWN, paragraphs))
        learn(page, known)
        page.renew(known)
        walk = Walk(page)
        word = walk.first(Cursor(1, 0), Voice.ORIGINAL)
        walk.go(word)
        times = []
        while len(times) < _STEPS:
            began = time.perf_counter()
            following = walk.step(word, 1)
            if following is None:
                break
            word = following
            walk.go(word)
            page.window.rows()
            times.append(1_000 * (time.perf_counter() - began))
        spread(f"{len(page.document.article.body):,} characters", times, "ms")
    heading("what a sentence's words became, from the process that aligns")
    aligner = process_aligner()
    for pair in PAIRS:
        began = time.perf_counter()
        made_by = aligner.align(*pair).made_by
        words = len(pair[0].split())
        figure(f"{words} words, {made_by}", 1_000 * (time.perf_counter() - began), "ms")
    aligner.close()


if __name__ == "__main__":
    main()

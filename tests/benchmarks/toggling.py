"""How fast a layout comes on at any place of a 10 MB article with blocks of every kind, and whether the line stays."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import RenderableType
from textual import events
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from articles.model import Article, Markup, MarkupKind, Span
from reader.entities.model import Mention
from reader.tui.app import ReaderApp
from reader.tui.page.hyphens import Hyphenate
from reader.tui.page.layout import Layout, lay_out
from reader.tui.page.page import Page
from tests.benchmarks.tools.table import figure, heading, percentile
from tests.benchmarks.tools.texts import MEGABYTE, paragraphs
from tests.tui.engines import HeldEngine
from tests.tui.page.making import english_of, translation
from tests.tui.stage import Player, Stage, playing

LIMIT = 100.0
"""Milliseconds from a key to the whole of its picture."""

KEYS = "tTTt"
"""Through all four layouts; which English comes first changes from place to place."""

_AROUND = 80  # blocks on either side of a place whose English is known
_KINDS = (
    None, (MarkupKind.HEADING, "2"), None, (MarkupKind.QUOTE, ""), (MarkupKind.ITEM, "1."), (MarkupKind.ITEM, "2."),
    (MarkupKind.CAPTION, ""), None, (MarkupKind.HEADING, "3"), None,
)  # fmt: skip


class Nobody:
    """Recognises nothing: names are measured elsewhere (``keys``, ``stalls``)."""

    name, version = "nobody", "1"

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        """No mentions."""
        return [[] for _ in sentences]


def article(size: int) -> Article:
    """An article of about so many bytes whose paragraphs are of every kind in turn, with emphasis and links in them."""
    parts: list[str] = []
    marks: list[Markup] = []
    at = held = 0
    source = paragraphs()
    for number in itertools.count():
        kind = _KINDS[number % len(_KINDS)]
        text = next(source)
        if kind is not None and kind[0] is MarkupKind.HEADING:
            text = text[:60]
        if kind is not None:
            marks.append(Markup(Span(at, at + len(text)), *kind))
        elif len(text) > 60:
            marks.append(Markup(Span(at + 5, at + 20), MarkupKind.EMPHASIS))
            marks.append(Markup(Span(at + 30, at + 50), MarkupKind.LINK, "https://example.org/"))
        parts.append(text)
        at += len(text) + 2
        held += len(text.encode()) + 2
        if held >= size:
            break
    return Article("Notícias de um dia comprido", "\n\n".join(parts), markup=tuple(marks))


async def toggling(
    stage: Stage, shown: Article, size: tuple[int, int], places: int
) -> tuple[list[float], list[float], list[int]]:
    """Milliseconds from each key to its picture, of the clock and of the processor; rows by which the line moved."""
    took: list[float] = []
    busy: list[float] = []
    moved: list[int] = []
    engine = HeldEngine()  # what is not known stays so: no picture but those of the keys
    app = stage.app(shown, engine=engine, recogniser=Nobody())
    async with playing(app, size, ready=False) as player:
        await player.until(lambda: player.screen.head.particulars, "the article")
        dice = random.Random(5)
        drawn = [0.0, 0.0]
        watch(app, drawn)
        for _ in range(places):
            page = player.page
            page.restore(dice.randrange(len(shown.body)), dice.randrange(page.window.height))
            learn_around(page, page.cursor.block)
            player.screen.text.redraw()
            await player.settle()
            for key in KEYS:
                cursor, before = page.cursor, page.anchor().at
                clock, processor = await press(player, key, drawn)
                took.append(clock)
                busy.append(processor)
                moved.append(abs(page.anchor().at - before) if page.cursor == cursor else 999)
        engine.go()
    return took, busy, moved


def watch(app: ReaderApp, drawn: list[float]) -> None:
    """Make each picture in bytes, as for a terminal, and keep when that was done."""
    display = app._display

    def displayed(screen: Screen[object], renderable: RenderableType | None) -> None:
        display(screen, renderable)
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(app.console)
        drawn[:] = time.perf_counter(), time.thread_time()

    vars(app)["_display"] = displayed


async def press(player: Player, key: str, drawn: list[float]) -> tuple[float, float]:
    """Press a key; milliseconds, of the clock and of the screen's thread, until its last picture was ready."""
    driver = player.app._driver
    assert driver is not None
    layout, drawn[0] = player.page.layout, 0.0
    stroke = events.Key(key, key)
    stroke.set_sender(player.app)
    began, worked = time.perf_counter(), time.thread_time()
    driver.send_message(stroke)
    await player.until(lambda: player.page.layout is not layout and drawn[0], key)
    await player.settle()
    return 1000 * (drawn[0] - began), 1000 * (drawn[1] - worked)


def learn_around(page: Page, block: int) -> None:
    """Let the English around a place be known."""
    for number in range(max(0, block - _AROUND), min(len(page.document), block + _AROUND)):
        for source in page.document.segments(number):
            page.english.put({source: translation(source, english_of(source, 1.1))})


def hyphenated(shown: Article, blocks: int = 400) -> None:
    """Print how long blocks take in columns of 36 cells, words whole and words cut."""
    from reader.tui.page.document import Document
    from reader.tui.page.english import English

    for hyphenate in (Hyphenate.NEVER, Hyphenate.AUTO):
        document, dice = Document(shown), random.Random(9)
        page = Page(document, English(document))
        chosen = [dice.randrange(1, len(document)) for _ in range(blocks)]
        for block in chosen:
            for source in document.segments(block):
                page.english.put({source: translation(source, english_of(source, 1.1))})
        lay_out(document, page.english, 1, Layout.SIDE_BY_SIDE, 75, frozenset(), hyphenate)
        took = []
        for block in chosen:
            began = time.perf_counter()
            lay_out(document, page.english, block, Layout.SIDE_BY_SIDE, 75, frozenset(), hyphenate)
            took.append(1000 * (time.perf_counter() - began))
        name = "words whole" if hyphenate is Hyphenate.NEVER else "words cut"
        figure(f"a block in two columns, {name}: p50", percentile(took, 0.5), "ms", None, f"max {max(took):.1f}")


def main() -> int:
    """Print milliseconds for each size of the terminal; 1 where the line being read moved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=10)
    parser.add_argument("--places", type=int, default=200)
    options = parser.parse_args()
    shown = article(int(options.mb * MEGABYTE))
    heading(f"{options.mb:g} MB, {len(KEYS)} layouts at each of {options.places} places")
    worst = 0
    with TemporaryDirectory() as folder:
        for size in ((80, 24), (120, 40)):
            stage = Stage(Path(folder) / f"{size[0]}")
            took, busy, moved = asyncio.run(toggling(stage, shown, size, options.places))
            stage.close()
            name = f"{size[0]}x{size[1]}"
            over = sum(each > LIMIT for each in took)
            figure(f"{name}, key to picture: p50", percentile(took, 0.5), "ms", LIMIT)
            figure(f"{name}, key to picture: p95", percentile(took, 0.95), "ms", LIMIT)
            note = f"{over} of {len(took)} over the limit"
            figure(f"{name}, key to picture: max", max(took), "ms", LIMIT, note)
            figure(
                f"{name}, work of the screen's thread: p50", percentile(busy, 0.5), "ms", None, f"max {max(busy):.1f}"
            )
            figure(f"{name}, rows by which the line being read moved", max(moved), "", 0)
            worst = max(worst, *moved)
    hyphenated(shown)
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())

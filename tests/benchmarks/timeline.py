"""How long the timeline of a whole library takes, what it holds, and how long a key in it takes."""

from __future__ import annotations

import argparse
import asyncio
import datetime
import threading
import time
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.model import Article
from reader.entities.analysis import analyse
from reader.entities.packing import pack
from reader.entities.rules import RuleRecogniser
from reader.tui.timeline_desk import Gathered, Gatherer
from tests.benchmarks.tools.table import figure, heading, spread
from tests.tui.stage import WIDE, Stage, playing

_KEYS = 60


def main(words: Sequence[str] | None = None) -> None:
    """Print seconds, milliseconds and megabytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        try:
            _fill(stage, options.articles)
            heading(f"timeline of {options.articles:,} articles that were read for names")
            _gather(stage)
            asyncio.run(_on_the_screen(stage))
        finally:
            stage.close()


def _fill(stage: Stage, count: int) -> None:
    recogniser, store = RuleRecogniser(), stage.composition.analyses
    first = datetime.date(2020, 1, 1)
    for number in range(count):
        day = first + datetime.timedelta(days=number)
        text = "\n\n".join(
            f"Na terça-feira, em {1900 + (number * 7 + part) % 120}, a fábrica número {number} de Kim {part} abriu as "
            f"portas em Lisboa. Ontem, {part} pessoas de {number} aldeias chegaram à cidade de comboio e ficaram."
            for part in range(8)
        )
        article = Article(f"Artigo {number}", text, published=day)
        stage.services.articles.add(article)
        store.put_packed(article.id, recogniser, day, pack(analyse(article, recogniser)))


def _gather(stage: Stage) -> None:
    gatherer = Gatherer(stage.services.articles, stage.helpers()(lambda error: None))
    began, soonest, last = time.perf_counter(), 0.0, Gathered()
    for last in gatherer.gather(stage.services.articles.keys(), None, threading.Event()):  # noqa: B007 - the last one is all
        soonest = soonest or time.perf_counter() - began
    figure("first rows", 1000 * soonest, "ms")
    figure("all rows", time.perf_counter() - began, "s", note=f"{len(last.moments):,} rows, {last.looked:,} articles")
    tracemalloc.start()
    for last in gatherer.gather(stage.services.articles.keys(), None, threading.Event()):  # noqa: B007
        pass
    figure("what they hold", tracemalloc.get_traced_memory()[0] / 1e6, "MB", note=f"{len(last.moments):,} rows")
    tracemalloc.stop()


async def _on_the_screen(stage: Stage) -> None:
    from reader.tui.screens.timeline import TimelineScreen

    async with playing(stage.app(), WIDE) as player:
        await player.press("ctrl+t", "tab")
        shown = player.app.screen
        assert isinstance(shown, TimelineScreen)
        await player.until(lambda: shown.gathered.done and shown.gathered.count > 1)
        taken = []
        for _number in range(_KEYS):
            began = time.perf_counter()
            await player.press("space")
            taken.append(1000 * (time.perf_counter() - began))
        spread("a page down, until the key is worked off", taken, "ms")


if __name__ == "__main__":
    main()

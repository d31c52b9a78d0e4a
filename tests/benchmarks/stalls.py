"""How long the event loop of the real app is held up while an article is translated, or a long one read for names."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.formats import read_article
from articles.model import Article
from reader.cli import helping
from reader.cli.compose import Composition
from reader.locations import locate
from reader.translation.engine import Engine
from reader.translation.firefox.engine import in_process
from reader.translation.local import installed
from reader.tui.app import ReaderApp
from reader.tui.opened import look_of, opening
from reader.tui.screens.reading import ReadingScreen
from tests.benchmarks.tools.table import figure, heading, percentile
from tests.benchmarks.tools.texts import MEGABYTE, news, unseen_article

TICK = 0.005
"""Seconds between two ticks."""

LIMIT = 100.0
"""Milliseconds: the longest that anything may hold up the event loop."""

P99 = 30.0
"""Milliseconds: how late one tick of a hundred may be while an article is translated."""

Until = Callable[[ReadingScreen], bool]


def main() -> None:
    """Print how late a ticker on the app's own loop was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=3_000, help="of the article that is translated")
    parser.add_argument("--longest", type=int, default=40, help="seconds, at most, for each line of the table")
    parser.add_argument("--runs", type=int, default=1, help="of translating, each beside one of doing nothing")
    parser.add_argument("--firefox", type=Path, metavar="FOLDER", help="a model of Firefox to translate with, too")
    parser.add_argument("--translating", action="store_true", help="nothing but that")
    options = parser.parse_args()
    heading(f"The event loop, how late a ticker of {1000 * TICK:.0f} ms was")
    plain = article(news(20_000, quotes=True))
    for _ in range(options.runs):  # in turns, so that a machine that is busy with others is so for all three
        measure("nothing to do", plain, after(3.0), None, options.longest)
        if installed():
            unseen = article(unseen_article(options.words))
            what = f"{options.words:,} words being translated"
            with by(lambda engine: engine):  # on a thread of the screen's process, as before it had one of its own
                measure(f"{what} by a thread", unseen, translated, "t", options.longest)
            measure(what, unseen, translated, "t", options.longest, P99)
            if options.firefox is not None:
                with by(lambda _engine: in_process(options.firefox)):
                    measure(f"{what} by firefox", unseen, translated, "t", options.longest, P99)
    if options.translating:
        return
    measure("3,000 words read for names", article(unseen_article(3_000)), named, None, options.longest)
    for size in (MEGABYTE // 10, MEGABYTE, 10 * MEGABYTE):
        long = article(news(size, quotes=True))
        measure(f"{size / MEGABYTE:g} MB read for names", long, named, None, options.longest)


def article(text: str) -> Article:
    """The article in a text."""
    return read_article(text.encode(), "text.txt")


@contextmanager
def by(beside: Callable[[Engine], Engine]) -> Iterator[None]:
    """Have another engine translate for the screen, made of the one that it would have."""
    own = helping.beside
    vars(helping)["beside"] = beside
    try:
        yield
    finally:
        vars(helping)["beside"] = own


def after(seconds: float) -> Until:
    """Whether so much time has gone by since now."""
    end = time.perf_counter() + seconds
    return lambda _screen: time.perf_counter() > end


def translated(screen: ReadingScreen) -> bool:
    """Whether the English of the article is there."""
    page = screen.text.page
    assert page is not None
    last = page.document.segments(len(page.document) - 1)
    return screen.desk.progress is None and not page.english.missing(last)


def named(screen: ReadingScreen) -> bool:
    """Whether the names of the article are all there: the helper that finds them has nothing more to do."""
    naming = screen.desk._naming
    return naming is not None and not naming.busy and not screen.names._waiting


def measure(what: str, shown: Article, done: Until, key: str | None, longest: float, p99: float | None = None) -> None:
    """Open the app over a fresh library, and tick until something holds of its screen."""
    with TemporaryDirectory() as folder:
        composition = Composition(locate(folder))
        services = composition.services
        app = ReaderApp(services, opening(services, shown), look_of(services))
        late, seconds = asyncio.run(ticking(app, done, key, longest))
        composition.close()
    figure(f"{what}: p50", percentile(late, 0.5), "ms")
    figure(f"{what}: p99", percentile(late, 0.99), "ms", p99)
    note = f"{sum(each > LIMIT for each in late)} longer than the limit, of {len(late)} ticks in {seconds:.1f} s"
    figure(f"{what}: max", max(late), "ms", LIMIT, note)


async def ticking(app: ReaderApp, done: Until, key: str | None, longest: float) -> tuple[list[float], float]:
    """Milliseconds that each tick was late, and how long it all took."""
    late: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot.pause)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        pressed = asyncio.create_task(pilot.press(key)) if key is not None else None  # it waits for what the key does
        began = time.perf_counter()
        while time.perf_counter() - began < longest:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            late.append(1000 * (time.perf_counter() - before - TICK))
            if len(late) > 20 and (pressed is None or pressed.done()) and done(screen):
                break
        seconds = time.perf_counter() - began
    return late, seconds


async def started(pause: Callable[[], Awaitable[None]]) -> None:
    """Let the first picture be drawn."""
    await pause()


if __name__ == "__main__":
    main()

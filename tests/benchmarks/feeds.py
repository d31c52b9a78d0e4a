"""Feeds at size: counting what is unread, keeping a thousand items, and many feeds of which some hang."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from articles.database import Database
from articles.feeds.opml import Outline
from articles.feeds.parsing import read_feed
from articles.feeds.refreshing import Step
from articles.feeds.service import Feeds
from articles.sqlite import SQLiteArticles
from reader.cli.compose import migrations
from tests.articles.feeds.samples import TEXT, item, rss
from tests.benchmarks.tools.library import ARTICLES, library
from tests.benchmarks.tools.table import figure, heading
from tests.web.faults import fault
from tests.web.site import serving

_XML = "application/rss+xml"
_RUNS = 20


def main() -> None:
    """Print how long each takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--feeds", type=int, default=100)
    parser.add_argument("--hanging", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        shutil.copy(library(options.articles), path)
        with Database(path, migrations()) as database:
            _counting(database, options.articles)
            _keeping(database)
        _refreshing(Path(folder) / "other.db", options.feeds, options.hanging)


def _counting(database: Database, count: int) -> None:
    articles = SQLiteArticles(database)
    feeds = Feeds(database, articles)
    heading(f"the list of feeds with its counts, in a library of {count:,} articles")
    took = sorted(_timed(feeds.listed) for _ in range(_RUNS))
    figure("middle", took[_RUNS // 2] * 1000, "ms")
    figure("longest", took[-1] * 1000, "ms")
    keys = articles.keys()
    figure("marking 1,000 as read", _timed(lambda: articles.mark_read(keys[:1000])) * 1000, "ms")


def _keeping(database: Database) -> None:
    heading("a feed of 1,000 items of 3 kB")
    feed = rss(*(item(number, text=TEXT * 8) for number in range(1000))).encode()
    figure("read", _timed(lambda: read_feed(feed, "https://example.org/")), "s")
    feeds = Feeds(database, SQLiteArticles(database))
    with serving() as site:
        site.page("/f", feed, _XML)
        feeds.bring([Outline(f"{site.url}/f")], private=True)
        chosen = [feeds.find(f"{site.url}/f")]
        for what in ("refreshed for the first time", "refreshed again, all sent anew"):
            busy = time.process_time()
            figure(what, _timed(lambda: feeds.refresh(chosen)), "s")
            figure("of that CPU", time.process_time() - busy, "s")


def _refreshing(path: Path, count: int, hanging: int) -> None:
    heading(f"{count} feeds of 20 items, {hanging} of which hang")
    with Database(path, migrations()) as database, ExitStack() as stack:
        sites = [stack.enter_context(serving()) for _ in range(hanging + 8)]
        silent = [site.at("/f", fault("silent")) for site in sites[:hanging]]
        good = [
            sites[hanging + n % 8].page(f"/{n}", rss(*(item(20 * n + i) for i in range(20))), _XML)
            for n in range(count - hanging)
        ]
        feeds = Feeds(database, SQLiteArticles(database))
        brought = [each for each in feeds.bring([Outline(url) for url in silent + good], private=True) if each]
        cancel = threading.Event()

        answered: list[Step] = []

        def step(said: Step) -> None:
            if said.outcome is not None and not said.outcome.failed:
                answered.append(said)
            if len(answered) == len(good):
                cancel.set()

        busy = time.process_time()
        figure("until the last that answers is kept", _timed(lambda: feeds.refresh(brought, step, cancel)), "s")
        figure("of that CPU, with the servers'", time.process_time() - busy, "s")
        figure("articles", SQLiteArticles(database).count(), "")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()

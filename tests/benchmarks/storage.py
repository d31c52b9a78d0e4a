"""How fast articles are added to the library, opened, listed and searched."""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.database import Database
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from tests.benchmarks.tools.table import figure, heading, spread
from tests.benchmarks.tools.texts import paragraphs

SINGLY = 1_000
"""Articles added one by one, each on the disk before the next."""

WORDS = ("presidente", "cooperação militar", "Vladivostok", "hospital", "acor*", '"deve ficar pronta"', "Ana Pereira")


def main() -> None:
    """Print seconds and milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="in the library that is searched")
    parser.add_argument("--words", type=int, default=100, help="of each of them; real news has 400")
    options = parser.parse_args()
    made = articles(options.words)
    with TemporaryDirectory() as folder, Database(Path(folder) / "library.db", MIGRATIONS) as database:
        store = SQLiteArticles(database)
        heading(f"The library, articles of {options.words} words")
        some = list(itertools.islice(made, SINGLY))
        figure(f"{SINGLY:,} articles added one by one", timed(lambda: [store.add(each) for each in some]), "s")
        rest = list(itertools.islice(made, max(0, options.articles - SINGLY)))
        figure(f"{len(rest):,} more added together", timed(lambda: store.add_many(rest)), "s")
        size = (Path(folder) / "library.db").stat().st_size / 1e6
        figure("the library's file", size, "MB", None, f"{size / options.articles * 1000:.1f} kB an article")
        dice = random.Random(1)
        for query in WORDS:
            taken = [1000 * timed(lambda query=query: store.search(query)) for _ in range(15)]
            spread(f"search {query!r}: {len(store.search(query))} shown", taken, "ms")
        keys = store.keys()
        spread("the list's keys", [1000 * timed(store.keys) for _ in range(15)], "ms")
        spread("a page of 200 rows", [1000 * timed(lambda: store.summaries(keys[:200])) for _ in range(15)], "ms")
        ids = [dice.choice(some).id for _ in range(200)]
        spread("open one by its id", [1000 * timed(lambda each=each: store.get(each)) for each in ids], "ms")


def articles(words: int) -> Iterator[Article]:
    """Articles without end, each of about so many words, no two alike."""
    source = paragraphs()
    for number in itertools.count(1):
        parts, count = [f"Notícia de número {number}."], 4
        while count < words:
            parts.append(next(source))
            count += parts[-1].count(" ") + 1
        yield Article(title=f"Notícia {number}", body="\n\n".join(parts), language="pt-BR")


def timed(act: Callable[[], object]) -> float:
    """Seconds that something takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()

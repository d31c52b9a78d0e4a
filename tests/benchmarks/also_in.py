"""How fast the library tells where else an entity occurs, and what it costs to know it."""

from __future__ import annotations

import argparse
import datetime
import random
import time
from array import array
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from articles.database import Database
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from reader.entities.choosing import Identity
from reader.entities.corrections.model import Hide, Merge, Scope, Target, key_of
from reader.entities.corrections.store import CorrectionStore
from reader.entities.index.queries import EntityIndex
from reader.entities.index.writing import library_key
from reader.entities.mentions import Mentions
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.entities.packing import pack
from reader.entities.store import ENTITY_MIGRATIONS, AnalysisStore
from tests.benchmarks.storage import timed
from tests.benchmarks.tools.table import figure, heading, spread

READING = Identity("bench", "1")
LIMIT = 20.0
"""Milliseconds: what the issue asks of one question at 100,000 articles."""

_DAY_ONE = datetime.date(2000, 1, 1)
_ASKED = 300
_KEPT = 400


def main() -> None:
    """Print milliseconds and how many times as long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="in the library")
    options = parser.parse_args()
    with (
        TemporaryDirectory() as folder,
        Database(Path(folder) / "library.db", (*MIGRATIONS, *ENTITY_MIGRATIONS)) as database,
    ):
        heading(f"Where else an entity occurs, {options.articles:,} articles")
        made = filled(database, options.articles, Path(folder) / "library.db")
        ask(database, made)
        correct(database, made)
        keep(database)


def filled(database: Database, count: int, file: Path) -> list[tuple[str, list[Entity]]]:
    """A library with its index, written directly; some articles, each with entities to ask about."""
    dice = random.Random(1)
    started = time.perf_counter()
    with database.write() as connection:
        connection.executemany(
            "INSERT INTO article (key, id, title, published, language, words, added, day, tags, markup, body) "
            "VALUES (?1, ?2, ?3, ?4, 'pt', 9, ?4, ?4, '[]', '[]', ?3)",
            ((key, f"{key:032x}", f"Notícia {key}", day_of(key).isoformat()) for key in range(1, count + 1)),
        )
        connection.execute(
            "INSERT INTO shelf (key, day, added, title, source, language, words) "
            "SELECT key, day, added, title, '', language, words FROM article"
        )
        connection.execute("INSERT INTO entity_indexed SELECT key, ? FROM article", (READING.name,))
        names = [named(number) for number in range(count)]
        often = [times(number, count) for number in range(count)]
        connection.executemany(
            "INSERT INTO library_entity VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (at + 1, *map(str, library_key(each)), each.name, each.english, often[at], 2 * often[at])
                for at, each in enumerate(names)
            ),
        )
        connection.executemany(
            "INSERT INTO entity_name VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?1)",
            (
                (at + 1, *map(str, key_of(each)), each.name, each.english, each.english and "table")
                for at, each in enumerate(names)
            ),
        )
        connection.execute("DROP INDEX entity_in_article")  # made at the end: ten times as fast
        connection.executemany(
            "INSERT INTO entity_in VALUES (?, ?, ?, 2)",
            (
                (at + 1, day_of(key).isoformat(), key)
                for at, most in enumerate(often)
                for key in sorted(dice.sample(range(1, count + 1), most), reverse=True)
            ),
        )
        connection.execute("CREATE INDEX entity_in_article ON entity_in (article)")
        (rows,) = connection.execute("SELECT count(*) FROM entity_in").fetchone()
    figure(
        "made in", time.perf_counter() - started, "s", None, f"{rows:,} rows: {rows / count:.0f} entities an article"
    )
    figure("the library's file, without texts", file.stat().st_size / 1e6, "MB", None, f"{len(names):,} entities")
    rare = [names[dice.randrange(count // 2, count)] for _ in range(_ASKED)]
    some = [names[int(count * dice.random() ** 3)] for _ in range(_ASKED)]
    return [
        (f"{dice.randint(1, count):032x}", [names[0], names[1], rare[number], some[number]]) for number in range(_ASKED)
    ]


def day_of(key: int) -> datetime.date:
    """The day of an article: twelve a day."""
    return _DAY_ONE + datetime.timedelta(key // 12)


def times(number: int, count: int) -> int:
    """In how many articles an entity is: the first in every second, most in one or a few."""
    return count // 2 if number == 0 else max(1, int(count / 5 / number**0.72))


def named(number: int) -> Entity:
    """One of the entities: of four kinds in turn, places with their English."""
    kind = (Kind.PLACE, Kind.PERSON, Kind.ORGANISATION, Kind.EVENT)[number % 4]
    return entity_of(kind, f"{kind.value.title()} número {number}")


def ask(database: Database, made: Sequence[tuple[str, list[Entity]]]) -> None:
    """The question itself: for what is in every second article, in a few, and in one."""
    index = EntityIndex(database)
    for which, what in enumerate(("in every second article", "in every fifth", "in a few", "drawn by chance")):
        taken, counts = [], []
        for article, found in made:
            started = time.perf_counter()
            counts.append(index.also_in(found[which], article).count)
            taken.append(1000 * (time.perf_counter() - started))
        spread(f"also in, an entity {what} ({min(counts):,} to {max(counts):,})", taken, "ms", (LIMIT, LIMIT))
    article, found = made[0]
    page = index.also_in(found[0], article, 200).places
    deep = [1000 * timed(lambda: index.also_in(found[0], article, 200, page[-1])) for _ in range(50)]
    spread("the second page of 200", deep, "ms", (LIMIT, LIMIT))
    figure("reader entities --all: all entities, the heaviest first", 1000 * timed(index.all), "ms")
    spread("found by name", [1000 * timed(lambda: index.find(found[1].name)) for _ in range(50)], "ms")


def correct(database: Database, made: Sequence[tuple[str, list[Entity]]]) -> None:
    """A correction that concerns half the library, and the question after it."""
    store, index = CorrectionStore(database), EntityIndex(database)
    article, found = made[0]
    merge = Merge(Target.of(found[1]), Target.of(found[0]), Scope.LIBRARY)
    figure("merge two entities for the library, durably", 1000 * timed(lambda: store.record(merge, article)), "ms")
    both = [1000 * timed(lambda: index.also_in(found[0], article)) for _ in range(100)]
    spread("also in, of the two that are one", both, "ms", (LIMIT, LIMIT))
    figure("undo it", 1000 * timed(lambda: store.undo(article)), "ms")
    hide = Hide(Target.of(found[0]), Scope.LIBRARY)
    figure("hide what is in every second article", 1000 * timed(lambda: store.record(hide, article)), "ms")
    store.undo(article)


def keep(database: Database) -> None:
    """What the index costs when an analysis is stored, each durable before the next."""
    articles, store = SQLiteArticles(database), AnalysisStore(database)
    dice = random.Random(2)
    some = [Article("Notícia", f"Notícia {number} de {dice.random()}.") for number in range(_KEPT)]
    articles.add_many(some)
    without: list[float] = []
    having: list[float] = []
    with database.read() as connection:
        (most,) = connection.execute("SELECT max(number) FROM library_entity").fetchone()
    for number, article in enumerate(some):
        packed = pack({each: named(each) for each in (int(most * dice.random() ** 2) for _ in range(25))}.values())
        started = time.perf_counter()
        if number % 2:
            store.put_packed(article.id, READING, None, packed)
        else:
            with database.write() as connection:
                connection.execute("INSERT INTO analysis VALUES (?, ?, '1', '', ?)", (article.id, READING.name, packed))
        (having if number % 2 else without).append(1000 * (time.perf_counter() - started))
    spread("store an analysis without the index", without, "ms")
    spread("store an analysis with the index", having, "ms")
    figure("with the index", sum(having) / sum(without), "x", None, "times as long")


def entity_of(kind: Kind, name: str) -> Entity:
    """An entity with two mentions."""
    english = f"English {name}" if kind is Kind.PLACE else None
    return Entity(
        name,
        kind,
        Mentions(kind, (name,), array("I", (0, 100)), array("I", (0, 0))),
        english=english,
        english_from=EnglishFrom.TABLE if english else None,
    )


if __name__ == "__main__":
    main()

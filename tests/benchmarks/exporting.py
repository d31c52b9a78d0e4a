"""A thousand articles exported into one file: CPU time, wall time and peak of memory for each format.

`make bench BENCH=exporting` is the whole of it, some minutes; ARGS="--articles 100" a part.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.cli.compose import Composition
from reader.entities.analysis import analyse
from reader.entities.rules import RuleRecogniser
from reader.export.model import Format
from reader.locations import locate
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.rows import sources_of
from tests.benchmarks.tools.programs import MEASURED

CREATED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        characters, pairs = fill(home, count)
        print(
            f"{count:,} articles, {characters:,} characters, {pairs:,} sentences with English, names and a mark each\n"
        )
        print(f"{'format':10}{'wall':>9}{'CPU':>9}{'peak':>10}{'file':>11}")
        for each in Format:
            measure(home, Path(folder), each)


def fill(home: Path, count: int) -> tuple[int, int]:
    """A library of articles like the bundled ones, their paragraphs shuffled, each with English, names and a mark."""
    chance = random.Random(6)
    parts = Composition(locate(str(home)))
    bundled = [parts.articles.get(each.id) for each in parts.articles.summaries(parts.articles.keys())]
    memory, characters, said = parts.translation.memory, 0, set()
    for number in range(count - len(bundled)):
        model = bundled[number % len(bundled)]
        paragraphs = model.body.split("\n\n")
        chance.shuffle(paragraphs)
        body = "\n\n".join(f"{number}: {each}" for each in paragraphs)
        article = dataclasses.replace(model, title=f"{model.title} {number}", body=body, markup=(), id="")
        parts.articles.add(article)
    for summary in parts.articles.summaries(parts.articles.keys()):
        article = parts.articles.get(summary.id)
        characters += len(article.body)
        sources = [each for each in sources_of(article) if each not in said]
        said.update(sources)
        made = [Translation(each, f"In English {each}", Origin.DRAFT, "local", "1.2", CREATED) for each in sources]
        memory.record_many(made)
        found = analyse(article, RuleRecogniser())
        parts.analyses.put(article.id, parts.recogniser, article.published, tuple(found))
        span = next(iter(article.paragraphs())).span
        parts.marks.toggle(article.id, span, span.of(article.body))
    parts.close()
    return characters, len(said)


def measure(home: Path, folder: Path, form: Format) -> None:
    """Export all as one format, in a process of its own."""
    target = folder / f"all{form.ending}"
    words = [sys.executable, "-c", MEASURED, "--home", str(home), "export", "--all", "-o", str(target)]
    words += ["--format", form.value]
    begun = time.perf_counter()
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=3_600)
    wall = time.perf_counter() - begun
    assert done.returncode == 0, done.stderr
    peak, cpu = done.stderr.splitlines()[-1].split()
    size = target.stat().st_size / 1e6
    print(f"{form.value:10}{wall:7.1f} s{float(cpu):7.1f} s{int(peak) / 1024:7.0f} MB{size:8.1f} MB", flush=True)


if __name__ == "__main__":
    main()

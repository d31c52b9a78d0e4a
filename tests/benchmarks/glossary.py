"""Fifty thousand terms: how long keeping them takes, making them ready, and finding them in sentences."""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.translation.glossary.model import Glossary, Term, TermKind
from reader.translation.glossary.own import Given
from reader.translation.glossary.reading import take
from reader.translation.glossary.store import GlossaryStore
from reader.translation.glossary.tbx import read_tbx
from reader.translation.glossary.tbx_writing import write_tbx
from reader.translation.glossary.tsv import read_tsv, write_tsv
from reader.translation.tables import OWN_MIGRATIONS

T = TypeVar("T")


def main() -> None:
    """Print CPU times, in a library on this machine's disk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--sentences", type=int, default=2_000, help="of 30 words")
    options = parser.parse_args()
    chance = random.Random(1)
    vocabulary = [
        "".join(chance.choice("aeioubcdfglmnprstv") for _ in range(chance.randint(2, 9))) for _ in range(8_000)
    ]
    given = [
        Given(" ".join(each.capitalize() for each in chance.choices(vocabulary, k=chance.randint(1, 4))), str(number))
        for number in range(options.terms)
    ]
    sentences = [
        " ".join(word if chance.random() < 0.7 else word.capitalize() for word in chance.choices(vocabulary, k=30))
        for _ in range(options.sentences)
    ]
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "library.db", (*MIGRATIONS, *OWN_MIGRATIONS))
        with database:
            store = GlossaryStore(database)
            timed(f"keeping {options.terms} terms", lambda: store.put_many(given))
            glossary = timed("making them ready", store.glossary_for)
            timed("having them for another article", lambda: store.glossary_for("a" * 32))
            entries = store.entries()
            tsv = timed("writing TSV", lambda: "".join(write_tsv(entries)).encode())
            tbx = timed("writing TBX", lambda: "".join(write_tbx(entries)).encode())
            timed(f"taking in the same from TSV ({len(tsv) >> 10} kB)", lambda: take(store, read_tsv(tsv)))
            timed(f"taking in the same from TBX ({len(tbx) >> 10} kB)", lambda: take(store, read_tbx(tbx)))
    few = Glossary(each.term for each in given[:10])
    alike = Glossary(Term(f"São {each.source}", "x", TermKind.PLACE) for each in given)
    for name, terms in (("10 terms", few), (f"{options.terms} terms", glossary), ("as many that begin alike", alike)):
        start = time.process_time()
        found = sum(len(terms.hits(sentence)) for sentence in sentences)
        each = (time.process_time() - start) / len(sentences) * 1e6
        print(f"finding {name}: {each:.0f} µs a sentence, {found / len(sentences):.1f} in each")
    timed("finding in 10,000 characters of one word", lambda: alike.hits("São " * 2_500))


def timed(what: str, call: Callable[[], T]) -> T:
    """Do it and print the CPU time it took."""
    start = time.process_time()
    done = call()
    print(f"{what}: {(time.process_time() - start) * 1000:.0f} ms")
    return done


if __name__ == "__main__":
    main()

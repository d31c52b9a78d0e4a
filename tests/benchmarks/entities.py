"""Strict micro F1 (exact span and kind) on UNER Bosque, and how long a recogniser takes for an article."""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported: one thread is what the figure is for

from reader.entities.model import Recogniser
from reader.entities.throughout import throughout
from reader.entities.train.corpus import Row, read
from reader.entities.train.scoring import names_in, score, table

DEFAULT = Path(__file__).parents[3] / "shared" / "data" / "ner" / "uner-bosque-dev.jsonl"
WORDS = 400


class Throughout:
    """A recogniser with what the analysis of an article does after it: one kind for a name, wherever it stands."""

    def __init__(self, inner: Recogniser) -> None:
        self.inner = inner
        self.name, self.version = inner.name, inner.version

    def recognise(self, sentences):
        return throughout(self.inner.recognise(sentences), sentences)


def recogniser_named(name: str) -> Recogniser:
    """The rules, or the network."""
    if name == "rules":
        from reader.entities.rules import RuleRecogniser

        return RuleRecogniser()
    from reader.entities.neural import NeuralRecogniser

    return NeuralRecogniser()


def main() -> None:
    """Print precision, recall and F1 per type and together; the errors; and times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--recogniser", choices=["rules", "neural"], default="neural")
    parser.add_argument("--unit", choices=["document", "line"], default="document")
    parser.add_argument("--errors", type=int, default=0, help="print so many sentences that went wrong")
    options = parser.parse_args()
    if not options.file.exists():
        print(f"{options.file.name} is not here: nothing is measured")
        return
    documents = read(options.file)
    if options.unit == "line":
        documents = [[row] for rows in documents for row in rows]
    began = time.perf_counter()
    recogniser = recogniser_named(options.recogniser)
    recogniser.recognise(["Lisboa"])
    print(f"{options.recogniser}: loaded and the first word read in {(time.perf_counter() - began) * 1000:.0f} ms")
    print(table(score(recogniser, documents)))
    if options.unit == "document":
        print("with one kind for a name throughout its document:")
        print(table(score(Throughout(recogniser), documents)))
    tell_time(recogniser, documents)
    tell_errors(recogniser, documents, options.errors)


def tell_time(recogniser: Recogniser, documents: list[list[Row]]) -> None:
    """Ten articles of some 400 words, made of the corpus's sentences: the processor's time for each."""
    articles: list[list[str]] = [[]]
    for row in (row for rows in documents for row in rows):
        if sum(len(text.split()) for text in articles[-1]) >= WORDS:
            if len(articles) == 10:
                break
            articles.append([])
        articles[-1].append(row.text)
    times = []
    for sentences in articles:
        began = time.process_time()
        recogniser.recognise(sentences)
        times.append((time.process_time() - began) * 1000)
    print(f"{WORDS} words: {statistics.median(times):.0f} ms of one thread (median of ten), {max(times):.0f} at most")


def tell_errors(recogniser: Recogniser, documents: list[list[Row]], most: int) -> None:
    """Print sentences in which something is missed or wrong."""
    for rows in documents:
        for row, mentions in zip(rows, recogniser.recognise([row.text for row in rows]), strict=True):
            ours, gold = names_in(mentions), set(row.names)
            if ours == gold or most <= 0:
                continue
            most -= 1
            print(f"{row.id}: {row.text}")
            print("   missed", [(row.text[a:b], k) for a, b, k in sorted(gold - ours)])
            print("   wrong ", [(row.text[a:b], k) for a, b, k in sorted(ours - gold)])


if __name__ == "__main__":
    main()

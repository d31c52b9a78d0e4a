"""Strict micro F1 (exact span and kind) of the rules, and what the whole document tells, on UNER Bosque."""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections import Counter
from pathlib import Path

from reader.entities.model import Kind
from reader.entities.rules import RuleRecogniser
from reader.entities.throughout import throughout

DEFAULT = Path(__file__).parents[3] / "shared" / "data" / "ner" / "uner-bosque-dev.jsonl"
LABELS = {Kind.PERSON: "PER", Kind.ORGANISATION: "ORG", Kind.PLACE: "LOC"}
Found = set[tuple[int, int, str]]


def documents(path: Path, unit: str) -> list[list[dict]]:
    """The sentences of the file by document (``document``), each alone (``line``), or all as one (``file``)."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if unit == "file":
        return [rows]
    if unit == "line":
        return [[row] for row in rows]
    return [list(group) for _, group in itertools.groupby(rows, key=lambda row: row["id"].split("-")[0])]


def main() -> None:
    """Print precision, recall and F1 per type and together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--unit", choices=["document", "line", "file"], default="document")
    parser.add_argument("--alone", action="store_true", help="without what only the whole document tells")
    parser.add_argument("--errors", type=int, default=0, help="print so many sentences that went wrong")
    options = parser.parse_args()
    recogniser = RuleRecogniser()
    recogniser.recognise(["Lisboa"])
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    spent, characters, shown = 0.0, 0, 0
    for rows in documents(options.file, options.unit):
        texts = [row["text"] for row in rows]
        began = time.perf_counter()
        answers = recogniser.recognise(texts)
        if not options.alone:
            answers = throughout(answers, texts)
        spent += time.perf_counter() - began
        characters += sum(map(len, texts))
        for row, mentions in zip(rows, answers, strict=True):
            gold: Found = {(start, end, label) for start, end, label in row["entities"]}
            ours: Found = {(m.span.start, m.span.end, LABELS[m.kind]) for m in mentions if m.kind in LABELS}
            right.update(label for *_, label in gold & ours)
            said.update(label for *_, label in ours)
            true.update(label for *_, label in gold)
            if gold != ours and shown < options.errors:
                shown += 1
                text = row["text"]
                print(text)
                print("   missed", [(text[a:b], k) for a, b, k in sorted(gold - ours)])
                print("   wrong ", [(text[a:b], k) for a, b, k in sorted(ours - gold)])
    for label in ("PER", "ORG", "LOC"):
        report(label, right[label], said[label], true[label])
    report("all", right.total(), said.total(), true.total())
    print(
        f"{characters / 1000:.0f} thousand characters in {spent:.2f} s: {spent / characters * 2.5e6:.1f} ms for 2,500"
    )


def report(label: str, right: int, said: int, true: int) -> None:
    """Print one line of figures."""
    precision, recall = right / max(said, 1), right / max(true, 1)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{label:4} precision {precision:.3f}  recall {recall:.3f}  F1 {score:.3f}  of {true}")


if __name__ == "__main__":
    main()

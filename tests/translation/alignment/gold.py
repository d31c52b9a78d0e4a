"""Sentences whose words were linked by hand, and how well an aligner's links agree with them.

``tests/translation/data/alignments.jsonl`` holds a line for each pair. Indices are those of ``alignment.words``. Texts
stand there only where they are ours to give: otherwise the line of FLORES dev (CC BY-SA, not in this tree), or the
article and the number of the sentence; the English of the kind "local" is what the engine itself says, and is known
by its sum. One annotator, before any aligner was run on the sentence; links of small words to small words are left
out and not counted; "possible" are those that are as well left out as made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.bundled import bundled
from reader.translation.alignment.model import Aligner
from reader.translation.alignment.small_words import ENGLISH, PORTUGUESE
from reader.translation.alignment.words import source_words, target_words

FILE = Path(__file__).parent.parent / "data" / "alignments.jsonl"
_FLORES = {"human": "dev.en", "google": "dev.google.en"}

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gold:
    """A pair and its links, by indices of words.

    Attributes:
        part: "tuning", from which the rule was chosen, "test", or "second": linked after the first faults were mended.
        kind: Whose English: "local", "human" or "google".
    """

    part: str
    kind: str
    source: str
    target: str
    sure: frozenset[Pair]
    possible: frozenset[Pair]


@dataclass(slots=True)
class Score:
    """Links that agree, counted over pairs."""

    made: int = 0
    right: int = 0
    sure: int = 0
    found: int = 0

    def add(self, gold: Gold, links: set[Pair]) -> None:
        """Count the links of one pair."""
        self.made += len(links)
        self.right += len(links & (gold.sure | gold.possible))
        self.sure += len(gold.sure)
        self.found += len(links & gold.sure)

    @property
    def precision(self) -> float:
        """The share of the links made that are sure or possible."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """The share of the sure links that were made."""
        return self.found / self.sure if self.sure else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1.0)

    @property
    def aer(self) -> float:
        """Alignment error rate (Och and Ney 2003)."""
        return 1 - (self.found + self.right) / (self.made + self.sure or 1)


def gold(shared: Path | None, speak: Callable[[str], str] | None) -> Iterator[Gold]:
    """The pairs that can be had here.

    Args:
        shared: Where FLORES dev is; None leaves its sentences out.
        speak: The local model without anything around it; None leaves its English out.
    """
    articles = {each.name: each.english for each in bundled()}
    flores: dict[str, list[str]] = {}
    for line in FILE.read_text("utf-8").splitlines():
        row = json.loads(line)
        found = _texts(row, shared, speak, articles, flores)
        if found is not None:
            source, target = found
            assert [len(source_words(source)), len(target_words(target))] == row["words"], (source, target)
            small = _small(source, target)
            sure, possible = (frozenset(map(tuple, row[each])) - small for each in ("sure", "possible"))
            yield Gold(row["part"], row["kind"], source, target, sure, possible)


def _texts(
    row: dict[str, Any],
    shared: Path | None,
    speak: Callable[[str], str] | None,
    articles: dict[str, Any],
    flores: dict[str, list[str]],
) -> tuple[str, str] | None:
    if "source" in row:
        return row["source"], row["target"]
    if "article" in row:
        source, target = articles[row["article"]][row["number"]]
    elif shared is None:
        return None
    else:
        for name in ("dev.pt", "dev.en", "dev.google.en"):
            if name not in flores:
                flores[name] = (shared / "data" / "flores-dev" / name).read_text("utf-8").split("\n")
        source = flores["dev.pt"][row["flores"]]
        target = flores[_FLORES.get(row["kind"], "dev.en")][row["flores"]]
    if row["kind"] == "local":
        if speak is None:
            return None
        target = speak(source)
        if hashlib.sha256(target.encode()).hexdigest()[:16] != row["sha256"]:
            return None  # another version of the model
    return source, target


def links_of(aligner: Aligner, pairs: Sequence[Gold]) -> list[set[Pair]]:
    """The links that an aligner makes, small words to small words left out."""
    found = []
    for each, alignment in zip(pairs, aligner.align_many([(one.source, one.target) for one in pairs]), strict=True):
        sources = {span: number for number, span in enumerate(source_words(each.source))}
        targets = {span: number for number, span in enumerate(target_words(each.target))}
        links = {(sources[link.source], targets[link.target]) for link in alignment.links}
        found.append(links - _small(each.source, each.target))
    return found


def score(aligner: Aligner, pairs: Sequence[Gold]) -> Score:
    """How well an aligner's links agree."""
    total = Score()
    for each, links in zip(pairs, links_of(aligner, pairs), strict=True):
        total.add(each, links)
    return total


def _small(source: str, target: str) -> set[Pair]:
    """The pairs of small words."""
    ones = [number for number, span in enumerate(source_words(source)) if span.of(source).lower() in PORTUGUESE]
    others = [number for number, span in enumerate(target_words(target)) if span.of(target).lower() in ENGLISH]
    return {(one, other) for one in ones for other in others}

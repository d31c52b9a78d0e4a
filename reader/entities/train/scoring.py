"""Strict F1: a name counts where its first and last character and its kind are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.entities.model import Mention, Recogniser
from reader.entities.neural.tags import NAMED
from reader.entities.train.corpus import LABELS, Name, Row

_LABEL_OF = dict(zip(NAMED, LABELS, strict=True))


@dataclass(frozen=True, slots=True)
class Figures:
    """How many names are right, were said, and are true; each by label."""

    right: Counter[str]
    said: Counter[str]
    true: Counter[str]

    def precision(self, label: str | None = None) -> float:
        """Of one label, or of all."""
        return _of(self.right, label) / max(1, _of(self.said, label))

    def recall(self, label: str | None = None) -> float:
        """Of one label, or of all."""
        return _of(self.right, label) / max(1, _of(self.true, label))

    def f1(self, label: str | None = None) -> float:
        """The harmonic mean of precision and recall, of one label, or over all names (micro)."""
        return 2 * _of(self.right, label) / max(1, _of(self.said, label) + _of(self.true, label))


def names_in(mentions: Iterable[Mention]) -> set[Name]:
    """The mentions of the kinds that the corpus annotates, with its labels."""
    return {(each.span.start, each.span.end, _LABEL_OF[each.kind]) for each in mentions if each.kind in _LABEL_OF}


def score(recogniser: Recogniser, documents: Iterable[Sequence[Row]]) -> Figures:
    """Read each document and compare."""
    figures = Figures(Counter(), Counter(), Counter())
    for rows in documents:
        for row, mentions in zip(rows, recogniser.recognise([row.text for row in rows]), strict=True):
            ours, gold = names_in(mentions), set(row.names)
            figures.right.update(label for *_, label in ours & gold)
            figures.said.update(label for *_, label in ours)
            figures.true.update(label for *_, label in gold)
    return figures


def table(figures: Figures) -> str:
    """Lines for people: precision, recall and F1 by label and over all."""
    lines = []
    for label in (*LABELS, None):
        true = _of(figures.true, label)
        lines.append(
            f"{label or 'all':4} precision {figures.precision(label):.3f}  recall {figures.recall(label):.3f}  "
            f"F1 {figures.f1(label):.4f}  of {true}"
        )
    return "\n".join(lines)


def _of(counts: Counter[str], label: str | None) -> int:
    return counts.total() if label is None else counts[label]

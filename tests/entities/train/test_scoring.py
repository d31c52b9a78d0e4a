"""Strict F1."""

from __future__ import annotations

from collections.abc import Sequence

from articles.model import Span
from reader.entities.model import Kind, Mention
from reader.entities.train.corpus import Row
from reader.entities.train.scoring import score, table


class Fixed:
    """Says the same of every sentence."""

    name = version = "fixed"

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        one = Mention(Span(0, 5), Kind.PERSON, "Maria")
        other = Mention(Span(6, 9), Kind.PLACE, "foi")
        date = Mention(Span(9, 10), Kind.DATE, " ")
        return [[one, other, date] for _ in sentences]


def test_a_name_counts_where_place_and_kind_are_right() -> None:
    rows = [
        Row("1-1", "Maria foi a Lisboa", ((0, 5, "PER"), (12, 18, "LOC"))),
        Row("1-2", "Maria foi", ((0, 5, "ORG"),)),
    ]
    figures = score(Fixed(), [rows])

    assert (figures.right.total(), figures.said.total(), figures.true.total()) == (1, 4, 3)
    assert figures.precision() == 1 / 4
    assert figures.recall() == 1 / 3
    assert figures.f1() == 2 / 7
    assert figures.f1("PER") == 2 / 3
    assert figures.f1("ORG") == 0
    assert table(figures).splitlines()[-1].startswith("all  precision 0.250  recall 0.333")

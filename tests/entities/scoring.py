"""How well mentions are put together: B³ and CEAF-e, as the CoNLL reference scorer counts them.

B³: Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", 1998. CEAF-e: Luo, "On Coreference Resolution
Performance Metrics", 2005, with φ4. Where mentions differ, as in Pradhan et al., "Scoring Coreference Partitions of
Predicted Mentions", 2014: a mention that the other side lacks counts for nothing and weighs in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cluster = frozenset[tuple[int, int]]
"""The mentions of one entity: where each begins and ends."""


@dataclass(frozen=True, slots=True)
class Score:
    """A sum over documents: what was right of what was said, and of what is true, in the measure's own unit."""

    right_said: float = 0.0
    said: float = 0.0
    right_true: float = 0.0
    true: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right_said + other.right_said,
            self.said + other.said,
            self.right_true + other.right_true,
            self.true + other.true,
        )

    @property
    def precision(self) -> float:
        """From 0 to 1."""
        return self.right_said / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """From 0 to 1."""
        return self.right_true / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """From 0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(said: Iterable[Cluster], true: Iterable[Cluster]) -> Score:
    """B³ of one document: each mention's share of the right company, mentions weighing alike."""
    said, true = list(said), list(true)
    right_said = sum(n * n / len(said[at]) for (at, _), n in _common(said, true).items())
    right_true = sum(n * n / len(true[at]) for (_, at), n in _common(said, true).items())
    return Score(right_said, sum(map(len, said)), right_true, sum(map(len, true)))


def ceaf_e(said: Iterable[Cluster], true: Iterable[Cluster]) -> Score:
    """Entity-based CEAF of one document: the best pairing of entities, a pair worth 2·|common| / (|one| + |other|)."""
    said, true = list(said), list(true)
    worth = [[0.0] * len(true) for _ in said]
    for (one, other), n in _common(said, true).items():
        worth[one][other] = 2 * n / (len(said[one]) + len(true[other]))
    right = best_pairing(worth)
    return Score(right, len(said), right, len(true))


def _common(said: Sequence[Cluster], true: Sequence[Cluster]) -> Counter[tuple[int, int]]:
    """How many mentions a cluster of the one and a cluster of the other share."""
    where = {mention: at for at, cluster in enumerate(true) for mention in cluster}
    return Counter((at, where[mention]) for at, cluster in enumerate(said) for mention in cluster if mention in where)


def best_pairing(worth: Sequence[Sequence[float]]) -> float:
    """The most that pairs of a row and a column, each used at most once, are worth together.

    The Hungarian method (Kuhn 1955, Munkres 1957) with potentials: O(rows² · columns).
    """
    if not worth or not worth[0]:
        return 0.0
    if len(worth) > len(worth[0]):
        worth = [list(column) for column in zip(*worth, strict=True)]
    rows, columns = len(worth), len(worth[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)  # by which row, counted from 1
    for row in range(1, rows + 1):
        came, least, seen = [0] * (columns + 1), [float("inf")] * (columns + 1), [False] * (columns + 1)
        taken[0] = row
        at = 0
        while taken[at]:
            seen[at] = True
            step, following = float("inf"), 0
            for column in range(1, columns + 1):
                if seen[column]:
                    continue
                cost = -worth[taken[at] - 1][column - 1] - of_row[taken[at]] - of_column[column]
                if cost < least[column]:
                    least[column], came[column] = cost, at
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                if seen[column]:
                    of_row[taken[column]] += step
                    of_column[column] -= step
                else:
                    least[column] -= step
            at = following
        while at:
            taken[at] = taken[came[at]]
            at = came[at]
    return sum(worth[row - 1][column - 1] for column, row in enumerate(taken) if column and row)

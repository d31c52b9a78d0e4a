"""Which row of a list is which article, where headings stand between them and groups may be folded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Stack:
    """Articles that stand under one heading.

    Attributes:
        name: What tells it from the others, whatever the interface's language.
        title: Its heading; clean.
        count: How many articles, one after the other.
    """

    name: str
    title: str
    count: int


class Shape:
    """The rows of a list: its articles, and a heading above each group of them where there are groups.

    Args:
        count: How many articles there are.
        stacks: The groups, in order; their counts add up to ``count``. None of them: a list without headings.
        folded: The names of the groups of which the heading alone is shown.
    """

    def __init__(self, count: int, stacks: Sequence[Stack] = (), folded: frozenset[str] = frozenset()) -> None:
        self.stacks = stacks
        self.folded = folded
        self._shown = [0 if stack.name in folded else stack.count for stack in stacks]
        # The first row, and the first article, of each group; and past the last.
        self._rows = list(accumulate((1 + shown for shown in self._shown), initial=0))
        self._firsts = list(accumulate((stack.count for stack in stacks), initial=0))
        self.rows = self._rows[-1] if stacks else count

    def stack_at(self, row: int) -> int | None:
        """The group whose heading is in a row; None for an article's row."""
        if not self.stacks:
            return None
        group = bisect_right(self._rows, row) - 1
        return group if self._rows[group] == row else None

    def article_at(self, row: int) -> int | None:
        """The article in a row, counted from 0 in the order of the list; None for a heading, and past the end."""
        if not 0 <= row < self.rows:
            return None
        if not self.stacks:
            return row
        group = bisect_right(self._rows, row) - 1
        within = row - self._rows[group] - 1
        return None if within < 0 else self._firsts[group] + within

    def row_of(self, article: int) -> int:
        """The row of an article; where its group is folded, of the heading."""
        if not self.stacks:
            return article
        group = self.group_of(article)
        if not self._shown[group]:
            return self._rows[group]
        return self._rows[group] + 1 + article - self._firsts[group]

    def group_of(self, article: int) -> int:
        """The group that an article is in."""
        return min(bisect_right(self._firsts, article) - 1, len(self.stacks) - 1)

    def heading_of(self, group: int) -> int:
        """The row of a group's heading."""
        return self._rows[group]

    def fold(self, name: str) -> Shape:
        """The same list with a group folded that was open, or open that was folded."""
        return Shape(self._firsts[-1], self.stacks, self.folded ^ {name})

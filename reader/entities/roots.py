"""Names that are one: each stands under the first of its company."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Roots(Generic[T]):
    """A union-find: joined values have one root, the one that was a root first."""

    def __init__(self) -> None:
        self._above: dict[T, T] = {}

    def of(self, value: T) -> T:
        """The root of a value; the value itself where it was never joined."""
        above = self._above.get(value)
        if above is None:
            return value
        root = above
        while (higher := self._above.get(root)) is not None:
            root = higher
        while above != root:  # the next look is short
            self._above[value] = root
            value, above = above, self._above[above]
        return root

    def join(self, one: T, other: T) -> None:
        """Say that two values are one; ``one`` gives the root."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._above[second] = first

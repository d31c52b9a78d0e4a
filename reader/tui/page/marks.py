"""What is marked in the text: the mentions of entities, and which entity is chosen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.entities.model import Entity, Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the body."""

    start: int
    end: int
    kind: Kind
    entity: int


class Marks:
    """The mentions of an article's entities, sorted, so that those of a screen are found at once."""

    def __init__(self, entities: Sequence[Entity] = ()) -> None:
        self.entities = tuple(entities)
        self.chosen: int | None = None
        found = [
            (mention.span.start, mention.span.end, number)
            for number, entity in enumerate(self.entities)
            for mention in entity.mentions
        ]
        found.sort()
        self._starts = [start for start, _, _ in found]
        self._ends = [end for _, end, _ in found]
        self._numbers = [number for _, _, number in found]

    def within(self, start: int, end: int) -> list[Mark]:
        """The mentions that begin in a range of the body, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [
            Mark(self._starts[at], self._ends[at], self.entities[self._numbers[at]].kind, self._numbers[at])
            for at in range(first, last)
        ]

    def at(self, offset: int) -> int | None:
        """The number of the entity that is named at a character of the body, if one is."""
        at = bisect_right(self._starts, offset) - 1
        return self._numbers[at] if at >= 0 and offset < self._ends[at] else None

    def choose(self, number: int | None) -> None:
        """Choose an entity by its number, or none."""
        self.chosen = number if number is not None and 0 <= number < len(self.entities) else None

    def rechoose(self, before: Marks) -> None:
        """Choose the entity that an earlier analysis of the same article had chosen, where it is still there."""
        if before.chosen is None:
            return
        old = before.entities[before.chosen]
        for number, entity in enumerate(self.entities):
            if entity.kind is old.kind and entity.name == old.name:
                self.chosen = number

    def mention_from(self, offset: int, by: int) -> tuple[int, int, int] | None:
        """The next (``by`` = 1) or previous (-1) mention of the chosen entity as seen from a place in the body.

        Returns:
            Its start, its number among the entity's mentions (from 1), and how many there are; goes round at the
            ends. None where nothing is chosen.
        """
        if self.chosen is None:
            return None
        starts = [mention.span.start for mention in self.entities[self.chosen].mentions]
        at = bisect_right(starts, offset) if by > 0 else bisect_left(starts, offset) - 1
        at %= len(starts)
        return starts[at], at + 1, len(starts)

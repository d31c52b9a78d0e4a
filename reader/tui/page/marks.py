"""What is marked in the text: the mentions of entities, and which entity is chosen."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from reader.entities.mentions import Mentions
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
        # In arrays and merged one by one: a list of tuples takes ten times as much where a name occurs a million times,
        # and sorting it would hold up the screen, which has the interpreter only between two calls.
        self._starts, self._ends, self._numbers = array("I"), array("I"), array("I")
        for start, number, end in merge(*(_places(entity, number) for number, entity in enumerate(self.entities))):
            self._starts.append(start)
            self._ends.append(end)
            self._numbers.append(number)

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
        mentions = self.entities[self.chosen].mentions
        bisect = bisect_right if by > 0 else bisect_left
        at = bisect(mentions, offset, key=lambda mention: mention.span.start) - (by < 0)
        at %= len(mentions)
        return mentions[at].span.start, at + 1, len(mentions)


def _places(entity: Entity, number: int) -> Iterator[tuple[int, int, int]]:
    mentions = entity.mentions
    if isinstance(mentions, Mentions):
        return ((start, number, end) for start, end in mentions.ends())
    return ((mention.span.start, number, mention.span.end) for mention in mentions)

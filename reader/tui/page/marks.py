"""What is marked in the text: the mentions of entities, which entity is chosen, and at which mention the reader is."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge

from articles.model import Article, Span
from reader.entities.mentions import Mentions
from reader.entities.model import Entity, Kind
from reader.entities.weight import folded, in_order, weight

FEW = 4
"""How many dates, quantities and others are shown of a group that is longer than ``LONG``."""

LONG = 6
"""Entities: a longer group of dates, quantities or others pushes out of sight what is looked for more."""

FOLDING = frozenset({Kind.DATE, Kind.QUANTITY, Kind.OTHER})


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the body."""

    start: int
    end: int
    kind: Kind
    entity: int


@dataclass(frozen=True, slots=True)
class Place:
    """A mention that was gone to.

    Attributes:
        start: Where it begins in the body.
        number: Its number among the entity's mentions, from 1.
        count: How many mentions the entity has.
        round: Whether it was reached past the last mention, or before the first.
    """

    start: int
    number: int
    count: int
    round: bool = False


class Marks:
    """The mentions of an article's entities, sorted, so that those of a screen are found at once.

    Making one takes a moment where there are tens of thousands of mentions: not on the event loop.

    Args:
        article: Gives the order of the entities, see ``reader.entities.weight``; without it they stay as they come.
    """

    def __init__(self, entities: Sequence[Entity] = (), article: Article | None = None) -> None:
        self.entities = tuple(entities)
        self.chosen: int | None = None
        self.current: int | None = None
        """The mention of the chosen entity that was last gone to, from 0."""

        self.recognised = self.entities
        """The entities as they were found, before the reader's corrections."""

        self.edition = 0
        """Which state of the corrections they are of."""

        self.length = len(article.body) if article is not None else 0
        """Characters of the article's body; 0 where that is not known."""

        order = range(len(self.entities)) if article is None else in_order(self.entities, article)
        groups: dict[Kind, list[int]] = {}
        for number in order:
            groups.setdefault(self.entities[number].kind, []).append(number)
        self.groups: Mapping[Kind, Sequence[int]] = groups
        """The numbers of the entities of each kind, in the order they are told."""

        self.few: Mapping[Kind, Sequence[int]] = {
            kind: self._few(numbers, article)
            for kind, numbers in groups.items()
            if kind in FOLDING and len(numbers) > LONG
        }
        """Of the long groups that may be folded those that are shown all the same, in the same order."""

        # In arrays and merged one by one: a list of tuples takes ten times as much where a name occurs a million times,
        # and sorting it would hold up the screen, which has the interpreter only between two calls.
        self._starts, self._ends, self._numbers = array("I"), array("I"), array("I")
        for start, number, end in merge(*(_places(entity, number) for number, entity in enumerate(self.entities))):
            self._starts.append(start)
            self._ends.append(end)
            self._numbers.append(number)
        self._words: dict[int, str] = {}

    def _few(self, numbers: Sequence[int], article: Article | None) -> list[int]:
        if article is None:
            return list(numbers[:FEW])
        heaviest = sorted(numbers, key=lambda number: -weight(self.entities[number], article))[:FEW]
        return [number for number in numbers if number in heaviest]

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

    # Which is chosen

    def choose(self, number: int | None) -> None:
        """Choose an entity by its number, or none."""
        self.chosen = number if number is not None and 0 <= number < len(self.entities) else None
        self.current = None

    def rechoose(self, before: Marks) -> None:
        """Choose the entity that an earlier analysis of the same article had chosen, where it is still there."""
        if before.chosen is None:
            return
        old = before.entities[before.chosen]
        for number, entity in enumerate(self.entities):
            if entity.kind is old.kind and entity.name == old.name:
                self.choose(number)
                if before.current is not None:
                    self.current = self._mention_at(old.mentions[before.current].span.start)
                return
        # It is called otherwise now, or is part of another: whose is the place where it was?
        self.choose(self.at(old.mentions[before.current or 0].span.start))
        if self.chosen is not None and before.current is not None:
            self.current = self._mention_at(old.mentions[before.current].span.start)

    def _mention_at(self, start: int) -> int | None:
        """Which mention of the chosen entity begins at a character of the body."""
        at = self.nearest(start)
        assert self.chosen is not None
        mentions = self.entities[self.chosen].mentions
        return at if at < len(mentions) and mentions[at].span.start == start else None

    def nearest(self, offset: int) -> int:
        """The first mention of the chosen entity that begins at or after a character of the body, from 0.

        Past the last one as many as there are mentions.
        """
        assert self.chosen is not None
        return bisect_left(self.entities[self.chosen].mentions, offset, key=lambda mention: mention.span.start)

    @property
    def current_span(self) -> Span | None:
        """Where the mention stands that was last gone to."""
        if self.chosen is None or self.current is None:
            return None
        return self.entities[self.chosen].mentions[self.current].span

    # Going from one mention to the next

    def go_to(self, mention: int) -> Place | None:
        """Go to a mention of the chosen entity, counted from 0; past the last the first follows, and so on."""
        if self.chosen is None:
            return None
        mentions = self.entities[self.chosen].mentions
        self.current = mention % len(mentions)
        around = self.current != mention and len(mentions) > 1
        return Place(mentions[self.current].span.start, self.current + 1, len(mentions), around)

    def step(self, here: Span, by: int) -> Place | None:
        """Go to the next (``by`` = 1) or previous (-1) mention of the chosen entity.

        Args:
            here: The sentence being read. Where the mention last gone to stands in it, the step is counted from that
                mention, so that a second one in the same sentence is not passed over; else the reader has moved on,
                and the sentence's own mentions come next.

        Returns:
            None where nothing is chosen.
        """
        span = self.current_span
        if span is not None and here.contains(span.start):
            assert self.current is not None
            return self.go_to(self.current + by)
        if self.chosen is None:
            return None
        at = self.nearest(max(0, here.start))
        return self.go_to(at if by > 0 else at - 1)

    def choose_at(self, here: Span) -> int | None:
        """Choose the entity that a sentence names first, and be at that mention; its number, or None without any."""
        marks = self.within(max(0, here.start), here.end) if here.end > 0 else []
        if not marks:
            return None
        self.choose(marks[0].entity)
        self.current = self._mention_at(marks[0].start)
        return marks[0].entity

    # Finding one by its name

    def matching(self, query: str) -> frozenset[int]:
        """The numbers of the entities whose name, alias, English name, role or value holds every word of a query.

        Case and accents do not matter. Takes a moment for thousands of entities: not on the event loop.
        """
        wanted = folded(query).split()
        return frozenset(
            number for number in range(len(self.entities)) if all(word in self._words_of(number) for word in wanted)
        )

    def _words_of(self, number: int) -> str:
        known = self._words.get(number)
        if known is None:
            entity = self.entities[number]
            parts: Iterable[str | None] = (
                entity.name, *entity.aliases, entity.english, *entity.roles, entity.date, entity.value
            )  # fmt: skip
            known = self._words[number] = folded("\n".join(part[:1_000] for part in parts if part))
        return known


def _places(entity: Entity, number: int) -> Iterator[tuple[int, int, int]]:
    mentions = entity.mentions
    if isinstance(mentions, Mentions):
        return ((start, number, end) for start, end in mentions.ends())
    return ((mention.span.start, number, mention.span.end) for mention in mentions)

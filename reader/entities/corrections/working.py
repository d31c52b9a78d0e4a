"""The entities of an article while they are being corrected."""

from __future__ import annotations

import heapq
import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from articles.model import Span
from reader.entities.corrections.model import key_of, said
from reader.entities.corrections.places import gathered
from reader.entities.gazetteer import fold
from reader.entities.model import EnglishFrom, Entity, Kind, Precision

_ORDER = {kind: number for number, kind in enumerate(Kind)}
_PARTS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
_ISO = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


class Working:
    """The entities by kind and name; of two that share them, the first stands for both as soon as one is corrected."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._given = entities
        self._entities: dict[tuple[Kind, str], list[Entity]] = {}
        self._changed = False
        self._places: _Places | None = None
        for entity in entities:
            self._entities.setdefault(key_of(entity), []).append(entity)

    def get(self, key: tuple[Kind, str]) -> Entity | None:
        """The entity of this kind and name; several of them are made one."""
        found = self._entities.get(key)
        if not found:
            return None
        if len(found) > 1:
            one = found[0]
            for other in found[1:]:
                one = self.joined(one, other)
            found[:] = [one]
            self._touched()
        return found[0]

    def at(self, span: Span) -> Entity | None:
        """The entity with the first mention that shares a character with the span."""
        found = next(self.over(span), None)
        return self.get(key_of(found[0])) if found is not None else None

    def over(self, span: Span) -> Iterator[tuple[Entity, Span]]:
        """Every mention that shares a character with the span, and whose it is, in the order of the text."""
        if self._places is None:
            self._places = _Places([*self._each()])
        return self._places.over(span)

    def take(self, entity: Entity) -> None:
        """Take out an entity that ``get`` or ``at`` gave."""
        self._touched()
        del self._entities[key_of(entity)]

    def put(self, entity: Entity, *, leads: bool = False) -> None:
        """Put an entity in; one of the same kind and name becomes one with it.

        Args:
            leads: Whether it is then called as this one is.
        """
        self._touched()
        other = self.get(key_of(entity))
        if other is not None:
            entity = self.joined(entity, other) if leads else self.joined(other, entity)
        self._entities[key_of(entity)] = [entity]

    def clear(self, spans: Sequence[Span]) -> None:
        """Take out all mentions that share a character with one of the spans."""
        gone: dict[tuple[Kind, str], set[int]] = {}
        for span in spans:
            for entity, there in self.over(span):
                gone.setdefault(key_of(entity), set()).add(there.start)
        for key, starts in gone.items():
            entities = self._entities[key]
            entities[:] = [left for entity in entities if (left := _cleared(entity, starts)) is not None]
            if not entities:
                del self._entities[key]
        self._touched()

    @staticmethod
    def joined(first: Entity, second: Entity) -> Entity:
        """Two entities as one, called as the first is."""
        forms = dict.fromkeys((*first.aliases, second.name, *second.aliases))
        english, source = (
            (first.english, first.english_from) if first.english else (second.english, second.english_from)
        )
        return replace(
            first,
            mentions=gathered(first.kind, first.mentions, second.mentions),
            aliases=tuple(form for form in forms if form != first.name),
            english=english,
            english_from=source,
            roles=tuple(dict.fromkeys((*first.roles, *second.roles))),
        )

    def result(self) -> tuple[Entity, ...]:
        """The entities as they are now; exactly those given where nothing was changed."""
        if not self._changed:
            return tuple(self._given)
        return tuple(sorted(self._each(), key=_place_of))

    def _touched(self) -> None:
        self._changed = True
        self._places = None

    def _each(self) -> Iterator[Entity]:
        return (entity for entities in self._entities.values() for entity in entities)


def _place_of(entity: Entity) -> tuple[int, int, int]:
    return _ORDER[entity.kind], -len(entity.mentions), entity.mentions[0].span.start


class _Places:
    """All mentions of an article in the order of the text, a few bytes each."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._starts, self._ends, self._whose = array("I"), array("I"), array("I")
        parts = ([(m.span, number) for m in each.mentions] for number, each in enumerate(entities))
        for span, number in heapq.merge(*parts):
            self._starts.append(span.start)
            self._ends.append(span.end)
            self._whose.append(number)

    def over(self, span: Span) -> Iterator[tuple[Entity, Span]]:
        number = max(0, bisect_left(self._starts, span.start) - 1)
        while number < len(self._starts) and self._starts[number] < span.end:
            there = Span(self._starts[number], self._ends[number])
            if there.overlaps(span):
                yield self._entities[self._whose[number]], there
            number += 1


def _cleared(entity: Entity, gone: Collection[int]) -> Entity | None:
    """The entity without the mentions that begin there; None where nothing is left."""
    left = [mention for mention in entity.mentions if mention.span.start not in gone]
    if not left:
        return None
    texts = {mention.text for mention in left}
    aliases = tuple(text for text in entity.aliases if text in texts)
    return replace(entity, mentions=gathered(entity.kind, left), aliases=aliases)


def named(entity: Entity, kind: Kind, name: str) -> Entity:
    """The entity as one of that kind and name.

    What was known of it by its old kind goes; a date that is named as a day, month or year in ISO 8601 is that one.
    """
    date = name if kind is Kind.DATE and _ISO.fullmatch(name) else None
    shown = entity.name if date is not None and entity.kind is Kind.DATE else name
    english, source = entity.english, entity.english_from
    if source is not EnglishFrom.READER:
        english, source = _english(entity, kind, shown)
    return replace(
        entity,
        kind=kind,
        name=shown,
        mentions=entity.mentions if kind is entity.kind else gathered(kind, entity.mentions),
        aliases=tuple(form for form in dict.fromkeys((entity.name, *entity.aliases)) if form != shown),
        english=english,
        english_from=source,
        date=date,
        precision=_PARTS[len(date)] if date is not None else None,
        doubt=None,
        value=None,
    )


def _english(entity: Entity, kind: Kind, name: str) -> tuple[str | None, EnglishFrom | None]:
    """What a name that is not the reader's own is in English; for the same kind else what it was."""
    if kind in (Kind.DATE, Kind.QUANTITY):
        return None, None
    if entity.english is not None and fold(said(entity)) == fold(name) and kind is entity.kind:
        return entity.english, entity.english_from
    from reader.entities.english import english_name  # loads its tables: only where a name changed

    found = english_name(name, kind)
    if found is not None:
        return found, EnglishFrom.TABLE
    return (entity.english, entity.english_from) if kind is entity.kind else (None, None)


def fullest(forms: Sequence[str]) -> str:
    """The form that says most: of most words, not all in capitals, longest; of equals the first."""
    return max(forms, key=lambda form: (form.count(" "), not form.isupper(), len(form)))

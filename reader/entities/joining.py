"""One list of entities from those of the parts of a long text, each read by itself."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.entities.gazetteer import fold
from reader.entities.mentions import Mentions
from reader.entities.model import Entity, Kind
from reader.entities.roles import fullest_first

_STEP = 200  # entities handled between two yields
_KINDS = list(Kind)
_Key = tuple[str, Kind, str]


@dataclass(slots=True)
class _Joined:
    """An entity and its mentions over the parts read so far."""

    entity: Entity
    part: int
    forms: dict[str, int] = field(default_factory=dict)
    starts: array[int] = field(default_factory=lambda: array("I"))
    which: array[int] = field(default_factory=lambda: array("I"))

    def take(self, entity: Entity, part: int) -> None:
        """Add the same entity of a later part."""
        old, self.part = self.entity, part
        better = entity if _fullness(entity.name) > _fullness(old.name) else old
        named = next((each for each in (better, old, entity) if each.english), better)
        roles = fullest_first((*old.roles, *entity.roles))
        self.entity = replace(better, roles=roles, english=named.english, english_from=named.english_from)
        places = {form: self.forms.setdefault(form, len(self.forms)) for form in (entity.name, *entity.aliases)}
        for mention in entity.mentions:
            self.starts.append(mention.span.start)
            self.which.append(places[mention.text])

    def swallow(self, other: _Joined) -> None:
        """Add what was taken for something of another kind."""
        roles = fullest_first((*self.entity.roles, *other.entity.roles))
        self.entity = replace(self.entity, roles=roles)
        names = {index: self.forms.setdefault(form, len(self.forms)) for form, index in other.forms.items()}
        both = [*zip(self.starts, self.which, strict=True)]
        both += [(start, names[form]) for start, form in zip(other.starts, other.which, strict=True)]
        both.sort()
        self.starts = array("I", (start for start, _ in both))
        self.which = array("I", (form for _, form in both))

    def made(self) -> Entity:
        """The entity with all its mentions."""
        name = self.entity.name
        aliases = tuple(form for form in self.forms if form != name)
        mentions = Mentions(self.entity.kind, tuple(self.forms), self.starts, self.which)
        return replace(self.entity, mentions=mentions, aliases=aliases)


def join_in_steps(parts: Iterable[Sequence[Entity]]) -> Iterator[tuple[Entity, ...] | None]:
    """The entities of a text from those of its parts: None after some hundred, at last the entities.

    What has the same name, date, value or English is the same; a short form belongs to the one that had it last, in
    whatever part that was. Two entities of one part are never made one: that part's own merging kept them apart.

    Args:
        parts: In the order of the text; spans are characters of the whole text.
    """
    known: dict[_Key, _Joined] = {}
    every: list[_Joined] = []
    handled = 0
    for part, entities in enumerate(parts):
        for entity in entities:
            keys = _keys(entity)
            joined = next(
                (found for key in keys if (found := known.get(key)) and _fits(found, entity, key, part)), None
            )
            if joined is None:
                joined = _Joined(entity, part)
                every.append(joined)
            joined.take(entity, part)
            for key in keys:
                known[key] = joined
            handled += 1 + len(entity.mentions) // 20
            if handled >= _STEP:
                handled = 0
                yield None
    yield None
    every = _one_kind(every)
    yield None
    every.sort(key=lambda each: (_KINDS.index(each.entity.kind), -len(each.starts), each.starts[0]))
    yield tuple(each.made() for each in every)


def _one_kind(every: Sequence[_Joined]) -> list[_Joined]:
    """One name has one kind: that of most of its mentions, where parts judged it differently."""
    known: dict[str, _Joined] = {}
    kept = []
    for joined in sorted(every, key=lambda each: -len(each.starts)):
        if joined.entity.kind in (Kind.DATE, Kind.QUANTITY):
            kept.append(joined)
            continue
        more = known.setdefault(fold(joined.entity.name), joined)
        if more is joined or more.entity.kind is joined.entity.kind:  # two people may have one name
            kept.append(joined)
        else:
            more.swallow(joined)
    return kept


def _keys(entity: Entity) -> list[_Key]:
    """What an entity is known by, the surest first: its name, what it stands for, the forms it shares with others."""
    kind = entity.kind
    if kind in (Kind.DATE, Kind.QUANTITY):
        meant = entity.date or entity.value
        return [("meant", kind, meant)] if meant else [("name", kind, fold(entity.name))]
    keys: list[_Key] = [("name", kind, fold(entity.name))]
    if entity.english and kind is not Kind.PERSON:
        keys.append(("english", kind, entity.english))
    keys += [("name", kind, fold(alias)) for alias in entity.aliases]
    return keys


def _fits(found: _Joined, entity: Entity, key: _Key, part: int) -> bool:
    """Whether what was found by a key is the entity: of another part, and by the name of one of the two."""
    if found.part == part:
        return False
    name = key[2]
    return key[0] != "name" or name in (fold(entity.name), fold(found.entity.name))


def _fullness(form: str) -> tuple[int, bool, int]:
    return form.count(" "), not form.isupper(), len(form)

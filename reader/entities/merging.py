"""From the mentions of a document to its entities."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.entities.dating.document import DateReader
from reader.entities.dating.meaning import Meaning
from reader.entities.gazetteer import fold
from reader.entities.identities import Identities
from reader.entities.model import Entity, Kind, Mention
from reader.entities.quantities import quantity_value
from reader.entities.roles import fullest_first

STEP = 1_000
"""Mentions handled between two yields."""

_ROLE_STEP = 20  # roles looked for between two yields
_MOST_ASKED = {Kind.PERSON: 50, Kind.ORGANISATION: 10}  # mentions whose surroundings are searched for a role
_MOST_ROLES = 8
_KINDS = list(Kind)
_NO_DATE = Meaning()


@dataclass(slots=True)
class _Group:
    kind: Kind
    mentions: list[Mention] = field(default_factory=list)
    forms: dict[str, int] = field(default_factory=dict)
    asked: int = 0
    roles: list[str] = field(default_factory=list)
    meaning: Meaning = _NO_DATE
    value: str | None = None

    def wants_role(self) -> bool:
        """Whether it is worth asking for another role."""
        return self.asked < _MOST_ASKED.get(self.kind, 0) and len(self.roles) < _MOST_ROLES

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.forms[mention.text] = self.forms.get(mention.text, 0) + 1


def merge(
    mentions: Sequence[Mention],
    body: str = "",
    published: datetime.date | None = None,
    role_of: Callable[[Mention], Sequence[str]] | None = None,
) -> tuple[Entity, ...]:
    """The entities that mentions name; see ``merge_in_steps``."""
    for found in merge_in_steps(mentions, body, published, role_of):
        if found is not None:
            return found
    return ()


def merge_in_steps(
    mentions: Sequence[Mention],
    body: str,
    published: datetime.date | None,
    role_of: Callable[[Mention], Sequence[str]] | None,
) -> Iterator[tuple[Entity, ...] | None]:
    """The entities that mentions name, in small steps: None after each ``STEP`` mentions, at last the entities.

    Args:
        mentions: In the order of the text, spans of ``body``.
        body: The text, for what stands between two mentions ("Organização das Nações Unidas (ONU)").
        published: The day that dates are counted from.
        role_of: The words that the text has for the person or organisation of a mention (``roles.find_roles``).

    Yields:
        None, and last the entities: by kind, then the most mentioned first, then the first mentioned.
    """
    identities = Identities(body)
    for at, mention in enumerate(mentions):
        identities.note(mention)
        if at % STEP == STEP - 1:
            yield None
    yield from identities.settle()
    groups: dict[Hashable, _Group] = {}
    dates = DateReader(published)
    roles = 0
    for at, mention in enumerate(mentions):
        meaning = dates.read(mention, body) if mention.kind is Kind.DATE else _NO_DATE
        key = _key(mention, identities, meaning)
        group = groups.get(key)
        if group is None:
            group = groups[key] = _Group(mention.kind)
            group.meaning = meaning
            group.value = quantity_value(mention.text) if mention.kind is Kind.QUANTITY else None
        group.add(mention)
        if role_of is not None and group.wants_role():
            group.asked += 1
            group.roles.extend(role for role in role_of(mention) if role not in group.roles)
            roles += 1
            if roles % _ROLE_STEP == 0:
                yield None
        if at % STEP == STEP - 1:
            yield None
    entities = []
    order = sorted(groups.values(), key=lambda g: (_KINDS.index(g.kind), -len(g.mentions), g.mentions[0].span.start))
    handled = 0
    for group in order:
        entities.append(_entity(group))
        handled += len(group.forms) + 1
        if handled >= STEP:
            handled = 0
            yield None
    yield tuple(entities)


def _key(mention: Mention, identities: Identities, meaning: Meaning) -> Hashable:
    if mention.kind is Kind.DATE:
        return mention.kind, meaning.date or fold(mention.text), meaning.doubt
    if mention.kind is Kind.QUANTITY:
        return mention.kind, quantity_value(mention.text) or fold(mention.text)
    return identities.key(mention)


def _entity(group: _Group) -> Entity:
    name = max(group.forms, key=_fullness)
    return Entity(
        name=name,
        kind=group.kind,
        mentions=tuple(group.mentions),
        aliases=tuple(form for form in group.forms if form != name),
        roles=fullest_first(group.roles),
        date=group.meaning.date,
        precision=group.meaning.precision,
        doubt=group.meaning.doubt,
        value=group.value,
    )


def _fullness(form: str) -> tuple[int, bool, int]:
    words = form.count(" ")
    return words, not form.isupper(), len(form)

"""The English names of all that an article names, once it is known what else the article names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from reader.entities.english import Named, named, same
from reader.entities.english_setting import Setting, setting_of
from reader.entities.model import EnglishFrom, Entity, Kind

_STEP = 200  # entities named between two yields
_SILENT = frozenset({Kind.DATE, Kind.QUANTITY})
_MOST_FORMS = 8  # forms of one entity that are asked for


def in_english(entities: Sequence[Entity], language: str = "pt") -> tuple[Entity, ...]:
    """The entities with their English names; see ``in_english_in_steps``."""
    for found in in_english_in_steps(entities, language):
        if found is not None:
            return found
    return ()


def in_english_in_steps(entities: Sequence[Entity], language: str = "pt") -> Iterator[tuple[Entity, ...] | None]:
    """The entities with their English names, and where those come from; what has one keeps it.

    Args:
        entities: All of an article.
        language: The article's language: ``pt-BR``, ``pt-PT``, or ``pt`` where it is not known.

    Yields:
        None every few milliseconds, and last the entities, in the same order.
    """
    setting = setting_of(entities, language)
    yield None
    done: list[Entity] = []
    for entity in entities:
        done.append(entity if entity.kind in _SILENT or entity.english_from else _with_english(entity, setting))
        if len(done) % _STEP == 0:
            yield None
    yield tuple(done)


def _with_english(entity: Entity, setting: Setting) -> Entity:
    """By its name, else by the other forms the article uses: the fullest that is known."""
    forms = sorted(entity.aliases[:_MOST_FORMS], key=len, reverse=True)
    for form in (entity.name, *forms):
        found = named(form, entity.kind, setting, entity.roles)
        if found is not None:
            return _told(entity, found)
    return dataclasses.replace(entity, english=None, english_from=None)


def _told(entity: Entity, found: Named) -> Entity:
    if same(found.text, entity.name):
        return dataclasses.replace(entity, english=None, english_from=None)
    return dataclasses.replace(entity, english=found.text, english_from=EnglishFrom(found.source))

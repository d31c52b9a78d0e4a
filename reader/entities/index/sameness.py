"""Finding an entity of one article among those of another."""

from __future__ import annotations

from collections.abc import Sequence

from reader.entities.corrections.model import key_of
from reader.entities.gazetteer import fold
from reader.entities.index.writing import library_key
from reader.entities.model import Entity


def same_in(entities: Sequence[Entity], wanted: Entity) -> int | None:
    """The number of the entity that is the wanted one, as the library sees it.

    Args:
        entities: Of the other article, as they are shown.

    Returns:
        The one with the same place in the library; else of the same kind one that shares the name or an alias, the
        first; None where there is none.
    """
    keys = {library_key(wanted), key_of(wanted)}
    for number, entity in enumerate(entities):
        if library_key(entity) in keys or key_of(entity) in keys:
            return number
    forms = {fold(form) for form in (wanted.name, *wanted.aliases)}
    for number, entity in enumerate(entities):
        if entity.kind is wanted.kind and not forms.isdisjoint(fold(form) for form in (entity.name, *entity.aliases)):
            return number
    return None

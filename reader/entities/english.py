"""The usual English name of what an article names in Portuguese."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from reader.entities.english_table import EVENTS, OTHER, WORKS
from reader.entities.gazetteer import fold, gazetteer, place_translations
from reader.entities.model import Kind
from reader.entities.organisations import organisations


def english_name(name: str, kind: Kind) -> str | None:
    """The English name, where it is known and not the same.

    People keep their names, dates and quantities are formatted by who shows them.

    Returns:
        None where the name is the same in English, or is not known.
    """
    folded = fold(name)
    found = _place(folded) if kind is Kind.PLACE else _table(kind).get(folded)
    return found if found and found != name else None


def _table(kind: Kind) -> Mapping[str, str | None]:
    if kind is Kind.ORGANISATION:
        return _organisations()
    return {Kind.EVENT: EVENTS, Kind.OTHER: OTHER, Kind.WORK: WORKS}.get(kind, {})


def territory(name: str) -> str | None:
    """CLDR's code of the country or region that a Portuguese name means, in either spelling."""
    return gazetteer().territories.get(fold(name))


def _place(folded: str) -> str | None:
    known = gazetteer()
    ours = place_translations().get(folded)
    if ours is not None:
        return ours
    code = known.territories.get(folded)
    return known.english.get(code) if code else None


@functools.cache
def _organisations() -> dict[str, str | None]:
    return {fold(name): english for name, english in organisations().items()}

"""The filter ``entity:`` of the search language: the articles that name somebody or something."""

from __future__ import annotations

import sqlite3

from articles.finding.compiling import NOTHING
from articles.finding.model import Filter
from articles.repository import Condition
from reader.entities.gazetteer import fold

_BY_NAME = """
SELECT entity FROM entity_name WHERE folded = ?1 UNION
SELECT n.entity FROM entity_form f JOIN entity_name n ON n.number = f.name WHERE f.folded = ?1 UNION
SELECT number FROM library_entity WHERE key = ?1
"""
_BY_BEGINNING = """
SELECT entity FROM entity_name WHERE folded >= ?1 AND folded < ?2 UNION
SELECT n.entity FROM entity_form f JOIN entity_name n ON n.number = f.name WHERE f.folded >= ?1 AND f.folded < ?2 UNION
SELECT number FROM library_entity WHERE key >= ?1 AND key < ?2
"""
_WITHIN = "s.key IN (SELECT i.article FROM entity_name n JOIN entity_in i ON i.name = n.number WHERE n.entity IN ({}))"
_MOST = 200  # entities of one beginning
_AFTER = chr(0x10FFFF)


def entity_condition(connection: sqlite3.Connection, asked: Filter) -> Condition:
    """The articles in which an entity occurs that is called so, or also called so, in Portuguese or English.

    Accents and capitals do not matter. A name that nothing has is taken for the beginning of one: "Vladimir Pu".
    """
    name = fold(asked.value.rstrip("*"))
    if not name:
        return NOTHING
    found = [] if asked.value.endswith("*") else _numbers(connection, _BY_NAME, (name,))
    found = found or _numbers(connection, f"{_BY_BEGINNING} LIMIT {_MOST}", (name, name + _AFTER))
    if not found:
        return NOTHING
    return Condition(_WITHIN.format(", ".join("?" * len(found))), tuple(found))


def _numbers(connection: sqlite3.Connection, asked: str, values: tuple[str, ...]) -> list[int]:
    return [number for (number,) in connection.execute(asked, values) if number is not None]

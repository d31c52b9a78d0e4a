"""What an article contributes to the index, and writing it: only what changed."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.entities.corrections.apply import correct
from reader.entities.corrections.model import Add, Correction, Scope, key_of, said
from reader.entities.corrections.store import of_article
from reader.entities.gazetteer import fold
from reader.entities.model import EnglishFrom, Entity, Kind, Mention

_SURE = frozenset({EnglishFrom.CLDR, EnglishFrom.TABLE, EnglishFrom.GAZETTEER})
_TRANSLATED_KINDS = frozenset({Kind.PLACE, Kind.ORGANISATION})
_MOST_FORMS = 40  # of an entity in one article that it can be found by

Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A name in an article, as it is written.

    Attributes:
        entity: Gives the name, the English, the forms; its mentions are not looked at.
        exact: Whether it came out of the article's own corrections.
    """

    entity: Entity
    exact: bool
    mentions: int

    @property
    def id(self) -> tuple[str, str, int]:
        """What the row is found by."""
        kind, folded = key_of(self.entity)
        return kind.value, folded, int(self.exact)


def library_key(entity: Entity) -> Key:
    """What an entity, as it is shown, has in common with the same one in other articles."""
    if entity.kind in _TRANSLATED_KINDS and entity.english and entity.english_from in _SURE:
        return entity.kind, fold(entity.english)
    return key_of(entity)


def index_article(
    connection: sqlite3.Connection, article: int, article_id: str, day: str, recogniser: str, found: Sequence[Entity]
) -> None:
    """Put the entities of an article into the index, in place of those that stood there, with the corrections.

    An article in the trash, or replaced by a newer version, has none there.

    Args:
        article: The key of the article.
        day: The day by which it is ordered.
        found: As recognised.
    """
    corrections = of_article(connection, article_id)
    listed = connection.execute("SELECT live FROM shelf WHERE key = ?", (article,)).fetchone()[0]
    rows = {row.id: row for row in _rows(connection, article, found, corrections)} if listed else {}
    library = [each for each in corrections if each.scope is Scope.LIBRARY and not isinstance(each, Add)]
    numbers = _numbers(connection, rows, library)
    before = {
        name: (mentions, entity)
        for name, mentions, entity in connection.execute(
            "SELECT i.name, i.mentions, n.entity FROM entity_in i JOIN entity_name n ON n.number = i.name "
            "WHERE i.article = ?",
            (article,),
        )
    }
    after = {number: (rows[row].mentions, entity) for row, (number, entity) in numbers.items()}
    gone = [(name, day, article) for name in before.keys() - after.keys()]
    connection.executemany("DELETE FROM entity_in WHERE name = ? AND day = ? AND article = ?", gone)
    connection.executemany(
        "INSERT INTO entity_in (name, day, article, mentions) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT DO UPDATE SET mentions = excluded.mentions",
        [(name, day, article, has[0]) for name, has in after.items() if before.get(name) != has],
    )
    _count(connection, _sums(before.values()), _sums(after.values()))
    connection.executemany(
        "INSERT OR IGNORE INTO entity_form (folded, name) VALUES (?, ?)",
        [(form, numbers[row.id][0]) for row in rows.values() for form in _forms(row.entity)],
    )
    connection.execute(
        "INSERT INTO entity_indexed (article, recogniser) VALUES (?, ?) "
        "ON CONFLICT DO UPDATE SET recogniser = excluded.recogniser",
        (article, recogniser),
    )
    connection.execute("DELETE FROM entity_pending WHERE article = ?", (article,))


def _rows(
    connection: sqlite3.Connection, article: int, found: Sequence[Entity], corrections: Sequence[Correction]
) -> Iterable[_Row]:
    """The names of an article: as recognised and added for the library, or as its own corrections left them."""
    own = any(each.scope is Scope.ARTICLE for each in corrections)
    added = [each for each in corrections if isinstance(each, Add) and each.scope is Scope.LIBRARY]
    if own or added:
        (body,) = connection.execute("SELECT body FROM article WHERE key = ?", (article,)).fetchone()
        found = correct(found, corrections if own else [each for each in added if each.quote.text in body], body)
    together: dict[Key, tuple[Entity, int]] = {}
    for entity in found:
        key = key_of(entity)
        first, mentions = together.get(key, (entity, 0))
        together[key] = (first, mentions + len(entity.mentions))
    return [_Row(entity, own, mentions) for entity, mentions in together.values()]


def _numbers(
    connection: sqlite3.Connection, rows: dict[tuple[str, str, int], _Row], library: Sequence[Correction]
) -> dict[tuple[str, str, int], tuple[int, int | None]]:
    """The number and the entity of each name; those not known yet are put in."""
    known = _known(connection, rows)
    for key, (number, _entity, english) in known.items():
        entity = rows[key].entity
        if not english and entity.english and entity.english_from in _SURE and not rows[key].exact:
            connection.execute(  # it was not known when the name was first met
                "UPDATE entity_name SET english = ?, english_from = ? WHERE number = ?",
                (entity.english, entity.english_from.value, number),
            )
            _point_again(connection, number, library)
    new = [row for key, row in rows.items() if key not in known]
    for row in new:
        insert_name(connection, row.entity, row.exact, row.entity if row.exact else final(row.entity, library))
    known = _known(connection, rows)
    return {key: (number, entity) for key, (number, entity, _english) in known.items()}


def _known(
    connection: sqlite3.Connection, wanted: Iterable[tuple[str, str, int]]
) -> dict[tuple[str, str, int], tuple[int, int | None, str | None]]:
    found = connection.execute(
        "SELECT n.kind, n.folded, n.exact, n.number, n.entity, n.english FROM json_each(?) w JOIN entity_name n "
        "ON n.kind = w.value ->> 0 AND n.folded = w.value ->> 1 AND n.exact = w.value ->> 2",
        (json.dumps(list(wanted)),),
    )
    return {(kind, folded, exact): (number, entity, english) for kind, folded, exact, number, entity, english in found}


def insert_name(connection: sqlite3.Connection, entity: Entity, exact: bool, shown: Entity | None) -> None:
    """Put in a name that was not known.

    Args:
        entity: As recognised, or as its article's own corrections left it.
        shown: As the library's corrections leave it; None where they hide it.
    """
    kind, folded = key_of(entity)
    source = entity.english_from.value if entity.english_from else None
    connection.execute(
        "INSERT INTO entity_name (kind, folded, exact, name, english, english_from, entity) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kind.value, folded, int(exact), said(entity), entity.english, source, _entity_number(connection, shown)),
    )


def final(entity: Entity, library: Sequence[Correction]) -> Entity | None:
    """What the library's corrections make of a name, wherever it stands; None where they hide it."""
    key = key_of(entity)
    if all(each.target.key != key for each in library):
        return entity  # later ones act only on what the first has changed
    name = said(entity)
    alone = recognised(entity.kind, name, entity.english, entity.english_from)
    left = correct([alone], library, name)
    return left[0] if left else None


def point(connection: sqlite3.Connection, number: int, shown: Entity | None) -> None:
    """Let a name stand for an entity of the library, or for none, and count again what changes by it."""
    (old,) = connection.execute("SELECT entity FROM entity_name WHERE number = ?", (number,)).fetchone()
    new = _entity_number(connection, shown)
    if shown is not None and shown.english:
        connection.execute("INSERT OR IGNORE INTO entity_form VALUES (?, ?)", (fold(shown.english), number))
    if old == new:
        if shown is not None:  # the same in other words
            connection.execute(
                "UPDATE library_entity SET name = ?, english = ? WHERE number = ?", (said(shown), shown.english, new)
            )
        return
    connection.execute("UPDATE entity_name SET entity = ? WHERE number = ?", (new, number))
    for entity in (old, new):
        connection.execute(
            "UPDATE library_entity SET (articles, mentions) = ("
            "SELECT count(DISTINCT i.article), coalesce(sum(i.mentions), 0) FROM entity_name n "
            "JOIN entity_in i ON i.name = n.number WHERE n.entity = ?1) WHERE number = ?1",
            (entity,),
        )
    connection.execute("DELETE FROM library_entity WHERE number = ? AND articles = 0", (old,))


def _point_again(connection: sqlite3.Connection, number: int, library: Sequence[Correction]) -> None:
    """Point a name anew, and with it all that stand for the same."""
    together = connection.execute(
        "SELECT number, kind, name, english, english_from, exact FROM entity_name "
        "WHERE number = ?1 OR entity = (SELECT entity FROM entity_name WHERE number = ?1)",
        (number,),
    ).fetchall()
    for each, kind, name, english, source, exact in together:
        entity = recognised(kind, name, english, source)
        point(connection, each, entity if exact else final(entity, library))


def recognised(kind: str, name: str, english: str | None, source: str | None) -> Entity:
    """An entity that stands for a name wherever it was recognised."""
    mention = Mention(Span(0, len(name)), Kind(kind), name)
    return Entity(
        name, Kind(kind), (mention,), english=english, english_from=EnglishFrom(source) if source else None
    )  # fmt: skip


def _entity_number(connection: sqlite3.Connection, shown: Entity | None) -> int | None:
    if shown is None:
        return None
    kind, key = library_key(shown)
    if kind in _TRANSLATED_KINDS and key == key_of(shown)[1]:  # the name itself may be known by its English
        row = connection.execute(
            "SELECT english, english_from FROM entity_name WHERE kind = ? AND folded = ? AND NOT exact",
            (kind.value, key),
        ).fetchone()
        if row is not None and row[0] and row[1] in _SURE:
            key = fold(row[0])
    connection.execute(
        "INSERT INTO library_entity (kind, key, name, english) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "english = excluded.english WHERE library_entity.english IS NULL AND excluded.english IS NOT NULL",
        (kind.value, key, said(shown), shown.english),
    )
    select = "SELECT number FROM library_entity WHERE kind = ? AND key = ?"
    number: int = connection.execute(select, (kind.value, key)).fetchone()[0]
    return number


def _sums(having: Iterable[tuple[int, int | None]]) -> Counter[int]:
    """Mentions by entity."""
    sums: Counter[int] = Counter()
    for mentions, entity in having:
        if entity is not None:
            sums[entity] += mentions
    return sums


def _count(connection: sqlite3.Connection, before: Counter[int], after: Counter[int]) -> None:
    """Bring the kept counts from what an article had to what it has."""
    changes = [
        ((entity in after) - (entity in before), after[entity] - before[entity], entity)
        for entity in {**before, **after}
        if after[entity] != before[entity] or (entity in after) != (entity in before)
    ]
    connection.executemany(
        "UPDATE library_entity SET articles = articles + ?, mentions = mentions + ? WHERE number = ?", changes
    )
    left = [(entity,) for more, _mentions, entity in changes if more < 0]
    connection.executemany("DELETE FROM library_entity WHERE number = ? AND articles = 0", left)


def _forms(entity: Entity) -> set[str]:
    """What else an entity is found by, folded."""
    forms = {fold(form) for form in (entity.name, *entity.aliases[:_MOST_FORMS], entity.english or "")}
    return forms - {key_of(entity)[1], ""}

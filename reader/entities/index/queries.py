"""Asking the index: where else an entity occurs, which there are, which has a name."""

from __future__ import annotations

import heapq
import itertools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from articles.database import Database
from reader.entities.corrections.model import key_of
from reader.entities.gazetteer import fold
from reader.entities.index.following import catch_up
from reader.entities.index.writing import library_key
from reader.entities.model import Entity, Kind

_FIRST = ("9999-99-99", 1 << 62)  # later than any article
_PAGE = 200


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the library.

    Attributes:
        number: Names it while it occurs in the library.
        key: Its folded name, or its English one for places and organisations that have it; of a date the day.
        name: As the article analysed first, or a correction, writes it; of a date the day in ISO 8601.
        articles: In how many articles it occurs.
        mentions: How often, in all of them.
    """

    number: int
    kind: Kind
    key: str
    name: str
    english: str | None
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Place:
    """An article in which an entity occurs.

    Attributes:
        article: The article's key, for ``ArticleRepository.summaries``.
        day: The day of the article in ISO 8601: published, else added.
        mentions: How often the entity is named in it.
    """

    article: int
    day: str
    mentions: int


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Where else an entity occurs.

    Attributes:
        count: In how many other articles.
        places: The newest of them, newest first.
        pending: Articles that were added to by a correction and are not looked at yet.
        entity: The library's entity; None where no article that was read has it.
    """

    count: int
    places: tuple[Place, ...]
    pending: int
    entity: Known | None


class EntityIndex:
    """The entities of a library; safe to use from several threads. Every method may raise ``StorageError``.

    Args:
        database: The library, with ``ENTITY_MIGRATIONS`` applied.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def also_in(self, entity: Entity, article_id: str, limit: int = 20, after: Place | None = None) -> AlsoIn:
        """The other articles in which an entity occurs, newest first; some milliseconds, however many there are.

        Args:
            entity: As it is shown: with the article's corrections.
            article_id: The full id of the article on the screen, which is left out.
            limit: The most places to return.
            after: The last place of the page before; None for the first page.
        """
        kind, key = library_key(entity)
        with self._database.read() as connection:
            pending: int = connection.execute("SELECT count(*) FROM entity_pending").fetchone()[0]
            known = _known(connection, "kind = ? AND key = ?", (kind.value, key))
            if not known:  # its English is told in other articles only: then those decide
                by_name = "number = (SELECT entity FROM entity_name WHERE kind = ? AND folded = ? AND NOT exact)"
                known = _known(connection, by_name, (kind.value, key))
            if not known:
                return AlsoIn(0, (), pending, None)
            here = connection.execute("SELECT key FROM article WHERE id = ?", (article_id,)).fetchone()
            article = here[0] if here is not None else -1
            names = _names(connection, known[0].number)
            found = [place for place in _page(connection, names, limit + 1, after) if place.article != article]
            return AlsoIn(
                known[0].articles - _occurs(connection, names, article), tuple(found[:limit]), pending, known[0]
            )

    def all(self, kind: Kind | None = None, limit: int | None = None) -> list[Known]:
        """The library's entities, the most mentioned first; of a kind only, where one is given."""
        with self._database.read() as connection:
            return _known(
                connection,
                "articles > 0 AND (?1 IS NULL OR kind = ?1) ORDER BY mentions DESC, articles DESC, name LIMIT ?2",
                (kind.value if kind is not None else None, -1 if limit is None else max(0, limit)),
            )

    def find(self, name: str, kind: Kind | None = None) -> list[Known]:
        """The entities that are called so, or also called so, in Portuguese or English; the most mentioned first.

        Accents, capitals and white space do not matter.
        """
        with self._database.read() as connection:
            return _known(
                connection,
                "articles > 0 AND (?2 IS NULL OR kind = ?2) AND number IN ("
                "SELECT entity FROM entity_name WHERE folded = ?1 AND kind IN (SELECT value FROM json_each(?3)) "
                "UNION SELECT n.entity FROM entity_form f JOIN entity_name n ON n.number = f.name WHERE f.folded = ?1 "
                "UNION SELECT number FROM library_entity WHERE key = ?1 AND kind IN (SELECT value FROM json_each(?3))"
                ") ORDER BY mentions DESC, articles DESC, name",
                (fold(name), kind.value if kind is not None else None, _KINDS),
            )

    def places(self, number: int, limit: int = _PAGE, after: Place | None = None) -> list[Place]:
        """Where an entity occurs, newest first.

        Args:
            number: ``Known.number``.
            after: The last place of the page before; None for the first page.
        """
        with self._database.read() as connection:
            return _page(connection, _names(connection, number), limit, after)

    def all_places(self, number: int) -> Iterator[Place]:
        """All places of an entity, newest first, fetched page by page."""
        after = None
        while page := self.places(number, _PAGE, after):
            yield from page
            after = page[-1]

    def days(self, number: int) -> tuple[str, str] | None:
        """The days of the first and of the last article in which an entity occurs, in ISO 8601; None for none."""
        with self._database.read() as connection:
            found = [
                row
                for name in _names(connection, number)
                for edge in ("min", "max")
                for (row,) in connection.execute(f"SELECT {edge}(day) FROM entity_in WHERE name = ?", (name,))  # noqa: S608
                if row is not None
            ]
        return (min(found), max(found)) if found else None

    def dates(self) -> list[Known]:
        """The resolved dates that occur, by their ISO text."""
        with self._database.read() as connection:
            return _known(connection, "kind = 'date' AND articles > 0 AND key GLOB '[-0-9]*' ORDER BY key", ())

    def is_shown_as(self, known: Known, entity: Entity) -> bool:
        """Whether an article's entity, with the corrections, is this one of the library."""
        if entity.kind is not known.kind:
            return False
        if library_key(entity)[1] == known.key:
            return True
        kind, folded = key_of(entity)
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT 1 FROM entity_name WHERE kind = ? AND folded = ? AND entity = ?",
                (kind.value, folded, known.number),
            )
            return found.fetchone() is not None

    def is_name(self, kind: Kind, name: str) -> bool:
        """Whether some article that was read has an entity of this kind whose own name that is."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT 1 FROM entity_name WHERE kind = ? AND folded = ?", (kind.value, fold(name))
            )
            return found.fetchone() is not None

    def catch_up(self, limit: int = 50) -> int:
        """Look at some of the articles that a correction concerns and that wait; how many are left. Call it until 0.

        Args:
            limit: Articles to look at, some milliseconds each; written together, durably.
        """
        with self._database.read() as connection:
            if connection.execute("SELECT 1 FROM entity_pending LIMIT 1").fetchone() is None:
                return 0
        with self._database.write() as connection:
            return catch_up(connection, limit)


_KINDS = "[" + ",".join(f'"{kind.value}"' for kind in Kind) + "]"


def _known(connection: sqlite3.Connection, which: str, values: tuple[object, ...]) -> list[Known]:
    select = "SELECT number, kind, key, name, english, articles, mentions FROM library_entity WHERE "
    return [
        Known(number, Kind(kind), key, name, english, articles, mentions)
        for number, kind, key, name, english, articles, mentions in connection.execute(select + which, values)
    ]


def _names(connection: sqlite3.Connection, entity: int) -> list[int]:
    return [name for (name,) in connection.execute("SELECT number FROM entity_name WHERE entity = ?", (entity,))]


def _page(connection: sqlite3.Connection, names: list[int], limit: int, after: Place | None) -> list[Place]:
    """The newest places of several names after some place, those in one article as one."""
    day, article = (after.day, after.article) if after is not None else _FIRST
    parts = [
        connection.execute(
            "SELECT day, article, mentions FROM entity_in WHERE name = ?1 AND (day, article) < (?2, ?3) "
            "ORDER BY day DESC, article DESC LIMIT ?4",
            (name, day, article, limit),
        ).fetchall()
        for name in names
    ]
    merged = heapq.merge(*parts, key=lambda row: (row[0], row[1]), reverse=True)
    together = (
        Place(where[1], where[0], sum(mentions for _day, _article, mentions in rows))
        for where, rows in itertools.groupby(merged, key=lambda row: (row[0], row[1]))
    )
    return list(itertools.islice(together, limit))


def _occurs(connection: sqlite3.Connection, names: list[int], article: int) -> bool:
    """Whether an article has one of the names."""
    found = connection.execute("SELECT name FROM entity_in WHERE article = ?", (article,))
    return not {name for (name,) in found}.isdisjoint(names)

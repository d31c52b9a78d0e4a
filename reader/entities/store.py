"""Keeping analyses, so that an article is analysed once per recogniser and version."""

from __future__ import annotations

import datetime
import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from articles.database import Database, Migration
from reader.entities.corrections.store import CORRECTION_TABLES
from reader.entities.index.tables import INDEX_TABLES, SHELF_TRIGGERS
from reader.entities.index.writing import index_article
from reader.entities.model import Entity, Versioned
from reader.entities.packing import Damaged, pack, unpack

ENTITY_MIGRATIONS = (
    Migration(
        "entities: analyses",
        (
            """
            CREATE TABLE analysis (
                article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
                recogniser TEXT NOT NULL,
                version TEXT NOT NULL,
                published TEXT NOT NULL,
                entities BLOB NOT NULL,
                PRIMARY KEY (article, recogniser)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    Migration("entities: corrections", CORRECTION_TABLES),
    Migration("entities: where they occur", INDEX_TABLES),
    Migration("entities: only what is in the list", SHELF_TRIGGERS),
)
"""The tables of this room, for the library's database; after the articles' own."""

MERGING = "5"
"""Changed whenever merging, dates, roles or English names of some article change: a part of the stored version."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An analysis as it is stored.

    Attributes:
        recogniser: Who read the article.
        version: Of the recogniser and of what was done after it.
        published: The day against which dates were resolved, in ISO 8601; "" where none was known.
        entities: What was found, before the reader's corrections.
    """

    recogniser: str
    version: str
    published: str
    entities: tuple[Entity, ...]


class AnalysisStore:
    """The analyses of the library's articles.

    Args:
        database: The library, with ``ENTITY_MIGRATIONS`` applied.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, article_id: str, recogniser: Versioned, published: datetime.date | None) -> tuple[Entity, ...] | None:
        """The stored analysis of an article, or None: never analysed, by another version, or damaged.

        Args:
            article_id: The article's full id.
            recogniser: Who analysed it.
            published: The published date as now known; dates were resolved against it.

        Raises:
            StorageError: The database cannot be read.
        """
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT version, published, entities FROM analysis WHERE article = ? AND recogniser = ?",
                (article_id, recogniser.name),
            ).fetchone()
        if row is None or (row[0], row[1]) != (_version(recogniser), _day(published)):
            return None
        try:
            return unpack(row[2])
        except Damaged:
            return None  # a damaged row is as good as none: the article is analysed again

    def put(
        self,
        article_id: str,
        recogniser: Versioned,
        published: datetime.date | None,
        entities: Sequence[Entity],
    ) -> bool:
        """Store an analysis in place of an older one, and where its entities occur; False without the article.

        Raises:
            StorageError: The database cannot be written.
        """
        return self.put_packed(article_id, recogniser, published, pack(entities))

    def put_packed(
        self, article_id: str, recogniser: Versioned, published: datetime.date | None, packed: bytes
    ) -> bool:
        """The same with what ``reader.entities.packing`` made of the entities; raises ValueError where it did not."""
        try:
            found = unpack(packed)
        except Damaged as error:
            raise ValueError("these are no packed entities") from error
        analysis = Stored(recogniser.name, _version(recogniser), _day(published), found)
        with self._database.write() as connection:
            return _put(connection, article_id, analysis, packed)

    def latest(self, article_id: str) -> tuple[Entity, ...] | None:
        """The analysis of an article that is in the index of entities, whoever made it; None where there is none.

        Raises:
            StorageError: The database cannot be read.
        """
        found = self.stored(article_id)
        return found.entities if found is not None else None

    def stored(self, article_id: str) -> Stored | None:
        """The same with who made it and how.

        Raises:
            StorageError: The database cannot be read.
        """
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT n.recogniser, n.version, n.published, n.entities FROM article a "
                "JOIN entity_indexed i ON i.article = a.key "
                "JOIN analysis n ON n.article = a.id AND n.recogniser = i.recogniser WHERE a.id = ?",
                (article_id,),
            ).fetchone()
        if row is None:
            return None
        recogniser, version, published, packed = row
        try:
            return Stored(recogniser, version, published, unpack(packed))
        except Damaged:
            return None

    def put_stored(self, article_id: str, analysis: Stored) -> bool:
        """Store an analysis that another library made, of whatever version; False without the article.

        Raises:
            StorageError: The database cannot be written.
        """
        with self._database.write() as connection:
            return _put(connection, article_id, analysis, pack(analysis.entities))

    def stale(self, recogniser: Versioned) -> Sequence[int]:
        """The keys of the articles that this recogniser has not read as they are now, newest first.

        Those that an older version read are among them, and those whose day of publication was corrected since. Takes
        some 0.2 s for 100,000 articles.

        Raises:
            StorageError: The database cannot be read.
        """
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT s.key FROM shelf s JOIN article ON article.key = s.key "
                "LEFT JOIN analysis ON analysis.article = article.id AND recogniser = ? WHERE s.live = 1 "
                "AND (version IS NOT ? OR analysis.published IS NOT coalesce(article.published, '')) "
                "ORDER BY s.day DESC, s.added DESC, s.key DESC",
                (recogniser.name, _version(recogniser)),
            )
            return array("q", (key for (key,) in found))


def _put(connection: sqlite3.Connection, article_id: str, analysis: Stored, packed: bytes) -> bool:
    article = connection.execute("SELECT key, day FROM article WHERE id = ?", (article_id,)).fetchone()
    if article is None:
        return False
    connection.execute(
        "INSERT INTO analysis (article, recogniser, version, published, entities) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (article, recogniser) DO UPDATE SET "
        "version = excluded.version, published = excluded.published, entities = excluded.entities",
        (article_id, analysis.recogniser, analysis.version, analysis.published, packed),
    )
    index_article(connection, article[0], article_id, article[1], analysis.recogniser, analysis.entities)
    return True


def _version(recogniser: Versioned) -> str:
    return f"{recogniser.version}/{MERGING}"


def _day(published: datetime.date | None) -> str:
    return published.isoformat() if published else ""

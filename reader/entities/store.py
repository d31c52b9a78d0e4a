"""Keeping analyses, so that an article is analysed once per recogniser and version."""

from __future__ import annotations

import datetime
import json
import zlib
from collections.abc import Sequence
from typing import Any

from articles.database import Database, Migration
from articles.model import Span
from reader.entities.model import Doubt, EnglishFrom, Entity, Kind, Mention, Precision, Versioned

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
)
"""The tables of this room, for the library's database; after the articles' own."""

MERGING = "4"
"""Changed whenever merging, dates, roles or English names of some article change: a part of the stored version."""

_LARGEST = 64 << 20  # bytes of an analysis once unpacked; a larger one was not written by us


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
            return _unpack(row[2])
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, zlib.error, RecursionError):
            return None  # a damaged row is as good as none: the article is analysed again

    def put(
        self,
        article_id: str,
        recogniser: Versioned,
        published: datetime.date | None,
        entities: Sequence[Entity],
    ) -> bool:
        """Store an analysis in place of an older one; False when the article is not in the library.

        Raises:
            StorageError: The database cannot be written.
        """
        with self._database.write() as connection:
            done = connection.execute(
                "INSERT INTO analysis (article, recogniser, version, published, entities) "
                "SELECT id, ?, ?, ?, ? FROM article WHERE id = ? "
                "ON CONFLICT (article, recogniser) DO UPDATE SET "
                "version = excluded.version, published = excluded.published, entities = excluded.entities",
                (recogniser.name, _version(recogniser), _day(published), _pack(entities), article_id),
            )
            return done.rowcount > 0


def _version(recogniser: Versioned) -> str:
    return f"{recogniser.version}/{MERGING}"


def _day(published: datetime.date | None) -> str:
    return published.isoformat() if published else ""


def _pack(entities: Sequence[Entity]) -> bytes:
    """Compact: a mention is the index of its form among the name and the aliases, and the distance from the last."""
    rows = []
    for entity in entities:
        forms = [entity.name, *entity.aliases]
        places = {form: index for index, form in enumerate(forms)}
        flat: list[int] = []
        last = 0
        for mention in entity.mentions:
            flat += (mention.span.start - last, places[mention.text])
            last = mention.span.start
        rows.append([entity.kind.value, forms, flat, *(getattr(entity, name) for name in _PLAIN), list(entity.roles)])
    return zlib.compress(
        json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), 1
    )


_PLAIN = ("english", "english_from", "date", "precision", "doubt", "value")


def _unpack(packed: bytes) -> tuple[Entity, ...]:
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(packed, _LARGEST)
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise ValueError("the stored analysis is cut or far too large")
    return tuple(_entity(row) for row in json.loads(plain.decode("utf-8", "surrogatepass")))


def _entity(row: list[Any]) -> Entity:
    kind, forms, flat, english, english_from, date, precision, doubt, value, roles = row
    for text in (*forms, *roles, english, date, value):
        if text is not None and not isinstance(text, str):
            raise TypeError("a name that is no text")
    mentions = []
    at = 0
    for distance, form in zip(flat[::2], flat[1::2], strict=True):
        at += distance
        if at < 0 or form < 0:
            raise ValueError("a mention before the text")
        text = forms[form]
        mentions.append(Mention(Span(at, at + len(text)), Kind(kind), text))
    if not mentions:
        raise ValueError("an entity without mentions")
    name, *aliases = forms
    return Entity(
        name,
        Kind(kind),
        tuple(mentions),
        tuple(aliases),
        english=english,
        english_from=EnglishFrom(english_from) if english_from else None,
        roles=tuple(roles),
        date=date,
        precision=Precision(precision) if precision else None,
        doubt=Doubt(doubt) if doubt else None,
        value=value,
    )

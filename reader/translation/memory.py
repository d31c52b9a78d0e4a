"""The translation memory: every accepted sentence pair, kept in the library's database."""

from __future__ import annotations

import datetime
import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence

from articles.database import Database, Migration
from reader.translation.engine import Origin, Translation

LANGUAGES = "pt>en"

MEMORY_MIGRATIONS = (
    Migration(
        "translation: the memory",
        (
            # One row for what each engine and version made of a sentence, and one for each person's word. The
            # rank is stored so that the index alone puts human before refined before draft.
            """
            CREATE TABLE translation (
                number INTEGER PRIMARY KEY,
                key TEXT NOT NULL,
                rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 2),
                engine TEXT NOT NULL,
                version TEXT NOT NULL,
                created TEXT NOT NULL,
                source TEXT NOT NULL,
                target TEXT NOT NULL CHECK (target <> '')
            ) STRICT
            """,
            "CREATE UNIQUE INDEX translation_key ON translation (key, rank, engine, version)",
        ),
    ),
    Migration(
        "translation: names held, and who",
        (
            # What the engine said before names were repaired, and the terms it was held to: when the glossary
            # changes, only what that touches is held anew, and no engine is asked again for it.
            "ALTER TABLE translation ADD COLUMN raw TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE translation ADD COLUMN terms TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE translation ADD COLUMN unsure TEXT NOT NULL DEFAULT '[]'",
            "ALTER TABLE translation ADD COLUMN author TEXT NOT NULL DEFAULT ''",
        ),
    ),
)
"""The steps that made the memory's tables, for ``Database``."""

_ORIGINS = {origin.rank: origin for origin in Origin}

# A draft of another engine or an older version is no answer when the engine is named: it is made anew.
# CROSS JOIN keeps SQLite to this order: each key asked for, then its few rows by the index.
_LOOKUP = """
SELECT asked.value, kept.rank, kept.engine, kept.version, kept.created, kept.target,
    kept.raw, kept.terms, kept.unsure, kept.author
FROM json_each(:keys) AS asked CROSS JOIN translation AS kept ON kept.key = asked.value
WHERE :engine IS NULL OR kept.rank > 0 OR (kept.engine = :engine AND kept.version = :version)
ORDER BY kept.rank, kept.created, kept.number
"""
_RECORD = """
INSERT INTO translation (key, rank, engine, version, created, source, target, raw, terms, unsure, author)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key, rank, engine, version) DO UPDATE
SET created = excluded.created, source = excluded.source, target = excluded.target, raw = excluded.raw,
    terms = excluded.terms, unsure = excluded.unsure, author = excluded.author
"""
_PEOPLE = (
    "SELECT source, target, engine, version, created, raw, terms, unsure, author FROM translation "
    "WHERE key = ? AND rank = ? ORDER BY created, number"
)
_SEED = _RECORD[: _RECORD.index("ON CONFLICT")] + "ON CONFLICT DO NOTHING"


def key_of(source: str) -> str:
    """What names a sentence: 32 hexadecimal digits of a hash of its folded NFC and the languages."""
    import hashlib  # loads a cryptographic library: only where a sentence is looked up

    folded = " ".join(unicodedata.normalize("NFC", source).split())
    return hashlib.sha256(f"{LANGUAGES}\n{folded}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


class TranslationMemory:
    """The memory in a library. Safe to use from several threads; every method may raise ``StorageError``.

    Args:
        database: The library's, opened with ``MEMORY_MIGRATIONS`` among its migrations.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def lookup(
        self, sources: Sequence[str], engine: str | None = None, version: str | None = None
    ) -> dict[str, Translation]:
        """The best translation kept of each sentence, in one query: human before refined before draft.

        Args:
            sources: Sentences of an article, or of many.
            engine: Of drafts, only this engine's count; None for all of them, the newest first.
            version: Of that engine's drafts, only this version's count; None for "".

        Returns:
            One for each sentence that has any, by the sentence as it was given.
        """
        asked: dict[str, list[str]] = {}
        for source in dict.fromkeys(sources):
            asked.setdefault(key_of(source), []).append(source)
        if not asked:
            return {}
        parameters = {"keys": json.dumps(list(asked)), "engine": engine, "version": version or ""}
        with self._database.read() as connection:
            rows = connection.execute(_LOOKUP, parameters).fetchall()
        found: dict[str, Translation] = {}
        for key, rank, name, made_by, created, target, raw, terms, unsure, author in rows:  # the best comes last
            moment = datetime.datetime.fromisoformat(created)
            unsure = tuple(json.loads(unsure))
            for source in asked[key]:
                made = _ORIGINS[rank], name, made_by, moment, raw, terms, unsure, author
                found[source] = Translation(source, target, *made)
        return found

    def record(self, translation: Translation) -> None:
        """Keep a translation; it is on the disk when this returns. It replaces its maker's last one."""
        self.record_all([translation])

    def record_all(self, translations: Iterable[Translation]) -> None:
        """Keep several, all or none; each replaces its maker's last one."""
        rows = [_row(translation) for translation in translations]
        with self._database.write() as connection:
            connection.executemany(_RECORD, rows)

    def record_many(self, translations: Iterable[Translation]) -> int:
        """Keep several in one transaction, where the same maker has said nothing of the sentence yet.

        What is there stays: seeding the bundled articles again does not undo what a person has changed since.
        Nothing is written, and no lock taken, when all are there.

        Returns:
            How many were new.
        """
        rows = [_row(translation) for translation in translations]
        with self._database.read() as connection:
            missing = _not_yet(connection, rows)
        if not missing:
            return 0
        with self._database.write() as connection:
            before = connection.total_changes
            connection.executemany(_SEED, missing)
            return connection.total_changes - before

    def count(self) -> int:
        """How many translations are kept."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT count(*) FROM translation").fetchone()[0])


def put(connection: sqlite3.Connection, translation: Translation) -> None:
    """Keep a translation, within the transaction of the connection; it replaces its maker's last one."""
    connection.execute(_RECORD, _row(translation))


def said_by_people(connection: sqlite3.Connection, key: str) -> list[Translation]:
    """What people made of a sentence, the best last, as ``lookup`` chooses."""
    rows = connection.execute(_PEOPLE, (key, Origin.HUMAN.rank))
    found: list[Translation] = []
    for source, target, engine, version, created, raw, terms, unsure, author in rows:
        made = Origin.HUMAN, engine, version, datetime.datetime.fromisoformat(created), raw, terms
        found.append(Translation(source, target, *made, tuple(json.loads(unsure)), author))
    return found


def forget_people(connection: sqlite3.Connection, key: str) -> None:
    """Take out what people made of a sentence, within the transaction of the connection; engines' words stay."""
    connection.execute("DELETE FROM translation WHERE key = ? AND rank = ?", (key, Origin.HUMAN.rank))


_Row = tuple[str, int, str, str, str, str, str, str, str, str, str]


def _row(translation: Translation) -> _Row:
    created = translation.created.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return (
        key_of(translation.source),
        translation.origin.rank,
        translation.engine,
        translation.version,
        created,
        translation.source,
        translation.target,
        translation.raw,
        translation.terms,
        json.dumps(translation.unsure, ensure_ascii=False),
        translation.author,
    )


def _not_yet(connection: sqlite3.Connection, rows: list[_Row]) -> list[_Row]:
    keys = json.dumps(list({row[0] for row in rows}))
    kept = set(
        connection.execute(
            "SELECT kept.key, kept.rank, kept.engine, kept.version FROM json_each(?) AS asked "
            "CROSS JOIN translation AS kept ON kept.key = asked.value",
            (keys,),
        )
    )
    return [row for row in rows if row[:4] not in kept]

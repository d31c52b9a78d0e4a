"""The translation memory: every accepted sentence pair, kept in the library's database."""

from __future__ import annotations

import datetime
import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from articles.database import Database, Migration
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.tables import INDEX_TABLES

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
    Migration(
        "translation: which came last",
        # Counted up for each sentence by what this library records itself, so that the newest wins though the clock
        # went backwards; 0 for what was brought in, where the time that it tells decides.
        ("ALTER TABLE translation ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",),
    ),
    Migration("translation: an index of its words", INDEX_TABLES),
)
"""The steps that made the memory's tables, for ``Database``."""

_ORIGINS = {origin.rank: origin for origin in Origin}

# A draft of another engine or an older version is no answer when the engine is named: it is made anew.
# CROSS JOIN keeps SQLite to this order: each key asked for, then its few rows by the index.
_LOOKUP = """
SELECT asked.value, kept.target, kept.rank, kept.engine, kept.version, kept.created,
    kept.raw, kept.terms, kept.unsure, kept.author
FROM json_each(:keys) AS asked CROSS JOIN translation AS kept ON kept.key = asked.value
WHERE :engine IS NULL OR kept.rank > 0 OR (kept.engine = :engine AND kept.version = :version)
ORDER BY kept.rank, kept.turn, kept.created, kept.number
"""
COLUMNS = "key, rank, engine, version, created, source, target, raw, terms, unsure, author"
"""What a row holds, in the order of ``row_of``."""

RECORD = f"""
INSERT INTO translation ({COLUMNS}, turn)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
    (SELECT coalesce(max(turn), 0) + 1 FROM translation WHERE key = ?1))
ON CONFLICT (key, rank, engine, version) DO UPDATE
SET created = excluded.created, source = excluded.source, target = excluded.target, raw = excluded.raw,
    terms = excluded.terms, unsure = excluded.unsure, author = excluded.author, turn = excluded.turn
"""  # noqa: S608 - the names of columns
"""Keeps a row as the newest of its sentence, in place of its maker's last one."""

SEED = f"INSERT INTO translation ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"  # noqa: S608
"""Keeps a row where its maker has said nothing of the sentence; whatever this library recorded itself is newer."""

BRING = RECORD.replace("(SELECT coalesce(max(turn), 0) + 1 FROM translation WHERE key = ?1)", "0").replace(
    ", turn = excluded.turn", ""
)
"""Keeps a row in place of its maker's last one, and its turn; a new one is older than what was recorded here."""

SHOWN = "source, target, rank, engine, version, created, raw, terms, unsure, author"
"""What ``translation_of`` takes."""

_PEOPLE = f"SELECT {SHOWN} FROM translation WHERE key = ? AND rank = ? ORDER BY turn, created, number"  # noqa: S608


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
        for key, *rest in rows:  # the best comes last
            for source in asked[key]:
                found[source] = translation_of((source, *rest))
        return found

    def record(self, translation: Translation) -> None:
        """Keep a translation; it is on the disk when this returns. It replaces its maker's last one."""
        self.record_all([translation])

    def record_all(self, translations: Iterable[Translation]) -> None:
        """Keep several, all or none; each replaces its maker's last one."""
        rows = [row_of(translation) for translation in translations]
        with self._database.write() as connection:
            connection.executemany(RECORD, rows)

    def record_many(self, translations: Iterable[Translation]) -> int:
        """Keep several in one transaction, where the same maker has said nothing of the sentence yet.

        What is there stays: seeding the bundled articles again does not undo what a person has changed since.
        Nothing is written, and no lock taken, when all are there.

        Returns:
            How many were new.
        """
        rows = [row_of(translation) for translation in translations]
        with self._database.read() as connection:
            missing = _not_yet(connection, rows)
        if not missing:
            return 0
        with self._database.write() as connection:
            before = connection.total_changes
            connection.executemany(SEED, missing)
            return connection.total_changes - before

    def count(self) -> int:
        """How many translations are kept."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT count(*) FROM translation").fetchone()[0])


def put(connection: sqlite3.Connection, translation: Translation) -> None:
    """Keep a translation, within the transaction of the connection; it replaces its maker's last one."""
    connection.execute(RECORD, row_of(translation))


def said_by_people(connection: sqlite3.Connection, key: str) -> list[Translation]:
    """What people made of a sentence, the best last, as ``lookup`` chooses."""
    return [translation_of(row) for row in connection.execute(_PEOPLE, (key, Origin.HUMAN.rank))]


def forget_people(connection: sqlite3.Connection, key: str) -> None:
    """Take out what people made of a sentence, within the transaction of the connection; engines' words stay."""
    connection.execute("DELETE FROM translation WHERE key = ? AND rank = ?", (key, Origin.HUMAN.rank))


def translation_of(row: tuple[Any, ...]) -> Translation:
    """The translation in a row that holds ``SHOWN``."""
    source, target, rank, engine, version, created, raw, terms, unsure, author = row
    moment = datetime.datetime.fromisoformat(created)
    return Translation(
        source, target, _ORIGINS[rank], engine, version, moment, raw, terms, tuple(json.loads(unsure)), author
    )


Row: TypeAlias = tuple[str, int, str, str, str, str, str, str, str, str, str]


def row_of(translation: Translation) -> Row:
    """The translation as ``COLUMNS`` hold it."""
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


def _not_yet(connection: sqlite3.Connection, rows: list[Row]) -> list[Row]:
    keys = json.dumps(list({row[0] for row in rows}))
    kept = set(
        connection.execute(
            "SELECT kept.key, kept.rank, kept.engine, kept.version FROM json_each(?) AS asked "
            "CROSS JOIN translation AS kept ON kept.key = asked.value",
            (keys,),
        )
    )
    return [row for row in rows if row[:4] not in kept]

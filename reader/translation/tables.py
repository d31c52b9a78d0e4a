"""The tables of what the reader says about English: edits, glossary, consents. Apart, since every start needs them."""

from __future__ import annotations

from articles.migrating import Migration

OWN_MIGRATIONS = (
    Migration(
        "translation: edits by a person",
        (
            # By the sentence's key, without a reference to an article: a sentence is the same wherever it occurs.
            # `done` and `undone` are when, in microseconds since 1970, and always grow: the last done, and the last
            # undone, has the highest. Neither: it was undone and then something else was done, so it is history.
            # `below` is what was shown before it, `people` all that people had said, which undoing puts back.
            """
            CREATE TABLE edit (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                key TEXT NOT NULL,
                source TEXT NOT NULL,
                target TEXT NOT NULL,
                author TEXT NOT NULL,
                article TEXT,
                made TEXT NOT NULL,
                below TEXT NOT NULL,
                people TEXT NOT NULL,
                done INTEGER,
                undone INTEGER,
                CHECK (done IS NULL OR undone IS NULL)
            ) STRICT
            """,
            "CREATE INDEX edit_key ON edit (key, done)",
            "CREATE INDEX edit_done ON edit (done) WHERE done IS NOT NULL",
            "CREATE INDEX edit_undone ON edit (undone) WHERE undone IS NOT NULL",
        ),
    ),
    Migration(
        "translation: the reader's glossary",
        (
            # `article` is "" for what holds in the whole library; else an article's content hash, without a reference
            # to it: the same text, taken out and put in again, has its terms. `key` is the source as terms are told
            # apart. The one row of the other table counts the changes, so that what was made of the terms can be kept.
            """
            CREATE TABLE glossary_term (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                article TEXT NOT NULL,
                key TEXT NOT NULL,
                source TEXT NOT NULL,
                target TEXT NOT NULL CHECK (target <> ''),
                kind TEXT NOT NULL,
                note TEXT NOT NULL,
                author TEXT NOT NULL,
                created TEXT NOT NULL,
                changed TEXT NOT NULL,
                UNIQUE (article, key)
            ) STRICT
            """,
            "CREATE TABLE glossary_change (number INTEGER NOT NULL) STRICT",
            "INSERT INTO glossary_change (number) VALUES (0)",
        ),
    ),
    Migration(
        "translation: engines allowed",
        (
            # For an engine and the address it sends to: another address was not said yes to.
            """
            CREATE TABLE engine_consent (
                engine TEXT NOT NULL,
                address TEXT NOT NULL,
                given TEXT NOT NULL,
                PRIMARY KEY (engine, address)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
)
"""The steps that made these tables, for ``Database``."""

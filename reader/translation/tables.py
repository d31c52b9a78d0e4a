"""The tables of what the reader says about English: edits of sentences. Apart, since every start needs them."""

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
)
"""The steps that made these tables, for ``Database``."""

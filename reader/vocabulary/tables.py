"""The tables of the words that the reader saved. Apart, since every start needs them."""

from __future__ import annotations

from articles.migrating import Migration

VOCABULARY_MIGRATIONS = (
    Migration(
        "vocabulary: saved words and where they stood",
        (
            # `key` is the lemma as words are told apart (reader.vocabulary.model.key_of), `part` its word class, "" for
            # none. `meanings`: one on each line. Times are UTC, as ISO 8601 has them.
            """
            CREATE TABLE saved_word (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                key TEXT NOT NULL CHECK (key <> ''),
                part TEXT NOT NULL,
                lemma TEXT NOT NULL CHECK (lemma <> ''),
                status TEXT NOT NULL CHECK (status IN ('new', 'learning', 'known', 'ignored')),
                meanings TEXT NOT NULL,
                zipf REAL,
                added TEXT NOT NULL,
                changed TEXT NOT NULL,
                UNIQUE (key, part)
            ) STRICT
            """,
            # Without a reference to the article: the word stays when the article goes, with its title. `start` and
            # `end` are characters of the sentence; `place` is where the sentence began in the body, -1 for the title.
            """
            CREATE TABLE saved_context (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                word INTEGER NOT NULL REFERENCES saved_word (number) ON DELETE CASCADE,
                sentence TEXT NOT NULL,
                start INTEGER NOT NULL CHECK (start >= 0),
                "end" INTEGER NOT NULL CHECK ("end" > start),
                english TEXT NOT NULL,
                origin TEXT NOT NULL,
                article TEXT NOT NULL,
                place INTEGER NOT NULL,
                title TEXT NOT NULL,
                source TEXT NOT NULL,
                published TEXT NOT NULL,
                made TEXT NOT NULL,
                UNIQUE (word, sentence)
            ) STRICT
            """,
            "CREATE INDEX saved_context_of ON saved_context (article)",
            # The one row counts the changes, so that what was made of the words can be kept.
            "CREATE TABLE vocabulary_change (number INTEGER NOT NULL) STRICT",
            "INSERT INTO vocabulary_change (number) VALUES (0)",
        ),
    ),
)
"""The steps of this room, in order; a released step is never changed, only followed by another."""

"""The tables of the index of the articles' English, and every step that led to them."""

from __future__ import annotations

from articles.migrating import Migration

FINDING_MIGRATIONS = (
    Migration(
        "finding: the English of articles",
        (
            # Which sentences, by their keys in the memory, an article has: also those without English, so that one that
            # is translated later finds its way. Only for articles of which some sentence was ever translated.
            """
            CREATE TABLE english_sentence (
                key TEXT NOT NULL,
                article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
                place INTEGER NOT NULL,
                PRIMARY KEY (key, article)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX english_sentence_of ON english_sentence (article, place)",
            # What is in the index of an article, so that it can be taken out again: its own texts besides the English,
            # so that one question finds what stands partly in the one and partly in the other.
            """
            CREATE TABLE english (
                article INTEGER PRIMARY KEY,
                title TEXT NOT NULL,
                body TEXT NOT NULL,
                byline TEXT,
                source TEXT,
                english TEXT NOT NULL
            ) STRICT
            """,
            """
            CREATE VIRTUAL TABLE english_text USING fts5(
                title, body, byline, source, english,
                content = 'english', content_rowid = 'article',
                tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
            )
            """,
            # Up to which numbers of the memory and which keys of articles all is looked at; and what has changed since
            # then. Nothing is done when a sentence is translated or an article added: catching up does it.
            """
            CREATE TABLE english_upto (
                one INTEGER PRIMARY KEY CHECK (one = 1), translation INTEGER NOT NULL, article INTEGER NOT NULL
            ) STRICT
            """,
            "INSERT INTO english_upto SELECT 1, 0, coalesce(max(key), 0) FROM article",
            "CREATE TABLE english_changed (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
            "CREATE TABLE english_stale (article INTEGER PRIMARY KEY) STRICT",
            # No OR IGNORE in these: the way of the statement that fires a trigger goes before the trigger's own.
            """
            CREATE TRIGGER english_translation_changes AFTER UPDATE OF target, rank, turn, created ON translation
            BEGIN
                INSERT INTO english_changed SELECT new.key WHERE new.key NOT IN (SELECT key FROM english_changed);
            END
            """,
            # The next row takes the number after the highest, which may have been another's.
            """
            CREATE TRIGGER english_translation_goes AFTER DELETE ON translation
            BEGIN
                INSERT INTO english_changed SELECT old.key WHERE old.key NOT IN (SELECT key FROM english_changed);
                UPDATE english_upto SET translation = (SELECT coalesce(max(number), 0) FROM translation)
                WHERE translation > (SELECT coalesce(max(number), 0) FROM translation);
            END
            """,
            """
            CREATE TRIGGER english_article_changes AFTER UPDATE OF title, byline, source ON article
            WHEN old.title IS NOT new.title OR old.byline IS NOT new.byline OR old.source IS NOT new.source
            BEGIN
                INSERT INTO english_stale SELECT article FROM english
                WHERE article = new.key AND article NOT IN (SELECT article FROM english_stale);
            END
            """,
            """
            CREATE TRIGGER english_article_goes AFTER DELETE ON article
            BEGIN
                INSERT INTO english_stale SELECT article FROM english
                WHERE article = old.key AND article NOT IN (SELECT article FROM english_stale);
            END
            """,
        ),
    ),
)
"""The steps of this room, in order; a released step is never changed, only followed by another."""

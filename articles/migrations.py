"""The tables of the library's articles, and every step that led to them."""

from __future__ import annotations

from articles.migrating import Migration

MIGRATIONS = (
    Migration(
        "articles: the articles and their index",
        (
            # The small columns first: a list of the library never reads the pages of a long body.
            """
            CREATE TABLE article (
                key INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL,
                source TEXT,
                published TEXT,
                language TEXT NOT NULL,
                words INTEGER NOT NULL,
                added TEXT NOT NULL,
                day TEXT NOT NULL CHECK (day = coalesce(published, substr(added, 1, 10))),
                byline TEXT,
                url TEXT,
                tags TEXT NOT NULL,
                markup TEXT NOT NULL,
                body TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX article_newest ON article (day DESC, added DESC, key DESC)",
            # Without its own copy of the text. The code that writes articles fills it, no trigger: on a
            # full-text table one is "unsafe" to SQLite 3.40 while the schema is not trusted.
            """
            CREATE VIRTUAL TABLE article_text USING fts5(
                title, body, byline, source,
                content = 'article', content_rowid = 'key',
                tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
            )
            """,
            # Which bundled articles were put in, so that one a person removed does not come back.
            "CREATE TABLE seeded (name TEXT PRIMARY KEY, article_id TEXT NOT NULL) STRICT, WITHOUT ROWID",
        ),
    ),
)
"""The steps of this room, in order; a released step is never changed, only followed by another."""

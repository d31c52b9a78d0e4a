"""The tables of the index of the memory's words."""

from __future__ import annotations

INDEX_TABLES = (
    # Without its own copy of the text. Nothing fills it before the first search: so this step takes a moment whatever
    # the memory holds, and recording a pair costs what it did.
    """
    CREATE VIRTUAL TABLE translation_text USING fts5(
        source, target, content = 'translation', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    # Up to which number the rows are in the index.
    "CREATE TABLE translation_indexed (one INTEGER PRIMARY KEY CHECK (one = 1), upto INTEGER NOT NULL) STRICT",
    "INSERT INTO translation_indexed VALUES (1, 0)",
    # What the index still says of rows that have changed or gone: it must be told to forget just that.
    "CREATE TABLE translation_stale (number INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL) STRICT",
    """
    CREATE TRIGGER translation_changed AFTER UPDATE OF source, target ON translation
    WHEN old.number <= (SELECT upto FROM translation_indexed)
        AND (old.source <> new.source OR old.target <> new.target)
    BEGIN
        INSERT INTO translation_stale SELECT old.number, old.source, old.target
        WHERE NOT EXISTS (SELECT 1 FROM translation_stale WHERE number = old.number);
    END
    """,
    # The next row takes the number after the highest, which may have been another's: then that is no longer one of
    # those up to which all are in the index.
    """
    CREATE TRIGGER translation_gone AFTER DELETE ON translation
    BEGIN
        INSERT INTO translation_stale SELECT old.number, old.source, old.target
        WHERE old.number <= (SELECT upto FROM translation_indexed)
            AND NOT EXISTS (SELECT 1 FROM translation_stale WHERE number = old.number);
        UPDATE translation_indexed SET upto = (SELECT coalesce(max(number), 0) FROM translation)
        WHERE upto > (SELECT coalesce(max(number), 0) FROM translation);
    END
    """,
)
"""The statements of the migration that makes the index."""

"""The tables of the index, for the library's database."""

from __future__ import annotations

INDEX_TABLES = (
    # Analyses made before there was an index are made again: they cost nothing but time.
    "DELETE FROM analysis",
    """
    CREATE TABLE library_entity (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        english TEXT,
        articles INTEGER NOT NULL DEFAULT 0,
        mentions INTEGER NOT NULL DEFAULT 0,
        UNIQUE (kind, key)
    ) STRICT
    """,
    # A name as it was recognised; `exact` for what came out of an article's own corrections, which no correction of
    # the library changes any more. `entity` is null for what is hidden.
    """
    CREATE TABLE entity_name (
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        folded TEXT NOT NULL,
        exact INTEGER NOT NULL,
        name TEXT NOT NULL,
        english TEXT,
        english_from TEXT,
        entity INTEGER REFERENCES library_entity (number) ON DELETE CASCADE,
        UNIQUE (kind, folded, exact)
    ) STRICT
    """,
    "CREATE INDEX entity_name_entity ON entity_name (entity)",
    """
    CREATE TABLE entity_in (
        name INTEGER NOT NULL REFERENCES entity_name (number) ON DELETE CASCADE,
        day TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
        mentions INTEGER NOT NULL,
        PRIMARY KEY (name, day DESC, article DESC)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entity_in_article ON entity_in (article)",
    # Other forms that an entity is found by: aliases, its English name.
    """
    CREATE TABLE entity_form (
        folded TEXT NOT NULL,
        name INTEGER NOT NULL REFERENCES entity_name (number) ON DELETE CASCADE,
        PRIMARY KEY (folded, name)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX entity_form_name ON entity_form (name)",
    """
    CREATE TABLE entity_indexed (
        article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
        recogniser TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE entity_pending (article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE) STRICT",
    # The counts, when an article goes; its rows go by themselves. Of a name in no article nothing is left.
    """
    CREATE TRIGGER entity_article_goes BEFORE DELETE ON article BEGIN
        UPDATE library_entity SET
            articles = articles - 1,
            mentions = mentions - (
                SELECT sum(i.mentions) FROM entity_in i JOIN entity_name n ON n.number = i.name
                WHERE i.article = old.key AND n.entity = library_entity.number)
        WHERE number IN (
            SELECT n.entity FROM entity_in i JOIN entity_name n ON n.number = i.name WHERE i.article = old.key);
        DELETE FROM library_entity WHERE articles = 0 AND number IN (
            SELECT n.entity FROM entity_in i JOIN entity_name n ON n.number = i.name WHERE i.article = old.key);
    END
    """,
    """
    CREATE TRIGGER entity_article_day AFTER UPDATE OF day ON article WHEN old.day <> new.day BEGIN
        UPDATE entity_in SET day = new.day WHERE article = new.key;
    END
    """,
)
"""The statements of the migration that makes them."""

SHELF_TRIGGERS = (
    # What lies in the trash, and what a newer version has replaced, counts nowhere; back in the list it waits to be
    # counted again.
    """
    CREATE TRIGGER entity_article_leaves AFTER UPDATE OF live ON shelf WHEN old.live AND NOT new.live BEGIN
        UPDATE library_entity SET
            articles = articles - 1,
            mentions = mentions - (
                SELECT sum(i.mentions) FROM entity_in i JOIN entity_name n ON n.number = i.name
                WHERE i.article = new.key AND n.entity = library_entity.number)
        WHERE number IN (
            SELECT n.entity FROM entity_in i JOIN entity_name n ON n.number = i.name WHERE i.article = new.key);
        DELETE FROM library_entity WHERE articles = 0 AND number IN (
            SELECT n.entity FROM entity_in i JOIN entity_name n ON n.number = i.name WHERE i.article = new.key);
        DELETE FROM entity_in WHERE article = new.key;
    END
    """,
    """
    CREATE TRIGGER entity_article_returns AFTER UPDATE OF live ON shelf WHEN new.live AND NOT old.live BEGIN
        INSERT OR IGNORE INTO entity_pending SELECT article FROM entity_indexed WHERE article = new.key;
    END
    """,
)
"""The statements of the migration that lets the index follow the shelf."""

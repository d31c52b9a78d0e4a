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
    Migration(
        "articles: the shelf, tags and marks",
        (
            "ALTER TABLE article ADD COLUMN moment TEXT",
            # One narrow row for each article: lists, counts and filters never touch the pages of the texts.
            # live: 0 in the trash, and for a version that a newer one has replaced; their words stay in the index.
            # title, source: as they are sorted (fold). address: what "the same URL" means (articles.addresses).
            """
            CREATE TABLE shelf (
                key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
                live INTEGER NOT NULL DEFAULT 1 CHECK (live = (gone IS NULL AND newer IS NULL)),
                day TEXT NOT NULL,
                added TEXT NOT NULL,
                title TEXT NOT NULL,
                source TEXT NOT NULL,
                language TEXT NOT NULL,
                words INTEGER NOT NULL,
                address TEXT,
                read TEXT,
                starred TEXT,
                gone TEXT,
                newer INTEGER REFERENCES article (key) ON DELETE SET NULL
            ) STRICT
            """,
            """
            INSERT INTO shelf (key, day, added, title, source, language, words, address)
            SELECT key, day, added, fold(title), fold(coalesce(source, '')), language, words, canonical(url)
            FROM article
            """,
            # Each order of the list has its index, which holds all that the question needs. With 100,000 articles
            # sorting takes half a second; so does looking up in the rows which are read.
            "CREATE INDEX shelf_newest ON shelf (live, day DESC, added DESC, key DESC, read)",
            "CREATE INDEX shelf_title ON shelf (live, title, day DESC, added DESC, key DESC)",
            "CREATE INDEX shelf_length ON shelf (live, words DESC, day DESC, added DESC, key DESC)",
            "CREATE INDEX shelf_unread ON shelf (live, read, day DESC, added DESC, key DESC) WHERE read IS NULL",
            "CREATE INDEX shelf_starred ON shelf (live, day DESC, added DESC, key DESC, starred) "
            "WHERE starred IS NOT NULL",
            "CREATE INDEX shelf_source ON shelf (live, source, day DESC, added DESC, key DESC)",
            "CREATE INDEX shelf_address ON shelf (address) WHERE address IS NOT NULL",
            "CREATE INDEX shelf_gone ON shelf (gone) WHERE gone IS NOT NULL",
            "CREATE INDEX shelf_newer ON shelf (newer) WHERE newer IS NOT NULL",
            "DROP INDEX article_newest",
            # name: folded, for finding; shown: as it is written.
            """
            CREATE TABLE tag (
                name TEXT NOT NULL,
                key INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
                shown TEXT NOT NULL,
                PRIMARY KEY (name, key)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX tag_of ON tag (key)",
            """
            INSERT OR IGNORE INTO tag
            SELECT fold(each.value), article.key, each.value FROM article, json_each(article.tags) AS each
            """,
            # A mark stays findable when the text comes in anew: by what it marks, besides where.
            """
            CREATE TABLE mark (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
                start INTEGER NOT NULL,
                "end" INTEGER NOT NULL CHECK ("end" > start),
                quote TEXT NOT NULL,
                colour TEXT NOT NULL DEFAULT '',
                note TEXT NOT NULL DEFAULT '',
                made TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX mark_of ON mark (article, start)",
        ),
    ),
    Migration(
        "articles: other forms, other addresses, and what was edited",
        (
            # The same text in other typography: its own content hash leads to the article that is kept.
            """
            CREATE TABLE alias (
                id TEXT PRIMARY KEY,
                key INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX alias_of ON alias (key)",
            # Where an article was found besides the address that is shown.
            """
            CREATE TABLE address (
                address TEXT NOT NULL,
                key INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
                PRIMARY KEY (address, key)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX address_of ON address (key)",
            # What the reader said of an article, by the name of the field: no file or page says otherwise any more.
            """
            CREATE TABLE edited (
                key INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
                field TEXT NOT NULL,
                PRIMARY KEY (key, field)
            ) STRICT, WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        "articles: what stands around marks, lost ones, and what was done to them",
        (
            # Found again by these where the words occur twice, or changed a little.
            "ALTER TABLE mark ADD COLUMN prefix TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE mark ADD COLUMN suffix TEXT NOT NULL DEFAULT ''",
            # The words as they were marked, where the text has others now; "" where they are the same.
            "ALTER TABLE mark ADD COLUMN first TEXT NOT NULL DEFAULT ''",
            # When a newer version came that does not have its words: it stays with the older one.
            "ALTER TABLE mark ADD COLUMN lost TEXT",
            """
            UPDATE mark SET colour = CASE colour WHEN '' THEN 'yellow' ELSE colour END,
                prefix = (SELECT substr(body, max(1, start - 31), min(32, start)) FROM article WHERE id = article),
                suffix = (SELECT substr(body, "end" + 1, 32) FROM article WHERE id = article)
            WHERE article IN (SELECT id FROM article)
            """,
            "UPDATE mark SET lost = made WHERE article IN (SELECT a.id FROM article a JOIN shelf s ON s.key = a.key "
            "WHERE s.newer IS NOT NULL)",
            # before, after: the mark as JSON; NULL where there was none. done, undone: microseconds since 1970.
            """
            CREATE TABLE mark_change (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                mark INTEGER NOT NULL,
                article TEXT NOT NULL,
                before TEXT,
                after TEXT,
                done INTEGER,
                undone INTEGER
            ) STRICT
            """,
            "CREATE INDEX mark_change_of ON mark_change (article, done)",
            "CREATE INDEX mark_change_mark ON mark_change (mark)",
        ),
    ),
)
"""The steps of this room, in order; a released step is never changed, only followed by another."""

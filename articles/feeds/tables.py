"""The tables of the reader's feeds and their items, and every step that led to them.

``feed`` has one row for each feed, ``feed_item`` one for each item that a feed ever had, also for those whose
article was removed: by it an item does not come back. ``feed_item.article`` is the key of the item's article in
the library, of its newest version; it may lie in the trash, and is NULL once it was thrown away. An article may be an
item of several feeds.

The articles of a feed, for any query: ``s.key IN (SELECT article FROM feed_item WHERE feed = ?)``.
"""

from __future__ import annotations

from articles.migrating import Migration

FEED_MIGRATIONS = (
    Migration(
        "feeds: the feeds and their items",
        (
            # `folded` is the title in small letters without accents, by which a name is looked up. `told` is the
            # problem that the reader was told of last, so that each is said once.
            """
            CREATE TABLE feed (
                key INTEGER PRIMARY KEY AUTOINCREMENT,
                url TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL,
                folded TEXT NOT NULL,
                named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
                site TEXT,
                folder TEXT NOT NULL DEFAULT '',
                tags TEXT NOT NULL DEFAULT '[]',
                full_text TEXT NOT NULL DEFAULT 'summary' CHECK (full_text IN ('summary', 'demand', 'always')),
                private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
                added TEXT NOT NULL,
                etag TEXT,
                modified TEXT,
                checked TEXT,
                renewed TEXT,
                due TEXT,
                rest TEXT,
                state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'well', 'failing', 'gone')),
                failures INTEGER NOT NULL DEFAULT 0,
                problem TEXT,
                told TEXT
            ) STRICT
            """,
            # `digest` says what the feed said of the item, so that a changed one is noticed; `wholeness` how much of
            # the text the article has: what the feed had of it, or the page that the item leads to.
            """
            CREATE TABLE feed_item (
                key INTEGER PRIMARY KEY AUTOINCREMENT,
                feed INTEGER NOT NULL REFERENCES feed (key) ON DELETE CASCADE,
                guid TEXT NOT NULL,
                url TEXT,
                address TEXT,
                article INTEGER REFERENCES article (key) ON DELETE SET NULL,
                digest TEXT NOT NULL,
                wholeness TEXT NOT NULL CHECK (wholeness IN ('summary', 'whole', 'page', 'refused')),
                tries INTEGER NOT NULL DEFAULT 0,
                seen TEXT NOT NULL,
                published TEXT,
                UNIQUE (feed, guid)
            ) STRICT
            """,
            "CREATE INDEX feed_item_of_feed ON feed_item (feed, article)",
            "CREATE INDEX feed_item_of_article ON feed_item (article, feed)",
            "CREATE INDEX feed_item_at ON feed_item (address) WHERE address IS NOT NULL",
            # Whoever brings a newer version of an article in, it is an item of the same feeds from then on.
            """
            CREATE TRIGGER feed_item_of_newer AFTER UPDATE OF newer ON shelf WHEN new.newer IS NOT NULL
            BEGIN UPDATE feed_item SET article = new.newer WHERE article = new.key; END
            """,
        ),
    ),
    Migration(
        "feeds: which items are unread",
        (
            # 0: its article is in no list, 1: read, 2: unread. Counting by the shelf would look 100,000 rows up one by
            # one, 150 ms; by an index of this it takes 10.
            "ALTER TABLE feed_item ADD COLUMN shown INTEGER NOT NULL DEFAULT 0",
            """
            UPDATE feed_item SET shown = coalesce(
                    (SELECT live + (live AND read IS NULL) FROM shelf WHERE shelf.key = feed_item.article), 0
                )
            """,
            "CREATE INDEX feed_item_shown ON feed_item (feed, shown)",
            """
            CREATE TRIGGER feed_item_came AFTER INSERT ON feed_item WHEN new.article IS NOT NULL BEGIN
                UPDATE feed_item SET shown = coalesce(
                    (SELECT live + (live AND read IS NULL) FROM shelf WHERE shelf.key = new.article), 0
                )
                WHERE key = new.key;
            END
            """,
            """
            CREATE TRIGGER feed_item_changed AFTER UPDATE OF article ON feed_item BEGIN
                UPDATE feed_item SET shown = coalesce(
                    (SELECT live + (live AND read IS NULL) FROM shelf WHERE shelf.key = new.article), 0
                )
                WHERE key = new.key;
            END
            """,
            """
            CREATE TRIGGER feed_item_read AFTER UPDATE OF live, read ON shelf BEGIN
                UPDATE feed_item SET shown = coalesce(
                    (SELECT live + (live AND read IS NULL) FROM shelf WHERE shelf.key = new.key), 0
                )
                WHERE article = new.key;
            END
            """,
        ),
    ),
    Migration(
        "feeds: an item follows its article to a newer version",
        (
            """
            CREATE TRIGGER feed_item_follows AFTER UPDATE OF newer ON shelf WHEN new.newer IS NOT NULL BEGIN
                UPDATE feed_item SET article = new.newer WHERE article = new.key;
            END
            """,
        ),
    ),
)
"""The steps of this room, in order; a released step is never changed, only followed by another."""

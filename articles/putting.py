"""How an article gets into the library's tables: as a new one, as more about a known one, as a newer version."""

from __future__ import annotations

import dataclasses
import json
import sqlite3

from articles import rows
from articles.addresses import canonical
from articles.folding import fold
from articles.model import Article
from articles.repository import Added

_INSERT = """
INSERT INTO article
    (id, title, source, published, moment, language, words, added, day, byline, url, tags, markup, body)
VALUES (:id, :title, :source, :published, :moment, :language, :words, :added,
        coalesce(:published, substr(:added, 1, 10)), :byline, :url, :tags, :markup, CAST(:body AS TEXT))
"""
_UPDATE = """
UPDATE article SET title = :title, source = :source, published = :published, moment = :moment,
    language = :language, day = coalesce(:published, substr(added, 1, 10)), byline = :byline, url = :url,
    tags = :tags, markup = :markup
WHERE key = :key
"""
_INDEX = """
INSERT INTO article_text (rowid, title, body, byline, source)
VALUES (:key, :title, CAST(:body AS TEXT), :byline, :source)
"""
_UNINDEX = """
INSERT INTO article_text (article_text, rowid, title, body, byline, source)
SELECT 'delete', key, title, body, byline, source FROM article WHERE key = ?
"""
_SHELVE = """
INSERT INTO shelf (key, day, added, title, source, language, words, address)
SELECT key, day, added, :sort_title, :sort_source, language, words, :address FROM article WHERE key = :key
ON CONFLICT (key) DO UPDATE SET day = excluded.day, title = excluded.title, source = excluded.source,
    language = excluded.language, words = excluded.words, address = excluded.address
"""


def put(connection: sqlite3.Connection, article: Article, now: str) -> Added:
    """Store the article; the caller holds a transaction.

    Args:
        connection: The library, in a transaction that writes.
        article: What to store.
        now: The time, in UTC, as ISO 8601 has it.
    """
    found = connection.execute("SELECT key FROM article WHERE id = ?", (article.id,)).fetchone()
    if found is None:
        older = at_address(connection, article.url)
        key = _insert(connection, article, now)
        if older is None:
            return Added.NEW
        _take_place(connection, key, older)
        return Added.VERSION
    (key,) = found
    brought_back = _bring_back(connection, key, now)
    stored = read(connection, key)
    merged = _merged(stored, article)
    if merged != stored:
        update(connection, key, merged)
        return brought_back or Added.UPDATED
    return brought_back or Added.UNCHANGED


def read(connection: sqlite3.Connection, key: int) -> Article:
    """The article with this key, which is stored."""
    return rows.article(connection.execute(rows.SELECT_ARTICLE, (key,)).fetchone())


def update(connection: sqlite3.Connection, key: int, article: Article) -> None:
    """Write what is known of a stored article anew; its text stays."""
    values = rows.values(article) | {"key": key}
    connection.execute(_UNINDEX, (key,))
    connection.execute(_UPDATE, values)
    connection.execute(_INDEX, values)
    _shelve(connection, key, article)


def throw_away(connection: sqlite3.Connection, key: int) -> None:
    """Delete an article with all that hangs on it."""
    connection.execute(_UNINDEX, (key,))
    connection.execute("UPDATE shelf SET newer = (SELECT newer FROM shelf WHERE key = ?1) WHERE newer = ?1", (key,))
    connection.execute("DELETE FROM article WHERE key = ?", (key,))


def at_address(connection: sqlite3.Connection, url: str | None) -> int | None:
    """The article in the list that was found at this address."""
    if not url:
        return None
    asked = "SELECT key FROM shelf WHERE address = ? AND live ORDER BY key DESC LIMIT 1"
    found = connection.execute(asked, (canonical(url),)).fetchone()
    return found[0] if found else None


def _insert(connection: sqlite3.Connection, article: Article, now: str) -> int:
    values = rows.values(article) | {"added": now}
    key = connection.execute(_INSERT, values).lastrowid
    assert key is not None
    values["key"] = key
    connection.execute(_INDEX, values)
    _shelve(connection, key, article)
    return key


def _shelve(connection: sqlite3.Connection, key: int, article: Article) -> None:
    values = {
        "key": key,
        "sort_title": fold(article.title),
        "sort_source": fold(article.source or ""),
        "address": canonical(article.url) if article.url else None,
    }
    connection.execute(_SHELVE, values)
    connection.execute("DELETE FROM tag WHERE key = ?", (key,))
    connection.executemany(
        "INSERT OR IGNORE INTO tag (name, key, shown) VALUES (?, ?, ?)", [(fold(tag), key, tag) for tag in article.tags]
    )


def _take_place(connection: sqlite3.Connection, key: int, older: int) -> None:
    """Let an article stand where an older version of it stood, with the reader's star and tags."""
    connection.execute("UPDATE shelf SET newer = ?, live = 0 WHERE key = ?", (key, older))
    star = "UPDATE shelf SET starred = (SELECT starred FROM shelf WHERE key = ?) WHERE key = ?"
    connection.execute(star, (older, key))
    old, new = read(connection, older), read(connection, key)
    tags = tuple(dict.fromkeys((*old.tags, *new.tags)))
    if tags != new.tags:
        retag(connection, key, tags)


def retag(connection: sqlite3.Connection, key: int, tags: tuple[str, ...]) -> None:
    """Give a stored article these tags."""
    connection.execute("UPDATE article SET tags = ? WHERE key = ?", (json.dumps(tags, ensure_ascii=False), key))
    connection.execute("DELETE FROM tag WHERE key = ?", (key,))
    connection.executemany(
        "INSERT OR IGNORE INTO tag (name, key, shown) VALUES (?, ?, ?)", [(fold(tag), key, tag) for tag in tags]
    )


def _bring_back(connection: sqlite3.Connection, key: int, now: str) -> Added | None:
    """Put what lies in the trash, or an older version that came in again, back into the list."""
    gone, newer = connection.execute("SELECT gone, newer FROM shelf WHERE key = ?", (key,)).fetchone()
    if gone is None and newer is None:
        return None
    if newer is None:
        connection.execute("UPDATE shelf SET gone = NULL, live = 1 WHERE key = ?", (key,))
        return Added.NEW
    # The text went back to what it was: the old version is the newest again, and the one between is kept behind it.
    head = connection.execute(
        "WITH RECURSIVE up (key, depth) AS (SELECT ?, 0 UNION SELECT s.newer, depth + 1 FROM shelf s JOIN up "
        "ON s.key = up.key WHERE s.newer IS NOT NULL) SELECT key FROM up ORDER BY depth DESC LIMIT 1",
        (key,),
    ).fetchone()[0]
    connection.execute("UPDATE shelf SET newer = ? WHERE newer = ?", (newer, key))
    connection.execute("UPDATE shelf SET newer = NULL, gone = NULL, live = 1 WHERE key = ?", (key,))
    _take_place(connection, key, head)
    return Added.VERSION


def _merged(stored: Article, new: Article) -> Article:
    """The stored article with everything that the new one says of the same text."""
    return dataclasses.replace(
        stored,
        title=stored.title if _opens_with_title(new) else new.title,
        byline=new.byline or stored.byline,
        source=new.source or stored.source,
        url=new.url or stored.url,
        published=new.published or stored.published,
        moment=new.moment or (None if new.published not in (None, stored.published) else stored.moment),
        language=stored.language if new.language in ("", "pt") else new.language,
        tags=new.tags or stored.tags,
        markup=new.markup or stored.markup,
    )


def _opens_with_title(article: Article) -> bool:
    """Whether the title is only the beginning of the text, as it is made where nobody gave one."""
    stem = article.title.removesuffix("…").rstrip()
    return " ".join(article.body[: 2 * len(stem) + 8].split()).startswith(stem)

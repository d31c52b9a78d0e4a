"""An article's records in the library's tables: the text, its words in the index, its place on the shelf, its tags."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from articles import rows
from articles.addresses import canonical
from articles.folding import fold
from articles.model import Article

INSERT = """
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
INDEX = """
INSERT INTO article_text (rowid, title, body, byline, source)
VALUES (:key, :title, CAST(:body AS TEXT), :byline, :source)
"""
_UNINDEX = """
INSERT INTO article_text (article_text, rowid, title, body, byline, source)
SELECT 'delete', key, title, body, byline, source FROM article WHERE key = ?
"""
SHELVE = """
INSERT INTO shelf (key, day, added, title, source, language, words, address)
SELECT key, day, added, :sort_title, :sort_source, language, words, :address FROM article WHERE key = :key
ON CONFLICT (key) DO UPDATE SET day = excluded.day, title = excluded.title, source = excluded.source,
    language = excluded.language, words = excluded.words, address = excluded.address
"""


def key_of(connection: sqlite3.Connection, article_id: str) -> int | None:
    """The key of the article with this whole id, or of the one that stands for it: the same in other typography."""
    asked = "SELECT key FROM article WHERE id = ?1 UNION ALL SELECT key FROM alias WHERE id = ?1"
    found = connection.execute(asked, (article_id,)).fetchone()
    return found[0] if found is not None else None


def read(connection: sqlite3.Connection, key: int) -> Article:
    """The article with this key, which is stored."""
    return rows.article(connection.execute(rows.SELECT_ARTICLE, (key,)).fetchone())


def insert(connection: sqlite3.Connection, article: Article, added: str) -> int:
    """Store an article that is not there, whatever stands at its address; its new key."""
    values = rows.values(article) | {"added": added}
    key = connection.execute(INSERT, values).lastrowid
    assert key is not None
    values["key"] = key
    connection.execute(INDEX, values)
    _shelve(connection, key, article)
    return key


def update(connection: sqlite3.Connection, key: int, article: Article) -> None:
    """Write what is known of a stored article anew; its text stays."""
    values = rows.values(article) | {"key": key}
    connection.execute(_UNINDEX, (key,))
    connection.execute(_UPDATE, values)
    connection.execute(INDEX, values)
    _shelve(connection, key, article)


def edit(connection: sqlite3.Connection, key: int, article: Article, fields: Iterable[str]) -> None:
    """Write what the reader says of a stored article: from now on, what is brought in says nothing of these fields."""
    update(connection, key, article)
    connection.executemany("INSERT OR IGNORE INTO edited (key, field) VALUES (?, ?)", [(key, each) for each in fields])


def retag(connection: sqlite3.Connection, key: int, tags: tuple[str, ...]) -> None:
    """Give a stored article these tags."""
    connection.execute("UPDATE article SET tags = ? WHERE key = ?", (json.dumps(tags, ensure_ascii=False), key))
    _tag(connection, key, tags)


def _tag(connection: sqlite3.Connection, key: int, tags: tuple[str, ...]) -> None:
    connection.execute("DELETE FROM tag WHERE key = ?", (key,))
    connection.executemany(
        "INSERT OR IGNORE INTO tag (name, key, shown) VALUES (?, ?, ?)", [(fold(tag), key, tag) for tag in tags]
    )


def delete(connection: sqlite3.Connection, key: int) -> None:
    """Delete an article with all that hangs on it; nothing points at it any more."""
    connection.execute(_UNINDEX, (key,))
    # What was done to its marks has their words and notes: it goes too.
    connection.execute("DELETE FROM mark_change WHERE article = (SELECT id FROM article WHERE key = ?)", (key,))
    connection.execute("DELETE FROM article WHERE key = ?", (key,))


def with_edits(article: Article, said: Article, edited: frozenset[str]) -> Article:
    """The article with what the reader said of another form of it."""
    fields = edited | {"moment"} if "published" in edited else edited
    kept: dict[str, Any] = {name: getattr(said, name) for name in fields}
    return dataclasses.replace(article, **kept) if kept else article


def _shelve(connection: sqlite3.Connection, key: int, article: Article) -> None:
    values = {
        "key": key,
        "sort_title": fold(article.title),
        "sort_source": fold(article.source or ""),
        "address": canonical(article.url) if article.url else None,
    }
    connection.execute(SHELVE, values)
    _tag(connection, key, article.tags)

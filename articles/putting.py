"""How an article gets into the library's tables: as a new one, as more about a known one, as a newer version."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from articles import rows, shelf, versions
from articles.addresses import canonical
from articles.folding import fold
from articles.formats.titles import title_from
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
    key = key_of(connection, article.id)
    if key is None:
        older = versions.standing(connection, article)
        if older is None or not older.same:
            key = _insert(connection, article, now)
            if older is None:
                return Added.NEW
            versions.take_place(connection, key, older.key)
            return Added.VERSION
        key = older.key
        connection.execute("INSERT INTO alias (id, key) VALUES (?, ?)", (article.id, key))
    brought_back = versions.bring_back(connection, key)
    stored = read(connection, key)
    if stored.id != article.id:  # other typography: where its markup stands holds for its own text alone
        article = dataclasses.replace(article, body=stored.body, id=stored.id, markup=())
    merged = _merged(stored, article, versions.edited(connection, key))
    versions.remember_address(connection, key, stored.url, merged.url)
    if merged != stored:
        update(connection, key, merged)
        return brought_back or Added.UPDATED
    return brought_back or Added.UNCHANGED


def key_of(connection: sqlite3.Connection, article_id: str) -> int | None:
    """The key of the article with this whole id, or of the one that stands for it: the same in other typography."""
    asked = "SELECT key FROM article WHERE id = ?1 UNION ALL SELECT key FROM alias WHERE id = ?1"
    found = connection.execute(asked, (article_id,)).fetchone()
    return found[0] if found is not None else None


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


def throw_away(connection: sqlite3.Connection, key: int) -> int:
    """Delete an article with all that hangs on it, and the older versions behind it; return how many texts went."""
    (newer,) = connection.execute("SELECT newer FROM shelf WHERE key = ?", (key,)).fetchone() or (None,)
    going = [key]
    if newer is None:
        going = shelf.older(connection, key)
    else:
        connection.execute("UPDATE shelf SET newer = ? WHERE newer = ?", (newer, key))
    for each in reversed(going):  # the oldest first: none may be left pointing at what is gone
        connection.execute(_UNINDEX, (each,))
        connection.execute("DELETE FROM article WHERE key = ?", (each,))
    return len(going)


def at_address(connection: sqlite3.Connection, url: str | None) -> int | None:
    """The article in the list that was found at this address, the one added last."""
    found = versions.at(connection, url)
    return found[0] if found else None


def edit(connection: sqlite3.Connection, key: int, article: Article, fields: Iterable[str]) -> None:
    """Write what the reader says of a stored article: from now on, what is brought in says nothing of these fields."""
    update(connection, key, article)
    connection.executemany("INSERT OR IGNORE INTO edited (key, field) VALUES (?, ?)", [(key, each) for each in fields])


def bring(connection: sqlite3.Connection, article: Article, added: str) -> int:
    """Store an article that is not there as it was in another library, whatever stands at its address; its new key."""
    return _insert(connection, article, added)


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


def retag(connection: sqlite3.Connection, key: int, tags: tuple[str, ...]) -> None:
    """Give a stored article these tags."""
    connection.execute("UPDATE article SET tags = ? WHERE key = ?", (json.dumps(tags, ensure_ascii=False), key))
    connection.execute("DELETE FROM tag WHERE key = ?", (key,))
    connection.executemany(
        "INSERT OR IGNORE INTO tag (name, key, shown) VALUES (?, ?, ?)", [(fold(tag), key, tag) for tag in tags]
    )


def _merged(stored: Article, new: Article, edited: frozenset[str]) -> Article:
    """The stored article with everything that the new one says of the same text, and the reader did not."""
    merged = dataclasses.replace(
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
    return with_edits(merged, stored, edited)


def with_edits(article: Article, said: Article, edited: frozenset[str]) -> Article:
    """The article with what the reader said of another form of it."""
    fields = edited | {"moment"} if "published" in edited else edited
    kept: dict[str, Any] = {name: getattr(said, name) for name in fields}
    return dataclasses.replace(article, **kept) if kept else article


def _opens_with_title(article: Article) -> bool:
    """Whether the title is only the beginning of the text, as it is made where nobody gave one."""
    if article.title == title_from(article.body):
        return True
    stem = article.title.removesuffix("…").rstrip()
    return " ".join(article.body[: 2 * len(stem) + 8].split()).startswith(stem)

"""How an article gets into the library's tables: as a new one, as more about a known one, as a newer version."""

from __future__ import annotations

import dataclasses
import sqlite3

from articles import records, shelf, versions
from articles.formats.titles import title_from
from articles.model import Article
from articles.repository import Added


def put(connection: sqlite3.Connection, article: Article, now: str) -> Added:
    """Store the article; the caller holds a transaction.

    Args:
        connection: The library, in a transaction that writes.
        article: What to store.
        now: The time, in UTC, as ISO 8601 has it.
    """
    key = records.key_of(connection, article.id)
    if key is None:
        older = versions.standing(connection, article)
        if older is None or not older.same:
            key = records.insert(connection, article, now)
            if older is None:
                return Added.NEW
            versions.take_place(connection, key, older.key)
            return Added.VERSION
        key = older.key
        connection.execute("INSERT INTO alias (id, key) VALUES (?, ?)", (article.id, key))
    brought_back = versions.bring_back(connection, key)
    stored = records.read(connection, key)
    if stored.id != article.id:  # other typography: where its markup stands holds for its own text alone
        article = dataclasses.replace(article, body=stored.body, id=stored.id, markup=())
    merged = _merged(stored, article, versions.edited(connection, key))
    versions.remember_address(connection, key, stored.url, merged.url)
    if merged != stored:
        records.update(connection, key, merged)
        return brought_back or Added.UPDATED
    return brought_back or Added.UNCHANGED


def throw_away(connection: sqlite3.Connection, key: int) -> int:
    """Delete an article with all that hangs on it, and the older versions behind it; return how many texts went."""
    (newer,) = connection.execute("SELECT newer FROM shelf WHERE key = ?", (key,)).fetchone() or (None,)
    going = [key]
    if newer is None:
        going = shelf.older(connection, key)
    else:
        connection.execute("UPDATE shelf SET newer = ? WHERE newer = ?", (newer, key))
    for each in reversed(going):  # the oldest first: none may be left pointing at what is gone
        records.delete(connection, each)
    return len(going)


def at_address(connection: sqlite3.Connection, url: str | None) -> int | None:
    """The article in the list that was found at this address, the one added last."""
    found = versions.at(connection, url)
    return found[0] if found else None


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
    return records.with_edits(merged, stored, edited)


def _opens_with_title(article: Article) -> bool:
    """Whether the title is only the beginning of the text, as it is made where nobody gave one."""
    if article.title == title_from(article.body):
        return True
    stem = article.title.removesuffix("…").rstrip()
    return " ".join(article.body[: 2 * len(stem) + 8].split()).startswith(stem)

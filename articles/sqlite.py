"""The store of articles in the library's SQLite file, with full-text search."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sqlite3
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from articles import rows
from articles.database import Database
from articles.errors import AmbiguousId, ArticleNotFound, StorageError
from articles.model import Article
from articles.repository import Added, Hit, Summary
from articles.trouble import UNTOUCHED, shown, trouble

RANKED = 10_000
"""How many hits of a search are ranked; of more, those added last."""

_SHORTEST_PREFIX = 4
_LONGEST_ID = 128
_EXAMPLES = 3

_INSERT = """
INSERT INTO article
    (id, title, source, published, language, words, added, day, byline, url, tags, markup, body)
VALUES (:id, :title, :source, :published, :language, :words, :added,
        coalesce(:published, substr(:added, 1, 10)), :byline, :url, :tags, :markup, CAST(:body AS TEXT))
"""
_UPDATE = """
UPDATE article SET title = :title, source = :source, published = :published, language = :language,
    day = coalesce(:published, substr(added, 1, 10)), byline = :byline, url = :url, tags = :tags,
    markup = :markup
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
# Ranking looks at every hit: 171 ms for the 100,000 of a common word. So the inner query, which the index
# answers newest row first, stops at RANKED.
_SEARCH = """
SELECT key FROM (
    SELECT rowid AS key, bm25(article_text, 8.0, 1.0, 4.0, 2.0) AS score FROM article_text
    WHERE article_text MATCH ? ORDER BY rowid DESC LIMIT ?
) ORDER BY score, key DESC LIMIT ?
"""


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class SQLiteArticles:
    """The articles of a library; an ``ArticleRepository``.

    Args:
        database: The library, opened with ``articles.migrations.MIGRATIONS`` among its steps.
        now: Tells the time, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = _utc_now) -> None:
        self._database = database
        self._now = now

    def add(self, article: Article) -> Added:
        """Store an article durably before returning. The same body is the same article."""
        return self.add_many([article])[0]

    def add_many(self, articles: Sequence[Article]) -> list[Added]:
        """Store several in one transaction: all of them or none."""
        with self._sound(), self._database.write() as connection:
            return [self._put(connection, article) for article in articles]

    def seed(self, items: Iterable[tuple[str, Article]]) -> list[Article]:
        """Put in the bundled articles that never were, in one transaction; return those not stored already.

        Args:
            items: Each with the name it is remembered by. An article that was removed does not come back.
        """
        offered = dict(items)
        missing = self.unseeded(offered)
        if not missing:
            return []
        with self._sound(), self._database.write() as connection:
            new = []
            known = _seeded(connection)  # again: another process may have been quicker
            for name in missing:
                if name in known:
                    continue
                if self._put(connection, offered[name]) is Added.NEW:
                    new.append(offered[name])
                connection.execute("INSERT INTO seeded VALUES (?, ?)", (name, offered[name].id))
            return new

    def unseeded(self, names: Iterable[str]) -> list[str]:
        """Those of the names that ``seed`` has not put in yet, in the same order."""
        with self._database.read() as connection:
            known = _seeded(connection)
        return [name for name in names if name not in known]

    def get(self, id_or_prefix: str) -> Article:
        """The article whose id is or begins with the hexadecimal digits given (at least 4)."""
        with self._sound(), self._database.read() as connection:
            return _article(connection, _key(connection, id_or_prefix))

    def remove(self, id_or_prefix: str) -> Article:
        """Take an article out and return it; raises as ``get`` does."""
        with self._sound(), self._database.write() as connection:
            key = _key(connection, id_or_prefix)
            article = _article(connection, key)
            connection.execute(_UNINDEX, (key,))
            connection.execute("DELETE FROM article WHERE key = ?", (key,))
            return article

    def count(self) -> int:
        """How many articles are stored."""
        with self._database.read() as connection:
            number: int = connection.execute("SELECT count(*) FROM article").fetchone()[0]
            return number

    def key_of(self, article_id: str) -> int | None:
        """The key of the article with this whole id; None where it is not stored."""
        with self._database.read() as connection:
            found = connection.execute("SELECT key FROM article WHERE id = ?", (article_id,)).fetchone()
        return found[0] if found is not None else None

    def keys(self) -> Sequence[int]:
        """The keys of all articles, newest first."""
        with self._database.read() as connection:
            found = connection.execute("SELECT key FROM article ORDER BY day DESC, added DESC, key DESC")
            return [key for (key,) in found]

    def summaries(self, keys: Sequence[int]) -> list[Summary]:
        """The summaries of these keys, in the order given; keys no longer stored are left out."""
        with self._sound(), self._database.read() as connection:
            return _summaries(connection, keys)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The articles in which all words of the query occur, best first; accents and case do not matter.

        A word in the title weighs most, then in the byline, the source, the body. Where more than ``RANKED``
        articles match, those added last are ranked, so that a word that is everywhere is answered at once.
        """
        from articles.search import excerpt, parse  # only where something is searched for

        asked = parse(query)
        hits = []
        with self._sound(), self._database.read() as connection:
            keys = [key for (key,) in connection.execute(_SEARCH, (asked.match, RANKED, max(0, limit)))]
            for summary in _summaries(connection, keys):
                found = connection.execute("SELECT body FROM article WHERE key = ?", (summary.key,))
                hits.append(Hit(summary, *excerpt(asked, summary.title, found.fetchone()[0])))
        return hits

    def _put(self, connection: sqlite3.Connection, article: Article) -> Added:
        found = connection.execute("SELECT key FROM article WHERE id = ?", (article.id,)).fetchone()
        if found is None:
            values = rows.values(article) | {"added": self._now().isoformat(timespec="microseconds")}
            values["key"] = connection.execute(_INSERT, values).lastrowid
            connection.execute(_INDEX, values)
            return Added.NEW
        stored = _article(connection, found[0])
        merged = _merged(stored, article)
        if merged == stored:
            return Added.UNCHANGED
        values = rows.values(merged) | {"key": found[0]}
        connection.execute(_UNINDEX, found)
        connection.execute(_UPDATE, values)
        connection.execute(_INDEX, values)
        return Added.UPDATED

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Tell rows that make no sense, and text that SQLite cannot hold, as what they are."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise StorageError("the text has characters that cannot be stored", "save it as UTF-8 again") from error
        except (ValueError, TypeError) as error:
            raise trouble(self._database.path, "is damaged", UNTOUCHED) from error


def _merged(stored: Article, new: Article) -> Article:
    """The stored article with everything that the new one says of the same text."""
    return dataclasses.replace(
        stored,
        title=stored.title if _opens_with_title(new) else new.title,
        byline=new.byline or stored.byline,
        source=new.source or stored.source,
        url=new.url or stored.url,
        published=new.published or stored.published,
        language=stored.language if new.language in ("", "pt") else new.language,
        tags=new.tags or stored.tags,
        markup=new.markup or stored.markup,
    )


def _opens_with_title(article: Article) -> bool:
    """Whether the title is only the beginning of the text, as it is made where nobody gave one."""
    stem = article.title.removesuffix("…").rstrip()
    return " ".join(article.body[: 2 * len(stem) + 8].split()).startswith(stem)


def _key(connection: sqlite3.Connection, id_or_prefix: str) -> int:
    asked = id_or_prefix.strip().lower()
    name = shown(id_or_prefix)
    if not _SHORTEST_PREFIX <= len(asked) <= _LONGEST_ID or not set(asked) <= set(string.hexdigits):
        message = f"'{name}' is no article's id"
        raise ArticleNotFound(message, "give at least its first 4 digits, 0 to 9 and a to f")
    # "g" is the letter after the last digit: the index answers this, and finds an id that is given whole too.
    begin = "SELECT key, id FROM article WHERE id >= ? AND id < ? || 'g' ORDER BY id LIMIT ?"
    found = connection.execute(begin, (asked, asked, _EXAMPLES + 1)).fetchall()
    if not found:
        message = f"no article's id begins with '{name}'"
        raise ArticleNotFound(message, "list the articles to see their ids")
    if len(found) > 1 and found[0][1] != asked:
        examples = ", ".join(ident[: len(asked) + 4] for _, ident in found[:_EXAMPLES])
        message = f"several articles' ids begin with '{name}'"
        raise AmbiguousId(message, f"give more of it: {examples}{', …' if len(found) > _EXAMPLES else ''}")
    key: int = found[0][0]
    return key


def _article(connection: sqlite3.Connection, key: int) -> Article:
    return rows.article(connection.execute(rows.SELECT_ARTICLE, (key,)).fetchone())


def _summaries(connection: sqlite3.Connection, keys: Sequence[int]) -> list[Summary]:
    found = {row[0]: row for row in connection.execute(rows.SELECT_SUMMARIES, (json.dumps(list(keys)),))}
    return [rows.summary(found[key]) for key in keys if key in found]


def _seeded(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM seeded")}

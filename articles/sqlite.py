"""The store of articles in the library's SQLite file, with full-text search."""

from __future__ import annotations

import dataclasses
import datetime
import sqlite3
import string
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from articles import putting, records, shelf
from articles.database import Database
from articles.errors import AmbiguousId, ArticleNotFound, StorageError
from articles.model import Article
from articles.repository import Added, Condition, Hit, Order, Summary
from articles.trouble import UNTOUCHED, shown, trouble

_SHORTEST_PREFIX = 4
_LONGEST_ID = 128
_WHOLE_ID = 32
_EXAMPLES = 3


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
            return [putting.put(connection, article, self._time()) for article in articles]

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
                if putting.put(connection, offered[name], self._time()) is Added.NEW:
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
            return records.read(connection, _key(connection, id_or_prefix))

    def remove(self, id_or_prefix: str) -> Article:
        """Put an article into the trash and return it; raises as ``get`` does."""
        with self._sound(), self._database.write() as connection:
            key = _key(connection, id_or_prefix)
            article = records.read(connection, key)
            connection.execute("UPDATE shelf SET gone = ?, live = 0 WHERE key = ?", (self._time(), key))
            return article

    def restore(self, id_or_prefix: str) -> Article:
        """Take an article out of the trash; raises as ``get`` does for what is not there."""
        with self._sound(), self._database.write() as connection:
            key = _key(connection, id_or_prefix, gone=True)
            connection.execute("UPDATE shelf SET gone = NULL, live = newer IS NULL WHERE key = ?", (key,))
            return records.read(connection, key)

    def removed(self) -> list[Summary]:
        """What lies in the trash, thrown there last first."""
        with self._sound(), self._database.read() as connection:
            return shelf.summaries(connection, shelf.removed(connection), gone=True)

    def purge(self, before: datetime.datetime) -> int:
        """Throw away for good what came into the trash before the time given; return how many."""
        with self._sound(), self._database.write() as connection:
            asked = "SELECT key FROM shelf WHERE gone < ?"
            gone = connection.execute(asked, (before.astimezone(datetime.UTC).isoformat(timespec="microseconds"),))
            keys = [key for (key,) in gone]
            for key in keys:
                if connection.execute("SELECT 1 FROM shelf WHERE key = ?", (key,)).fetchone():  # not yet with another
                    putting.throw_away(connection, key)
            return len(keys)

    def count(self, where: Condition | None = None) -> int:
        """How many articles are in the list, all or those that meet the condition."""
        with self._database.read() as connection:
            return shelf.count(connection, where)

    def key_of(self, article_id: str) -> int | None:
        """The key of the article with this whole id; None where it is not stored, or in the trash."""
        asked = "SELECT key FROM shelf WHERE key = ? AND gone IS NULL"
        with self._database.read() as connection:
            found = connection.execute(asked, (records.key_of(connection, article_id),)).fetchone()
        return found[0] if found is not None else None

    def keys(
        self, where: Condition | None = None, order: Order = Order.DATE, *, reverse: bool = False, limit: int = -1
    ) -> Sequence[int]:
        """The keys of the articles that meet the condition, or all, in the order."""
        with self._database.read() as connection:
            return shelf.keys(connection, where, order, reverse=reverse, limit=limit)

    def summaries(self, keys: Sequence[int]) -> list[Summary]:
        """The summaries of these keys, in the order given; keys no longer stored are left out."""
        with self._sound(), self._database.read() as connection:
            return shelf.summaries(connection, keys)

    def star(self, keys: Sequence[int], *, on: bool = True) -> None:
        """Star articles, or take the star away."""
        with self._database.write() as connection:
            shelf.star(connection, keys, self._time(), on=on)

    def mark_read(self, keys: Sequence[int], *, on: bool = True) -> None:
        """Say that articles were read, or that they were not."""
        with self._database.write() as connection:
            shelf.mark_read(connection, keys, self._time(), on=on)

    def retag(self, key: int, tags: Sequence[str]) -> Article:
        """Give an article these tags in place of those it has."""
        with self._sound(), self._database.write() as connection:
            if connection.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone() is None:
                raise ArticleNotFound("this article is not stored any more")
            return _edited(connection, key, {"tags": tuple(dict.fromkeys(tags))})

    def edit(self, key: int, **fields: Any) -> Article:
        """Write what the reader says of an article, by the names of its attributes, and return it; its text stays.

        It holds from then on, whatever a file or page that is brought in again says.

        Raises:
            ArticleNotFound: It is not stored any more.
        """
        with self._sound(), self._database.write() as connection:
            if connection.execute("SELECT 1 FROM article WHERE key = ?", (key,)).fetchone() is None:
                raise ArticleNotFound("this article is not stored any more")
            return _edited(connection, key, fields)

    def tags(self) -> list[tuple[str, int]]:
        """The tags of the articles in the list, with how many have each; by name."""
        with self._database.read() as connection:
            return shelf.tags(connection)

    def versions(self, key: int) -> list[Summary]:
        """The article with this key and its older versions, newest first."""
        with self._sound(), self._database.read() as connection:
            return shelf.summaries(connection, shelf.older(connection, key))

    def newest(self, key: int) -> int:
        """The key of the version that stands in the list for this one: itself where there is no newer one."""
        with self._database.read() as connection:
            return shelf.newest(connection, key)

    def at_address(self, url: str) -> int | None:
        """The key of the article in the list that was found at this URL, or one that means the same page."""
        with self._database.read() as connection:
            return putting.at_address(connection, url)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The articles that a query in the search language means, best first, without what other rooms know."""
        from articles.finding.finder import Finder  # only where something is searched for

        with self._sound():
            return Finder(self._database).search(query, limit)

    def _time(self) -> str:
        return self._now().isoformat(timespec="microseconds")

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """Tell rows that make no sense, and text that SQLite cannot hold, as what they are."""
        try:
            yield
        except UnicodeEncodeError as error:
            raise StorageError("the text has characters that cannot be stored", "save it as UTF-8 again") from error
        except (ValueError, TypeError) as error:
            raise trouble(self._database.path, "is damaged", UNTOUCHED) from error


def _key(connection: sqlite3.Connection, id_or_prefix: str, *, gone: bool = False) -> int:
    asked = id_or_prefix.strip().lower()
    name = shown(id_or_prefix)
    if not _SHORTEST_PREFIX <= len(asked) <= _LONGEST_ID or not set(asked) <= set(string.hexdigits):
        message = f"'{name}' is no article's id"
        raise ArticleNotFound(message, "give at least its first 4 digits, 0 to 9 and a to f")
    # "g" is the letter after the last digit: the index answers this, and finds an id that is given whole too.
    begin = (
        "SELECT a.key, id FROM article a JOIN shelf s ON s.key = a.key "
        "WHERE id >= ? AND id < ? || 'g' AND (s.gone IS NOT NULL) = ? ORDER BY id LIMIT ?"
    )
    found = connection.execute(begin, (asked, asked, gone, _EXAMPLES + 1)).fetchall()
    if not found and len(asked) >= _WHOLE_ID:  # the same text in other typography stands for it
        key_of_other = records.key_of(connection, asked)
        state = connection.execute("SELECT gone IS NOT NULL FROM shelf WHERE key = ?", (key_of_other,)).fetchone()
        if state is not None and bool(state[0]) == gone and key_of_other is not None:
            return key_of_other
    if not found:
        message = f"no article's id begins with '{name}'"
        raise ArticleNotFound(message, "list the articles to see their ids")
    if len(found) > 1 and found[0][1] != asked:
        examples = ", ".join(ident[: len(asked) + 4] for _, ident in found[:_EXAMPLES])
        message = f"several articles' ids begin with '{name}'"
        raise AmbiguousId(message, f"give more of it: {examples}{', …' if len(found) > _EXAMPLES else ''}")
    key: int = found[0][0]
    return key


def _edited(connection: sqlite3.Connection, key: int, fields: dict[str, Any]) -> Article:
    if "published" in fields:
        fields = {"moment": None, **fields}  # which would say another day
    article = dataclasses.replace(records.read(connection, key), **fields)
    records.edit(connection, key, article, fields)
    return article


def _seeded(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM seeded")}

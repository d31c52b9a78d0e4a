"""The contract of a store of articles."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from articles.model import Article


class Added(enum.StrEnum):
    """What came of adding an article."""

    NEW = "new"
    """It was not there before."""
    UPDATED = "updated"
    """The same text was there; what is known of it was changed."""
    UNCHANGED = "unchanged"
    """The same text was there, and nothing new was said of it."""
    VERSION = "version"
    """Another text was there at the same address: this one takes its place, and the older one is kept."""


class Order(enum.StrEnum):
    """How a list of articles is sorted."""

    DATE = "date"
    """Newest first: by published date (undated by the day added), then by when added."""
    TITLE = "title"
    SOURCE = "source"
    """By source, each newest first; those without one last."""
    LENGTH = "length"
    """Longest first."""
    UNREAD = "unread"
    """Unread ones first, each newest first."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Which articles are meant, as SQL.

    Attributes:
        sql: An expression over a row of the table ``shelf``, there named ``s``, as ``s.read IS NULL``, or
            ``s.key IN (SELECT …)``; with a question mark for each value.
        values: The values, in order.
    """

    sql: str
    values: tuple[str | int | float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A row of the library: what a list shows of an article, without its body.

    Attributes:
        key: The store's own number of the article, for ``summaries``; stable while the article is stored.
        id: The article's content hash.
        words: The number of words of the body.
        added: When it was stored, in UTC.
        read: Whether it was read, or marked so.
        starred: Whether the reader starred it.
        byline: Who wrote it, as printed.
        versions: How many older versions of it are kept.
    """

    key: int
    id: str
    title: str
    source: str | None
    published: datetime.date | None
    language: str
    words: int
    added: datetime.datetime
    read: bool = False
    starred: bool = False
    byline: str | None = None
    versions: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, and the piece of text that made it so.

    Attributes:
        summary: The article found.
        excerpt: A stretch of the title or body around the first match, clean, on one line.
        matches: ``(start, end)`` character ranges of ``excerpt`` that match the query.
        title_matches: Those of the title.
        in_english: Whether the excerpt is of the article's English.
    """

    summary: Summary
    excerpt: str
    matches: tuple[tuple[int, int], ...]
    title_matches: tuple[tuple[int, int], ...] = ()
    in_english: bool = False


class ArticleRepository(Protocol):
    """A store of articles. Safe to use from several threads; every method may raise ``StorageError``."""

    def add(self, article: Article) -> Added:
        """Store an article durably before returning. The same body is the same article.

        When the body is already stored, fields of ``article`` that say something (not None, not empty, a
        language more exact than ``pt``) replace what was known. A title that is only the beginning of the text says
        nothing: it was made where nobody gave one.
        """
        ...

    def add_many(self, articles: Sequence[Article]) -> list[Added]:
        """Store several in one transaction: all of them or none."""
        ...

    def get(self, id_or_prefix: str) -> Article:
        """The article whose id is or begins with the hexadecimal digits given (at least 4).

        Raises:
            ArticleNotFound: None does.
            AmbiguousId: Several do.
        """
        ...

    def remove(self, id_or_prefix: str) -> Article:
        """Put an article into the trash and return it; raises as ``get`` does.

        It is in no list and found by no search from then on, and ``get`` does not know it. ``restore`` brings it back
        until ``purge`` throws it away. Adding the same text again brings it back too.
        """
        ...

    def restore(self, id_or_prefix: str) -> Article:
        """Take an article out of the trash; raises as ``get`` does for what is not there."""
        ...

    def removed(self) -> list[Summary]:
        """What lies in the trash, thrown there last first."""
        ...

    def purge(self, before: datetime.datetime) -> int:
        """Throw away for good what came into the trash before the time given (UTC); return how many."""
        ...

    def count(self, where: Condition | None = None) -> int:
        """How many articles are in the list, all or those that meet the condition."""
        ...

    def key_of(self, article_id: str) -> int | None:
        """The key of the article with this whole id; None where it is not stored, or in the trash."""
        ...

    def keys(
        self, where: Condition | None = None, order: Order = Order.DATE, *, reverse: bool = False, limit: int = -1
    ) -> Sequence[int]:
        """The keys of the articles that meet the condition, or all, in the order; without trash and older versions."""
        ...

    def star(self, keys: Sequence[int], *, on: bool = True) -> None:
        """Star articles, or take the star away."""
        ...

    def mark_read(self, keys: Sequence[int], *, on: bool = True) -> None:
        """Say that articles were read, or that they were not."""
        ...

    def retag(self, key: int, tags: Sequence[str]) -> Article:
        """Give an article these tags in place of those it has.

        Raises:
            ArticleNotFound: It is not stored any more.
        """
        ...

    def edit(self, key: int, **fields: Any) -> Article:
        """Write what the reader says of an article, by the names of its attributes, and return it; its text stays.

        It holds from then on, whatever a file or page that is brought in again says.

        Raises:
            ArticleNotFound: It is not stored any more.
        """
        ...

    def tags(self) -> list[tuple[str, int]]:
        """The tags of the articles in the list, as written most, with how many have each; by name."""
        ...

    def versions(self, key: int) -> list[Summary]:
        """The article with this key and its older versions, newest first."""
        ...

    def newest(self, key: int) -> int:
        """The key of the version that stands in the list for this one: itself where there is no newer one."""
        ...

    def at_address(self, url: str) -> int | None:
        """The key of the article in the list that was found at this URL, or one that means the same page."""
        ...

    def summaries(self, keys: Sequence[int]) -> list[Summary]:
        """The summaries of these keys, in the order given; keys no longer stored are left out."""
        ...

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The articles that a query in the search language means (docs/searching.md), best first.

        Raises:
            BadQuery: It is empty, or wrong; the message says where.
        """
        ...

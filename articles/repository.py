"""The contract of a store of articles."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from articles.model import Article


class Added(enum.StrEnum):
    """What came of adding an article."""

    NEW = "new"
    """It was not there before."""
    UPDATED = "updated"
    """The same text was there; what is known of it was changed."""
    UNCHANGED = "unchanged"
    """The same text was there, and nothing new was said of it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A row of the library: what a list shows of an article, without its body.

    Attributes:
        key: The store's own number of the article, for ``summaries``; stable while the article is stored.
        id: The article's content hash.
        words: The number of words of the body.
        added: When it was stored, in UTC.
    """

    key: int
    id: str
    title: str
    source: str | None
    published: datetime.date | None
    language: str
    words: int
    added: datetime.datetime


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, and the piece of text that made it so.

    Attributes:
        summary: The article found.
        excerpt: A stretch of the title or body around the first match, clean, on one line.
        matches: ``(start, end)`` character ranges of ``excerpt`` that match the query.
    """

    summary: Summary
    excerpt: str
    matches: tuple[tuple[int, int], ...]


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
        """Take an article out and return it; raises as ``get`` does."""
        ...

    def count(self) -> int:
        """How many articles are stored."""
        ...

    def key_of(self, article_id: str) -> int | None:
        """The key of the article with this whole id; None where it is not stored."""
        ...

    def keys(self) -> Sequence[int]:
        """The keys of all articles, newest first: by published date (undated by the day added), then by when added."""
        ...

    def summaries(self, keys: Sequence[int]) -> list[Summary]:
        """The summaries of these keys, in the order given; keys no longer stored are left out."""
        ...

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """The articles in which all words of the query occur, best first; accents and case do not matter.

        ``"two words"`` in quotes is a phrase, ``word*`` a prefix. Characters with a meaning to the index are
        plain text otherwise.

        Raises:
            BadQuery: The query has no word, or a quote that is not closed.
        """
        ...

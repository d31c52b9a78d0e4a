"""Finding articles in the library: which, in which order, and the sentence that shows why."""

from __future__ import annotations

import contextlib
import datetime
import json
import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from articles import shelf
from articles.database import Database
from articles.errors import BadQuery, StorageError
from articles.finding import excerpts
from articles.finding.compiling import ARTICLE_TEXT, Compiled, Resolve, both, compiled
from articles.finding.model import Query
from articles.finding.parsing import NO_WORD, parse
from articles.finding.patterns import pattern_of
from articles.repository import Condition, Hit, Order, Summary

RANKED = 3_000
"""How many articles that match are ranked; of more, those added last, and the others follow by when they were added."""

_SOON = 100  # changes that a search waits for: those of some articles that were just translated

# A word in the title weighs most, then in the byline, the source, the text, its English.
_WEIGHTS = "8.0, 1.0, 4.0, 2.0, 1.0"

# Ranking looks at every hit: 171 ms for the 100,000 of a common word. So it stops at RANKED, which the index answers
# newest row first. Of two that are alike the newer one: the score of one of this month weighs a tenth more than that
# of an old one, half of that after a year.
_SCORES = """
SELECT * FROM (
    SELECT rowid AS key, bm25({table}, {weights}) AS score FROM {table} WHERE {table} MATCH ?
    AND EXISTS (SELECT 1 FROM shelf s WHERE s.key = {table}.rowid AND s.live = 1 AND ({rest}))
    ORDER BY rowid DESC LIMIT ?
)
"""
_RANKED = """
SELECT f.key FROM (SELECT key, min(score) AS score FROM ({scores}) GROUP BY key) f JOIN shelf s ON s.key = f.key
ORDER BY f.score * (1.1 - 0.1 * min(1.0, max(0, ? - 12 * substr(s.day, 1, 4) - substr(s.day, 6, 2)) / 24.0)),
    s.day DESC, s.added DESC, s.key DESC LIMIT ?
"""
_OTHERS = "s.key NOT IN (SELECT value FROM json_each(?))"


class Source(Protocol):
    """Another room's texts of articles, in which words are found too."""

    @property
    def table(self) -> str:
        """Its full-text table: the columns of ``article_text`` and perhaps more; a row id is an article's key."""
        ...

    def sentences(self, connection: sqlite3.Connection, key: int) -> str | None:
        """That text of an article, one sentence a line; None where it has none."""
        ...

    def catch_up(self, most: int | None = None) -> bool:
        """Bring the table in step with what changed, about so many changes; whether nothing is left."""
        ...


class Finder:
    """Finds articles. Safe to use from several threads; every method may raise ``StorageError`` and ``BadQuery``.

    Args:
        database: The library.
        sources: Where else words are looked for.
        filters: What more filters mean, by their keys: ``entity``.
        today: Tells the reader's day.
    """

    def __init__(
        self,
        database: Database,
        sources: Sequence[Source] = (),
        filters: Mapping[str, Resolve] | None = None,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._database = database
        self._sources = tuple(sources)
        self._filters = dict(filters or {})
        self._today = today

    def parse(self, query: str, *, typing: bool = False) -> Query:
        """Understand a query; see ``articles.finding.parsing.parse``."""
        return parse(query, typing=typing, today=self._today())

    def condition(self, query: str, *, typing: bool = False) -> Condition | None:
        """Which articles a query means, for ``ArticleRepository.keys`` and ``count``; None for all of them."""
        asked = self.parse(query, typing=typing)
        with self._database.read() as connection:
            return self._compiled(connection, asked).whole

    def count(self, query: str, *, typing: bool = False) -> int:
        """How many articles a query means."""
        asked = self.parse(query, typing=typing)
        with self._database.read() as connection:
            return shelf.count(connection, self._compiled(connection, asked).whole)

    def keys(
        self,
        query: str,
        order: Order | None = None,
        *,
        reverse: bool = False,
        limit: int = -1,
        typing: bool = False,
    ) -> Sequence[int]:
        """The keys of the articles that a query means.

        Args:
            query: In the search language; "" means all of them.
            order: None for the best first, and newest first where there is no word to go by.
            reverse: The other way round; not for the best.
            limit: The most to give; -1 for all of them.
            typing: Whether the query is still being written.
        """
        asked = self.parse(query, typing=typing)
        if not typing and asked.groups:
            self._catch_up()
        with self._database.read() as connection:
            meant = self._compiled(connection, asked)
            if order is None and meant.ways:
                return self._ranked(connection, meant, limit)
            return shelf.keys(connection, meant.whole, order or Order.DATE, reverse=reverse, limit=limit)

    def hits(self, query: str, keys: Sequence[int], *, typing: bool = False) -> list[Hit]:
        """These articles with the sentence of each that shows why it was found; keys no longer stored are left out.

        Args:
            query: The query that found them.
            keys: A page of what ``keys`` gave.
            typing: As it was for ``keys``.
        """
        asked = self.parse(query, typing=typing)
        with self._database.read() as connection:
            return self._hits(connection, asked, keys)

    def search(self, query: str, limit: int = 50, order: Order | None = None) -> list[Hit]:
        """The first articles that a query means; raises ``BadQuery`` for an empty one, too."""
        asked = self.parse(query)
        if not asked.groups:
            raise BadQuery("the query has no word in it", NO_WORD, 0)
        self._catch_up()
        with self._database.read() as connection:
            meant = self._compiled(connection, asked)
            if order is None and meant.ways:
                keys: Sequence[int] = self._ranked(connection, meant, max(0, limit))
            else:
                keys = shelf.keys(connection, meant.whole, order or Order.DATE, reverse=False, limit=max(0, limit))
            return self._hits(connection, asked, keys)

    def _catch_up(self) -> None:
        """Bring other rooms' texts in step, where little has changed; who has more to do does it before."""
        for source in self._sources:
            with contextlib.suppress(StorageError):  # what is there already is found all the same
                source.catch_up(_SOON)

    def _tables(self) -> list[str]:
        return [ARTICLE_TEXT, *(source.table for source in self._sources)]

    def _compiled(self, connection: sqlite3.Connection, asked: Query) -> Compiled:
        return compiled(connection, asked, self._tables(), self._filters)

    def _ranked(self, connection: sqlite3.Connection, meant: Compiled, limit: int) -> list[int]:
        scores, values = [], []
        for way in meant.ways:
            conditions = [each for each in (way.unless("s.key"), meant.rest) if each is not None]
            rest = both(conditions) if conditions else Condition("1")
            scores.append(_SCORES.format(table=way.table, weights=_WEIGHTS, rest=rest.sql))
            values += [way.match, *rest.values, RANKED]
        today = self._today()
        asked = _RANKED.format(scores=" UNION ALL ".join(scores))
        most = limit if limit >= 0 else -1
        keys = [key for (key,) in connection.execute(asked, (*values, 12 * today.year + today.month, most))]
        if len(keys) >= RANKED and (limit < 0 or len(keys) < limit) and meant.whole is not None:
            others = Condition(f"({meant.whole.sql}) AND {_OTHERS}", (*meant.whole.values, json.dumps(keys)))
            left = limit - len(keys) if limit > 0 else -1
            keys += shelf.keys(connection, others, Order.DATE, reverse=False, limit=left)
        return keys

    def _hits(self, connection: sqlite3.Connection, asked: Query, keys: Sequence[int]) -> list[Hit]:
        texts = asked.texts
        pattern = pattern_of([text for text in texts if not text.column] or texts)
        titles = pattern_of([text for text in texts if text.column in ("", "title")])
        return [self._hit(connection, summary, pattern, titles) for summary in shelf.summaries(connection, keys)]

    def _hit(
        self,
        connection: sqlite3.Connection,
        summary: Summary,
        pattern: re.Pattern[str] | None,
        titles: re.Pattern[str] | None,
    ) -> Hit:
        (body,) = connection.execute("SELECT body FROM article WHERE key = ?", (summary.key,)).fetchone()
        in_title = excerpts.found(titles, summary.title)
        shown = excerpts.excerpt(pattern, body)
        if pattern is not None and (shown is None or len(shown.terms) < pattern.groups):
            head = "\n".join((summary.title, summary.byline or "", summary.source or ""))
            known = {(match.lastindex or 1) - 1 for match in pattern.finditer(head)}
            for source in self._sources:
                other = excerpts.excerpt(pattern, source.sentences(connection, summary.key) or "")
                if other is not None and _tells_more(other.terms, shown, known, pattern, body):
                    return Hit(summary, other.line, other.matches, in_title, in_english=True)
        if shown is None:
            return Hit(summary, excerpts.beginning(body), (), in_title)
        return Hit(summary, shown.line, shown.matches, in_title)


def _tells_more(
    terms: frozenset[int],
    shown: excerpts.Excerpt | None,
    known: set[int],
    pattern: re.Pattern[str],
    body: str,
) -> bool:
    """Whether another text has a word of the query that the article itself has nowhere."""
    if terms <= known | (shown.terms if shown else set()):
        return False
    return not terms <= known | {(match.lastindex or 1) - 1 for match in pattern.finditer(body)}

"""Articles as rows of the library's table, and back."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

from articles.model import Article, Markup, MarkupKind, Span
from articles.repository import Summary

SELECT_SUMMARIES = """
SELECT a.key, id, a.title, a.source, published, a.language, a.words, a.added,
    s.read IS NOT NULL, s.starred IS NOT NULL, byline,
    (WITH RECURSIVE older (key) AS (
        SELECT key FROM shelf WHERE newer = a.key UNION SELECT o.key FROM shelf o JOIN older ON o.newer = older.key
    ) SELECT count(*) FROM older)
FROM article a JOIN shelf s ON s.key = a.key
WHERE a.key IN (SELECT value FROM json_each(?)) AND (s.gone IS NOT NULL) = ?
"""
"""Gives rows for ``summary``, in no order; takes the keys as a JSON list, and whether those in the trash are meant."""

SELECT_ARTICLE = """
SELECT id, title, body, byline, source, url, published, language, tags, markup, moment FROM article WHERE key = ?
"""
"""Gives the row for ``article``; takes the key."""

_SHORT = 1 << 16  # characters
_WORD = re.compile(r"[^\W_]\S*")


def summary(row: tuple[Any, ...]) -> Summary:
    """The summary in a row of ``SELECT_SUMMARIES``; raises ``ValueError`` or ``TypeError`` if damaged."""
    key, ident, title, source, published, language, words, added, read, starred, byline, versions = row
    return Summary(
        key,
        ident,
        title,
        source,
        _day(published),
        language,
        words,
        datetime.datetime.fromisoformat(added),
        read=bool(read),
        starred=bool(starred),
        byline=byline,
        versions=versions,
    )


def article(row: tuple[Any, ...]) -> Article:
    """The article in a row of ``SELECT_ARTICLE``; raises ``ValueError`` or ``TypeError`` if damaged."""
    ident, title, body, byline, source, url, published, language, tags, markup, moment = row
    return Article(
        title=title,
        body=body,
        byline=byline,
        source=source,
        url=url,
        published=_day(published),
        language=language,
        tags=tuple(json.loads(tags)),
        markup=tuple(
            Markup(Span(start, end), MarkupKind(kind), value) for start, end, kind, value in json.loads(markup)
        ),
        id=ident,
        moment=datetime.datetime.fromisoformat(moment) if moment else None,
    )


def values(article: Article) -> dict[str, str | bytes | int | None]:
    """What is written of an article, by the names of the columns, the number of its words among them.

    The body comes as bytes, in UTF-8: of a text, Python would keep that second copy for as long as the article lives.
    """
    marks = [[mark.span.start, mark.span.end, mark.kind, mark.value] for mark in article.markup]
    return {
        "id": article.id,
        "title": article.title,
        "body": article.body.encode(),
        "byline": article.byline,
        "source": article.source,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "moment": article.moment.isoformat() if article.moment else None,
        "language": article.language,
        "tags": json.dumps(article.tags, ensure_ascii=False),
        "markup": json.dumps(marks, ensure_ascii=False),
        "words": words_in(article.body),
    }


def words_in(text: str) -> int:
    """How many words a text has."""
    if len(text) < _SHORT:  # a list of them all is four times as fast, and small
        return len(_WORD.findall(text))
    return sum(1 for _ in _WORD.finditer(text))


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None

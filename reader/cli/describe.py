"""What is known of an article, as an object for programs and as a line for people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from articles.model import Article
from articles.repository import Summary
from reader.i18n import ngettext

SHORT_ID = 8
"""The digits of an id that are shown: enough for some ten thousand articles, short enough to type."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def article_object(article: Article) -> dict[str, Any]:
    """The article for JSON; offsets of mentions and sentences are characters of its ``body``."""
    return {
        "id": article.id,
        "title": article.title,
        "byline": article.byline,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "moment": article.moment,
        "language": article.language,
        "tags": list(article.tags),
        "words": count_words(article.body),
        "body": article.body,
    }


def summary_object(summary: Summary) -> dict[str, Any]:
    """A row of the library for JSON."""
    return {
        "id": summary.id,
        "title": summary.title,
        "source": summary.source,
        "published": summary.published,
        "language": summary.language,
        "words": summary.words,
        "added": summary.added,
        "read": summary.read,
        "starred": summary.starred,
        "versions": summary.versions,
    }


def count_words(text: str) -> int:
    """The number of words of the text."""
    return sum(1 for _ in _WORD.finditer(text))


def facts(article: Article) -> str:
    """What is known of the article beside its title, on one line."""
    published = article.published.isoformat() if article.published else None
    count = count_words(article.body)
    words = ngettext("{count} word", "{count} words", count).format(count=count)
    known = (article.byline, article.source, published, words, article.language, article.url)
    return " · ".join(each for each in known if each)


def in_columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows as lines, their cells one below the other; the last column is as long as it is."""
    from reader.tui.page.cells import width_of

    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(cells).rstrip(" "))
    return lines

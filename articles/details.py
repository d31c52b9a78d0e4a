"""What the reader says of an article: cleaned and checked, before it is written by ``edit``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from articles.cleaning import clean_line
from articles.errors import Problem
from articles.folding import fold
from articles.formats.dates import parse_date
from articles.formats.frontmatter import normal_language
from articles.model import Article

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)

LONGEST: Mapping[str, int] = {"title": 300, "byline": 300, "source": 300, "url": 2000}
"""Characters that a line of text may have, by the name of the article's attribute."""
_LONGEST_TAG = 100


class WrongDetail(Problem):
    """What was said cannot be.

    Attributes:
        field: The name of the article's attribute it was said of.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def line(field: str, text: str) -> str | None:
    """A title, byline, source or address as it is kept; None for nothing.

    Raises:
        WrongDetail: A title without a letter, an address that is not of the web.
    """
    value = clean_line(text, LONGEST[field]) or None
    if field == "title" and value is None:
        raise WrongDetail(field, "a title has at least one letter")
    if field == "url" and value is not None and not _WEB.match(value):
        raise WrongDetail(field, "an address of the web begins with http:// or https:// and a host")
    return value


def tagged(tags: Iterable[str], add: Iterable[str], away: Iterable[str] = ()) -> tuple[str, ...]:
    """Tags with some added and some taken away; the same word is there once, however it is written."""
    gone = {fold(each) for each in away}
    kept = {fold(each): each for each in tags if fold(each) not in gone}
    for each in add:
        tag = clean_line(each, _LONGEST_TAG)
        if tag:
            kept.setdefault(fold(tag), tag)
    return tuple(kept.values())


def as_typed(article: Article) -> dict[str, str]:
    """The details of an article as lines of text that can be changed."""
    return {
        "title": article.title,
        "byline": article.byline or "",
        "source": article.source or "",
        "published": article.published.isoformat() if article.published is not None else "",
        "language": article.language,
        "tags": ", ".join(article.tags),
    }


def read_details(article: Article, typed: Mapping[str, str]) -> dict[str, Any]:
    """What the lines say otherwise than the article does, for ``edit``; what was not touched is not in it.

    Args:
        article: The article as it is.
        typed: Lines as ``as_typed`` has them, all or some.

    Raises:
        WrongDetail: A title without a letter, no such day, no such language.
    """
    before = as_typed(article)
    said: dict[str, Any] = {}
    for field, text in typed.items():
        if text.strip() == before[field].strip():
            continue
        value = _value(field, text)
        if value != getattr(article, field):
            said[field] = value
    return said


def _value(field: str, text: str) -> object:
    if field == "tags":
        return tagged((), (part.strip().lstrip("#") for part in text.split(",")))
    try:
        if field == "published":
            return parse_date(text) if text.strip() else None
        if field == "language":
            return normal_language(text)
    except ValueError as error:
        raise WrongDetail(field, str(error)) from None
    return line(field, text)

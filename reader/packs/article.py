"""The article of a pack, cleaned."""

from __future__ import annotations

import datetime
from typing import Any

from articles.cleaning import clean, clean_line
from articles.errors import NotAnArticle
from articles.formats.frontmatter import normal_language
from articles.formats.reading import read_article
from articles.model import BLOCK_KINDS, PARAGRAPH_BREAK, Article, Markup, MarkupKind, Span, paragraph_spans

_LONGEST_TITLE = 300
_LONGEST_FACT = 1_000
_MOST_TAGS = 100


def article_of(said: Any) -> tuple[Article | None, bool]:
    """The article in an object that ``reader.packs.writing`` made, or somebody else.

    Returns:
        The article, None where it has no text; and whether its text is just the one in the object.
    """
    if not isinstance(said, dict) or not isinstance(body := said.get("body"), str) or not any(map(str.isalnum, body)):
        return None, False
    title = clean_line(_text(said, "title"), _LONGEST_TITLE)
    known: dict[str, Any] = {name: _fact(said, name) for name in ("byline", "source", "url")}
    known["published"] = _day(_text(said, "published"))
    known["language"] = _language(_text(said, "language"))
    tags = said.get("tags")
    texts = [each for each in tags if isinstance(each, str)] if isinstance(tags, list) else []
    known["tags"] = tuple(filter(None, (clean_line(each, _LONGEST_TITLE) for each in texts[:_MOST_TAGS])))
    if body == clean(body).strip() and PARAGRAPH_BREAK + "\n" not in body and title:
        return Article(title, body, markup=_markup(said.get("markup"), body), **known), True
    try:
        return read_article(body.encode("utf-8", "replace"), "pack.txt", title=title or None, **known), False
    except NotAnArticle:
        return None, False


def _text(said: dict[str, Any], name: str) -> str:
    text = said.get(name)
    return text if isinstance(text, str) else ""


def _fact(said: dict[str, Any], name: str) -> str | None:
    return clean_line(_text(said, name), _LONGEST_FACT) or None


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _language(text: str) -> str:
    try:
        return normal_language(text)
    except ValueError:
        return "pt"


def _markup(said: Any, body: str) -> tuple[Markup, ...]:
    """What of the markup stands in the body and is known."""
    paragraphs = set(paragraph_spans(body))
    found = []
    for each in said if isinstance(said, list) else ():
        try:
            start, end, kind, value = each
            mark = Markup(Span(start, end), MarkupKind(kind), clean_line(value, _LONGEST_FACT))
        except (TypeError, ValueError, AttributeError):
            continue
        whole = isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(body)
        if whole and (mark.kind not in BLOCK_KINDS or mark.span in paragraphs):
            found.append(mark)
    return tuple(sorted(found))

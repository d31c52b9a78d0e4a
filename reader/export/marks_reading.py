"""Marks read from the JSON that they were exported as, or that somebody wrote: nothing in it is trusted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from articles.anchoring import AROUND, Words
from articles.errors import Problem
from reader.i18n import _

LARGEST = 256 << 20
"""Bytes of a file of marks."""

_LONGEST = 1_000_000  # characters of a quote
_FARTHEST = 1 << 40  # where in a text a quote may stand


class BadMarks(Problem):
    """A file holds no marks."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A mark as a file tells it.

    Attributes:
        words: Its words and what is around them.
        said: Its ``colour``, ``note``, ``made``, ``first`` and ``lost``, as far as they are told.
        article: The id of its article, or "".
        url: The article's address, or "".
        title: The article's title, or "".
    """

    words: Words
    said: Mapping[str, str]
    article: str
    url: str
    title: str


def read(data: bytes) -> Iterator[Brief | None]:
    """The marks of a file, in order; None for each that has no words or no article.

    Raises:
        BadMarks: It is no JSON, or has no list of marks.
    """
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # json's own error and that of UTF-8 are values' errors
        raise BadMarks(_("this is no file of marks"), _("give one that reader marks export wrote as JSON")) from error
    marks = whole.get("marks") if isinstance(whole, dict) else whole
    if not isinstance(marks, list):
        raise BadMarks(_("this is no file of marks"), _("give one that reader marks export wrote as JSON"))
    return map(_brief, marks)


def _brief(told: object) -> Brief | None:
    if not isinstance(told, dict):
        return None
    article = told.get("article")
    about: Mapping[str, Any] = article if isinstance(article, dict) else {"id": article}
    quote, start = told.get("quote"), told.get("start")
    ident, url = _text(about, "id"), _text(about, "url")
    if not isinstance(quote, str) or not quote.strip() or len(quote) > _LONGEST or not (ident or url):
        return None
    at = start if isinstance(start, int) and 0 <= start < _FARTHEST else 0
    words = Words(quote, at, _text(told, "prefix")[-AROUND:], _text(told, "suffix")[:AROUND])
    said = {name: _text(told, name) for name in ("colour", "note", "made", "first", "lost")}
    return Brief(words, said, ident, url, _text(about, "title"))


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    # Half a character has no place in the library's file.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""

"""Saying of an article that it is not Portuguese, where it clearly is not: its names are looked for as if it were."""

from __future__ import annotations

from articles.formats.languages import other_language
from articles.model import Article
from reader.i18n import _, language


def foreign(article: Article) -> str:
    """A line for the reader of an article in another language; "" of one in Portuguese, or too short to tell."""
    tag = other_language(article.body)
    if not tag:
        return ""
    from babel import Locale  # only where there is something to say

    said = Locale.parse(language()).languages.get(tag, tag)
    return _("this text seems to be in another language ({language}): names are looked for as in Portuguese").format(
        language=said
    )

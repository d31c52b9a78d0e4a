"""Plain text and Markdown to what an article is made of."""

from __future__ import annotations

import re

from articles.cleaning import clean
from articles.decoding import decode
from articles.errors import NotAnArticle
from articles.formats.frontmatter import FrontMatter, split_front_matter
from articles.formats.html.page import Page
from articles.formats.languages import guess_language
from articles.formats.layout import paragraphs_of
from articles.formats.titles import split_title
from articles.model import Markup

_ADVICE = "give a text or Markdown file"
_LEAD = 100  # characters in which front matter begins: empty lines may stand before it

_letter_or_digit = re.compile(r"[^\W_]")


def read_text(
    data: bytes, *, markdown: bool = False, title: str | None = None, charset: str | None = None
) -> tuple[Page, bool]:
    """What a text says.

    Args:
        data: Text in any common encoding. Front matter at its beginning says that it is Markdown.
        markdown: Whether it is Markdown.
        title: The title, where the caller knows it: a first line or heading that says the same is no part of the body.
        charset: The encoding that came with it; what the bytes themselves show beats it.

    Returns:
        It, and whether its front matter says its language, which is a guess otherwise. What it does not say is None.

    Raises:
        NotAnArticle: There is no text in it, or its front matter cannot be trusted.
    """
    text = clean(decode(data, charset))
    known: FrontMatter | None = None
    if text[:_LEAD].lstrip("\n").startswith("---"):
        known, text = split_front_matter(text, expected=markdown)
    heading: str | None = None
    markup: tuple[Markup, ...] = ()
    title = title or (known.title if known else None)
    if markdown or known:
        from articles.formats.markdown import read_markdown

        read = read_markdown(text, title)
        heading, body, markup = read.heading, read.body, read.markup
    else:
        body = paragraphs_of(text)
    if not _letter_or_digit.search(body):
        raise NotAnArticle("there are no words in it", _ADVICE)
    body, title = _titled(body, title, heading, marked=bool(markup) or heading is not None)
    known = known or FrontMatter()
    page = Page(
        title=title,
        body=body,
        markup=markup,
        byline=known.byline,
        source=known.source,
        url=known.url,
        published=known.published,
        language=known.language or guess_language(body),
        tags=known.tags,
    )
    return page, known.language is not None


def _titled(body: str, title: str | None, heading: str | None, *, marked: bool) -> tuple[str, str | None]:
    """The body and the title; a first line that is the title is not repeated in the body."""
    title = title or heading
    if marked:  # the spans of the markup hold for this body only
        return body, title
    found = split_title(body)
    if found and (title is None or found[0].casefold() == title.casefold()):
        return found[1], title or found[0]
    return body, title

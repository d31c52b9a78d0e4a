"""Bytes or a file to an article, whatever the format."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from articles.cleaning import clean_line
from articles.errors import NotAnArticle
from articles.formats.dateline import day_of
from articles.formats.files import LARGEST_FILE, day_written, read_bytes
from articles.formats.foreign import refuse_foreign
from articles.formats.frontmatter import normal_language
from articles.formats.html.page import Page
from articles.formats.kinds import Kind, kind_of
from articles.formats.titles import title_from
from articles.model import Article

__all__ = ["LARGEST_FILE", "load", "read_article", "read_bytes"]

_LONGEST_TITLE = 300


def read_article(
    data: bytes,
    name: str = "",
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    language: str | None = None,
    byline: str | None = None,
    source: str | None = None,
    url: str | None = None,
    tags: tuple[str, ...] = (),
    content_type: str | None = None,
    charset: str | None = None,
    fetched_from: str | None = None,
    any_language: bool = False,
    near: datetime.date | None = None,
) -> Article:
    """The article that the bytes of a file are.

    Args:
        data: A file of any kind that ``articles.formats.kinds`` knows.
        name: The file's name: ``.md`` or ``.markdown`` says that it is Markdown, as front matter does. It
            stands in the messages of errors.
        title: The title, where the caller knows it; it beats what the file says, as do the others. Else it
            is the file's own, the first heading, the first line that looks like one, or is made of the
            first sentence.
        published: The day it was published.
        language: A BCP 47 tag: the text is taken whatever it seems to be. Else the file's, or a guess.
        byline: Who wrote it.
        source: The publication.
        url: Where it was found.
        tags: Keywords, besides the file's own.
        content_type: The type that came with it over the network; what the bytes themselves show beats it.
        charset: The encoding that came with it; what the bytes themselves show beats it.
        fetched_from: The address it was fetched from; a page's own word for its address beats it, ``url`` beats both.
        any_language: Whether to take a text that is not Portuguese although nobody said which language it is in.
        near: A day near which it is likely to be published: when it was fetched, or its file written. Where nothing
            else says when it was published, what the text says of itself is read against it (``dateline.day_of``).

    Raises:
        ForeignLanguage: It is clearly not Portuguese, and neither ``language`` nor front matter says what it is.
        NotAnArticle: There is no article in it, or its front matter cannot be trusted.
    """
    title = clean_line(title or "", _LONGEST_TITLE) or None
    try:
        tag = _language(language)
        kind = kind_of(data, name, content_type)
        page, told = _page(kind, data, title, charset, url or fetched_from)
        if not (tag or told or any_language):
            refuse_foreign(page.body)
    except NotAnArticle as problem:
        raise _named(problem, name)  # noqa: B904 - the same problem, said of the file
    return Article(
        title=title or page.title or title_from(page.body),
        body=page.body,
        byline=clean_line(byline or "", _LONGEST_TITLE) or page.byline,
        source=clean_line(source or "", _LONGEST_TITLE) or page.source,
        url=clean_line(url or "", 2000) or page.url or clean_line(fetched_from or "", 2000) or None,
        published=published or page.published or day_of(page.body, near),
        language=tag or page.language,
        tags=tuple(dict.fromkeys((*filter(None, map(clean_line, tags)), *page.tags))),
        markup=page.markup,
        moment=None if published else page.moment,
    )


def load(path: Path, **known: Any) -> Article:
    """The article in a file; what is known of it is said by the arguments of ``read_article``.

    Raises:
        UnreadableSource: The file is missing, a folder, not to be read, or larger than ``LARGEST_FILE``.
        NotAnArticle: It was read and is no article.
    """
    return read_article(read_bytes(path), path.name, **{"near": day_written(path), **known})


def _page(kind: Kind, data: bytes, title: str | None, charset: str | None, url: str | None) -> tuple[Page, bool]:
    """What is in the file, and whether it says its language in a way that nobody needs to doubt.

    Each reader is imported only where there is something for it: some take 0.2 s.
    """
    match kind:
        case Kind.TEXT | Kind.MARKDOWN:
            from articles.formats.plain import read_text

            return read_text(data, markdown=kind is Kind.MARKDOWN, title=title, charset=charset)
        case Kind.HTML | Kind.MHTML:
            from articles.formats.html.reading import read_page

            return read_page(data, charset=charset, url=url), False
        case Kind.EPUB:
            from articles.formats.epub.reading import read_book

            return read_book(data), False
        case Kind.PDF:
            from articles.formats.pdf.reading import read_pdf

            return read_pdf(data), False
        case Kind.DOCX:
            from articles.formats.docx import read_docx

            return read_docx(data), False


def _language(tag: str | None) -> str | None:
    if not tag:
        return None
    try:
        return normal_language(tag)
    except ValueError as error:
        raise NotAnArticle(str(error), "give a language such as pt-BR") from None


def _named(problem: NotAnArticle, name: str) -> NotAnArticle:
    """The same problem with the file's name before it."""
    shown = clean_line(name, 200)
    if shown:
        problem.message = f"{shown}: {problem.message}"
    return problem.with_traceback(None)

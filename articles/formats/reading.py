"""Bytes or a file to an article, whatever the format."""

from __future__ import annotations

import datetime
import os
import re
import stat
from pathlib import Path

from articles.cleaning import clean, clean_line
from articles.decoding import decode
from articles.errors import NotAnArticle, UnreadableSource
from articles.formats.frontmatter import FrontMatter, normal_language, split_front_matter
from articles.formats.languages import guess_language
from articles.formats.layout import paragraphs_of
from articles.formats.titles import split_title, title_from
from articles.model import Article, Markup

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""
_ADVICE = "give a text or Markdown file"
_LONGEST_TITLE = 300
_LEAD = 100  # characters in which front matter begins: empty lines may stand before it

_markdown_name = re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE)
_web_page = re.compile(r"\s*+(?:<!doctype html|<html\b|<\?xml\b)", re.IGNORECASE)
_letter_or_digit = re.compile(r"[^\W_]")


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
) -> Article:
    """The article that the bytes of a file are.

    Args:
        data: Plain text or Markdown in any common encoding.
        name: The file's name: ``.md`` or ``.markdown`` says that it is Markdown, as front matter does. It
            stands in the messages of errors.
        title: The title, where the caller knows it; it beats what the file says, as do the others. Else it
            is the front matter's, the first heading, the first line that looks like one, or is made of the
            first sentence.
        published: The day it was published.
        language: A BCP 47 tag. Else the front matter's, or a guess by ``guess_language``.
        byline: Who wrote it.
        source: The publication.
        url: Where it was found.
        tags: Keywords, besides the front matter's.

    Raises:
        NotAnArticle: There is no text in it, or its front matter cannot be trusted.
    """
    try:
        text = clean(decode(data))
        del data
        title = clean_line(title or "", _LONGEST_TITLE) or None
        known, body, markup, heading = _parts(text, name, title)
        del text
    except NotAnArticle as problem:
        raise _named(problem, name) from None
    body, title = _titled(body, title or known.title, heading, marked=bool(markup) or heading is not None)
    return Article(
        title=title,
        body=body,
        byline=clean_line(byline or "", _LONGEST_TITLE) or known.byline,
        source=clean_line(source or "", _LONGEST_TITLE) or known.source,
        url=clean_line(url or "", 2000) or known.url,
        published=published or known.published,
        language=_language(language) or known.language or guess_language(body),
        tags=tuple(dict.fromkeys((*filter(None, map(clean_line, tags)), *known.tags))),
        markup=markup,
    )


def load(
    path: Path,
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    language: str | None = None,
    byline: str | None = None,
    source: str | None = None,
    url: str | None = None,
    tags: tuple[str, ...] = (),
) -> Article:
    """The article in a file; the arguments are those of ``read_article``.

    Raises:
        UnreadableSource: The file is missing, a folder, not to be read, or larger than ``LARGEST_FILE``.
        NotAnArticle: It was read and is no article.
    """
    return read_article(
        read_bytes(path),
        path.name,
        title=title,
        published=published,
        language=language,
        byline=byline,
        source=source,
        url=url,
        tags=tags,
    )


def read_bytes(path: Path) -> bytes:
    """What is in a file of at most ``LARGEST_FILE`` bytes; raises ``UnreadableSource`` as ``load`` does."""
    shown = clean_line(str(path), 200)
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > LARGEST_FILE:
                raise _too_large(shown)
            data = file.read() if stat.S_ISREG(status.st_mode) else file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableSource(f"{shown}: there is no such file", "check the name") from None  # noqa: EM102
    except IsADirectoryError:
        raise UnreadableSource(f"{shown} is a folder", "give the files in it") from None  # noqa: EM102
    except PermissionError:
        message = f"{shown}: you have no permission to read it"
        raise UnreadableSource(message, "change its permissions, or copy it") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = clean_line(getattr(error, "strerror", None) or str(error), 200)
        raise UnreadableSource(f"{shown} cannot be read: {reason}", "check the file") from None  # noqa: EM102
    if len(data) > LARGEST_FILE:
        raise _too_large(shown)
    return data


def _too_large(shown: str) -> UnreadableSource:
    limit = LARGEST_FILE // 1024 // 1024
    return UnreadableSource(f"{shown} is larger than {limit} MB", "give it in parts")


def _parts(text: str, name: str, title: str | None) -> tuple[FrontMatter, str, tuple[Markup, ...], str | None]:
    """What the front matter says, the body, its markup, and the heading that is its title."""
    is_markdown = _markdown_name.search(name) is not None
    known: FrontMatter | None = None
    if text[:_LEAD].lstrip("\n").startswith("---"):
        known, text = split_front_matter(text, expected=is_markdown)
    if not (is_markdown or known) and _web_page.match(text):
        raise NotAnArticle("this is a web page (HTML), not an article's text", "save its text, and give that")
    heading: str | None = None
    markup: tuple[Markup, ...] = ()
    if is_markdown or known:
        from articles.formats.markdown import read_markdown

        page = read_markdown(text, title or (known.title if known else None))
        heading, body, markup = page.heading, page.body, page.markup
    else:
        body = paragraphs_of(text)
    if not _letter_or_digit.search(body):
        raise NotAnArticle("there are no words in it", _ADVICE)
    return known or FrontMatter(), body, markup, heading


def _titled(body: str, title: str | None, heading: str | None, *, marked: bool) -> tuple[str, str]:
    """The body and the title; a first line that is the title is not repeated in the body."""
    title = title or heading
    if marked:  # the spans of the markup hold for this body only
        return body, title or title_from(body)
    found = split_title(body)
    if found and (title is None or found[0].casefold() == title.casefold()):
        return found[1], title or found[0]
    return body, title or title_from(body)


def _language(tag: str | None) -> str | None:
    if not tag:
        return None
    try:
        return normal_language(tag)
    except ValueError as error:
        raise NotAnArticle(str(error), "give a language such as pt-BR") from None


def _named(problem: NotAnArticle, name: str) -> NotAnArticle:
    shown = clean_line(name, 200)
    return NotAnArticle(f"{shown}: {problem.message}" if shown else problem.message, problem.advice)

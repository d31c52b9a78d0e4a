"""From the bytes of a PDF to the article in it."""

from __future__ import annotations

import io
import logging
import re
import time
from typing import TYPE_CHECKING, Any

from articles.errors import NotAnArticle
from articles.formats.builder import Builder
from articles.formats.extras import missing
from articles.formats.html.page import Page
from articles.formats.languages import guess_language
from articles.formats.pdf.information import information_of
from articles.formats.pdf.lines import Line, Lines, without_running
from articles.formats.pdf.paragraphs import Found, paragraphs_of
from articles.model import MarkupKind

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2_000
"""Pages of a document."""
LARGEST_PAGE = 8 * 1024 * 1024
"""Bytes of a page's own drawing, unpacked."""
LONGEST_TIME = 120.0
"""Seconds after which no further page is read."""
_DAMAGED = "get the file again, or give its text"
_letter = re.compile(r"[^\W\d_]")


def read_pdf(data: bytes) -> Page:
    """The text of a PDF, its paragraphs made of its lines again.

    Page numbers and running heads go; words that were parted at the end of a line are whole again; larger letters make
    a heading. Columns come in the order in which the file has them. Nothing that the file refers to is fetched or run.

    Raises:
        MissingLibrary: The library that reads PDF is not installed.
        NotAnArticle: It has a password, no text (pictures of pages), is damaged, or meets a limit.
    """
    try:
        import pypdf
    except ImportError:
        raise missing("PDF files") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what it finds wrong would stand between our lines
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        _unlock(reader)
        pages = _pages(reader)
        known = information_of(reader)
    except NotAnArticle:
        raise
    except MemoryError:
        raise
    except Exception as error:  # of damaged files it raises nearly everything there is, RecursionError among it
        if type(error).__name__ == "DependencyError":
            raise _locked() from None
        if type(error).__name__ == "LimitReachedError":
            raise NotAnArticle("this PDF unpacks to too much to be read", _DAMAGED) from None
        raise NotAnArticle("this PDF is damaged and cannot be read", _DAMAGED) from None
    found = paragraphs_of(without_running(pages))
    text = "\n".join(each.text for each in found)
    _refuse_without_text(text, len(pages))
    title, found = _titled(found, known.title)
    builder = Builder("\0")
    for each in found:
        builder.begin(each.kind, each.value)
        builder.add(each.text)
        builder.end()
    body, markup = builder.result()
    return Page(
        title=title,
        body=body,
        markup=markup,
        byline=known.author,
        published=known.day,
        moment=known.moment,
        language=guess_language(body),
        tags=known.tags,
    )


def _unlock(reader: PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked()


def _locked() -> NotAnArticle:
    return NotAnArticle("this PDF has a password", "save it without the password")


def _pages(reader: PdfReader) -> list[list[Line]]:
    count = len(reader.pages)
    if count > MOST_PAGES:
        message = f"this PDF has {count:,} pages, more than {MOST_PAGES:,}"
        raise NotAnArticle(message, "give it in parts")
    pages: list[list[Line]] = []
    end = time.monotonic() + LONGEST_TIME
    broken = 0
    for number in range(count):
        if time.monotonic() > end:
            message = f"this PDF takes longer than {LONGEST_TIME:.0f} seconds to read"
            raise NotAnArticle(message, "give it in parts")
        try:
            pages.append(_lines(reader.pages[number], number))
        except (NotAnArticle, MemoryError):
            raise
        except Exception as error:  # of a damaged page it raises nearly everything there is; the others may be whole
            if type(error).__name__ in ("DependencyError", "LimitReachedError"):
                raise
            broken += 1
    if broken and not any(pages):
        raise NotAnArticle("this PDF is damaged: none of its pages can be read", _DAMAGED)
    return pages


def _lines(page: Any, number: int) -> list[Line]:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > LARGEST_PAGE:
        message = f"page {number + 1} of this PDF unpacks to more than {LARGEST_PAGE >> 20} MB"
        raise NotAnArticle(message, "give its text")
    lines = Lines(number)
    page.extract_text(visitor_text=lines.take)
    return lines.done()


def _refuse_without_text(text: str, pages: int) -> None:
    letters = sum(1 for _ in _letter.finditer(text))
    if letters < 3 * max(1, min(pages, 10)):
        raise NotAnArticle(
            "this PDF has no text in it; it is probably scanned", "recognise its text first (ocrmypdf does)"
        )
    strange = sum(text.count(sign) for sign in ("\ufffd", "�")) + sum("\ue000" <= char <= "\uf8ff" for char in text)
    if strange > 0.15 * len(text) or letters < 0.4 * len(text.replace(" ", "")):
        raise NotAnArticle("the letters of this PDF cannot be made out", "recognise its text first (ocrmypdf does)")


def _titled(found: list[Found], told: str | None) -> tuple[str | None, list[Found]]:
    """The title, and the paragraphs without it: what the file says, else the largest heading among the first."""
    heads = [each for each in found[:6] if each.kind is MarkupKind.HEADING]
    largest = max(heads, key=lambda each: each.size, default=None)
    if told:
        same = next((each for each in found[:6] if _folded(each.text) == _folded(told)), None)
        return told, [each for each in found if each is not same]
    if largest is not None and len(found) > 1:
        return largest.text, [each for each in found if each is not largest]
    return None, found


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())

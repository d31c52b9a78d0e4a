"""Word documents (.docx), by way of the web page that mammoth makes of them."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

from articles.cleaning import clean, clean_line
from articles.errors import NotAnArticle
from articles.formats.archive import Archive
from articles.formats.extras import missing
from articles.formats.html.blocks import Block, blocks_of
from articles.formats.html.page import Page
from articles.formats.html.rendering import body_of
from articles.formats.html.tree import Element, parse
from articles.formats.languages import guess_language
from articles.formats.pdf.information import author_of, title_of
from articles.formats.xmltree import local, parse_xml, text_of
from articles.model import MarkupKind

_DAMAGED = "open it in a word processor and save it again"
_TITLE = "document-title"
_styles = """
p[style-name='Title'] => h1.document-title:fresh
p[style-name='Título'] => h1.document-title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Citação'] => blockquote > p:fresh
p[style-name='Citação Intensa'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Legenda'] => figcaption:fresh
"""
_headings = "".join(
    f"p[style-name='{name} {level}'] => h{level}:fresh\n" for level in range(1, 7) for name in ("Título", "Cabeçalho")
)
_declarations = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0[DE]\0|\0<\0!\0[DE]", re.IGNORECASE)
# What a library that writes such documents leaves in all of them: when its template was made.
_TEMPLATE = datetime.datetime(2013, 12, 23, 23, 15, tzinfo=datetime.UTC)
_letter = re.compile(r"[^\W_]")


def read_docx(data: bytes) -> Page:
    """The text of a Word document, with its headings, lists, quotations and notes.

    Its macros are not run and nothing that it refers to outside of itself is opened.

    Raises:
        MissingLibrary: The library that reads it is not installed.
        NotAnArticle: It is damaged, larger than the limits of ``articles.formats.archive``, or has no words in it.
    """
    try:
        import mammoth
        import mammoth.images
    except ImportError:
        raise missing("Word documents") from None
    archive = Archive(data)
    _refuse_hostile(archive)
    title, byline, moment = _properties(archive)
    try:
        pictures = mammoth.images.img_element(lambda _image: {"src": ""})
        html = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_styles + _headings, convert_image=pictures, external_file_access=False
        ).value
        blocks = _blocks(parse(clean(f"<html><body>{html}</body></html>")))
    except (NotAnArticle, MemoryError):
        raise
    except Exception:  # of damaged files it raises nearly everything there is, RecursionError among it
        raise NotAnArticle("this Word document is damaged and cannot be read", _DAMAGED) from None
    head, blocks = _titled(blocks, title)
    body, markup = body_of(blocks, None)
    if not _letter.search(body):
        raise NotAnArticle("there are no words in this Word document", "")
    return Page(
        title=head or title,
        body=body,
        markup=markup,
        byline=byline,
        published=moment.date() if moment else None,
        moment=moment,
        language=guess_language(body),
    )


def _refuse_hostile(archive: Archive) -> None:
    """Read each part of it once, so that the limits are met here; XML in it declares nothing, by its own standard."""
    if archive.read("word/document.xml") is None:
        raise NotAnArticle("this Word document is damaged: its text is missing", _DAMAGED)
    for name in archive.names:
        if name.lower().endswith((".xml", ".rels")) and _declarations.search(archive.read(name) or b""):
            raise NotAnArticle("this Word document declares entities, which none does that Word wrote", _DAMAGED)


def _properties(archive: Archive) -> tuple[str | None, str | None, datetime.datetime | None]:
    root = parse_xml(archive.read("docProps/core.xml") or b"")
    said: dict[str, str] = {} if root is None else {local(each): text_of(each) for each in root}
    try:
        moment = datetime.datetime.fromisoformat(said.get("created", ""))
    except ValueError:
        moment = None
    if moment is not None and (moment.tzinfo is None or moment.year < 1990 or moment == _TEMPLATE):
        moment = None
    return title_of(said.get("title", "")), author_of(said.get("creator", "")), moment


def _blocks(root: Element) -> list[Block]:
    for link in list(root.iter("a")):
        href = link.get("href") or ""
        if href.startswith(("#footnote-ref", "#endnote-ref")):  # the arrow back from a note
            link.drop_tree()
    for image in list(root.iter("img")):
        words = clean_line(image.get("alt") or "", 2000)
        paragraph = next(image.iterancestors("p", "li", "td"), None)
        if words and paragraph is not None:
            caption = root.makeelement("figcaption")
            caption.text = words
            paragraph.addnext(caption)
    return blocks_of(root)


def _titled(blocks: list[Block], told: str | None) -> tuple[str | None, list[Block]]:
    """The title that stands in the text, and the blocks without it."""
    if not blocks or blocks[0].kind is not MarkupKind.HEADING:
        return None, blocks
    first: Any = blocks[0]
    text = clean_line(first.text, 300)
    firsts = sum(1 for block in blocks if block.kind is MarkupKind.HEADING and block.value == "1")
    named = _TITLE in (first.parent.get("class") or "")
    same = told is not None and text.casefold() == told.casefold()
    if len(blocks) > 1 and (named or same or (firsts == 1 and first.value == "1")):
        return text, blocks[1:]
    return None, blocks

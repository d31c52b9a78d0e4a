"""A chapter's file to blocks of text: its title a heading of the first level, its notes and pictures' words kept."""

from __future__ import annotations

import re

from articles.cleaning import clean, clean_line
from articles.errors import NotAnArticle
from articles.formats.epub.package import APART
from articles.formats.html.blocks import Block, blocks_of
from articles.formats.html.encoding import text_of
from articles.formats.html.tree import Element, parse
from articles.model import MarkupKind

_GONE = ("script", "style", "head", "noscript", "template", "iframe", "object", "audio", "video", "form", "svg", "math")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_inline_tags = "a abbr b bdi bdo big cite code em font i img ins kbd mark q s samp small span strong sub sup u"
_INLINE = frozenset(_inline_tags.split())
_AMONG_FIRST = 3  # blocks in which a chapter's title stands
_note_sign = re.compile(r"[\[(]?(\d{1,4}|[*†‡]{1,3}|[a-z]|[ivxl]{1,6})[\])]?\.?", re.IGNORECASE)
_no_words = re.compile(
    r"(?:image|imagem|figura|picture|cover|capa|\d+|[\w-]+\.(?:jpe?g|png|gif|svg))?\W*", re.IGNORECASE
)
_empty_elements = re.compile(r"<(a|span|p|div|i|b|em|strong|title|script|sup|td|th|section)\b([^<>]*)/>")


def blocks_in(data: bytes, title: str | None, places: list[tuple[str, str]], *, told: bool) -> list[Block]:
    """The blocks of one file of a book, in order; none for a cover, a table of contents and the like.

    Args:
        data: XHTML, as well-formed as it may be.
        title: What the table of contents calls it: its heading where it has none itself.
        places: Where in it further chapters begin, with their titles.
        told: Whether the table of contents names this file: then a chapter begins here.
    """
    try:
        root = parse(clean(_empty_elements.sub(r"<\1\2></\1>", text_of(data))))
    except NotAnArticle:
        return []
    body = root.find("body") if root.find("body") is not None else root
    if _types(body) & APART or (len(body) == 1 and _types(body[0]) & APART):
        return []
    _drop(root)
    _notes(root)
    _captions(root)
    begun = _begin(root, places)
    blocks = blocks_of(root)
    for block in blocks:
        if block.kind is MarkupKind.HEADING:
            block.value = "1" if block.value == "1" and block.parent in begun else str(max(2, int(block.value or 2)))
    _head(blocks, title, told=told)
    for block in blocks:
        block.parent = None  # it would hold the whole tree
    return blocks


def _types(element: Element) -> set[str]:
    said = element.get("epub:type") or element.get("{http://www.idpf.org/2007/ops}type") or ""
    role = (element.get("role") or "").removeprefix("doc-")
    return set(f"{said} {role}".lower().split())


def _drop(root: Element) -> None:
    """Take out what is no text: scripts, tables of contents inside a chapter, signs of printed pages."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element is root or element.getparent() is None:
            continue
        types = _types(element)
        gone = element.tag in _GONE or element.get("hidden") is not None or "pagebreak" in types
        if gone or (types & APART and element.tag not in ("html", "body")):
            element.drop_tree()


def _notes(root: Element) -> None:
    """Set signs of notes apart from the word before: "palavra[1]"."""
    for link in list(root.iter("a")):
        href = link.get("href") or ""
        sign = _note_sign.fullmatch(link.text_content().strip())
        if sign is None or "#" not in href or href.startswith("http"):
            continue
        parent = link.getparent()
        raised = "noteref" in _types(link) or link.find(".//sup") is not None or parent.tag == "sup"
        if not raised:
            continue
        for child in list(link):
            child.drop_tree()
        link.text = f"[{sign[1]}]"


def _captions(root: Element) -> None:
    """Put the words that stand for a picture behind the paragraph it is in, as its caption."""
    for image in list(root.iter("img")):
        words = clean_line(image.get("alt") or "", 2000)
        figure = next(image.iterancestors("figure"), None)
        if _no_words.fullmatch(words) or (figure is not None and figure.find(".//figcaption") is not None):
            continue
        block = next((each for each in image.iterancestors() if each.tag not in _INLINE), None)
        caption = root.makeelement("figcaption")
        caption.text = words
        if block is None or block.tag in ("body", "html", "figure", "div", "section"):
            image.addnext(caption)
            caption.tail, image.tail = image.tail, None
        else:
            block.addnext(caption)
            caption.tail, block.tail = block.tail, None


def _begin(root: Element, places: list[tuple[str, str]]) -> set[Element]:
    """Make the headings at these places headings of the first level; one is put where there is none."""
    begun: set[Element] = set()
    if len(places) < 2:
        return begun
    by_id = {each.get("id") or each.get("name"): each for each in root.iter() if isinstance(each.tag, str)}
    for fragment, title in places:
        place = by_id.get(fragment)
        if place is None or place.tag in ("html", "body"):
            continue
        heading = next((each for each in (place, *place.iterancestors()) if each.tag in _HEADINGS), None)
        if heading is None:
            heading = next((each for each in place.iterdescendants(*_HEADINGS)), None)
        if heading is None:
            following = next((each for each in place.itersiblings()), None)
            heading = following if following is not None and following.tag in _HEADINGS else None
        if heading is None:
            block = next((each for each in (place, *place.iterancestors()) if each.tag not in _INLINE), place)
            heading = root.makeelement("h1")
            heading.text = title
            block.addprevious(heading)
        heading.tag = "h1"
        begun.add(heading)
    return begun


def _head(blocks: list[Block], title: str | None, *, told: bool) -> None:
    """Give the chapter its heading of the first level: its own first one, else what the table of contents says."""
    if not blocks or any(block.value == "1" for block in blocks if block.kind is MarkupKind.HEADING):
        return
    for block in blocks[:_AMONG_FIRST]:
        if block.kind is MarkupKind.HEADING and (told or block.value in ("1", "2")):
            block.value = "1"
            return
    if title:
        first = " ".join(blocks[0].text.split())
        if first.casefold() == title.casefold():  # a title that is set as a paragraph
            blocks[0].kind, blocks[0].value = MarkupKind.HEADING, "1"
        else:
            blocks.insert(0, Block(None, MarkupKind.HEADING, "1", pieces=[title]))

"""A page's tree as a row of blocks: each a paragraph, heading, item, quotation or caption with what is marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.formats.html.tree import Element, classes
from articles.model import MarkupKind

_inline_names = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rt rp s samp "
    "small span strike strong sub sup time tt u var wbr br img picture amp-img o:p nobr center-inline"
)
_INLINE = frozenset(_inline_names.split())
_MARKED = {
    "b": MarkupKind.STRONG,
    "strong": MarkupKind.STRONG,
    "i": MarkupKind.EMPHASIS,
    "em": MarkupKind.EMPHASIS,
    "cite": MarkupKind.EMPHASIS,
    "code": MarkupKind.CODE,
    "kbd": MarkupKind.CODE,
    "samp": MarkupKind.CODE,
    "tt": MarkupKind.CODE,
    "a": MarkupKind.LINK,
}
_BLOCKS = ("p", "div", "table", "ul", "h2")  # more than one in a cell: it is a column of the page
_ROWS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_space = re.compile(r"[ \t\n\r\f]+")
_caption = re.compile(r"(?:^|[\s-])(?:wp-caption-text|captions?|legendas?|foto-legenda|image-caption)(?:[\s-]|$)")
_pulled = re.compile(r"pull-?quote|(?:^|[\s-])(?:pull|destaque-citacao|olho|quote-box)(?:[\s-]|$)")
_drop_cap = re.compile(r"drop-?cap|first-?letter|capitular|letra-?inicial|capital-?letter")
_WORDS_OF_ONE_LETTER = frozenset("AOEÉÀaoeéà")


@dataclass(slots=True)
class Block:
    """One block of a page.

    Attributes:
        parent: The element that it lies in.
        kind: What it is as a whole; None for a plain paragraph.
        value: The level of a heading, the sign of an item.
        pieces: Its text, and where marked stretches begin (kind, value) and end (None).
        linked: How many of its characters are in links.
        pulled: Whether it is set out of the text as a pull quote is.
    """

    parent: Element
    kind: MarkupKind | None = None
    value: str = ""
    pieces: list[str | tuple[MarkupKind, str] | None] = field(default_factory=list)
    linked: int = 0
    pulled: bool = False
    code: bool = False

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str)).strip()

    @property
    def link_share(self) -> float:
        """How much of it is links, from 0 to 1."""
        return min(1.0, self.linked / max(1, len(self.text)))


class _Walk:
    """Where the walk through the tree stands."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self.block: Block | None = None
        self.marks: list[tuple[MarkupKind, str]] = []
        self.signs: list[str] = []  # of the lists around: what the next block of an item gets
        self.numbers: list[int] = []
        self.quotes = 0
        self.captions = 0
        self.pulls = 0
        self.heading = ""
        self.pre = 0
        self.tables: list[bool] = []  # of the tables around: whether each holds data
        self.cells = 0  # of such tables, around
        self.glue = False

    def text(self, raw: str | None, parent: Element) -> None:
        if not raw:
            return
        text = raw if self.pre else _space.sub(" ", raw)
        if self.glue:
            text, self.glue = text.lstrip(), False
        if self.block is None:
            if not text.strip():
                return
            self._begin(parent)
        block = self.block
        assert block is not None
        last = next((piece for piece in reversed(block.pieces) if isinstance(piece, str)), "\n")
        if not self.pre and last[-1:] in (" ", "\n"):
            text = text.lstrip(" ")
        if text:
            block.pieces.append(text)
            if any(kind is MarkupKind.LINK for kind, _ in self.marks):
                block.linked += len(text)

    def _begin(self, parent: Element) -> None:
        kind: MarkupKind | None = None
        value = ""
        if self.heading:
            kind, value = MarkupKind.HEADING, self.heading
        elif self.captions:
            kind = MarkupKind.CAPTION
        elif self.signs:
            kind, value, self.signs[-1] = MarkupKind.ITEM, self.signs[-1], ""
        elif self.quotes or self.pulls:
            kind = MarkupKind.QUOTE
        while (parent.tag in _INLINE or (self.cells and parent.tag in _ROWS)) and parent.getparent() is not None:
            parent = parent.getparent()
        self.block = Block(parent, kind, value, pulled=self.pulls > 0, code=self.pre > 0)
        self.block.pieces.extend(self.marks)

    def end(self) -> None:
        block, self.block = self.block, None
        if block is not None:
            block.pieces.extend([None] * len(self.marks))
            self.done.append(block)

    def line_break(self) -> None:
        """One is a break of the line; two in a row are the end of a paragraph."""
        if self.block is None:
            return
        at = next((n for n in range(len(self.block.pieces) - 1, -1, -1) if isinstance(self.block.pieces[n], str)), -1)
        last = self.block.pieces[at] if at >= 0 else ""
        assert isinstance(last, str)
        if last.endswith("\n"):
            self.end()
        else:
            self.block.pieces[at] = last.rstrip(" ")
            self.block.pieces.append("\n")

    def open(self, kind: MarkupKind, value: str) -> None:
        self.marks.append((kind, value))
        if self.block is not None:
            self.block.pieces.append((kind, value))

    def close(self) -> None:
        self.marks.pop()
        if self.block is not None:
            self.block.pieces.append(None)


def blocks_of(root: Element) -> list[Block]:
    """The blocks of a tree, in order; text outside paragraphs is a block too."""
    walk = _Walk()
    for event, element in _events(root):
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            _start(walk, element)
        else:
            _end(walk, element)
    walk.end()
    return [block for block in walk.done if block.text]


def _events(root: Element) -> Iterator[tuple[str, Element]]:
    from lxml import etree

    walk: Iterator[tuple[str, Element]] = etree.iterwalk(root, events=("start", "end"))
    return walk


def _is_data(table: Element) -> bool:
    """Whether a table holds data rather than the page's columns."""
    for cell in table.iter("td", "th"):
        if len(cell) and (sum(1 for _ in cell.iter(*_BLOCKS)) > 1 or sum(1 for _ in cell.iter("br")) > 3):
            return False
    return True


def _start(walk: _Walk, element: Element) -> None:
    tag = element.tag
    if tag == "br":
        walk.line_break()
    elif tag == "table":
        walk.tables.append(not walk.cells and _is_data(element))
        walk.end()
    elif tag in ("td", "th") and walk.tables and walk.tables[-1]:
        walk.cells += 1
        if walk.block is not None and element.getprevious() is not None:
            walk.text(" | ", element)
    elif tag in _INLINE:
        kind = _MARKED.get(tag)
        if kind is not None:
            walk.open(kind, (element.get("href") or "") if tag == "a" else "")
        if tag == "q":
            walk.text("“", element)
        elif tag == "img" and _is_sign(element):
            walk.text(element.get("alt"), element)
    else:
        if not walk.cells:
            walk.end()
        _enter(walk, element)
    walk.text(element.text, element)


def _is_sign(image: Element) -> bool:
    """An emoji that the page shows as a picture."""
    return 0 < len(image.get("alt") or "") <= 8 and "emoji" in classes(image)


def _enter(walk: _Walk, element: Element) -> None:
    tag = element.tag
    names = classes(element)
    if tag in _HEADINGS:
        walk.heading = tag[1]
    elif tag in ("ul", "ol"):
        walk.signs.append("")
        walk.numbers.append(_number(element.get("start")) if tag == "ol" else -1)
    elif tag == "li" and walk.signs:
        number = walk.numbers[-1]
        walk.signs[-1] = f"{number}." if number >= 0 else "•"
        walk.numbers[-1] += 1 if number >= 0 else 0
    elif tag == "blockquote":
        walk.quotes += 1
    elif tag == "pre":
        walk.pre += 1
    if tag in ("figcaption", "caption") or (names and _caption.search(names)):
        walk.captions += 1
    if names and _pulled.search(names):
        walk.pulls += 1


def _number(start: str | None) -> int:
    return int(start) if start and start.isdecimal() and len(start) < 6 else 1


def _end(walk: _Walk, element: Element) -> None:
    tag = element.tag
    if tag in _INLINE and tag != "br":
        if tag == "q":
            walk.text("”", element)
        if tag in _MARKED:
            walk.close()
        elif tag == "span" and _drop_cap.search(classes(element)):
            letter = (element.text or "").strip()
            walk.glue = len(letter) == 1 and letter not in _WORDS_OF_ONE_LETTER
    elif tag == "table":
        walk.tables.pop()
        walk.end()
    elif tag in ("td", "th") and walk.tables and walk.tables[-1]:
        walk.cells -= 1
    elif tag not in _INLINE:
        _leave(walk, element)
    walk.text(element.tail, element.getparent() if element.getparent() is not None else element)


def _leave(walk: _Walk, element: Element) -> None:
    tag = element.tag
    names = classes(element)
    if not walk.cells:
        walk.end()
    else:
        walk.text(" ", element)
    if tag in _HEADINGS:
        walk.heading = ""
    elif tag in ("ul", "ol") and walk.signs:
        walk.signs.pop()
        walk.numbers.pop()
    elif tag == "blockquote":
        walk.quotes -= 1
    elif tag == "pre":
        walk.pre -= 1
    if tag in ("figcaption", "caption") or (names and _caption.search(names)):
        walk.captions -= 1
    if names and _pulled.search(names):
        walk.pulls -= 1

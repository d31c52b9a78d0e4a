"""The paragraphs of an article as XHTML, with their English under or beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from articles.marks import Mark
from articles.model import MarkupKind
from reader.export.markup import Signs, Wrap, attributes, lines, text, wrapped
from reader.export.model import Block, Exported, Layout, Look, Rendered, english_or, is_item
from reader.export.telling import by

ENGLISH = "en"

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NUMBERED = re.compile(r"(\d{1,9})[.)]", re.ASCII)


def language_of(exported: Exported) -> str:
    """The article's language as an attribute may have it."""
    tag = exported.article.language
    return tag if _TAG.fullmatch(tag) else "pt"


@dataclass(frozen=True, slots=True)
class Blocks:
    """Writes the paragraphs of one article.

    Attributes:
        exported: The article.
        layout: How the two languages stand together.
        signs: What stands in its text besides words.
        prefix: What the ids of its parts begin with.
        shift: How many levels deeper its headings stand.
        xml: Whether languages are told as XML has it, too.
        mixed: Whether sentences differ in who made their English: only then it shows.
    """

    exported: Exported
    layout: Layout
    signs: Signs
    prefix: str = ""
    shift: int = 0
    xml: bool = False
    mixed: bool = False

    @classmethod
    def of(cls, exported: Exported, look: Look, prefix: str = "", shift: int = 0, *, xml: bool = False) -> Blocks:
        """What writes an article. An EPUB has no columns: one language stands under the other there."""
        layout = exported.layout(look)
        if xml and layout is Layout.SIDE_BY_SIDE:
            layout = Layout.INTERLINEAR
        origins = {each.made.origin for each in exported.sentences() if each.made is not None}
        return cls(exported, layout, Signs.of(exported, look, prefix), prefix, shift, xml, len(origins) > 1)

    def lang(self, tag: str) -> str:
        """The attributes that say in which language something is."""
        return attributes(lang=tag) + (f' xml:lang="{text(tag)}"' if self.xml else "")

    def written(self, blocks: tuple[Block, ...] | None = None) -> Iterator[str]:
        """The paragraphs, those of a list or of one quotation together; all, unless some are given."""
        some = self.exported.blocks if blocks is None else blocks
        if self.layout is Layout.SIDE_BY_SIDE:
            yield from map(self._row, some)
            return
        for kind, group in groupby(some, key=lambda each: each.paragraph.kind):
            if kind is MarkupKind.ITEM:
                yield from self._lists(list(group))
            elif kind is MarkupKind.QUOTE:
                yield "<blockquote>\n" + "".join(map(self._under, group)) + "</blockquote>\n"
            else:
                yield from map(self._under, group)

    def title(self, level: int = 1) -> str:
        """The title as a heading, with its English."""
        title = self.exported.title
        if self.layout is Layout.ENGLISH:
            return f'<h{level} class="title"{self._of(title)}>{self._said(title, alone=True)}</h{level}>\n'
        said = f'<h{level} class="title">{text(title.source)}</h{level}>\n'
        if self.layout is not Layout.ORIGINAL and title.made is not None:
            said += f'<p class="title-en en"{self.lang(ENGLISH)}>{self._said(title, alone=False)}</p>\n'
        return said

    # One language under the other

    def _under(self, block: Block) -> str:
        """A paragraph, with its English under it; what is in a quotation or an item, as a paragraph."""
        parts = []
        if self.layout is not Layout.ENGLISH:
            parts.append(self._element(block, self._original(block)))
        if self._shows_english(block):
            parts.append(self._element(block, self._english(block), english=True))
        return "".join([*parts, *map(_note, self._notes(block))])

    def _shows_english(self, block: Block) -> bool:
        return self.layout is Layout.ENGLISH or (self.layout is not Layout.ORIGINAL and block.has_english)

    def _element(self, block: Block, inner: str, *, english: bool = False) -> str:
        kind = block.paragraph.kind
        beside = english and self.layout is not Layout.ENGLISH
        known = self.lang(ENGLISH) if english else ""
        if kind is MarkupKind.HEADING:
            if beside:  # the outline of the article has each heading once
                return f'<p class="heading-en en"{known}>{inner}</p>\n'
            level = min(block.level() + self.shift, 6)
            return f"<h{level}{known}>{inner}</h{level}>\n"
        if kind is MarkupKind.CAPTION:
            return f'<p class="caption{" en" if beside else ""}"{known}>{inner}</p>\n'
        tag = "pre" if not english and block.paragraph.span in self.signs.code else "p"
        return f"<{tag}{attributes(class_='en' if beside else None)}{known}>{inner}</{tag}>\n"

    def _lists(self, blocks: list[Block]) -> Iterator[str]:
        """Items in a row: numbered ones in a list of their own; what has no sign goes on with the item before it."""
        for numbered, group in groupby(_items(blocks), key=lambda each: _NUMBERED.fullmatch(each[0].value) is not None):
            tag = "ol" if numbered else "ul"
            items = []
            for item in group:
                number = _NUMBERED.fullmatch(item[0].value)
                value = attributes(value=str(int(number[1]))) if number and int(number[1]) < 1 << 31 else ""
                items.append(f"<li{value}>{''.join(map(self._under, item))}</li>\n")
            yield f"<{tag}>\n{''.join(items)}</{tag}>\n"

    # One language beside the other

    def _row(self, block: Block) -> str:
        notes = "".join(map(_note, self._notes(block)))
        left = self._cell(block, self._element(block, self._original(block)))
        right = ""
        if block.has_english:
            inner = self._english(block)
            if block.paragraph.kind is MarkupKind.HEADING:
                right = f'<p class="heading-en">{inner}</p>\n'
            else:
                right = self._cell(block, f"<p{_captioned(block)}>{inner}</p>\n")
        return (
            f'<div class="row">\n<div>{left}</div>\n<div class="en"{self.lang(ENGLISH)}>{right}</div>\n</div>\n{notes}'
        )

    def _cell(self, block: Block, inner: str) -> str:
        if is_item(block):
            number = _NUMBERED.fullmatch(block.value)
            if number and int(number[1]) < 1 << 31:
                return f'<ol>\n<li value="{int(number[1])}">{inner}</li>\n</ol>\n'
            return f"<ul>\n<li>{inner}</li>\n</ul>\n"
        return f"<blockquote>\n{inner}</blockquote>\n" if block.paragraph.kind is MarkupKind.QUOTE else inner

    # Inside a paragraph

    def _original(self, block: Block) -> str:
        wraps = [
            Wrap(each.span, "span", "", f' id="{self.prefix}c{each.span.start}"')
            for each in block.sentences
            if each.span is not None
        ]
        return wrapped(self.exported.article.body, block.paragraph.span, [*wraps, *self.signs.within(block)])

    def _english(self, block: Block) -> str:
        parts = []
        for gap, each in block.with_gaps(self.exported.article.body):
            parts.append("<br/>" if gap == "\n" else gap)
            parts.append(self._said(each, alone=self.layout is Layout.ENGLISH))
        return "".join(parts)

    def _of(self, said: Rendered) -> str:
        return self.lang(ENGLISH) if said.english is not None else ""

    def _said(self, said: Rendered, *, alone: bool) -> str:
        """The English of a sentence, with who made it; the original where English alone was asked for and is not."""
        if said.english is None:
            known = self.lang(language_of(self.exported)) if alone else ""
            return f'<span class="o-missing"{known}>{lines(english_or(said, alone=alone))}</span>'
        if said.made is None:
            return text(said.english.target)
        known = attributes(class_=f"o-{said.made.origin.value}" if self.mixed else None, title=by(said.made))
        return f"<span{known}>{text(said.made.target)}</span>"

    def _notes(self, block: Block) -> list[Mark]:
        """The marks with a note that end in a paragraph."""
        if not self.signs.marks:
            return []
        span = block.paragraph.span
        return [each for each in self.exported.marks if each.note and span.start < each.span.end <= span.end]


def _note(mark: Mark) -> str:
    return f'<p class="note" dir="auto">✎ {lines(mark.note)}</p>\n'


def _captioned(block: Block) -> str:
    return ' class="caption"' if block.paragraph.kind is MarkupKind.CAPTION else ""


def _items(blocks: list[Block]) -> Iterator[list[Block]]:
    item: list[Block] = []
    for block in blocks:
        if item and block.value:
            yield item
            item = []
        item.append(block)
    if item:
        yield item

"""How a block is set: what stands before its lines, above and under it, and whether its words may be cut."""

from __future__ import annotations

from dataclasses import dataclass

from articles.model import Markup, MarkupKind
from reader.tui.page.document import Document
from reader.tui.page.hyphens import Hyphenate, Hyphenation, hyphenation_of
from reader.tui.page.rows import Piece, Row, Voice

_QUOTE = "▎ "
_CAPTION = "▣ "
_MINOR = "▪ "
_RULES = {"1": "━", "2": "─", "3": "╌"}
"""What stands under a heading, by its level; those of lower levels have a sign before them."""

_LONGEST_ITEM = 50
"""Blocks; how far back the sign is looked for under which a paragraph of a list item stands."""

_BLANK = (Row(),)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one block is set.

    Attributes:
        lead: What stands before the first line, and before each other one.
        above: The rows between the block before and this one.
        rule: The character of the rule under it; "" for none.
        ink: The style of the hyphens drawn in it.
        whole: Whether no word of it is cut, as in headings.
    """

    lead: tuple[str, str] = ("", "")
    above: tuple[Row, ...] = _BLANK
    rule: str = ""
    ink: str = ""
    whole: bool = False

    def rule_of(self, x: int, width: int) -> Piece:
        """The rule under the block."""
        return Piece(x, Voice.FURNITURE, 0, self.rule * max(1, width))

    def hyphenation(self, document: Document, block: int, hyphenate: Hyphenate) -> Hyphenation | None:
        """How the block's Portuguese is broken into lines."""
        if self.whole:
            hyphenate = Hyphenate.NEVER
        solid = tuple(mark.span for mark in document.inline(block) if mark.kind is MarkupKind.CODE)
        return hyphenation_of(document.article.language, hyphenate, solid)


_PLAIN = Setting()


def setting_of(document: Document, block: int) -> Setting:
    """How a block of an article is set."""
    if block == 0:
        return Setting(above=(), whole=True)
    mark, before = document.kind(block), document.kind(block - 1)
    if document.joined(block):
        mark = document.kind(document.first_of(block))
        return _joined(document, block, mark)
    if mark is None:
        return _PLAIN
    match mark.kind:
        case MarkupKind.HEADING:
            rule = _RULES.get(mark.value or "2", "")
            return Setting(("", "") if rule else (_MINOR, " " * len(_MINOR)), _BLANK, rule, whole=True)
        case MarkupKind.QUOTE:
            within = before is not None and before.kind is MarkupKind.QUOTE
            bar = Row((Piece(0, Voice.FURNITURE, 0, _QUOTE.rstrip()),))
            return Setting((_QUOTE, _QUOTE), (bar,) if within else _BLANK)
        case MarkupKind.CAPTION:
            return Setting((_CAPTION, " " * len(_CAPTION)))
        case _:
            return _item(document, block, mark, before)


def _item(document: Document, block: int, mark: Markup, before: Markup | None) -> Setting:
    sign = mark.value or _sign_above(document, block)
    indent = " " * (len(sign) + 1)
    if mark.value:
        # Items of one list stand close.
        close = before is not None and before.kind is MarkupKind.ITEM
        return Setting((f"{sign} ", indent), () if close else _BLANK)
    return Setting((indent, indent))


def _sign_above(document: Document, block: int) -> str:
    """The sign of the item that a paragraph without one goes on with."""
    for number in range(block - 1, max(0, block - _LONGEST_ITEM), -1):
        mark = document.kind(number)
        if mark is None and document.joined(number):
            continue
        if mark is None or mark.kind is not MarkupKind.ITEM:
            break
        if mark.value:
            return mark.value
    return "•"


def _joined(document: Document, block: int, mark: Markup | None) -> Setting:
    """A block that goes on with the paragraph of the one before it."""
    if mark is None:
        return Setting(above=())
    if mark.kind is MarkupKind.QUOTE:
        return Setting((_QUOTE, _QUOTE), ())
    if mark.kind is MarkupKind.HEADING:
        return Setting(above=(), whole=True)
    sign = _CAPTION.rstrip() if mark.kind is MarkupKind.CAPTION else mark.value or _sign_above(document, block)
    indent = " " * (len(sign) + 1)
    return Setting((indent, indent), ())

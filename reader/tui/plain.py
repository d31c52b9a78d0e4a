"""The plain mode: what a screen reader or a braille display needs said in words, and where the cursor stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.model import MarkupKind, Span
from reader.i18n import _
from reader.tui.page.cells import width_of
from reader.tui.page.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.dom import DOMNode

    from reader.tui.page.page import Page
    from reader.tui.page.walking import Lit
    from reader.tui.page.window import Spot

PLAIN = "-plain"
"""The app's class in this mode: no frames, one column, and the terminal's own cursor where the reader is."""


def is_plain(node: DOMNode) -> bool:
    """Whether the app that a widget belongs to is plain."""
    return node.app.has_class(PLAIN)


def point_of(page: Page, rows: Sequence[Spot | None], lit: Lit | None) -> tuple[int, int] | None:
    """Where on the screen the sentence being read begins, or the word that is looked at.

    Args:
        rows: What stands on each row of the screen.
        lit: The word that is looked at; None for none.

    Returns:
        A cell of the text, without its margin, and a row of the screen; None where neither is on the screen.
    """
    cursor = page.cursor
    block = page.block(cursor.block)
    voice = block.primary
    spans = block.spans(voice)
    here = spans[min(cursor.sentence, len(spans) - 1)]
    if lit is not None and lit.cursor == cursor and lit.word is not None:
        voice = lit.voice
        spans = block.spans(voice)
        begin = spans[min(cursor.sentence, len(spans) - 1)].start
        here = Span(begin + lit.word.start, begin + lit.word.end)
    for y, spot in enumerate(rows):
        if spot is None or spot[0] != cursor.block:
            continue
        for piece in block.rows[spot[1]].pieces:
            if piece.voice is voice and piece.start < here.end and piece.end > here.start:
                return piece.x + width_of(piece.text[: max(0, here.start - piece.start)]), y
    return None


def told(page: Page) -> str:
    """What the screen shows by sign and colour of the sentence being read, in words."""
    cursor, document = page.cursor, page.document
    kind = document.kind(cursor.block)
    kinds = {
        MarkupKind.HEADING: _("heading"),
        MarkupKind.QUOTE: _("quotation"),
        MarkupKind.ITEM: _("item of a list"),
        MarkupKind.CAPTION: _("caption"),
    }
    parts = [_("title")] if cursor.block == 0 else []
    parts += [kinds[kind.kind]] if kind is not None and kind.kind in kinds else []
    if cursor.block:
        parts.append(_("paragraph {number} of {count}").format(number=cursor.block, count=len(document) - 1))
    if page.layout is not Layout.ORIGINAL or page.peeked():
        source = document.segments(cursor.block)[cursor.sentence]
        known = page.english.of(source)
        if why := page.english.failure(source):
            parts.append(_("no English: {why}").format(why=why))
        elif known is not None:
            origins = {"human": _("English by a person"), "refined": _("English refined by {engine}")}
            words = origins.get(known.origin.value, _("English drafted by {engine}"))
            parts.append(words.format(engine=known.engine))
        else:
            parts.append(_("no English yet"))
    if cursor.block:
        sentence = document.sentences(cursor.block)[cursor.sentence]
        origin = document.start(cursor.block)
        strokes = [page.marked.of(each) for each in page.marked.within(origin + sentence.start, origin + sentence.end)]
        if strokes:
            parts.append(_("marked"))
        parts += [_("note: {note}").format(note=each.note) for each in strokes if each and each.note]
        if any(each.kind is MarkupKind.LINK and each.span.start < sentence.end and each.span.end > sentence.start
               for each in document.inline(cursor.block)):  # fmt: skip
            parts.append(_("with a link"))
    parts.append(f"{round(100 * page.seen()[1])}%")
    return ", ".join(parts)


def said_by(sign: str) -> str:
    """What a sign before a row of a list says, in words; "" for none."""
    words = {"●": _("unread"), "▸": _("open"), "★": _("starred"), "▹": _("chosen")}
    return words.get(sign.strip(), "")

"""Rows of a page turned into strips of styled cells."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from articles.cleaning import mask
from articles.model import Markup, MarkupKind, Span
from reader.tui.geometry import MARGIN
from reader.tui.page.cells import drawn, width_of
from reader.tui.page.english import State
from reader.tui.page.find import Matches
from reader.tui.page.layout import Layout, Piece, Row, Voice
from reader.tui.page.marked import NOTE, SIGNS, Stroke
from reader.tui.page.marks import Marks
from reader.tui.page.named import named_in, same_words
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.walking import Lit
from reader.tui.page.window import Spot

_LONGEST_NAME = 200
"""Characters; how far back a mention or match that reaches into a row is looked for."""

Stretch = tuple[int, int, str]
"""A range of a voice's characters and the name of its ink; later ones lie on top."""


class Painter:
    """Draws the rows of one page.

    Args:
        ground: The style everything stands on.
        ink: Gives the style of a part of the page by name.
        lit: The word that is looked at, and what it became; None for none.
        margin: Cells left of the text: all of ``MARGIN``, or none.
    """

    def __init__(
        self,
        page: Page,
        marks: Marks,
        matches: Matches,
        ground: Style,
        ink: Callable[[str], Style],
        lit: Lit | None = None,
        *,
        margin: int = MARGIN,
    ) -> None:
        self._page = page
        self._marks = marks
        self._matches = matches
        self._ground = ground
        self._ink = ink
        self._margin = margin
        self._lit = lit if lit is not None and lit.cursor == page.cursor else None

    def paint(self, spot: Spot | None, left: int, width: int) -> list[Segment]:
        """One row of exactly ``width`` cells: ``left`` empty ones, the margin, the text, and empty ones to the end."""
        base = self._ground
        if spot is None:
            return [Segment(" " * width, base)]
        block = self._page.block(spot[0])
        row = block.rows[spot[1]]
        here = self._page.cursor if self._page.cursor.block == spot[0] else None
        under = here is not None and any(p.voice is block.primary and self._touches(p, here) for p in row.pieces)
        segments = [Segment(" " * left, base)]
        if self._margin:
            stroke, noted = self._stroke(spot[0], row)
            ink = f"mark-{stroke.colour}" if stroke else ""
            segments += [
                Segment(row.sign or " ", base + self._ink("sign")),
                Segment("▌" if under else NOTE if noted else " ", base + self._ink("bar")),
                Segment(SIGNS[stroke.colour], base + self._ink(ink)) if stroke else Segment(" ", base),
            ]
        used = left + self._margin
        for piece in sorted(row.pieces, key=lambda piece: piece.x):
            at = left + self._margin + piece.x
            if at > used:
                segments.append(Segment(" " * (at - used), base))
            segments += self._piece(spot[0], piece, here, base)
            used = at + width_of(piece.text)
        if used > width:
            return Segment.adjust_line_length(segments, width, base)
        segments.append(Segment(" " * (width - used), base))
        return segments

    def _touches(self, piece: Piece, cursor: Cursor) -> bool:
        start, end = self._cursor_span(piece, cursor)
        return piece.start < end and piece.end > start

    def _cursor_span(self, piece: Piece, cursor: Cursor) -> tuple[int, int]:
        spans = self._page.block(cursor.block).spans(piece.voice)
        span = spans[min(cursor.sentence, len(spans) - 1)]
        return span.start, span.end

    def _piece(self, block: int, piece: Piece, here: Cursor | None, base: Style) -> list[Segment]:
        if piece.voice is Voice.FURNITURE:
            return [Segment(mask(piece.text), base + self._ink(piece.ink or "furniture"))]
        inside = self._in_original if piece.voice is Voice.ORIGINAL else self._in_english
        stretches: list[Stretch] = [(piece.start, piece.end, "title")] if block == 0 else []
        stretches += self._marked(block, piece)  # what is found or chosen lies on top of its ground
        stretches += inside(block, piece)
        if here is not None:
            stretches.append((*self._cursor_span(piece, here), "cursor"))
            stretches += self._words(piece, here)
        stretches += self._selected(block, piece)
        cuts = {piece.start, piece.end}
        for start, end, _ in stretches:
            cuts.update(cut for cut in (start, end) if piece.start < cut < piece.end)
        order = sorted(cuts)
        text = mask(piece.text)  # cleaned where it came in; here it becomes cells, so here it is made sure of
        segments = []
        for start, end in pairwise(order):
            style = base
            for first, last, name in stretches:
                if first <= start and last >= end:
                    style = style + self._ink(name)
            segments.append(Segment(drawn(text[start - piece.start : end - piece.start]), style))
        return segments

    def _stroke(self, block: int, row: Row) -> tuple[Stroke | None, bool]:
        """How the line being read is marked on this row: by the mark that begins last; and whether a note begins."""
        laid, marked, origin = self._page.block(block), self._page.marked, self._page.document.start(block)
        if block == 0 or not len(marked):
            return None, False
        found: list[tuple[bool, Span]] = []
        for piece in row.pieces:
            if piece.voice is not laid.primary:
                continue
            pairs = [(Span(piece.start, piece.end), Span(piece.start, piece.end))]
            if piece.voice is Voice.ENGLISH:
                pairs = [
                    (span, source)
                    for span, source in zip(laid.spans(Voice.ENGLISH), laid.original, strict=True)
                    if span.start < piece.end and span.end > piece.start
                ]
            for span, source in pairs:
                for mark in marked.within(origin + source.start, origin + source.end):
                    begins = source.start <= mark.start - origin < source.end and span.start >= piece.start
                    found.append((begins, mark))
        strokes = [marked.of(mark) for _begins, mark in found]
        noted = any(
            begins and stroke is not None and stroke.note for (begins, _), stroke in zip(found, strokes, strict=True)
        )
        return (strokes[-1] if strokes else None), noted

    def _marked(self, block: int, piece: Piece) -> list[Stretch]:
        """What the reader marked; in English the sentences in whose Portuguese something is marked."""
        marked, origin = self._page.marked, self._page.document.start(block)
        if block == 0:
            return []
        if piece.voice is Voice.ORIGINAL:
            found = marked.within(origin + piece.start, origin + piece.end)
            return [(span.start - origin, span.end - origin, _ground(marked.of(span))) for span in found]
        laid = self._page.block(block)
        return [
            (span.start, span.end, _ground(marked.of(mark)))
            for span, source in zip(laid.spans(Voice.ENGLISH), laid.original, strict=True)
            if span.start < piece.end and span.end > piece.start
            for mark in marked.within(origin + source.start, origin + source.end)
        ]

    def _selected(self, block: int, piece: Piece) -> list[Stretch]:
        """What of a piece is selected, and at the moving end the one character beside it."""
        selection = self._page.selection
        if selection is None or piece.voice is not selection.voice:
            return []
        span = selection.within(block, self._page.block(block).spans(piece.voice))
        if span is None:
            return []
        stretches = [(span.start, span.end, "selected")]
        if selection.head.block == block:
            ahead = selection.head == selection.end
            stretches.append((span.end - 1, span.end, "moving") if ahead else (span.start, span.start + 1, "moving"))
        return stretches

    def _words(self, piece: Piece, here: Cursor) -> list[Stretch]:
        """The word that is looked at, or in the other language what it became."""
        lit = self._lit
        if lit is None:
            return []
        start, _end = self._cursor_span(piece, here)
        if piece.voice is lit.voice:
            return [(start + lit.word.start, start + lit.word.end, "word")] if lit.word is not None else []
        return [(start + span.start, start + span.end, "lit") for span in lit.others]

    def _in_original(self, block: int, piece: Piece) -> list[Stretch]:
        document = self._page.document
        if block == 0:
            title = [(first, last, "match") for first, last in self._matches.title]
            return [*title, *((*each[:2], "match-here") for each in title if self._is_current(-1, each[0]))]
        origin = document.start(block)
        stretches: list[Stretch] = []
        kind = document.kind(block)
        if kind is not None:
            stretches.append((piece.start, piece.end, _kind_ink(kind)))
        stretches += [(m.span.start, m.span.end, m.kind.value) for m in document.inline(block)]
        start, end = origin + piece.start, origin + piece.end
        stretches += [(first - origin, last - origin, ink) for first, last, ink in self._page.met.within(start, end)]
        current = self._marks.current_span
        for mark in self._marks.within(start - _LONGEST_NAME, end):
            stretches.append((mark.start - origin, mark.end - origin, mark.kind.value))
            if mark.entity == self._marks.chosen:
                stretches.append((mark.start - origin, mark.end - origin, "chosen"))
                if current is not None and mark.start == current.start:
                    stretches.append((mark.start - origin, mark.end - origin, "current"))
        found = self._matches.within(start - _LONGEST_NAME, end)
        stretches += [(first - origin, last - origin, "match") for first, last in found]
        return stretches + [
            (first - origin, last - origin, "match-here") for first, last in found if self._is_current(first, first)
        ]

    def _is_current(self, at: int, start: int) -> bool:
        """Whether the match that was gone to last is one of the Portuguese, and this."""
        hit = self._matches.current
        return hit is not None and not hit.english and (hit.at, hit.start) == (at, start)

    def _found_in_english(self, block: int, number: int, span: Span, text: str) -> list[Stretch]:
        hit = self._matches.current
        here = hit is not None and hit.english and (hit.block, hit.sentence) == (block, number)
        stretches: list[Stretch] = []
        for first, last in self._matches.inside(span.of(text)):
            stretches.append((span.start + first, span.start + last, "match"))
            if here and hit is not None and hit.start == first:
                stretches.append((span.start + first, span.start + last, "match-here"))
        return stretches

    def _in_english(self, block: int, piece: Piece) -> list[Stretch]:
        english = self._page.block(block).english
        if english is None:
            return []
        stretches: list[Stretch] = []
        kind = self._page.document.kind(block)
        if kind is not None:
            stretches.append((piece.start, piece.end, _kind_ink(kind)))
        if self._page.layout is not Layout.ENGLISH:
            stretches.append((piece.start, piece.end, "english"))
        for number, (span, state) in enumerate(zip(english.spans, english.states, strict=True)):
            if span.start < piece.end and span.end > piece.start:
                if state in (State.PENDING, State.FAILED):
                    stretches.append((span.start, span.end, state.value))
                if block:
                    stretches += self._carried(block, number, span, state)
                if self._matches.query and state not in (State.PENDING, State.FAILED, State.SAME):
                    stretches += self._found_in_english(block, number, span, english.text)
        return stretches

    def _carried(self, block: int, number: int, span: Span, state: State) -> list[Stretch]:
        """What is marked in a sentence and stands in its English too."""
        page, marks = self._page, self._marks
        source = page.block(block).original[number]
        start = page.document.start(block) + source.start
        if state in (State.PENDING, State.FAILED) and page.layout is not Layout.ENGLISH:
            return []
        text = page.document.text(block)
        english = page.block(block).english
        assert english is not None
        said = span.of(english.text)
        stretches: list[Stretch] = []
        for inline in page.document.inline(block):
            at = same_words(inline.span, source, text, said)
            if at is not None:
                stretches.append((span.start + at.start, span.start + at.end, inline.kind.value))
        current = marks.current_span
        for mark, place in named_in(marks, source.of(text), start, said):
            first, last = span.start + mark.start, span.start + mark.end
            stretches.append((first, last, mark.kind.value))
            if mark.entity == marks.chosen:
                stretches.append((first, last, "chosen"))
                if current is not None and place == current.start:
                    stretches.append((first, last, "current"))
        return stretches


def _ground(stroke: Stroke | None) -> str:
    return f"marked-{(stroke or Stroke()).colour}"


def _kind_ink(mark: Markup) -> str:
    """The ink of a block by what it is; headings of the first two levels have the title's."""
    return "title" if mark.kind is MarkupKind.HEADING and mark.value in ("1", "2") else mark.kind.value

"""The page being read: layout, reading cursor, peeks, and the promise that the line being read stays put."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.tui.page.cells import offset_at
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.hyphens import Hyphenate
from reader.tui.page.layout import BlockRows, Layout, Voice, lay_out
from reader.tui.page.marked import Marked
from reader.tui.page.met import Met
from reader.tui.page.peeking import Cursor, Peeking
from reader.tui.page.window import Spot, Window

if TYPE_CHECKING:
    from reader.tui.page.selection import Selection

_CACHED_BLOCKS = 512
_MARGIN = 3
"""Rows kept free above and below the sentence that the cursor moves to."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The line being read: the ``line``-th of ``lines`` lines of a sentence, on row ``at`` of the screen."""

    cursor: Cursor
    line: int
    lines: int
    at: int


class Page(Peeking):
    """A document on a screen of ``width`` × ``height`` cells. Knows nothing of widgets, keys or threads."""

    def __init__(self, document: Document, english: English, layout: Layout = Layout.ORIGINAL) -> None:
        super().__init__()
        self.document = document
        self.english = english
        self.layout = layout
        self.marked = Marked()
        self.met = Met()
        self.selection: Selection | None = None
        self.width = 1
        self.hyphenate = Hyphenate.AUTO
        self.cursor = Cursor(0, 0)
        self._laid: OrderedDict[int, BlockRows] = OrderedDict()
        self.window = Window(len(document), lambda block: len(self.block(block).rows))

    # What is laid out

    def block(self, number: int) -> BlockRows:
        """The rows of a block, laid out when first asked for."""
        known = self._laid.get(number)
        if known is None:
            peeked = self.unfolded(number)
            known = lay_out(self.document, self.english, number, self.layout, self.width, peeked, self.hyphenate)
            self._laid[number] = known
            if len(self._laid) > _CACHED_BLOCKS:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(number)
        return known

    def resize(self, width: int, height: int, shift: int = 0) -> None:
        """Lay the page out anew for this many cells; the line being read keeps its row where the screen has it.

        Args:
            width: Cells of a line.
            height: Rows.
            shift: How many rows further up on the terminal the first row stands than before.
        """
        anchor = self.anchor()
        at = min(max(0, anchor.at + shift), max(0, height - 1))
        if width != self.width:
            self._laid.clear()
        self.width, self.window.height = max(1, width), max(1, height)
        self._restore(Anchor(anchor.cursor, anchor.line, anchor.lines, at))

    def set_layout(self, layout: Layout) -> None:
        """Change the layout; the line being read stays on its row."""
        if layout is not self.layout:
            anchor = self.anchor()
            self.layout = layout
            self._laid.clear()
            self._restore(anchor)

    def set_date(self, date: str) -> bool:
        """Write under the title when the article was published; whether that changed. The line read keeps its row."""
        if date == self.document.date:
            return False

        def change() -> None:
            self.document.date = date

        self.relay([0], change)
        return True

    def set_hyphenate(self, hyphenate: Hyphenate) -> None:
        """Choose where words may be cut; the line being read stays on its row."""
        if hyphenate is not self.hyphenate:
            anchor = self.anchor()
            self.hyphenate = hyphenate
            self._laid.clear()
            self._restore(anchor)

    def renew(self, blocks: Iterable[int]) -> bool:
        """Lay these blocks out again, since their English changed; whether any had been laid out."""
        stale = [number for number in blocks if number in self._laid]
        if not stale or (self.layout is Layout.ORIGINAL and not any(map(self.unfolded, stale))):
            return False
        self.relay(stale)
        return True

    def relay(self, blocks: Iterable[int], change: Callable[[], object] | None = None) -> None:
        """Make a change and lay these blocks out anew; the line being read stays on its row."""
        anchor = self.anchor()
        if change is not None:
            change()
        for number in blocks:
            self._laid.pop(number, None)
        self._restore(anchor)

    def showing(self, sources: Collection[str]) -> list[int]:
        """The blocks that hold one of these sentences, of those that are laid out."""
        return [block for block in self._laid if not set(self.document.segments(block)).isdisjoint(sources)]

    def seen(self) -> tuple[float, float]:
        """What share of the article lies before the screen's first row, and before the end of its last; 0 to 1."""
        shown = [spot for spot in self.window.rows() if spot is not None]
        if not shown:
            return 0.0, 1.0
        (first, above), (last, below) = shown[0], shown[-1]
        return self._share(first, above), self._share(last, below + 1)

    def _share(self, block: int, row: int) -> float:
        before = self.document.share(block - 1) if block else 0.0
        rows = len(self.block(block).rows)
        return before + (self.document.share(block) - before) * min(1.0, row / max(1, rows))

    # The line being read

    def anchor(self) -> Anchor:
        """Where the line being read stands: the first visible line of the cursor's sentence."""
        first, last = self.block(self.cursor.block).rows_of(self.cursor.sentence)
        rows = self.window.rows()
        for line in range(first, last + 1):
            if (self.cursor.block, line) in rows:
                at = rows.index((self.cursor.block, line))
                return Anchor(self.cursor, line - first, last - first + 1, at)
        return Anchor(self.cursor, 0, last - first + 1, min(_MARGIN, self.window.height - 1))

    def _restore(self, anchor: Anchor) -> None:
        first, last = self.block(anchor.cursor.block).rows_of(anchor.cursor.sentence)
        lines = last - first
        line = round(lines * anchor.line / (anchor.lines - 1)) if anchor.lines > 1 else 0
        self.window.place((anchor.cursor.block, first + line), anchor.at)

    def place(self) -> tuple[int, int]:
        """The cursor's offset, and the row of the screen on which its sentence begins: below 0 for one above it."""
        anchor = self.anchor()
        return self.offset(), anchor.at - anchor.line

    def restore(self, offset: int, at: int) -> None:
        """Go to the sentence that holds a character of the body (-1: the title) and let it begin on a row."""
        block = self.document.block_at(offset)
        sentence = self.document.sentence_at(block, offset - self.document.start(block)) if block else 0
        self.cursor = Cursor(block, sentence)
        first, last = self.block(block).rows_of(sentence)
        self.window.place((block, first), min(max(first - last, at), self.window.height - 1))
        if self.window.pad:
            self.window.pad = 0  # a place that was remembered has no line to keep

    def go_to_offset(self, offset: int) -> None:
        """Put the cursor on the sentence that holds a character of the body; the page moves only where it must."""
        block = self.document.block_at(offset)
        self.go(Cursor(block, self.document.sentence_at(block, offset - self.document.start(block))))

    def offset(self) -> int:
        """Where the cursor's sentence begins in the body; -1 for the title."""
        return self.document.offset_of(self.cursor.block, self.cursor.sentence)

    # Moving

    def scroll(self, rows: int) -> None:
        """Scroll by rows; where there is nothing more to scroll the cursor goes on by itself."""
        if self.window.scroll(rows) == 0:
            far = abs(rows) > 1
            if far:
                self.to_end() if rows > 0 else self.to_start()
            else:
                self.move_sentence(1 if rows > 0 else -1)
            return
        self._keep_cursor_on_screen(from_top=rows > 0)

    def _keep_cursor_on_screen(self, *, from_top: bool) -> None:
        shown = [spot for spot in self.window.rows() if spot is not None]
        first, last = self.block(self.cursor.block).rows_of(self.cursor.sentence)
        if any((self.cursor.block, row) in shown for row in range(first, last + 1)):
            return
        for spot in shown if from_top else reversed(shown):
            cursor = self._cursor_at(spot)
            if cursor is not None:
                self.cursor = cursor
                return

    def _cursor_at(self, spot: Spot) -> Cursor | None:
        """The sentence that begins on a row, or else the one that goes on there; None on rows without text."""
        block = self.block(spot[0])
        for piece in block.rows[spot[1]].pieces:
            if piece.voice is not Voice.FURNITURE:
                spans = block.spans(piece.voice)
                starting = [n for n, span in enumerate(spans) if piece.start <= span.start < piece.end]
                return Cursor(spot[0], starting[0] if starting else block.sentence_of(piece))
        return None

    def move_sentence(self, by: int) -> None:
        """Move the cursor by sentences."""
        block, sentence = self.cursor.block, self.cursor.sentence + by
        while sentence < 0 and block > 0:
            block -= 1
            sentence += len(self.document.sentences(block))
        while block + 1 < len(self.document) and sentence >= len(self.document.sentences(block)):
            sentence -= len(self.document.sentences(block))
            block += 1
        self.go(Cursor(block, min(max(0, sentence), len(self.document.sentences(block)) - 1)))

    def move_paragraph(self, by: int) -> None:
        """Move the cursor to the start of another paragraph; back goes first to the start of this one."""
        block = self.cursor.block
        if by < 0 and self.cursor.sentence > 0:
            by += 1
        self.go(Cursor(min(max(0, block + by), len(self.document) - 1), 0))

    def to_start(self) -> None:
        """Go to the title."""
        self.cursor = Cursor(0, 0)
        self.window.top, self.window.pad = (0, 0), 0

    def to_end(self) -> None:
        """Go to the last sentence."""
        last = len(self.document) - 1
        self.cursor = Cursor(last, len(self.document.sentences(last)) - 1)
        self.window.top, self.window.pad = self.window.last_top(), 0

    def go(self, cursor: Cursor) -> None:
        """Put the cursor on a sentence; the page moves only where the sentence would be off the screen."""
        self.cursor = cursor
        first, last = self.block(cursor.block).rows_of(cursor.sentence)
        height = self.window.height
        margin = min(_MARGIN, (height - 1) // 2)
        top, bottom = self.window.row_of((cursor.block, first)), self.window.row_of((cursor.block, last))
        above = top is None and (cursor.block, first) < self.window.top
        if last - first + 1 + 2 * margin > height:  # taller than the screen: begin at its beginning
            if top is None or top > margin:
                self._settle((cursor.block, first), margin)
        elif above or (top is not None and top < margin):
            self._settle((cursor.block, first), margin)
        elif bottom is None or bottom > height - 1 - margin:
            self._settle((cursor.block, last), height - 1 - margin)

    def reveal(self, first: Spot, last: Spot) -> None:
        """Move only where one of these rows of the document is off the screen; the first counts more than the last."""
        if self.window.row_of(last) is None and last >= self.window.top:
            self._settle(last, self.window.height - 1)
        if self.window.row_of(first) is None:
            self._settle(first, 0 if first < self.window.top else self.window.height - 1)

    def _settle(self, spot: Spot, at: int) -> None:
        """Put a row at a place on the screen, as far as the ends of the document allow."""
        self.window.place(spot, at)
        self.window.pad = 0
        self.window.top = min(self.window.top, self.window.last_top())

    def at(self, x: int, y: int) -> Cursor | None:
        """The sentence shown at a cell of the text, if there is one."""
        rows = self.window.rows()
        if not 0 <= y < len(rows) or (spot := rows[y]) is None:
            return None
        block = self.block(spot[0])
        pieces = [piece for piece in block.rows[spot[1]].pieces if piece.voice is not Voice.FURNITURE]
        if not pieces:
            return None
        piece = max((p for p in pieces if p.x <= x), key=lambda p: p.x, default=pieces[0])
        return Cursor(spot[0], block.sentence_of(piece, offset_at(piece.text, x - piece.x)))

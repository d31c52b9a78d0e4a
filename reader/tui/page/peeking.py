"""What of the other language is unfolded on a page: by the reader, and for as long as words are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from reader.tui.page.layout import WHOLE_BLOCK, BlockRows, Layout
from reader.tui.page.window import Window


@dataclass(frozen=True, slots=True)
class Cursor:
    """The sentence being read: its block, and its number in the block."""

    block: int
    sentence: int


class Peeking:
    """What has to do with peeks; a part of the page."""

    cursor: Cursor
    window: Window
    layout: Layout

    def __init__(self) -> None:
        self._peeks: dict[int, frozenset[int]] = {}
        self._order: list[Cursor] = []
        self._lent: Cursor | None = None

    if TYPE_CHECKING:  # the rest of the page

        def block(self, number: int) -> BlockRows:
            """The rows of a block."""

        def relay(self, blocks: Iterable[int], change: Callable[[], object] | None = None) -> None:
            """Make a change and lay these blocks out anew."""

    def unfolded(self, block: int) -> frozenset[int]:
        """The sentences of a block under which the other language is unfolded; ``WHOLE_BLOCK`` for the paragraph."""
        folding = self.layout in (Layout.ORIGINAL, Layout.ENGLISH)  # the others show both languages anyhow
        here = self._peeks.get(block, frozenset()) if folding else frozenset()
        if self._lent is not None and self._lent.block == block and WHOLE_BLOCK not in here:
            return here | {self._lent.sentence}
        return here

    def peek(self) -> None:
        """Unfold the other language under the sentence; again, under the paragraph; again, fold it."""
        block, sentence = self.cursor.block, self.cursor.sentence
        here = self._peeks.get(block, frozenset())
        if WHOLE_BLOCK in here:
            self._set_peeks(block, frozenset())
        elif sentence in here:
            self._set_peeks(block, frozenset({WHOLE_BLOCK}))
            self._order.append(Cursor(block, WHOLE_BLOCK))
        else:
            self._set_peeks(block, here | {sentence})
            self._order.append(Cursor(block, sentence))
        if self.unfolded(block):
            self._show_unfolded()

    def lend(self, cursor: Cursor | None) -> None:
        """Unfold the other language under a sentence until another is lent, or None; what the reader unfolded stays."""
        before = self._lent
        if cursor != before:

            def change() -> None:
                self._lent = cursor

            self.relay({each.block for each in (before, cursor) if each is not None}, change)

    def _show_unfolded(self) -> None:
        """Where nothing of what was unfolded would be seen: this once, the page moves to show it.

        That is where the sentence ends on the last row of the screen or below it. The page moves until all is seen, or
        the sentence's first line stands on the first row, or at least until one line of the other language is seen.
        A paragraph that is unfolded under a later sentence moves nothing.
        """
        block, shown = self.cursor.block, self.window.rows()
        laid = self.block(block)
        own = {number for number, row in enumerate(laid.rows) if row.pieces and row.pieces[0].voice is laid.primary}
        first, last = laid.rows_of(self.cursor.sentence)
        unfolded = list(takewhile(lambda number: number not in own, range(last + 1, len(laid.rows))))
        bottom = shown[-1]
        if not unfolded or bottom is None or bottom[0] != block or bottom[1] >= unfolded[0]:
            return
        least, most = unfolded[0] - bottom[1], unfolded[-1] - bottom[1]
        room = next(at for at, spot in enumerate(shown) if spot is not None and (block, first) <= spot <= (block, last))
        self.window.scroll(min(most, max(room, least)))

    def fold(self) -> bool:
        """Fold what was unfolded last; whether there was anything."""
        while self._order:
            last = self._order.pop()
            here = self._peeks.get(last.block, frozenset())
            if last.sentence in here:
                self._set_peeks(last.block, here - {last.sentence})
                return True
        return False

    def _set_peeks(self, block: int, peeked: frozenset[int]) -> None:
        def change() -> None:
            if peeked:
                self._peeks[block] = peeked
            else:
                self._peeks.pop(block, None)

        self.relay([block], change)

    def peeked(self) -> bool:
        """Whether anything is unfolded."""
        return bool(self._peeks) or self._lent is not None

    def peeked_whole(self) -> bool:
        """Whether the whole paragraph under the cursor is unfolded."""
        return WHOLE_BLOCK in self._peeks.get(self.cursor.block, ())

"""Which rows of a document stand on the screen: moving by rows without ever counting those that are far."""

from __future__ import annotations

from collections.abc import Callable

Spot = tuple[int, int]
"""A row of the document: the block's number and the row's number in it."""


class Window:
    """A screen's height of rows, from ``top`` on, with ``pad`` empty rows above the first one.

    Heights are asked for only around the window, so a step costs the same in 1 kB and in 10 MB. Empty rows stand
    above the document only where a line could not be kept in its place otherwise.
    """

    def __init__(self, blocks: int, rows_of: Callable[[int], int]) -> None:
        self._blocks = blocks
        self._rows_of = rows_of
        self.height = 1
        self.top: Spot = (0, 0)
        self.pad = 0

    def forward(self, spot: Spot, rows: int) -> tuple[Spot, int]:
        """The row ``rows`` further on, or the document's last; and how many rows there were to go on."""
        (block, row), left = spot, rows
        while left > (room := max(0, self._rows_of(block) - 1 - row)):
            after = self._beside(block, 1)
            if after is None:
                return (block, row + room), rows - left + room
            left -= room + 1
            block, row = after, 0
        return (block, row + left), rows

    def back(self, spot: Spot, rows: int) -> tuple[Spot, int]:
        """The row ``rows`` before, or the document's first; and how many rows there were to go back."""
        (block, row), left = spot, rows
        while left > row:
            before = self._beside(block, -1)
            if before is None:
                return (block, 0), rows - left + row
            left -= row + 1
            block, row = before, self._rows_of(before) - 1
        return (block, row - left), rows

    def _beside(self, block: int, by: int) -> int | None:
        """The next block in a direction that has rows; None where there is none."""
        block += by
        while 0 <= block < self._blocks and self._rows_of(block) == 0:
            block += by
        return block if 0 <= block < self._blocks else None

    def rows(self) -> list[Spot | None]:
        """What stands on each row of the screen; None where it is empty."""
        shown: list[Spot | None] = [None] * min(self.pad, self.height)
        block, row = self.top
        while len(shown) < self.height and block < self._blocks:
            count = self._rows_of(block)
            shown.extend((block, number) for number in range(row, min(count, row + self.height - len(shown))))
            block, row = block + 1, 0
        shown.extend([None] * (self.height - len(shown)))
        return shown

    def place(self, spot: Spot, at: int) -> None:
        """Put a row of the document on row ``at`` of the screen, exactly."""
        if at < 0:
            self.top, _ = self.forward(spot, -at)
            self.pad = 0
            return
        self.top, went = self.back(spot, at)
        self.pad = at - went

    def row_of(self, spot: Spot) -> int | None:
        """The row of the screen on which a row of the document stands, if it does."""
        if spot < self.top:
            return None
        try:
            return self.rows().index(spot)
        except ValueError:
            return None

    def last_top(self) -> Spot:
        """The top row when the document's last row stands on the last row of the screen."""
        last = self._beside(self._blocks, -1) or 0
        return self.back((last, max(0, self._rows_of(last) - 1)), self.height - 1)[0]

    def scroll(self, rows: int) -> int:
        """Move down (or up, for a negative number) by rows, at most to either end; how many rows it moved."""
        if rows < 0:
            self.top, went = self.back(self.top, -rows)
            return -went
        used = min(rows, self.pad) if self.top < self.last_top() or self.pad else 0
        self.pad -= used
        limit = self.last_top()
        if self.top >= limit:
            return used
        goal, went = self.forward(self.top, rows - used)
        if goal > limit:
            start, self.top = self.top, limit
            return used + self._distance(start, limit)
        self.top = goal
        return used + went

    def _distance(self, start: Spot, end: Spot) -> int:
        (block, row), count = start, 0
        while block < end[0]:
            count += self._rows_of(block) - row
            block, row = block + 1, 0
        return count + end[1] - row

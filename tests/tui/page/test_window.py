"""Which rows are on the screen, against a list of all rows."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.tui.page.window import Spot, Window

HEIGHTS = st.lists(st.integers(0, 7), min_size=1, max_size=9).filter(any)


def spots(heights: list[int]) -> list[Spot]:
    return [(block, row) for block, count in enumerate(heights) for row in range(count)]


@given(HEIGHTS, st.data(), st.integers(0, 40))
def test_forward_and_back_count_the_rows_between(heights: list[int], data: st.DataObject, rows: int) -> None:
    window = Window(len(heights), heights.__getitem__)
    every = spots(heights)
    at = data.draw(st.integers(0, len(every) - 1))
    there = min(at + rows, len(every) - 1)
    assert window.forward(every[at], rows) == (every[there], there - at)
    there = max(at - rows, 0)
    assert window.back(every[at], rows) == (every[there], at - there)


@given(HEIGHTS, st.data(), st.integers(1, 12), st.integers(-9, 14))
def test_a_row_is_placed_exactly(heights: list[int], data: st.DataObject, height: int, at: int) -> None:
    every = spots(heights)
    number = data.draw(st.integers(0, len(every) - 1))
    assume(at >= 0 or number - at < len(every))  # above the screen: something must be left to show
    window = Window(len(heights), heights.__getitem__)
    window.height = height
    window.place(every[number], at)
    shown = window.rows()
    assert len(shown) == height
    for y in range(height):
        wanted = number - at + y
        assert shown[y] == (every[wanted] if 0 <= wanted < len(every) else None)
    assert window.row_of(every[number]) == (at if 0 <= at < height else None)


class Scrolling(RuleBasedStateMachine):
    """A window and the number of its first row in a plain list of rows; padded rows have negative numbers."""

    @initialize(heights=HEIGHTS, height=st.integers(1, 12))
    def begin(self, heights: list[int], height: int) -> None:
        self.every = spots(heights)
        self.window = Window(len(heights), heights.__getitem__)
        self.window.height = height
        self.window.top = self.every[0]
        self.first = 0

    @property
    def limit(self) -> int:
        return max(0, len(self.every) - self.window.height)

    @rule(number=st.integers(0, 80), at=st.integers(0, 11))
    def place(self, number: int, at: int) -> None:
        number = number % len(self.every)
        at = min(at, self.window.height - 1)
        self.window.place(self.every[number], at)
        self.first = number - at

    @rule(rows=st.integers(1, 30))
    def down(self, rows: int) -> None:
        goal = max(self.first, min(self.first + rows, self.limit))
        assert self.window.scroll(rows) == goal - self.first
        self.first = goal

    @precondition(lambda self: self.first >= 0)
    @rule(rows=st.integers(1, 30))
    def up(self, rows: int) -> None:
        goal = max(0, self.first - rows)
        assert self.window.scroll(-rows) == goal - self.first
        self.first = goal

    @rule(rows=st.integers(1, 30))
    def up_with_empty_rows_above_moves_nothing(self, rows: int) -> None:
        if self.first < 0:
            assert self.window.scroll(-rows) == 0

    @invariant()
    def shows(self) -> None:
        wanted = [
            self.every[number] if 0 <= number < len(self.every) else None
            for number in range(self.first, self.first + self.window.height)
        ]
        assert self.window.rows() == wanted
        for number, spot in enumerate(self.every):
            row = number - self.first
            assert self.window.row_of(spot) == (row if 0 <= row < self.window.height else None)

    @invariant()
    def knows_the_end(self) -> None:
        assert self.window.last_top() == self.every[self.limit]


TestScrolling = Scrolling.TestCase


def test_moving_asks_for_heights_near_the_window_only() -> None:
    asked: set[int] = set()

    def height(block: int) -> int:
        asked.add(block)
        return 5

    window = Window(1_000_000, height)
    window.height = 20
    window.place((500_000, 2), 7)
    window.scroll(10)
    window.scroll(-10)
    window.row_of((500_000, 2))
    window.rows()
    near = {block for block in asked if abs(block - 500_000) < 20}
    end = {block for block in asked if block >= 999_990}
    assert asked == near | end


def test_a_document_without_a_row_shows_nothing_and_moves_nowhere() -> None:
    none = Window(1, lambda _block: 0)
    none.height = 4
    assert none.rows() == [None] * 4
    assert none.scroll(3) == 0
    assert none.scroll(-3) == 0

"""Selecting in the text by mouse: dragging, a double click for the word, a third for the sentence."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from reader.tui.geometry import MARGIN
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.selecting import Selecting
from reader.tui.page.selection import Selection
from reader.tui.plain import is_plain

_SCROLL = 1 / 15
"""Seconds between two rows while the mouse is held above or below the text."""


class SelectionChanged(Message):
    """The mouse selected something, or put a selection away."""


class Dragging(Widget):
    """What has to do with selecting by mouse; a part of the text pane."""

    ALLOW_SELECT = False  # Textual's own selection knows nothing of two languages, and would be drawn over ours

    page: Page | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._held: tuple[int, int] | None = None
        """Where the button was pressed: a cell of the text, and a row of the pane."""
        self._dragged = False
        self._pointer = (0, 0)
        self._scrolling: Timer | None = None

    @property
    def margin_cells(self) -> int:
        """Cells left of the text; none where its signs are told in words."""
        return 0 if is_plain(self) else MARGIN

    def _left(self) -> int:
        raise NotImplementedError

    def redraw(self, *, moved: bool = True) -> None:
        """Draw again."""
        raise NotImplementedError

    def _cell(self, event: events.MouseEvent) -> tuple[int, int]:
        """A cell of the text and a row of the pane, also where the mouse is outside it."""
        region = self.content_region
        return event.screen_offset.x - region.x - self._left() - self.margin_cells, event.screen_offset.y - region.y

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Perhaps the beginning of a selection."""
        self._dragged = False
        if self.page is None or event.button != 1 or event.get_content_offset(self) is None:
            return
        if event.screen_offset.x - self.content_region.x < self.size.width - 1:  # not on the scroll bar
            self._held = self._cell(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The moving end goes with the mouse."""
        if self._held is None or self.page is None:
            return
        cell = self._cell(event)
        if not self._dragged:
            if cell == self._held:
                return
            begin = Selecting(self.page).at(*self._held)
            if begin is None:
                return
            self._dragged = True
            self.page.selection = Selection(begin[0], begin[1], begin[1])
            self.post_message(SelectionChanged())
        self._pointer = cell
        outside = not 0 <= cell[1] < self.size.height
        if outside and self._scrolling is None:
            self._scrolling = self.set_interval(_SCROLL, self._scroll_on)
        elif not outside:
            self._stop_scrolling()
        self._drag()

    def _drag(self) -> None:
        page = self.page
        selection = page.selection if page is not None else None
        if page is None or selection is None:
            return
        x, y = self._pointer
        found = Selecting(page).at(x, y, selection.voice)
        if found is not None and found[1] != selection.head:
            page.selection = Selection(selection.voice, selection.anchor, found[1])
            page.cursor = Cursor(found[1].block, found[1].sentence)
            self.redraw()

    def _scroll_on(self) -> None:
        """While the mouse is held outside, the text comes to it."""
        if self.page is not None:
            down = self._pointer[1] >= self.size.height
            self.page.window.scroll(1 if down else -1)
            self.redraw()
            self._drag()

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The selection stays as it is."""
        if self._held is not None:
            self._held = None
            self.release_mouse()
            self._stop_scrolling()

    def select_at(self, x: int, y: int, *, sentence: bool) -> None:
        """Select the word, or the sentence, at a cell of the text."""
        page = self.page
        assert page is not None
        select = Selecting(page)
        found = select.at(x, y)
        if found is not None:
            voice, point = found
            cursor = Cursor(point.block, point.sentence)
            page.selection = select.whole(voice, cursor) if sentence else select.word(voice, point)
            page.cursor = cursor
            self.post_message(SelectionChanged())
            self.redraw()

    def put_selection_away(self) -> None:
        """Select nothing any more."""
        if self.page is not None and self.page.selection is not None:
            self.page.selection = None
            self.post_message(SelectionChanged())

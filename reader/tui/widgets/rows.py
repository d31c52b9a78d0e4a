"""A list of rows drawn line by line: as quick with 100,000 of them as with ten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from articles.cleaning import mask
from reader.tui.commands import Scope, bindings
from reader.tui.page.cells import width_of
from reader.tui.plain import is_plain, said_by
from reader.tui.widgets.ink import Ink


@dataclass(frozen=True, slots=True)
class ListRow:
    """What one row shows.

    Attributes:
        text: Clean text, cut with "…" where it is too wide.
        right: Clean text at the right edge, never cut.
        style: The name of the ink the row is written in; "" for none.
        sign: One cell before the text.
        sign_ink: The name of the ink the sign is written in; "" for that of the row.
        heading: A heading or note: the cursor passes over it.
        marked: Ranges of the text that are written apart, as a mention in its sentence; in order, none in another.
    """

    text: str
    right: str = ""
    style: str = ""
    sign: str = " "
    sign_ink: str = ""
    heading: bool = False
    marked: tuple[tuple[int, int], ...] = ()


def _in_words(row: ListRow) -> ListRow:
    """The same row, what stands before it and at its right edge said behind it."""
    said = ", ".join(filter(None, (row.text.strip(), said_by(row.sign), row.right.strip())))
    return replace(row, text=said, right="", sign="")


class RowList(Widget, can_focus=True):
    """A list with a cursor. What its rows are is the business of those that build on it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.LIST)]

    lines = 1
    """Lines of the screen that each row takes."""

    class Chosen(Message):
        """A row was chosen by Enter or by a click."""

        def __init__(self, rows: RowList, number: int) -> None:
            super().__init__()
            self.rows = rows
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.cursor = 0
        self.top = 0
        self._held = 0  # how far down the list may begin though its last rows would fit further up
        self._ink = Ink(self.app)
        self._ground: Style | None = None

    def count(self) -> int:
        """How many rows there are."""
        return 0

    def row(self, number: int) -> ListRow:
        """What a row shows; asked for the visible ones only."""
        raise IndexError(number)

    def line(self, number: int, part: int) -> ListRow:
        """What one line of a row shows, from 0; asked for the visible ones only."""
        return self.row(number)

    def empty_text(self) -> str:
        """What is said where there are no rows."""
        return ""

    @property
    def fits(self) -> int:
        """How many rows are seen whole."""
        return max(1, self.size.height // self.lines)

    # Drawing

    def notify_style_update(self) -> None:
        """Textual's word that colours changed."""
        super().notify_style_update()
        self._ground = None

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        if self._ground is None:
            self._ground = self.rich_style
        width, base = self.size.width, self._ground
        number, part = self.top + y // self.lines, y % self.lines
        if number >= self.count():
            text = self.empty_text() if y == 0 and not self.count() else ""
            return Strip([Segment(set_cell_size(text, width), base)], width)
        row = self.line(number, part)
        if is_plain(self):
            row = _in_words(row)
        style = base + self._ink("quiet") if row.heading else base
        if row.style and (row.style != "quiet" or number != self.cursor):
            style = style + self._ink(row.style)
        if number == self.cursor and not row.heading:
            style = style + self._ink("row" if self.has_focus else "row-blurred")
        right = f" {mask(row.right)}" if row.right else ""
        room = max(0, width - len(row.sign) - width_of(right) - 1)
        text = mask(row.text)
        if width_of(text) > room:
            text = set_cell_size(text, max(0, room - 1)).rstrip() + "…" if room else ""
        segments = [
            *self._text_of(row, text, room, style),
            # On the cursor's ground the quiet colour would be too pale to read.
            Segment(right, style if row.heading or number == self.cursor else style + self._ink("quiet")),
            Segment(" ", style),
        ]
        used = len(row.sign) + room + width_of(right) + 1
        return Strip(segments if used == width else Segment.adjust_line_length(segments, width, base), width)

    def _text_of(self, row: ListRow, text: str, room: int, style: Style) -> list[Segment]:
        sign = self._ground + self._ink("quiet") if row.heading and self._ground is not None else style
        if row.sign_ink:
            sign = style + self._ink(row.sign_ink)
        segments, at = [Segment(row.sign, sign)], 0
        apart = style + self._ink("named") if row.marked else style
        for start, end in row.marked:
            if at <= start < min(end, len(text)):
                segments += [Segment(text[at:start], style), Segment(text[start:end], apart)]
                at = min(end, len(text))
        rest = max(0, room - width_of(text[:at]))
        return [*segments, Segment(set_cell_size(text[at:], rest), style)]

    def point(self) -> tuple[int, int] | None:
        """Where the row under the cursor begins."""
        y = (self.cursor - self.top) * self.lines
        return (0, y) if self.count() and 0 <= y < self.size.height else None

    # Moving

    def changed(self) -> None:
        """Draw again after the rows changed; the cursor stays within them."""
        self.cursor = self._selectable(min(self.cursor, max(0, self.count() - 1)), 1)
        self._show_cursor()
        self.refresh()

    def _selectable(self, number: int, by: int) -> int:
        """The nearest row from ``number`` on that is no heading; the other way where there is none."""
        count = self.count()
        for step in (1, -1) if by >= 0 else (-1, 1):
            at = number
            while 0 <= at < count:
                if not self.row(at).heading:
                    return at
                at += step
        return 0

    def _show_cursor(self) -> None:
        height = self.fits
        top = self.top
        if self.cursor <= top:
            top = self.cursor
            while top > 0 and self.row(top - 1).heading:  # a heading above the first row is shown with it
                top -= 1
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        self._begin_at(top)

    def hold_at(self, top: int) -> None:
        """Begin the list at a row, with room left below its last one if need be; going up gives that up."""
        self._held = min(max(0, top), max(0, self.count() - 1))
        self._begin_at(self._held)

    def _begin_at(self, top: int) -> None:
        self.top = max(0, min(top, max(self.count() - self.fits, self._held)))
        self._held = min(self._held, self.top)

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a row, or on the next that is no heading."""
        if self.count():
            self.cursor = self._selectable(min(max(0, number), self.count() - 1), by)
            self._show_cursor()
            self.refresh()

    def action_cursor_by(self, by: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + by, by)

    def action_cursor_page(self, by: int) -> None:
        """Move the cursor by pages."""
        self.move_to(self.cursor + by * max(1, self.fits - 1), by)

    def action_cursor_to(self, number: int) -> None:
        """Put the cursor on a row counted from the start, or, for -1, on the last."""
        self.move_to(number if number >= 0 else self.count() - 1, 1 if number >= 0 else -1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.count() and not self.row(self.cursor).heading:
            self.post_message(self.Chosen(self, self.cursor))

    # Size, focus and mouse

    def on_resize(self) -> None:
        """The pane has another size: it is filled, with no room left below the last row."""
        self._held = 0
        self._show_cursor()
        self.refresh()

    def on_focus(self) -> None:
        """The cursor is drawn brighter."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn paler."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked."""
        event.stop()
        at = event.get_content_offset(self)
        number = self.top + at.y // self.lines if at is not None else self.count()
        if number < self.count() and self.row(number).heading:
            self.heading_clicked(number)
        elif number < self.count():
            self.cursor = number
            self.refresh()
            self.action_choose()

    def heading_clicked(self, number: int) -> None:
        """A row that cannot be chosen was clicked."""

    def _scroll(self, by: int) -> None:
        self._begin_at(self.top + by)
        self.refresh()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-3)


class MovingRows(RowList):
    """A list that tells which row its cursor is on, for what is shown beside it."""

    class Moved(Message):
        """The cursor is on another row, or the row shows something else."""

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a row."""
        super().move_to(number, by)
        self.post_message(self.Moved())

    def changed(self) -> None:
        """Draw again after the rows changed."""
        super().changed()
        self.post_message(self.Moved())

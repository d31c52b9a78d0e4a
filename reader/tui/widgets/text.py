"""The text pane: a page drawn row by row, with its margin, marks and scroll bar."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.tui.commands import Scope, bindings
from reader.tui.page.find import Matches
from reader.tui.page.layout import Layout
from reader.tui.page.marks import Marks
from reader.tui.page.page import Page
from reader.tui.page.walking import Lit, Walk, Word
from reader.tui.page.window import Spot
from reader.tui.plain import is_plain, point_of
from reader.tui.widgets.dragging import Dragging
from reader.tui.widgets.ink import Ink
from reader.tui.widgets.painter import Painter

_WHEEL = 3
_BETWEEN_COLUMNS = 3


class TextView(Dragging, can_focus=True):
    """Shows a ``Page``; moves its cursor by key and mouse."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.TEXT)]

    class Moved(Message):
        """The cursor or the window moved."""

    class PeekAsked(Message):
        """The sentence under the cursor is to be peeked at."""

    class Pointed(Message):
        """A word was clicked."""

        def __init__(self, word: Word) -> None:
            super().__init__()
            self.word = word

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.page: Page | None = None
        self.marks = Marks()
        self.matches = Matches()
        self.lit: Lit | None = None
        self.measure = 72
        self.wheeled = False
        """Whether it was the wheel that moved the text; whoever looks at that takes it back."""
        self._rows: list[Spot | None] | None = None
        self._begin: tuple[int, int] | None = None
        self._ink = Ink(self.app)
        self._ground: Style | None = None
        self._seen: tuple[float, float] | None = None
        self._drawn: Size | None = None
        self._y: int | None = None

    # What it shows

    def show(self, page: Page, offset: int, at: int) -> None:
        """Show a page from a place in its article."""
        self.page = page
        self.marks, self.matches, self.lit = Marks(), Matches(), None
        self._begin = offset, at
        self._fit()
        self.redraw()

    @property
    def ready(self) -> bool:
        """Whether a page is shown and laid out, which it is once the pane has a size."""
        return self.page is not None and self._begin is None

    def redraw(self, *, moved: bool = True) -> None:
        """Draw again after the page, the marks or the matches changed."""
        self._rows = self._seen = None
        if moved:
            # Told the screen itself, and first: what it changes elsewhere is then drawn together with the text. Passed
            # up from parent to parent it came after, and was drawn a frame later, 25 ms after the text.
            self.screen.post_message(self.Moved())
        self.refresh()

    def set_measure(self, measure: int) -> None:
        """Choose the widest the text may be, in cells."""
        self.measure = measure
        self._fit()
        self.redraw()

    @property
    def shown_measure(self) -> int:
        """The cells that a line of text may take as things are: the measure, or what there is room for."""
        if self.page is None:
            return self.measure
        columns = self.page.layout is Layout.SIDE_BY_SIDE
        return (self.page.width - _BETWEEN_COLUMNS) // 2 if columns else self.page.width

    def set_layout(self, layout: Layout) -> None:
        """Change the layout without moving the line being read."""
        if self.page is not None:
            self.page.set_layout(layout)
            self._fit()
            self.redraw()

    def visible_blocks(self) -> tuple[int, int]:
        """The first and the last block on the screen."""
        shown = [spot[0] for spot in self._shown() if spot is not None]
        return (shown[0], shown[-1]) if shown else (0, 0)

    def _fit(self, shift: int = 0) -> None:
        if self.page is None or not self.size.width:
            return
        room = max(1, self.size.width - self.margin_cells - 1)
        columns = 2 * self.measure + _BETWEEN_COLUMNS
        widest = columns if self.page.layout is Layout.SIDE_BY_SIDE else self.measure
        self.page.resize(min(room, widest), self.size.height, shift)
        if self._begin is not None:  # only now is it known how the text lies
            self.page.restore(*self._begin)
            self._begin = self._rows = None

    def _shown(self) -> list[Spot | None]:
        if self._rows is None:
            self._rows = self.page.window.rows() if self.page is not None and self.ready else []
        return self._rows

    def _left(self) -> int:
        assert self.page is not None
        return max(0, (self.size.width - 1 - self.margin_cells - self.page.width) // 2) if not is_plain(self) else 0

    # Drawing

    def notify_style_update(self) -> None:
        """Textual's word that colours changed."""
        super().notify_style_update()
        self._ground = None

    def render_line(self, y: int) -> Strip:
        """One row of cells: the text, and in the last cell the scroll bar."""
        width = self.size.width
        if self._ground is None:
            self._ground = self.rich_style
        if self._drawn != self.size:
            self._follow()  # a picture at a new size comes before the word of it
        if self.page is None or not width or not self.ready:
            return Strip([Segment(" " * width, self._ground)], width)
        rows = self._shown()
        painter = Painter(
            self.page, self.marks, self.matches, self._ground, self._ink, self.lit, margin=self.margin_cells
        )
        segments = painter.paint(rows[y] if y < len(rows) else None, self._left(), width - 1)
        segments.append(Segment(*self._scroll_cell(y)))
        return Strip(segments, width)

    def _scroll_cell(self, y: int) -> tuple[str, Style]:
        height = self.size.height
        assert self.page is not None
        assert self._ground is not None
        if self._seen is None:
            self._seen = self.page.seen()
        start, end = self._seen
        if (start <= 0.0 and end >= 1.0) or is_plain(self):
            return " ", self._ground
        top = min(height - 1, int(start * height))
        thumb = top <= y <= max(top, int(end * height) - 1)
        return "┃" if thumb else "│", self._ground + self._ink("thumb" if thumb else "track")

    def point(self) -> tuple[int, int] | None:
        """Where the sentence being read begins, or the word that is looked at."""
        at = point_of(self.page, self._shown(), self.lit) if self.page is not None and self.ready else None
        return None if at is None else (at[0] + self._left() + self.margin_cells, at[1])

    # Size and mouse

    def on_resize(self) -> None:
        """The pane has another size: the line being read stays, also where the frame above it goes or comes."""
        if self._drawn != self.size:
            self._follow()
            self.redraw()
        else:
            self.screen.post_message(self.Moved())  # it was drawn at this size already

    def _follow(self) -> None:
        """Lay the page out for the size that the pane has now."""
        y = self.content_region.y
        self._fit(shift=0 if self._y is None else self._y - y)
        self._drawn, self._y = self.size, y
        self._rows = self._seen = None

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.wheeled = True
        self.action_scroll_by(_WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.wheeled = True
        self.action_scroll_by(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence clicked; again, select the word, then the sentence; the scroll bar jumps."""
        if self.page is None or self._dragged:
            return
        event.stop()
        at = event.get_content_offset(self)
        if at is None:
            return
        if at.x >= self.size.width - 1:
            share = at.y / max(1, self.size.height - 1)
            self.page.restore(int(share * (len(self.page.document.article.body) - 1)), 0)
            self.redraw()
            return
        x = at.x - self._left() - self.margin_cells
        cursor = self.page.at(x, at.y)
        if cursor is None:
            return
        if self.lit is not None and (word := Walk(self.page).under(x, at.y)) is not None:
            self.post_message(self.Pointed(word))
            return
        if event.chain > 1:
            self.select_at(x, at.y, sentence=event.chain > 2)
            return
        self.put_selection_away()
        self.page.cursor = cursor
        self.redraw()

    # Actions

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        if self.page is not None:
            self.page.scroll(rows)
            self.redraw()

    def action_page(self, by: int) -> None:
        """Scroll by a page less two rows."""
        self.action_scroll_by(by * max(1, self.size.height - 2))

    def action_half(self, by: int) -> None:
        """Scroll by half a page."""
        self.action_scroll_by(by * max(1, self.size.height // 2))

    def action_top(self) -> None:
        """Go to the title."""
        if self.page is not None:
            self.page.to_start()
            self.redraw()

    def action_bottom(self) -> None:
        """Go to the last sentence."""
        if self.page is not None:
            self.page.to_end()
            self.redraw()

    def action_peek(self) -> None:
        """Ask for the English of the sentence under the cursor."""
        if self.page is not None:
            self.post_message(self.PeekAsked())

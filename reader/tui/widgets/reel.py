"""Lines of text that are scrolled: only what is seen is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget

from articles.cleaning import mask
from reader.tui.widgets.ink import Ink
from reader.tui.wordcard import Line


class Reel(Widget, can_focus=True):
    """Shows lines that are made for its width.

    Args:
        lay: Gives the lines for a width in cells.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_by(1)", show=False),
        Binding("k,up", "scroll_by(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "scroll_by(-1000000)", show=False),
        Binding("G,end", "scroll_by(1000000)", show=False),
    ]

    def __init__(self, lay: Callable[[int], Sequence[Line]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lay = lay
        self._lines: Sequence[Line] = ()
        self._width = 0
        self._top = 0
        self._ink = Ink(self.app)
        self._ground: Style | None = None

    def notify_style_update(self) -> None:
        """Textual's word that colours changed."""
        super().notify_style_update()
        self._ground = None

    def again(self) -> None:
        """What is shown changed: lay it out anew."""
        self._width = 0
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        width = self.size.width
        if self._ground is None:
            self._ground = self.rich_style
        if self._width != width:
            self._lines, self._width = self._lay(max(8, width)), width
            self._top = min(self._top, self._last_top())
        at = self._top + y
        parts = self._lines[at] if at < len(self._lines) else ()
        segments = [Segment(mask(text), self._ground + self._ink(ink)) for text, ink in parts]
        return Strip(Segment.adjust_line_length(segments, width, self._ground), width)

    def _last_top(self) -> int:
        return max(0, len(self._lines) - self.size.height)

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self._top = min(max(0, self._top + rows), self._last_top())
        self.refresh()

    def action_page(self, by: int) -> None:
        """Scroll by a page less one row."""
        self.action_scroll_by(by * max(1, self.size.height - 1))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_scroll_by(3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_scroll_by(-3)

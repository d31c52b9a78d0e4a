"""Choosing a theme from a list, each shown while the cursor is on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from reader.i18n import _
from reader.tui.themes import title_of
from reader.tui.widgets.rows import ListRow, RowList


class ThemeRows(RowList):
    """The themes by name; the one under the cursor is shown."""

    def __init__(self, names: Sequence[str], now: str) -> None:
        super().__init__(id="theme-rows")
        self._names = names
        self._now = now
        self.cursor = names.index(now) if now in names else 0

    def count(self) -> int:
        """How many themes there are."""
        return len(self._names)

    def row(self, number: int) -> ListRow:
        """A theme, with a sign at the one that was there before."""
        name = self._names[number]
        title = title_of(name)
        return ListRow(title, "" if title == name else name, sign="▸" if name == self._now else " ")

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a theme, and show it."""
        super().move_to(number, by)
        if self.app.theme != self._names[self.cursor]:
            self.app.theme = self._names[self.cursor]


class ThemesScreen(ModalScreen[str | None]):
    """Gives the theme that was chosen; None where the reader gives up.

    Args:
        names: The themes in order.
        now: The one that is shown now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False, priority=True)]

    def __init__(self, names: Sequence[str], now: str) -> None:
        super().__init__()
        self.rows = ThemeRows(names, now)

    def compose(self) -> ComposeResult:
        """The list in a frame at the side, so that the text is seen in each theme."""
        with Vertical(id="themes") as frame:
            frame.border_title = Content(_("Theme"))
            frame.border_subtitle = Content(_("⏎ take · Esc as before"))
            yield self.rows

    def on_mount(self) -> None:
        """Keys go to the rows."""
        self.rows.focus()
        self.rows.call_after_refresh(self.rows.changed)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self.app.theme)

    def action_leave(self) -> None:
        """As it was before."""
        self.dismiss(None)

"""The menu of views: what there is in the library, with how many articles each part has."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from articles.cleaning import clean_line, mask
from articles.folding import fold
from reader.i18n import _
from reader.tui.listing.menu import Entry, Section, plain
from reader.tui.listing.views import View
from reader.tui.widgets.rows import ListRow, RowList
from reader.tui.widgets.shelved import UNREAD, grouped_number


class ViewRows(RowList):
    """The views, by section."""

    def __init__(self, view: View) -> None:
        super().__init__(id="view-rows")
        self._view = view
        self._sections = {0: plain()}
        self._wanted = ""
        self._rows: list[ListRow | Entry] = []
        self._moved = False
        self._lay()

    def take(self, section: Section) -> None:
        """Take in a section that was counted; the cursor stays on its view, or goes to the one that is shown."""
        here = self.entry_at(self.cursor)
        wanted = here.view if here is not None and self._moved else self._view
        self._sections[section.place] = section
        self._lay()
        self._to(wanted)

    def narrow(self, wanted: str) -> None:
        """Show the views that have some words in their name; all for ""."""
        self._wanted = fold(wanted)
        self._lay()
        self.cursor = self.top = 0
        self.changed()

    def _lay(self) -> None:
        self._rows = []
        for _place, section in sorted(self._sections.items()):
            entries = [entry for entry in section.entries if self._wanted in fold(entry.view.name)]
            if entries and section.title:
                self._rows.append(ListRow(section.title, heading=True))
            self._rows += entries

    def _to(self, view: View) -> None:
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.view.query == view.query:
                self.cursor = number
        self.changed()

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a row."""
        self._moved = True
        super().move_to(number, by)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def entry_at(self, number: int) -> Entry | None:
        """The view in a row; None for a heading."""
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def row(self, number: int) -> ListRow:
        """A view, a sign at the one that is shown, and its count: of unread ones where there are any."""
        row = self._rows[number]
        if isinstance(row, ListRow):
            return row
        sign = "▸" if row.view.query == self._view.query else " "
        right = "" if row.count is None else grouped_number(row.count)
        if row.unread:
            right = f"{UNREAD} {grouped_number(row.unread)} / {right}"
        return ListRow(clean_line(row.view.name, 80), right, "bold" if row.unread else "", sign)

    def empty_text(self) -> str:
        """What is said where no view has the words."""
        return _("no view is called so")


class ViewsScreen(ModalScreen[View | None]):
    """Gives the view that was chosen; None where the reader gives up.

    Args:
        view: The one that is shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("slash", "narrow", show=False),
    ]

    def __init__(self, view: View) -> None:
        super().__init__()
        self.rows = ViewRows(view)
        self.line = Input(placeholder=_("part of a name"), id="view-line", select_on_focus=False)

    def compose(self) -> ComposeResult:
        """The views in a frame that lies where the library is, and a line to narrow them down."""
        with Vertical(id="views") as frame:
            frame.border_title = Content(_("Views"))
            frame.border_subtitle = Content(_("⏎ show · / narrow · Esc"))
            yield self.line
            yield self.rows

    def on_mount(self) -> None:
        """Keys go to the rows."""
        self.line.display = False
        self.rows.focus()

    def take(self, section: Section) -> None:
        """Take in a section that was counted."""
        if self.is_attached:
            self.rows.take(section)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        entry = self.rows.entry_at(event.number)
        if entry is not None:
            self.dismiss(entry.view)

    def action_narrow(self) -> None:
        """Open the line that narrows the views down."""
        self.line.display = True
        self.line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.rows.narrow(mask(event.value))

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        """The first of those that are left, where it is the only one; else they are gone through."""
        event.stop()
        self.rows.focus()
        views = [number for number in range(self.rows.count()) if self.rows.entry_at(number) is not None]
        if len(views) == 1:
            self.rows.move_to(views[0])
            self.rows.action_choose()

    def action_leave(self) -> None:
        """Show all views again where they were narrowed down; else give up."""
        if self.line.display:
            self.line.value = ""
            self.line.display = False
            self.rows.focus()
        else:
            self.dismiss(None)

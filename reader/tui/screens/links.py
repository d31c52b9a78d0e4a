"""The dialog of a sentence's links: where they lead, whole, and what to do with one."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.i18n import _
from reader.tui.page.links import Link
from reader.tui.widgets.rows import ListRow, RowList


class Do(enum.Enum):
    """What to do with a link."""

    BROWSE = enum.auto()
    COPY = enum.auto()
    ADD = enum.auto()
    ADD_ELSE = enum.auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done, and with which link."""

    do: Do
    link: Link


class LinkRows(RowList):
    """The links, one a row."""

    class Moved(Message):
        """Another link is under the cursor."""

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__(id="links-rows")
        self._links = links

    def count(self) -> int:
        """How many links there are."""
        return len(self._links)

    def row(self, number: int) -> ListRow:
        """The words that are the link."""
        return ListRow(self._links[number].text)

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a row."""
        super().move_to(number, by)
        self.post_message(self.Moved())


class LinksScreen(ModalScreen[Asked | None]):
    """Gives what is to be done with a link; None where the reader leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False, priority=True),
        Binding("y", "give('COPY')", show=False, priority=True),
        Binding("a", "give('ADD')", show=False, priority=True),
        Binding("o", "give('ADD_ELSE')", show=False, priority=True),
    ]

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = links
        self._rows = LinkRows(links)
        self._address = Static(id="links-address", markup=False)

    def compose(self) -> ComposeResult:
        """The address of the link under the cursor, and the links."""
        with Vertical(id="ask") as frame:
            frame.border_title = Content(_("Links here"))
            keys = _("⏎ browser · y copy · a add to the library · o add something else · Esc")
            yield self._address
            yield self._rows
            yield Static(Content(keys), markup=False)

    def on_mount(self) -> None:
        """As high as the links are many."""
        self._rows.styles.height = min(10, len(self._links))
        self._address.styles.height = "auto"
        self._address.styles.max_height = 8
        self._rows.focus()
        self._tell()

    def _tell(self) -> None:
        link = self._links[self._rows.cursor]
        scheme = link.address.partition(":")[0] or _("no address")
        said = _("goes to {host}").format(host=link.host) if link.host else ""
        if not link.opened:
            said = _("{name}: not opened, only shown").format(name=scheme)
        self._address.update(Content("\n".join(filter(None, [link.address, said]))))

    @on(LinkRows.Moved)
    def _moved(self) -> None:
        self._tell()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(Asked(Do.BROWSE, self._links[event.number]))

    def action_give(self, name: str) -> None:
        """Do this with the link under the cursor."""
        self.dismiss(Asked(Do[name], self._links[self._rows.cursor]))

    def action_leave(self) -> None:
        """Give up."""
        self.dismiss(None)

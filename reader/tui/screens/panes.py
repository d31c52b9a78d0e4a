"""The panes of the reading screen: which are there, which has the focus, what is chosen in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from reader.i18n import _
from reader.tui.commands import Scope
from reader.tui.page.layout import Layout
from reader.tui.widgets.entities import EntitiesPane
from reader.tui.widgets.library import LibraryPane
from reader.tui.widgets.lines import Foot, Head
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import RowList
from reader.tui.widgets.text import TextView


class Panes(Screen[None]):
    """What has to do with panes; mixed into the reading screen."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        # Held here, not looked up: they are needed to the very end, when the tree is already taken down.
        self.head = Head()
        self.library = LibraryPane(id="library")
        self.text = TextView(id="text")
        self.names = EntitiesPane(id="entities")
        self.prompt = Prompt()
        self.foot = Foot(keymap)

    def compose(self) -> ComposeResult:
        """A line, three panes, a line."""
        yield self.head
        with Horizontal(id="panes"):
            yield self.library
            yield self.text
            yield self.names
        yield self.prompt
        yield self.foot

    if TYPE_CHECKING:  # the other parts of the reading screen

        def open_row(self, number: int) -> None:
            """Open the article in a row of the library."""

        def close_finding(self) -> bool:
            """Take away what a search marked; whether it had."""

        def leave_prompt(self) -> None:
            """Close the line that asks where the focus has left it."""

    # Which are there

    def _slides(self, pane: RowList) -> bool:
        """Whether a pane lies over the text at this width instead of beside it."""
        return self.has_class("-narrow") or (self.has_class("-medium") and pane is self.library)

    def on_resize(self, event: events.Resize) -> None:
        """At another width a pane that lay over the text may stand beside it, or the other way round."""
        for pane in (self.library, self.names):
            pane.remove_class("-shown")
        if self.focused in (self.library, self.names):
            self.text.focus()

    def action_pane(self, name: str) -> None:
        """Go to a pane; it comes up if it is not there."""
        if self.has_class("-zen") and name != "text":
            self.remove_class("-zen")
        pane = self.query_one(f"#{name}")
        for other in (self.library, self.names):
            if other is not pane:
                other.remove_class("-shown")
        if isinstance(pane, RowList):
            pane.remove_class("-hidden")
            pane.set_class(self._slides(pane), "-shown")
        pane.focus()

    def action_next_pane(self, by: int) -> None:
        """Go round the panes."""
        order = ["library", "text", "entities"]
        here = self.focused.id if self.focused is not None and self.focused.id in order else "text"
        self.action_pane(order[(order.index(here or "text") + by) % len(order)])

    def action_toggle_entities(self) -> None:
        """The names on or off."""
        if self._slides(self.names) or self.has_class("-zen"):
            if self.names.has_class("-shown"):
                self.close_panes()
            else:
                self.action_pane("entities")
            return
        self.names.toggle_class("-hidden")
        if self.focused is self.names:
            self.text.focus()

    def action_zen(self) -> None:
        """The text alone, or everything again."""
        self.close_panes()
        self.toggle_class("-zen")
        self.text.focus()

    def close_panes(self) -> bool:
        """Put away the panes that lie over the text, and go to the text; whether there was anything to do."""
        shown = [pane for pane in (self.library, self.names) if pane.has_class("-shown")]
        for pane in shown:
            pane.remove_class("-shown")
        moved = isinstance(self.focused, RowList)
        if shown or moved:
            self.text.focus()
        return bool(shown) or moved

    def close_something(self) -> bool:
        """Close one thing: a message, a pane, a peek, a choice, the text alone; whether anything was open."""
        if self.close_panes():
            return True
        page = self.text.page
        if page is not None and page.fold():
            self.text.redraw()
            return True
        if self.close_finding():
            return True
        if self.text.marks.chosen is not None:
            self._choose(None)
            return True
        if self.has_class("-zen"):
            self.remove_class("-zen")
            return True
        return False

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        rows = isinstance(event.widget, RowList)
        self.foot.tell(scope=Scope.LIST if rows else Scope.TEXT)
        self.leave_prompt()

    # What is chosen

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        if event.rows is self.library:
            self.open_row(event.number)
            self.close_panes()
            return
        number = self.names.entity_at(event.number)
        if number is None:
            return
        if number == self.text.marks.chosen:
            self.action_mention(1)
        else:
            self._choose(number)
            self._to_mention(-1, 1)
        if self._slides(self.names):
            self.close_panes()

    def _choose(self, number: int | None) -> None:
        self.text.marks.choose(number)
        self.names.rebuild()
        if number is not None:
            self.names.go_to(number)
        self.text.redraw(moved=False)

    def action_mention(self, by: int) -> None:
        """Go to the next or previous mention of the chosen entity; without one, of the one named here."""
        page = self.text.page
        if page is None:
            return
        marks = self.text.marks
        if marks.chosen is None:
            start = page.offset()
            end = start + len(page.document.segments(page.cursor.block)[page.cursor.sentence])
            here = marks.within(max(0, start), end) if start >= 0 else []
            if not here:
                self.foot.say(_("choose a name first: 3, then Enter"))
                return
            self._choose(here[0].entity)
        self._to_mention(page.offset(), by)

    def _to_mention(self, offset: int, by: int) -> None:
        page = self.text.page
        if page is None:
            return
        # Seen from the end of the sentence when going on, so that each step leaves it.
        if by > 0 and offset >= 0:
            offset += len(page.document.segments(page.cursor.block)[page.cursor.sentence]) - 1
        found = self.text.marks.mention_from(offset, by)
        if found is None:
            return
        start, number, count = found
        page.go_to_offset(start)
        self.text.redraw()
        assert self.text.marks.chosen is not None
        entity = self.text.marks.entities[self.text.marks.chosen]
        self.foot.say(_("{name}: mention {number} of {count}").format(name=entity.name, number=number, count=count))
        if page.layout is Layout.ENGLISH:
            self.text.redraw(moved=False)

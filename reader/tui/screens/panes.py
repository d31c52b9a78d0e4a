"""The panes of the reading screen: which are there, and which has the focus."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from reader.tui.commands import Scope
from reader.tui.geometry import NARROW, WIDE
from reader.tui.plain import is_plain
from reader.tui.widgets.entities import EntitiesPane
from reader.tui.widgets.library import LibraryPane
from reader.tui.widgets.lines import Foot, Head
from reader.tui.widgets.rows import RowList
from reader.tui.widgets.text import TextView

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt


class Panes(Screen[None]):
    """What has to do with panes; mixed into the reading screen."""

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        # Held here, not looked up: they are needed to the very end, when the tree is already taken down.
        self.keymap = keymap
        self.head = Head()
        self.library = LibraryPane(id="library")
        self.text = TextView(id="text")
        self.names = EntitiesPane(id="entities")
        self.foot = Foot(keymap)
        self.names_on = True
        self.zen = False
        self._over: RowList | None = None

    def compose(self) -> ComposeResult:
        """A line, three panes, a line."""
        yield self.head
        with Horizontal(id="panes"):
            yield self.library
            yield self.text
            yield self.names
        yield self.foot

    def on_screen_suspend(self) -> None:
        """Another screen lies over this one: its keys are said there, and these do nothing."""
        self.foot.cover(on=True)

    def on_screen_resume(self) -> None:
        """This screen is the one that is typed to again."""
        self.foot.cover(on=False)

    if TYPE_CHECKING:  # the other parts of the reading screen

        def choose_name(self, number: int | None) -> None:
            """Choose an entity by its number, or none."""

        def give_up_merging(self) -> bool:
            """Ask no more which name another one is; whether that was asked."""

        def close_narrowing(self) -> bool:
            """Show all names again; whether they had been narrowed down."""

        def close_search(self) -> bool:
            """Show the view again that was there before a search; whether there was one."""

        def close_finding(self) -> bool:
            """Take away what a search marked; whether it had."""

        def asks(self) -> bool:
            """Whether something is being asked."""

        @property
        def prompt(self) -> Prompt:
            """The line that asks."""

        def leave_prompt(self) -> None:
            """Close the line that asks where the focus has left it."""

    def text_scope(self) -> Scope:
        """Which commands the keys give while the text has the focus."""
        return Scope.TEXT

    # Which are there

    def _slides(self, pane: RowList) -> bool:
        """Whether a pane lies over the text at this width instead of beside it."""
        width = self.app.size.width
        return is_plain(self) or width < NARROW or (width < WIDE and pane is self.library)

    def show_panes(self) -> None:
        """Have on the screen what is to be there at this width. At once: a key typed next already goes there."""
        # Textual's own breakpoints come after the first picture, which would then be drawn twice, and jump.
        width = self.app.size.width
        plain = is_plain(self)
        self.set_class(width < NARROW and not plain, "-narrow")
        self.set_class(NARROW <= width < WIDE and not plain, "-medium")
        self.set_class(width >= WIDE and not plain, "-wide")
        for pane, wanted in ((self.library, True), (self.names, self.names_on)):
            beside = wanted and not self.zen and not self._slides(pane)
            pane.display = beside or pane is self._over

    def on_resize(self, event: events.Resize) -> None:
        """At another width a pane that lay over the text may stand beside it, or the other way round."""
        if self._over is not None and not self._slides(self._over):
            self._over = None
        self.show_panes()
        if self.focused in (self.library, self.names) and not self.focused.display:
            self.set_focus(self.text)

    def action_pane(self, name: str) -> None:
        """Go to a pane; it comes up if it is not there."""
        pane = {"library": self.library, "text": self.text, "entities": self.names}[name]
        self._over = None
        if isinstance(pane, RowList):
            self.names_on = self.names_on or pane is self.names
            if self._slides(pane):
                self._over = pane
            else:
                self.zen = False
        self.show_panes()
        self.set_focus(pane)

    def action_next_pane(self, by: int) -> None:
        """Go round the panes."""
        order = ["library", "text", "entities"]
        here = self.focused.id if self.focused is not None and self.focused.id in order else "text"
        self.action_pane(order[(order.index(here or "text") + by) % len(order)])

    def action_toggle_entities(self) -> None:
        """The names on or off."""
        if not self.names.display:
            focused = self.focused
            self.action_pane("entities")
            if self._over is None and focused is not None:
                self.set_focus(focused)
            return
        if self._over is self.names:
            self._over = None
        else:
            self.names_on = False
        self.show_panes()
        if self.focused is self.names:
            self.set_focus(self.text)

    def action_zen(self) -> None:
        """The text alone, or everything again."""
        self._over = None
        self.zen = not self.zen
        self.set_class(self.zen, "-zen")
        self.show_panes()
        self.set_focus(self.text)

    def close_panes(self) -> bool:
        """Put away the pane that lies over the text, and go to the text; whether there was anything to do."""
        had = self._over is not None or isinstance(self.focused, RowList)
        self._over = None
        self.show_panes()
        self.set_focus(self.text)
        return had

    def close_something(self) -> bool:
        """Close one thing: a pane, a peek, a search, a choice, the text alone; whether anything was open."""
        if self.give_up_merging() or (self.focused is self.names and self.close_narrowing()):
            return True
        if self.focused is self.library and self.close_search():
            return True
        if self.close_panes():
            return True
        page = self.text.page
        if page is not None and page.fold():
            self.text.redraw()
            return True
        if self.close_finding() or self.close_narrowing():
            return True
        if self.text.marks.chosen is not None:
            self.choose_name(None)
            return True
        if self.zen:
            self.action_zen()
            return True
        return False

    @on(events.DescendantFocus)
    def _focused(self, event: events.DescendantFocus) -> None:
        rows = Scope.LIST if isinstance(event.widget, RowList) else self.text_scope()
        own: dict[Widget, Scope] = {self.names: Scope.NAMES, self.library: Scope.SHELF}
        asking = self.asks() and event.widget is self.prompt
        self.foot.tell(scope=Scope.LINE if asking else own.get(event.widget, rows))
        self.leave_prompt()

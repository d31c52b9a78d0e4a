"""The versions of an article, and how the chosen one differs from the newest."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from articles.cleaning import clean_line
from articles.repository import Summary
from reader.i18n import _, ngettext
from reader.tui.background import Lane
from reader.tui.commands import BY_ID, keys_of, shown_key
from reader.tui.comparing import Row, compared, rows
from reader.tui.telling import date_text
from reader.tui.widgets.ink import Ink
from reader.tui.widgets.rows import ListRow, RowList
from reader.tui.widgets.shelved import grouped_number

if TYPE_CHECKING:
    from articles.differences import Difference
    from articles.errors import Problem
    from articles.repository import ArticleRepository

_MOVES = (
    *("line_down", "line_up", "page_down", "page_up", "half_down", "half_up", "top", "bottom"),
    *("next_article", "previous_article"),
)
_MOST_LISTED = 6  # rows of the screen for the versions; more are scrolled


class VersionRows(RowList, can_focus=False):
    """The versions, newest first."""

    def __init__(self, versions: Sequence[Summary]) -> None:
        super().__init__(id="version-rows")
        self._versions = versions

    def count(self) -> int:
        """How many there are."""
        return len(self._versions)

    def row(self, number: int) -> ListRow:
        """The day it was added, its title, and its words."""
        each = self._versions[number]
        words = ngettext("{count} word", "{count} words", each.words).format(count=grouped_number(each.words))
        right = words if number else _("the newest · {words}").format(words=words)
        day = date_text(each.added.astimezone().date().isoformat())
        return ListRow(f"{day}  {clean_line(each.title, 200)}", right, sign="▸" if number == self.cursor else " ")


class DifferenceView(Widget, can_focus=True):
    """The difference, row by row: only what is seen is drawn."""

    class Resized(Message):
        """It has another width."""

    def __init__(self) -> None:
        super().__init__(id="difference")
        self.top = 0
        self.rows: list[Row] = []
        self._ink = Ink(self.app)
        self._ground: Style | None = None

    def notify_style_update(self) -> None:
        """Textual's word that colours changed."""
        super().notify_style_update()
        self._ground = None

    def render_line(self, y: int) -> Strip:
        """One row of cells."""
        if self._ground is None:
            self._ground = self.rich_style
        width, at = self.size.width, self.top + y
        parts = self.rows[at].parts if at < len(self.rows) else ()
        segments = [Segment(text, self._ground + self._ink(ink)) for text, ink in parts]
        return Strip(Segment.adjust_line_length(segments, width, self._ground), width)

    def show(self, laid: list[Row], *, stay: bool = False) -> None:
        """Show other rows: from the top, or, the same ones at another width, where the reader was."""
        of = self.rows[self.top].of if stay and self.top and self.top < len(self.rows) else None
        self.rows = laid
        self.top = 0
        self.to(next((at for at, row in enumerate(laid) if of is not None and row.of >= of), 0))

    def to(self, top: int) -> None:
        """Begin with this row, or with the last that leaves none of the view empty."""
        self.top = max(0, min(top, len(self.rows) - self.size.height))
        self.refresh()

    def on_resize(self) -> None:
        """Rows are laid anew for another width."""
        self.to(self.top)
        self.post_message(self.Resized())

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.to(self.top + 3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.to(self.top - 3)


class VersionsScreen(ModalScreen[Summary | None]):
    """Gives the version that is to be read; None where the reader only looked.

    Args:
        articles: The library.
        versions: The versions, newest first, at least two.
        here: The id of the one being read.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(command.keys, command.action, id=command.id, show=False, priority=True)
            for command in (BY_ID[name] for name in _MOVES)
        ),
        Binding("tab", "article(1)", show=False, priority=True),
        Binding("shift+tab", "article(-1)", show=False, priority=True),
        Binding("enter,o", "open", show=False, priority=True),
        Binding("escape,q", "leave", show=False, priority=True),
    ]

    def __init__(self, articles: ArticleRepository, versions: Sequence[Summary], here: str) -> None:
        super().__init__()
        self._articles = articles
        self._versions = versions
        self._lane = Lane("versions", asyncio.get_running_loop())
        self._asked = 0
        self._found: list[Difference] | None = None
        self._laid = 0  # the width the rows are laid for
        self.list = VersionRows(versions)
        self.list.cursor = max(1, next((at for at, each in enumerate(versions) if each.id == here), 1))
        self.view = DifferenceView()

    def compose(self) -> ComposeResult:
        """The versions, and under them the difference."""
        with Vertical(id="versions") as frame:
            frame.border_title = Content(_("Versions"))
            frame.border_subtitle = Content(_("{keys} version · ⏎ read it · Esc").format(keys=self._keys()))
            yield self.list
            yield self.view

    def _keys(self) -> str:
        keymap = getattr(self.app, "keymap", {})
        known = (keys_of(BY_ID[name], keymap)[:1] for name in ("next_article", "previous_article"))
        return " ".join(shown_key(key) for keys in known for key in keys) or shown_key("tab")

    def on_mount(self) -> None:
        """As high as there are versions, within reason."""
        self.list.styles.height = min(len(self._versions), _MOST_LISTED)
        self.view.focus()
        self.call_after_refresh(self._compare)

    def on_unmount(self) -> None:
        """What is being compared is waited for by nobody."""
        self._asked += 1
        self._lane.close(wait=0)

    # The difference

    def _compare(self) -> None:
        """Compare the version under the cursor with the newest."""
        self._asked = asked = self._asked + 1
        self._found = None
        old, new, width = self._versions[self.list.cursor].id, self._versions[0].id, self.view.size.width
        if old == new:
            self._say(_("this is the newest version"))
            return
        self._say(_("comparing …"))

        def work() -> tuple[list[Difference], list[Row]] | None:
            if asked != self._asked:
                return None
            found = compared(self._articles.get(old), self._articles.get(new))
            return found, rows(found, width)

        def show(result: tuple[list[Difference], list[Row]] | None) -> None:
            if asked != self._asked or result is None:
                return
            self._found, self._laid = result[0], width
            self.view.show(result[1])
            self._lay()

        self._lane.do(work, show, self._sorry)

    @on(DifferenceView.Resized)
    def _lay(self) -> None:
        """Lay the rows anew where the view has another width."""
        found, width, asked = self._found, self.view.size.width, self._asked
        if found is None or width == self._laid:
            return

        def show(laid: list[Row]) -> None:
            if asked == self._asked and width == self.view.size.width:
                self._laid = width
                self.view.show(laid, stay=True)

        self._lane.do(lambda: rows(found, width), show, self._sorry)

    def _say(self, text: str) -> None:
        self.view.show([Row(((f"  {clean_line(text, 300)}", "quiet"),), 0)])

    def _sorry(self, problem: Problem) -> None:
        self._say(str(problem))

    @on(RowList.Chosen)
    def _clicked(self) -> None:
        self._compare()

    # Keys

    def action_scroll_by(self, by: int) -> None:
        """Scroll by rows."""
        self.view.to(self.view.top + by)

    def action_page(self, by: int) -> None:
        """Scroll by a page, one row of it staying."""
        self.view.to(self.view.top + by * max(1, self.view.size.height - 1))

    def action_half(self, by: int) -> None:
        """Scroll by half a page."""
        self.view.to(self.view.top + by * max(1, self.view.size.height // 2))

    def action_top(self) -> None:
        """To the first row."""
        self.view.to(0)

    def action_bottom(self) -> None:
        """To the last rows."""
        self.view.to(len(self.view.rows))

    def action_article(self, by: int) -> None:
        """Choose the next version, an older one, or the one before."""
        before = self.list.cursor
        self.list.move_to(before + by, by)
        if self.list.cursor != before:
            self._compare()

    def action_open(self) -> None:
        """Read the version under the cursor."""
        self.dismiss(self._versions[self.list.cursor])

    def action_leave(self) -> None:
        """Close the screen."""
        self.dismiss(None)

"""What has to do with names: choosing one, going through its mentions, narrowing the names down by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from articles.model import Span
from reader.entities.model import Entity
from reader.i18n import _
from reader.tui.page.layout import Layout
from reader.tui.page.marks import Marks, Place
from reader.tui.screens.finding import Finding
from reader.tui.widgets.entities import EntitiesPane
from reader.tui.widgets.labels import SIGNS, name_of
from reader.tui.widgets.prompt import Asking, Prompt
from reader.tui.widgets.rows import RowList

_NAME = 60
"""Characters of a name in a message: what is said of it is to be seen, too."""


class Choosing(Finding):
    """What has to do with names; mixed into the reading screen."""

    def show_names(self, marks: Marks) -> None:
        """Show what is known of the names of the article; the choice and the place among its mentions stay."""
        marks.rechoose(self.text.marks)
        self.text.marks = marks
        self.text.redraw(moved=False)
        self.names.show(marks)
        if self.names.query_text:
            self._narrow(self.names.query_text)
        self.tell_place()

    # Narrowing the names down

    @on(Prompt.Typed)
    def _typed_names(self, event: Prompt.Typed) -> None:
        if event.asking is Asking.NAMES:
            self._narrow(event.text)

    def _narrow(self, query: str) -> None:
        marks = self.text.marks
        self._narrowing = query

        def found(matching: frozenset[int]) -> None:
            if self.text.marks is marks and self._narrowing == query:
                self.names.narrow(query, matching)

        self.desk.names.narrow(marks, query, found)

    _narrowing = ""
    """What is being looked for among the names: of queries typed quickly only the last is shown."""

    @on(Prompt.Left)
    def _left_names(self, event: Prompt.Left) -> None:
        if event.asking is Asking.NAMES:
            self.close_narrowing()

    def close_narrowing(self) -> bool:
        """Show all names again; whether they had been narrowed down."""
        here = self.names.entity_at(self.names.cursor)
        had = bool(self.names.query_text)
        self._narrowing = ""
        self.names.narrow("", frozenset())
        if had and here is not None:
            self.names.go_to(here)
        return had

    @on(EntitiesPane.Widened)
    def _widened(self) -> None:
        self.close_narrowing()

    # Choosing

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        if event.rows is self.library:
            number = self.library.article_at(event.number)
            if number is None:
                self.library.fold_here(event.number)
                return
            self.open_row(number)
            self.close_panes()
            return
        if event.rows is not self.names or self.names.fold_at(event.number):
            return
        number = self.names.entity_at(event.number)
        if number is None:
            return
        if self.merging is not None:
            self.merge_with(number)
            return
        if number == self.text.marks.chosen:
            self.action_card()
            return
        self.leave_trail()
        self.choose_name(number)
        self.gone_to(self.text.marks.go_to(0))
        if self._over is not None:
            self.close_panes()

    if TYPE_CHECKING:  # the other parts of the reading screen

        def open_row(self, number: int) -> None:
            """Open the article in a row of the library."""

        def tell_place(self) -> None:
            """Say where in the article the cursor is."""

        def merge_with(self, number: int) -> None:
            """The entity was chosen that another one is."""

        def action_card(self) -> None:
            """Show the card of the chosen entity."""

        def leave_trail(self, place: tuple[int, int] | None = None) -> None:
            """Note the place, so that there is a way back to it."""

    merging: Entity | None = None
    """The entity of which it is asked which other one it is."""

    def give_up_merging(self) -> bool:
        """Ask no more which name another one is; whether that was asked."""
        had, self.merging = self.merging is not None, None
        if had:
            self.names.border_title = _("Entities")
            self.foot.hush()
        return had

    def choose_name(self, number: int | None) -> None:
        """Choose an entity by its number, or none."""
        self.text.marks.choose(number)
        self.choice_changed()

    def choice_changed(self) -> None:
        """Show which entity is chosen now, and where among its mentions the reader is."""
        self.names.rebuild()
        if self.text.marks.chosen is not None:
            self.names.go_to(self.text.marks.chosen)
        self.text.redraw(moved=False)
        self.tell_place()

    def here(self) -> Span:
        """The sentence being read; the title, which is no part of the body, lies before it."""
        page = self.text.page
        if page is None or page.cursor.block == 0:
            return Span(-1, 0)
        start = page.offset()
        return Span(start, start + len(page.document.segments(page.cursor.block)[page.cursor.sentence]))

    def action_mention(self, by: int) -> None:
        """Go to the next or previous mention of the chosen entity; without one, of the one named here."""
        marks = self.text.marks
        if marks.chosen is None:
            if marks.choose_at(self.here()) is None:
                self.foot.say(_("choose a name first: 3, then Enter"))
                return
            self.choice_changed()
        here, span = self.here(), marks.current_span
        if span is None or not here.contains(span.start):
            self.leave_trail()  # a walk begins here
        self.gone_to(marks.step(here, by), by)

    def gone_to(self, place: Place | None, by: int = 1) -> None:
        """Show a mention that was gone to, and say which it is."""
        page, marks = self.text.page, self.text.marks
        if place is None or page is None or marks.chosen is None:
            return
        page.go_to_offset(place.start)
        self.text.redraw()
        self.names.refresh()
        name = name_of(marks.entities[marks.chosen], _NAME)
        said = _("{name}: mention {number} of {count}").format(name=name, number=place.number, count=place.count)
        if place.round:
            said += " · " + (_("on from the first") if by > 0 else _("on from the last"))
        self.foot.say(said)
        if page.layout is Layout.ENGLISH:
            self.text.redraw(moved=False)

    def mention_text(self) -> str:
        """At which of its mentions the chosen entity is: "☻ 2/7"; "" without a choice."""
        marks = self.text.marks
        if marks.chosen is None or marks.current is None:
            return ""
        entity = marks.entities[marks.chosen]
        return f"{SIGNS[entity.kind]} {marks.current + 1}/{len(entity.mentions)}"

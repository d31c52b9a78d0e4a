"""The timeline over the reading screen: what happened when, in the article, in others, or to whom is named."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from articles.cleaning import clean_line
from articles.errors import Problem
from reader.entities.timeline import Dated, Moment
from reader.entities.worker.client import Order
from reader.i18n import _, ngettext
from reader.tui.background import Lane
from reader.tui.timeline_desk import Gathered, Gatherer, Part, iso_of, matching
from reader.tui.widgets.dialogline import DialogLine
from reader.tui.widgets.rows import RowList
from reader.tui.widgets.timeline import TimelineRows, about


class _Line(DialogLine):
    ENDS: ClassVar[Mapping[str, str]] = {"enter": "given", "escape": "left"}


class TimelineScreen(ModalScreen[Dated | None]):
    """Gives the dated sentence that the reader wants to go to; None where he only looked.

    Args:
        gatherer: Gathers and reads.
        parts: Of which articles it can be, at least one.
        part: The number of the one to begin with.
        place: Where the cursor is to be, if it is there.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+t,backspace", "leave", show=False, priority=True),
        Binding("tab", "part(1)", show=False, priority=True),
        Binding("shift+tab", "part(-1)", show=False, priority=True),
        Binding("slash", "ask(False)", show=False, priority=True),
        Binding("d", "ask(True)", show=False, priority=True),
        Binding("right_square_bracket,right_curly_bracket", "date(1)", show=False, priority=True),
        Binding("left_square_bracket,left_curly_bracket", "date(-1)", show=False, priority=True),
        Binding("t", "english", show=False, priority=True),
        Binding("r", "read", show=False, priority=True),
    ]

    def __init__(self, gatherer: Gatherer, parts: Sequence[Part], part: int = 0, place: Dated | None = None) -> None:
        super().__init__()
        self._gatherer = gatherer
        self._parts = parts
        self.part = part
        self._place = place
        loop = asyncio.get_running_loop()
        self._lane, self._side = Lane("timeline", loop), Lane("timeline-side", loop)
        self._drafts = Lane("timeline-english", loop)  # no filter waits for an engine
        self._stop = threading.Event()
        self._order: Order | None = None
        self.gathered = Gathered()
        self._query = ""
        self._sought = 0
        self._jumping = False
        self._english_on = False
        self._english: dict[str, tuple[str, str] | None] = {}
        self._said = ""
        self.rows = TimelineRows()
        self.told = Static("", id="timeline-told", markup=False)
        self.line = _Line(id="timeline-line")
        self.preview = Static("", id="timeline-sentence", markup=False)

    def compose(self) -> ComposeResult:
        """The dates, the line that asks, and the sentence under the cursor."""
        with Vertical(id="timeline") as frame:
            frame.border_subtitle = Content(_("⏎ go there · Tab which · / filter · d date · t English · Esc"))
            yield self.told
            yield self.rows
            yield self.line
            yield self.preview

    def on_mount(self) -> None:
        """Begin to gather."""
        self.line.display = False
        self.rows.focus()
        self._gather()

    def on_unmount(self) -> None:
        """What is under way is waited for by nobody."""
        self._give_up()
        for lane in (self._lane, self._side, self._drafts):
            lane.close(wait=0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked, letters are text."""
        return not self.line.display

    # Gathering

    def _give_up(self) -> None:
        self._stop.set()
        if self._order is not None:
            self._order.give_up()
            self._order = None

    def _gather(self) -> None:
        self._give_up()
        self._stop = stop = threading.Event()
        part = self._parts[self.part]
        title = _("Timeline: {what}").format(what=clean_line(part.name, 60))
        self.query_one("#timeline").border_title = Content(title)

        def work() -> None:
            naming = self._gatherer.naming(part.entity, part.article) if part.entity is not None else None
            for found in self._gatherer.gather(part.keys(), naming, stop):
                self._lane.post(show, found)

        def show(found: Gathered) -> None:
            if not stop.is_set():
                self.gathered = found
                self._filter()

        self._lane.do(work, None, self._sorry)

    def _filter(self) -> None:
        self._sought = sought = self._sought + 1
        query, found = self._query, self.gathered

        def show(kept: Sequence[Moment]) -> None:
            if sought != self._sought or not self.is_attached:
                return
            self.rows.said = _("no date was found that could be told") if found.done else _("looking…")
            self.rows.show(kept)
            if self._place is not None and self.rows.go_to(self._place):
                self._place = None
            self._tell()

        if query.strip():
            self._side.do(lambda: matching(found.moments, query), show, self._sorry)
        else:
            show(found.moments)

    def _tell(self) -> None:
        """Say how much there is, and what is missing."""
        found, shown = self.gathered, len(self.rows.moments)
        dates = ngettext("{count} date", "{count} dates", self.rows.heads).format(count=self.rows.heads)
        parts = [dates, ngettext("{count} sentence", "{count} sentences", shown).format(count=shown)]
        if self._query.strip():
            parts.append(f"/ {clean_line(self._query, 60)}")
        if not found.done:
            parts.append(_("{done} of {count} articles looked at").format(done=found.looked, count=found.count))
        if self._said:
            parts.append(self._said)
        elif found.unread:
            said = _("{number} of {count} articles not read for names yet: r reads them")
            parts.append(said.format(number=len(found.unread), count=found.count))
        self.told.update(Content(" " + " · ".join(parts)))

    def _sorry(self, problem: Problem) -> None:
        self._said = clean_line(str(problem), 300)
        self._tell()

    # The sentence under the cursor

    @on(TimelineRows.Moved)
    def _moved(self) -> None:
        moment = self.rows.moment_at(self.rows.cursor)
        if moment is None:
            self.preview.update("")
            return
        english = self._english_of(moment.first.text) if self._english_on else ""
        self.preview.update(about(moment, max(8, self.preview.size.width), english))

    def _english_of(self, sentence: str) -> str:
        if sentence not in self._english:
            self._english[sentence] = None

            def there(found: tuple[str, str] | None) -> None:
                self._english[sentence] = found or ("", "")
                if self.is_attached:
                    self._moved()

            def work() -> tuple[str, str] | None:
                here = self.rows.here()  # who has gone on meanwhile waits for nothing
                return self._gatherer.english(sentence) if here is not None and here.text == sentence else None

            self._drafts.do(work, there, self._sorry)
        found = self._english[sentence]
        if found is None:
            return _("EN …")
        text, origin = found
        return f"EN {_(origin)}: {clean_line(text, 2_000)}" if text else _("EN: none yet")

    def on_resize(self) -> None:
        """The sentence is wrapped for the new width."""
        self.call_after_refresh(self._moved)

    # Keys

    def action_english(self) -> None:
        """Show the English of the sentence under the cursor, or no more."""
        self._english_on = not self._english_on
        self._english = {text: found for text, found in self._english.items() if found and found[0]}
        self._moved()

    def action_part(self, by: int) -> None:
        """The timeline of other articles."""
        self.part = (self.part + by) % len(self._parts)
        self._said = ""
        self.rows.said = _("looking…")
        self.rows.show(())
        self._gather()

    def action_date(self, by: int) -> None:
        """To the next date, or the one before."""
        self.rows.step(by)

    def action_ask(self, jumping: bool) -> None:
        """Ask what to filter by, or which date to go to."""
        self._jumping = jumping
        self.line.placeholder = (
            _("a date to go to: 2019, 9/2023, 15/9/2023") if jumping else _("a year, a month, or words: 2023-09 Putin")
        )
        with self.line.prevent(Input.Changed):
            self.line.value = "" if jumping else self._query
        self.line.display = True
        self.line.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.line.display and not self._jumping:
            self._query = event.value
            self._filter()

    @on(DialogLine.Ended)
    def _ended(self, event: DialogLine.Ended) -> None:
        value = self.line.value
        self.line.display = False
        self.rows.focus()
        if self._jumping:
            date = iso_of(value)
            if event.how == "given" and date is not None:
                self.rows.go_to_date(date)
            return
        self._query = value if event.how == "given" else ""
        self._filter()

    def action_read(self) -> None:
        """Read the articles that were not read for names yet; while that is going on, call it off."""
        if self._order is not None:
            self._order.give_up()
            return
        keys = self.gathered.unread
        if not keys or not self.gathered.done:
            return
        self._order = order = Order()

        def far(done: int) -> None:
            if self._order is order:
                self._said = _("reading {done} of {count}: r stops").format(done=done + 1, count=len(keys))
                self._tell()

        def ended(_done: object) -> None:
            if self._order is order and self.is_attached:
                self._order, self._said = None, ""
                self._gather()

        def failed(problem: Problem) -> None:
            self._order = None
            self._sorry(problem)

        self._lane.do(lambda: self._gatherer.read(keys, order, lambda done: self._lane.post(far, done)), ended, failed)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        moment = self.rows.moment_at(event.number)
        if moment is not None:
            self.dismiss(moment.first)

    def action_leave(self) -> None:
        """Take the filter away; without one, close the screen."""
        if self._query.strip():
            self._query = ""
            self._filter()
        else:
            self.dismiss(None)

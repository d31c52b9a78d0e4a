"""Finding in the article and in the library, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.i18n import _
from reader.tui.desk import Desk
from reader.tui.page.find import Hit, Matches
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor
from reader.tui.page.selecting import Selecting
from reader.tui.page.selection import Point
from reader.tui.screens.panes import Panes
from reader.tui.widgets.prompt import Asking, Prompt


class Finding(Panes):
    """What has to do with finding; mixed into the reading screen."""

    desk: Desk
    finding_text = ""
    _from: tuple[int, int] = (0, 0)
    """Where the reader was when the search began: the offset, and the row of the screen."""

    _looking_in: Page | None = None
    """Where is being looked for what was typed; None once that is not wanted any more."""

    _prompt: Prompt | None = None

    @property
    def prompt(self) -> Prompt:
        """The line that asks."""
        return self._prompt or self.make_prompt()

    def make_prompt(self) -> Prompt:
        """Make the line that asks: after the first picture, or when it is first asked for."""
        if self._prompt is None:
            from reader.tui.widgets.prompt import Prompt

            self._prompt = Prompt()
            self.mount(self._prompt, before=self.foot)
        return self._prompt

    def asks(self) -> bool:
        """Whether something is being asked: then letters are text, not commands."""
        return self._prompt is not None and self._prompt.display

    def ask(self, asking: Asking, placeholder: str, text: str = "", history: tuple[str, ...] = ()) -> None:
        """Open the line, with a text in it that can be changed; a key typed next already goes there."""
        self.foot.hush()  # what was said before is past, and would hide the keys of the line that asks
        self.prompt.ask(asking, placeholder, text, history)
        self.set_focus(self.prompt)

    def action_find(self) -> None:
        """Ask for words to find: in the library or among the names when the focus is there, else in the article."""
        if self.focused is self.library:
            past = self.desk.shelf.listing.history
            self.desk.shelf.prepare_search()
            self.ask(Asking.SEARCH, _('words, "a phrase", author: source: tag: after: is:unread · ↑ last'), "", past)
            return
        if self.focused is self.names:
            self.ask(Asking.NAMES, _("names to show: a part of the name, the English or the role"))
            return
        page = self.text.page
        if page is not None:
            self._from = page.place()
            self.ask(Asking.FIND, _("find in the article and its English · ↓ ↑ next, previous"))

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        page = self.text.page
        if event.asking is Asking.FIND and page is not None:
            self._looking_in = page

            def found(matches: Matches) -> None:
                if self._looking_in is page:  # neither left nor given up meanwhile
                    self.show_matches(matches)

            self.desk.seeking.find(page, event.text, found)
        elif event.asking is Asking.SEARCH:
            self.desk.shelf.search(event.text)

    @on(Prompt.Left)
    def _left(self, event: Prompt.Left) -> None:
        self.shut_prompt()
        if event.asking is Asking.FIND:
            self.close_finding()
            if self.text.page is not None:
                self.text.page.restore(*self._from)
                self.text.redraw()
        elif event.asking is Asking.SEARCH:
            self.desk.shelf.leave_search()

    def shut_prompt(self) -> None:
        """Close the line that asks, and go back to where it was opened from."""
        asking = self.prompt.asking
        of_library = asking in (Asking.SEARCH, Asking.TAGS)
        pane = self.library if of_library else self.text if asking is Asking.FIND else self.names
        self.prompt.shut()
        self.set_focus(pane if pane.display else self.text)

    def leave_prompt(self) -> None:
        """Close the line that asks where the focus has left it, by Tab or a click: no key would reach it there."""
        if self.asks() and self.focused is not self.prompt:
            self.prompt.shut()

    @on(Prompt.Stepped)
    def _stepped(self, event: Prompt.Stepped) -> None:
        if self.text.matches:
            self.action_match(event.by)

    def show_matches(self, matches: Matches) -> None:
        """Mark what was found, and go to the first match from where the search began; once there, stay."""
        before = self.text.matches
        self.text.matches = matches
        here = matches.number_of(before.current) if before.query == matches.query and before.current else None
        if here is not None:
            self._show_match(here)
        elif matches:
            self._to_match(matches.first(self._from[0]))
        else:
            self._lend_no_more()
            missing = _("not found") if matches.complete else "…"
            self.finding_text = missing if matches.query.strip() else ""
            self.text.redraw()

    def _show_match(self, number: int) -> None:
        """Say which match is the one that was gone to."""
        matches = self.text.matches
        matches.current = hit = matches.hits[number]
        english = " EN" if hit.english else ""
        self.finding_text = f"{number + 1}/{len(matches)}{'' if matches.complete else '…'}{english}"
        self.text.redraw()

    def _to_match(self, number: int) -> None:
        """Go to a match; where its language is not on the page it is unfolded under the sentence for as long."""
        page, hit = self.text.page, self.text.matches.hits[number]
        if page is None:
            return
        self.leave_words()
        self.leave_selection()
        self._lend_no_more()
        voice = Voice.ENGLISH if hit.english else Voice.ORIGINAL
        point = self._point_of(page, hit)
        cursor = Cursor(point.block, point.sentence)
        if hit.english:
            source = page.document.segments(cursor.block)[cursor.sentence]
            known = self.desk.seeking.kept(source)
            if known is not None and page.english.of(source) is None:
                page.english.put({source: known})
                page.renew([cursor.block])
        page.go(cursor)
        if page.layout is (Layout.ORIGINAL if hit.english else Layout.ENGLISH):
            page.lend(cursor)
            self._lent_to_find = True
        place = Selecting(page).where(point, voice)
        if place is not None:
            page.reveal(place[0], place[0])
        self._show_match(number)

    _lent_to_find = False
    """Whether the other language is unfolded under a sentence for a match in it."""

    def _lend_no_more(self) -> None:
        page = self.text.page
        if self._lent_to_find and page is not None:
            page.lend(None)
        self._lent_to_find = False

    @staticmethod
    def _point_of(page: Page, hit: Hit) -> Point:
        if hit.english:
            return Point(hit.block, hit.sentence, hit.start)
        if hit.at < 0:
            return Point(0, 0, hit.start)
        document = page.document
        block = document.block_at(hit.start)
        inside = hit.start - document.start(block)
        sentence = document.sentence_at(block, inside)
        return Point(block, sentence, max(0, inside - document.sentences(block)[sentence].start))

    def action_match(self, by: int) -> None:
        """Go to the next or previous match: of what was found in the library where that has the focus."""
        if self.focused is self.library and self.library.query_text:
            self.library.action_cursor_by(by)
            return
        matches = self.text.matches
        if not matches:
            self.foot.say(_("nothing to find yet: press /"))
            return
        here = matches.number_of(matches.current) if matches.current is not None else None
        number = matches.first(self._from[0]) if here is None else here + by
        self._to_match(number % len(matches))
        if not 0 <= number < len(matches):
            self.foot.say(_("on from the first match") if by > 0 else _("on from the last match"))

    def found_enough(self) -> None:
        """Enter: the matches stay marked, and there is a way back to where the search began."""
        self.leave_trail(self._from)
        self.text.redraw()

    def forget_matches(self) -> None:
        """Another article is on the screen."""
        self.finding_text, self._looking_in, self._lent_to_find = "", None, False

    def close_finding(self) -> bool:
        """Take away what a search marked; whether it had."""
        had = bool(self.text.matches.query)
        self.text.matches = Matches()
        self._lend_no_more()
        self.forget_matches()
        if had:
            self.text.redraw()
        return had

    if TYPE_CHECKING:  # the other parts of the reading screen

        def leave_trail(self, place: tuple[int, int] | None = None) -> None:
            """Note a place, so that there is a way back to it."""

        def leave_words(self) -> bool:
            """Look at no word any more."""

        def leave_selection(self) -> bool:
            """Select nothing any more."""

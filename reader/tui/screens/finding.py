"""Finding in the article and in the library, as it is typed."""

from __future__ import annotations

from textual import on

from reader.i18n import _
from reader.tui.desk import Desk
from reader.tui.page.find import Matches
from reader.tui.page.page import Page
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
            self.ask(Asking.FIND, _("find in the article"))

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        page = self.text.page
        if event.asking is Asking.FIND and page is not None:
            self._looking_in = page

            def found(matches: Matches) -> None:
                if self._looking_in is page:  # neither left nor given up meanwhile
                    self.show_matches(matches)

            self.desk.seeking.find(page.document.article.body, event.text, found)
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

    def show_matches(self, matches: Matches) -> None:
        """Mark what was found, and go to the first match from where the search began."""
        self.text.matches = matches
        if matches:
            self._to_match(max(-1, self._from[0] - 1), 1)
        else:
            self.finding_text = _("not found") if matches.query.strip() else ""
            self.text.redraw()

    def _to_match(self, offset: int, by: int) -> None:
        found = self.text.matches.next(offset, by)
        page = self.text.page
        if found is None or page is None:
            return
        start, number = found
        page.go_to_offset(start)
        self.match_start = start
        self.finding_text = f"{number}/{len(self.text.matches)}"
        self.text.redraw()

    match_start = -1

    def action_match(self, by: int) -> None:
        """Go to the next or previous match: of what was found in the library where that has the focus."""
        if self.focused is self.library and self.library.query_text:
            self.library.action_cursor_by(by)
            return
        if not self.text.matches:
            self.foot.say(_("nothing to find yet: press /"))
            return
        self._to_match(self.match_start, by)

    def found_enough(self) -> None:
        """Enter: the matches stay marked."""
        self.text.redraw()

    def forget_matches(self) -> None:
        """Another article is on the screen."""
        self.finding_text, self.match_start, self._looking_in = "", -1, None

    def close_finding(self) -> bool:
        """Take away what a search marked; whether it had."""
        had = bool(self.text.matches.query)
        self.text.matches = Matches()
        self.forget_matches()
        if had:
            self.text.redraw()
        return had

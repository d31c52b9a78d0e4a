"""Selecting on the reading screen, by keys or by mouse, and copying what is selected."""

from __future__ import annotations

from textual import on

from articles.cleaning import clean
from articles.model import Span
from reader.i18n import _, ngettext
from reader.tui.commands import Scope, commands
from reader.tui.page.layout import Layout, Voice
from reader.tui.page.selecting import Selecting, Unit
from reader.tui.page.selection import Point, Selection
from reader.tui.screens.following import Following
from reader.tui.widgets.dragging import SelectionChanged
from reader.tui.widgets.text import TextView

SELECTING = frozenset(command.action.partition("(")[0] for command in commands(Scope.SELECT))
"""The actions of the keys that work while something is selected, and only then."""


class Choice(Following):
    """What has to do with selecting and copying; mixed into the reading screen."""

    @property
    def selecting(self) -> bool:
        """Whether something is selected, and keys go to its moving end."""
        return self.selection is not None and self.focused is self.text

    @property
    def selection(self) -> Selection | None:
        """What is selected in the article on the screen."""
        return self.text.page.selection if self.text.page is not None else None

    def selected_span(self) -> Span | None:
        """What is selected, in characters of the body; of English the sentences; None for nothing, or the title."""
        page, selection = self.text.page, self.selection
        return Selecting(page).span(selection) if page is not None and selection else None

    def text_scope(self) -> Scope:
        """While something is selected, keys of the text go to that."""
        return Scope.SELECT if self.selection is not None else super().text_scope()

    def close_something(self) -> bool:
        """A selection is left before anything else is closed, where the keys go to it."""
        return (self.selecting and self.leave_selection()) or super().close_something()

    # In and out

    def action_select(self) -> None:
        """Begin to select: at the word that is looked at, else at the first of the sentence; again, no more."""
        page = self.text.page
        if page is None or not self.text.ready or self.leave_selection():
            return
        lit = self.text.lit
        self.leave_words()
        self.close_panes()
        select = Selecting(page)
        if lit is not None and lit.word is not None and lit.cursor == page.cursor:
            first, last = (Point(page.cursor.block, page.cursor.sentence, at) for at in (lit.word.start, lit.word.end))
            self._select(Selection(lit.voice, first, last))
        else:
            self._select(select.first(self._voice()))
        self.foot.hush()

    def _voice(self) -> Voice:
        """Whose words keys select: those of the line being read."""
        page = self.text.page
        return Voice.ENGLISH if page is not None and page.layout is Layout.ENGLISH else Voice.ORIGINAL

    def leave_selection(self) -> bool:
        """Select nothing any more; whether something was selected."""
        page = self.text.page
        if page is None or page.selection is None:
            return False
        page.selection = None
        self._tell_scope()
        self.text.redraw()
        return True

    def _select(self, selection: Selection) -> None:
        page = self.text.page
        assert page is not None
        page.selection = selection
        Selecting(page).reveal(selection)
        self._tell_scope()
        self.text.redraw()

    @on(SelectionChanged)
    def _selection_changed(self) -> None:
        """The mouse selected, or put a selection away."""
        if self.selection is not None:
            self.leave_words()
        self._tell_scope()

    @on(TextView.Moved)
    def _moved_from_selection(self) -> None:
        page = self.text.page
        if page is not None and page.selection is not None and not Selecting(page).seen(page.selection):
            self.leave_selection()

    # Moving its end

    def action_select_by(self, unit: str, by: int) -> None:
        """The moving end on by a character, a word, a sentence, a paragraph, or to either end of the article."""
        page, selection = self.text.page, self.selection
        if page is not None and selection is not None:
            self._select(Selecting(page).move(selection, Unit(unit), by))

    def action_select_row(self, by: int) -> None:
        """The moving end to the next or previous row."""
        page, selection = self.text.page, self.selection
        if page is not None and selection is not None:
            self._select(Selecting(page).by_row(selection, by))

    def action_select_page(self, by: int) -> None:
        """The moving end on by a page."""
        self.action_select_row(by * max(1, self.text.size.height - 2))

    def action_other_end(self) -> None:
        """Let the other end move."""
        if self.selection is not None:
            self._select(self.selection.swapped())

    # Copying

    def action_copy(self) -> None:
        """Copy what is selected, else the sentence, through the terminal."""
        selection = self.wanted_selection()
        page = self.text.page
        if selection is None or page is None:
            return
        if not self._is_short_enough(selection):
            return
        text = Selecting(page).text(selection)
        selected = bool(self.selection)
        count = len(text)
        said = ngettext("{count} character copied", "{count} characters copied", count).format(count=count)
        self.put_on_clipboard(text, said if selected else _("sentence copied"))
        self.leave_selection()

    def action_copy_with_source(self) -> None:
        """Copy what is selected, else the sentence, and where it comes from."""
        from reader.tui.quoting import with_source

        selection = self.wanted_selection()
        page = self.text.page
        if selection is None or page is None or not self._is_short_enough(selection):
            return
        quote = Selecting(page).text(selection)
        self.put_on_clipboard(with_source(quote, page.document.article), _("copied with its source"))
        self.leave_selection()

    def action_copy_in_both(self) -> None:
        """Copy the sentences of which something is selected, else the sentence, in both languages."""
        from reader.tui.quoting import in_both

        selection = self.wanted_selection()
        page = self.text.page
        if selection is None or page is None or not self._is_short_enough(selection):
            return
        text, missing = in_both(page, Selecting(page).sentences(selection))
        said = _("copied in both languages")
        if missing:
            lack = ngettext("{count} sentence has no English yet", "{count} sentences have no English yet", missing)
            said += " · " + lack.format(count=missing)
        self.put_on_clipboard(text, said)
        self.leave_selection()

    def wanted_selection(self) -> Selection | None:
        """What is to be copied: what is selected, else the sentence under the cursor."""
        page = self.text.page
        if page is None or not self.text.ready:
            return None
        return self.selection or Selecting(page).whole(self._voice(), page.cursor)

    def _is_short_enough(self, selection: Selection) -> bool:
        """Whether it can be sent at all; what cannot is not put together first."""
        from reader.tui.clipboard import MOST

        page = self.text.page
        assert page is not None
        size = Selecting(page).size(selection)
        if size > MOST:
            self.foot.say(_("too long to copy: {size} kB; no more than {most} kB pass a terminal").format(
                size=size // 1000, most=MOST // 1000
            ))  # fmt: skip
        return size <= MOST

    def put_on_clipboard(self, text: str, said: str) -> None:
        """Have the terminal take a text; what it is is said, and where it may be too long for some terminals, that."""
        from reader.tui.clipboard import MOST, SURE

        text = clean(text)
        size = len(text.encode("utf-8", "replace"))
        if size > MOST:
            said = _("too long to copy: {size} kB; no more than {most} kB pass a terminal")
            self.foot.say(said.format(size=size // 1000, most=MOST // 1000))
            return
        self.app.copy_to_clipboard(text)
        if size > SURE:
            said += " · " + _("{size} kB: some terminals take no more than {sure}").format(
                size=size // 1000, sure=SURE // 1000
            )
        self.foot.say(said)

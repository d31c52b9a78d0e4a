"""Marks and notes on the screen: they show at once, are kept beside it, and go again where they could not be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.cleaning import clean_line
from articles.errors import Problem
from articles.markmodel import COLOURS
from articles.model import Span
from reader.colours import colour_name
from reader.i18n import _
from reader.tui.mark_words import draft_name
from reader.tui.page.marked import SIGNS, Marked, Stroke
from reader.tui.screens.linking import Linking

if TYPE_CHECKING:
    from articles.marks import Listed, Mark, Undone
    from reader.tui.page.page import Page


class Marking(Linking):
    """What has to do with the reader's marks; mixed into the reading screen."""

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self._unkept: Counter[tuple[str, Span]] = Counter()
        self._attaching: int | None = None

    def begin_marking(self, page: Page) -> None:
        """Another article is on the screen: what was marked since its marks were read shows too."""
        for (article_id, span), times in self._unkept.items():
            if article_id == page.document.article.id and times % 2:
                page.marked.put(span, on=span not in page.marked, stroke=Stroke(self.desk.marking.colour))

    def _meant(self) -> Span | None:
        """What a mark is to be put on: what is selected, else the sentence being read; None for the title."""
        page = self.text.page
        if page is None:
            return None
        selected = self.selected_span()
        return selected if selected is not None else _sentence(page)

    def _under(self) -> Span | None:
        """The mark under the cursor: the shortest one on the sentence being read."""
        page = self.text.page
        here = self._meant()
        return page.marked.closest(here.start, here.end) if page is not None and here is not None else None

    def action_mark(self, colour: str = "") -> None:
        """Mark what is selected, else the sentence being read, or take its mark away; a colour marks it anew."""
        page = self.text.page
        if page is None or not self.text.ready:
            return
        span = self._meant()
        if span is None:
            self.foot.say(_("a title takes no mark: go to a sentence"))
            return
        self.leave_selection()
        if self._attaching is not None:
            self._put_here(page, span)
            return
        if colour:
            self.desk.marking.use(colour)
            if span in page.marked:
                self._say(page, span, colour=colour)
                return
        article, on = page.document.article, span not in page.marked
        asked = article.id, span
        stroke = Stroke(self.desk.marking.colour) if on else page.marked.of(span) or Stroke()
        self._unkept[asked] += 1
        self._show_mark(asked, on=on, stroke=stroke)
        self.foot.say(_("marked") if on else _("not marked any more"))

        def kept(on: bool) -> None:
            if self._done_with(asked):
                self._show_mark(asked, on=on, stroke=stroke)  # another window may have been quicker

        def sorry(problem: Problem) -> None:
            self._done_with(asked)
            shown = self.text.page
            if shown is not None:
                self._show_mark(asked, on=span not in shown.marked, stroke=stroke)
            said = _("the mark is not kept: {why}") if on else _("the mark is still there: {why}")
            self.foot.say(said.format(why=problem))

        self.desk.marking.toggle(article, span, stroke.colour, kept, sorry)

    def action_mark_colour(self) -> None:
        """Give the mark under the cursor its next colour."""
        page, span = self.text.page, self._under()
        if page is None or span is None:
            key = self.key_of("mark")
            self.foot.say(_("there is no mark here: {key} makes one").format(key=key))
            return
        self.leave_selection()
        stroke = page.marked.of(span) or Stroke()
        following = COLOURS[(COLOURS.index(stroke.colour) + 1) % len(COLOURS)]
        self.desk.marking.use(following)
        self._say(page, span, colour=following)

    def action_note(self) -> None:
        """Write a note to the mark under the cursor; where there is none, what is meant is marked."""
        from reader.tui.screens.noting import NoteScreen

        page, span = self.text.page, self._under() or self._meant()
        if page is None or not self.text.ready or span is None:
            self.foot.say(_("a title takes no mark: go to a sentence"))
            return
        self.leave_selection()
        article, before = page.document.article, page.marked.of(span)
        words = span.of(article.body)

        draft = draft_name(article.id, span)

        def keep(text: str) -> None:
            self.desk.edits.keep_typed(draft, text)

        def given(text: str | None) -> None:
            if text is not None:  # the draft goes when the note is kept
                colour = None if before is not None else self.desk.marking.colour
                self._say(page, span, colour=colour, note=text, then=lambda: keep(""))

        def write(typed: str) -> None:
            if not isinstance(self.app.screen, NoteScreen):
                self.app.push_screen(NoteScreen(words, before.note if before else "", typed, keep), given)

        self.desk.edits.typed(draft, write)

    def _say(
        self,
        page: Page,
        span: Span,
        *,
        colour: str | None = None,
        note: str | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Have a mark's colour or note kept, and show it then."""
        article = page.document.article

        def kept(mark: Mark) -> None:
            if then is not None:
                then()
            if self.text.page is not None and self.text.page.document.article.id == article.id:
                self.text.page.marked.put(span, on=True, stroke=Stroke(mark.colour, mark.note))
                self.text.redraw(moved=False)
            said = _("{sign} {colour}").format(sign=SIGNS[mark.colour], colour=colour_name(mark.colour))
            kept_note = _("the note is kept") if note else _("the note was taken away")
            self.foot.say(said if note is None else kept_note)

        def sorry(problem: Problem) -> None:
            self.foot.say(_("the mark is not kept: {why}").format(why=problem))

        self.desk.marking.say(article, span, colour, note, kept, sorry)

    def note_here(self) -> str:
        """The note of the mark on the sentence being read, on one line; "" for none."""
        page = self.text.page
        here = _sentence(page) if page is not None and len(page.marked) else None
        if page is None or here is None:
            return ""
        notes = (stroke.note for span in page.marked.within(here.start, here.end) if (stroke := page.marked.of(span)))
        return next((clean_line(note, 80) for note in notes if note), "")

    def marks_undone(self, undone: Undone, again: bool) -> None:
        """A change of a mark was undone, or done again: show the marks as they are now."""
        self.foot.say(_("done again: the mark") if again else _("undone: the mark"))
        self._show_anew()

    def _show_anew(self) -> None:
        page = self.text.page
        if page is None:
            return
        article = page.document.article

        def show(marks: list[Mark]) -> None:
            if self.text.page is page:
                page.marked = Marked(marks)
                self.text.redraw(moved=False)

        self.desk.marking.of(article, show)

    def close_something(self) -> bool:
        """A mark that was to be put elsewhere stays, where nothing else is open."""
        if super().close_something():
            return True
        waiting, self._attaching = self._attaching is not None, None
        if waiting:
            self.foot.say(_("the mark stays where it is"))
        return waiting

    # The list

    def action_marks(self) -> None:
        """List the marks and notes of this article, and of the library."""
        from reader.tui.screens.listing_marks import Attach, MarksScreen

        page = self.text.page

        def chosen(answer: Listed | Attach | None) -> None:
            self._show_anew()
            if isinstance(answer, Attach):
                self._attaching = answer.listed.mark.number
                key = self.key_of("mark")
                self.foot.say(_("go to the words, and press {key}: attach here").format(key=key))
            elif answer is not None:
                self._go_to_mark(answer.mark)

        article_id = page.document.article.id if page is not None else ""
        self.app.push_screen(MarksScreen(self.desk.marking, self.desk.edits, article_id), chosen)

    def _go_to_mark(self, mark: Mark) -> None:
        page = self.text.page
        self.leave_trail()
        self.close_panes()
        if page is not None and page.document.article.id == mark.article:
            page.go_to_offset(mark.span.start)
            self.text.redraw()
        else:
            self.desk.visit(mark.article, (mark.span.start, 3))

    def _put_here(self, page: Page, span: Span) -> None:
        number, self._attaching = self._attaching, None
        article = page.document.article
        if number is not None:
            self.foot.say(_("attached here"))
            self.desk.marking.attach(number, article, span, self._show_anew)

    def _done_with(self, asked: tuple[str, Span]) -> bool:
        """One of the changes asked for is kept, or is not; whether it was the last that was on its way."""
        self._unkept[asked] -= 1
        if self._unkept[asked] > 0:
            return False
        del self._unkept[asked]
        return True

    def _show_mark(self, asked: tuple[str, Span], *, on: bool, stroke: Stroke) -> None:
        page = self.text.page
        if page is not None and page.document.article.id == asked[0] and (asked[1] in page.marked) is not on:
            page.marked.put(asked[1], on=on, stroke=stroke)
            self.text.redraw()


def _sentence(page: Page) -> Span | None:
    """The sentence under the cursor, in characters of the body; None for the title, which is no part of it."""
    block, document = page.cursor.block, page.document
    if block == 0:
        return None
    spans = document.sentences(block)
    return spans[min(page.cursor.sentence, len(spans) - 1)].shifted(document.start(block))

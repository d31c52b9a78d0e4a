"""The list of marks and notes: of the article, or of the whole library; by colour and by words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from articles.cleaning import clean_line, mask
from articles.folding import fold
from articles.markmodel import COLOURS
from reader.colours import colour_name
from reader.i18n import _, ngettext
from reader.tui.mark_words import draft_name
from reader.tui.page.cells import width_of
from reader.tui.page.marked import NOTE, SIGNS
from reader.tui.telling import date_text
from reader.tui.widgets.rows import ListRow, RowList

if TYPE_CHECKING:
    from articles.errors import Problem
    from articles.marks import Listed, Undone
    from reader.tui.edit_desk import EditDesk
    from reader.tui.mark_desk import MarkDesk

_LONG = 400  # characters of a mark that are looked at
T = TypeVar("T")

_COLOUR = 10  # cells for a colour's name


@dataclass(frozen=True, slots=True)
class Attach:
    """A mark that is to be put where the reader says."""

    listed: Listed


class MarkRows(RowList):
    """The marks, two lines each: colour and words, then the note; the article and its date at the right."""

    lines = 2

    def __init__(self) -> None:
        super().__init__(id="mark-rows")
        self.marks: list[Listed] = []
        self.library = False

    def count(self) -> int:
        """How many there are."""
        return len(self.marks)

    def row(self, number: int) -> ListRow:
        """The first line of a mark."""
        return self.line(number, 0)

    def line(self, number: int, part: int) -> ListRow:
        """A mark's words; under them its note, or where there is none what the first line had no room for."""
        listed = self.marks[number]
        mark, indent = listed.mark, " " * (_COLOUR + 1)
        lost = _("lost:") + " " if mark.lost else ""
        words = f"{lost}{clean_line(mark.quote, _LONG)}"
        first = _fitting(words, self.size.width - len(indent) - 4)
        if part == 0:
            name = set_cell_size(colour_name(mark.colour), _COLOUR)
            cut = "…" if mark.note and len(first) < len(words) else ""
            return ListRow(f" {name}{first}{cut}", sign=SIGNS[mark.colour], sign_ink=f"mark-{mark.colour}")
        right = " · ".join(filter(None, (clean_line(listed.title, 24), date_text(listed.day)))) if self.library else ""
        below = f"{NOTE} {clean_line(mark.note, _LONG)}" if mark.note else words[len(first) :].lstrip()
        return ListRow(f"{indent}{below}", right)

    def empty_text(self) -> str:
        """There is none."""
        return _("no marks here")


class MarksScreen(ModalScreen["Listed | Attach | None"]):
    """Gives the mark to go to, or the lost one to be put elsewhere; None where the reader only looked.

    Args:
        desk: Has them read and changed, each after what was asked for before.
        edits: Keeps a note while it is typed.
        article_id: The article on the screen; "" for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", show=False),
        Binding("tab", "all", show=False, priority=True),
        Binding("c", "colour", show=False),
        Binding("slash", "words", show=False),
        Binding("D,delete", "delete", show=False),
        Binding("U", "undo", show=False),
        Binding("ctrl+r", "redo", show=False),
        Binding("a", "note", show=False),
        Binding("h", "attach", show=False),
    ]

    def __init__(self, desk: MarkDesk, edits: EditDesk, article_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._marks = desk.marks
        self._edits = edits
        self._told = ""
        self._article = article_id
        self._all = not article_id
        self._colour = ""
        self._listed: list[Listed] = []
        self._folded: list[str] = []
        self.rows = MarkRows()
        self.line = Input(placeholder=_("words of the mark, the note or the title"), id="mark-words", compact=True)

    def compose(self) -> ComposeResult:
        """The rows, and the line that narrows them."""
        with Vertical(id="marks") as frame:
            frame.border_title = Content(_("Marks and notes"))
            keys = _("⏎ go · Tab all · / words · c colour · a note · D delete · U undo · h move")
            frame.border_subtitle = Content(keys)
            yield self.rows
            yield self.line

    def on_mount(self) -> None:
        """Fetch them."""
        self.line.display = False
        self.rows.focus()
        self._fetch()

    def _fetch(self) -> None:
        article = None if self._all else self._article
        self._desk.do(lambda: _folded(self._marks.listed(article)), self._show, self._sorry)

    def _show(self, found: tuple[list[Listed], list[str]]) -> None:
        self._listed, self._folded = found
        if self.is_attached:
            self._narrow()

    @on(Input.Changed)
    def _narrow(self) -> None:
        words = fold(mask(self.line.value)).split()
        self.rows.library = self._all
        self.rows.marks = [
            each
            for each, text in zip(self._listed, self._folded, strict=True)
            if (not self._colour or each.mark.colour == self._colour) and all(word in text for word in words)
        ]
        self.rows.changed()
        count = len(self.rows.marks)
        said = ngettext("{count} mark", "{count} marks", count).format(count=count)
        where = _("the whole library") if self._all else _("this article")
        parts = [_("Marks and notes"), where, said, *filter(None, (colour_name(self._colour), self._told))]
        self.query_one("#marks").border_title = Content(" · ".join(parts))

    def _sorry(self, problem: Problem) -> None:
        if not self.is_attached:
            self._desk.sorry(problem)  # said where the reader is now
            return
        self.query_one("#marks").border_title = Content(clean_line(str(problem), 200))

    def _here(self) -> Listed | None:
        return self.rows.marks[self.rows.cursor] if self.rows.marks else None

    def _do(self, work: Callable[[], T], told: Callable[[T], str]) -> None:
        def done(made: T) -> None:
            self._told = told(made)
            self._fetch()

        self._desk.do(work, done, self._sorry)

    @on(Input.Submitted)
    def _given(self) -> None:
        self.rows.focus()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.dismiss(self._here())

    # Keys

    def action_all(self) -> None:
        """The whole library instead of the article, and back."""
        self._all = not self._all or not self._article
        self._fetch()

    def action_colour(self) -> None:
        """Only the marks of the next colour; after the last, all."""
        order = ("", *COLOURS)
        self._colour = order[(order.index(self._colour) + 1) % len(order)]
        self._narrow()

    def action_words(self) -> None:
        """Ask for words."""
        self.line.display = True
        self.line.focus()

    def action_delete(self) -> None:
        """Take the mark away."""
        here = self._here()
        if here is not None:
            said = _("deleted: {words}").format(words=_short(here.mark.quote))
            self._do(lambda: self._marks.remove(here.mark.number), lambda _mark: said)

    def action_undo(self) -> None:
        """Undo what was done to marks last, those of the article or of the library, and say which it was."""
        article = None if self._all else self._article
        self._do(lambda: self._marks.undo(article), lambda undone: _undone(undone, _("undone: {words}")))

    def action_redo(self) -> None:
        """Do again what was undone."""
        article = None if self._all else self._article
        self._do(lambda: self._marks.redo(article), lambda undone: _undone(undone, _("done again: {words}")))

    def action_note(self) -> None:
        """Change the note."""
        from reader.tui.screens.noting import NoteScreen

        here = self._here()
        if here is None:
            return

        mark = here.mark
        draft = draft_name(mark.article, mark.span)

        def kept(_made: None) -> str:
            self._edits.keep_typed(draft, "")
            return _("the note is kept")

        def given(text: str | None) -> None:
            if text is not None:
                self._do(lambda: self._marks.rewrite(mark.number, text), kept)

        def write(typed: str) -> None:
            if self.is_current:
                keep = partial(self._edits.keep_typed, draft)
                self.app.push_screen(NoteScreen(mark.quote, mark.note, typed, keep), given)

        self._edits.typed(draft, write)

    def action_attach(self) -> None:
        """Put the mark where the reader says."""
        here = self._here()
        if here is not None:
            self.dismiss(Attach(here))

    def action_leave(self) -> None:
        """Close the line, then the list."""
        if self.line.display:
            self.line.value = ""
            self.line.display = False
            self.rows.focus()
        else:
            self.dismiss(None)


def _fitting(words: str, width: int) -> str:
    """The whole words that fit a width; all, or as much as fits, where no space is in it."""
    if width_of(words) <= width:
        return words
    fitting = set_cell_size(words, max(1, width))
    return fitting[: fitting.rfind(" ") + 1].rstrip() or fitting


def _short(quote: str) -> str:
    return clean_line(quote, 30)


def _undone(undone: Undone, said: str) -> str:
    mark = undone.after or undone.before
    return said.format(words=_short(mark.quote) if mark is not None else "")


def _folded(listed: list[Listed]) -> tuple[list[Listed], list[str]]:
    return listed, [fold(f"{each.mark.quote} {each.mark.note} {each.title}") for each in listed]

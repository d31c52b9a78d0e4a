"""The dialog that adds an article: an address, a path or a pasted text, and what will become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.cleaning import clean_line
from articles.model import Article
from reader.i18n import _, ngettext
from reader.tui.adding.given import LONGEST_LINE, is_line, titled
from reader.tui.widgets.dialogline import DialogLine

if TYPE_CHECKING:
    from articles.errors import Problem
    from reader.tui.adding.desk import AddDesk
    from reader.tui.adding.given import Preview

_KB = 1024


@dataclass(frozen=True, slots=True)
class Draft:
    """What was given and not added yet: the line as it was typed, or a text that was pasted."""

    line: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.line.strip() or self.text)


class AddLine(DialogLine):
    """One line; what is pasted into it is for the dialog to judge, and nothing of it is keys."""

    ENDS: ClassVar[Mapping[str, str]] = {"enter": "go", "escape": "leave", "tab": "complete"}

    class Pasted(Message):
        """A text was pasted."""

        def __init__(self, line: AddLine, text: str) -> None:
            super().__init__()
            self.line = line
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(self, event.text))


class AddScreen(ModalScreen[Article | None]):
    """Gives the article to be added; None where the reader left, what was given being in ``draft`` then.

    Args:
        desk: Reads and fetches.
        draft: What was given the last time and not added, or pasted just now.
    """

    takes_pastes = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, desk: AddDesk, draft: Draft) -> None:
        super().__init__()
        self._desk = desk
        self.draft = draft
        self.preview: Preview | None = None
        self.reading = False
        self.line = AddLine(
            draft.line, placeholder=_("an address, a path, or paste a text"), select_on_focus=False, id="add-line"
        )
        self.title_line = AddLine(select_on_focus=False, id="add-title")
        self._facts = Static(id="add-facts")
        self._excerpt = Static(id="add-excerpt")
        self.said = Static(id="add-said")
        self._saying = ""

    def compose(self) -> ComposeResult:
        """What is given, what it will become, and what is to be said about that."""
        with Vertical(id="add") as frame:
            frame.border_title = Content(_("Add an article"))
            yield self.line
            yield self.title_line
            yield self._facts
            yield self._excerpt
            yield self.said

    def on_mount(self) -> None:
        """Begin with what there is."""
        self._show()
        if self.draft.text:
            self._read()

    @property
    def saying(self) -> str:
        """The one line that is said now."""
        return self._saying

    # What is given

    @on(AddLine.Pasted)
    def _pasted(self, event: AddLine.Pasted) -> None:
        text = event.text
        if event.line is self.title_line:
            self.title_line.insert_text_at_cursor(clean_line(text, LONGEST_LINE))
        elif not text.strip():
            return
        elif is_line(text) and not self.draft.text:
            self.line.insert_text_at_cursor(clean_line(text, LONGEST_LINE))
        else:
            self.draft = Draft(self.line.value, text)
            self._read()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted while neither line has the focus, as while something is being read: it takes the place of that."""
        event.stop()
        if event.text.strip():
            self.draft = Draft(self.line.value, event.text)
            self._read()

    @on(AddLine.Ended)
    def _ended(self, event: AddLine.Ended) -> None:
        if event.how == "leave":
            self.action_leave()
        elif event.how == "complete":
            if self.preview is None and self.line.has_focus:
                typed = self.line.value
                self._desk.complete(typed, lambda line: self._completed(typed, line))
        elif self.preview is not None:
            self.dismiss(titled(self.preview, self.title_line.value))
        elif self.line.value.strip() and not self.reading:
            self.draft = Draft(self.line.value)
            self._read()

    def _completed(self, typed: str, line: str) -> None:
        if self.line.value == typed:  # nothing was typed meanwhile
            self.line.value = line
            self.line.cursor_position = len(line)

    def action_leave(self) -> None:
        """Give up reading; else back to the line; else leave, and what was given is kept aside."""
        reading, shown = self.reading, self.preview is not None
        self._desk.give_up()
        self.reading, self.preview = False, None
        if (reading or shown) and not self.draft.text:
            self._show()
            return
        if not self.draft.text:
            self.draft = Draft(self.line.value)
        self.dismiss(None)

    # What becomes of it

    def _read(self) -> None:
        self.preview, self.reading = None, True
        text = self.draft.text
        self._desk.read(text or self.draft.line, bool(text), self._there, self._sorry, self._came)
        self._show(_("reading …"))

    def _there(self, preview: Preview) -> None:
        self.preview, self.reading = preview, False
        self.title_line.value = preview.article.title
        self.title_line.cursor_position = len(self.title_line.value)
        self._facts.update(Content(preview.facts))
        self._excerpt.update(Content(preview.excerpt))
        other = _("this seems to be {language}, not Portuguese; Enter takes it anyway")
        self._show(other.format(language=preview.language) if preview.language else "")

    def _sorry(self, problem: Problem) -> None:
        self.reading = False
        if self.draft.text:  # it stays what it is: to be left with Escape, or pasted anew
            self.draft = Draft(self.draft.line, "")
        self._show(str(problem))

    def _came(self, size: int, whole: int | None) -> None:
        if self.reading:
            far = f"{size // _KB}/{whole // _KB} kB" if whole else f"{size // _KB} kB"
            self._say(_("fetching: {far}").format(far=far))

    def _say(self, text: str) -> None:
        self._saying = clean_line(text, 300)
        self.said.update(Content(self._saying))
        self.said.display = bool(text)

    def _show(self, said: str = "") -> None:
        """Have on the screen what there is now."""
        shown = self.preview is not None
        pasted = len(self.draft.text)
        self.line.display = not shown and not pasted
        self.title_line.display = self._facts.display = self._excerpt.display = shown
        if pasted and not shown and not said:
            said = ngettext("{count} character pasted", "{count} characters pasted", pasted).format(count=pasted)
        self._say(said)
        keys = _("⏎ add · Esc leave") if shown else _("⏎ look at it · Tab complete · Esc leave")
        frame = self.query_one("#add", Vertical)
        frame.border_title = Content(_("Add this article: its title") if shown else _("Add an article"))
        frame.border_subtitle = Content(_("Esc give up") if self.reading else keys)
        focus = self.title_line if shown else self.line
        self.set_focus(focus if focus.display else None)

"""A small editor for the note beside a mark, the marked words above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.text_area import Edit, EditResult

from articles.cleaning import clean, mask
from reader.i18n import _
from reader.tui.screens.editor import EditScreen, EnglishArea

_SHOWN = 400
"""Characters of the marked words that are shown."""


class NoteArea(EnglishArea):
    """Text of several lines: Enter begins another."""

    ending: ClassVar[dict[str, str]] = {"ctrl+s": "save", "escape": "save", "ctrl+o": "as_it_was"}

    def edit(self, edit: Edit) -> EditResult:
        """Typed or pasted: no sign that a terminal would take as a command; lines stay lines."""
        edit.text = mask(clean(edit.text)) if edit.text.strip("\n") else edit.text
        return super(EnglishArea, self).edit(edit)


class NoteScreen(EditScreen):
    """Gives the note to be kept, also where it is left by Esc; "" takes it away.

    Args:
        words: The marked words.
        note: What there is.
        typed: What was typed the last time and not kept.
        keep: Is called with what is typed, after each pause.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, how, show=False) for key, how in NoteArea.ending.items()]

    def __init__(self, words: str, note: str, typed: str, keep: Callable[[str], None]) -> None:
        super().__init__(words[:_SHOWN] + ("…" if len(words) > _SHOWN else ""), note, typed, keep)
        self.area = NoteArea(note)

    def compose(self) -> ComposeResult:
        """The words, and under them the note."""
        with Vertical(id="edit") as frame:
            frame.border_title = Content(_("Note"))
            frame.border_subtitle = Content(_("Esc keep · Ctrl-O as it was"))
            yield Static(Content(self._source), id="edit-source")
            yield self.area

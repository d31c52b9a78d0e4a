"""Picking the words of a name in the sentence being read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from articles.model import Span
from reader.i18n import _
from reader.tui.widgets.words import Words


class PickScreen(ModalScreen[Span | None]):
    """Gives the characters of the sentence that were picked; None where the reader gives up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", show=False, priority=True),
        Binding("escape,q", "leave", show=False, priority=True),
    ]

    def __init__(self, sentence: str, at: int = 0) -> None:
        super().__init__()
        self.words = Words(sentence, at)

    def compose(self) -> ComposeResult:
        """The sentence in a frame that says how to pick."""
        with Vertical(id="pick") as frame:
            frame.border_title = Content(_("Which words name it?"))
            frame.border_subtitle = Content(_("h l word · H L more, fewer · ⏎ · Esc"))
            yield self.words

    def on_mount(self) -> None:
        """Keys go to the words."""
        self.words.focus()

    def action_done(self) -> None:
        """These words."""
        self.dismiss(self.words.picked)

    def action_leave(self) -> None:
        """Give up."""
        self.dismiss(None)

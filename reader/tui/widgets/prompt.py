"""The line that asks: what to find, what a name is to be called."""

from __future__ import annotations

import enum
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from articles.cleaning import clean_line, mask
from reader.tui.pasting import shortened

_LONGEST = 500
"""Characters of a text to be changed."""


class Asking(enum.Enum):
    """What the line asks for."""

    FIND = enum.auto()
    SEARCH = enum.auto()
    NAMES = enum.auto()
    RENAME = enum.auto()
    SPLIT = enum.auto()
    TAGS = enum.auto()


class Prompt(Input):
    """One line of input above the foot, there only while something is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
    ]

    class Said(Message):
        """Something was said in the line."""

        def __init__(self, asking: Asking, text: str) -> None:
            super().__init__()
            self.asking = asking
            self.text = text

    class Typed(Said):
        """The text changed."""

    class Given(Said):
        """Enter was pressed."""

    class Stepped(Said):
        """Down or Up where that goes from match to match."""

        def __init__(self, asking: Asking, text: str, by: int) -> None:
            super().__init__(asking, text)
            self.by = by

    class Left(Said):
        """Escape was pressed."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.asking = Asking.FIND
        self.display = False
        self._history: tuple[str, ...] = ()
        self._at = 0

    def validate_value(self, value: str) -> str:
        """What is pasted is text from outside: Textual would draw its escape sequences as they are."""
        return mask(value)

    def _on_paste(self, event: events.Paste) -> None:
        """Of a long paste the beginning: Textual looks for line breaks in all of it, and draws all of it."""
        event.text = shortened(event.text)  # Textual calls Input's own after this

    def ask(self, asking: Asking, placeholder: str, text: str = "", history: tuple[str, ...] = ()) -> None:
        """Open the line, with a text in it that can be changed, and what was asked before, the last at the end."""
        self.asking = asking
        self._history, self._at = history, len(history)
        with self.prevent(Input.Changed):
            self.value = clean_line(text, _LONGEST) if text else ""
            self.cursor_position = len(self.value)
        self.placeholder = placeholder
        self.display = True

    def action_recall(self, by: int) -> None:
        """Go through what was asked before: -1 to the one before, 1 to the one after, and then to an empty line."""
        if self.asking is Asking.FIND:
            self.post_message(self.Stepped(self.asking, self.value, by))
        elif self._history and 0 <= self._at + by <= len(self._history):
            self._at += by
            self.value = self._history[self._at] if self._at < len(self._history) else ""
            self.cursor_position = len(self.value)

    def shut(self) -> None:
        """Close the line."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        if self.display:
            self.post_message(self.Typed(self.asking, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was given."""
        event.stop()
        self.post_message(self.Given(self.asking, event.value))

    def action_leave(self) -> None:
        """Give up."""
        self.post_message(self.Left(self.asking, self.value))

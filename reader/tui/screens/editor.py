"""A small editor for the English of one sentence, the Portuguese above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from articles.cleaning import clean, mask
from reader.i18n import _

_PAUSE = 0.4
"""Seconds without typing after which what is typed is kept."""

_ROWS = range(3, 11)


ENDING = {"enter": "save", "ctrl+s": "save", "escape": "leave", "ctrl+o": "as_it_was"}


class EnglishArea(TextArea):
    """Text of one sentence: it wraps, and has no line breaks. Whatever comes in is cleaned."""

    ending: ClassVar[dict[str, str]] = ENDING
    """The keys that end the typing."""

    def __init__(self, text: str) -> None:
        super().__init__(mask(text), id="edit-english", compact=True, highlight_cursor_line=False)

    class Ended(Message):
        """A key was pressed that ends the typing: "save", "leave" or "as_it_was"."""

        def __init__(self, how: str) -> None:
            super().__init__()
            self.how = how

    async def _on_key(self, event: events.Key) -> None:
        """Taken in the order of the keys: as a binding, Enter would overtake the last letters."""
        how = self.ending.get(event.key)
        if how is not None:
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended(how))

    def edit(self, edit: Edit) -> EditResult:
        """Typed or pasted: no sign that a terminal would take as a command, and all on one line."""
        edit.text = mask(clean(edit.text)).replace("\n", " ")
        return super().edit(edit)


class EditScreen(ModalScreen[str | None]):
    """Gives the English to be kept; None where the reader left, what was typed then being kept aside.

    Args:
        source: The Portuguese sentence.
        english: What there is; "" for nothing yet.
        typed: What was typed the last time and not kept; "" for nothing.
        keep: Is called with what is typed, after each pause.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, how, show=False) for key, how in ENDING.items()]

    def __init__(self, source: str, english: str, typed: str, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._source = mask(source.replace("\n", " "))
        self._english = english
        self._typed = typed
        self._keep = keep
        self._timer: Timer | None = None
        self.area = EnglishArea(english)

    def compose(self) -> ComposeResult:
        """The sentence, and under it the English."""
        with Vertical(id="edit") as frame:
            frame.border_title = Content(_("The English of this sentence"))
            keys = _("⏎ keep · Esc leave")
            again = _("unsaved, as you left it · Ctrl-O as it was")
            frame.border_subtitle = Content(f"{again} · {keys}" if self._typed else keys)
            yield Static(Content(self._source), id="edit-source")
            yield self.area

    def on_mount(self) -> None:
        """The cursor at the end; what was left unsaved is there, and can be taken back."""
        self.area.focus()
        self.area.move_cursor(self.area.document.end)
        if self._typed:
            self._put(self._typed)
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """At another width it has other lines."""
        self.call_after_refresh(self._fit)

    def offer(self, english: str) -> None:
        """The English came in meanwhile: it is there to be changed, unless something was typed already."""
        if not self._english and not self.area.text:
            self._english = english
            self.action_as_it_was()

    @property
    def _changed(self) -> bool:
        return self.area.text.strip() != self._english.strip()

    def _fit(self) -> None:
        rows = self.area.wrapped_document.height + 1
        self.area.styles.height = min(max(rows, _ROWS.start), _ROWS.stop - 1)

    @on(EnglishArea.Ended)
    def _ended(self, event: EnglishArea.Ended) -> None:
        {"save": self.action_save, "leave": self.action_leave, "as_it_was": self.action_as_it_was}[event.how]()

    @on(TextArea.Changed)
    def _typing(self) -> None:
        self._fit()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._keep_typed)

    def _keep_typed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        self._keep(self.area.text if self._changed else "")

    def _put(self, text: str) -> None:
        self.area.replace(text, self.area.document.start, self.area.document.end)
        self.area.move_cursor(self.area.document.end)

    def action_as_it_was(self) -> None:
        """Take back what was typed."""
        self._put(self._english)

    def action_save(self) -> None:
        """Keep it."""
        if self._timer is not None:
            self._timer.stop()
        self.dismiss(self.area.text)

    def action_leave(self) -> None:
        """Leave it as it is; what was typed is kept aside."""
        self._keep_typed()
        self.dismiss(None)

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not kept."""
        return self._changed and bool(self.area.text.strip())

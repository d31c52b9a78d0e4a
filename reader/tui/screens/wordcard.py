"""The whole card of a word: all senses of all dictionaries, its sentence, and where it was saved before."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from articles.model import Span
from reader.i18n import _
from reader.tui.widgets.reel import Reel
from reader.tui.wordcard import Seen, all_lines, line


class WordScreen(ModalScreen[None]):
    """A frame over the reading screen, to be scrolled.

    Args:
        seen: The word and what is known of it.
        sentence: The sentence it stands in.
        at: The word in it.
        english: The sentence in English; "" where there is none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,enter,backspace", "dismiss", show=False)]

    def __init__(self, seen: Seen, sentence: str, at: Span, english: str) -> None:
        super().__init__()
        self._seen = seen
        span = seen.lookup.span if seen.lookup is not None and seen.lookup.expression else at
        self.reel = Reel(lambda width: all_lines(seen, sentence, (span.start, span.end), line(english), width))

    def compose(self) -> ComposeResult:
        """The lines in a frame."""
        with Vertical(id="whole-card") as frame:
            frame.border_title = _("Word")
            frame.border_subtitle = Content(_("j k scroll · Esc back"))
            yield self.reel

    def on_mount(self) -> None:
        """Keys scroll it."""
        self.reel.focus()

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


class WordScreen(ModalScreen[int | None]):
    """A frame over the reading screen, to be scrolled; gives the number of the lemma that was chosen, from 0, or None.

    Args:
        seen: The word and what is known of it.
        sentence: The sentence it stands in.
        at: The word in it.
        english: The sentence in English; "" where there is none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,backspace", "dismiss", show=False),
        *(Binding(str(number), f"lemma({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, seen: Seen, sentence: str, at: Span, english: str) -> None:
        super().__init__()
        self._seen = seen
        span = seen.lookup.span if seen.lookup is not None and seen.lookup.expression else at
        self.reel = Reel(lambda width: all_lines(seen, sentence, (span.start, span.end), line(english), width))

    def compose(self) -> ComposeResult:
        """The lines in a frame."""
        with Vertical(id="whole-card") as frame:
            frame.border_title = _("Word")
            frame.border_subtitle = Content(" · ".join(filter(None, (self._choices(), _("j k scroll · Esc back")))))
            yield self.reel

    def _lemmas(self) -> tuple[str, ...]:
        lookup = self._seen.lookup
        return lookup.lemmas[:9] if lookup is not None and not lookup.expression and len(lookup.lemmas) > 1 else ()

    def _choices(self) -> str:
        return (
            _("here it is:")
            + " "
            + " ".join(f"{number} {line(lemma)}" for number, lemma in enumerate(self._lemmas(), 1))
            if self._lemmas()
            else ""
        )

    def action_lemma(self, number: int) -> None:
        """Say which lemma the word is a form of here."""
        if number <= len(self._lemmas()):
            self.dismiss(number - 1)

    def on_mount(self) -> None:
        """Keys scroll it."""
        self.reel.focus()

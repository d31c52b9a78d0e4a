"""A question with a few answers, each one key: over whatever is on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from articles.cleaning import clean_line
from reader.tui.widgets.rows import ListRow, RowList

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One answer: the key that gives it, what it says, and what it means."""

    key: str
    text: str
    answer: T


class Options(RowList):
    """The answers, one a row; also to be chosen by the cursor or a click."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(id="options")
        self._texts = texts

    def count(self) -> int:
        """How many answers there are."""
        return len(self._texts)

    def row(self, number: int) -> ListRow:
        """The answer with its key."""
        return ListRow(self._texts[number])


class AskScreen(ModalScreen[T | None], Generic[T]):
    """Asks; None where the reader gives up.

    Args:
        question: What is asked; cleaned here.
        options: The answers. Their keys are letters or digits that do not move the cursor of a list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "leave", show=False, priority=True)]

    def __init__(self, question: str, options: Sequence[Option[T]]) -> None:
        super().__init__()
        self._question = clean_line(question, 120)
        self._options = options
        self._rows = Options([f"{option.key}  {clean_line(option.text, 120)}" for option in options])

    def compose(self) -> ComposeResult:
        """The question as the frame's title, the answers in it."""
        with Vertical(id="ask") as frame:
            frame.border_title = Content(self._question)
            yield self._rows

    def on_mount(self) -> None:
        """As high as the answers are many."""
        self._rows.styles.height = len(self._options)
        self._rows.focus()

    def on_key(self, event: events.Key) -> None:
        """The key of an answer gives it."""
        for option in self._options:
            if event.character == option.key:
                event.stop()
                self.dismiss(option.answer)
                return

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self._options[event.number].answer)

    def action_leave(self) -> None:
        """Give up."""
        self.dismiss(None)

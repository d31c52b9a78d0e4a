"""The saved words: by status, in three orders, with the sentence of the one under the cursor."""

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

from reader.entities.weight import folded
from reader.i18n import _, ngettext
from reader.tui.widgets.prompt import Asking, Prompt
from reader.tui.widgets.reel import Reel
from reader.tui.widgets.rows import ListRow, RowList
from reader.tui.word_desk import WordDesk
from reader.tui.wordcard import Line, line, sentence_lines
from reader.vocabulary.model import Context, SavedWord, Status
from reader.vocabulary.telling import commonness, part_name, status_name

_FILTERS: tuple[Status | None, ...] = (None, *Status)


def _orders() -> list[tuple[str, Callable[[SavedWord], tuple[float, str]]]]:
    return [
        (_("last saved first"), lambda word: (0.0, "")),
        (_("commonest first"), lambda word: (-(word.zipf or 0.0), word.key)),
        (_("by lemma"), lambda word: (0.0, word.key)),
    ]


def _searched(word: SavedWord) -> str:
    said = (word.lemma, *word.meanings, *(each.sentence for each in word.contexts))
    return folded("\n".join(said))


class SavedRows(RowList):
    """The words."""

    words: tuple[SavedWord, ...] = ()

    class Moved(Message):
        """Another word is under the cursor."""

    def move_to(self, number: int, by: int = 1) -> None:
        """Put the cursor on a word, and say so."""
        super().move_to(number, by)
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a word, whose sentence is shown then; another one there chooses it."""
        event.stop()
        event.prevent_default()
        at = event.get_content_offset(self)
        number = self.top + at.y // self.lines if at is not None else self.count()
        if number == self.cursor:
            self.action_choose()
        elif number < self.count():
            self.move_to(number)

    def count(self) -> int:
        """How many are shown."""
        return len(self.words)

    def row(self, number: int) -> ListRow:
        """The lemma, its class and its first meaning; at the right its status."""
        word = self.words[number]
        said = " · ".join(filter(None, (line(word.lemma), part_name(word.part), line("; ".join(word.meanings[:2])))))
        right = " · ".join(filter(None, (commonness(word.zipf), status_name(word.status))))
        return ListRow(said, right)

    def empty_text(self) -> str:
        """That there are none."""
        return " " + _("no saved words here")


class SavedScreen(ModalScreen[Context | None]):
    """A frame over the reading screen; Enter leads to the sentence in its article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,backspace,quotation_mark", "leave", show=False, priority=True),
        *(Binding(str(number), f"only({number})", show=False, priority=True) for number in range(len(_FILTERS))),
        Binding("slash", "search", show=False, priority=True),
        Binding("o", "order", show=False, priority=True),
        Binding("s", "step", show=False, priority=True),
        Binding("D,delete", "remove", show=False, priority=True),
        Binding("U", "undo", show=False, priority=True),
    ]

    def __init__(self, desk: WordDesk) -> None:
        super().__init__()
        self._desk = desk
        self._all: list[SavedWord] = []
        self._filter = self._order = 0
        self._before: list[SavedWord] = []
        self.rows = SavedRows(id="card-rows")
        self.reel = Reel(self._sentence, id="card-sentence")
        self.reel.can_focus = False
        self.prompt = Prompt()
        self._query = ""

    def compose(self) -> ComposeResult:
        """The words, and the sentence of the one under the cursor."""
        with Vertical(id="card") as self.frame:
            self.frame.border_subtitle = Content(_("⏎ go there · s status · 0–4 filter · / find · o order · D U · Esc"))
            yield self.rows
            yield self.reel
            yield self.prompt

    def on_mount(self) -> None:
        """Have the words fetched."""
        self.rows.focus()
        self._fetch()

    def _fetch(self) -> None:
        self._desk.ask(lambda words: words.words(), self._fetched)

    def _fetched(self, words: list[SavedWord]) -> None:
        if not self.is_attached:
            return
        self._all = words
        under = self._under()
        wanted, (named, key) = _FILTERS[self._filter], _orders()[self._order]
        sought = folded(self._query)
        found = (each for each in words if wanted is None or each.status is wanted)
        shown = sorted((each for each in found if not sought or sought in _searched(each)), key=key)
        self.rows.words = tuple(shown)
        at = next((n for n, each in enumerate(shown) if under is not None and each.number == under.number), None)
        self.rows.move_to(self.rows.cursor if at is None else at)
        self.rows.refresh()
        self.reel.again()
        which = status_name(wanted) if wanted is not None else ""
        count = ngettext("{count} word", "{count} words", len(shown)).format(count=len(shown))
        self.frame.border_title = Content(" · ".join(filter(None, (_("Saved words"), which, count, named))))

    def _under(self) -> SavedWord | None:
        return self.rows.words[self.rows.cursor] if self.rows.cursor < len(self.rows.words) else None

    def _sentence(self, width: int) -> list[Line]:
        word = self._under()
        return sentence_lines(word.contexts[0], width) if word is not None and word.contexts else []

    @on(SavedRows.Moved)
    def _moved(self) -> None:
        self.reel.again()

    # Searching

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is looked for, letters are text."""
        return not self.prompt.display

    def action_search(self) -> None:
        """Show only the words whose lemma, meanings or sentences hold what is typed."""
        self.prompt.ask(Asking.SEARCH, _("lemma, meaning or sentence"), self._query)
        self.prompt.focus()

    @on(Prompt.Typed)
    def _typed(self, event: Prompt.Typed) -> None:
        self._query = event.text
        self._fetched(self._all)

    @on(Prompt.Given)
    def _given(self) -> None:
        self.prompt.shut()
        self.rows.focus()

    @on(Prompt.Left)
    def _left(self) -> None:
        self._query = ""
        self._given()
        self._fetched(self._all)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        word = self._under()
        if word is not None and word.contexts:
            self.dismiss(word.contexts[0])

    def action_only(self, number: int) -> None:
        """Only the words of a status; 0 for all."""
        self._filter = number
        self._fetched(self._all)

    def action_order(self) -> None:
        """The next order."""
        self._order = (self._order + 1) % len(_orders())
        self._fetched(self._all)

    def action_step(self) -> None:
        """Give the word its next status."""
        word = self._under()
        if word is not None:
            self._before.append(word)
            self._desk.ask(lambda words: words.set_status(word.number, word.status.next), lambda _done: self._fetch())

    def action_remove(self) -> None:
        """Save the word no more; U brings it back."""
        word = self._under()
        if word is not None:
            self._before.append(word)
            self._desk.ask(lambda words: words.remove(word.number), lambda _done: self._fetch())

    def action_undo(self) -> None:
        """Undo the last change made here."""
        if self._before:
            word = self._before.pop()
            self._desk.ask(lambda words: words.put_back(word), lambda _done: self._fetch())

    def action_leave(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)

"""A sentence of which some words are picked: by keys or by dragging the mouse over them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget

from articles.cleaning import mask
from articles.model import Span
from reader.tui.page.cells import width_of, wrap
from reader.tui.widgets.ink import Ink

_WORD = re.compile(r"\w(?:\S*\w)?")
"""A word without the punctuation around it."""


class Words(Widget, can_focus=True):
    """Shows a sentence; its cursor is a range of whole words.

    Args:
        text: The sentence.
        at: The character that the first word picked is at, or follows.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "move(-1)", show=False, priority=True),
        Binding("l,right", "move(1)", show=False, priority=True),
        Binding("H,shift+left", "extend(-1)", show=False, priority=True),
        Binding("L,shift+right", "extend(1)", show=False, priority=True),
    ]

    def __init__(self, text: str, at: int = 0) -> None:
        super().__init__(id="words")
        self._text = mask(text.replace("\n", " "))
        self._words = [Span(*match.span()) for match in _WORD.finditer(self._text)] or [Span(0, len(text))]
        self._first = self._last = min(self._word_at(at), len(self._words) - 1)
        self._top = 0
        self._ink = Ink(self.app)
        self._ground: Style | None = None
        self._held = False

    @property
    def picked(self) -> Span:
        """The characters picked."""
        first, last = sorted((self._first, self._last))
        return Span(self._words[first].start, self._words[last].end)

    def _word_at(self, offset: int) -> int:
        """The word at a character, or the next one, or the last."""
        at = max(0, bisect_right(self._words, offset, key=lambda span: span.start) - 1)
        return at if self._words[at].end > offset or at + 1 == len(self._words) else at + 1

    def _lines(self) -> list[tuple[int, int]]:
        return wrap(self._text, max(1, self.size.width))

    # Drawing

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the sentence takes."""
        return len(wrap(self._text, max(1, width)))

    def notify_style_update(self) -> None:
        """Textual's word that colours changed."""
        super().notify_style_update()
        self._ground = None

    def render_line(self, y: int) -> Strip:
        """One row of the sentence."""
        if self._ground is None:
            self._ground = self.rich_style
        width, lines = self.size.width, self._lines()
        if self._top + y >= len(lines):
            return Strip([Segment(" " * width, self._ground)], width)
        start, end = lines[self._top + y]
        picked = self.picked
        first, last = (min(max(at, start), end) for at in (picked.start, picked.end))
        style = self._ground + self._ink("row") + self._ink("chosen")
        segments = [
            Segment(self._text[start:first], self._ground),
            Segment(self._text[first:last], style),
            Segment(self._text[last:end], self._ground),
        ]
        return Strip(Segment.adjust_line_length(segments, width, self._ground), width)

    # Picking

    def action_move(self, by: int) -> None:
        """Pick the next or previous word alone."""
        self._pick(self._last + by, self._last + by)

    def action_extend(self, by: int) -> None:
        """Pick one word more on that side, or one less."""
        self._pick(self._first, self._last + by)

    def _pick(self, first: int, last: int) -> None:
        most = len(self._words) - 1
        self._first, self._last = min(max(0, first), most), min(max(0, last), most)
        lines = self._lines()
        row = max(0, bisect_right(lines, self._words[self._last].start, key=lambda line: line[0]) - 1)
        self._top = min(max(self._top, row - self.size.height + 1), row)
        self.refresh()

    def _under(self, event: events.MouseEvent) -> int | None:
        at = event.get_content_offset(self)
        lines = self._lines()
        if at is None or not 0 <= self._top + at.y < len(lines):
            return None
        start, end = lines[self._top + at.y]
        offset = start
        while offset < end and width_of(self._text[start : offset + 1]) <= at.x:
            offset += 1
        return self._word_at(offset)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Pick the word under the mouse."""
        word = self._under(event)
        if word is not None:
            self._held = True
            self._pick(word, word)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pick all words that the mouse is dragged over."""
        word = self._under(event) if self._held else None
        if word is not None:
            self._pick(self._first, word)

    def on_mouse_up(self) -> None:
        """The mouse was let go."""
        self._held = False

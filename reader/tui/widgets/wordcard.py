"""The card of the word that is looked at: a few lines over the text, away from the sentence being read."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from articles.cleaning import mask
from reader.tui.widgets.ink import Ink
from reader.tui.wordcard import Line

MOST = 5
"""Lines of a card between its edges."""

_LEAST = 2


class WordCard(Widget):
    """Lies over the text; takes no focus, and no room from what is under it."""

    def __init__(self) -> None:
        super().__init__(id="word-card")
        self.display = False
        self._lines: Sequence[Line] = ()
        self._ink = Ink(self.app)
        self._ground: Style | None = None
        self._at_top = False

    def notify_style_update(self) -> None:
        """Textual's word that colours changed."""
        super().notify_style_update()
        self._ground = None

    def show(self, title: str, state: str, lines: Sequence[Line], keys: str) -> None:
        """Say something else; ``title`` and ``state`` stand in the upper edge, the keys in the lower one."""
        self._lines = lines
        room = max(8, self.size.width - 4) if self.size.width else 200
        left = title if len(title) + len(state) + 5 <= room else title[: max(4, room - len(state) - 6)].rstrip() + "…"
        self.border_title = Content(f"{left} · {state}" if state else left)
        self.border_subtitle = Content(keys)
        self.refresh()

    def place(self, text: Region, first: int, last: int) -> int:
        """Stand at the top or the bottom of the text, away from these rows of it.

        It stays on its side for as long as it hides none of them there.

        Args:
            text: Where the text stands on the screen.
            first: The first row that is to be seen, from 0.
            last: The last one.

        Returns:
            The lines it may take between its edges.
        """
        above, below = max(0, first), max(0, text.height - 1 - last)
        needed = min(MOST, max(_LEAST, len(self._lines))) + 2
        if max(above, below) < needed or (above if self._at_top else below) < needed:
            self._at_top = above > below
        room = above if self._at_top else below
        height = min(MOST + 2, max(_LEAST + 2, room))
        self.styles.width, self.styles.height = text.width, height
        self.styles.offset = (text.x, text.y if self._at_top else text.bottom - height)
        self.display = True
        return height - 2

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        if self._ground is None:
            self._ground = self.rich_style
        width = self.size.width
        parts = self._lines[y] if y < len(self._lines) else ()
        segments = [Segment(" ", self._ground)]
        segments += [Segment(mask(text), self._ground + self._ink(ink)) for text, ink in parts]
        return Strip(Segment.adjust_line_length(segments, width, self._ground), width)

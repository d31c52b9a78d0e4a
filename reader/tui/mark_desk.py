"""What the reading screen has done about marks and notes, on the thread that keeps everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from articles.errors import Problem
from articles.markmodel import COLOURS
from articles.model import Article, Span
from reader.tui.background import Lane

if TYPE_CHECKING:
    from articles.marks import Mark, Marks
    from reader.positions import Positions

_COLOUR = "mark-colour"
"""The colour used last, as the window's settings are kept."""

Sorry = Callable[[Problem], None]
T = TypeVar("T")


class MarkDesk:
    """Keeps marks; what is asked for comes on the event loop.

    Args:
        marks: The library's marks.
        positions: Keeps the colour used last.
        books: The thread; after an article that is new is stored, on the same one.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(self, marks: Marks, positions: Positions, books: Lane, sorry: Sorry) -> None:
        self.marks = marks
        self._positions = positions
        self._books = books
        self.sorry = sorry
        self.colour = COLOURS[0]
        """The colour of the next mark: the one used last."""
        books.do(lambda: positions.recall(_COLOUR), self._recalled, sorry)

    def _recalled(self, colour: object) -> None:
        if isinstance(colour, str) and colour in COLOURS:
            self.colour = colour

    def use(self, colour: str) -> None:
        """Let the next mark have this colour."""
        if colour != self.colour:
            self.colour = colour
            self._books.do(lambda: self._positions.remember(_COLOUR, colour), None, self.sorry)

    def toggle(self, article: Article, span: Span, colour: str, kept: Callable[[bool], None], sorry: Sorry) -> None:
        """Keep a mark, or that it was taken away."""
        self._books.do(lambda: self.marks.toggle(article.id, span, span.of(article.body), colour), kept, sorry)

    def say(
        self,
        article: Article,
        span: Span,
        colour: str | None,
        note: str | None,
        kept: Callable[[Mark], None],
        sorry: Sorry,
    ) -> None:
        """Keep a mark's colour or note."""
        quote = span.of(article.body)
        self._books.do(lambda: self.marks.say(article.id, span, quote, colour=colour, note=note), kept, sorry)

    def do(self, work: Callable[[], T], then: Callable[[T], None], sorry: Sorry) -> None:
        """Anything else with the marks, after what was asked for before."""
        self._books.do(work, then, sorry)

    def of(self, article: Article, then: Callable[[list[Mark]], None]) -> None:
        """The marks of an article as they are now."""
        self._books.do(lambda: self.marks.of(article.id, article.body), then, self.sorry)

    def attach(self, number: int, article: Article, span: Span, then: Callable[[], None]) -> None:
        """Put a mark where the reader says."""
        quote = span.of(article.body)
        self._books.do(lambda: self.marks.attach(number, article.id, span, quote), lambda _: then(), self.sorry)

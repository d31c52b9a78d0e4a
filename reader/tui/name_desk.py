"""What the reading screen has done about names: finding one by typing, elsewhere in the library, putting one right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.tui.background import Lane
from reader.tui.page.marks import Marks

if TYPE_CHECKING:
    from articles.model import Article
    from reader.entities.corrections.model import Correction
    from reader.entities.corrections.store import CorrectionStore, Entry
    from reader.entities.model import Entity
    from reader.tui.widgets.card import Elsewhere

Corrected = Callable[[Marks, "Entry"], None]
"""Is told how the names are marked now, and what was made, undone or done again."""


class NameDesk:
    """Works on two threads, one for what is looked for and one for what is kept; results come on the event loop.

    Args:
        looking: The thread that looks things up.
        books: The thread that keeps things.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(self, looking: Lane, books: Lane, sorry: Callable[[Problem], None]) -> None:
        self._looking = looking
        self._books = books
        self._sorry = sorry
        self._corrections: CorrectionStore | None = None
        self._edition = 0

    def use(self, corrections: CorrectionStore | None) -> None:
        """What is kept can be kept from now on."""
        self._corrections = corrections

    # Looking

    def narrow(self, marks: Marks, query: str, then: Callable[[frozenset[int]], None]) -> None:
        """Find the names that match a query."""
        self._looking.do(lambda: marks.matching(query), then, self._sorry)

    def elsewhere(self, entity: Entity, then: Callable[[Sequence[Elsewhere]], None]) -> None:
        """Find the other articles that have an entity."""
        then(())

    # Putting right

    def marks_of(self, recognised: tuple[Entity, ...], article: Article) -> Marks:
        """The marks of an article's entities with the reader's corrections; on any thread but the event loop's."""
        edition, corrected = self._edition, recognised
        if self._corrections is not None:
            from reader.entities.corrections.apply import correct

            try:
                corrected = correct(recognised, self._corrections.of(article.id), article.body)
            except Problem as problem:  # names as they were found are better than none
                self._looking.post(self._sorry, problem)
        marks = Marks(corrected, article)
        marks.recognised, marks.edition = recognised, edition
        return marks

    def stale(self, marks: Marks) -> bool:
        """Whether a correction was made since these marks were."""
        return marks.edition != self._edition

    def renew(self, marks: Marks, article: Article, then: Callable[[Marks], None]) -> None:
        """Make marks anew with the corrections as they are now."""
        self._books.do(lambda: self.marks_of(marks.recognised, article), then, self._sorry)

    def record(self, correction: Correction, article: Article, marks: Marks, then: Corrected) -> None:
        """Keep a correction, durably, and only then show what it does."""
        self._change(lambda store: store.record(correction, article.id), article, marks, then)

    def undo(self, article: Article, marks: Marks, then: Corrected) -> None:
        """Undo the last correction that was made in an article."""
        self._change(lambda store: store.undo(article.id), article, marks, then)

    def redo(self, article: Article, marks: Marks, then: Corrected) -> None:
        """Do again the correction that was undone last in an article."""
        self._change(lambda store: store.redo(article.id), article, marks, then)

    def _change(
        self, make: Callable[[CorrectionStore], Entry], article: Article, marks: Marks, then: Corrected
    ) -> None:
        store = self._corrections
        if store is None:
            return  # there are no names on the screen yet either

        def work() -> tuple[Marks, Entry]:
            entry = make(store)
            self._edition += 1
            return self.marks_of(marks.recognised, article), entry

        self._books.do(work, lambda done: then(*done), self._sorry)

"""What the reading screen has done about names: finding one by typing, elsewhere in the library, putting one right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.tui.background import Lane
from reader.tui.card_desk import Elsewhere, Others
from reader.tui.page.marks import Marks

if TYPE_CHECKING:
    from articles.model import Article
    from articles.repository import ArticleRepository
    from reader.entities.corrections.model import Correction
    from reader.entities.corrections.store import CorrectionStore, Entry
    from reader.entities.index.queries import EntityIndex
    from reader.entities.model import Entity

_MOST = 200
"""Other articles that a card lists; how many more there are is said."""

_SOME = 10
"""Articles that are looked at anew before what else is to be kept has its turn; some milliseconds each."""

Corrected = Callable[[Marks, "Entry"], None]
"""Is told how the names are marked now, and what was made, undone or done again."""


class NameDesk:
    """Works on two threads, one for what is looked for and one for what is kept; results come on the event loop.

    Args:
        articles: The library.
        looking: The thread that looks things up.
        books: The thread that keeps things.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(
        self, articles: ArticleRepository, looking: Lane, books: Lane, sorry: Callable[[Problem], None]
    ) -> None:
        self._articles = articles
        self._looking = looking
        self._books = books
        self._sorry = sorry
        self._corrections: CorrectionStore | None = None
        self._index: EntityIndex | None = None
        self._edition = 0

    def use(self, corrections: CorrectionStore | None, index: EntityIndex | None) -> None:
        """What is kept can be kept from now on, and the library's names can be asked for."""
        self._corrections, self._index = corrections, index
        self._catch_up()

    # Looking

    def narrow(self, marks: Marks, query: str, then: Callable[[frozenset[int]], None]) -> None:
        """Find the names that match a query."""
        self._looking.do(lambda: marks.matching(query), then, self._sorry)

    def elsewhere(self, article_id: str, entity: Entity, then: Callable[[Others], None]) -> None:
        """Find the other articles that have an entity of this one."""
        index = self._index
        if index is None:
            then(Others())
            return

        def look() -> Others:
            from reader.tui.telling import date_text

            found = index.also_in(entity, article_id, _MOST)
            summaries = {each.key: each for each in self._articles.summaries([place.article for place in found.places])}
            there = [
                Elsewhere(summary.id, summary.title, date_text(place.day), place.mentions)
                for place in found.places
                if (summary := summaries.get(place.article)) is not None  # else it was removed just now
            ]
            days = index.days(found.entity.number) if found.entity is not None else None
            first, last = (date_text(each) for each in days) if days is not None else ("", "")
            return Others(there, found.count, found.pending, first, last)

        def sorry(problem: Problem) -> None:
            then(Others())
            self._sorry(problem)

        self._looking.do(look, then, sorry)

    def _catch_up(self, left: int = 1) -> None:
        """Have the articles that a correction concerns looked at anew, some at a time, so that nothing waits long."""
        index = self._index
        if index is not None and left:
            self._books.do(lambda: index.catch_up(_SOME), self._catch_up, self._sorry)

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
        store = self._corrections
        if store is not None:  # else there are no names on the screen yet either
            self._books.do(
                lambda: self.change(store, lambda store: store.record(correction, article.id), article, marks),
                lambda made: self.changed(made, then),
                self._sorry,
            )

    def change(
        self, store: CorrectionStore, make: Callable[[CorrectionStore], Entry], article: Article, marks: Marks
    ) -> tuple[Marks, Entry]:
        """On the keeping thread: make, undo or do again a correction; how names are marked then, and what it was."""
        entry = make(store)
        self._edition += 1
        return self.marks_of(marks.recognised, article), entry

    def changed(self, made: tuple[Marks, Entry], then: Corrected) -> None:
        """Tell of a correction that was made, undone or done again, and let the library follow."""
        then(*made)
        self._catch_up()

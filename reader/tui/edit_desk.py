"""What the reading screen has kept of the reader's own English; and undoing, of that, of names and of marks alike."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.errors import Problem
from articles.markmodel import Undone
from articles.model import Article
from reader.positions import Positions
from reader.tui.background import Lane
from reader.tui.name_desk import Corrected, NameDesk
from reader.tui.page.marks import Marks

if TYPE_CHECKING:
    from articles.marks import Marks as ReaderMarks
    from reader.entities.corrections.store import CorrectionStore, Entry
    from reader.translation.edited import Edit
    from reader.translation.edits import EditStore
    from reader.translation.engine import Translation
    from reader.translation.service import TranslationService

_TYPED = "typed"
"""What was typed and not kept yet, as the window's settings are kept."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An edit that was made, undone or done again.

    Attributes:
        edit: None where a person had said just that already.
        translation: The English that counts now; None where there is none.
        source: The sentence.
    """

    edit: Edit | None
    translation: Translation | None
    source: str


Told = Callable[[Edited], None]


class EditDesk:
    """Keeps edits on the thread that keeps everything; what shows is on the disk.

    Args:
        books: The thread.
        names: Undoes corrections of names.
        positions: Keeps what was typed and not kept yet.
        author: Who edits, where they gave a name.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(
        self, books: Lane, names: NameDesk, positions: Positions, author: str, sorry: Callable[[Problem], None]
    ) -> None:
        self._books = books
        self._names = names
        self._positions = positions
        self._author = author
        self._sorry = sorry
        self._edits: EditStore | None = None
        self._corrections: CorrectionStore | None = None
        self._service: TranslationService | None = None
        self._reader_marks: ReaderMarks | None = None
        self._marked: Callable[[Undone, bool], None] | None = None

    def join(self, marks: ReaderMarks, undone: Callable[[Undone, bool], None]) -> None:
        """What is done to the reader's marks is undone in one order with the rest; ``undone`` is told of it."""
        self._reader_marks, self._marked = marks, undone

    def use(self, edits: EditStore | None, corrections: CorrectionStore | None, service: TranslationService) -> None:
        """What is edited can be kept from now on."""
        self._edits, self._corrections, self._service = edits, corrections, service

    @property
    def able(self) -> bool:
        """Whether edits can be kept."""
        return self._edits is not None

    # Editing

    def save(self, source: str, english: str, article: Article, then: Told) -> None:
        """Keep a person's English; nothing but space takes back what they said before."""
        edits = self._edits
        if edits is None:
            return

        def work() -> Edited:
            if english.strip():
                made = edits.save(source, english, self._author, article.id)
            else:
                made = edits.drop(source, self._author, article.id)
            self._positions.remember(_TYPED, "")
            return self._edited(made, source)

        self._books.do(work, then, self._sorry)

    def _edited(self, made: Edit | None, source: str) -> Edited:
        found = self._service.recall([source]).get(source) if self._service is not None else None
        return Edited(made, found, source)

    # What was typed and is not kept yet

    def keep_typed(self, source: str, text: str) -> None:
        """Keep what is being typed, so that it is not lost whatever happens; "" for nothing."""
        value = json.dumps([source, text], ensure_ascii=False) if text else ""
        self._books.do(lambda: self._positions.remember(_TYPED, value), None, self._sorry)

    def typed(self, source: str, then: Callable[[str], None]) -> None:
        """What was typed for a sentence the last time and not kept; "" for nothing."""

        def work() -> str:
            kept = self._positions.recall(_TYPED)
            try:
                about, text = json.loads(str(kept or "null")) or ("", "")
            except (ValueError, TypeError):  # not ours
                return ""
            return str(text) if about == source else ""

        self._books.do(work, then, lambda _problem: then(""))

    # Undoing

    def undo(self, article: Article, marks: Marks, named: Corrected, edited: Told) -> None:
        """Undo what was done last in an article: to a name, to the English of a sentence, or to a mark."""
        self._back(article, marks, named, edited, "last_done", "undo")

    def redo(self, article: Article, marks: Marks, named: Corrected, edited: Told) -> None:
        """Do again what was undone last in an article."""
        self._back(article, marks, named, edited, "last_undone", "redo")

    def _back(self, article: Article, marks: Marks, named: Corrected, edited: Told, when: str, what: str) -> None:
        edits, corrections = self._edits, self._corrections
        if corrections is None:
            return  # nothing was done yet

        def work() -> Edited | Undone | tuple[Marks, Entry]:
            # All in one piece of work: of two keys typed quickly the second finds what the first has left.
            name: datetime.datetime | None = getattr(corrections, when)(article.id)
            edit: datetime.datetime | None = getattr(edits, when)(article.id) if edits is not None else None
            own = self._reader_marks
            mark: datetime.datetime | None = getattr(own, when)(article.id) if own is not None else None
            if own is not None and mark is not None and all(each is None or mark >= each for each in (name, edit)):
                undone: Undone = getattr(own, what)(article.id)
                return undone
            if edits is not None and edit is not None and (name is None or edit >= name):
                made: Edit = getattr(edits, what)(article.id)
                return self._edited(made, made.source)
            return self._names.change(corrections, lambda store: getattr(store, what)(article.id), article, marks)

        def done(made: Edited | Undone | tuple[Marks, Entry]) -> None:
            if isinstance(made, Edited):
                edited(made)
            elif isinstance(made, Undone):
                if self._marked is not None:
                    self._marked(made, what == "redo")
            else:
                self._names.changed(made, named)

        self._books.do(work, done, self._sorry)

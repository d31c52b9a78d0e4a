"""What the reading screen has done for it: reading, keeping, finding, naming and translating beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import BadQuery, Problem
from articles.formats import load
from articles.model import Article
from articles.repository import Summary
from reader.entities.model import Entity
from reader.i18n import _, language
from reader.translation.engine import EngineUnavailable, Origin
from reader.translation.service import TranslationService
from reader.tui.background import Lane
from reader.tui.drafting import Drafting, Heard
from reader.tui.naming import Naming
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.find import Matches, matches
from reader.tui.page.marks import Marks
from reader.tui.page.page import Page
from reader.tui.services import Services

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_KEEP_AFTER = 0.5
"""Seconds without moving after which the place in the article is kept."""

_FIRST_PAGE = 200
_WORDS_A_MINUTE = 200
_CHARACTERS_A_WORD = 6  # of Portuguese news, spaces and punctuation counted


@dataclass(frozen=True, slots=True)
class Opened:
    """An article ready to be shown.

    Attributes:
        offset: The character of the body to begin at; -1 for the title.
        row: The row of the screen to put it on.
        stored: Whether the article is in the library.
    """

    page: Page
    offset: int = -1
    row: int = 0
    stored: bool = True


def prepare(services: Services, article: Article, *, stored: bool) -> Opened:
    """Make an article ready to be shown, where the reader was in it."""
    document = Document(article)
    position = services.positions.get(article.id)
    page = Page(document, English(document))
    if position is None:
        return Opened(page, stored=stored)
    return Opened(page, position.offset, position.row, stored)


class Desk:
    """The reading screen's helpers, each on a thread of its own; results come back on the event loop."""

    def __init__(self, services: Services, screen: ReadingScreen) -> None:
        self._services = services
        self._screen = screen
        self._loop = asyncio.get_running_loop()
        self._books = Lane("books", self._loop)
        self._looking = Lane("looking", self._loop)
        self._reciting = Lane("recall", self._loop)
        self._drafts = Lane("drafts", self._loop)
        self._names = Lane("names", self._loop)
        self.progress: float | None = None
        self._opened: Opened | None = None
        self._asked = 0
        self._keeping: asyncio.TimerHandle | None = None
        engine = services.translation.engine
        online = engine is not None and engine.origin is Origin.REFINED
        self.drafting = Drafting(
            self._local_service() if online else services.translation,
            engine if online else None,
            self._drafts,
            self._reciting,
            self._loop,
            Heard(screen.english_changed, self._progressed, screen.foot.say),
        )
        self._naming = Naming(services.recogniser, services.analyses, self._names)

    def _local_service(self) -> TranslationService:
        """Drafts come from this machine's engine also where an online one was chosen."""
        try:
            return TranslationService(self._services.memory, self._services.engine_for("local"))
        except EngineUnavailable:
            return TranslationService(self._services.memory, None)

    def close(self) -> None:
        """Leave the article and let what is to be kept be kept; waits for nothing else."""
        if self._keeping is not None:
            self._keeping.cancel()
        self.drafting.leave()
        self._naming.leave()
        for lane in (self._looking, self._reciting, self._drafts, self._names):
            lane.close(wait=0)
        self._books.close()

    def _progressed(self, share: float | None) -> None:
        self.progress = share
        self._screen.tell_place()

    def _sorry(self, problem: Problem) -> None:
        self._screen.foot.say(str(problem))

    # Articles

    def opened(self, opened: Opened) -> None:
        """An article was put on the screen: find its English in the memory, its names, and its place in the library."""
        self._opened = opened
        article = opened.page.document.article
        self.drafting.open(opened.page.document, opened.page.english, opened.page.cursor.block)
        if not opened.stored:
            self._books.do(lambda: self._services.articles.add(article), lambda _: self.list_library(), self._sorry)
        self._naming.open(article, self._named, self._sorry)
        self._books.do(lambda: _particulars(article), lambda text: self._particulars(opened, text))

    def _particulars(self, opened: Opened, text: str) -> None:
        if opened is self._opened:
            self._screen.head.tell(particulars=text)
            self._screen.names.date_text = _date_text
            self._screen.names.rebuild()

    def _named(self, article: Article, entities: tuple[Entity, ...], done: bool) -> None:
        opened = self._opened
        if opened is None or opened.page.document.article is not article:
            return
        marks = Marks(entities)
        marks.rechoose(self._screen.text.marks)
        self._screen.text.marks = marks
        self._screen.text.redraw(moved=False)
        if entities or done:
            self._screen.names.show(marks)

    def open_article(self, article_id: str) -> None:
        """Open a stored article."""

        def read() -> Opened:
            return prepare(self._services, self._services.articles.get(article_id), stored=True)

        self._books.do(read, self._screen.show_article, self._sorry)

    def open_file(self, path: Path) -> None:
        """Open a file and keep it in the library."""

        def read() -> Opened:
            article = load(path)
            self._services.articles.add(article)
            return prepare(self._services, article, stored=True)

        def show(opened: Opened) -> None:
            self._screen.show_article(opened)
            self.list_library()

        self._books.do(read, show, self._sorry)

    # The library

    def list_library(self) -> None:
        """Fetch the list of articles, and the first rows with it."""

        def read() -> tuple[Sequence[int], list[Summary]]:
            keys = self._services.articles.keys()
            return keys, self._services.articles.summaries(keys[:_FIRST_PAGE])

        self._books.do(read, lambda found: self._screen.library.fill(*found), self._sorry)

    def fetch(self, keys: list[int]) -> None:
        """Fetch rows of the list that came into view."""
        self._books.do(lambda: self._services.articles.summaries(keys), self._screen.library.put, self._sorry)

    def search(self, query: str) -> None:
        """Search all articles, and list what was found; the last search asked for counts."""
        if not query.strip():
            self._asked += 1
            self.list_library()
            return
        self._asked = asked = self._asked + 1

        def read() -> list[Summary]:
            if asked != self._asked:
                return []
            return [hit.summary for hit in self._services.articles.search(query, limit=_FIRST_PAGE)]

        def show(found: list[Summary]) -> None:
            if asked == self._asked:
                self._screen.library.fill([summary.key for summary in found], found, query)

        def sorry(problem: Problem) -> None:
            if asked == self._asked and not isinstance(problem, BadQuery):
                self._sorry(problem)

        self._looking.do(read, show, sorry)

    def find(self, body: str, query: str, then: Callable[[Matches], None]) -> None:
        """Find words in the article; the last search asked for counts."""
        self._asked = asked = self._asked + 1

        def read() -> Matches:
            return Matches(query, matches(body, query) if asked == self._asked else [])

        self._looking.do(read, lambda found: then(found) if asked == self._asked else None, self._sorry)

    # What is kept

    def keep_place_soon(self) -> None:
        """Have the place kept once the reader has stayed at it for a moment."""
        if self._keeping is None:
            self._keeping = self._loop.call_later(_KEEP_AFTER, self._keep_now)

    def _keep_now(self) -> None:
        self._keeping = None
        self._screen.keep_place()

    def keep_place(self, article_id: str, offset: int, row: int) -> None:
        """Keep the place in an article."""
        self._books.do(lambda: self._services.positions.save(article_id, offset, row), None, self._sorry)

    def remember(self, name: str, value: str | int | bool) -> None:
        """Keep how the window is set."""
        self._books.do(lambda: self._services.positions.remember(name, value), None, self._sorry)


def _particulars(article: Article) -> str:
    """When it was published, how long it takes to read, and its language: for the line above the page."""
    minutes = max(1, round(len(article.body) / _CHARACTERS_A_WORD / _WORDS_A_MINUTE))
    parts = [_("{minutes} min").format(minutes=minutes), article.language]
    if article.published is not None:
        parts.insert(0, _date_text(article.published.isoformat()))
    return " · ".join(parts)


def _date_text(iso: str) -> str:
    """A date as the interface's language writes it, as precisely as it is known."""
    import datetime

    from babel.dates import format_date, format_skeleton

    locale = language()
    parts = iso.split("-")
    try:
        if "/" in iso:
            return " – ".join(_date_text(part) for part in iso.split("/"))
        if len(parts) == 3:
            return format_date(
                datetime.date.fromisoformat(iso), "EEE, d MMM y" if locale != "en" else "EEE d MMM y", locale
            )
        if len(parts) == 2:
            return format_skeleton("yMMM", datetime.date(int(parts[0]), int(parts[1]), 1), locale=locale)
    except ValueError:
        pass
    return iso

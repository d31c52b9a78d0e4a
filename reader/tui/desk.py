"""What the reading screen has done for it: reading, keeping, finding, naming and translating beside it."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from articles.errors import ArticleNotFound, Problem
from reader.i18n import _
from reader.tui.about import about
from reader.tui.adding.desk import AddDesk
from reader.tui.background import Lane
from reader.tui.edit_desk import EditDesk
from reader.tui.english_desk import EnglishDesk
from reader.tui.feed_desk import FeedDesk
from reader.tui.mark_desk import MarkDesk
from reader.tui.name_desk import NameDesk
from reader.tui.opened import Opened, prepare
from reader.tui.seeking import Seeking
from reader.tui.shelf_desk import ShelfDesk

if TYPE_CHECKING:  # what works beside the screen is imported beside it, after the first picture
    from articles.errors import StorageError
    from articles.model import Span
    from articles.repository import Summary
    from reader.tui.ahead import Ahead, Progress
    from reader.tui.name_drafts import NameDrafts
    from reader.tui.naming import Named, Naming
    from reader.tui.page.marks import Marks
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.services import Helpers, Services

_KEEP_AFTER = 0.5
"""Seconds without moving after which the place in the article is kept."""


class Desk:
    """The reading screen's helpers, each on a thread of its own; results come back on the event loop.

    Until the helpers are there, a moment after the first picture, what is asked of them waits.
    """

    def __init__(self, services: Services, screen: ReadingScreen) -> None:
        self._services = services
        self._screen = screen
        self._loop = asyncio.get_running_loop()
        self._books = Lane("books", self._loop)
        self._looking = Lane("looking", self._loop)
        self._names = Lane("names", self._loop)
        self.english = EnglishDesk(screen, self._loop)
        self.names = NameDesk(services.articles, self._looking, self._books, self._sorry)
        author = services.config.author
        self.edits = EditDesk(self._books, self.names, services.positions, author, self._sorry)
        self.marking = MarkDesk(services.marks, services.positions, self._books, self._sorry)
        self.edits.join(services.marks, screen.marks_undone)
        self.seeking = Seeking(self._loop, self.english.kept, self._sorry)
        self.shelf = ShelfDesk(services, screen, self._loop, self._looking, self._sorry)
        self.adding = AddDesk(services, self._loop, self._books)
        self.feeds = FeedDesk(services, self._loop, screen.feeds_far, screen.feeds_ended)
        self._opened: Opened | None = None
        self._naming: Naming | None = None
        self._name_drafts: NameDrafts | None = None
        self.helpers: Helpers | None = None
        self._ahead: Ahead | None = None
        self._keeping: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """After the first picture: fetch the list of articles, and have the helpers made."""
        self.shelf.start(self._opened.article.id if self._opened is not None else None)
        self.english.recall.do(lambda: self._services.helpers(self._not_kept), self._helped, self._sorry)

    def _helped(self, helpers: Helpers) -> None:
        from reader.tui.name_drafts import NameDrafts
        from reader.tui.naming import Naming

        self.english.use(helpers)
        self.helpers = helpers
        self.names.use(helpers.corrections, helpers.index)
        self.edits.use(helpers.edits, helpers.corrections, helpers.drafts)
        marks_of = self.names.marks_of
        self._naming = Naming(helpers.recogniser, helpers.analyses, self._names, helpers.worker, marks_of)
        if helpers.worker is not None and self._services.config.names_ahead:
            from reader.tui.ahead import Ahead

            reading = self._services.articles, helpers.analyses, helpers.worker, Lane("ahead", self._loop)
            self._ahead = Ahead(*reading, self._went_ahead)
        if helpers.namer is not None:
            self._name_drafts = NameDrafts(helpers.namer, self.english.drafts, self._loop, marks_of)
        if self._opened is not None:
            self._help(self._opened)
        self.english.begin()

    def close(self) -> None:
        """Leave the article and let what is to be kept be kept; waits for nothing else."""
        if self._keeping is not None:
            self._keeping.cancel()
        self._leave()
        self.english.close()
        self.adding.close()
        self.feeds.close()
        for lane in (self._looking, self._names):
            lane.close(wait=0)
        self.seeking.close()
        self.shelf.close()
        if self._ahead is not None:
            self._ahead.close()
        if self.helpers is not None:
            self.helpers.close()
        self._books.close()

    def _leave(self) -> None:
        self.english.leave()
        if self._naming is not None:
            self._naming.leave()
        if self._name_drafts is not None:
            self._name_drafts.leave()

    def _sorry(self, problem: Problem) -> None:
        self._screen.foot.say(str(problem))

    def _not_kept(self, error: StorageError) -> None:
        """On a helper's thread: a translation was made and could not be kept."""
        self.english.drafts.post(self._screen.foot.say, _("translations are not kept: {why}").format(why=error))

    @property
    def progress(self) -> float | None:
        """How much of the article is translated, from 0 to 1; None while nobody translates it."""
        return self.english.progress

    def focus(self, first: int, last: int) -> None:
        """These blocks are on the screen: they come first."""
        self.english.focus(first, last)
        if self._naming is not None:
            self._naming.give_way()
        if self._ahead is not None:
            self._ahead.give_way()

    # Articles

    def opened(self, opened: Opened) -> None:
        """An article was put on the screen: find its English in the memory, its names and its place in the library."""
        self._leave()
        self._opened = opened
        if opened.key is None:
            article = opened.article
            self._books.do(lambda: self._services.articles.add(article), lambda _: self.list_library(), self._sorry)
        self._books.do(lambda: about(opened.article), lambda said: self._tell_about(opened, *said))
        self._books.do(lambda: self.versions(opened.article.id), lambda found: self._tell_versions(opened, found))
        self._help(opened)

    def _help(self, opened: Opened) -> None:
        self.english.open(opened)
        if self._naming is not None:
            self._naming.open(opened.article, max(0, opened.page.offset()), self._named, self._sorry)

    def _tell_about(self, opened: Opened, text: str, foreign: str, date: str) -> None:
        if opened is self._opened:
            if opened.page.set_date(date):
                self._screen.text.redraw(moved=False)
            self._screen.head.tell(particulars=text)
            if foreign:
                self._screen.foot.say(foreign)

    def _tell_versions(self, opened: Opened, found: list[Summary]) -> None:
        if opened is self._opened and len(found) > 1:
            self._screen.tell_versions(found, opened.article.id)

    def _named(self, named: Named) -> None:
        opened = self._opened
        if opened is None or opened.article is not named.article:
            return
        marks = named.marks
        if marks is not None and self.names.stale(marks):
            again = dataclasses.replace
            self.names.renew(marks, opened.article, lambda new: self._named(again(named, marks=new)))
            return
        if marks is not None and (marks.entities or named.done):
            self._screen.show_names(marks)
            self._screen.names_found(named.article, marks)
        if marks is None or marks.entities or named.done:
            self._screen.names.border_subtitle = named.said()
        if named.done and self._ahead is not None:
            self._ahead.look()
        if named.done and marks is not None:
            self.english.named(named.article, marks)
            self._screen.names_complete(named.article, marks)
        if named.done and marks is not None and self._name_drafts is not None:
            self._name_drafts.open(named.article, marks, self._named_in_english)

    def _named_in_english(self, before: Marks, marks: Marks) -> None:
        opened = self._opened
        if opened is None or self._screen.text.marks.recognised is not before.recognised:
            return  # they were found anew meanwhile
        if self.names.stale(marks):
            self.names.renew(marks, opened.article, lambda new: self._named_in_english(before, new))
        else:
            self._screen.show_names(marks)
            self.english.named(opened.article, marks)

    def _went_ahead(self, progress: Progress | None) -> None:
        said = _("names: {done} of {count}").format(done=progress.done, count=progress.count) if progress else ""
        self._screen.library.tell_progress(said)

    def open_article(self, key: int) -> None:
        """Open a stored article."""

        def read() -> Opened:
            for summary in self._services.articles.summaries([key]):
                return prepare(self._services, self._services.articles.get(summary.id))
            raise ArticleNotFound(_("the article is no longer in the library"))

        def sorry(problem: Problem) -> None:
            self._screen.arrived()
            self._sorry(problem)
            if isinstance(problem, ArticleNotFound):
                self.list_library()

        self._books.do(read, self._screen.show_article, sorry)

    def edit(self, article_id: str, fields: dict[str, Any], then: Callable[[Opened], None]) -> None:
        """Keep what the reader says of an article; ``then`` gets it as it is now."""

        def work() -> Opened:
            articles = self._services.articles
            key = articles.key_of(article_id)
            if key is None:
                raise ArticleNotFound(_("the article is no longer in the library"))
            return prepare(self._services, articles.edit(key, **fields))

        self._books.do(work, then, self._sorry)

    def versions(self, article_id: str) -> list[Summary]:
        """The versions of an article, newest first; on a thread."""
        articles = self._services.articles
        key = articles.key_of(article_id)
        return articles.versions(articles.newest(key)) if key is not None else []

    def visit(self, article_id: str, place: tuple[int, int] | None = None) -> None:
        """Open a stored article where the reader was in it, or at a character of the body on a row of the screen."""

        def read() -> Opened:
            opened = prepare(self._services, self._services.articles.get(article_id))
            return opened if place is None else dataclasses.replace(opened, offset=place[0], row=place[1])

        self._books.do(read, self._screen.show_article, self._sorry)

    # The library

    def list_library(self, then: Callable[[], None] | None = None) -> None:
        """Fetch the list of articles anew; the row under the cursor stays, and what is new is not told."""
        opened = self._opened
        self.shelf.relist(open_id=opened.article.id if opened is not None else None, then=then)

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

    def keep_seen(self, article_id: str, spans: tuple[Span, ...], read: bool, told: Callable[[int], None]) -> None:
        """Keep what was seen of an article; where that is enough, it is read from now on, and its key is told."""

        def work() -> int | None:
            self._services.positions.save_seen(article_id, spans)
            key = self._services.articles.key_of(article_id) if read else None
            if key is not None:
                self._services.articles.mark_read([key])
            return key

        self._books.do(work, lambda key: told(key) if key is not None else None, self._sorry)

    def remember(self, name: str, value: str | int | bool) -> None:
        """Keep how the window is set."""
        self._books.do(lambda: self._services.positions.remember(name, value), None, self._sorry)

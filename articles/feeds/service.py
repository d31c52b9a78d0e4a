"""All that can be done with feeds, for the command line and the screen alike."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.feeds.model import Feed, FullText, State
from articles.feeds.opml import Outline
from articles.feeds.store import FeedStore
from articles.net.problems import Offline

if TYPE_CHECKING:
    from articles.database import Database
    from articles.feeds.discovery import Candidate
    from articles.feeds.outcomes import Outcome
    from articles.feeds.refreshing import Refresher, Step
    from articles.feeds.webs import Webs
    from articles.model import Article
    from articles.repository import ArticleRepository


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed as a list shows it: with how many of its articles are in the library, and how many are unread."""

    feed: Feed
    articles: int
    unread: int


@dataclass(frozen=True, slots=True)
class Addition:
    """A feed that was added.

    Attributes:
        outcome: What it brought.
        known: Whether it was there already.
        page: The page on which its address was found; "" where that was given.
        others: The other feeds that the page names.
    """

    outcome: Outcome
    known: bool = False
    page: str = ""
    others: tuple[Candidate, ...] = ()


class Feeds:
    """The reader's feeds. Safe to use from several threads, apart from ``refresh``: one at a time.

    Nothing is fetched but by ``add``, ``refresh`` and ``full_text``, and what reads and fetches is imported only there.

    Args:
        database: The library, opened with ``FEED_MIGRATIONS`` among its steps.
        articles: Its articles.
        offline: Whether nothing may be fetched.
        webs: Fetches; None for what the program itself fetches with.
    """

    def __init__(
        self, database: Database, articles: ArticleRepository, *, offline: bool = False, webs: Webs | None = None
    ) -> None:
        self.store = FeedStore(database)
        self._articles = articles
        self._offline = offline
        self._webs = webs
        self._made: Refresher | None = None
        self._lock = threading.Lock()

    def listed(self) -> list[Listed]:
        """Every feed with its numbers, by folder and title."""
        counts = self.store.counts()
        return [Listed(feed, *counts.get(feed.key, (0, 0))) for feed in self.store.all()]

    def find(self, name: str) -> Feed:
        """The feed that the reader means; see ``FeedStore.find``."""
        return self.store.find(name)

    def add(
        self,
        url: str,
        *,
        private: bool = False,
        full_text: FullText = FullText.SUMMARY,
        title: str = "",
        folder: str = "",
        tags: tuple[str, ...] = (),
        cancel: threading.Event | None = None,
    ) -> Addition:
        """Add the feed at an address, or the one that the page there names, with what it has now.

        Raises:
            FetchProblem: Nothing can be fetched from there.
            NotAFeed: It is no feed, and no page that names one.
        """
        from articles.feeds.adding import add  # what fetches and reads: only where that is asked for

        self._refuse_offline("a feed is looked at before it is added")
        outline = Outline(url, title, None, folder, tags)
        return add(self.store, self._refresher(), self._webs_of(), outline, full_text, private=private, cancel=cancel)

    def bring(
        self, outlines: Sequence[Outline], full_text: FullText = FullText.SUMMARY, *, private: bool = False
    ) -> list[Feed | None]:
        """Take in the feeds of a list, without fetching any; for each the feed, None where it was there already."""
        return self.store.add(outlines, full_text, private=private)

    def outlines(self) -> list[Outline]:
        """The feeds as a list names them, for ``write_opml``."""
        return [Outline(each.url, each.title, each.site, each.folder, each.tags) for each in self.store.all()]

    def change(self, feed: Feed, change: Callable[[Feed], Feed]) -> Feed | None:
        """Change what the reader chose of a feed; None where it was removed meanwhile."""
        return self.store.change(feed.key, change)

    def remove(self, feed: Feed) -> None:
        """Take a feed out; its articles stay."""
        self.store.remove(feed.key)

    def due(self) -> list[Feed]:
        """The feeds to ask by the clock, when nobody waits for them: none that wants to be left alone."""
        now = self.store.now()
        every = (each for each in self.store.all() if each.state is not State.GONE)
        return [each for each in every if not any(until and until > now for until in (each.due, each.rest))]

    def refresh(
        self,
        feeds: Sequence[Feed] | None = None,
        progress: Callable[[Step], object] = lambda step: None,
        cancel: threading.Event | None = None,
    ) -> list[Outcome]:
        """Ask feeds for what is new; see ``Refresher.refresh``.

        Args:
            feeds: Which; None for all but those that are gone. For a refresh by the clock, give ``due()``.
            progress: Told how far it is, on this thread.
            cancel: Calls it off at once.
        """
        self._refuse_offline("feeds are not refreshed")
        if feeds is None:
            feeds = [each for each in self.store.all() if each.state is not State.GONE]
        return self._refresher().refresh(feeds, progress, cancel)

    def full_text(self, article_id: str, cancel: threading.Event | None = None) -> Article:
        """Fetch the page of an article that has only what its feed says, and put its text in its place.

        Raises:
            Problem: It cannot be fetched, or holds no more than is there.
        """
        self._refuse_offline("the page is not fetched")
        pages = self._refresher().pages
        return pages.fetch(pages.of_article(article_id), cancel.is_set if cancel else lambda: False)

    def _refuse_offline(self, what: str) -> None:
        if self._offline:
            raise Offline(f"{what}: offline is set", "leave out --offline, or set offline = false")  # noqa: EM102

    def _webs_of(self) -> Webs:
        from articles.feeds.webs import Webs

        with self._lock:
            if self._webs is None:
                self._webs = Webs(offline=self._offline)
            return self._webs

    def _refresher(self) -> Refresher:
        from articles.feeds.keeping import Keeper
        from articles.feeds.pages import PageFetcher
        from articles.feeds.refreshing import Refresher

        webs = self._webs_of()
        with self._lock:
            if self._made is None:
                pages = PageFetcher(self.store, self._articles, webs)
                self._made = Refresher(self.store, Keeper(self.store, self._articles), pages, webs)
            return self._made


def with_title(feed: Feed, title: str) -> Feed:
    """The feed under a name of the reader's; under its own again where that is empty, from its next refresh on."""
    if title:
        return dataclasses.replace(feed, title=title, named=True)
    return dataclasses.replace(feed, named=False, etag=None, modified=None)  # so that it is sent whole

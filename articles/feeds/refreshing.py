"""Asking feeds for what is new: many at once, each by itself, kept as each answers."""

from __future__ import annotations

import dataclasses
import datetime
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from articles.errors import Problem, StorageError
from articles.feeds.crowd import Crowd
from articles.feeds.keeping import Keeper
from articles.feeds.model import Channel, Feed, FullText, NotAFeed
from articles.feeds.outcomes import Outcome, after_answer, after_problem, telling
from articles.feeds.pages import Page, PageFetcher
from articles.feeds.parsing import read_feed
from articles.feeds.store import FeedStore
from articles.feeds.webs import Webs
from articles.feeds.xmlfeeds import parser
from articles.net.fetched import Fetched
from articles.net.kinds import Kind
from articles.net.problems import Busy, Cancelled, NoNetwork

PAGES = 20
"""Pages that are fetched for one feed at one refresh, at most: the rest have their turn at the next."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a refresh is.

    Attributes:
        done: How many feeds and pages are done.
        total: How many there are, as far as is known.
        title: The feed that was done last.
        outcome: What came of it; None for a page.
    """

    done: int
    total: int
    title: str = ""
    outcome: Outcome | None = None


class Refresher:
    """Refreshes feeds. For one thread at a time.

    Args:
        store: The feeds.
        keeper: Keeps their items.
        pages: Fetches full texts.
        webs: Fetches the feeds.
    """

    def __init__(self, store: FeedStore, keeper: Keeper, pages: PageFetcher, webs: Webs) -> None:
        self._store = store
        self._keeper = keeper
        self.pages = pages
        self._webs = webs

    def refresh(
        self,
        feeds: Sequence[Feed],
        progress: Callable[[Step], object] = lambda step: None,
        cancel: threading.Event | None = None,
    ) -> list[Outcome]:
        """Ask these feeds, and fetch the pages of those whose full text is always wanted.

        What a feed brought is on the disk before ``progress`` hears of it, so that nothing that was shown is lost.

        Args:
            feeds: Which.
            progress: Told how far it is, on this thread.
            cancel: Calls it off: this returns at once, with what there is by then.

        Returns:
            What came of each that was asked, in the order in which they answered.

        Raises:
            StorageError: The library cannot be written.
        """
        _import_all()
        run = _Run(self, len(feeds), progress, cancel or threading.Event())
        return run.of(feeds)

    def one(self, feed: Feed, cancelled: Callable[[], bool]) -> Outcome | Problem:
        """Ask one feed; a ``Problem`` that says nothing of the feed itself (no network, called off) is handed back."""
        now = self._store.now()
        if feed.rest is not None and feed.rest > now:
            return Outcome(feed, skipped=True, said=f"wants to be left alone until {_clock(feed.rest)}")
        try:
            web = self._webs.of(private=feed.private)
            fetched = web.fetch(feed.url, accept=Kind.FEED, etag=feed.etag, modified=feed.modified, cancel=cancelled)
            if fetched.not_modified:
                return self._settled(feed, lambda known, _: after_answer(known, fetched, now, None, 0))
            channel = read_feed(fetched.data, fetched.url, fetched.charset, now=now)
            if cancelled():
                return Cancelled(f"{feed.title}: called off")
        except (Cancelled, NoNetwork) as problem:
            return problem
        except Busy as problem:
            return Outcome(feed, skipped=True, said=str(problem))
        except StorageError:
            raise
        except Problem as problem:
            return self.failed(feed, problem)
        return self.received(feed, fetched, channel)

    def received(self, feed: Feed, fetched: Fetched, channel: Channel) -> Outcome:
        """Keep what a feed gave."""
        now = self._store.now()
        outcome: list[Outcome] = []

        def change(known: Feed, new: int) -> Feed:
            after = after_answer(known, fetched, now, channel, new)
            moved = fetched.moved_to
            if moved and self._store.at(moved) is None:
                after = dataclasses.replace(after, url=moved)
            after, said = telling(after, known, None)
            outcome.append(Outcome(after, said=said))
            return after

        kept = self._keeper.keep(feed, channel, change)
        if kept is None:
            return Outcome(feed, skipped=True)
        return dataclasses.replace(outcome[0], new=kept.new, changed=kept.changed)

    def failed(self, feed: Feed, problem: Problem) -> Outcome:
        """Note that a feed failed."""
        now = self._store.now()
        return self._settled(feed, lambda known, _: after_problem(known, problem, now), problem)

    def _settled(self, feed: Feed, change: Callable[[Feed, int], Feed], problem: Problem | None = None) -> Outcome:
        said = ""

        def changed(known: Feed) -> Feed:
            nonlocal said
            after, said = telling(change(known, 0), known, problem)
            return after

        after = self._store.change(feed.key, changed)
        return Outcome(after or feed, said=said, failed=problem is not None, skipped=after is None)


class _Run:
    """One refresh."""

    def __init__(
        self, refresher: Refresher, total: int, progress: Callable[[Step], object], cancel: threading.Event
    ) -> None:
        self._refresher = refresher
        self._total = total
        self._done = 0
        self._progress = progress
        self._cancel = cancel
        self._stopped = threading.Event()
        self._outcomes: list[Outcome] = []
        self._unreached: list[tuple[Feed, Problem]] = []
        self._fetched: dict[int, int] = {}
        self._crowd: Crowd[Feed | tuple[Feed, Page], _Ended] = Crowd(self._work, self._off)

    def of(self, feeds: Sequence[Feed]) -> list[Outcome]:
        self._crowd.add(feeds)
        try:
            self._crowd.run(self._ended)
        finally:
            self._stopped.set()  # whoever is still at it (an error, Ctrl-C) keeps nothing any more
        if not self._cancel.is_set():
            self._tell_unreached()
        return [dataclasses.replace(each, pages=self._fetched.get(each.feed.key, 0)) for each in self._outcomes]

    def _off(self) -> bool:
        return self._cancel.is_set() or self._stopped.is_set()

    def _work(self, job: Feed | tuple[Feed, Page]) -> _Ended:
        try:
            if isinstance(job, Feed):
                return job, self._refresher.one(job, self._off)
            self._refresher.pages.fetch(job[1], self._off)
        except StorageError:
            raise
        except Problem as problem:
            return job, problem
        except Exception as error:  # what a site can make a parser trip over must not end the others' refresh
            if isinstance(job, Feed):
                trap = NotAFeed(
                    f"cannot be read, as it trips the program up ({type(error).__name__})", "tell its maker"
                )
                return job, self._refresher.failed(job, trap)
            return job, Problem(type(error).__name__)
        return job, None

    def _ended(self, ended: _Ended) -> None:
        job, result = ended
        if self._off():
            return
        self._done += 1
        if isinstance(job, Feed):
            outcome = self._answered(job, result)
            title = outcome.feed.title if outcome else job.title
        else:
            feed, _ = job
            outcome, title = None, feed.title
            self._fetched[feed.key] = self._fetched.get(feed.key, 0) + (result is None)
        self._progress(Step(self._done, self._total, title, outcome))

    def _answered(self, feed: Feed, result: Outcome | Problem | None) -> Outcome | None:
        if isinstance(result, NoNetwork):
            self._unreached.append((feed, result))
            return None
        if not isinstance(result, Outcome):
            return None
        self._outcomes.append(result)
        if result.feed.full_text is FullText.ALWAYS and not result.failed and not result.skipped:
            pages = self._refresher.pages.waiting(feed.key, PAGES)
            self._crowd.add((result.feed, page) for page in pages)
            self._total += len(pages)
        return result

    def _tell_unreached(self) -> None:
        """Feeds whose host was not found: where no other answered either, it is the network, which is told once."""
        answered = any(not each.skipped for each in self._outcomes)
        for number, (feed, problem) in enumerate(self._unreached):
            if answered or len(self._unreached) == 1:
                outcome = self._refresher.failed(feed, problem)
            else:
                outcome = Outcome(feed, said="" if number else f"{problem}", failed=True)
            self._outcomes.append(outcome)


def _import_all() -> None:
    """Import what the threads need before they begin: what imports itself in a circle breaks if two begin at once."""
    import lxml.html  # noqa: F401

    import articles.net.failing
    import articles.net.reaching  # noqa: F401

    parser()


_Ended = tuple[Feed | tuple[Feed, Page], Outcome | Problem | None]


def _clock(moment: datetime.datetime) -> str:
    return f"{moment.astimezone():%H:%M}"

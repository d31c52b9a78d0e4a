"""What the screen has done with feeds: refreshed beside it, by the reader or by the clock, and texts fetched whole."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.i18n import _, ngettext
from reader.tui.background import Lane

if TYPE_CHECKING:
    import asyncio

    from articles.feeds.model import Feed
    from articles.feeds.outcomes import Outcome
    from articles.feeds.refreshing import Step
    from articles.feeds.service import Feeds
    from articles.model import Article
    from reader.tui.services import Services

Wanted = Callable[["Feeds"], "Sequence[Feed]"]
"""Chooses the feeds to refresh; called on the thread."""


class FeedDesk:
    """Refreshes on one thread and fetches pages on another, so that neither waits for the other, nor the screen.

    Args:
        services: The rooms below the screen.
        loop: The event loop, on which everything is told.
        far: Told how far a refresh is, in a few words; "" when it has ended.
        ended: Told what came of it, in one line; "" where there is nothing to say.
    """

    def __init__(
        self,
        services: Services,
        loop: asyncio.AbstractEventLoop,
        far: Callable[[str], None],
        ended: Callable[[str], None],
    ) -> None:
        self._services = services
        self._loop = loop
        self._far = far
        self._ended = ended
        self._lanes: dict[str, Lane] = {}
        self._made: Feeds | None = None
        self._making = threading.Lock()
        self._cancel: threading.Event | None = None
        self._closing = threading.Event()
        self._fetching: str | None = None

    @property
    def refreshing(self) -> bool:
        """Whether feeds are being refreshed."""
        return self._cancel is not None

    def refresh(self, wanted: Wanted, none: str = "") -> None:
        """Refresh feeds, unless some are being refreshed.

        Args:
            wanted: Which.
            none: What is said where there are none; "" for a refresh by the clock, which says only what is new.
        """
        if self._cancel is not None:
            return
        cancel = self._cancel = threading.Event()
        lane = self._lane("feeds")
        if none:
            self._far(_("feeds …"))

        def step(said: Step) -> None:
            lane.post(self._stepped, cancel, said.done, said.total)

        def work() -> str:
            feeds = self._feeds()
            chosen = wanted(feeds)
            if not chosen:
                return none
            said = summed(feeds.refresh(chosen, step, cancel))
            return said.full if none else said.news

        def end(said: str) -> None:
            self._cancel = None
            if not self._closing.is_set():
                self._far("")
                self._ended(_("refreshing called off; what came is kept") if cancel.is_set() else said)

        lane.do(work, end, lambda problem: end(_told(problem)))

    def call_off(self) -> None:
        """End the refresh at once; what came by then is kept."""
        if self._cancel is not None:
            self._cancel.set()

    def _stepped(self, cancel: threading.Event, done: int, total: int) -> None:
        if cancel is self._cancel and not cancel.is_set():
            self._far(_("feeds {done}/{count} …").format(done=done, count=total))

    def whole(
        self,
        article: Article,
        then: Callable[[str, bool], None],
        sorry: Callable[[str], None],
        begun: Callable[[], None],
    ) -> None:
        """Fetch the page of an article that has only what its feed says.

        Args:
            article: The article.
            then: Told the id of the article in full, and whether it was there before.
            sorry: Told why it cannot be had.
            begun: Called when its page is to be fetched.
        """
        if self._fetching is not None:
            sorry(_("a text is being fetched; wait for it"))
            return
        self._fetching = article.id
        lane = self._lane("pages")

        def work() -> tuple[str, bool]:
            articles = self._services.articles
            key = articles.key_of(article.id)
            newest = articles.newest(key) if key is not None else None
            for each in articles.summaries([newest]) if newest is not None and newest != key else ():
                return each.id, True
            lane.post(begun)
            return self._feeds().full_text(article.id, self._closing).id, False

        def end(call: Callable[[], object]) -> None:
            self._fetching = None
            if not self._closing.is_set():
                call()

        lane.do(
            work,
            lambda found: end(partial(then, *found)),
            lambda problem: end(partial(sorry, _told(problem))),
        )

    def close(self) -> None:
        """Wait for nothing: what hangs is left to itself, and what came is on the disk."""
        self.call_off()
        self._closing.set()
        for lane in self._lanes.values():
            lane.close(wait=0)

    def _lane(self, name: str) -> Lane:
        if name not in self._lanes:
            self._lanes[name] = Lane(name, self._loop)
        return self._lanes[name]

    def _feeds(self) -> Feeds:
        with self._making:
            if self._made is None:
                self._made = self._services.feeds()
            return self._made


def every(feeds: Feeds) -> Sequence[Feed]:
    """All feeds but those that are gone."""
    from articles.feeds.model import State

    return [each for each in feeds.store.all() if each.state is not State.GONE]


def of_view(query: str, feeds: Feeds) -> Sequence[Feed]:
    """The feeds that a view shows."""
    from reader.tui.listing.views import quoted

    return [each for each in feeds.store.all() if quoted("feed", each.title) == query]


def by_clock(minutes: float, feeds: Feeds) -> Sequence[Feed]:
    """The feeds that want to be asked by the clock and were not asked for so many minutes."""
    since = feeds.store.now() - datetime.timedelta(minutes=minutes)
    return [each for each in feeds.due() if each.checked is None or each.checked <= since]


@dataclass(frozen=True, slots=True)
class Summed:
    """What came of a refresh, in one line.

    Attributes:
        news: What is new, and what goes wrong that was not told before; "" for nothing.
        full: The same with what is no news.
    """

    news: str
    full: str


def summed(outcomes: Sequence[Outcome]) -> Summed:
    """What came of a refresh."""
    bringing = [each for each in outcomes if each.new]
    new, changed = sum(each.new for each in outcomes), sum(each.changed for each in outcomes)
    told = [f"{each.feed.title}: {each.said}" for each in outcomes if each.said]
    failed = sum(each.failed for each in outcomes)
    parts = []
    if bringing:
        came = ngettext("{count} new article", "{count} new articles", new).format(count=new)
        among = ngettext("in {count} feed", "in {count} feeds", len(bringing)).format(count=len(bringing))
        parts.append(f"{came} {among}")
    if changed:
        parts.append(ngettext("{count} changed", "{count} changed", changed).format(count=changed))
    quiet = [] if parts else [_("no new articles")]
    if failed:
        failing = ngettext("{count} feed failed", "{count} feeds failed", failed).format(count=failed)
        parts.append(f"{failing}: {told[0]}" if told else failing)
    elif told:
        parts.append(told[0])
    if len(told) > 1:
        parts.append(_("and {count} more: reader feeds").format(count=len(told) - 1))
    return Summed("; ".join(parts) if bringing or changed or told else "", "; ".join([*quiet, *parts]))


def _told(problem: Problem) -> str:
    from articles.net.problems import Offline

    if isinstance(problem, Offline):
        return _("offline is set: nothing is fetched (leave out --offline, or set offline = false)")
    return str(problem)

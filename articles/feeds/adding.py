"""Adding a feed by its address, or by that of a page that names it."""

from __future__ import annotations

import dataclasses
import threading
from typing import TYPE_CHECKING

from articles.addresses import as_url
from articles.cleaning import clean_line
from articles.feeds.discovery import feeds_of_page
from articles.feeds.links import of_the_web
from articles.feeds.model import Channel, FullText, NotAFeed
from articles.feeds.outcomes import Outcome
from articles.feeds.parsing import read_feed
from articles.feeds.service import Addition
from articles.net.kinds import Kind

if TYPE_CHECKING:
    from articles.feeds.discovery import Candidate
    from articles.feeds.opml import Outline
    from articles.feeds.refreshing import Refresher
    from articles.feeds.store import FeedStore
    from articles.feeds.webs import Webs
    from articles.net.fetched import Fetched


def add(
    store: FeedStore,
    refresher: Refresher,
    webs: Webs,
    wanted: Outline,
    full_text: FullText,
    *,
    private: bool,
    cancel: threading.Event | None,
) -> Addition:
    """Add a feed; see ``Feeds.add``.

    Raises:
        FetchProblem: Nothing can be fetched from there.
        NotAFeed: It is no feed, and no page that names one.
    """
    url = of_the_web(wanted.url.strip())
    url = as_url(url) or url
    known = store.at(url)
    if known is not None:
        return Addition(Outcome(known), known=True)
    web = webs.of(private=private)
    fetched = web.fetch(url, accept=Kind.FEED, cancel=cancel)
    page = ""
    others: list[Candidate] = []
    try:
        channel = read_feed(fetched.data, fetched.url, fetched.charset)
    except NotAFeed as problem:
        named = feeds_of_page(fetched.data, fetched.url, fetched.charset)
        if not named:
            message = f"{clean_line(url, 200)}: {problem.message}"
            raise NotAFeed(message, problem.advice) from None
        page, url, others = fetched.url, named[0].url, list(named[1:])
        fetched = web.fetch(url, accept=Kind.FEED, cancel=cancel)
        channel = _channel(fetched)
    if fetched.moved_to:
        url = fetched.moved_to
    outline = dataclasses.replace(wanted, url=url)
    (feed,) = store.add([outline], full_text, private=private)
    if feed is None:
        known = store.at(url)
        if known is None:
            raise NotAFeed(f"{clean_line(url, 200)} was removed meanwhile", "add it again")  # noqa: EM102
        return Addition(Outcome(known), known=True, page=page, others=tuple(others))
    return Addition(refresher.received(feed, fetched, channel), page=page, others=tuple(others))


def _channel(fetched: Fetched) -> Channel:
    try:
        return read_feed(fetched.data, fetched.url, fetched.charset)
    except NotAFeed as problem:
        message = f"{clean_line(fetched.url, 200)}, which the page names as its feed: {problem.message}"
        raise NotAFeed(message, problem.advice) from None

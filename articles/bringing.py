"""From an address on the web to the article there."""

from __future__ import annotations

import datetime
import os
import re
from typing import TYPE_CHECKING

from articles.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from articles.model import Article
    from articles.net.fetched import Fetched, Progress
    from articles.net.fetching import Web

_address = re.compile(r"https?://\S+", re.IGNORECASE)
_bare = re.compile(r"www\.\S+|[^\s/]+/\S*", re.IGNORECASE)
_feed_kind = re.compile(r"(?:rss|atom|rdf)\+xml|feed\+json|/(?:x-)?(?:rss|opml)", re.IGNORECASE)
_feed = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b"
    rb'|\s*(?:\xef\xbb\xbf)?\s*\{\s*"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org',
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 4096


class ThisIsAFeed(Problem):
    """At the address is a list of articles that goes on, and no article."""


def is_address(text: str) -> bool:
    """Whether a text is the address of something on the web, and nothing else.

    Without ``https://`` it has to begin with ``www.`` or to have a path (``exemplo.pt/noticia``), and there must be no
    file of that name: what may be the name of a file, mistyped, is not asked for on the net.
    """
    text = text.strip()
    if _address.fullmatch(text) is not None:
        return True
    if _bare.fullmatch(text) is None or os.path.lexists(text):
        return False
    from articles.addresses import looks_like_url  # not for every file that is added

    return looks_like_url(text)


def fetch_article(
    address: str,
    web: Web,
    /,
    *,
    cancel: Callable[[], bool] | None = None,
    progress: Progress | None = None,
    **known: Any,
) -> Article:
    """The article at an address.

    Args:
        address: Of http or https, which need not be said.
        web: Fetches it.
        cancel: Asked meanwhile whether it is not wanted any more.
        progress: Told how far the fetching is.
        known: What the reader knows better, as ``articles.formats.read_article`` takes it.

    Raises:
        FetchProblem: It was not fetched.
        ThisIsAFeed: It is a feed.
        NotAnArticle: There is no article.
    """
    from articles.addresses import as_url

    address = as_url(address) or address
    from articles.net.kinds import Kind
    from articles.net.problems import WrongKind

    try:
        fetched = web.fetch(address, accept=Kind.DOCUMENT, cancel=cancel, progress=progress)
    except WrongKind as problem:
        if _feed_kind.search(problem.message):
            raise _a_feed(address) from None
        raise
    if _feed.match(fetched.data[:_LOOKED_AT]):
        raise _a_feed(address)
    return article_of(fetched, **known)


def article_of(fetched: Fetched, **known: Any) -> Article:
    """The article in what was fetched; ``known`` beats what it says of itself.

    Raises:
        NotAnArticle: There is none.
    """
    from articles.formats import read_article

    name = fetched.url.partition("?")[0].rpartition("/")[2]
    hints: dict[str, Any] = {
        "content_type": fetched.content_type,
        "charset": fetched.charset,
        "fetched_from": fetched.url,
        "near": datetime.datetime.now().astimezone().date(),
    }
    return read_article(fetched.data, name, **hints, **known)


def _a_feed(url: str) -> ThisIsAFeed:
    from articles.cleaning import clean_line

    shown = clean_line(url, 200)
    return ThisIsAFeed(f"{shown} is a feed, not an article", f"subscribe to it: reader feeds add {shown}")

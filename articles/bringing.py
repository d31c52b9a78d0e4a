"""From an address on the web to the article there."""

from __future__ import annotations

import dataclasses
import os
import re
from typing import TYPE_CHECKING

from articles.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from articles.model import Article
    from articles.net.fetched import Fetched
    from articles.net.fetching import Web

_address = re.compile(r"https?://\S+", re.IGNORECASE)
_bare = re.compile(r"www\.\S+|[^\s/]+/\S*", re.IGNORECASE)
_feed_kind = re.compile(r"(?:rss|atom|rdf)\+xml|feed\+json|/(?:x-)?(?:rss|opml)", re.IGNORECASE)
_feed = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b"
    rb'|\s*(?:\xef\xbb\xbf)?\s*\{\s*"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org',
    re.IGNORECASE | re.DOTALL,
)
_page = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|\?xml)\b", re.IGNORECASE | re.DOTALL
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


def fetch_article(address: str, web: Web, /, *, cancel: Callable[[], bool] | None = None, **known: Any) -> Article:
    """The article at an address.

    Args:
        address: Of http or https, which need not be said.
        web: Fetches it.
        cancel: Asked meanwhile whether it is not wanted any more.
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
        fetched = web.fetch(address, accept=Kind.DOCUMENT, cancel=cancel)
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
    if _is_page(fetched):
        return _of_page(fetched, known)
    from articles.formats import read_article

    name = fetched.url.partition("?")[0].rpartition("/")[2]
    return read_article(fetched.data, name, **{"url": fetched.url, **{k: v for k, v in known.items() if v}})


def _is_page(fetched: Fetched) -> bool:
    if fetched.content_type in ("text/html", "application/xhtml+xml", "multipart/related", "message/rfc822"):
        return True
    return _page.match(fetched.data[:_LOOKED_AT]) is not None


def _of_page(fetched: Fetched, known: dict[str, Any]) -> Article:
    from articles.cleaning import clean_line
    from articles.formats.html.reading import read_page
    from articles.formats.titles import title_from
    from articles.model import Article

    page = read_page(fetched.data, charset=fetched.charset, url=fetched.url)
    given: dict[str, Any] = {
        name: clean_line(value, 2000) if isinstance(value, str) else value for name, value in known.items()
    }
    tags = (*given.pop("tags", ()), *page.tags)
    article = Article(
        title=page.title or title_from(page.body),
        body=page.body,
        byline=page.byline,
        source=page.source,
        url=page.url or fetched.url,
        published=page.published,
        language=page.language,
        tags=tuple(dict.fromkeys(tags)),
        markup=page.markup,
        moment=page.moment if not given.get("published") else None,
    )
    better = {name: value for name, value in given.items() if value}
    return dataclasses.replace(article, **better)


def _a_feed(url: str) -> ThisIsAFeed:
    from articles.cleaning import clean_line

    shown = clean_line(url, 200)
    return ThisIsAFeed(f"{shown} is a feed, not an article", f"subscribe to it: reader feeds add {shown}")

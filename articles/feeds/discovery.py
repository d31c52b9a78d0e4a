"""Finding the feeds that a page names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.feeds.lines import plain_line
from articles.feeds.links import web_link
from articles.feeds.wellformed import decoded

_LOOKED_AT = 1 << 20  # bytes: feeds are named in the head of a page
_MOST = 50
_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/rdf+xml",
)

_named_so = re.compile(
    r"(?:/(?:feed|rss|atom)s?/?(?:$|\?)|\.(?:rss|atom|rdf)(?:$|\?)|/(?:feed|rss|atom|index)\.xml|/feed\.json)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that a page names: its address and what the page calls it."""

    url: str
    title: str = ""


def feeds_of_page(data: bytes, url: str, charset: str | None = None) -> tuple[Candidate, ...]:
    """The feeds that a page names in its head, in its order; feeds of comments behind the others.

    Where the head names none, links in the page whose address looks like a feed's.

    Args:
        data: The page.
        url: Where it comes from.
        charset: The encoding that the server names.
    """
    from lxml import etree, html  # only where a page is looked at

    source = decoded(data[:_LOOKED_AT], charset).replace("\x00", "")
    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    base = next((each.get("href") for each in root.iter("base") if each.get("href")), "")
    base = web_link(base, url) or url
    found: dict[str, Candidate] = {}
    for link in root.iter("link"):
        relation = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        address = web_link(link.get("href") or "", base)
        if address and "alternate" in relation and kind in _TYPES:
            if kind == "application/json" and "wp-json" in address:
                continue  # WordPress names its programming interface in the same way
            found.setdefault(address, Candidate(address, plain_line(link.get("title") or "", 200)))
    if not found:
        for link in root.iter("a"):
            address = web_link(link.get("href") or "", base)
            if address and _named_so.search(address):
                found.setdefault(address, Candidate(address, plain_line(link.text or "", 200)))
    return tuple(sorted(found.values(), key=_is_of_comments))[:_MOST]


def _is_of_comments(feed: Candidate) -> bool:
    said = f"{feed.url} {feed.title}".lower()
    return "comment" in said or "comentário" in said or "comentario" in said

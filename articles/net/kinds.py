"""What can be asked for: which kinds of content will do, and how much of it, how long, how far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

_MB = 1 << 20


class Kind(Enum):
    """What the caller can make something of.

    PAGE is a web page or a text, FEED a list of articles (or a page that names its feeds), DOCUMENT anything that
    ``articles.formats`` reads, web pages included, ROBOTS the rules of a host.
    """

    PAGE = "page"
    FEED = "feed"
    DOCUMENT = "document"
    ROBOTS = "robots"


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a fetch ends, whatever the other side does.

    Attributes:
        connect: Seconds for finding the host and connecting to one of its addresses.
        read: Seconds of silence, at most.
        total: Seconds for the whole of it, redirects included.
        size: Bytes of content, before and after unpacking.
        redirects: Redirects followed.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    size: int = 10 * _MB
    redirects: int = 8


LIMITS: Mapping[Kind, Limits] = MappingProxyType(
    {
        Kind.PAGE: Limits(),
        Kind.FEED: Limits(),
        Kind.DOCUMENT: Limits(total=300.0, size=64 * _MB),  # as large as the largest file that is read
        Kind.ROBOTS: Limits(total=20.0, size=_MB, redirects=5),  # RFC 9309: 500 kB at least, five redirects at least
    }
)

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown")
_SAVED = ("multipart/related", "message/rfc822", "application/x-mimearchive")
_XML = ("application/xml", "text/xml")
_UNSAID = ("application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download")

ACCEPTED: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.PAGE: (*_PAGES, *_XML, *_SAVED),
        Kind.FEED: (
            *("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"),
            *("application/json", "text/json", "application/rss", "text/rss", "text/rss+xml", "text/atom+xml"),
            *("application/x-rss+xml", "text/x-opml", "application/x-opml+xml", "text/html", "application/xhtml+xml"),
            *("text/plain", *_XML, *_UNSAID),  # as half of all servers call their feeds
        ),
        Kind.DOCUMENT: (
            *(*_PAGES, *_XML, *_SAVED, *_UNSAID),
            *("application/pdf", "application/x-pdf", "application/epub+zip", "application/zip"),
            "application/msword",  # as some servers call what is none
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        Kind.ROBOTS: (),  # any: what is no list of rules has none
    }
)
"""The kinds of content that will do, in small letters. An answer that does not say its kind will do as well."""

WANTED: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PAGE: "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1",
        Kind.FEED: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
        "application/json;q=0.8, text/html;q=0.5, */*;q=0.1",
        Kind.DOCUMENT: "text/html, application/xhtml+xml, application/epub+zip, application/pdf;q=0.9, */*;q=0.5",
        Kind.ROBOTS: "text/plain, */*;q=0.5",
    }
)
"""What ``Accept`` says."""

NAMES: Mapping[Kind, str] = MappingProxyType(
    {Kind.PAGE: "a web page", Kind.FEED: "a feed", Kind.DOCUMENT: "a document", Kind.ROBOTS: "a list of rules"}
)
"""How each is called in a message."""

"""RSS 0.9x, 1.0, 2.0 and Atom, read by feedparser: the one module that knows it."""

from __future__ import annotations

import datetime
import io
import re
import threading
from typing import Any

from articles.cleaning import clean_line
from articles.feeds.lines import plain_line
from articles.feeds.links import web_link
from articles.feeds.model import Channel, Entry, NotAFeed, Text
from articles.feeds.moments import read_moment
from articles.feeds.wellformed import recovered, tidied

MOST_READ = 5000
"""Items that are looked at at all: a file of 10 MB may hold a hundred thousand empty ones."""

_ROOTS = "rss|feed|RDF|channel"
_HTML = ("text/html", "application/xhtml+xml")
_LONGEST_PAUSE = datetime.timedelta(days=7)
_PERIODS = {"hourly": 60, "daily": 60 * 24, "weekly": 60 * 24 * 7, "monthly": 60 * 24 * 30, "yearly": 60 * 24 * 365}

_item = re.compile(r"<(?:[\w-]{1,20}:)?(?:item|entry)(?=[\s/>])")

_importing = threading.Lock()

# feedparser takes what a picture is called for what the item is called: a name that it does not know keeps them apart.
_media = re.compile(r"<(/?)media:(title|description)(?=[\s/>])")
# It also takes what names an item for a relative link, so that the name would change with the feed's address.
_guid = re.compile(r"<(guid|id)(?:\s[^<>]*)?>([^<]*|<!\[CDATA\[[^<]*\]\]>)</\1\s?>")


def read_xml(data: bytes, url: str = "", charset: str | None = None) -> Channel:
    """The feed that the bytes of an XML file are.

    Args:
        data: The bytes.
        url: Where they come from: what relative links count from.
        charset: The encoding that the server names.

    Raises:
        NotAFeed: They are none, or declare entities of their own.
    """
    feedparser = parser()
    document = tidied(data, _ROOTS, charset)
    text, unread = _bounded(_media.sub(r"<\1media:reader\2", document.text))
    text = _guid.sub(r"<readerguid>\2</readerguid>\g<0>", text)
    # As a stream: a string that looks like an address or a file's name would be opened.
    try:
        found = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
            sanitize_html=False,  # it is read for its text, never shown
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError, ArithmeticError) as error:
        # What its own code trips over, of which its list of bugs has some.
        raise NotAFeed("it is put together in a way that cannot be read", "tell its maker") from error
    if not found.version and not found.entries and not found.feed:
        raise NotAFeed("this is no feed", "check the address")
    channel = found.feed
    language = _string(channel.get("language"))
    return Channel(
        title=_title(channel),
        site=web_link(_string(channel.get("link")), url),
        entries=tuple(_entry(each, language) for each in found.entries),
        left_out=unread,
        pause=_pause(channel),
        problem=document.problem,
    )


def parser() -> Any:
    """The library that reads feeds: 60 ms to import, so only where there is one to read.

    Its parts import each other in a circle: of two threads that began with it at once, each would find it half done.
    """
    with _importing:
        import feedparser

        return feedparser


def _bounded(text: str) -> tuple[str, int]:
    """The XML with the first ``MOST_READ`` items, and how many were behind them."""
    starts = [found.start() for found in _item.finditer(text)]
    if len(starts) <= MOST_READ:
        return text, 0
    return recovered(text[: starts[MOST_READ]]), len(starts) - MOST_READ


def _entry(item: Any, language: str) -> Entry:
    day, moment = None, None
    for name in ("published", "created", "updated"):
        said = _string(dict.get(item, name))  # its own way of getting makes one of them of another
        if said:
            day, moment = read_moment(said)
            if day:
                break
    content, summary = _content(item), _summary(item)
    if content is not None and summary is not None and content.text.strip() == summary.text.strip():
        summary = None  # feedparser repeats what is there once
    guid, link = _string(item.get("readerguid")) or _string(item.get("id")), _string(item.get("link"))
    if link == _string(item.get("id")) and not guid.strip().lower().startswith("http"):
        link = ""  # a guid is a link unless it says that it is none; what is no address forgot to say so
    return Entry(
        guid=clean_line(guid, 1000),
        title=_title(item) or plain_line(_string(item.get("media_readertitle")), 300),
        url=web_link(link),
        byline=_byline(item),
        day=day,
        moment=moment,
        tags=_tags(item),
        language=_detail(item, "content", "language") or _detail(item, "title_detail", "language") or language,
        content=content,
        summary=summary,
    )


def _title(thing: Any) -> str:
    detail = thing.get("title_detail") or {}
    return plain_line(_string(thing.get("title")), 300, html=detail.get("type") != "text/plain")


def _content(item: Any) -> Text | None:
    """The longest of the texts: some feeds have one for each size of screen."""
    texts = [each for each in map(_text, item.get("content") or ()) if each is not None]
    return max(texts, key=lambda each: len(each.text)) if texts else None


def _summary(item: Any) -> Text | None:
    detail = item.get("summary_detail")
    found = _text(detail) if detail else None
    if found is None and (said := _string(item.get("summary"))).strip():
        found = Text(said, html=True)
    if found is None and (said := _string(item.get("media_readerdescription"))).strip():
        found = Text(said, html=False)
    return found


def _text(detail: Any) -> Text | None:
    value, kind = _string(detail.get("value")), _string(detail.get("type")) or "text/html"
    if not value.strip() or not (kind.startswith("text/") or kind in _HTML):
        return None  # a picture, or a page elsewhere
    return Text(value, html=kind in _HTML, base=_string(detail.get("base")))


def _byline(item: Any) -> str | None:
    names = []
    for each in item.get("authors") or ():
        name = plain_line(_string(each.get("name")), 100)
        if name and "@" not in name:
            names.append(name)
    line = ", ".join(dict.fromkeys(names)) or plain_line(_string(item.get("author")), 300)
    return line if line and "@" not in line else None


def _tags(item: Any) -> tuple[str, ...]:
    return tuple(_string(each.get("label")) or _string(each.get("term")) for each in item.get("tags") or ())


def _pause(channel: Any) -> datetime.timedelta | None:
    """What ``ttl`` (minutes) and ``sy:updatePeriod`` ask for, the longer of them."""
    minutes = 0
    ttl = _string(channel.get("ttl")).strip()
    if ttl.isdecimal() and len(ttl) < 8:
        minutes = int(ttl)
    period = _PERIODS.get(_string(channel.get("sy_updateperiod")).strip().lower(), 0)
    times = _string(channel.get("sy_updatefrequency")).strip()
    if period:
        often = int(times) if times.isdecimal() and 0 < len(times) < 8 else 1
        minutes = max(minutes, period // max(1, often))
    return min(datetime.timedelta(minutes=minutes), _LONGEST_PAUSE) if minutes else None


def _detail(item: Any, name: str, key: str) -> str:
    detail = item.get(name)
    if isinstance(detail, list):
        detail = detail[0] if detail else None
    return _string(detail.get(key)) if detail else ""


def _string(value: object) -> str:
    """What feedparser gives where a text is expected: it may be nothing, or something else altogether."""
    return value if isinstance(value, str) else ""

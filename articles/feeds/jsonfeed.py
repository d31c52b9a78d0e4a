"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
from typing import Any

from articles.cleaning import clean_line
from articles.feeds.lines import plain_line
from articles.feeds.links import web_link
from articles.feeds.model import Channel, Entry, NotAFeed, Text
from articles.feeds.moments import read_moment
from articles.feeds.wellformed import decoded

_VERSION = "jsonfeed.org/version/"


def read_json(data: bytes, url: str = "", charset: str | None = None) -> Channel:
    """The feed that the bytes of a JSON file are; the arguments are those of ``read_xml``.

    Raises:
        NotAFeed: They are no JSON, or none of a feed.
    """
    try:
        found = json.loads(decoded(data, charset), parse_int=_number, parse_float=_number)
    except (ValueError, RecursionError):
        raise NotAFeed("its JSON cannot be read", "tell its maker") from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise NotAFeed("this is JSON, but no feed", "check the address")
    if _VERSION not in _string(found, "version") and not _string(found, "title"):
        raise NotAFeed("this is JSON, but no feed", "check the address")
    entries = tuple(_entry(each, found, url) for each in found["items"] if isinstance(each, dict))
    lost = len(found["items"]) - len(entries)
    return Channel(
        title=plain_line(_string(found, "title"), 300, html=False),
        site=web_link(_string(found, "home_page_url"), url),
        entries=entries,
        problem="some of its items are none" if lost else "",
    )


def _entry(item: dict[str, Any], feed: dict[str, Any], url: str) -> Entry:
    day, moment = None, None
    for name in ("date_published", "date_modified"):
        day, moment = read_moment(_string(item, name))
        if day:
            break
    link = web_link(_string(item, "url"), url) or web_link(_string(item, "external_url"), url)
    plain, marked = _string(item, "content_text"), _string(item, "content_html")
    content = Text(marked, True, link or url) if marked.strip() else Text(plain, False) if plain.strip() else None
    summary = _string(item, "summary")
    tags = item.get("tags")
    return Entry(
        guid=clean_line(_string(item, "id"), 1000),
        title=plain_line(_string(item, "title"), 300, html=False),
        url=link,
        byline=_byline(item) or _byline(feed),
        day=day,
        moment=moment,
        tags=tuple(each for each in tags if isinstance(each, str)) if isinstance(tags, list) else (),
        language=_string(item, "language") or _string(feed, "language"),
        content=content,
        summary=Text(summary, html=False) if summary.strip() else None,
    )


def _byline(thing: dict[str, Any]) -> str | None:
    authors = thing.get("authors")  # 1.1; version 1 had one author
    every = authors if isinstance(authors, list) else [thing.get("author")]
    names = [plain_line(_string(each, "name"), 100, html=False) for each in every if isinstance(each, dict)]
    return ", ".join(dict.fromkeys(filter(None, names)))[:300] or None


def _string(thing: dict[str, Any], name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""


def _number(digits: str) -> str:
    """A number is as good as its digits: an id may be one, and one of a million digits takes no time."""
    return digits

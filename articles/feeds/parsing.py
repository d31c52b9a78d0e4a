"""Bytes to a feed, whatever its kind; what every kind has to keep to is seen to here."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import re
from collections.abc import Iterator

from articles.cleaning import clean_line
from articles.feeds.jsonfeed import read_json
from articles.feeds.model import Channel, Entry, NotAFeed, Text
from articles.feeds.xmlfeeds import read_xml

LARGEST_FEED = 10 * 1024 * 1024
"""Bytes: as much as is fetched of one. A feed of a thousand long articles has as much."""

MOST_ITEMS = 1000
"""Items taken of one feed at once: the newest, where their dates say which those are."""

_MOST_TAGS = 20
_LONGEST_TEXT = 2_000_000  # characters: a text beyond it is no news
_AHEAD = datetime.timedelta(days=2)

_json = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*\{")


def read_feed(
    data: bytes,
    url: str = "",
    charset: str | None = None,
    *,
    now: datetime.datetime | None = None,
    most: int = MOST_ITEMS,
) -> Channel:
    """The feed that the bytes of a file are: RSS 0.9x, 1.0 or 2.0, Atom or JSON Feed.

    Args:
        data: At most ``LARGEST_FEED`` bytes.
        url: Where they come from.
        charset: The encoding that the server names.
        now: The time; what says that it was published more than two days later has no date. None for the clock's.
        most: How many items are taken.

    Raises:
        NotAFeed: They are none, or one that cannot be trusted.
    """
    if len(data) > LARGEST_FEED:
        raise NotAFeed(f"it is larger than {LARGEST_FEED >> 20} MB", "ask its maker for a shorter feed")  # noqa: EM102
    if not data.strip():
        raise NotAFeed("it is empty", "check the address")
    channel = read_json(data, url, charset) if _json.match(data) else read_xml(data, url, charset)
    if channel.problem and not channel.entries:
        raise NotAFeed(channel.problem, "tell its maker")
    entries = list(_distinct(channel.entries, now or datetime.datetime.now(datetime.UTC)))
    if len(entries) > most and all(each.day for each in entries):
        entries.sort(key=_age, reverse=True)
    return dataclasses.replace(
        channel, entries=tuple(entries[:most]), left_out=channel.left_out + max(0, len(entries) - most)
    )


def _age(entry: Entry) -> tuple[datetime.date, float]:
    return entry.day or datetime.date.min, entry.moment.timestamp() if entry.moment else 0.0


def _distinct(entries: tuple[Entry, ...], now: datetime.datetime) -> Iterator[Entry]:
    """The items that say something, each with a guid of its own and a date that can be."""
    seen: set[str] = set()
    for entry in entries:
        if not (entry.title or entry.content or entry.summary):
            continue
        guid = entry.guid or entry.url or _digest(entry)
        if guid in seen:  # the same item twice; or a feed whose items all have the same guid
            if entry.url is None or entry.url in seen:
                continue
            guid = entry.url
        seen.update(filter(None, (guid, entry.url)))
        late = entry.day is not None and entry.day > (now + _AHEAD).date()
        yield dataclasses.replace(
            entry,
            guid=guid,
            day=None if late else entry.day,
            moment=None if late else entry.moment,
            tags=_tags(entry.tags),
            content=_bounded(entry.content),
            summary=_bounded(entry.summary),
        )


def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    lines = (clean_line(each, 60) for each in tags[: _MOST_TAGS * 5])
    return tuple(dict.fromkeys(filter(None, lines)))[:_MOST_TAGS]


def _bounded(text: Text | None) -> Text | None:
    if text is None or len(text.text) <= _LONGEST_TEXT:
        return text
    return dataclasses.replace(text, text=text.text[:_LONGEST_TEXT])


def _digest(entry: Entry) -> str:
    """What names an item that has neither guid nor address: its words."""
    text = entry.content or entry.summary
    said = "\0".join((entry.title, str(entry.day or ""), text.text if text else ""))
    return "sha256:" + hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

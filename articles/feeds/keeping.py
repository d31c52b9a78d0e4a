"""The items of a feed as articles: each once, a changed one as a new version, a removed one never again."""

from __future__ import annotations

import dataclasses
import datetime
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.addresses import canonical
from articles.feeds.entries import SUMMARY_TAG, Draft, draft_of, under_title
from articles.feeds.fragments import Body
from articles.feeds.model import Channel, Entry, Feed, Wholeness
from articles.feeds.store import FeedStore, read_feed_row, write_feed_row
from articles.repository import Added, ArticleRepository

_OF_FEED = """
SELECT guid, feed, article, digest, wholeness, shelf.gone IS NOT NULL OR article IS NULL
FROM feed_item LEFT JOIN shelf ON shelf.key = article WHERE feed = ?
"""
_AT = """
SELECT feed_item.address, feed, article, digest, wholeness, shelf.gone IS NOT NULL OR article IS NULL
FROM feed_item LEFT JOIN shelf ON shelf.key = article
WHERE feed_item.address IN (SELECT value FROM json_each(?)) ORDER BY feed = ? DESC, article IS NULL, feed_item.key
"""
# What is in the library already, though no feed brought it; and what lies in the trash.
_ON_SHELF = """
SELECT address, key, gone IS NOT NULL FROM shelf
WHERE address IN (SELECT value FROM json_each(?)) AND newer IS NULL ORDER BY live DESC, key DESC
"""
_IN_TRASH = """
SELECT id FROM article JOIN shelf ON shelf.key = article.key
WHERE id IN (SELECT value FROM json_each(?)) AND gone IS NOT NULL
"""
_WRITE = """
INSERT INTO feed_item (feed, guid, url, address, article, digest, wholeness, seen, published)
VALUES (:feed, :guid, :url, :address, :article, :digest, :wholeness, :seen, :published)
ON CONFLICT (feed, guid) DO UPDATE SET url = :url, address = :address, article = :article, digest = :digest,
    wholeness = :wholeness
"""


_NONE = 0  # the number of no feed
_AT_ONCE = 100  # articles in one transaction: who waits to write meanwhile is not kept waiting


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping a feed's items came to: the feed as it is now, how many articles are new, how many changed."""

    feed: Feed
    new: int
    changed: int


@dataclass(frozen=True, slots=True)
class _Known:
    """An item that is known already, or an article that no feed brought."""

    feed: int
    article: int | None
    digest: str
    wholeness: Wholeness
    removed: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """What is to be done with one item."""

    entry: Entry
    draft: Draft
    address: str | None
    known: _Known | None
    add: bool


class Keeper:
    """Keeps the items of feeds.

    Args:
        store: The feeds.
        articles: Where their articles go.
    """

    def __init__(self, store: FeedStore, articles: ArticleRepository) -> None:
        self._store = store
        self._articles = articles
        self._turn = threading.Lock()  # one writes and the others wait here: SQLite's own patience has an end

    def keep(self, feed: Feed, channel: Channel, change: Callable[[Feed, int], Feed]) -> Kept | None:
        """Keep what a feed has, durably: its articles first, then that they are its items, and how the feed fared.

        If the program is killed in between, the next refresh finds the articles there and goes on from them.

        Args:
            feed: The feed.
            channel: What it has.
            change: Gives the feed as it is after this, of the feed as it stands in the store and the number of new
                articles; it is written in the same transaction as the items.

        Returns:
            What came of it; None where the feed was removed meanwhile.
        """
        name = channel.title if channel.title and not feed.named else feed.title
        drafts = [(entry, draft) for entry in channel.entries if (draft := draft_of(entry, name, feed.tags))]
        with self._turn:
            return self._written(feed, drafts, change)

    def _written(
        self, feed: Feed, drafts: list[tuple[Entry, Draft]], change: Callable[[Feed, int], Feed]
    ) -> Kept | None:
        steps = self._told_apart(self._plan(feed.key, drafts))
        wanted = [step for step in steps if step.add]
        if self._store.get(feed.key) is None:
            return None
        added: list[Added] = []
        for at in range(0, len(wanted), _AT_ONCE):
            added += self._articles.add_many([step.draft.finished() for step in wanted[at : at + _AT_ONCE]])
        self._unmark(step for step in wanted if step.known is not None)
        with self._store.database.write() as connection:
            if read_feed_row(connection, feed.key) is None:
                return None
            keys = _keys_of(connection, (step.draft.article.id for step in steps))
            now = self._store.now().isoformat(timespec="seconds")
            for step in steps:
                connection.execute(_WRITE, _row(feed.key, step, keys, now))
            new, changed = added.count(Added.NEW), added.count(Added.VERSION)
            current = change(read_feed_row(connection, feed.key) or feed, new + changed)
            write_feed_row(connection, current)
        return Kept(current, new, changed)

    def _plan(self, feed: int, drafts: list[tuple[Entry, Draft]]) -> list[_Step]:
        """What is to be done with the items that are new or have changed."""
        addresses = {entry.url: canonical(entry.url) for entry, _ in drafts if entry.url}
        with self._store.database.read() as connection:
            mine = {name: _known(row) for name, *row in connection.execute(_OF_FEED, (feed,))}
            there: dict[str, _Known] = {}
            asked = json.dumps(list(addresses.values()))
            for name, *row in connection.execute(_AT, (asked, feed)):
                there.setdefault(name, _known(row))
            for name, key, gone in connection.execute(_ON_SHELF, (asked,)):
                there.setdefault(name, _Known(_NONE, key, "", Wholeness.PAGE, bool(gone)))
            ids = json.dumps([draft.article.id for _, draft in drafts])
            trash = {ident for (ident,) in connection.execute(_IN_TRASH, (ids,))}
        shared = _shared((addresses.get(entry.url or ""), draft.digest) for entry, draft in drafts)
        steps: list[_Step] = []
        taken: set[tuple[str | None, str]] = set()
        for entry, draft in drafts:
            address = addresses.get(entry.url) if entry.url else None
            if address in shared:  # the parts of one page: each is an article, and none has the page for itself
                address, draft = None, dataclasses.replace(draft, article=dataclasses.replace(draft.article, url=None))
            known = mine.get(entry.guid)
            if known is not None and known.digest == draft.digest:
                continue
            if known is None and address is not None:
                known = there.get(address)
            unwanted = draft.article.id in trash or (known is None and (address, draft.digest) in taken)
            taken.add((address, draft.digest))
            steps.append(_Step(entry, draft, address, known, not unwanted and _is_wanted(feed, draft, known)))
        return steps

    def _unmark(self, steps: Iterable[_Step]) -> None:
        """Take the mark of a summary from articles that have their whole text now: a newer version inherits tags."""
        for step in steps:
            key = self._articles.key_of(step.draft.article.id)
            if key is not None and step.draft.wholeness is not Wholeness.SUMMARY:
                unmark(self._articles, key)

    def _told_apart(self, steps: list[_Step]) -> list[_Step]:
        """The steps, with a summary that says the same as another article's put under its own title."""
        ids = {step.draft.article.id for step in steps if step.add and step.draft.wholeness is Wholeness.SUMMARY}
        if not ids:
            return steps
        with self._store.database.read() as connection:
            found = connection.execute(
                "SELECT id, url FROM article WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),)
            )
            owners = {ident: canonical(url) if url else None for ident, url in found}
        result = []
        for step in steps:
            article = step.draft.article
            if step.add and article.id in ids and owners.setdefault(article.id, step.address) != step.address:
                body = under_title(Body(article.body, article.markup), article.title)
                article = dataclasses.replace(article, body=body.text, markup=body.markup, id="")
                step = dataclasses.replace(step, draft=dataclasses.replace(step.draft, article=article))
            result.append(step)
        return result


def _known(row: Sequence[Any]) -> _Known:
    feed, article, digest, wholeness, removed = row
    return _Known(feed, article, digest, Wholeness(wholeness), bool(removed))


def _shared(items: Iterable[tuple[str | None, str]]) -> set[str | None]:
    """The addresses that items with different words have in common."""
    words: dict[str | None, set[str]] = {}
    for address, digest in items:
        words.setdefault(address, set()).add(digest)
    return {address for address, digests in words.items() if address is not None and len(digests) > 1}


def _is_wanted(feed: int, draft: Draft, known: _Known | None) -> bool:
    """Whether an item that is new here or has changed is to be added."""
    if known is None:
        return True
    if known.removed or known.digest == draft.digest:
        return False  # the reader removed it; or the same under another name
    if known.wholeness is Wholeness.PAGE:
        return False  # the page has more than the feed will ever say
    # Another feed has the same page: what it says of it in other words is no new version.
    return known.feed == feed or (known.wholeness is Wholeness.SUMMARY and draft.wholeness is Wholeness.WHOLE)


def unmark(articles: ArticleRepository, key: int) -> None:
    """Take the mark of a summary from an article."""
    (summary,) = articles.summaries([key]) or (None,)
    tags = articles.get(summary.id).tags if summary else ()
    if SUMMARY_TAG in tags:
        articles.retag(key, [each for each in tags if each != SUMMARY_TAG])


def _keys_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    asked = json.dumps(list(ids))
    found = connection.execute("SELECT id, key FROM article WHERE id IN (SELECT value FROM json_each(?))", (asked,))
    return dict(found.fetchall())


def _row(feed: int, step: _Step, keys: dict[str, int], now: str) -> dict[str, object]:
    entry, draft, known = step.entry, step.draft, step.known
    moment: datetime.date | None = entry.moment or entry.day
    return {
        "feed": feed,
        "guid": entry.guid,
        "url": entry.url,
        "address": step.address,
        "article": keys.get(draft.article.id) if step.add or known is None else known.article,
        "digest": draft.digest,
        "wholeness": known.wholeness if known is not None and not step.add else draft.wholeness,
        "seen": now,
        "published": moment.isoformat() if moment else None,
    }

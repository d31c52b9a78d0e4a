"""What the tests of feeds share: a library of one's own, feeds that are fetched from loopback, a clock that is set."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from articles.database import Database
from articles.feeds.service import Feeds
from articles.feeds.tables import FEED_MIGRATIONS
from articles.feeds.webs import Webs
from articles.migrations import MIGRATIONS
from articles.net.fetching import Web
from articles.net.kinds import Kind, Limits
from articles.net.manners import Manners
from articles.net.robots import Robots
from articles.sqlite import SQLiteArticles

STEPS = (*MIGRATIONS, *FEED_MIGRATIONS)
SMALL = 200_000
"""Bytes of a feed, at most, in these tests."""


@dataclass
class Clock:
    """The time, as the test sets it."""

    now: datetime.datetime = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now

    def later(self, **time: float) -> None:
        self.now += datetime.timedelta(**time)


@dataclass
class Room:
    """A library with its feeds."""

    database: Database
    articles: SQLiteArticles
    feeds: Feeds
    clock: Clock = field(default_factory=Clock)

    def titles(self) -> list[str]:
        """The titles of all articles, newest first."""
        return [each.title for each in self.articles.summaries(self.articles.keys())]

    def bodies(self) -> set[str]:
        """The texts of all articles."""
        return {self.articles.get(each.id).body for each in self.articles.summaries(self.articles.keys())}


def webs(seconds: float = 20.0) -> Webs:
    """What fetches from loopback, with small limits."""
    limits = Limits(read=seconds, total=seconds, size=SMALL, redirects=4)

    def make(private: bool, manners: Manners, robots: Robots) -> Web:
        return Web(allow_private=private, limits=dict.fromkeys(Kind, limits), manners=manners, robots=robots)

    return Webs(make=make)


def room_at(path: Path, fetching: Webs | None = None, *, offline: bool = False) -> Room:
    """The room of a library file."""
    database = Database(path, STEPS)
    clock = Clock()
    articles = SQLiteArticles(database, now=clock)
    feeds = Feeds(database, articles, webs=fetching or webs(), offline=offline)
    feeds.store.now = clock
    return Room(database, articles, feeds, clock)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """An empty library with no feeds yet."""
    found = room_at(tmp_path / "library.db")
    with found.database:
        yield found


@pytest.fixture
def hurried(tmp_path: Path) -> Iterator[Callable[[float], Room]]:
    """Makes a room whose fetches end soon; only for what can end in no other way."""
    made: list[Room] = []

    def make(seconds: float) -> Room:
        made.append(room_at(tmp_path / "library.db", webs(seconds)))
        return made[-1]

    yield make
    for each in made:
        each.database.close()

"""Following feeds of the loopback server, and asking one of them."""

from __future__ import annotations

from articles.feeds.model import Feed, FullText
from articles.feeds.opml import Outline
from articles.feeds.outcomes import Outcome
from tests.articles.feeds.conftest import Room

XML = "application/rss+xml; charset=utf-8"


def follow(room: Room, *urls: str, full_text: FullText = FullText.SUMMARY) -> list[Feed]:
    """Follow the feeds that were not followed yet."""
    found = room.feeds.bring([Outline(url) for url in urls], full_text, private=True)
    return [each for each in found if each is not None]


def refresh(room: Room) -> Outcome:
    """What came of the one feed there is."""
    (outcome,) = room.feeds.refresh()
    return outcome

"""What a feed is: what its file says, and what is kept of it."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass, field

from articles.errors import Problem


class NotAFeed(Problem):
    """What was fetched or given is no feed, or none that can be trusted."""


class BadOutline(Problem):
    """A file is no OPML list of feeds, or none that can be trusted."""


class NoSuchFeed(Problem):
    """No feed of the reader's is called so, or several are."""


class FullText(enum.StrEnum):
    """How much of an item's text the reader wants."""

    SUMMARY = "summary"
    """What the feed has of it."""
    DEMAND = "demand"
    """The page that the item leads to, for the articles that the reader asks for."""
    ALWAYS = "always"
    """The page that the item leads to, for every new item."""


class State(enum.StrEnum):
    """How a feed fared when it was last asked."""

    NEW = "new"
    """It never was."""
    WELL = "well"
    FAILING = "failing"
    """It could not be fetched or read; it is asked again."""
    GONE = "gone"
    """Its site says that it is no more; it is asked again only when it is named."""


class Wholeness(enum.StrEnum):
    """How much of its text the article of an item has."""

    SUMMARY = "summary"
    WHOLE = "whole"
    """What the feed has, which seems to be all."""
    PAGE = "page"
    """What stands on the page that the item leads to."""
    REFUSED = "refused"
    """A summary, whose page may not be fetched or holds no text."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a feed gives.

    Attributes:
        text: As it stands in the feed; not clean.
        html: Whether it is HTML; else it is plain text.
        base: The address that its relative links count from.
    """

    text: str
    html: bool
    base: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as the feed has it. One line of a field is clean (see ``articles.cleaning``); texts are not.

    Attributes:
        guid: What names the item in its feed: what the feed says, else made of its address or its words.
        title: One line; "" where it has none.
        url: The page that it leads to, absolute, http or https; None where it leads to none.
        byline: Who wrote it.
        day: The day it was published, in its own time zone.
        moment: When it was published, with its time zone; None where the feed does not say so much.
        tags: Its keywords.
        language: A language tag that the feed gives for it or for itself; "" where it does not.
        content: The text in full, where the feed has it.
        summary: A shorter text, or the only one.
    """

    guid: str
    title: str = ""
    url: str | None = None
    byline: str | None = None
    day: datetime.date | None = None
    moment: datetime.datetime | None = None
    tags: tuple[str, ...] = ()
    language: str = ""
    content: Text | None = field(default=None, repr=False)
    summary: Text | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed as its file has it.

    Attributes:
        title: One line, clean; "" where it has none.
        site: The address of what it is the feed of, or None.
        entries: Its items, in its order; no two have the same guid.
        left_out: How many items were beyond the limit.
        pause: How long it asks to be left alone between two fetches; None where it does not say.
        problem: What is wrong with the file although items could be read, in one line; "" for nothing.
    """

    title: str
    site: str | None = None
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    left_out: int = 0
    pause: datetime.timedelta | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that the reader keeps.

    Attributes:
        key: Its number, by which the reader may name it.
        url: Where it is fetched from.
        title: The reader's name for it, else its own, else its address.
        named: Whether the title is the reader's.
        site: The address of what it is the feed of.
        folder: Where it stands in an OPML list, as "Mundo/Ásia"; "" for nowhere.
        tags: The tags that its articles get.
        full_text: How much of its items' texts is wanted.
        private: Whether it may lie on this machine or in the local network.
        etag: What the server said of the version fetched last.
        modified: The same, as a date of HTTP.
        checked: When it was last fetched, or tried.
        renewed: When it last had something new.
        due: Before when it need not be fetched again: what it says of itself, or a rest after failures.
        rest: Before when its server does not want to be asked.
        state: How it fared.
        failures: How many times in a row it could not be fetched or read.
        problem: What is wrong with it now, in one line; "" for nothing.
        told: The problem that the reader was told of last, so that each is said once.
    """

    key: int
    url: str
    title: str
    named: bool = False
    site: str | None = None
    folder: str = ""
    tags: tuple[str, ...] = ()
    full_text: FullText = FullText.SUMMARY
    private: bool = False
    etag: str | None = None
    modified: str | None = None
    checked: datetime.datetime | None = None
    renewed: datetime.datetime | None = None
    due: datetime.datetime | None = None
    rest: datetime.datetime | None = None
    state: State = State.NEW
    failures: int = 0
    problem: str = ""
    told: str = ""

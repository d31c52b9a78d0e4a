"""The views there are to choose from, with how many articles each has; counted on a thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.cleaning import clean_line
from reader.i18n import _
from reader.tui.listing.views import ALL, MARKED, STARRED, UNREAD, Listing, View, quoted

if TYPE_CHECKING:
    from articles.shelves import Part, Shelves

_SEARCHES = 8
"""Searches of the last ones that are offered as views."""

_LONGEST = 80  # characters of a name


@dataclass(frozen=True, slots=True)
class Entry:
    """A view to choose.

    Attributes:
        count: How many articles it has; None where that is not counted.
        unread: How many of them are unread; None where that is not counted.
    """

    view: View
    count: int | None = None
    unread: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Views of one sort, under one heading.

    Attributes:
        place: Where it stands among the others.
    """

    place: int
    title: str
    entries: tuple[Entry, ...]


def plain() -> Section:
    """What is always there, before it is counted."""
    return Section(0, "", tuple(Entry(view) for view in (ALL, UNREAD, STARRED, MARKED)))


def _library(shelves: Shelves, _listing: Listing) -> Section:
    totals = shelves.totals()
    counts = (totals.articles, totals.unread, totals.starred, totals.marked)
    views = (ALL, UNREAD, STARRED, MARKED)
    return Section(0, "", tuple(Entry(view, count) for view, count in zip(views, counts, strict=True)))


def _feeds(shelves: Shelves, _listing: Listing) -> Section:
    return Section(1, _("FEEDS"), _entries("feed", shelves.feeds()))


def _searches(_shelves: Shelves, listing: Listing) -> Section:
    last = listing.history[: -_SEARCHES - 1 : -1]
    return Section(2, _("LAST SEARCHES"), tuple(Entry(View(query)) for query in last))


def _tags(shelves: Shelves, _listing: Listing) -> Section:
    return Section(3, _("TAGS"), _entries("tag", shelves.tags()))


def _sources(shelves: Shelves, _listing: Listing) -> Section:
    return Section(4, _("SOURCES"), _entries("source", shelves.sources()))


def _entries(field: str, parts: list[Part]) -> tuple[Entry, ...]:
    return tuple(
        Entry(View(quoted(field, part.name), clean_line(part.name, _LONGEST)), part.articles, part.unread)
        for part in parts
    )


SECTIONS: tuple[Callable[[Shelves, Listing], Section], ...] = (_searches, _library, _feeds, _tags, _sources)
"""Makes each section, the quickest first."""

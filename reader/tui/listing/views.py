"""Views of the library: each is a query of the search language, and keeps how it is sorted and grouped."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.repository import Order
from reader.i18n import _

if TYPE_CHECKING:
    from reader.positions import Json

_MOST = 60
"""Views whose arrangement is remembered; of more, those used last."""

_HISTORY = 50
"""Searches that are remembered."""

_LONGEST = 1_000  # characters of what is remembered


class Group(enum.StrEnum):
    """What the headings of a list say."""

    NONE = "none"
    DAY = "day"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class View:
    """A part of the library.

    Attributes:
        query: Which, in the search language; "" is all of it.
        title: What a person calls it; "" where the query says it best.
    """

    query: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """What stands over the list."""
        return self.title or _NAMES.get(self.query, lambda: self.query)()


_NAMES = {
    "": lambda: _("Library"),
    "is:unread": lambda: _("Unread"),
    "is:starred": lambda: _("Starred"),
    "is:marked": lambda: _("With marks"),
}

ALL = View()
UNREAD = View("is:unread")
STARRED = View("is:starred")
MARKED = View("is:marked")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a view is sorted and grouped."""

    order: Order = Order.DATE
    reverse: bool = False
    group: Group = Group.NONE

    @property
    def sorted_for(self) -> Order:
        """The order, with groups: what stands under one heading must stand together."""
        if self.group is Group.SOURCE:
            return Order.SOURCE
        return Order.DATE if self.group is Group.DAY else self.order


@dataclass(frozen=True, slots=True)
class Listing:
    """How the library pane stands: the view, how each is arranged, how many lines a row has, what was searched for."""

    view: View = ALL
    arrangements: Mapping[str, Arrangement] = field(default_factory=dict)
    lines: int = 2
    history: tuple[str, ...] = ()

    @property
    def arrangement(self) -> Arrangement:
        """How the view is arranged."""
        return self.arrangements.get(self.view.query, Arrangement())

    def arranged(self, arrangement: Arrangement) -> Listing:
        """The same with the view arranged otherwise."""
        others = {query: each for query, each in self.arrangements.items() if query != self.view.query}
        kept = dict(list(others.items())[-_MOST:]) | {self.view.query: arrangement}
        return dataclasses.replace(self, arrangements=kept)

    def searched(self, query: str) -> Listing:
        """The same with a search in its history, as the last."""
        query = query.strip()
        if not query or len(query) > _LONGEST:
            return self
        others = [each for each in self.history if each != query]
        return dataclasses.replace(self, history=(*others[-_HISTORY:], query))

    def kept(self) -> Json:
        """What is remembered of it; see ``recalled``."""
        arrangements: Json = {
            query: [each.order.value, each.reverse, each.group.value] for query, each in self.arrangements.items()
        }
        view: Json = [self.view.query, self.view.title]
        return {"view": view, "arrangements": arrangements, "lines": self.lines, "history": list(self.history)}


def recalled(kept: Json) -> Listing:
    """The listing that was remembered; what makes no sense in it is as it is at first."""
    if not isinstance(kept, dict):
        return Listing()
    view, arrangements = kept.get("view"), kept.get("arrangements")
    lines, history = kept.get("lines"), kept.get("history")
    known: dict[str, Arrangement] = {}
    for query, each in arrangements.items() if isinstance(arrangements, dict) else ():
        arrangement = _arrangement(each)
        if arrangement is not None:
            known[query] = arrangement
    return Listing(
        View(*(_text(each) for each in view)) if isinstance(view, list) and len(view) == 2 else ALL,
        known,
        lines if isinstance(lines, int) and lines in (1, 2, 3) else 2,
        tuple(_text(each) for each in history[-_HISTORY:]) if isinstance(history, list) else (),
    )


def _arrangement(kept: Json) -> Arrangement | None:
    if not isinstance(kept, list) or len(kept) != 3:
        return None
    order, reverse, group = kept
    try:
        return Arrangement(Order(str(order)), bool(reverse), Group(str(group)))
    except ValueError:
        return None


def _text(kept: Json) -> str:
    return kept[:_LONGEST] if isinstance(kept, str) else ""


def quoted(field_name: str, value: str) -> str:
    """A condition of the search language: ``tag:"two words"``."""
    return f'{field_name}:"{value.replace(chr(34), " ")}"'

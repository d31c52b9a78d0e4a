"""What the reading screen has done about names: finding one by typing, and where else in the library it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.tui.background import Lane

if TYPE_CHECKING:
    from articles.errors import Problem
    from reader.entities.model import Entity
    from reader.tui.page.marks import Marks
    from reader.tui.widgets.card import Elsewhere


class NameDesk:
    """Works on a thread of its own; results come back on the event loop.

    Args:
        lane: The thread.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(self, lane: Lane, sorry: Callable[[Problem], None]) -> None:
        self._lane = lane
        self._sorry = sorry

    def narrow(self, marks: Marks, query: str, then: Callable[[frozenset[int]], None]) -> None:
        """Find the names that match a query."""
        self._lane.do(lambda: marks.matching(query), then, self._sorry)

    def elsewhere(self, entity: Entity, then: Callable[[Sequence[Elsewhere]], None]) -> None:
        """Find the other articles that have an entity."""
        then(())

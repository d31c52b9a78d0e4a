"""Where the reader was before each jump, and the way back and forward between these places."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 200
"""Places that are kept in either direction; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the reader was: the article's id, the offset in its body, and the row of the screen."""

    article: str
    offset: int
    row: int

    def is_at(self, other: Spot) -> bool:
        """Whether both are the same sentence, on whatever row it stood."""
        return (self.article, self.offset) == (other.article, other.offset)


class Trail:
    """The places before each jump, and those gone back from. Knows no widgets."""

    def __init__(self) -> None:
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    @property
    def behind(self) -> int:
        """How many places there are to go back to."""
        return len(self._behind)

    @property
    def ahead(self) -> int:
        """How many places there are to go forward to."""
        return len(self._ahead)

    def leave(self, here: Spot) -> None:
        """A jump is about to lead away from here; what lay ahead is forgotten."""
        self._ahead.clear()
        _put(self._behind, here)

    def back(self, here: Spot) -> Spot | None:
        """The place before the last jump, which is left for it; None where there is none but this one."""
        return _take(self._behind, self._ahead, here)

    def forward(self, here: Spot) -> Spot | None:
        """The place that was last gone back from; None where there is none but this one."""
        return _take(self._ahead, self._behind, here)


def _put(places: list[Spot], spot: Spot) -> None:
    """Keep a place on top; the same one twice, as before a jump that led nowhere, only once."""
    if places and places[-1].is_at(spot):
        places.pop()
    places.append(spot)
    del places[:-LONGEST]


def _take(source: list[Spot], other: list[Spot], here: Spot) -> Spot | None:
    while source and source[-1].is_at(here):  # a jump that led nowhere
        source.pop()
    if not source:
        return None
    _put(other, here)
    return source.pop()

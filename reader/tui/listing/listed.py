"""What the library pane is given to show, and where in it the reader is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.repository import Hit, Summary
from reader.tui.listing.shape import Stack


@dataclass(frozen=True, slots=True)
class Listed:
    """What the pane is to show.

    Attributes:
        keys: The keys of the articles, in order.
        title: What it is called.
        summaries: Those that are known already.
        stacks: The groups they stand in, where they are grouped.
        hits: Of a search, what made it find the first articles.
        query: The search that found them, if one did.
        typing: Whether it is still being typed.
        open_key: The key of the article that is being read, where it is stored.
        more: Whether there are more than these; then their number is not told.
    """

    keys: Sequence[int]
    title: str = ""
    summaries: Sequence[Summary] = ()
    stacks: Sequence[Stack] = ()
    hits: Sequence[Hit] = ()
    query: str = ""
    typing: bool = False
    open_key: int | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor is in a list.

    Attributes:
        key: The article under it; None for a heading.
        row: Its row, from 0.
        at: On which row of the pane that is.
    """

    key: int | None
    row: int
    at: int

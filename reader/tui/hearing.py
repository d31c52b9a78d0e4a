"""Who works on English beside the screen, and what the screen hears of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.tui.background import Lane


@dataclass(frozen=True, slots=True)
class Heard:
    """What the drafting tells, on the event loop. All are called for the article on the screen only.

    Attributes:
        english: The English of these blocks changed.
        sentences: The English of these sentences changed, wherever they stand.
        progress: A share from 0 to 1 while there is work, None when there is none.
        trouble: Something failed; a line for the reader.
        online: What the online engine is doing, in a few words; "" for nothing.
    """

    english: Callable[[set[int]], None]
    sentences: Callable[[set[str]], None]
    progress: Callable[[float | None], None]
    trouble: Callable[[str], None]
    online: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The threads that make English.

    Attributes:
        drafts: Translates what may take its time.
        recall: Looks up, and translates what the reader waits for.
        online: For the online engine alone.
    """

    drafts: Lane
    recall: Lane
    online: Lane

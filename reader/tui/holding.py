"""English held to the names of its article: when they come in, or change, what they touch is put right in place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from articles.errors import Problem
from reader.translation.engine import EngineError, Translation
from reader.translation.glossary.model import Glossary
from reader.translation.service import TranslationService
from reader.tui.background import Lane
from reader.tui.page.document import Document
from reader.tui.page.english import English

_AT_ONCE = 100
"""Sentences looked up in one query; those that are seen are among the first."""


@dataclass(slots=True, eq=False)
class Work:
    """An article on the screen whose English is being made; a new one for each time that one is opened.

    Attributes:
        stop: Set when the article is left.
        glossary: How its names are to be rendered; None until they are known. Changed on the event loop only.
        visible: The first and the last block on the screen.
    """

    document: Document
    english: English
    stop: threading.Event = field(default_factory=threading.Event)
    glossary: Glossary | None = None
    visible: tuple[int, int] = (0, 0)


Taken = Callable[[Work, dict[str, Translation]], None]
"""Is told, on the event loop, the English that some sentences have now."""


class Holding:
    """Holds what is there already; what is translated from now on is held by those who translate it.

    Args:
        service: Holds, and keeps what it held.
        lane: The thread; it is left to others between any two parts.
        taken: Told of what changed.
        sorry: Told on the event loop where the library cannot be read.
    """

    def __init__(self, service: TranslationService, lane: Lane, taken: Taken, sorry: Callable[[Problem], None]) -> None:
        self._service = service
        self._lane = lane
        self._taken = taken
        self._sorry = sorry

    def hold(self, work: Work, glossary: Glossary) -> None:
        """Hold all English of an article to other terms: first what is on the screen, then the rest."""
        work.glossary = glossary
        seen: dict[str, None] = {}
        for block in range(work.visible[0], min(work.visible[1] + 1, len(work.document))):
            seen.update(dict.fromkeys(work.document.segments(block)))
        known = work.english.sources()
        first = [source for source in known if source in seen]
        self._next(work, glossary, [*first, *(source for source in known if source not in seen)])

    def again(self, work: Work, source: str) -> None:
        """Hold one sentence, which came in as the terms were changing."""
        if work.glossary is not None:
            self._next(work, work.glossary, [source])

    def _next(self, work: Work, glossary: Glossary, sources: list[str]) -> None:
        now, later = sources[:_AT_ONCE], sources[_AT_ONCE:]
        if not now or work.stop.is_set() or work.glossary is not glossary:
            return  # it was left, or the terms have changed once more

        def then(held: dict[str, Translation]) -> None:
            if work.glossary is glossary and not work.stop.is_set():
                if held:
                    self._taken(work, held)
                self._next(work, glossary, later)

        self._lane.do(lambda: self._held(work, glossary, now), then, self._sorry)

    def _held(self, work: Work, glossary: Glossary, sources: Sequence[str]) -> dict[str, Translation]:
        """On the lane's thread: those of the sentences whose English is another one now."""
        held = self._service.recall(sources, glossary=glossary)
        for source in sources:
            known = work.english.of(source)
            if source in held or known is None or work.stop.is_set() or work.glossary is not glossary:
                continue
            try:
                held[source] = self._service.translate(source, glossary)
            except EngineError:
                continue  # what is there stays
        return {source: each for source, each in held.items() if each != work.english.of(source)}

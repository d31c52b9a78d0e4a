"""Finding in the article and its English, beside the screen; the last search asked for counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.tui.background import Lane
from reader.tui.page.find import Folded, Hit, Matches, matches

if TYPE_CHECKING:
    from reader.translation.engine import Translation
    from reader.tui.page.page import Page

_BATCH = 256
"""Sentences whose English is looked up together."""

Kept = Callable[[Sequence[str]], Mapping[str, "Translation"]]


class Seeking:
    """Finds words in the article on the screen, on a thread of its own.

    Args:
        kept: Gives what is kept of the English of sentences; called on the thread.
        sorry: Called with what went wrong.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, kept: Kept, sorry: Callable[[Problem], None]) -> None:
        self._loop = loop
        self._kept_of = kept
        self._sorry = sorry
        self._asked = 0
        self._lane: Lane | None = None
        self._of = ""
        self._folded: Folded | None = None
        self._kept: dict[str, Translation] = {}
        self._looked_up = 0

    def close(self) -> None:
        """Wait for nothing."""
        self._asked += 1
        if self._lane is not None:
            self._lane.close(wait=0)

    def kept(self, source: str) -> Translation | None:
        """The English of a sentence that a search came upon."""
        return self._kept.get(source)

    def find(self, page: Page, query: str, then: Callable[[Matches], None]) -> None:
        """Find words in the article; the last search asked for counts.

        Args:
            then: Called on the event loop with what stands in the Portuguese, and again with all, English included.
        """
        self._asked = asked = self._asked + 1
        known = page.english.known()
        if self._lane is None:
            self._lane = Lane("finding", self._loop)
        lane = self._lane

        def tell(found: Matches) -> None:
            if asked == self._asked:
                then(found)

        def read() -> None:
            if asked != self._asked:
                return
            article = page.document.article
            if self._folded is None or self._of != article.id:
                self._of, self._folded = article.id, Folded(article.body)
                self._kept, self._looked_up = {}, 0
            spans, title = self._folded.find(query), matches(page.document.text(0), query)
            if not query.strip():
                lane.post(tell, Matches(query))
                return
            lane.post(tell, Matches(query, spans, title, complete=False))
            hits = self._in_english(page, query, known, asked)
            if hits is not None:
                lane.post(tell, Matches(query, spans, title, hits))

        lane.do(read, None, self._sorry)

    def _in_english(self, page: Page, query: str, known: Mapping[str, Translation], asked: int) -> list[Hit] | None:
        """What is found in the English; None where another search is asked for meanwhile."""
        document = page.document
        hits: list[Hit] = []
        waiting: list[tuple[str, int, int, int]] = []

        def look() -> None:
            for source, block, sentence, end in waiting:
                translation = known.get(source) or self._kept.get(source)
                if translation is not None and translation.target != source:
                    found = Folded(translation.target).find(query)
                    hits.extend(Hit(end, True, block, sentence, start) for start, _end in found)
            waiting.clear()

        for block in range(len(document)):
            text, at = document.text(block), 0
            for sentence, source in enumerate(document.segments(block)):
                at = max(at, text.find(source, at)) + len(source)
                waiting.append((source, block, sentence, document.start(block) + at - 1 if block else -1))
            if len(waiting) >= _BATCH or block == len(document) - 1:
                if asked != self._asked:
                    return None
                if block >= self._looked_up:
                    self._kept.update(self._kept_of([each[0] for each in waiting if each[0] not in known]))
                    self._looked_up = block + 1
                look()
        return hits

"""What the reading screen has found out of words: where saved ones stand, and how many are not known."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from articles.errors import Problem
from articles.model import Article, Span
from reader.tui.background import Lane
from reader.tui.word_desk import WordDesk

if TYPE_CHECKING:  # imported on the lane, where the first word was saved
    from reader.tui.page.marks import Marks
    from reader.vocabulary.model import Status
    from reader.vocabulary.signing import Lemmatised, Saved
    from reader.vocabulary.store import Vocabulary
    from reader.vocabulary.unknown import Unknown

_BLOCKS = 512
"""Blocks whose lemmas are kept."""

_ARTICLES = 8
"""Articles whose lemmas are kept counted."""

Block = tuple[int, int, str]
"""A block's number, where it begins in the body, and its text."""


class KnownDesk:
    """Works beside the screen on a thread of its own.

    Args:
        words: Gives the saved words and what looks words up.
        known_from: From which Zipf figure on a word that was never saved counts as known.
        loop: The screen's.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(
        self, words: WordDesk, known_from: float, loop: asyncio.AbstractEventLoop, sorry: Callable[[Problem], None]
    ) -> None:
        self._words = words
        self._known_from = known_from
        self._sorry = sorry
        self._lane = Lane("known", loop)
        # Of these the lane's thread alone.
        self._blocks: OrderedDict[tuple[str, int], tuple[Lemmatised, ...]] = OrderedDict()
        self._counted: OrderedDict[str, tuple[Marks, Mapping[str, int]]] = OrderedDict()
        self._article = ""
        """The article that is counted for; another one's counting is given up."""

    def close(self) -> None:
        """Give up what is under way."""
        self._article = ""
        self._lane.close(wait=0)

    def saved(self, then: Callable[[Mapping[str, Status], Saved], None]) -> None:
        """Have the statuses of the saved words, and where to find them."""

        def work(words: Vocabulary) -> tuple[Mapping[str, Status], Saved]:
            from reader.vocabulary.signing import saved_of

            statuses = words.statuses()
            return statuses, saved_of(statuses, words.forms() if statuses else {})

        self._words.ask(work, lambda found: then(*found))

    def _lemmas(self, forms: Sequence[str]) -> Sequence[str]:
        return self._words.lookups().lemmas(forms) if self._words.looks_up else forms

    def signs(
        self, article: str, blocks: Sequence[Block], saved: Saved, then: Callable[[list[tuple[Span, Status]]], None]
    ) -> None:
        """Find the saved words of some blocks, in characters of the body."""

        def work() -> list[tuple[Span, Status]]:
            from reader.vocabulary.signing import lemmatised, signs

            found = []
            for number, base, text in blocks:
                words = self._blocks.get((article, number))
                if words is None:
                    words = self._blocks[article, number] = lemmatised(text, self._lemmas)
                    if len(self._blocks) > _BLOCKS:
                        self._blocks.popitem(last=False)
                found += [(span.shifted(base), status) for span, status in signs(text, words, saved)]
            return found

        self._lane.do(work, then, self._sorry)

    def count(
        self, article: Article, marks: Marks, statuses: Mapping[str, Status], then: Callable[[Unknown], None]
    ) -> None:
        """Count the words of an article that are not known; names are left out, where ``marks`` has them."""
        self._article = article.id

        def work() -> Unknown | None:
            from reader.dictionary.commonness import zipf
            from reader.vocabulary.unknown import Stopped, lemmas_in, unknown

            kept = self._counted.get(article.id)
            if kept is None or kept[0] is not marks:
                mentions = (each.span for entity in marks.entities for each in entity.mentions)
                try:
                    kept = marks, lemmas_in(article.body, mentions, self._lemmas, lambda: self._article != article.id)
                except Stopped:
                    return None
                self._counted[article.id] = kept
                if len(self._counted) > _ARTICLES:
                    self._counted.popitem(last=False)
            return unknown(kept[1], statuses, self._known_from, self._zipf(zipf))

        self._lane.do(work, lambda found: then(found) if found is not None else None, self._sorry)

    _kept_zipf: Callable[[str], float | None] | None = None

    def _zipf(self, zipf: Callable[[str], float | None]) -> Callable[[str], float | None]:
        if self._kept_zipf is None:
            self._kept_zipf = lru_cache(maxsize=1 << 16)(zipf)
        return self._kept_zipf

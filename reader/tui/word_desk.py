"""What the reading screen has done about words: looking them up, saving them; each on a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from articles.errors import Problem
from articles.model import Span
from reader.tui.background import Lane
from reader.tui.latest import Latest

if TYPE_CHECKING:
    from reader.dictionary.model import Lookup, Lookups
    from reader.tui.services import Services
    from reader.vocabulary.store import Vocabulary

T = TypeVar("T")

_KEPT = 1024
"""Lookups that are kept: those of the words of a few pages."""

Place = tuple[str, Span]
"""A sentence, and a word in it."""

Told = Callable[["Lookup | None"], None]


class WordDesk:
    """Works beside the screen; results come on the event loop.

    Args:
        services: Gives what looks words up, and the saved words; each is made on its thread, when first asked for.
        loop: The screen's.
        sorry: Called on the event loop with what went wrong.
    """

    def __init__(self, services: Services, loop: asyncio.AbstractEventLoop, sorry: Callable[[Problem], None]) -> None:
        self._services = services
        self._loop = loop
        self._sorry = sorry
        self._lane: Lane | None = None
        self._books: Lane | None = None
        self._lookups: Lookups | None = None
        self._making = threading.Lock()
        self._looking: Latest[Place, Lookup] = Latest(
            lambda place: self.lookups().look_up(*place), self._to_look_up, _KEPT, self._tell, sorry
        )
        self._told: set[str] = set()

    # Looking up

    @property
    def looks_up(self) -> bool:
        """Whether there is anything that looks words up."""
        return self._services.lookups is not None

    def look_up(self, sentence: str, at: Span, told: Told) -> None:
        """Look a word up; what was asked before and is not found yet is forgotten.

        Args:
            sentence: The sentence it stands in.
            at: The word, in characters of the sentence.
            told: Called with what is known of it, at once where it was looked up before; with None where nothing is.
        """
        if self._services.lookups is None:
            told(None)
        else:
            self._looking.ask((sentence, at), told)

    def look_up_surely(self, sentence: str, at: Span, told: Told) -> None:
        """Look a word up for what is to be done with it, whatever is asked for after it."""
        if self._services.lookups is None:
            told(None)
            return
        self._to_look_up().do(lambda: self.lookups().look_up(sentence, at), told, self._sorry)

    def choose(self, place: Place, lookup: Lookup) -> None:
        """The reader said what the word is here: this is what is known of it from now on."""
        self._looking.know(place, lookup)

    def forget(self) -> None:
        """Nobody waits for a word any more."""
        self._looking.forget()

    def _to_look_up(self) -> Lane:
        if self._lane is None:
            self._lane = Lane("dictionary", self._loop)
        return self._lane

    def _tell(self, lookup: Lookup | None) -> None:
        """Say what could not be read, once; the whole card always says it."""
        for each in lookup.problems if lookup is not None else ():
            if each not in self._told:
                self._told.add(each)
                self._sorry(Problem(each))

    def lookups(self) -> Lookups:
        """What looks words up; on any thread but the event loop's."""
        with self._making:  # several threads ask: one process of lemmas is enough
            if self._lookups is None:
                assert self._services.lookups is not None
                self._lookups = self._services.lookups()
            return self._lookups

    # Saved words

    def ask(self, work: Callable[[Vocabulary], T], then: Callable[[T], None] | None = None) -> None:
        """Do something with the saved words, one thing after the other; ``then`` gets what came of it."""
        if self._services.vocabulary is None:
            return
        vocabulary = self._services.vocabulary
        if self._books is None:
            self._books = Lane("vocabulary", self._loop)
        self._books.do(lambda: work(vocabulary()), then, self._sorry)

    def close(self) -> None:
        """Wait for what is being saved, for a moment, and for nothing else."""
        if self._lane is not None:
            self._lane.close(wait=0)
        if self._lookups is not None:
            self._lookups.close()
        if self._books is not None:
            self._books.close()

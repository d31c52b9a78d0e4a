"""The installed dictionaries taken together: where one cannot be read the others answer, and it is told why."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence

from articles.errors import Problem
from reader.dictionary.installed import Installed
from reader.dictionary.model import Sense

OpenAll = Callable[[Callable[[Problem], None]], Iterable[Installed]]
"""What opens dictionaries, given what is to be called with why one cannot be opened."""


class Shelf:
    """The dictionaries in the reader's order, opened with the first question. Thread-safe.

    Args:
        open_all: Opens them; given what is to be called with why one cannot be opened.
    """

    def __init__(self, open_all: OpenAll) -> None:
        self._open = open_all
        self._troubles: dict[str, str] = {}
        self._opened: list[Installed] | None = None
        self._guard = threading.Lock()
        self._closed = False

    def all(self) -> list[Installed]:
        """Every dictionary; none once this is closed."""
        with self._guard:
            if self._opened is None:
                self._opened = [] if self._closed else list(self._open(self._unopened))
            return self._opened

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be read so far, one line for each dictionary."""
        return tuple(self._troubles.values())

    def close(self) -> None:
        """Close them; nothing is found any more."""
        with self._guard:
            self._closed = True
            opened, self._opened = self._opened or [], []
        for each in opened:
            each.close()

    def has(self, word: str) -> bool:
        """Whether one has an entry of its own for the word."""
        for each in self.all():
            try:
                if each.has(word):
                    return True
            except Problem as problem:
                self._note(each, problem)
        return False

    def bases(self, form: str) -> Iterator[str]:
        """The headwords that dictionaries say a form belongs to."""
        for each in self.all():
            try:
                yield from each.bases(form)
            except Problem as problem:
                self._note(each, problem)

    def senses(self, headwords: Sequence[str], *, exact: bool = False) -> tuple[Sense, ...]:
        """What they say of these words, dictionary by dictionary.

        Args:
            headwords: The words.
            exact: Whether only entries with these very capitals count.
        """
        found: list[Sense] = []
        for each in self.all():
            for word in headwords:
                try:
                    told = each.senses(word)
                except Problem as problem:
                    self._note(each, problem)
                    continue
                found += [sense for sense in told if not exact or sense.headword == word]
        return tuple(dict.fromkeys(found))

    def _unopened(self, problem: Problem) -> None:
        self._troubles.setdefault(str(problem), str(problem))

    def _note(self, dictionary: Installed, problem: Problem) -> None:
        if not self._closed:  # then it is no trouble that its files are closed
            self._troubles.setdefault(dictionary.name, f"{dictionary.name}: {problem}")

"""The same English for different sentences: what a service gives that translates nothing, or another's text."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict

from reader.translation import guards

REMEMBERED = 1_000
"""Answers that are remembered with their sentence; the oldest go first."""
SHORT = 3
"""Words of a sentence, at most, that may well share its English with others: "Sim." and "Claro." are both "Yes."."""
_LONG = 4  # letters from which a word is likely to mean something


class Repeats:
    """Knows which sentence an answer was given for. Safe for several threads.

    Args:
        most: How many answers it remembers.
    """

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._given: OrderedDict[bytes, str] = OrderedDict()

    def anothers(self, source: str, english: str) -> bool:
        """Whether this very English was given before for a clearly different sentence; if not, it is remembered.

        Case, spaces and punctuation count in neither language.
        """
        digest = hashlib.sha256(" ".join(guards.words(english)).encode("utf-8", "replace")).digest()[:16]
        with self._lock:
            before = self._given.setdefault(digest, source)
            self._given.move_to_end(digest)
            if len(self._given) > self._most:
                self._given.popitem(last=False)
        return before != source and different(before, source)


def different(first: str, second: str) -> bool:
    """Whether two sentences cannot well have the same English, as far as that shows without knowing the language.

    Those may that are short, both of them, and those of which one has all words of the other that are longer than
    three letters: "Ele não comentou." and "Não comentou.". Numbers are left to other checks.
    """
    one, other = _words(first), _words(second)
    if max(len(one), len(other)) <= SHORT:
        return False
    long_one, long_other = _meaning(one), _meaning(other)
    return not (long_one <= long_other or long_other <= long_one)


def _words(text: str) -> list[str]:
    return [word for word in guards.words(text) if not any(each.isdigit() for each in word)]


def _meaning(words: list[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= _LONG) or frozenset(words)

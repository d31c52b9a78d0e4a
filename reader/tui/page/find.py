"""Finding words in a text: accents and case do not matter, and a line's end is a space."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

_LETTERS = {
    "a": "aáàâãäå", "c": "cç", "e": "eéèêë", "i": "iíìîï", "n": "nñ", "o": "oóòôõö", "u": "uúùûü", "y": "yýÿ",
}  # fmt: skip
_MOST = 100_000
"""Matches; more are not counted."""


@lru_cache(maxsize=16)
def pattern(query: str) -> re.Pattern[str] | None:
    """What finds the query in text as it was written; None for a query without a visible character."""
    parts = []
    for word in query.split():
        letters = []
        for character in unicodedata.normalize("NFC", word):
            base = unicodedata.normalize("NFD", character)[0].lower()
            letters.append(f"[{_LETTERS[base]}]" if base in _LETTERS else re.escape(character))
        parts.append("".join(letters))
    return re.compile(r"\s+".join(parts), re.IGNORECASE) if parts else None


def matches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the query stands in the text, in order, at most 100,000 times."""
    found = pattern(query)
    if found is None:
        return []
    spans = []
    for match in found.finditer(text):
        spans.append(match.span())
        if len(spans) >= _MOST:
            break
    return spans


class Matches:
    """What a search found in the body, and where it was made from."""

    def __init__(self, query: str = "", spans: list[tuple[int, int]] | None = None) -> None:
        self.query = query
        self.spans = spans or []
        self._starts = [start for start, _ in self.spans]

    def __len__(self) -> int:
        return len(self.spans)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The matches that begin in a range of the body, in order."""
        return self.spans[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def next(self, offset: int, by: int) -> tuple[int, int] | None:
        """The start of the match after (``by`` = 1) or before (-1) a place, and its number from 1; goes round."""
        if not self.spans:
            return None
        at = bisect_right(self._starts, offset) if by > 0 else bisect_right(self._starts, offset - 1) - 1
        at %= len(self.spans)
        return self._starts[at], at + 1

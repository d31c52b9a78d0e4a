"""Finding words in a text: accents, case, ligatures and the sort of quotation mark do not matter, nor ends of lines."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_MOST = 100_000
"""Matches; more are not counted."""

_STEP = 1 << 16
"""Characters folded at once: so long, a millisecond at most, other threads wait."""

_SAME = {
    **dict.fromkeys("‘’‚‛′´`", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"),
}  # fmt: skip
_EITHER = (("ss", "ß"), ("ae", "æ"), ("oe", "\x9c"), (r"\.\.\.", "\x85"))
"""What is written in two ways, as folded; the second is one byte of Windows' code page where Latin-1 has none."""


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    """What a character is compared as: "Ã" as "a", "ﬁ" as "fi", a combining mark as nothing, white space as a space."""
    if character.isspace():
        return " "
    if character in _SAME:
        return _SAME[character]
    bare = unicodedata.normalize("NFKD", character.casefold())
    folded = "".join(each for each in bare if not unicodedata.combining(each))
    try:
        byte = (character.lower()[:1] or character).encode("cp1252").decode("latin-1")
    except UnicodeEncodeError:
        return folded
    return folded if len(folded) == 1 and ord(folded) < 0x100 else byte


def _table() -> bytes:
    bytes_ = []
    for number in range(256):
        try:
            bytes_.append(ord(_fold(bytes([number]).decode("cp1252"))))
        except UnicodeDecodeError:
            bytes_.append(number)
    return bytes(bytes_)


class Folded:
    """A text as it is searched. 10 MB are folded in 0.1 s, in steps between which other threads can go on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._table = _table()
        self._starts = [0]  # where each step begins, folded
        self._offsets: list[array[int] | None] = []  # for each step where its characters come from; None: one from one
        parts = []
        for at in range(0, len(text), _STEP):
            folded, offsets = self._step(text[at : at + _STEP], at)
            parts.append(folded)
            self._offsets.append(offsets)
            self._starts.append(self._starts[-1] + len(folded))
        self._folded = "".join(parts)

    def _step(self, text: str, base: int) -> tuple[str, array[int] | None]:
        try:
            return text.encode("cp1252").translate(self._table).decode("latin-1"), None
        except UnicodeEncodeError:
            pass
        parts, offsets = [], array("Q")
        for at, character in enumerate(text, base):
            folded = _fold(character)
            parts.append(folded)
            offsets.extend([at] * len(folded))
        return "".join(parts), offsets

    def _origin(self, at: int) -> int:
        """The character of the text that a folded one comes from; the text's length past the last one."""
        if at >= self._starts[-1]:
            return len(self.text)
        step = bisect_right(self._starts, at) - 1
        offsets, inside = self._offsets[step], at - self._starts[step]
        return step * _STEP + inside if offsets is None else offsets[inside]

    def find(self, query: str) -> list[tuple[int, int]]:
        """Where the query stands in the text, in order, at most 100,000 times."""
        words = ["".join(map(_fold, word)) for word in query.split()]
        escaped = [re.escape(word) for word in words if word]
        if not escaped:
            return self._literally(query.strip())
        searched = " +".join(escaped)
        for long, short in _EITHER:
            if short in self._folded or short in searched:
                searched = searched.replace(short, long).replace(long, f"(?:{long}|{short})")
        spans = []
        for match in re.finditer(searched, self._folded):
            start, end = match.span()
            spans.append((self._origin(start), max(self._origin(end), self._origin(end - 1) + 1)))
            if len(spans) >= _MOST:
                break
        return spans

    def _literally(self, query: str) -> list[tuple[int, int]]:
        """What is nothing but combining marks."""
        return [match.span() for match in re.finditer(re.escape(query), self.text)][:_MOST] if query else []


@lru_cache(maxsize=512)
def matches(text: str, query: str) -> list[tuple[int, int]]:
    """Where the query stands in a short text, in order."""
    return Folded(text).find(query)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One match, in the order of reading.

    Attributes:
        at: The character of the body it stands at; -1 in the title; in English where its sentence ends.
        english: Whether it stands in the English.
        block: The block of its sentence in English; -1 else.
        sentence: The sentence's number there.
        start: Its first character in the body, the title or the English of the sentence.
    """

    at: int
    english: bool
    block: int
    sentence: int
    start: int


class Matches:
    """What a search found in an article: in the title, in the body, and in what is known of its English.

    Args:
        complete: Whether all of the English was looked through.
    """

    def __init__(
        self,
        query: str = "",
        spans: Sequence[tuple[int, int]] = (),
        title: Sequence[tuple[int, int]] = (),
        english: Sequence[Hit] = (),
        *,
        complete: bool = True,
    ) -> None:
        self.query = query
        self.spans = list(spans)
        self.title = list(title)
        self.complete = complete
        self._starts = [start for start, _ in self.spans]
        hits = [Hit(-1, False, -1, 0, start) for start, _ in self.title]
        hits += [Hit(start, False, -1, 0, start) for start, _ in self.spans]
        self.hits = sorted([*hits, *english]) if english else hits
        self.current: Hit | None = None

    def __len__(self) -> int:
        return len(self.hits)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The matches in the body that begin in a range of it, in order."""
        return self.spans[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def inside(self, text: str) -> list[tuple[int, int]]:
        """The matches in a short text, such as the English of a sentence as it is shown."""
        return matches(text, self.query) if self.query else []

    def first(self, offset: int) -> int:
        """The number, from 0, of the first match at or after a character of the body; goes round."""
        found = bisect_left(self.hits, offset, key=lambda hit: hit.at)
        return found % len(self.hits) if self.hits else 0

    def number_of(self, hit: Hit) -> int | None:
        """The number of a match, from 0; None where it is not among them."""
        at = bisect_left(self.hits, hit)
        return at if at < len(self.hits) and self.hits[at] == hit else None

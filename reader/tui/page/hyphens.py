"""Breaking Portuguese text into lines as Portuguese is written: words cut between syllables, hyphens said again.

The hyphen that is drawn at a line's end, and the one said again at the next line's start, are no characters of the
text: whoever reads a ``Cut`` by its range sees the words whole.
"""

from __future__ import annotations

import enum
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from articles.model import Span
from reader.tui.page.cells import WORDS, chop, is_narrow, wrap


class Hyphenate(enum.StrEnum):
    """Where words may be cut at the end of a line; the values are those of the setting ``hyphenate``."""

    AUTO = "auto"
    """In columns that are narrower than ``NARROW``."""
    ALWAYS = "always"
    NEVER = "never"


NARROW = 48
"""Cells; a column with fewer is one in which whole words leave an edge that is too ragged."""

SHORTEST = 6
"""Letters; shorter words stay whole."""

LEAST_BEFORE, LEAST_BEHIND = 2, 3
"""Letters that stay together before and behind a cut."""

MOST_IN_A_ROW = 2
"""Lines one after the other that may end in a hyphen."""

HYPHEN = "-"

Points = Callable[[str], Sequence[int]]
"""Where a word of small letters may be cut: how many letters may stand before the hyphen, in order."""

_OWN = "-\u2010\u2011"
_letters = "[^\\W\\d_]"
_whole = re.compile(rf"[^\w/@]*?((?:{_letters}){{{SHORTEST},}})[.,;:!?…”\"’'»)\]]*")
_compound = re.compile(rf"[^\w/@]*(?:{_letters})+(?:[{_OWN}](?:{_letters})+)+[^\w/@]*")
_has_own = re.compile(rf"{_letters}[{_OWN}]{_letters}")


class Cut(NamedTuple):
    """A line: a range of the text, and the hyphens that are drawn before and after it without being part of it."""

    start: int
    end: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How one block of Portuguese is broken into lines.

    Attributes:
        pattern: The name of the patterns that say where words may be cut; None to cut none.
        narrow: Columns with fewer cells than this have words cut.
        solid: Ranges of the block's text in which nothing is cut.
    """

    pattern: str | None
    narrow: int = NARROW
    solid: tuple[Span, ...] = ()

    def cuts(self, text: str, start: int, width: int) -> list[Cut]:
        """Break a stretch of the block's text that begins at ``start`` into lines of at most ``width`` cells."""
        points = points_of(self.pattern) if self.pattern is not None and width < self.narrow else None
        solid = [Span(span.start - start, span.end - start) for span in self.solid if span.start >= start]
        return fold(text, width, points, solid)


def hyphenation_of(language: str, hyphenate: Hyphenate, solid: tuple[Span, ...] = ()) -> Hyphenation | None:
    """How an article in a language is broken into lines; None for one without Portuguese rules."""
    pattern = pattern_of(language)
    if pattern is None:
        return None
    if hyphenate is Hyphenate.NEVER:
        return Hyphenation(None)
    return Hyphenation(pattern, sys.maxsize if hyphenate is Hyphenate.ALWAYS else NARROW, solid)


def pattern_of(language: str) -> str | None:
    """The name of the patterns for an article's language; None for one without Portuguese rules."""
    tag = language.lower().replace("_", "-")
    if tag.partition("-")[0] != "pt":
        return None
    return "pt_PT" if tag.startswith("pt-pt") else "pt_BR"


@lru_cache(maxsize=4)
def points_of(pattern: str) -> Points:
    """What says where words may be cut. The first call reads the patterns: 8 ms, measured; later ones nothing."""
    from pyphen import Pyphen  # here: only a narrow column needs it

    rules = Pyphen(lang=pattern, left=LEAST_BEFORE, right=LEAST_BEHIND, cache=False)

    @lru_cache(maxsize=20_000)
    def points(word: str) -> tuple[int, ...]:
        return tuple(int(point) for point in rules.positions(word))

    return points


def fold(text: str, width: int, points: Points | None, solid: Sequence[Span] = ()) -> list[Cut]:
    """Break Portuguese text into lines of at most ``width`` cells, drawn hyphens included.

    A line that breaks at a word's own hyphen has the next one begin with it again, as the orthography of 1990 asks
    (base XX, 6). Words are cut only where the line would else stay short by a sixth, never those with a capital,
    a digit or a sign in them, never the last one, and not on more than two lines in a row.

    Args:
        text: Clean text; spaces at a break belong to no line.
        width: Cells, at least 1.
        points: Where words may be cut; None for nowhere.
        solid: Ranges of the text in which nothing is cut.
    """
    width = max(1, width)
    if points is None and _has_own.search(text) is None:
        return [Cut(start, end) for start, end in wrap(text, width)]
    return _Folding(text, width, points, solid).cuts()


class _Folding:
    """One text as it is broken into lines, word by word."""

    def __init__(self, text: str, width: int, points: Points | None, solid: Sequence[Span]) -> None:
        self._text, self._width, self._points, self._solid = text, width, points, solid
        self._size: Callable[[str], int] = len if is_narrow(text) else cell_len
        self._last = len(text.rstrip())
        self._ragged = max(4, width // 6)
        self._done: list[Cut] = []
        self._start = self._end = -1  # the line so far
        self._used = self._row = 0
        self._before = ""

    def cuts(self) -> list[Cut]:
        text, width, size = self._text, self._width, self._size
        for match in WORDS.finditer(text):
            first, last = match.span()
            if text[first] == "\n":
                self._close()
                self._row = 0
                continue
            cells = size(text[first:last])
            gap = size(text[self._end : first]) if self._start >= 0 else 0
            if self._start >= 0 and self._used + gap + cells <= width:
                self._end, self._used = last, self._used + gap + cells
            else:
                self._put(first, last, gap)
        self._close()
        return self._done

    def _put(self, first: int, last: int, gap: int) -> None:
        """A word that does not fit on the line so far, or begins one."""
        text, size = self._text, self._size
        began = self._start >= 0
        room = self._width - self._used - gap if began else self._width
        cut = self._cut(first, last, room, began=began)
        while cut:
            self._start, self._end = self._start if self._start >= 0 else first, cut
            self._close(HYPHEN)
            first, began = cut, False
            self._start, self._end, self._used = first, last, size(text[first:last])
            if self._used <= self._width:
                return
            self._start = -1
            cut = self._cut(first, last, self._width, began=False)
        if began:
            own = self._end == first and self._is_own(first)
            self._close(repeats=own)
            if own and self._width > size(text[first:last]):
                self._before = HYPHEN
        self._start, self._end = first, last
        self._used = len(self._before) + size(text[first:last])
        if self._used > self._width:
            *whole, (self._start, self._end) = chop(text, first, last, self._width)
            self._done.extend(Cut(start, end) for start, end in whole)
            self._used = size(text[self._start : self._end])

    def _cut(self, first: int, last: int, room: int, *, began: bool) -> int:
        """Where to cut a word of which this many cells fit on the line, a hyphen included; 0 for nowhere."""
        text = self._text
        too_wide = self._size(text[first:last]) > self._width
        if self._points is None or (not began and not too_wide):
            return 0
        if not too_wide and (self._row >= MOST_IN_A_ROW or self._width - self._used < self._ragged):
            return 0
        if last >= self._last and not too_wide:
            return 0
        if text[first - 1 : first] in _OWN and first and self._end == first:
            return 0  # a part of a compound: it breaks at its own hyphen
        found = _whole.fullmatch(text, first, last)
        if found is None or not found[1].islower():
            return 0
        if any(span.start < last and span.end > first for span in self._solid):
            return 0
        at = found.start(1)
        for point in reversed(self._points(found[1])):
            if self._size(text[first : at + point]) < room:
                return at + point
        return 0

    def _is_own(self, at: int) -> bool:
        """Whether the character before a place is the hyphen of a word of letters only: not of an address, a date."""
        text = self._text
        if at < 2 or text[at - 1] not in _OWN:
            return False
        start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
        end = min((found for sign in " \n" if (found := text.find(sign, at)) >= 0), default=len(text))
        return _compound.fullmatch(text, start, end) is not None

    def _close(self, after: str = "", *, repeats: bool = False) -> None:
        if self._start >= 0:
            self._done.append(Cut(self._start, self._end, self._before, after))
            self._row = self._row + 1 if after or repeats else 0
        self._start, self._before, self._used = -1, "", 0

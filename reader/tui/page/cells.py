"""Breaking text into lines by the cells it takes on a terminal."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

Line = tuple[int, int]
"""A half-open range of characters of the text that was wrapped, without the white space at its break."""

_NOT_NARROW = re.compile(
    r"[^\n\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    r"\u2010-\u2027\u2030-\u205e\u20ac\u2116\u2122\u2190-\u2193\u2212\ufffd]"
)
"""What may take more or less than one cell; the rest is counted by its length."""


def is_narrow(text: str) -> bool:
    """Whether every character of the text is known to take exactly one cell."""
    return _NOT_NARROW.search(text) is None


def width_of(text: str) -> int:
    """The cells the text takes on one line."""
    return len(text) if is_narrow(text) else cell_len(text)


_DISPUTED = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")
"""The sign that asks for an emoji's picture, and tones of skin: terminals disagree on the cells they take."""


def drawn(text: str) -> str:
    """The text as it is drawn: as many cells as ``width_of`` says, on every terminal.

    Tones of skin, and the sign that asks for a picture, are left out and made up for by spaces: tmux 3.3 gives
    a hand with a tone two cells more than others do, and a heart or a keycap with that sign one less, and all that
    stands to the right in the row would be in a wrong place.
    """
    if _DISPUTED.search(text) is None:
        return text
    parts: list[str] = []
    at = 0
    while at < len(text):
        stop = _character_end(text, at, len(text))
        while stop < len(text) and _DISPUTED.match(text[stop]):
            stop = _character_end(text, stop, len(text))
        character = text[at:stop]
        if _DISPUTED.search(character):
            cells = cell_len(character)
            character = _DISPUTED.sub("", character)
            if cell_len(character) > cells or (_JOINER in character and cell_len(character[:1]) < cells):
                character = character[:1]
            character += " " * (cells - cell_len(character))
        parts.append(character)
        at = stop
    return "".join(parts)


def offset_at(text: str, cells: int) -> int:
    """The character drawn at a cell of the text, its first one where several are drawn as one; the last one beyond."""
    if is_narrow(text):
        return min(max(0, cells), max(0, len(text) - 1))
    at = 0
    while at < len(text):
        stop = _character_end(text, at, len(text))
        cells -= cell_len(text[at:stop])
        if cells < 0 or stop >= len(text):
            return at
        at = stop
    return 0


def wrap(text: str, width: int) -> list[Line]:
    """Break the text into lines of at most ``width`` cells.

    Lines break at spaces, after hyphens, dashes and slashes inside words, at line feeds, and inside a word only
    where it is wider than a line. A character wider than the whole line stands alone on its own.

    Args:
        text: Clean text; spaces at a break belong to no line.
        width: Cells, at least 1.

    Returns:
        The lines in order; none for text without a visible character.
    """
    width = max(1, width)
    return _wrap_narrow(text, width) if is_narrow(text) else _wrap_wide(text, width)


@lru_cache(maxsize=32)
def _pattern(width: int) -> re.Pattern[str]:
    # The longest run that fits and ends where a line may end; else as much as fits; spaces before it never count.
    run = rf"([^ \n][^\n]{{0,{width - 1}}})"
    return re.compile(rf" *+(?:{run}(?: +\n?|\n|\Z|(?<=\w[-–—/])(?=\w))|{run}|\n?)")


def _wrap_narrow(text: str, width: int) -> list[Line]:
    lines = []
    for match in _pattern(width).finditer(text):
        start, end = match.span(1) if match.group(1) is not None else match.span(2)
        if start < 0:
            continue
        while end > start and text[end - 1] == " ":
            end -= 1
        if end > start:
            lines.append((start, end))
    return lines


# A word, or its part up to a hyphen; only " " separates words: the no-break spaces do not.
WORDS = re.compile(r"\n|[^ \n]+?(?:(?<=\w[-–—/])(?=\w)|(?=[ \n]|\Z))")
_JOINER = "\u200d"


def _wrap_wide(text: str, width: int) -> list[Line]:
    lines: list[Line] = []
    start = end = -1  # the line so far
    used = 0
    for match in WORDS.finditer(text):
        word = match.group()
        if word == "\n":
            if start >= 0:
                lines.append((start, end))
            start = -1
            continue
        size = cell_len(word)
        gap = cell_len(text[end : match.start()]) if start >= 0 else 0
        if start >= 0 and used + gap + size <= width:
            end, used = match.end(), used + gap + size
            continue
        if start >= 0:
            lines.append((start, end))
        start, end, used = match.start(), match.end(), size
        if size > width:
            *whole, (start, end) = chop(text, start, end, width)
            lines.extend(whole)
            used = cell_len(text[start:end])
    if start >= 0:
        lines.append((start, end))
    return lines


def chop(text: str, start: int, end: int, width: int) -> list[Line]:
    """Cut one word into pieces of at most ``width`` cells; what is drawn as one character stays in one piece."""
    pieces: list[Line] = []
    used, at = 0, start
    while at < end:
        stop = _character_end(text, at, end)
        size = cell_len(text[at:stop])
        if used + size > width and at > start:
            pieces.append((start, at))
            start, used = at, 0
        used += size
        at = stop
    pieces.append((start, end))
    return pieces


def _character_end(text: str, at: int, end: int) -> int:
    """Where what is drawn as one character ends: marks without width, selectors and what a joiner joins go with it."""
    stop = at + (2 if text[at] == _JOINER else 1)
    while stop < end and get_character_cell_size(text[stop]) == 0:
        stop += 2 if text[stop] == _JOINER else 1
    return min(stop, end)

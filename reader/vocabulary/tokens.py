"""The words of a text that can be known or unknown: neither names nor numbers nor parts of addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_LETTERS = r"[^\W_](?:[^\W_]|[\u00ad\u0300-\u036f])*"
_WORD = re.compile(rf"{_LETTERS}(?:[-‐‑'’]{_LETTERS})*")  # as reader.dictionary.words has it
_ALIKE = str.maketrans({"\u00ad": None, "’": "'", "‐": "-", "‑": "-"})
_BEGINS = re.compile('[.!?…:“"«\n—–•]')
"""Between two words: the second one's capital says nothing."""

_ADDRESS = re.compile(r"\S*(?:://|@|\bwww\.)\S*")
_LINE = re.compile(r"[^\n]+")
_LONGEST = 4_000
"""Characters of a line that are looked at together; a longer one is parted at white space."""

_SHOUTED = 0.8  # share of capitals among the letters of a headline


class Token(NamedTuple):
    """A word.

    Attributes:
        start: Its first character in the text.
        end: The character after it.
        form: The word in small letters, composed, without soft hyphens.
        sure: Whether it is written in small letters. False where a capital stands where every word has one, at a
            sentence's start or in a headline of capitals: it may be a name's. None for a name by its spelling.
    """

    start: int
    end: int
    form: str
    sure: bool | None


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, one after the other.

    A name by its spelling has a capital that no sentence's start or headline explains, or one that is
    not its first letter where the line has small ones ("IBGE", "iPhone"). What holds a digit is no word here, nor is
    what is part of an address.
    """
    for base, last in _stretches(text):
        line = text[base:last]
        addresses = [found.span() for found in _ADDRESS.finditer(line)] if _may_hold(line) else []
        shouted: bool | None = None
        before = 0
        for found in _WORD.finditer(line):
            start, end = found.span()
            written = found.group()
            form = written.lower()
            sure: bool | None = True
            if written != form:
                if shouted is None:
                    shouted = _is_shouted(line)
                if not shouted:
                    begins = not before or _BEGINS.search(line, before, start) is not None
                    sure = False if begins and written[1:] == form[1:] else None
                else:
                    sure = False
            before = end
            if not form.isalpha():
                if any(map(str.isdigit, form)):
                    continue
                form = form.translate(_ALIKE)
            if not form.isascii():
                form = unicodedata.normalize("NFC", form)
            if addresses and any(first < end and start < past for first, past in addresses):
                continue
            yield Token(base + start, base + end, form, sure)


def _may_hold(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text


def _is_shouted(line: str) -> bool:
    """Whether a line is in capitals, so that they say nothing: two words at least, as ``Words.shouted``."""
    letters = sum(map(str.isalpha, line))
    return letters > 5 and " " in line.strip() and sum(map(str.isupper, line)) >= _SHOUTED * letters


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, long ones in parts."""
    for line in _LINE.finditer(text):
        first, last = line.span()
        while last - first > _LONGEST:
            cut = text.rfind(" ", first + 1, first + _LONGEST)
            cut = cut if cut > 0 else first + _LONGEST
            yield first, cut
            first = cut
        yield first, last

"""Words of a sentence with where they stand and how they are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.entities.cues import COURTESY

# A combining mark belongs to the letter before it, so that no name is cut inside a character.
_LETTER = r"[^\W_][\u0300-\u036f]*"
_WORD = re.compile(
    rf"[sS][./][aA]\b"
    rf"|(?:[dDoOlL]['’])?{_LETTER}(?:{_LETTER})*(?:[-'’&](?:{_LETTER})+|(?<=\b[A-Z])\.(?=[A-Z]\b)[A-Z])*"
)
_ELIDED = re.compile(r"[dl]['’][A-ZÀ-Þ]")
_MAX_WORD = 60  # characters; a longer "word" is no name, and is not looked into
_QUOTES = '«“"‘„'
_STOPS = ".!?;:…"
_DASHES = frozenset({"--", "—", "–", "-", "•", "*"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence.

    Attributes:
        start: Where it begins, in characters of the sentence.
        end: Where it ends.
        text: Its characters.
        lower: The same in lower case.
        capital: Whether it begins with a capital letter.
        upper: Whether it has two letters or more, all capital.
        opens: Whether something begins here (the sentence, a quotation, what follows a colon), so that the
            capital says nothing.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    upper: bool
    opens: bool


def tokens(sentence: str, is_known: Callable[[str], bool] = lambda _: False) -> list[Token]:
    """The words of a sentence, in order.

    Args:
        sentence: The text.
        is_known: Whether a word is a name by itself: "Portugal-Espanha" is two words, "Guiné-Bissau" one.
    """
    found: list[Token] = []
    last = 0
    before = ""
    for match in _WORD.finditer(sentence):
        start, end = match.span()
        text = match[0]
        lower = text.lower()
        capital = (text[0].isupper() or _ELIDED.match(text) is not None) and end - start <= _MAX_WORD
        upper = capital and text.isupper() and sum(map(str.isalpha, text)) > 1
        opens = not found or _opens(sentence, last, start, before)
        if capital and "-" in text and not is_known(text):
            left, _, right = text.partition("-")
            if is_known(left) and is_known(right):
                middle = start + len(left)
                found.append(Token(start, middle, left, left.lower(), True, left.isupper(), opens))
                start, text, lower, upper, opens = middle + 1, right, right.lower(), right.isupper(), False
        found.append(Token(start, end, text, lower, capital, upper, opens))
        last, before = end, lower
    return found


def _opens(sentence: str, last: int, start: int, before: str) -> bool:
    if start == last + 1:
        return False  # one space, by far the most common
    gap = sentence[last : min(start, last + 12)].strip()
    if not gap:
        return False
    if gap == ".":
        return not (len(before) == 1 or before in COURTESY)
    return gap[-1] in _QUOTES or any(c in _STOPS for c in gap) or gap in _DASHES


def is_shouted(words: list[Token]) -> bool:
    """Whether a sentence is written in capitals throughout, as headlines are."""
    lettered = [word for word in words if word.text[0].isalpha()]
    small = sum(1 for word in lettered if not word.capital)
    capitals = sum(1 for word in lettered if word.upper)
    return small == 0 and capitals >= 2 and any(len(word.text) > 4 and word.upper for word in lettered)

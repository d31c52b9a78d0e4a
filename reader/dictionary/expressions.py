"""Expressions of several words: which of them a word stands in, as dictionaries and a list of our own know them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.dictionary.contractions import contractions

LONGEST = 7
"""Words of an expression at most."""

_TABLE = Path(__file__).with_name("tables") / "expressions.txt"
_REFLEXIVE = re.compile(r"^(.+)-(?:me|te|se|nos|vos)$")


@cache
def own() -> dict[str, str]:
    """Expressions and their English, from a list of our own."""
    lines = _TABLE.read_text("utf-8").splitlines()
    return {name: english for name, sign, english in (line.partition("=") for line in lines) if sign}


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that are one expression.

    Attributes:
        first: The first of the sentence's words that belongs to it.
        last: The last one.
        name: As the dictionary or the list has it: "apesar de".
        left: What is left of the last word: "a", where "apesar da" is "apesar de" and "a"; "" for nothing.
    """

    first: int
    last: int
    name: str
    left: str = ""


def expression_at(
    words: Sequence[str],
    apart: Sequence[bool],
    at: int,
    lemma: Callable[[str], str],
    known: Callable[[str, int, int], bool],
) -> Expression | None:
    """The longest expression that holds a word.

    Args:
        words: The sentence's words in small letters.
        apart: For each, whether something else than white space stands between it and the word before.
        at: The word.
        lemma: Gives the infinitive of a form of a verb, and other words as they are.
        known: Whether a name of several words is an expression where it stands; given its first and last word, too.
    """
    begin = end = at
    while begin > 0 and at - begin < LONGEST - 1 and not apart[begin]:
        begin -= 1
    while end + 1 < len(words) and end - at < LONGEST - 1 and not apart[end + 1]:
        end += 1
    for length in range(min(LONGEST, end - begin + 1), 1, -1):
        for first in range(max(begin, at - length + 1), min(at, end - length + 1) + 1):
            last = first + length - 1
            for name, left in _names(words[first : last + 1], words[first - 1] if first else "", lemma):
                if known(name, first, last):
                    return Expression(first, last, name, left)
    return None


def _names(words: Sequence[str], before: str, lemma: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """What an expression of these words may be called, and what is then left of the last."""
    table = contractions()
    middle = list(words[1:-1])
    lasts = [(words[-1], "")]
    if (contraction := table.get(words[-1])) is not None:
        lasts.append((contraction.preposition, contraction.rest))
    firsts = [words[0]]
    if (found := _REFLEXIVE.match(words[0])) is not None:
        base = lemma(found[1])
        firsts += [f"{base}-se", base]
    elif (base := lemma(words[0])) != words[0]:
        firsts.append(base)
        if before in ("me", "te", "se", "nos", "vos"):
            firsts.insert(1, f"{base}-se")
    for first in firsts:
        for last, left in lasts:
            yield " ".join((first, *middle, last)), left

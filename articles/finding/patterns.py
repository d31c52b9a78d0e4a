"""Where the words of a query stand in a text: patterns that find what the full-text index finds."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from articles.finding.model import Text

_MARKS = "\u0300-\u036f"
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
WORD = re.compile(rf"[^\W_]{_LETTER}*")
"""One word, as the index takes it for one."""
STARRED = re.compile(r"(?<=[^\W_])\*[\W_]*\Z")
"""The star behind the beginning of a word."""


def pattern_of(texts: Sequence[Text]) -> re.Pattern[str] | None:
    """What matches any of the texts, one group for each, in order; None for no text."""
    return _joined([_pattern(text.words, prefix=text.prefix) for text in texts]) if texts else None


def _pattern(words: Sequence[str], *, prefix: bool) -> tuple[str, str]:
    """The forms of a term's first letter, and the pattern of what follows it."""
    letters = [[_forms_of(char) for char in _folded(word)] for word in words]
    first = letters[0].pop(0)
    spelt = r"[\W_]{1,40}".join("".join(f"[{forms}][{_MARKS}]*" for forms in word) for word in letters)
    return first, f"[{_MARKS}]*{spelt}" + (f"{_LETTER}*" if prefix else f"(?!{_LETTER})")


def _joined(patterns: list[tuple[str, str]]) -> re.Pattern[str]:
    # A pattern that begins with a set of letters is looked for four times as fast as one that first looks
    # behind; so each term's own first letter is checked after the common set.
    firsts = "".join(sorted({form for first, _ in patterns for form in first}))
    terms = "|".join(f"(?<=[{first}])({rest})" for first, rest in patterns)
    return re.compile(f"[{firsts}](?<!{_LETTER}.)(?:{terms})")


def _folded(word: str) -> Iterator[str]:
    """The letters of a word as FTS5 folds them: accents go from the letters of the Latin alphabet only."""
    for char in word:
        base = unicodedata.normalize("NFD", char)[0]
        if base.isascii():
            yield base.lower()
        elif not "\u0300" <= char <= "\u036f":
            yield char


def _forms_of(char: str) -> str:
    """All forms of a folded letter, for a set in a pattern: letters and digits, nothing else."""
    cases = {char, char.lower(), char.upper()}
    return _latin().get(char) or "".join(sorted(form for form in cases if len(form) == 1))


@functools.cache
def _latin() -> dict[str, str]:
    """Each letter from a to z with all its forms, as FTS5 folds them (unicode61)."""
    forms = {chr(code): {chr(code), chr(code - 32)} for code in range(ord("a"), ord("z") + 1)}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base in forms and len(unicodedata.normalize("NFD", chr(code))) > 1:
            forms[base].add(chr(code))
    forms["s"] |= {"ſ", "ẛ"}
    return {base: "".join(sorted(chars)) for base, chars in forms.items()}

"""The words of a sentence, as alignments link them: where each stands."""

from __future__ import annotations

import re

from articles.model import Span

# Hyphens, apostrophes, full stops and "&" join letters and digits; commas, colons and slashes join digits only:
# "vice-primeiro-ministro", "disse-lhe", "d'água", "U.S", "1.234,5", "9:30", "15/09/2023" are a word each.
_WORD = re.compile(r"[^\W_]+(?:(?:[-‐‑'’.&@_]|(?<=\d)[,:/](?=\d))[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)


def source_words(text: str) -> list[Span]:
    """The words of a Portuguese sentence, in order: letters and digits, punctuation and symbols apart.

    Compounds, words with their clitics, numbers, times and dates are one word each.
    """
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def target_words(text: str) -> list[Span]:
    """The words of an English sentence, in order; the ``'s`` at the end of one is not part of it.

    So "Putin's" has the span of "Putin", which is what a name in Portuguese becomes, and "it's" that of "it".
    """
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        ending = _POSSESSIVE.search(match[0])
        if ending is not None:
            end = start + ending.start()
        found.append(Span(start, end))
    return found

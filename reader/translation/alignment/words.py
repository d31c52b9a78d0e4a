"""The words of a sentence, as alignments link them: where each stands, and which are small."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.model import Span
from reader.translation import casing
from reader.translation.alignment.small_words import ENGLISH, PORTUGUESE

# Hyphens, apostrophes, full stops and "&" join letters and digits; commas, colons and slashes join digits only:
# "vice-primeiro-ministro", "disse-lhe", "d'água", "U.S", "1.234,5", "9:30", "15/09/2023" are a word each.
_WORD = re.compile(r"[^\W_]+(?:(?:[-‐‑'’.&@_]|(?<=\d)[,:/](?=\d))[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side of a pair.

    Attributes:
        text: The text, what is shouted in it written as a sentence; offsets are those of the text given.
        spans: Where they stand.
        low: They themselves in small letters.
        small: Whether each links the others more than it says something: "de", "the", but not "US".
    """

    text: str
    spans: list[Span]
    low: list[str]
    small: list[bool]

    def part(self, first: int, last: int) -> Words:
        """The words from the first to before the last, with the text between; offsets are those of that text."""
        start = self.spans[first].start if first else 0
        end = self.spans[last].start if last < len(self.spans) else len(self.text)
        spans = [span.shifted(-start) for span in self.spans[first:last]]
        return Words(self.text[start:end], spans, self.low[first:last], self.small[first:last])


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


def of_source(text: str) -> Words:
    """The words of a Portuguese sentence with all that is known of them."""
    return _words(text, source_words(text), PORTUGUESE)


def of_target(text: str) -> Words:
    """The words of an English sentence with all that is known of them."""
    return _words(text, target_words(text), ENGLISH)


def _words(text: str, spans: list[Span], small: frozenset[str]) -> Words:
    calm = text
    if casing.shouting(text):
        calm = casing.calm(text)
        if len(calm) != len(text):  # a letter that is two in small
            calm = text
    low = [span.of(calm).lower() for span in spans]
    return Words(
        calm, spans, low, [word in small and not _named(calm, span) for word, span in zip(low, spans, strict=True)]
    )


def _named(text: str, span: Span) -> bool:
    """Whether a small word is written as a name, and no sentence begins with it: "May", "US", but not "A" or "I"."""
    if not text[span.start].isupper() or len(span) == 1:
        return False
    before = text[: span.start].rstrip(" ")[-1:]
    return before.isalnum() or before == ","

"""Splitting a body into sentences, by rules and a list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.boundaries import ends_sentence
from articles.model import Article, Sentence, Span, paragraph_spans

LONGEST = 2000
"""Characters; a longer stretch without a boundary is cut, so that whatever works by sentences can go on."""

_SHORTEST_CUT = LONGEST // 2

# Possessive throughout: a candidate always matches, and a megabyte of full stops is one match.
_CLOSERS = "\"”»’'›)\\]}*_"
_candidates = re.compile(rf"[.!?…]++(?:[{_CLOSERS}]|\[\d{{1,3}}\])*+")
_word = re.compile(r"\w")
_clause_ends = re.compile(r"[;:,)—–]\s")
_spaces = re.compile(r"\s")


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    r"""Where the sentences of ``text[start:end]`` stand, as spans of ``text``.

    A line feed always ends a sentence. One longer than ``LONGEST`` is cut at a clause or between words.

    Returns:
        In order, never overlapping, none empty, none with white space at an end; together they cover
        every character that is not white space.
    """
    end = len(text) if end is None else min(end, len(text))
    spans: list[Span] = []
    while start < end:
        line_end = text.find("\n", start, end)
        if line_end < 0:
            line_end = end
        _split_line(text, start, line_end, spans)
        start = line_end + 1
    return spans


def sentences(article: Article) -> Iterator[Sentence]:
    """The sentences of an article's body, each with the index of its paragraph."""
    for index, paragraph in enumerate(paragraph_spans(article.body)):
        for span in sentence_spans(article.body, paragraph.start, paragraph.end):
            yield Sentence(span, index)


def _split_line(text: str, start: int, end: int, spans: list[Span]) -> None:
    looked = start  # the sentence has no letter or digit before here
    worded = False
    for candidate in _candidates.finditer(text, start, end):
        if not worded:
            worded = _word.search(text, looked, candidate.start()) is not None
            looked = candidate.start()
            if not worded:
                continue
        after = candidate.end()
        if after < end and ends_sentence(text, start, candidate.start(), after, end):
            _add(text, start, after, spans)
            start = looked = after
            worded = False
    _add(text, start, end, spans)


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    """The span without white space at its ends, cut where it is too long; nothing where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = _cut(text, start)
        _add(text, start, cut, spans)
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        spans.append(Span(start, end))


def _cut(text: str, start: int) -> int:
    """Where to cut a sentence that is too long: after a clause, else a word, else anywhere."""
    for pattern in (_clause_ends, _spaces):
        found = [match.end() for match in pattern.finditer(text, start + _SHORTEST_CUT, start + LONGEST)]
        if found:
            return found[-1]
    cut = start + LONGEST
    while cut > start + _SHORTEST_CUT and not text[cut - 1 : cut + 1].isalnum():
        cut -= 1  # never between a letter and its accent, nor inside an emoji, where it can be helped
    return cut if cut > start + _SHORTEST_CUT else start + LONGEST

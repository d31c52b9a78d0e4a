"""The sentence that shows why an article was found, and where in it the words stand."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from articles.sentences import sentence_spans

LONGEST_EXCERPT = 160
"""Characters of an excerpt."""

Ranges = tuple[tuple[int, int], ...]

_LEAD = 40  # characters before the first match, where the sentence does not fit
_LOOKED_AT = 50  # matches weighed against each other, so that a long text costs no more than a short one
_REACH = 600  # characters on either side of a match in which its sentence is looked for
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text on one line.

    Attributes:
        line: At most ``LONGEST_EXCERPT`` characters, all printable.
        matches: ``(start, end)`` ranges of it that match.
        terms: Which of the query's texts stand in it, by their number.
    """

    line: str
    matches: Ranges
    terms: frozenset[int]


def excerpt(pattern: re.Pattern[str] | None, text: str) -> Excerpt | None:
    """The sentence of a text with the most different texts of a query, the first of them; None without a match.

    It is whole where it fits; else a part of it, from a word to a word.
    """
    if pattern is None:
        return None
    matches = list(itertools.islice(pattern.finditer(text), _LOOKED_AT))
    if not matches:
        return None
    best, most, start, end = matches[0], 0, 0, -1
    span = (0, 0)
    for at, match in enumerate(matches):
        if match.start() >= end:
            start, end = _sentence(text, match.start())
        elif end - start <= LONGEST_EXCERPT:
            continue  # in the sentence of one before, which is shown whole
        until = end if end - start <= LONGEST_EXCERPT else min(end, match.start() + LONGEST_EXCERPT - _LEAD)
        different = len({other.lastindex for other in matches[at:] if other.start() < until})
        if different > most:
            best, most, span = match, different, (start, end)
            if different == pattern.groups:
                break
    return _cut(pattern, text, best, *span)


def beginning(text: str) -> str:
    """The beginning of a text, on one line."""
    line = one_line(text[: 2 * LONGEST_EXCERPT]).strip()
    return _shortened(line, LONGEST_EXCERPT)


def found(pattern: re.Pattern[str] | None, line: str) -> Ranges:
    """Where the texts of a query stand in a line that is shown as it is."""
    return tuple(match.span() for match in pattern.finditer(line)) if pattern is not None else ()


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, looked for nearby only."""
    start = max(text.rfind("\n", 0, at) + 1, at - _REACH)
    end = text.find("\n", at, at + _REACH)
    end = min(len(text), at + _REACH) if end < 0 else end
    for span in sentence_spans(text, start, end):
        if span.start <= at < span.end:
            return span.start, span.end
    return start, end


def _cut(pattern: re.Pattern[str], text: str, match: re.Match[str], start: int, end: int) -> Excerpt:
    line = one_line(text[start:end]).strip()
    if len(line) > LONGEST_EXCERPT or match.end() > end:
        begin = max(start, match.start() - _LEAD)
        if begin > start:
            gap = _SPACE.search(text, begin, match.start())
            begin = gap.end() if gap else match.start()
        lead = ("…" if begin > start else "") + one_line(text[begin : match.start()]).lstrip()
        until = min(max(end, match.end()), match.start() + 2 * LONGEST_EXCERPT)
        rest = one_line(text[match.start() : until])
        line = lead + _shortened(rest.strip(), LONGEST_EXCERPT - len(lead))
        hits = list(pattern.finditer(line, len(lead)))
        if not hits:  # a match longer than the excerpt fills it
            return Excerpt(line, ((len(lead), len(line)),), frozenset({(match.lastindex or 1) - 1}))
    else:
        hits = list(pattern.finditer(line))
    ranges = tuple(hit.span() for hit in hits)
    return Excerpt(line, ranges, frozenset((hit.lastindex or 1) - 1 for hit in hits))


def _shortened(line: str, room: int) -> str:
    if len(line) <= room:
        return line
    cut = line[: room - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip() + "…"


def one_line(text: str) -> str:
    """The text on one line, with a space for white space and for what cannot be shown."""
    line = _SPACE.sub(" ", text)
    if line.isprintable():
        return line
    return _SPACE.sub(" ", "".join(char if char.isprintable() else " " for char in line))

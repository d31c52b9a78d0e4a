"""Where the English of a sentence names what its Portuguese names, as far as its words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from articles.model import Span
from reader.entities.model import Entity, Kind
from reader.tui.page.marks import Mark, Marks

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LONGEST_SENTENCE = 4_000
"""Characters of English; in longer ones nothing is looked for, so that drawing a row stays short."""

_MOST = 60
"""Mentions of one sentence that are looked for."""

_number = re.compile(r"\d[\d.,]*\d|\d{2,}")
_SWAP = str.maketrans(".,", ",.")


def named_in(marks: Marks, source: str, start: int, english: str) -> list[tuple[Mark, int]]:
    """The mentions of a sentence that stand in its English too, each with its place in the body, in English order.

    A name is found by its English name, or as it is written in Portuguese; a date by its day, month and year; a number
    with its signs as English has them. What the English says in other words stays unmarked rather than marked wrongly.

    Args:
        source: The sentence.
        start: Where it begins in the body.
        english: Its English; the ranges of the marks are characters of this.
    """
    if not source or not english or len(english) > _LONGEST_SENTENCE:
        return []
    mentions = marks.within(start, start + len(source))[:_MOST]
    taken: list[Span] = []
    found: list[tuple[Mark, int]] = []
    wanted = [
        (form, mention)
        for mention in mentions
        for form in _forms(marks.entities[mention.entity], source[mention.start - start : mention.end - start])
    ]
    done: set[int] = set()
    # Longest first, so that "Kim" is not found in another's "Kim Jong Un".
    for form, mention in sorted(wanted, key=lambda each: -len(each[0])):
        if mention.start in done:
            continue
        share = (mention.start - start) / len(source)
        free = [span for span in _places(form, english) if not any(_overlap(span, other) for other in taken)]
        if free:
            span = min(free, key=lambda span: abs(span.start / len(english) - share))
            taken.append(span)
            done.add(mention.start)
            found.append((Mark(span.start, span.end, mention.kind, mention.entity), mention.start))
    return sorted(found, key=lambda each: each[0].start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=2_000)
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")


def _places(form: str, english: str) -> Sequence[Span]:
    if form not in english:
        return ()
    return [Span(*match.span()) for match in _pattern(form).finditer(english)]


def _forms(entity: Entity, text: str) -> Iterator[str]:
    """What an entity that is named with a text may be called in English."""
    if entity.kind is Kind.DATE:
        yield from _dates(entity.date or "")
    if entity.kind in (Kind.DATE, Kind.QUANTITY):
        for number in _number.findall(text):
            yield number.translate(_SWAP)
        return
    for form in (entity.english, text, entity.name):
        if form and len(form) > 1:
            yield form


def _dates(iso: str) -> Iterator[str]:
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if len(year) != 4 or not year.isdigit() or not (month.isdigit() and 1 <= int(month) <= 12):
        return
    name = _MONTHS[int(month) - 1]
    if day.isdigit():
        number = int(day)
        for form in (f"{name} {number}", f"{number} {name}"):
            yield from (f"{form}, {year}", f"{form} {year}", form)
    yield f"{name} {year}"


def same_words(marked: Span, sentence: Span, text: str, english: str) -> Span | None:
    """Where what is marked up in a sentence stands in its English; None where that is not certain.

    It is where the whole sentence is marked up, or where the same words stand in both exactly once.
    """
    if marked.start <= sentence.start and marked.end >= sentence.end:
        return Span(0, len(english))
    if marked.start < sentence.start or marked.end > sentence.end:
        return None
    words = marked.of(text)
    if english.count(words) != 1 or sentence.of(text).count(words) != 1:
        return None
    places = _places(words, english)
    return places[0] if places else None

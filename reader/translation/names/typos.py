"""Slips of the source that make nonsense of its names: "entre Moscou de Pyongyang", "governador Khabarovsk"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from reader.translation.glossary.model import Hit, TermKind

_BETWEEN = re.compile(r"\bentre (?:(?:o|a|os|as) )?\Z", re.IGNORECASE)
_OF = re.compile(r" d(?:e|o|a|os|as) \Z")
_OFFICE = re.compile(
    r"\b(?:governador|governadora|prefeito|prefeita|presidente da câmara|administrador|administradora)"
    r"(?: (?:regional|provincial|municipal|interino|interina|local))? \Z",
    re.IGNORECASE,
)
_PUT = {"de": "e", "do": "e o", "da": "e a", "dos": "e os", "das": "e as"}


def mended(source: str, hits: Sequence[Hit]) -> tuple[str, tuple[Hit, ...]] | None:
    """The sentence with such slips put right, and its terms where they stand then; None where it has none.

    "entre A de B", where no "e" follows, is "entre A e B"; an office and a place with no word between lack a "de".
    """
    put: list[tuple[int, int, str]] = []
    for one, other in itertools.pairwise(hits):
        between = source[one.span.end : other.span.start]
        ends_there = re.match(r" e\b|, ", source[other.span.end :]) is None
        if _OF.fullmatch(between) and _BETWEEN.search(source[: one.span.start]) and ends_there:
            put.append((one.span.end, other.span.start, f" {_PUT[between.strip()]} "))
    for at, hit in enumerate(hits):
        if _OFFICE.search(source[: hit.span.start]) and _is_where(source, hit, hits[at + 1 : at + 2]):
            put.append((hit.span.start, hit.span.start, "de "))
    if not put:
        return None
    meant = source
    for start, end, text in sorted(put, reverse=True):
        meant = meant[:start] + text + meant[end:]
    moved = []
    for hit in hits:
        by = sum(len(text) - (end - start) for start, end, text in put if start <= hit.span.start)
        moved.append(Hit(hit.span.shifted(by), hit.term))
    return meant, tuple(moved)


def _is_where(source: str, hit: Hit, following: Sequence[Hit]) -> bool:
    """Whether a name after an office is where it is held: a place, or one word before a comma and a person."""
    if hit.term.kind is TermKind.PLACE:
        return True
    somebody = bool(following) and following[0].term.kind is TermKind.PERSON
    return somebody and " " not in hit.term.source and source[hit.span.end : following[0].span.start] == ", "

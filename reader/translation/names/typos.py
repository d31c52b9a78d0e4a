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


def mended(source: str, hits: Sequence[Hit]) -> str | None:
    """The sentence with such slips put right; None where it has none.

    "entre A de B", where no "e" follows, is "entre A e B"; an office and a place with no word between lack a "de".
    """
    put: list[tuple[int, int, str]] = []
    for one, other in itertools.pairwise(hits):
        between = source[one.span.end : other.span.start]
        ends_there = re.match(r" e\b|, ", source[other.span.end :]) is None
        if _OF.fullmatch(between) and _BETWEEN.search(source[: one.span.start]) and ends_there:
            put.append((one.span.end, other.span.start, f" {_PUT[between.strip()]} "))
    put += [
        (hit.span.start, hit.span.start, "de ")
        for hit in hits
        if hit.term.kind is TermKind.PLACE and _OFFICE.search(source[: hit.span.start])
    ]
    if not put:
        return None
    for start, end, text in sorted(put, reverse=True):
        source = source[:start] + text + source[end:]
    return source

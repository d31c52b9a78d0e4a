"""Text in capitals: written as a sentence for the engine, and raised again afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"(?=[IVXLC])(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})")

_ACRONYMS = frozenset(
    "AGU AIEA BC BCE BNDES BRICS CBF CIA CNJ CPI DF EUA FAB FBI "  # noqa: SIM905 - one a line fills the page
    "FGTS FIFA FMI FUNAI GNR IBAMA IBGE INE "
    "INEP INSS IPCA IRS ISS MEC MP MPF MST NASA NATO OCDE OEA OIT OMC OMS ONG ONGS ONU OPEP OTAN PCP PE "
    "PF PGR PIB PM PP PR PS PSD PSDB PSOL PSP PT RDC RJ RTP SNS SP STF STJ SUS TAP TCU TSE TV UE UEFA "
    "UERJ UFRJ UNESCO UNICEF URSS USP VAR".split()
)


Spans = Sequence[tuple[int, int]]
"""Where the parts stand that are left alone: addresses and handles have their own capitals."""


def shouting(text: str, apart: Spans = ()) -> bool:
    """Whether the text is words written in capitals: "BRASIL VENCE", but not "ONU" or "STF e PGR"."""
    for start, end in reversed(apart):
        text = text[:start] + text[end:]
    found = _WORD.findall(text)
    if len(found) < 2 or text.upper() != text:
        return False
    return any(len(word) > 1 and word not in _ACRONYMS and not _ROMAN.fullmatch(word) for word in found)


def calm(text: str, apart: Spans = ()) -> str:
    """The text as a sentence: one capital at its start, acronyms and Roman numerals as they are."""
    first = True

    def lower(match: re.Match[str]) -> str:
        nonlocal first
        word = match.group()
        if any(start <= match.start() < end for start, end in apart):
            return word
        initial, first = first, False
        if word in _ACRONYMS or (len(word) > 1 and _ROMAN.fullmatch(word)):
            return word
        return word.capitalize() if initial else word.lower()

    return _WORD.sub(lower, text)


def raised(text: str, apart: Spans = ()) -> str:
    """The text in capitals."""
    parts: list[str] = []
    at = 0
    for start, end in apart:
        parts += [text[at:start].upper(), text[start:end]]
        at = end
    return "".join([*parts, text[at:].upper()])

"""Numbers as Portuguese writes them: digits with their points and commas, and words."""

from __future__ import annotations

import functools
import re
from decimal import Decimal

from reader.entities.gazetteer import fold

GAP = "[ \u00a0\u202f]"
_WORDS = {
    1: "um uma", 2: "dois duas", 3: "três", 4: "quatro", 5: "cinco", 6: "seis", 7: "sete", 8: "oito", 9: "nove",
    10: "dez", 11: "onze", 12: "doze", 13: "treze", 14: "quatorze catorze", 15: "quinze", 16: "dezesseis dezasseis",
    17: "dezessete dezassete", 18: "dezoito", 19: "dezenove dezanove", 20: "vinte", 30: "trinta", 40: "quarenta",
    50: "cinquenta cinqüenta", 60: "sessenta", 70: "setenta", 80: "oitenta", 90: "noventa", 100: "cem cento",
    200: "duzentos duzentas", 300: "trezentos trezentas", 400: "quatrocentos quatrocentas",
    500: "quinhentos quinhentas", 600: "seiscentos seiscentas", 700: "setecentos setecentas",
    800: "oitocentos oitocentas", 900: "novecentos novecentas",
}  # fmt: skip
_GROUPED = r"[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+(?![0-9])(?:,[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3}){2,9}(?![0-9])"
DIGITS = rf"(?:{_GROUPED}|[0-9]{{1,15}}(?:[.,][0-9]{{1,9}})?)(?![0-9])"
"""A number in digits. It is linear: what begins after a digit is never tried."""

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")
_WORD = "|".join(word for words in _WORDS.values() for word in words.split())
SPELLED = rf"(?:mei[oa]|mil|{_WORD})(?!\w)(?:(?:{GAP}e)?{GAP}(?:mil|{_WORD})(?!\w)){{0,8}}"
"""Number words in a row; how many of them are one number, ``spelled`` says."""

_PIECE = re.compile(r"(\w+)(?:[ \u00a0\u202f](e)(?=[ \u00a0\u202f]))?")


@functools.cache
def _values() -> dict[str, int]:
    return {fold(word): number for number, words in _WORDS.items() for word in words.split()}


def number_of(digits: str) -> Decimal:
    """The number that digits with points, commas and spaces between them mean ("1.234,5", "1 234", "1,234,567")."""
    plain = "".join(digits.split())
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    elif _ENGLISH.fullmatch(plain):
        plain = plain.replace(",", "")
    return Decimal(plain.replace(",", "."))


def spelled(words: str) -> tuple[Decimal, int]:
    """The number that the first of these number words make, and where it ends.

    "vinte e cinco mil" is one number; "três e quatro" are two, of which the first is returned.
    """
    total = part = end = 0
    lowest = 1000  # of the words since the last "mil": each is smaller than the one before it
    joined = True
    for match in _PIECE.finditer(words):
        word = fold(match[1])
        if word in {"meio", "meia"}:
            return (Decimal("0.5"), match.end(1)) if not end else (Decimal(total + part), end)
        if word == "mil":
            if total or (end and not part):
                break
            total, part, lowest = max(part, 1) * 1000, 0, 1000
        else:
            number = _values()[word]
            rank = 100 if number >= 100 else 10 if number >= 20 else 1
            if rank >= lowest or not (joined or (total and not part)) or (part and 10 <= number < 20 and lowest <= 10):
                break
            part, lowest = part + number, rank
        end, joined = match.end(1), match[2] is not None
    return Decimal(total + part), end


def plain(number: Decimal) -> str:
    """A number without an exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

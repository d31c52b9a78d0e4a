"""Numbers: kept through a translation, and written as English writes them."""

from __future__ import annotations

import re
from collections import Counter

from reader.translation.guards import words

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SEPARATOR = re.compile(r"[.,]")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.,]*\d)")
_DECIMAL = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,]*\d)")
_SWAP = str.maketrans(".,", ",.")
_VERSION = re.compile(r"(?:figura|versão|seção|capítulo|item|tabela|lei|artigo|art\.)\s+(?:n\.?º?\s*)?$", re.IGNORECASE)

_SPELLED = {
    0: "zero no", 1: "one first a an", 2: "two second", 3: "three third", 4: "four fourth", 5: "five fifth",
    6: "six sixth", 7: "seven seventh", 8: "eight eighth", 9: "nine ninth", 10: "ten tenth",
    11: "eleven eleventh", 12: "twelve twelfth noon", 13: "thirteen", 14: "fourteen", 15: "fifteen",
    16: "sixteen", 17: "seventeen",
    18: "eighteen", 19: "nineteen", 20: "twenty twentieth", 30: "thirty", 40: "forty", 50: "fifty",
    60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred hundredth", 1000: "thousand",
}  # fmt: skip


def lost_numbers(source: str, target: str) -> list[str]:
    """The numbers of the source that the target has in no form: digits, hours of a clock of twelve, words."""
    digits: Counter[str] = Counter()
    for number in _NUMBER.findall(target):
        digits[_SEPARATOR.sub("", number)] += 1
        for part in _SEPARATOR.split(number):
            digits[part.lstrip("0") or "0"] += 1
    spelled = set(words(target.replace("-", " ")))
    return [number for number in _NUMBER.findall(source) if not _kept(number, digits, spelled)]


def _kept(number: str, digits: Counter[str], spelled: set[str]) -> bool:
    bare = _SEPARATOR.sub("", number)
    forms = {bare, bare.lstrip("0") or "0"}
    if forms & digits.keys():
        return True
    if any(form.rstrip("0") == bare.rstrip("0") for form in digits):  # "3 mil" is "3,000"
        return True
    if len(bare) > 4:
        return False
    value = int(bare)
    if 12 < value <= 24 and str(value - 12) in digits:
        return True
    return bool(spelled.intersection(_SPELLED.get(value, "").split()))


def numbers_mended(source: str, target: str) -> str:
    """The target with its numbers as English writes them, and as the source has them where that is sure.

    The model leaves some as they are ("783.562 km²", which in English is less than a thousand), and once in a
    thousand sentences it says another number: when one is missing and exactly one of as many digits is new,
    the new one is put right.
    """
    for pattern in (_THOUSANDS, _DECIMAL):
        for match in pattern.finditer(source):
            if _VERSION.search(source, 0, match.start()):
                continue
            # With either sign for each: "1.234,5" comes back as "1.234.5" too.
            digits = "[.,]".join(_SEPARATOR.split(match.group()))
            alone = re.compile(rf"(?<![\d.,]){digits}(?![\d.,]*\d)")
            target = alone.sub(match.group().translate(_SWAP), target)
    lost = lost_numbers(source, target)
    if len(lost) == 1 and lost[0].isdigit() and len(lost[0]) > 1:
        asked = {_SEPARATOR.sub("", number) for number in _NUMBER.findall(source)}
        new = [number for number in _NUMBER.findall(target) if _SEPARATOR.sub("", number) not in asked]
        if len(new) == 1 and len(new[0]) == len(lost[0]) and target.count(new[0]) == 1:
            target = target.replace(new[0], lost[0])
    return target

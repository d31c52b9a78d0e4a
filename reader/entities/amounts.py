"""A number, the unit behind it or the sign before it, and for each of what it is meant: one amount of a quantity."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from reader.entities import units
from reader.entities.gazetteer import fold
from reader.entities.numbers import DIGITS, GAP, SPELLED, number_of, spelled

_SCALE = re.compile(
    rf"{GAP}?(mil{GAP}milhões|mil|milhão|milhões|bilhão|bilhões|bilião|biliões|trilhão|trilhões|trilião|triliões|"
    r"milhar|milhares|dezenas?|dúzias?|centenas?|mi|milh\.|bi|tri)(?!\w)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(rf"{GAP}e{GAP}mei[oa](?!\w)", re.IGNORECASE)
_OF = re.compile(rf"{GAP}de(?={GAP})", re.IGNORECASE)
_NAME = re.compile(
    rf"{GAP}?([^\W\d_]{{1,24}}(?:-[^\W\d_]{{1,24}}){{0,2}}(?:{GAP}[^\W\d_]{{1,24}}(?:-[^\W\d_]{{1,24}})?){{0,5}})"
)
_PER = re.compile(
    rf"{GAP}(?:por{GAP}|ao{GAP}|à{GAP}|a{GAP}cada{GAP})(segundo|minuto|hora|dia|semana|mês|trimestre|ano|metro{GAP}quadrado|"
    rf"metro{GAP}cúbico|metro|quilômetro{GAP}quadrado|quilómetro{GAP}quadrado|quilômetro|quilómetro|hectare|quilo|"
    rf"tonelada|litro|barril|pessoa|habitante|criança|aluno|passageiro|família)(?![\w-])"
    rf"|{GAP}(anuais|mensais|diári[oa]s|semanais)(?!\w)|/(dia|mês|ano|hora|h|d|s|min|kg|ha|litro|l|L|dl|m²|m2|m³|m3|t|hab|km²|km2)(?![\w/])",
    re.IGNORECASE,
)
_PERIODS = {
    "anuais": "yr", "mensais": "mo", "diarios": "d", "diarias": "d", "semanais": "wk", "hab": "habitantes",
    "metro quadrado": "m²", "d": "d",
}  # fmt: skip
_BELOW_ZERO = re.compile(rf"{GAP}(?:negativos|abaixo{GAP}de{GAP}zero)(?!\w)", re.IGNORECASE)
_MONTHS_BEHIND = rf"{GAP}e{GAP}(?:([0-9]{{1,3}})|({SPELLED})){GAP}m[eê]s(?:es)?(?!\w)"
_MINUTES_BEHIND = rf"{GAP}e{GAP}(?:([0-9]{{1,3}})|({SPELLED})){GAP}minutos?(?!\w)"
_PARTS = {  # what one is, how many of these, and their number behind it: "uma hora e 20 minutos" is 80 min
    "h": ("min", 60, re.compile(_MINUTES_BEHIND, re.IGNORECASE)),
    "yr": ("mo", 12, re.compile(_MONTHS_BEHIND, re.IGNORECASE)),
}
_NO_SIGN_ALONE = frozenset({"mi", "milh.", "bi", "tri"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what stands right around it; ``unit`` is empty where nothing tells what is counted."""

    start: int
    end: int
    number: Decimal
    unit: str
    spelled: bool
    scale: int = 1
    rate: str = ""


@functools.cache
def pattern() -> re.Pattern[str]:
    """What an amount begins with: a sign of money or none, and a number."""
    listed = "|".join(sorted(map(re.escape, units.money_signs()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<sign>(?<!\w)(?:{listed})){GAP}?)?"
        rf"(?:(?<![\w.,/:-])(?P<minus>(?:(?<![0-9)%]{GAP})[-−]|(?<=\()[-−]{GAP}))?(?<![\w.,/:])(?P<digits>{DIGITS})"
        rf"|(?<![\w-])(?=[cdmnoqstuv])(?P<words>(?i:{SPELLED})))",
        re.IGNORECASE,
    )


def read(sentence: str, match: re.Match[str]) -> Amount:
    """The amount that begins with a match of ``pattern``; without a unit where the words behind it are none."""
    start, end = match.span()
    worded = match["words"] is not None
    if worded:
        number, length = spelled(match["words"])
        end = match.start("words") + length
    else:
        number = number_of(match["digits"])
    sign = units.money_signs().get(match["sign"], "") or units.money_signs().get((match["sign"] or "").upper(), "")
    if match["minus"] and not sign:
        number = -number
    number, end = _and_a_half(sentence, number, end, 1)
    scale = 1
    scaled = _SCALE.match(sentence, end)
    short = scaled is not None and fold(scaled[1]) in _NO_SIGN_ALONE
    if scaled is not None and (not short or sign or _OF.match(sentence, scaled.end())):
        scale, end = units.SCALES[fold(scaled[1])], scaled.end()
        number, end = _and_a_half(sentence, number * scale, end, scale)
    amount = Amount(start, end, number, sign, worded, scale)
    if not sign:
        amount = _with_unit(sentence, amount)
    return _with_rate(sentence, amount) if amount.unit else amount


def _and_a_half(sentence: str, number: Decimal, end: int, of: int) -> tuple[Decimal, int]:
    """The number and its end with the half that may follow it: "sete e meio por cento", "um milhão e meio"."""
    half = _AND_A_HALF.match(sentence, end)
    return (number, end) if half is None else (number + Decimal(of) / 2, half.end())


def _with_unit(sentence: str, amount: Amount) -> Amount:
    """The unit behind a number, if there is one; millions without one are a number all the same."""
    end = amount.end
    if not amount.spelled and (sign := units.sign_pattern().match(sentence, end)) is not None:
        return replace(amount, end=sign.end(), unit=units.signs()[sign[1]])
    of = _OF.match(sentence, end) if amount.scale > 1 else None
    name = _NAME.match(sentence, of.end() if of else end)
    if name is not None and not (name.start(1) == end and amount.spelled):
        words = name[1].split()
        for count in range(min(len(words), units.longest().get(fold(words[0]), 0)), 0, -1):
            known = units.words().get(fold(" ".join(words[:count])))
            if known is None:
                continue
            unit, ambiguous = known
            if unit in {"kn", "réis"} and "ó" not in words[count - 1].lower() and "é" not in words[count - 1].lower():
                break  # "11 nos Açores", "dois reis"
            if ambiguous and amount.spelled and amount.number < 10:
                break
            end = name.start(1) + _length(name[1], count)
            if sentence[end : end + 1] == "-" or _is_title(words[0]):
                break  # "marcos-alemães", "500 Milhas de Indianápolis"
            return _behind(sentence, replace(amount, end=end, unit=unit))
    if amount.scale >= 10**6 and of is None:
        return replace(amount, unit="1")
    return amount


def _behind(sentence: str, amount: Amount) -> Amount:
    """The amount with what changes it from behind: "e meia", "negativos", the minutes of an hour."""
    number, end = _and_a_half(sentence, amount.number, amount.end, amount.scale)
    if end > amount.end:
        return replace(amount, end=end, number=number)
    if amount.unit in _PARTS and (more := _PARTS[amount.unit][2].match(sentence, amount.end)) is not None:
        unit, parts, _ = _PARTS[amount.unit]
        rest = spelled(more[2])[0] if more[2] else Decimal(more[1])
        return replace(amount, end=more.end(), number=amount.number * parts + rest, unit=unit)
    if amount.unit in {"°", "°C"} and (cold := _BELOW_ZERO.match(sentence, amount.end)) is not None:
        return replace(amount, end=cold.end(), number=-abs(amount.number))
    return amount


def _with_rate(sentence: str, amount: Amount) -> Amount:
    """The amount as one for each: "por dia", "ao ano", "mensais"."""
    match = _PER.match(sentence, amount.end)
    if match is None or amount.unit == "1":
        return amount
    word = fold(match[1] or match[2] or match[3])
    known = units.words().get(word)
    unit = _PERIODS.get(word) or (known[0] if known else word)
    return replace(amount, end=match.end(), rate=f"/{unit}")


def _is_title(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _length(text: str, count: int) -> int:
    """How long the first ``count`` words of a text are."""
    for number, word in enumerate(re.finditer(r"\S+", text), 1):
        if number == count:
            return word.end()
    return len(text)

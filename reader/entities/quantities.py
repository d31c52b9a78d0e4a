"""Quantities and money: where they stand in a sentence, and their number and unit in a normal form."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from decimal import Decimal

from articles.model import Span
from reader.entities import units
from reader.entities.gazetteer import fold
from reader.entities.not_quantities import is_no_quantity
from reader.entities.numbers import DIGITS, GAP, SPELLED, number_of, plain, spelled

_QUALIFIERS = {
    ">": "mais de|acima de|acima dos|superior a|superiores a|mais do que",
    "<": "menos de|abaixo de|inferior a|inferiores a|menos do que",
    "≥": "pelo menos|ao menos|no mínimo|nada menos que|nada menos do que",
    "≤": "até|no máximo",
    "≈": "cerca de|quase|aproximadamente|perto de|em torno de|por volta de|à volta de|algo como|na ordem dos|"
    "na ordem de|da ordem de|uns|umas|na casa dos",
}
_ABOUT = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'({forms})' for forms in _QUALIFIERS.values())})(?:{GAP}(?:os|as))?{GAP}$",
    re.IGNORECASE,
)
_SIGNS = list(_QUALIFIERS)
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
_FRACTION = re.compile(
    rf"(?<!\w)(?:(um|dois){GAP}terços?|(três|um){GAP}quartos?|(um|dois|três|quatro){GAP}quintos?|(um){GAP}décimo)"
    rf"(?={GAP}d(?:[aeo]s?|est[ae]s?|ess[ae]s?|aquel[ae]s?){GAP})",
    re.IGNORECASE,
)
_NUMERATORS = {"um": 1, "dois": 2, "tres": 3, "quatro": 4}
_DENOMINATORS = (3, 4, 5, 10)
_BETWEEN = re.compile(rf"(?<!\w)entre{GAP}(?:[oa]s{GAP})?$", re.IGNORECASE)
_RANGE = re.compile(rf"{GAP}(a|e|ou|até|-|–|—){GAP}|[-–]", re.IGNORECASE)
_ONE = Decimal(1)
_NEVER_ONE = frozenset({"d", "wk", "s", "°", "kPTE", "PTE", "DEM", "FRF"}) | units.PEOPLE.keys()
_NO_SIGN_ALONE = frozenset({"mi", "milh.", "bi", "tri"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence.

    Attributes:
        span: Where it stands, with what qualifies it ("mais de duas horas").
        text: Its characters.
        value: Number and unit: ``500 km``, ``> 2 h``, ``3500000 BRL``, ``12 %``, ``10–15 km``, ``300 BRL/mo``; a bare
            number without a unit, a share as a fraction (``2/3``). Currencies are ISO 4217 codes (and ``kPTE`` for a
            thousand escudos, ``$`` and ``peso`` for those of whatever country, ``Cr$`` for cruzeiros of any year),
            spans of time ``s min h d wk mo yr decade century``, people and votes the Portuguese word (``50 mortos``).
    """

    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number and what stands right around it; ``unit`` is empty where nothing tells what is counted."""

    start: int
    end: int
    number: Decimal
    unit: str
    spelled: bool
    scale: int = 1
    rate: str = ""


@functools.cache
def _pattern() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, units.money_signs()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<sign>(?<!\w)(?:{listed})){GAP}?)?"
        rf"(?:(?<![\w.,/:-])(?P<minus>(?:(?<![0-9)%]{GAP})[-−]|(?<=\()[-−]{GAP}))?(?<![\w.,/:])(?P<digits>{DIGITS})"
        rf"|(?<![\w-])(?=[cdmnoqstuv])(?P<words>(?i:{SPELLED})))",
        re.IGNORECASE,
    )


def find_quantities(sentence: str) -> list[Quantity]:
    """The quantities of a sentence, in order: money, measures, shares, spans of time, and how many people."""
    return _find(sentence, judge=True)


def quantity_value(text: str) -> str | None:
    """The normal form of an expression that is one quantity ("R$ 3,5 milhões" → ``3500000 BRL``), else None.

    What stood around it is not known here: "8h" is eight hours, if somebody found that it is a quantity.
    """
    found = _find(text, judge=False)
    return found[0].value if len(found) == 1 and found[0].text == text else None


def _find(sentence: str, *, judge: bool) -> list[Quantity]:
    found: list[Quantity] = []
    before: _Amount | None = None  # the number before, which may be the first of a range
    at = 0
    while (match := _pattern().search(sentence, at)) is not None:
        amount = _read(sentence, match)
        at = amount.end
        if judge and amount.unit and is_no_quantity(sentence, amount.start, amount.end, amount.unit):
            before = None
            continue
        low, before = before, amount
        if not amount.unit:
            continue
        value = f"{plain(amount.number)}"
        start = amount.start
        if low is not None and (joined := _range(sentence, low, amount)) is not None:
            if found and found[-1].span.end >= low.end:
                found.pop()
            start, value = joined
        elif not _counts(amount):
            continue
        about = _ABOUT.search(sentence, max(0, start - 24), start)
        if about is not None:
            start = about.start()
            value = f"{_SIGNS[(about.lastindex or 1) - 1]} {value}"
        if amount.unit != "1":
            value += f" {amount.unit}{amount.rate}"
        found.append(Quantity(Span(start, amount.end), sentence[start : amount.end], value))
    return _with_fractions(sentence, found)


def _read(sentence: str, match: re.Match[str]) -> _Amount:
    """What a number and the words behind it say."""
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
    scale = 1
    scaled = _SCALE.match(sentence, end)
    short = scaled is not None and fold(scaled[1]) in _NO_SIGN_ALONE
    if scaled is not None and (not short or sign or _OF.match(sentence, scaled.end())):
        scale, end = units.SCALES[fold(scaled[1])], scaled.end()
        half = _AND_A_HALF.match(sentence, end)
        number *= scale
        if half is not None:
            number, end = number + Decimal(scale) / 2, half.end()
    amount = _Amount(start, end, number, sign, worded, scale)
    if not sign:
        amount = _with_unit(sentence, amount)
    elif (half := _AND_A_HALF.match(sentence, end)) is not None and scale > 1:
        amount = replace(amount, end=half.end())
    return _with_rate(sentence, amount) if amount.unit else amount


def _with_unit(sentence: str, amount: _Amount) -> _Amount:
    """The unit behind a number, if there is one; millions without one are a number all the same."""
    end = amount.end
    if not amount.spelled and (sign := units.sign_pattern().match(sentence, end)) is not None:
        return replace(amount, end=sign.end(), unit=units.signs()[sign[1]])
    of = _OF.match(sentence, end) if amount.scale > 1 else None
    name = _NAME.match(sentence, of.end() if of else end)
    if name is not None and not (name.start(1) == end and amount.spelled):
        words = name[1].split()
        for count in range(min(len(words), 5), 0, -1):
            known = units.words().get(fold(" ".join(words[:count])))
            if known is None:
                continue
            unit, ambiguous = known
            if ambiguous and amount.spelled and amount.number < 10:
                break
            end = name.start(1) + _length(name[1], count)
            if sentence[end : end + 1] == "-" or _is_title(words[0]):
                break  # "marcos-alemães", "500 Milhas de Indianápolis"
            return _behind(sentence, replace(amount, end=end, unit=unit))
    if amount.scale >= 10**6 and of is None:
        return replace(amount, unit="1")
    return amount


def _behind(sentence: str, amount: _Amount) -> _Amount:
    """What may stand behind a unit and changes the number: "e meia", "negativos", the minutes of an hour."""
    half = _AND_A_HALF.match(sentence, amount.end)
    if half is not None:
        return replace(amount, end=half.end(), number=amount.number + Decimal("0.5") * amount.scale)
    if amount.unit in {"°", "°C"} and (cold := _BELOW_ZERO.match(sentence, amount.end)) is not None:
        return replace(amount, end=cold.end(), number=-abs(amount.number))
    return amount


def _with_rate(sentence: str, amount: _Amount) -> _Amount:
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


def _counts(amount: _Amount) -> bool:
    """Whether an amount is one that a reader wants to be told as such: "dois homens" and "um dia" are not."""
    if amount.unit in units.PEOPLE and amount.unit not in units.CASUALTIES:
        return amount.number >= (2 if not amount.spelled else 10)
    return not (amount.number == _ONE and amount.scale == 1 and amount.spelled and amount.unit in _NEVER_ONE)


def _range(sentence: str, low: _Amount, high: _Amount) -> tuple[int, str] | None:
    """Where the range from one number to the next begins, and its numbers; None where they are two."""
    link = _RANGE.fullmatch(sentence, low.end, high.start)
    if link is None or (low.unit not in {"", high.unit, "1"} or low.rate):
        return None
    between = _BETWEEN.search(sentence, max(0, low.start - 12), low.start)
    word = (link[1] or "-").lower()
    if word == "e" and between is None:
        return None
    if word in {"-", "–", "—"} and (low.spelled or high.spelled):
        return None
    number = low.number
    if high.scale > 1 and low.scale == 1 and number < 1000:
        number *= high.scale
    if not number < high.number:
        return None
    start = between.start() if between is not None and word == "e" else low.start
    return start, f"{plain(number)}–{plain(high.number)}"


def _with_fractions(sentence: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities and, where none of them is, the shares of a whole ("dois terços dos votos")."""
    if "ter" not in sentence and "qu" not in sentence and "déc" not in sentence:
        return found
    shares = []
    for match in _FRACTION.finditer(sentence):
        kind = next(number for number in range(1, 5) if match[number])
        start, end = match.span()
        about = _ABOUT.search(sentence, max(0, start - 24), start)
        value = f"{_NUMERATORS[fold(match[kind])]}/{_DENOMINATORS[kind - 1]}"
        if about is not None:
            start, value = about.start(), f"{_SIGNS[(about.lastindex or 1) - 1]} {value}"
        if not any(other.span.start < end and start < other.span.end for other in found):
            shares.append(Quantity(Span(start, end), sentence[start:end], value))
    return sorted([*found, *shares], key=lambda quantity: quantity.span.start) if shares else found

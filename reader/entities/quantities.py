"""Quantities and money: where they stand in a sentence, and their number and unit in a normal form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from articles.model import Span
from reader.entities.amounts import Amount, pattern, read
from reader.entities.counted import CASUALTIES, people
from reader.entities.gazetteer import fold
from reader.entities.not_quantities import is_no_quantity
from reader.entities.numbers import GAP, plain

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
_FRACTION = re.compile(
    rf"(?<!\w)(?:(um|dois){GAP}terços?|(três|um){GAP}quartos?|(um|dois|três|quatro){GAP}quintos?|(um){GAP}décimo)"
    rf"(?={GAP}d(?:[aeo]s?|est[ae]s?|ess[ae]s?|aquel[ae]s?){GAP}|\Z)",
    re.IGNORECASE,
)
_NUMERATORS = {"um": 1, "dois": 2, "tres": 3, "quatro": 4}
_DENOMINATORS = (3, 4, 5, 10)
_BETWEEN = re.compile(rf"(?<!\w)entre{GAP}(?:[oa]s{GAP})?$", re.IGNORECASE)
_RANGE = re.compile(rf"{GAP}(a|e|ou|até|por|x|×|-|–|—)(?:{GAP}[oa]s)?{GAP}|[-–x×]", re.IGNORECASE)
_LENGTHS = frozenset({"mm", "cm", "m", "km", "in", "ft"})
_ONE = Decimal(1)
_NEVER_ONE = frozenset({"d", "wk", "s", "°", "kPTE", "PTE", "DEM", "FRF"}) | people().keys()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence.

    Attributes:
        span: Where it stands, with what qualifies it ("mais de duas horas").
        text: Its characters.
        value: Number and unit: ``500 km``, ``> 2 h``, ``3500000 BRL``, ``12 %``, ``10–15 km``, ``6×4 cm``,
            ``300 BRL/mo``; a bare number without a unit, a share as a fraction (``2/3``). Currencies are ISO 4217
            codes (``kPTE`` for a thousand escudos, ``$`` and ``peso`` for those of whatever country, ``Cr$`` for
            cruzeiros of any year), spans of time ``s min h d wk mo yr decade century``, people and votes the
            Portuguese word (``50 mortos``).
    """

    span: Span
    text: str
    value: str


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
    before: Amount | None = None  # the number before, which may be the first of a range
    at = 0
    while (match := pattern().search(sentence, at)) is not None:
        amount = read(sentence, match)
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
        about = _ABOUT.search(sentence, max(0, start - 24), start)
        if start == amount.start and not _counts(amount, about is not None):
            continue
        if about is not None:
            start = about.start()
            value = f"{_SIGNS[(about.lastindex or 1) - 1]} {value}"
        if amount.unit != "1":
            value += f" {amount.unit}{amount.rate}"
        found.append(Quantity(Span(start, amount.end), sentence[start : amount.end], value))
    return _with_fractions(sentence, found)


def _counts(amount: Amount, about: bool) -> bool:
    """Whether an amount is one that a reader wants to be told as such: "dois homens" and "um dia" are not."""
    if amount.unit in people() and amount.unit not in CASUALTIES:
        return amount.number >= (2 if not amount.spelled else 10)
    one = amount.number == _ONE and amount.scale == 1 and amount.spelled
    return not (one and (amount.unit in _NEVER_ONE and not (about and amount.unit in {"d", "wk"})))


def _range(sentence: str, low: Amount, high: Amount) -> tuple[int, str] | None:
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
    if word in {"por", "x", "×"} or link[0] in {"x", "×"}:
        sides = high.unit in _LENGTHS and low.scale == high.scale == 1
        return (low.start, f"{plain(low.number)}×{plain(high.number)}") if sides else None
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

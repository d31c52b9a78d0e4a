"""Telling the value of a quantity in English or Portuguese: ``3500000 BRL`` is "R$3.5 million".

What a translator of news would write, not what a table would: the sign of the money and the size in words, since so
the English press tells Brazilian and Portuguese sums ("R$3.5 million", never "BRL 3,500,000.00"); dollars as "US$",
because the text speaks of other dollars and of reais too; a currency that is no more by its name, since nobody knows
its sign ("25 Portuguese escudos"); measures as they are written, not converted, with the unit in full.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import Final

from reader.entities import units
from reader.entities.counted import people

_VALUE = re.compile(r"(?:([<>≤≥≈]) )?(-?[0-9.]+)(?:([–×])(-?[0-9.]+))?(?: (\S+?))?(?:/([^\s/]+))?")
_SHARE = re.compile(r"(?:([<>≤≥≈]) )?([0-9])/([0-9]+)")
_EN, _PT = 0, 1
_ABOUT: Final = {
    ">": ("more than {}", "mais de {}"),
    "<": ("less than {}", "menos de {}"),
    "≥": ("at least {}", "pelo menos {}"),
    "≤": ("up to {}", "até {}"),
    "≈": ("about {}", "cerca de {}"),
}
_NAMES: Final = {  # what CLDR does not name, or not in both languages: one, several in English, then in Portuguese
    "d": "day|days|dia|dias",
    "mo": "month|months|mês|meses",
    "yr": "year|years|ano|anos",
    "ly": "light year|light years|ano-luz|anos-luz",
    "°": "degree|degrees|grau|graus",
    "t": "metric ton|metric tons|tonelada|toneladas",
    "cal": "calorie|calories|caloria|calorias",
    "BRR": "cruzeiro real|cruzeiros reais|cruzeiro real|cruzeiros reais",
    "pp": "percentage point|percentage points|ponto percentual|pontos percentuais",
    "bp": "basis point|basis points|ponto-base|pontos-base",
    "millennium": "millennium|millennia|milênio|milênios",
    "MWh": "megawatt-hour|megawatt-hours|megawatt-hora|megawatts-hora",
    "GWh": "gigawatt-hour|gigawatt-hours|gigawatt-hora|gigawatts-hora",
    "TWh": "terawatt-hour|terawatt-hours|terawatt-hora|terawatts-hora",
    "Mbit/s": "megabit per second|megabits per second|megabit por segundo|megabits por segundo",
    "Gbit/s": "gigabit per second|gigabits per second|gigabit por segundo|gigabits por segundo",
    "dB": "decibel|decibels|decibel|decibéis",
    "Richter": "on the Richter scale|on the Richter scale|grau na escala Richter|graus na escala Richter",
    "$": "$|$|$|$",
    "Cr$": "cruzeiro|cruzeiros|cruzeiro|cruzeiros",
    "réis": "réis|réis|réis|réis",
    "peso": "peso|pesos|peso|pesos",
    "dinar": "dinar|dinars|dinar|dinares",
    "ECU": "ecu|ecus|ecu|ecus",
}
_SYMBOLS: Final = {"USD": "US$", "JPY": "¥"}
_THOUSANDS: Final = {"kPTE": "PTE", "kréis": "réis"}
_SIZES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def tell(value: str, locale: str = "en") -> str:
    """A quantity's value in words; what is no such value comes back as it is.

    Args:
        value: As ``Quantity.value`` has it: ``> 2 h``, ``3500000 BRL``, ``10–15 km``, ``12 %``, ``2/3``.
        locale: ``en``, or ``pt_BR``; anything else is told in English.
    """
    language = "pt_BR" if locale.startswith("pt") else "en"
    share = _SHARE.fullmatch(value)
    if share is not None:
        return _about(share[1], f"{share[2]}/{share[3]}", language)
    match = _VALUE.fullmatch(value)
    if match is None:
        return value
    about, low, link, high, unit, per = match.groups()
    if unit is not None and per is not None and f"{unit}/{per}" in units.known():
        unit, per = f"{unit}/{per}", None
    elif unit is not None and unit not in units.known():
        return value
    numbers = [Decimal(number) for number in (low, high) if number is not None]
    if unit in _THOUSANDS:
        unit, numbers = _THOUSANDS[unit], [1000 * number for number in numbers]
    said = _amount(numbers, unit or "", language, {"×": " × "}.get(link, link) or "")
    if per is not None:
        said += (" per ", " por ")[language == "pt_BR"] + _one(per, language)
    return _about(about, said, language)


def _about(sign: str | None, said: str, language: str) -> str:
    return said if sign is None else _ABOUT[sign][_which(language)].format(said)


def _which(language: str) -> int:
    return _PT if language == "pt_BR" else _EN


def _amount(numbers: list[Decimal], unit: str, language: str, link: str) -> str:
    """One number or two with their unit."""
    written = [_number(number, language, cents=unit in units.currencies()) for number in numbers]
    if len(written) == 2:  # "5–8 million", not "5 million–8 million"
        size = written[1].partition(" ")[2]
        if size and written[0].endswith(f" {size}"):
            written[0] = written[0].removesuffix(f" {size}")
    number = link.join(written)
    if unit in units.currencies():
        return _money(number, numbers[-1], unit, language)
    if unit in {"%", "‰"}:
        return number + unit
    return f"{number}{_of(number, language)}{_unit(unit, numbers[-1], language)}" if unit else number


def _of(number: str, language: str) -> str:
    """What stands between a number and its unit: "2 milhões de euros"."""
    return " de " if language == "pt_BR" and number[-1].isalpha() else " "


def _number(number: Decimal, language: str, *, cents: bool) -> str:
    """A number, of millions and more with their name where three places behind the point say all of it."""
    from babel.numbers import format_compact_decimal, format_decimal  # here: Babel takes its time to be imported

    for size, _name in _SIZES:
        part = number / size
        if part >= 1 and part == round(part, 3):
            told: str = format_compact_decimal(number, format_type="long", locale=language, fraction_digits=3)
            return told
    whole = not cents or number == round(number)  # "US$85.40", and "US$85"
    plain: str = format_decimal(number, format="#,##0.#########" if whole else "#,##0.00#######", locale=language)
    return plain


def _money(number: str, size: Decimal, code: str, language: str) -> str:
    from babel.numbers import get_currency_name, get_currency_symbol

    if code in _NAMES:
        return f"${number}" if code == "$" else f"{number}{_of(number, language)}{_named(code, size, language)}"
    symbol = _SYMBOLS.get(code) or get_currency_symbol(code, locale=language)
    if symbol.isalpha() or symbol.endswith("."):  # no sign that a reader knows
        name: str = get_currency_name(code, count=_count(size), locale=language)
        name = name.partition(" (")[0]
        return f"{number}{_of(number, language)}{name.lower() if language == 'pt_BR' else name}"
    return f"{symbol} {number}" if language == "pt_BR" else f"{symbol}{number}"


def _unit(unit: str, number: Decimal, language: str) -> str:
    """What a measure is called for so many of it."""
    if unit in _NAMES or unit in people():
        return _named(unit, number, language)
    from babel.units import format_unit

    return _without_number(format_unit(_count(number), units.cldr_names()[unit], locale=language))


def _count(number: Decimal) -> Decimal | int:
    """What decides between one and many; of millions, some unit or other: "1 million euros"."""
    return number if abs(number) < 10**6 else 2


def _named(code: str, number: Decimal, language: str) -> str:
    if code in people():
        names = people()[code].english, people()[code].portuguese
    else:
        one, many, um, muitos = _NAMES[code].split("|")
        names = (one, many), (um, muitos)
    single = number == 1 if language == "en" else abs(number) < 2
    return names[_which(language)][0 if single else 1]


def _without_number(told: str) -> str:
    return re.sub(r"^[-−\d.,\s\u00a0]+", "", told)


@functools.cache
def _one(unit: str, language: str) -> str:
    return _unit(unit, Decimal(1), language) if unit in units.known() else unit

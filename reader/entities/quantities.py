"""Quantities and money: where they stand in a sentence, and their number and unit in a normal form."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal

from articles.model import Span
from reader.entities.gazetteer import fold

_UNITS = {
    "km/h": "km/h|quilômetros por hora|quilómetros por hora",
    "km²": "km²|km2|quilômetros quadrados|quilómetros quadrados|quilômetro quadrado",
    "m²": "m²|m2|metros quadrados|metro quadrado",
    "m³": "m³|m3|metros cúbicos|metro cúbico",
    "km": "km|quilômetro|quilômetros|quilómetro|quilómetros",
    "cm": "cm|centímetro|centímetros",
    "mm": "mm|milímetro|milímetros",
    "m": "m|metro|metros",
    "mi": "milha|milhas",
    "ha": "ha|hectare|hectares",
    "kg": "kg|quilo|quilos|quilograma|quilogramas",
    "g": "g|grama|gramas",
    "t": "t|tonelada|toneladas",
    "l": "litro|litros",
    "°C": "°C|ºC|graus Celsius|graus centígrados|grau Celsius",
    "°": "graus",
    "MW": "MW|megawatts",
    "GW": "GW|gigawatts",
    "GB": "GB|gigabytes",
    "MB": "MB|megabytes",
    "h": "hora|horas",
    "min": "min|minuto|minutos",
    "s": "segundos",
    "d": "dia|dias",
    "wk": "semana|semanas",
    "mo": "mês|meses",
    "yr": "ano|anos",
    "decade": "década|décadas",
    "century": "século|séculos",
    "%": "%|por cento",
    "pp": "ponto percentual|pontos percentuais",
    "BRL": "real|reais",
    "USD": "dólar|dólares",
    "EUR": "euro|euros",
    "GBP": "libra|libras|libras esterlinas",
    "JPY": "iene|ienes",
    "RUB": "rublo|rublos",
    "CNY": "yuan|yuans|iuans",
    "CHF": "francos suíços",
    "FRF": "franco|francos",
    "DEM": "marcos",
    "PTE": "escudo|escudos",
    "kPTE": "conto|contos",
}
_SIGNS = {"r$": "BRL", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "cr$": "BRR", "$": "$"}
_SCALES = {
    "mil milhoes": 10**9,
    "mil": 10**3,
    "milhao": 10**6,
    "milhoes": 10**6,
    "bilhao": 10**9,
    "bilhoes": 10**9,
    "biliao": 10**12,
    "bilioes": 10**12,
    "trilhao": 10**12,
    "trilhoes": 10**12,
}
_NUMBER_WORDS = {
    1: "um uma", 2: "dois duas", 3: "três", 4: "quatro", 5: "cinco", 6: "seis", 7: "sete", 8: "oito", 9: "nove",
    10: "dez", 11: "onze", 12: "doze", 13: "treze", 14: "quatorze catorze", 15: "quinze", 16: "dezesseis dezasseis",
    17: "dezessete dezassete", 18: "dezoito", 19: "dezenove dezanove", 20: "vinte", 30: "trinta", 40: "quarenta",
    50: "cinquenta", 60: "sessenta", 70: "setenta", 80: "oitenta", 90: "noventa", 100: "cem cento",
    200: "duzentos duzentas", 300: "trezentos trezentas", 400: "quatrocentos quatrocentas",
    500: "quinhentos quinhentas", 600: "seiscentos seiscentas", 700: "setecentos setecentas",
    800: "oitocentos oitocentas", 900: "novecentos novecentas",
}  # fmt: skip
_QUALIFIERS = {
    "mais de": "> ",
    "menos de": "< ",
    "pelo menos": "≥ ",
    "ao menos": "≥ ",
    "no mínimo": "≥ ",
    "até": "≤ ",
    "no máximo": "≤ ",
    "cerca de": "≈ ",
    "quase": "≈ ",
    "aproximadamente": "≈ ",
    "perto de": "≈ ",
    "em torno de": "≈ ",
    "por volta de": "≈ ",
}
_TRIGGER = re.compile(
    r"\d|\b(?:horas?|minutos?|dias|semanas?|m[eê]s|meses|anos?|d[eé]cadas?|s[eé]culos?|por cento|\w*metros?|quilos|"
    r"toneladas?|litros|hectares?|real|reais|d[oó]lares|euros|libras|escudos|contos|milh|bilh|milhas|graus)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?:\b[àa]s|\bdas|\bpelas)\s$", re.IGNORECASE)
_PLURAL_NOTHING = {"d", "wk"}  # "um dia", "uma semana": hardly ever a measure


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence.

    Attributes:
        span: Where it stands, with what qualifies it ("mais de duas horas").
        text: Its characters.
        value: Number and unit: ``500 km``, ``> 2 h``, ``3500000 BRL``, ``12 %``; a bare number without a unit.
            Currencies are ISO 4217 codes (``kPTE`` for a thousand escudos), spans of time ``s min h d wk mo yr
            decade century``.
    """

    span: Span
    text: str
    value: str


@functools.cache
def _unit_names() -> dict[str, str]:
    return {fold(form): unit for unit, forms in _UNITS.items() for form in forms.split("|")}


@functools.cache
def _number_words() -> dict[str, int]:
    return {fold(word): number for number, words in _NUMBER_WORDS.items() for word in words.split()}


@functools.cache
def _pattern() -> re.Pattern[str]:
    gap = "[ \u00a0]"
    units = "|".join(
        sorted((re.escape(f) for forms in _UNITS.values() for f in forms.split("|")), key=len, reverse=True)
    )
    word = "(?:" + "|".join(word for words in _NUMBER_WORDS.values() for word in words.split()) + ")"
    digits = r"\d{1,3}(?:[. \u00a0]\d{3})+(?!\d)(?:,\d{1,9})?|\d{1,15}(?:[.,]\d{1,9})?"
    scale = rf"(?:mil{gap}milhões|mil|milhão|milhões|bilhão|bilhões|bilião|biliões|trilhão|trilhões)\b"
    words = rf"\b(?:{word}\b|mil\b)(?:{gap}e{gap}{word}\b|{gap}mil\b(?!{gap}mil)){{0,6}}"
    return re.compile(
        rf"(?:(?<!\w)(?P<about>{'|'.join(_QUALIFIERS)}){gap})?"
        rf"(?:(?P<sign>(?<!\w)(?:R\$|US\$|CR\$)|[€£¥$]){gap}?)?"
        rf"(?P<number>(?<![\w.,/:-])(?:{digits})|{words})"
        rf"(?:{gap}(?P<scale>{scale}))?"
        rf"(?:(?:{gap}de)?{gap}?(?P<unit>(?:{units})(?![\w$]))(?!-feira))?",
        re.IGNORECASE,
    )


def find_quantities(sentence: str) -> list[Quantity]:
    """The quantities of a sentence, in order: a number with a unit, a currency, or in millions and more."""
    found: list[Quantity] = []
    if not _TRIGGER.search(sentence):
        return found
    for match in _pattern().finditer(sentence):
        quantity = _read(sentence, match)
        if quantity is not None:
            found.append(quantity)
    return found


def _read(sentence: str, match: re.Match[str]) -> Quantity | None:
    scale = fold(match["scale"] or "")
    unit = _unit_names()[fold(match["unit"])] if match["unit"] else ""
    sign = _SIGNS[match["sign"].lower()] if match["sign"] else ""
    if not (unit or sign or _SCALES.get(scale, 0) >= 10**6):
        return None
    end = match.end()
    if sign:
        end, unit = (match.end("scale") if scale else match.end("number")), sign
    spelled = not match["number"][0].isdigit()
    if unit == "h" and _CLOCK.search(sentence[max(0, match.start() - 6) : match.start()]):
        return None
    if spelled and (
        len(match["unit"] or "xx") == 1 or (fold(match["number"]) in {"um", "uma"} and unit in _PLURAL_NOTHING)
    ):
        return None
    number = _value(match["number"])
    if number is None:
        return None
    total = number * _SCALES.get(scale, 1)
    start = match.start()
    about = " ".join((match["about"] or "").lower().split())
    value = f"{_QUALIFIERS.get(about, '')}{_plain(total)}{' ' + unit if unit else ''}"
    return Quantity(Span(start, end), sentence[start:end], value)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _value(text: str) -> Decimal | None:
    if text[0].isdigit():
        plain = text.replace(" ", "").replace("\u00a0", "")
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
            plain = plain.replace(".", "")
        plain = plain.replace(",", ".")
        return Decimal(plain) if plain.isascii() else None
    total = part = 0
    for word in fold(text).split():
        if word == "mil":
            total, part = total + max(part, 1) * 1000, 0
        elif word != "e":
            part += _number_words()[word]
    return Decimal(total + part)


def quantity_value(text: str) -> str | None:
    """The normal form of an expression that is one quantity ("R$ 3,5 milhões" → ``3500000 BRL``), else None."""
    found = find_quantities(text)
    return found[0].value if len(found) == 1 and found[0].text == text else None

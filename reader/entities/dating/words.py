"""The words of time in Portuguese, in lower case, and the pieces that the patterns of expressions are made of."""

from __future__ import annotations

import re

MONTHS = {
    "janeiro": 1, "fevereiro": 2, "março": 3, "abril": 4, "maio": 5, "junho": 6,
    "julho": 7, "agosto": 8, "setembro": 9, "outubro": 10, "novembro": 11, "dezembro": 12,
}  # fmt: skip
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()}
WEEKDAYS = {
    "segunda": 0, "terça": 1, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4, "sábado": 5, "sabado": 5, "domingo": 6,
    "seg": 0, "ter": 1, "qua": 2, "qui": 3, "sex": 4, "sáb": 5, "sab": 5, "dom": 6,
    "2": 0, "3": 1, "4": 2, "5": 3, "6": 4,
}  # fmt: skip
NUMBERS = {
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
    "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15,
    "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17, "dezoito": 18, "dezenove": 19, "dezanove": 19,
    "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80,
    "noventa": 90, "cem": 100, "cento": 100, "duzentos": 200, "trezentos": 300, "quatrocentos": 400,
    "quinhentos": 500, "mil": 1000,
}  # fmt: skip
ORDINALS = {
    "primeir": 1, "segund": 2, "terceir": 3, "quart": 4, "quint": 5, "sext": 6, "1": 1, "2": 2, "3": 3, "4": 4,
    "5": 5, "6": 6,
}  # fmt: skip
TENS = ("dez", "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa")

S = "[ \u00a0]"
ANY_MONTH = "|".join(MONTHS)
ANY_SHORT = "|".join(SHORT_MONTHS)
END = r"(?![\w-])"
_TENS = "vinte|trinta"
_UNITS = "um|dois|três|quatro|cinco|seis|sete|oito|nove"
_DAY_WORDS = (
    rf"primeiro|(?:{_TENS}){S}e{S}(?:{_UNITS})|{_TENS}|dez|onze|doze|treze|catorze|quatorze|quinze|dezesseis|dezasseis|"
    rf"dezessete|dezassete|dezoito|dezenove|dezanove|{_UNITS}"
)
NUMBER_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}}){{1,3}}|\d{{1,4}}|(?:{NUMBER_WORD})(?:{S}e{S}(?:{NUMBER_WORD})){{0,2}})"
YEAR_RELATIVE = (
    rf"dest[ea]{S}ano|do{S}(?:ano{S}passado|próximo{S}ano|ano{S}que{S}vem|corrente{S}ano|mesmo{S}ano|ano{S}seguinte|"
    rf"ano{S}anterior)|daquele{S}ano|desse{S}(?:mesmo{S})?ano|últimos?|passado|próximo|que{S}vem"
)
PART = rf"(?:à{S}noite|à{S}tarde|à{S}noitinha|de{S}manhã|pela{S}manhã|de{S}madrugada|ao{S}meio-dia|à{S}meia-noite)"
ROMAN = r"x{0,2}(?:ix|iv|v?i{0,3})"
ERA = rf"(?:(?P<era>[ad])(?:\.{S}?c\.|c(?![\w])|{S}c(?!\w))|(?P<cristo>antes|depois){S}de{S}cristo)"
_COUNTED = (
    "(?:mil|milh|bilh|euros|reais|dólares|contos|km|quil|metros|pessoas|homens|toneladas|anos|pontos|graus|%|por cento)"
)
NOT_COUNTED = rf"(?!{S}{_COUNTED})"
_SMALL = (
    "os|as|aos|às|nos|nas|dos|das|mas|pois|após|depois|antes|seus|suas|três|menos|mais|pelos|pelas|outros|outras|todos|"
    "todas|ambos|eles|elas"
)
PLURAL = rf"{S}(?!(?:{_SMALL})\b)[^\W\d_]+s\b"
"""A plural, as in "2000 soldados", and none of the small words that end so."""

NO_PLURAL = rf"(?!{PLURAL})"


def day(group: str) -> str:
    """A day of the month in figures or words."""
    return rf"(?P<{group}>(?:3[01]|[12]\d|0?[1-9])(?!\d)|(?:{_DAY_WORDS})(?!\w))(?:\.?[ºo°](?!\w))?"


FIGURE = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
"""A day of the month in figures."""


def figure(group: str) -> str:
    """A day of the month in figures, as a group."""
    return rf"(?P<{group}>{FIGURE})(?:\.?[ºo°](?!\w))?"


def month(group: str, *, short: bool = False) -> str:
    """A month by name, abbreviated too if ``short``."""
    if short:
        return rf"(?P<{group}>{ANY_MONTH}|(?:{ANY_SHORT})(?![^\W\d_])\.?)"
    return rf"(?P<{group}>{ANY_MONTH})"


def century(group: str) -> str:
    """A century's number: a numeral, or figures in the group with an n after its name."""
    return rf"(?:(?=[xvi])(?P<{group}>{ROMAN})(?!\w)|(?P<{group}n>[12]?\d)(?![\w%]|[.,]\d))"


def number_of_month(group: str) -> str:
    """A month in figures."""
    return rf"(?P<{group}>(?:1[0-2]|0?[1-9])(?!\d))"


def year(group: str) -> str:
    """A year of four figures."""
    return rf"(?P<{group}>1\d\d\d|20\d\d)(?![\d%º°]|[.,]\d)"


def year_after(number: str = "") -> str:
    """What may tell the year after a month: "de 1990", "de 90", "do ano passado", "último"; groups y, yy, rel."""
    n = number
    return (
        rf"(?:,?{S}(?:de|do{S}ano{S}de){S}{year('y' + n)}|{S}de{S}['’]?(?P<yy{n}>[4-9]\d)(?![\w%]|[.,:/]\d)"
        rf"{NOT_COUNTED}{NO_PLURAL}|{S}(?P<rel{n}>{YEAR_RELATIVE})(?!\w))?"
    )


def weekday(group: str) -> str:
    """A day of the week: "quarta-feira", "quarta", "4ª feira", "qua."."""
    return (
        rf"(?:(?P<{group}>segunda|terça|terca|quarta|quinta|sexta|sábado|sabado|domingo"
        rf"|(?:seg|ter|qua|qui|sex|sáb|sab|dom)(?=\.)|[2-6](?=\.?[ªa][- ]feira))"
        rf"(?:\.?[ªa](?=[- ]feira)|(?<=\b[^\W\d_]{{3}})\.)?(?P<{group}feira>[- ]feira)?)"
    )


def value(text: str) -> int:
    """The number that figures or words mean ("vinte e cinco" → 25)."""
    if text[0].isdigit():
        return int(text.replace(".", ""))
    if text == "primeiro":
        return 1
    return sum(NUMBERS[word] for word in re.split(rf"{S}(?:e{S})?", text))


def month_number(text: str) -> int:
    """The month of a name, an abbreviation or figures."""
    return int(text) if text.isdigit() else SHORT_MONTHS[text[:3]]


def roman(numeral: str) -> int:
    """The number that a numeral of I, V and X means."""
    values = [{"i": 1, "v": 5, "x": 10}[sign] for sign in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def lower(text: str) -> str:
    """The text in lower case, each character staying where it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)

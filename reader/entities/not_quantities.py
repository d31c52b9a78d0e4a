"""What looks like a quantity and is none: times of day, distances that are run, numbers of things."""

from __future__ import annotations

import re

_CLOCK_BEFORE = re.compile(
    r"(?:\b(?:às|à|ás|das|pelas|desde as|até as|até às|entre as|para as|são|eram|meia-noite e|meio-dia e)"
    r"(?: (?:cerca das|cerca de|[0-9]{1,2}(?:h| horas)?(?: (?:e|a|até|às?)(?: [aà]s)?)?))?|"
    r"\bàs [0-9]{1,2}h?[0-9]{0,2} e)[ \u00a0]$",
    re.IGNORECASE,
)
_CLOCK_BEHIND = re.compile(
    r"[ ,]*\(?(?:da (?:manhã|tarde|noite|madrugada)|(?:horário )?de Brasília|de Lisboa|GMT|UTC|BRT|locais|em ponto|"
    r"hora local|horas? d[eao] |d[eo] (?:segunda|terça|quarta|quinta|sexta|sábado|domingo|hoje|ontem|amanhã))",
    re.IGNORECASE,
)
_LASTS = re.compile(r"\b(?:durante|por|em|mais de|menos de|há|após|cerca de|de até|dura|durou|com)[ \u00a0]$")
_MINUTE_OF_A_MATCH = re.compile(r"\b(?:aos|dos) (?:[0-9]{1,3} e )?$")
_WEIGHS = re.compile(r"\b(?:pes[aeo]\w*|peso)\b", re.IGNORECASE)
_IN_KILOS = re.compile(r" (?:de peso)? ?\(?(?:cerca de |quase |ou )?[0-9.,]+ ?(?:kg|quilos|t\b)")
_OF_THE_CLOCK = re.compile(r"[0-9]h $")  # "9h 25m"
_RACE = re.compile(
    r" (?:rasos|livres?|borboleta|costas|peito|bruços|mariposa|barreiras|com barreiras|medley|obstáculos|estilos)\b"
)
_NUMBERED = re.compile(
    r"(?:\bn[.º°]{1,2}|\bnº|\bartigo|\bart\.|\bpágina|\bpág\.|\bp\.|\bkm|\bcanal|\btel\.?|\btelefone|\bfone|\blei|"
    r"\bitem|\bcapítulo|\bsala|\blote|\bquadra|\bapto\.?|\bsub|\bporta)[ \u00a0]$",
    re.IGNORECASE,
)
_SOME_HOUR = re.compile(r" (?:para (?:a )?outra|dessas|destas|qualquer)\b")
_ONE_THING = frozenset({"BRL", "USD", "EUR", "JPY", "CNY", "RUB", "DEM"})  # "um real problema", "um dólar estável"
_REAL_THING = re.compile(
    r" (?!(?:por|a|e|ou|de|para|em|no|na|ao|que|cada|"
    r"mais|menos|hoje|vale|valia|valer|fica|ficou|passa|custa)\b)[^\W\d_]"
)
_STORIES = re.compile(
    r" (?:infantis|inéditos|publicados|eróticos|fantásticos|curtos|de [A-Z]|do (?:livro|autor)|da (?:autora))"
)


def is_no_quantity(sentence: str, start: int, end: int, unit: str) -> bool:
    """Whether a number with a unit, ``start`` to ``end`` of a sentence, is no quantity of that unit."""
    before = sentence[max(0, start - 26) : start]
    if _NUMBERED.search(before):
        return True
    if unit == "h":
        return _is_clock(sentence, start, end, before)
    if unit == "min":
        return _MINUTE_OF_A_MATCH.search(before) is not None
    if unit == "m":
        return _RACE.match(sentence, end) is not None or _OF_THE_CLOCK.search(before) is not None
    if unit in _ONE_THING:
        one = sentence[start:end].lower().startswith("um ") and sentence[start:end].count(" ") == 1
        return one and _REAL_THING.match(sentence, end) is not None
    if unit == "GBP" and sentence[start:end].endswith("libras"):
        return _WEIGHS.search(before) is not None or _IN_KILOS.match(sentence, end) is not None
    if unit == "kPTE":
        return _STORIES.match(sentence, end) is not None
    return False


def _is_clock(sentence: str, start: int, end: int, before: str) -> bool:
    text = sentence[start:end]
    if _CLOCK_BEFORE.search(before) or _CLOCK_BEHIND.match(sentence, end):
        return True
    if text.lower() == "uma hora":
        return _SOME_HOUR.match(sentence, end) is not None
    if not text.endswith(("h", "hs")):
        return False
    # "18h" alone is a time of day, as newspapers print it; from 24 on, or behind "durante", it is a span of time.
    number = re.match(r"[0-9]{1,6}", text)
    return not (_LASTS.search(before) or (number is not None and int(number[0]) >= 24))

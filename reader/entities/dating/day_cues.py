"""What around a day says that it is none: a law, an address, a score, a name, a plain number."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.entities.dating import words as w
from reader.entities.dating.around import BETWEEN, LAW, NAMED_AFTER, PLURAL, REACH, Around

_DAY_CUE = re.compile(
    r"(?:\b(?:em|dia|dias|até|desde|a partir de|de|feira|entre|ontem|hoje|amanhã|s[áa]bado|domingo),? "
    r"(?:\d\d?[/.]\d\d? (?:e|a|ou) )?|\()$",
    re.IGNORECASE,
)
_DAY_ALLOWED = re.compile(r"\b(?:de|para|do|no|ao|a|e|entre|após|antes de) $", re.IGNORECASE)  # "de 14/05", "a 20/5"
_MONTHS = 12
_SURE_DAY = re.compile(
    r"\b(?:dia|dias|feira|ontem|hoje|amanhã|s[áa]bado|domingo),? (?:\d\d?/\d\d? (?:e|a|ou) )?$", re.IGNORECASE
)
_DAY_OF_NUMBER = re.compile(
    r"\b(?:n[ao]|nest[ea]|dest[ea]|est[ea]|d[ao]|até|desde|à|[ao]|para|e|de|esta|,) $", re.IGNORECASE
)
_FIGURES_CUE = re.compile(r"(?:\b(?:entre|entre o|dias?|em|período|desde|de) |\()$", re.IGNORECASE)
_DIA_CUE = re.compile(r"(?:\b(?:n?o|do|ao|este|até|desde|dia|de|e|[dn]este|a) |, |\A\W*|\()$", re.IGNORECASE)
_FEMININE = re.compile(r"\b(?:[nd]a|pela|com a) $", re.IGNORECASE)
_SHORT_CUE = re.compile(r"\b(?:n?est[ea]|dest[ea]|na|nesta|até|desde|para|na última|à|da|de|e) $", re.IGNORECASE)
_SHORT_DAY = re.compile(r"\b(?:no|do|neste|deste|este|até|desde|para) $", re.IGNORECASE)
_ON_THE = re.compile(r"\b(?:[nd]a|desde a|até a|até à) $", re.IGNORECASE)
_COUNTED = re.compile(
    rf"{w.S}(?:parte|vez|fase|via|rodada|etapa|edição|divisão|colocação|posição|série|temporada|volta|final|bola|"
    r"tentativa|metade|guerra|opção|classe|mão|jornada|sessão|versão|geração|semana|linha|página)\b"
)
_THIS = re.compile(r"\b(?:n|d)?est[ae] $", re.IGNORECASE)
_SHORT_AFTER = re.compile(r"\s*(?:[,.;:)!?]|\Z|(?:e|à noite|de manhã)\b)")
_NO_TODAY = re.compile(
    r"\b(?:até|dias de|mundo de|dia de|tempos de|homem de|jovens de|brasil de|portugal de) $", re.IGNORECASE
)
_NO_TOMORROW = re.compile(r"\b(?:[od]o?|um|museu do|nosso|seu) $", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,} $")  # "a Casa 12 de Maio"
_NAME_OF = re.compile(r"[A-ZÀ-Þ][\wÀ-ÿ]* d[aeo] $")  # "Vila de Sexta"
_SENTENCE_START = re.compile(r"\W*\w+ \Z")
_CAPITAL = re.compile(r"[A-ZÀ-Þ][\wÀ-ÿ]+ $")
_CHRISTMAS = re.compile(r"\b(?:n?o|do|pelo|ao|neste|dia de|noite de|véspera de|ceia de) $", re.IGNORECASE)
_MEASURED = re.compile(rf"{w.S}(?:d[aeo]s?{w.S}(?!\d)(?!ano|mês)|por{w.S}cento|pontos|graus|%)")
_ORDINAL_WORDS = re.compile(r"(?:segunda|terça|quarta|quinta|sexta)\Z")


def _dated(at: Around) -> bool:
    """A day with a month; "a 24 de Julho" is a day, "na 24 de Julho" a street."""
    if _FEMININE.search(at.before) and at.one.form == "day" and not at.one.match["y"]:
        return True
    first_word = at.one.start <= REACH and _SENTENCE_START.match(at.before)
    if not first_word and _NAME_BEFORE.search(at.before):
        return True
    return bool(LAW.search(at.near) or NAMED_AFTER.search(at.near))


def _days(at: Around) -> bool:
    """Two days: "e" only between two that follow each other, or after "entre"; the second is the later one."""
    match = at.one.match
    if _dated(at):
        return True
    first, second = w.value(match["d1"]), w.value(match["d2"])
    if match["sep"] == "e" and not BETWEEN.search(at.before) and second != first + _listed(match[0]):
        return True
    return first >= second and at.one.form != "across"


def _listed(text: str) -> int:
    return text.count(",") + 1


def _across(at: Around) -> bool:
    if at.one.match["sep"] == "e" and not BETWEEN.search(at.before):
        return True
    return _dated(at)


def _figures(at: Around) -> bool:
    match = at.one.match
    if match["sep"] == "e" and not BETWEEN.search(at.before):
        return True
    if match["n1"] is None and w.value(match["d1"]) >= w.value(match["d2"]):
        return True
    return not _FIGURES_CUE.search(at.before) or bool(LAW.search(at.near))


def _dm(at: Around) -> bool:
    """Figures such as "13.9" and "13/9": days only where a word says so; "3/4" may be a part of something."""
    if LAW.search(at.near) or PLURAL.match(at.after):
        return True
    if not _DAY_CUE.search(at.before) or at.before.lower().endswith("de "):
        clear = "/0" in at.one.match[0] or ("/" in at.one.match[0] and int(at.one.match["d"]) > _MONTHS)
        in_range = _DAY_CUE.search(at.before) and re.match(r" (?:a|até) \d\d?[/.]\d", at.after)
        return not (in_range or (clear and _DAY_ALLOWED.search(at.before)))
    if at.before.endswith("(") and not at.after.startswith((")", ",", ";")):
        return True
    if _SURE_DAY.search(at.before):
        return False
    text = at.one.match[0]
    part = "/" in text and "0" not in text[:1] and int(at.one.match["d"]) < int(at.one.match["n"]) <= 5
    return part or bool(_MEASURED.match(at.after)) or (bool(re.match(r"\s*[%a-zµ°]{1,2}\b", at.after)) and "." in text)


def _weekday(at: Around) -> bool:
    """A day of the week: "a segunda tentativa", "Plácido Domingo" and "aos domingos" are none."""
    match = at.one.match
    name = at.sentence[match.start("wd") : match.end("wd")]
    whole = match.end() == match.end("wd") or match[0].rstrip(".") == match["wd"]
    if name[0].isupper() and _CAPITAL.search(at.before) and match["d"] is None and match["da"] is None:
        return True
    if not match["wdfeira"]:
        if len(name) == 3 and match["d"] is None and match["da"] is None and match["db"] is None:
            return not (name.lower() in {"sáb", "sab"} and _SHORT_DAY.search(at.before))
        if _ORDINAL_WORDS.match(match["wd"]):
            if name[0].isupper() and _NAME_OF.search(at.before):
                return True
            if match["db"] and not _DAY_OF_NUMBER.search(at.before):
                return True
            if whole or match["pre"]:
                if match["pre"] is None and not _SHORT_CUE.search(at.before):
                    return True
                if match["pre"] and _ON_THE.search(at.before) and not _COUNTED.match(at.after):
                    return False
                this = _THIS.search(at.before) is not None
                return not (_SHORT_AFTER.match(at.after) or (this and re.match(rf"{w.S}[^\W\d_]", at.after)))
    return False


def _weekdays(at: Around) -> bool:
    both = at.one.match["wdfeira"] or at.one.match["wd2feira"] or at.one.match["wd2"] in {"sábado", "sabado", "domingo"}
    return not (both or re.search(r"\bde $", at.before, re.IGNORECASE))


def _near(at: Around) -> bool:
    day = at.one.match["day"]
    if day == "hoje":
        return bool(_NO_TODAY.search(at.before))
    return day == "amanhã" and bool(_NO_TOMORROW.search(at.before))


def _dias(at: Around) -> bool:
    first, second = int(at.one.match["d1"]), int(at.one.match["d2"])
    if at.one.match["sep"] == "e" and not BETWEEN.search(at.before) and second != first + _listed(at.one.match[0]):
        return True
    return first >= second


def _dia(at: Around) -> bool:
    return not _DIA_CUE.search(at.before)


def _christmas(at: Around) -> bool:
    return at.one.match["eve"] is None and not _CHRISTMAS.search(at.before)


DAY_TESTS: dict[str, Callable[[Around], bool]] = {
    "numeric": _dated,
    "day": _dated,
    "day.short": _dated,
    "days": _days,
    "across": _across,
    "figures": _figures,
    "dm": _dm,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "near": _near,
    "christmas": _christmas,
    "dia": _dia,
    "dias": _dias,
}
"""Forms that name days: True where what stands around speaks against them."""

"""Where expressions of time stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.model import Span

_S = "[ \u00a0]"
MONTH = r"(?:janeiro|fevereiro|março|marco(?= de)|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:[ºo°](?!\w))?"
YEAR = r"(?:1\d\d\d|20\d\d)(?![\d%º°]|[.,]\d)"
WEEKDAY = r"(?:(?:segunda|terça|terca|quarta|quinta|sexta)-feira|sábado|sabado|domingo)"
_SHORT = r"(?:segunda|terça|quarta|quinta|sexta|sábado|domingo)"
_NUMBER = rf",?{_S}\((?:dia{_S})?{DAY}(?:[/.](?:1[0-2]|0?[1-9]))?\)"
_CLEAR = r"(?<![\w.,/:$-])"
_NOT_COUNTED = r"(?:mil|milh|bilh|euros|reais|dólares|contos|km|quil|metros|pessoas|homens|toneladas|anos|%|por cento)"

_KINDS = {
    "iso": rf"(?<![\w-]){YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])",
    "numeric": rf"{_CLEAR}{DAY}(?P<sep>[/.-])(?:1[0-2]|0?[1-9])(?P=sep){YEAR}(?!/)"
    rf"|{_CLEAR}{DAY}/(?:1[0-2]|0[1-9])/\d\d(?![\d/])",
    "range": rf"{_CLEAR}(?:(?<=entre ){DAY} e {DAY}|(?<=de ){DAY} a {DAY}|{DAY} (?:a|até) {DAY}){_S}de{_S}{MONTH}"
    rf"(?:{_S}de{_S}{YEAR})?(?!\w)",
    "day": rf"{_CLEAR}(?:{WEEKDAY},{_S})?{DAY}{_S}de{_S}{MONTH}(?:,?{_S}(?:de|do ano de){_S}{YEAR})?(?!\w)",
    "weekday": rf"(?<![\w-])(?:(?:próxim|passad|últim)[oa]{_S})?{WEEKDAY}(?:{_NUMBER}|,?{_S}dia{_S}{DAY}(?!\s*de\b|\w)"
    rf"|{_S}(?:passad[oa]|que{_S}vem|seguinte|anterior)(?!\w))?(?![\w-])",
    "short": rf"(?:(?<=nesta )|(?<=desta )|(?<=neste )|(?<=deste )|(?<= esta )){_SHORT}(?:{_NUMBER})?(?![\w-])"
    rf"|(?<![\w-])(?:segunda|terça|quarta|quinta|sexta){_NUMBER}|(?:próxima|última){_S}(?:segunda|terça|quarta|quinta|sexta)(?=[,.;)]|$)",
    "month": rf"(?<!\w){MONTH}{_S}(?:de{_S}|do{_S}ano{_S}de{_S})?{YEAR}",
    "bare": rf"(?<!\w){MONTH}(?:{_S}(?:passado|próximo|último|que{_S}vem))?(?!\w)",
    "century": rf"(?<!\w)séculos?{_S}[IVX]+(?:{_S}(?:a\.{_S}?[cC]\.|d\.{_S}?[cC]\.))?(?!\w)",
    "decade": rf"(?<!\w)(?:anos|década{_S}de){_S}(?:(?:1\d\d|20\d)0|[1-9]0)(?!\w|{_S}de{_S}idade)",
    "years": rf"{_CLEAR}(?:(?<=entre ){YEAR} e {YEAR}|(?<=de ){YEAR} (?:a|até) {YEAR})",
    "year": r"(?:(?<=\bem )|(?<=\bdesde )|(?<=\baté )|(?<=\bano de )|(?<=\bpara )"
    rf"|(?<!mais de )(?<!menos de )(?<!cerca de )(?<!perto de )(?<!além de )(?<=\bde )){YEAR}(?!\w|{_S}{_NOT_COUNTED})",
    "relative": rf"(?<!\w)(?:anteontem|ontem|hoje(?!{_S}em{_S}dia)|amanhã)(?![\w-])",
}
# Trying every pattern at every character would be slow: each begins with a digit or with one of these letters.
_PATTERN = re.compile(
    r"(?=[\dadfhjmnopqstuú])(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()) + ")",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"\d|feira|s[áa]bado|domingo|ontem|hoje|amanh|século|eiro|março|abril|maio|junho|julho|agosto|"
    r"embro|outubro|est[ae] (?:s|t|q)|(?:próx|últ)ima",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:\blei|\bdecreto|\bartigo|\bart\.|\bportaria|\bresolução|\bnº|\bn\.º|processo)[^,;]{0,25}$", re.IGNORECASE
)
_NAMED_AFTER = re.compile(
    r"(?:\b(?:rua|av\.|avenida|praça|ponte|largo|alameda|estádio|metrô|estação|movimento|bairro) )$", re.IGNORECASE
)
_PART_OF_NAME = re.compile(r"[A-ZÀ-Þ][\wÀ-ÿ]* de $|\bRIO DE $")
_BARE_CUE = re.compile(
    r"(?:\b(?:em|de|desde|até|deste|neste|este|para|e|entre|mês de|durante|[oa]s?|no|do|ao|próximo|último) |\()$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time in a sentence: where, what kind of expression, and its characters."""

    span: Span
    form: str
    text: str


def find_dates(sentence: str) -> list[TimeExpression]:
    """The expressions of time of a sentence, in order; scores, laws, prices and times of day are none."""
    found: list[TimeExpression] = []
    if not _TRIGGER.search(sentence):
        return found
    for match in _PATTERN.finditer(sentence):
        form = next(name for name in _KINDS if match[name])
        before = sentence[max(0, match.start() - 40) : match.start()]
        if _is_no_date(form, before):
            continue
        found.append(TimeExpression(Span(match.start(), match.end()), form, match[0]))
    return found


def _is_no_date(form: str, before: str) -> bool:
    """Whether what stands before an expression says that it is the number of a law, or a part of a name."""
    if form in {"numeric", "day", "range"} and (_LAW.search(before) or _NAMED_AFTER.search(before)):
        return True
    if form in {"bare", "month"} and _PART_OF_NAME.search(before):
        return True
    return form == "bare" and before != "" and not _BARE_CUE.search(before)

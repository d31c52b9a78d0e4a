"""What around a month, a year or a longer time says that it is none."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.entities.dating import words as w
from reader.entities.dating.around import BETWEEN, LAW, NAMED_AFTER, PLURAL, REACH, Around

_RIO = re.compile(r"\brio de $", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\d[ºo°]? de $")  # a day that has been refused: its month is none either
_PART_OF_NAME = re.compile(r"[A-ZÀ-Þ][\wÀ-ÿ]* d[eo] $")
_CAPITAL_AFTER = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]")
_MONTH_CUE = re.compile(
    r"(?:\b(?:em|de|desde|até|deste|desse|daquele|neste|nesse|naquele|este|para|e|ou|entre|mês de|meses de|durante|o|"
    r"os|no|do|dos|ao|pelo|próximo|último|passado|após|é|foi|só|já|todo|todos os|quase|a partir de) |\()$",
    re.IGNORECASE,
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:em|desde|até|de|ano|anos|entre|após|antes de|depois de|início de|fim de|final de|janeiro a|d[eo] ano|"
    r"verão de|pós|pré) |\b(?:pós|pré)-|\((?:em |c\. |ca\. )?)$",
    re.IGNORECASE,
)
_YEAR_TARGET = re.compile(r"\b(?:para|pra) $", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b(?:mais|menos|cerca|perto|além|acima|abaixo|total|valor|preço|soma|população|distância|altura|altitude|"
    r"velocidade|média|custo|área|potência|capacidade|público|salário|multa|renda|lotação|lucro|torno|medida|"
    r"comprimento|exatos|superior a|inferior a) (?:de|a) $",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(r"\d de $")  # "página 12 de 2000"
_IN_YEAR = re.compile(r"\b(?:em|desde|ano|ano de|após|antes de) $", re.IGNORECASE)
_BEGINS = re.compile(r"\A[\W_]*\Z")
_BEGUN = re.compile(
    r" (?:foi|será|seria|era|é|marcou|começou|terminou|trouxe|ficou|viu|vai|deve|pode|promete)\b|\s?(?:--|–|—) "
)
_JOINS = re.compile(r"\A(?:, | e | ou |; |, e |/|-|–| – | - )\Z")
_BRACKETS = re.compile(r"[(;,] ?$")
_SEASON = re.compile(
    r"\b(?:temporadas?|safras?|épocas?|letivos?|lectivos?|biênio|biénio|campeonato|inverno|verão|período|triênio|liga|"
    r"em|de|da|do|na|no|entre|desde) (?:de )?$|\($",
    re.IGNORECASE,
)
_SPAN_CUE = re.compile(
    r"(?:\b(?:período|anos|em|de|entre|mandato|gestão|temporada|biênio|biénio|triénio)(?: de)? |[(,;] ?)$",
    re.IGNORECASE,
)


def _monthly(at: Around) -> bool:
    return not re.search(r"\b(?:em|desde|até|de|a|mês) $", at.before, re.IGNORECASE) or bool(LAW.search(at.near))


def _month(at: Around) -> bool:
    """A month by its name; "Rio de Janeiro" and "a Abril" are none."""
    match = at.one.match
    name = at.sentence[match.start("m") : match.end("m")]
    if at.one.qualifier is not None:
        return False
    if _RIO.search(at.before) or NAMED_AFTER.search(at.near) or _DAY_BEFORE.search(at.before):
        return True
    groups = match.groupdict()
    if any(groups.get(group) for group in ("y", "yy", "bare")):
        return False
    if not at.before.strip() and _CAPITAL_AFTER.match(at.sentence, at.one.end()):
        return True  # "Abril Cultural"
    part = _PART_OF_NAME.search(at.before)
    if part and (name[0].isupper() or part.start() > 0 or at.one.start > REACH):
        return True  # "Chuva de maio"; a capital at the sentence's start says nothing
    if groups.get("rel") in {"passado", "próximo", "que vem", "último", None} and at.before.strip():
        joined = at.last is not None and _JOINS.match(at.sentence[at.last.end() : at.one.start])
        return not (joined or _MONTH_CUE.search(at.near) or (at.before.endswith(" a ") and name[0].islower()))
    return False


def _months(at: Around) -> bool:
    match = at.one.match
    if _RIO.search(at.before) or NAMED_AFTER.search(at.near):
        return True
    if match["sep"] != "e":
        return False
    if BETWEEN.search(at.before):
        return False
    return w.month_number(match["m2"]) != w.month_number(match["m1"]) + 1 or match["y1"] is not None


def _year(at: Around) -> bool:
    """A year: only where a word before, brackets or another year beside it say so."""
    if at.one.qualifier is not None:
        return False
    number = int(at.one.match["y"])
    if _AMOUNT.search(at.near) or _OF_SO_MANY.search(at.before) or LAW.search(at.near):
        return True
    if _YEAR_CUE.search(at.near):
        if PLURAL.match(at.after) and not _IN_YEAR.search(at.before):
            return True
        return at.before.endswith("(") and not re.match(r"[);,:]|–|-", at.after)
    if PLURAL.match(at.after):
        return True
    if _YEAR_TARGET.search(at.before):
        return number < 1900
    between = at.sentence[at.last.end() : at.one.start] if at.last is not None else ""
    if at.last is not None and at.last.form in {"year", "years", "month", "theyear"} and _JOINS.match(between):
        return False
    if _BRACKETS.search(at.before) and at.after[:1] == ")" and "(" in at.before:
        return False
    return not (_BEGINS.match(at.before) and at.one.start < REACH and _BEGUN.match(at.after))


def _years(at: Around) -> bool:
    match = at.one.match
    if LAW.search(at.near) or PLURAL.match(at.after):
        return True
    first = int(match["y1"])
    if match["slash"]:
        second = int(match["y2s"])
        follows = second == first + 1 if second > 99 else second == (first + 1) % 100
        return not (follows and _SEASON.search(at.before))
    if match["short"]:
        return int(match["y2t"]) <= first % 100 or not _SPAN_CUE.search(at.before)
    if first >= int(match["y2"]):
        return True
    low = at.before.lower()
    if match["dash"]:
        return not _SPAN_CUE.search(at.before)
    if match["sep"] == "e":
        return BETWEEN.search(at.before) is None
    return match["sep"] == "para" or not re.search(r"\b(?:de|período|entre|anos|desde|temporadas?) $|\($", low)


def _later(at: Around) -> bool:
    """What has an "há" before it has been read with that."""
    return at.before.lower().endswith("há ")


def _decade(at: Around) -> bool:
    ten = at.one.match["ten"]
    return at.one.match[0].startswith("anos") and ten in {"dez", *w.TENS} and bool(re.match(rf"{w.S}e{w.S}", at.after))


def _era(at: Around) -> bool:
    return bool(LAW.search(at.near))


def _decades(at: Around) -> bool:
    """Two decades: with "e" only where one follows the other."""
    first, second = (ten.lstrip("'’") for ten in (at.one.match["ten1"], at.one.match["ten2"]))
    if first in w.TENS and second in w.TENS:
        steps = w.TENS.index(second) - w.TENS.index(first)
    elif first.isdigit() and second.isdigit():
        steps = (int(second) - int(first[-len(second) :])) // 10
    else:
        return True
    return steps < 1 or (at.one.match["sep"] == "e" and steps != 1)


PERIOD_TESTS: dict[str, Callable[[Around], bool]] = {
    "monthly": _monthly,
    "month": _month,
    "months": _months,
    "year": _year,
    "years": _years,
    "later": _later,
    "back": _later,
    "decades": _decades,
    "decade": _decade,
    "era": _era,
    "eras": _era,
}
"""Forms that name months, years and more: True where what stands around speaks against them."""

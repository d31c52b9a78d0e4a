"""Which forms an expression of time may have where a word stands, and the match of each there."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.entities.dating import words as w
from reader.entities.dating.patterns import FIGURES, LONG, MONTHS, RELATIVE, WEEK, YEAR
from reader.entities.dating.words import S
from reader.entities.wordlist import words as table

Forms = tuple[tuple[str, re.Pattern[str]], ...]

QUALIFIED = frozenset(
    {"month", "month.short", "decade", "century", "centuries", "year", "theyear", "this", "next", "last", "current"}
)
"""What "início de", "meados de" and the like may stand before."""

_QUALIFIER = re.compile(
    rf"(?:inícios?|começos?|princípios?|meados?|fi(?:m|ns)|final|finais|meio|(?P<half>primeira|segunda){S}metade"
    rf"|(?P<quarter>primeiro|segundo|terceiro|último){S}quartel"
    rf"|(?:primeira|segunda|terceira|quarta|última){S}semana){S}(?:d[eoa]s?{S})?(?:mês{S}de{S})?"
)
_QUALIFYING = table(
    """
    início inícios começo começos princípio princípios meado meados fim fins final finais meio
    primeira segunda terceira quarta última primeiro segundo terceiro último
    """
)
_FIRST = re.compile(r"[^\W_]*")
_AFTER_FIGURE = {" ": "# ", "\u00a0": "# ", "°": "# ", **dict.fromkeys("/.-–", "#/"), ",": "#,"}
_WEEKDAYS = " ".join(name for name in w.WEEKDAYS if name.isalpha())
_MONTHS = " ".join(w.MONTHS)
_ORDINALS = "primeira segunda terceira quarta quinta primeiro segundo terceiro quarto último última"
_NUMBERS = " ".join(w.NUMBERS) + " mais menos cerca quase pouco aproximadamente por perto pelo uns umas"
_UNITS = "alguns algumas poucos poucas muitos muitas vários várias dias semanas meses anos décadas séculos"
_THIS = "este esta neste nesta deste desta"
# The words that each form may begin with.
_STARTS = {
    "weekdays": _WEEKDAYS,
    "day.side": "próximo passado último",
    "nth": _ORDINALS,
    "weekday": f"{_WEEKDAYS} próximo próxima passado passada último última",
    "centuries": "século séculos séc sec sécs",
    "century": "século séc sec",
    "decades": "anos década décadas",
    "decade": "anos década décadas",
    "century.first": _ORDINALS,
    "part": _ORDINALS,
    "fortnight": _ORDINALS,
    "near": "anteontem trasanteontem antes ontem hoje depois amanhã",
    "today": _THIS,
    "lastnight": "noite madrugada tarde",
    "weekend": "este neste deste último próximo passado fim final",
    "this": f"{_THIS} corrente atual",
    "month.side": "próximo passado último",
    "next": "próximo próxima passado passada",
    "last": "semana mês ano década século",
    "following": "dia noite manhã madrugada tarde verão inverno",
    "ago": "há",
    "ahead": "daqui dentro",
    "back": f"{_NUMBERS} {_UNITS}",
    "later": f"{_NUMBERS} {_UNITS}",
    "dia": "dia último próximo passado",
    "dias": "dias",
    "christmas": "natal véspera vésperas",
    "newyear": "ano",
    "theyear": "ano",
    "current": "mês ano",
    "months": _MONTHS,
    "month": _MONTHS,
    "month.short": " ".join(w.SHORT_MONTHS),
}
# What may begin with a figure, by what follows it: nothing of the others can match there.
_FIGURES = {
    "####": "iso eras era years back later year",
    "# ": "eras era across figures days day day.short numbered part fortnight weekdays weekday back later",
    "#/": "numeric figures days day day.short monthly dm part fortnight weekdays weekday back later across numbered",
    "#,": "days",
}
_IN_WORDS = ("across", "days", "day")  # what may begin with "sete" too


@dataclass(frozen=True, slots=True)
class Found:
    """An expression at its place.

    Attributes:
        form: Its form.
        match: The match of the form's pattern.
        start: Where the expression begins; before the match where a qualifier ("início de") stands there.
        qualifier: The match of what qualifies it, or None.
    """

    form: str
    match: re.Match[str]
    start: int
    qualifier: re.Match[str] | None = None

    def end(self) -> int:
        """Where it ends."""
        return self.match.end()


@functools.cache
def starts() -> dict[str, Forms]:
    """The words that an expression may begin with, and figures (``key_of``), with the forms; made once in 30 ms."""
    compiled = {
        form: re.compile(pattern)
        for group in (FIGURES, WEEK, LONG, RELATIVE, MONTHS, YEAR)
        for form, pattern in group.items()
    }
    begun: dict[str, list[str]] = {key: forms.split() for key, forms in _FIGURES.items()}
    for word in ("primeiro", *(word for word, number in w.NUMBERS.items() if number <= 30)):
        begun[word] = list(_IN_WORDS)
    for form, words in _STARTS.items():
        for word in words.split():
            begun.setdefault(word, []).append(form)
    for word in _QUALIFYING:
        begun.setdefault(word, [])
    return {word: tuple((form, compiled[form]) for form in forms) for word, forms in begun.items()}


def key_of(text: str, start: int, word: str) -> str:
    """Under what the forms that may begin at a word are found: the word, or what kind of figure it is; or ""."""
    if not word[:1].isdigit():
        return word
    after = text[start + len(word) : start + len(word) + 1]
    if not word.isdigit():  # "1º", "2ª"; "14h05" and "3d" begin no date
        ordinal = word[-1] in "ºªoa" and word[:-1].isdigit()
        return _AFTER_FIGURE.get(after, "") if ordinal else ""
    if len(word) >= 4:
        return "####" if len(word) == 4 else ""
    return _AFTER_FIGURE.get(after, "")


def forms_at(text: str, start: int, word: str) -> Iterator[Found]:
    """The forms that match at a word of a text in lower case, the longest kinds first."""
    for form, pattern in starts().get(key_of(text, start, word), ()):
        if form == "current":
            continue  # "o ano", "o mês": only after "o fim de"
        match = pattern.match(text, start)
        if match is not None:
            yield Found(form, match, start)
    if word in _QUALIFYING:  # after those: "fim de semana" is no end of a week
        qualifier = _QUALIFIER.match(text, start)
        if qualifier is not None:
            at = qualifier.end()
            first = _FIRST.match(text, at)
            for form, pattern in starts().get(key_of(text, at, first[0] if first else ""), ()):
                match = pattern.match(text, at) if form in QUALIFIED else None
                if match is not None:
                    yield Found(form, match, start, qualifier)

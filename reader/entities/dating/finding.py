"""Where expressions of time stand in a sentence: a form at a word, and nothing around it that speaks against it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.model import Span
from reader.entities.dating import words as w
from reader.entities.dating.cues import speaks_against
from reader.entities.dating.forms import Found, forms_at, key_of, starts

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time in a sentence: where, what form of expression, and its characters."""

    span: Span
    form: str
    text: str


def find_dates(sentence: str) -> list[TimeExpression]:
    """The expressions of time of a sentence, in order; scores, laws, prices and times of day are none."""
    found: list[TimeExpression] = []
    low = w.lower(sentence)
    known = starts()
    end = 0
    last: Found | None = None
    for token in _WORD.finditer(low):
        start, word = token.start(), token[0]
        if start < end or key_of(low, start, word) not in known:
            continue
        for one in forms_at(low, start, word):
            if not speaks_against(one, sentence, low, last):
                last, end = one, one.end()
                found.append(TimeExpression(Span(start, end), one.form, sentence[start:end]))
                break
    return found


def parse(text: str) -> Found | None:
    """The form of an expression that is given alone; None when it is none."""
    low = w.lower(text)
    token = _WORD.match(low)
    if token is None:
        return None
    return next((one for one in forms_at(low, 0, token[0]) if one.end() == len(low)), None)

"""Whether a sentence speaks of the past or the future at some place, by the verb nearest to it."""

from __future__ import annotations

import re

WINDOW = 120
"""Characters looked at on each side: a verb further away says little, and a text of any length costs the same."""

_SENTENCE = re.compile(r"[.!?;:]\s|\n")
_WORD = r"(?:\A\W*[A-ZÀ-Þ]|\b)[a-zà-ÿ]"  # a capital only where the sentence begins: Pará and Ceará are no verbs
# Present tenses that with a day tell what is planned; those of headlines ("visita") tell what has been.
_PLANNED = r"\b(?:re)?(?:começa|estreia|termina|joga|enfrenta|disputa|retoma|encerra)m?\b|\breabrem?\b"
_FUTURE = (
    rf"{_WORD}*[aeo]r(?:á|ão|emos)\b|\b(?:vai|vão|deve|devem|pretendem?|planejam?|esperam?) [a-zà-ÿ]+r\b"
    r"|\b(?:previst|marcad|agendad|adiad|programad|convocad)[oa]s? para\b|\b(?:a partir|até) d?[aeo]?\b"
)
_PAST = (
    rf"{_WORD}+[a-zà-ÿ](?:ou|eu|iu|aram|eram|iram)\b"
    r"|\b(?:foi|foram|era|eram|disse|fez|teve|veio|houve|pôs|quis|trouxe|esteve|pôde|deu|viu|leu|tinha|havia)\b"
)
# Words that look like such verbs.
_OTHERS = (
    r"\b(?:verão|barão|varão|tubarão|clarão|camarão|alcorão|meu|seu|teu|museu|europeu|judeu|ateu|liceu|céu|réu|vou|sou|"
    r"estou|dou|véu|troféu|apogeu|pneu|breu)\b"
)
_VERB = re.compile(rf"(?P<none>{_OTHERS})|(?P<future>{_PLANNED}|{_FUTURE})|(?P<past>{_PAST})")
_TOWARDS = re.compile(r"\bpara (?:[oa] )?(?:próxim[oa] )?$")
_SINCE = re.compile(r"\bdesde (?:[oa] )?(?:dia )?$", re.IGNORECASE)
_CLAUSE = re.compile(r"\bque\b|;")


def tense_at(body: str, start: int, end: int) -> int:
    """-1 where the text about a span speaks of the past, 1 of the future, 0 where nothing says.

    The nearest verb before, in the same clause, decides; else the first one after, else the nearest before.
    """
    before = body[max(0, start - WINDOW) : start]
    begin = max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    before = before[begin:]
    after = _SENTENCE.split(body[end : end + WINDOW], maxsplit=1)[0]
    clause = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    if _TOWARDS.search(before):
        return 1
    if _SINCE.search(before):
        return -1
    return _last(before[clause:]) or _first(after) or _last(before)


def _last(text: str) -> int:
    tense = 0
    for match in _VERB.finditer(text):
        tense = _sign(match) or tense
    return tense


def _first(text: str) -> int:
    return next((sign for match in _VERB.finditer(text) if (sign := _sign(match))), 0)


def _sign(match: re.Match[str]) -> int:
    return 1 if match["future"] else -1 if match["past"] else 0

"""Whether an expression that has the form of a date is one, by what stands around it."""

from __future__ import annotations

import re

from reader.entities.dating.around import REACH, Around
from reader.entities.dating.day_cues import DAY_TESTS
from reader.entities.dating.forms import Found
from reader.entities.dating.period_cues import PERIOD_TESTS

_GLUE = frozenset(".,/:$€£+#@'’-_")
_THE_FINAL = re.compile(r"\b(?:n?a|da|à|semi|quartas? de|uma?) $", re.IGNORECASE)
_TESTS = {**DAY_TESTS, **PERIOD_TESTS}


def speaks_against(one: Found, sentence: str, low: str, last: Found | None) -> bool:
    """Whether what stands around an expression says that it is no date.

    Args:
        one: The expression.
        sentence: The sentence.
        low: The same in lower case.
        last: The expression before it in the sentence, or None.
    """
    before = sentence[max(0, one.start - REACH) : one.start]
    if before and _is_glued(before, figure=low[one.start].isdigit()):
        joined = last is not None and last.end() == one.start - 1 and before[-1] in "-–/"
        if not joined and before[-2:] not in {"..", ". "}:
            return True
    if one.qualifier is not None and one.qualifier[0].startswith("final") and _THE_FINAL.search(before):
        return True  # "a final de 2014" was a game
    test = _TESTS.get(one.form)
    return test is not None and test(Around(one, before, low[one.end() : one.end() + REACH], sentence, last))


def _is_glued(before: str, *, figure: bool) -> bool:
    """Whether what stands before is no space or bracket, but a part of a longer number or address."""
    last = before[-1]
    if figure:
        return last in _GLUE or last.isalnum()
    return last in "-_@#/." and not before.endswith("--")

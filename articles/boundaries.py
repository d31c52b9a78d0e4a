"""Judging one full stop, question or exclamation mark: does a sentence end here?"""

from __future__ import annotations

import re

from articles.abbreviations import (
    AMBIGUOUS_MONTHS,
    ERAS,
    EXCLAIMING_NAMES,
    INSIDE_NAMES,
    LABELS_BEFORE_LETTER,
    NEVER_LAST,
    NUMBERED,
    PARTICLES,
    STARTERS,
    TITLES,
)

_BEFORE = 48  # characters looked at before a mark: two words
_AFTER = 48

_openers = re.compile(r"[\s\"“„«‹‘'(\[{¿¡*_—–•·-]*+")
_dashes = re.compile(r"\s*+[—–-]")
_next_word = re.compile(r"[^\W\d_]+")
_acronym = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_roman = re.compile(r"[IVXLCDM]+\b")
_enumerator = re.compile(r"\W*(?:\d{1,3}|[a-zA-Z]|[IVX]{1,4})(?:\.\d{1,3})*\W*")
_brand = re.compile(r"[a-z]{1,2}[A-Z]")
_glued_before = re.compile(r"(?:^|[\s\"“«‘'(—–-])[^\W\d_]*[^\W\d_A-Z]{2}$")
_glued_after = re.compile(r"[\"“«‘']?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]*(?=[\s,;:!?]|\.(?:\s|$)|$)")
_DOMAINS = frozenset(("com", "org", "net", "br", "pt", "gov", "edu", "io", "js", "info", "tv"))


def ends_sentence(text: str, start: int, mark: int, after: int, end: int) -> bool:
    """Whether the sentence that began at ``start`` ends with the mark at ``text[mark:after]``.

    Args:
        text: The whole text.
        start: Where the sentence begins.
        mark: Where its mark (".", "?!", "…”") begins.
        after: Where the mark and the quotes and brackets that close after it end; before ``end``.
        end: Where the line ends.
    """
    marks = text[mark:after]
    if not text[after].isspace():
        return _glued(text, start, mark, after, end, marks)
    if text[mark - 1] in "([" and marks[-1:] in ")]":
        return False  # "(...)", "(!)", "(?)" say something about the sentence they stand in
    following = _openers.match(text, after, end)
    next_at = following.end() if following else after
    if next_at >= end:
        return not text[after:end].isspace()
    ahead = text[next_at : min(end, next_at + _AFTER)]
    if ahead[0] in ",;:)]}»”":  # a closing sign with a space before it, or the sentence simply goes on
        return False
    if ahead[0].islower() and not _brand.match(ahead):
        return False
    if marks[0] != "." or marks[:2] in ("..", ".…"):
        return not (marks == "!" and _last_word(text, start, mark).lower() in EXCLAIMING_NAMES)
    if len(marks) > 1 and marks[1] in "!?…":
        return True
    if mark - start <= _AFTER and _enumerator.fullmatch(text, start, mark):
        return False
    return _full_stop_ends(text, start, mark, ahead, closed=len(marks) > 1)


def _full_stop_ends(text: str, start: int, mark: int, ahead: str, *, closed: bool) -> bool:
    """Whether a full stop before white space and something else than a lower case letter ends a sentence."""
    word = _last_word(text, start, mark)
    if not word:
        return True
    if closed and not ahead[0].isdigit() and len(word) > 2:
        return True  # a quotation or a bracket closed behind it
    low = word.lower()
    before = _last_word(text, start, mark - len(word))
    if word == "1" and before.endswith(":"):  # a list begins: "Faça isto: 1. Lave. 2. Corte."
        return False
    if ahead[0].isdigit() or _roman.match(ahead):
        if low in NUMBERED and not before.isdigit():
            return False
        if low in AMBIGUOUS_MONTHS | NUMBERED and (before.isdigit() or before in ("de", "em", "desde", "até")):
            return False
    found = _next_word.match(ahead)
    next_word = found[0] if found else ""
    initial = len(next_word) == 1 and ahead[1:2] == "."
    starts = next_word.lower() in STARTERS and not initial
    if low in NEVER_LAST:
        return False
    if low in TITLES:
        if before.replace(",", "").isdigit():  # "5 min.", "3.º esq."
            return True
        return not next_word or (starts and next_word.lower() not in PARTICLES)
    if low in ERAS:
        return True
    if low in INSIDE_NAMES or _acronym.fullmatch(word):
        return starts or not next_word
    if len(word) == 1 and word.isupper():
        if before.lower() in LABELS_BEFORE_LETTER or not next_word:
            return True
        return starts
    return True


def _glued(text: str, start: int, mark: int, after: int, end: int, marks: str) -> bool:
    """Whether a sentence ends though no white space follows: only between two full words."""
    if len(marks) > 1 and marks[-1] not in "!?…”»":
        return False
    found = _glued_after.match(text, after, min(end, after + _AFTER))
    if not found or found[0].strip("\"“«‘'").lower() in _DOMAINS:
        return False
    return _glued_before.search(text[max(start, mark - _BEFORE) : mark]) is not None


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends at ``end``, or before the white space there; "" where it is no word."""
    parts = text[max(start, end - _BEFORE) : end].split()
    return parts[-1].lstrip("\"“„«‹‘'([{—–-/*_•").rstrip(",") if parts else ""

"""How alike a Portuguese and an English word are: the same, known, a number, or of one origin."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.translation.alignment.known import known
from reader.translation.alignment.small_words import ENGLISH, PORTUGUESE

# How Portuguese endings look in English, and letters that the two write differently; both sides go through the last.
_ENDINGS = (
    ("ções", "tion"), ("ção", "tion"), ("sões", "sion"), ("são", "sion"), ("dades", "ti"), ("dade", "ti"),
    ("mente", "li"), ("ências", "ence"), ("ência", "ence"), ("âncias", "ance"), ("ância", "ance"), ("ários", "ari"),
    ("ário", "ari"), ("ária", "ari"), ("ismo", "ism"), ("istas", "ist"), ("ista", "ist"), ("ivos", "ive"),
    ("ivo", "ive"), ("iva", "ive"), ("osos", "ous"), ("oso", "ous"), ("osa", "ous"), ("ável", "able"),
    ("ível", "ible"), ("ais", "al"), ("icos", "ic"), ("icas", "ic"), ("ico", "ic"), ("ica", "ic"),
)  # fmt: skip
_LETTERS = (("ph", "f"), ("th", "t"), ("qu", "c"), ("ck", "c"), ("k", "c"), ("y", "i"), ("w", "v"))
_TWICE = re.compile(r"(.)\1+")
_DIGITS = re.compile(r"\d+")
_HOURS = re.compile(r"(\d{1,2})h(\d{0,2})")


@lru_cache(maxsize=20_000)
def alike(word: str, english: str) -> float:
    """How surely two words in small letters say the same, 0 to 1."""
    if (word in PORTUGUESE) is not (english in ENGLISH):
        return 0.0 if english not in known().get(word, ()) else 0.7
    if english in known().get(word, ()):
        return 1.0 if word not in PORTUGUESE else 0.8
    if word in PORTUGUESE:
        return 0.0
    if word == english:
        return 1.1
    if any(letter.isdigit() for letter in word):
        return 1.0 if _same_number(word, english) else 0.0
    if "-" in word or "-" in english:
        parts = [(one, other) for one in word.split("-") for other in english.split("-")]
        if len(parts) <= 16:
            return max(0.9 * alike(one, other) for one, other in parts if one and other)
    return _cognate(word, english)


def _same_number(word: str, english: str) -> bool:
    hours = _HOURS.fullmatch(word)
    if hours:
        hour = int(hours[1])
        said = _DIGITS.findall(english)
        return bool(said) and int(said[0]) % 12 == hour % 12 and (not hours[2] or said[1:] == [hours[2]])
    return bool(_DIGITS.findall(english)) and re.sub(r"\D", "", word) == re.sub(r"\D", "", english)


def _cognate(word: str, english: str) -> float:
    """How alike two words are once written the same way: the share of letters that they have in common, in order."""
    for ending, other in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            word = word[: -len(ending)] + other
            break
    one, two = _plain(word), _plain(english)
    if min(len(one), len(two)) < 3 or one[0] != two[0]:
        return 0.0
    if min(len(one), len(two)) / max(len(one), len(two)) < 0.5:
        return 0.0
    head = 0
    while head < min(len(one), len(two)) and one[head] == two[head]:
        head += 1
    share = 2 * _common(one, two) / (len(one) + len(two))
    if head < 2 or share < 0.66:
        return 0.0
    return 0.6 * share + 0.4 * min(1.0, head / (0.6 * max(len(one), len(two))))


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """The word without accents and doubled letters, what sounds alike written alike."""
    bare = "".join(each for each in unicodedata.normalize("NFD", word[:40]) if not unicodedata.combining(each))
    for letters, other in _LETTERS:
        bare = bare.replace(letters, other)
    return _TWICE.sub(r"\1", bare)


def _common(one: str, two: str) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(two) + 1)
    for letter in one:
        before = 0
        for at, other in enumerate(two, 1):
            above = row[at]
            row[at] = before + 1 if letter == other else max(above, row[at - 1])
            before = above
    return row[-1]

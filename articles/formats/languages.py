"""Guessing an article's language: Portuguese and its variant by spelling, others by their small words."""

from __future__ import annotations

import functools
import re
from collections import Counter

from articles.formats.scripts import by_script
from articles.formats.smallwords import SMALL_WORDS
from articles.formats.variants import variant_of

_LOOKED_AT = 20_000  # characters: an article's spelling shows in its first pages
_FEW_WORDS = 20

_words = re.compile(r"[^\W\d_]+")

_FEWEST_KINDS = 5  # of small words: "de la" in a list of names is two
_PART = 20  # words: so many can be told by themselves
_OWN_SHARE = 0.2  # of the words in parts that are Portuguese: then the rest is quoted, whatever it is
_TITLES = 0.65  # of the longer words begin with a capital: a list of names or titles (German prose has 0.4)
_PLAIN = 0.25  # of the words are small words of Portuguese (FLORES dev, all together: 0.42)
_ODD = 0.25  # of the words in small letters no Portuguese word could be (of real Portuguese 0.03)

UNKNOWN = "und"
"""The tag of a text that is in none of the languages known, and not Portuguese."""

_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _small in SMALL_WORDS.items():
    for _word in _small:
        _LANGUAGES_OF.setdefault(_word, []).append(_language)

# What no Portuguese word has, old spelling included, or ends or begins in.
_odd = re.compile(
    r"[^\Wa-zà-ãçéêíóôõúü]|[kw]|aa|ii|uu|.[bcdfghjpqtvy]$"
    r"|^s[^aeiouáâãéêíóôõúcyh]|^[^aeiouáéíóúàêâôhl][^aeiouáâãéêíóôõúüàhlrynstmi]"
)


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language that the text seems to be written in.

    Returns:
        "pt-BR" or "pt-PT" where the spelling or the words say so clearly, "pt" where they do not or where
        there is too little text to say anything, else what ``other_language`` says.
    """
    sample = _sample(text)
    return other_language(text) or variant_of(sample, _counted(sample))


def other_language(text: str) -> str:
    """The tag of the language of a text that is clearly not Portuguese; "" where it may be, or is too little.

    Returns:
        One of those of ``smallwords`` and ``scripts``, ``UNKNOWN`` where no word looks like Portuguese, or "". A
        language that is not known comes out as ``UNKNOWN``, or as the one whose small words it shares.
    """
    return _other(_sample(text))


@functools.lru_cache(maxsize=1)  # one text is asked about twice while it is added
def _other(sample: str) -> str:
    if told := by_script(sample):
        return told
    counts = _counted(sample)
    if counts.total() < _FEW_WORDS or _plainly_portuguese(counts):
        return ""
    words = _words.findall(sample)
    longer = [word for word in words if len(word) > 3]
    if sum(word[0].isupper() and not word.isupper() for word in longer) > _TITLES * len(longer):
        return ""
    small = [word.lower() for word in words]
    best = _clearly(small) or _unknown(words)
    return "" if best and _quoting(small, best) else best


def _sample(text: str) -> str:
    """The beginning, and of a long text its middle and end: a foreword may be in another language."""
    if len(text) <= _LOOKED_AT:
        return text
    part = _LOOKED_AT // 4
    middle = len(text) // 2
    return " ".join((text[: 2 * part], text[middle : middle + part], text[-part:]))


def _scores(counts: Counter[str]) -> tuple[dict[str, int], int]:
    """How many small words of each language there are, and how much speaks for Portuguese."""
    scores = dict.fromkeys(SMALL_WORDS, 0)
    for word, number in counts.items():
        for language in _LANGUAGES_OF.get(word, ()):
            scores[language] += number
    hispanic = sum(
        number for word, number in counts.items() if "ñ" in word or word.endswith(("ción", "cións", "ciones"))
    )
    scores["es"], scores["gl"] = scores["es"] + hispanic, scores["gl"] + hispanic
    # Letters that only Portuguese of these has count like small words.
    own = sum(number for word, number in counts.items() if "ã" in word or "õ" in word)
    return scores, scores["pt"] + own


def _plainly_portuguese(counts: Counter[str]) -> bool:
    """Whether no closer look is needed: so it is with nearly every text that is added, and the closer look costs."""
    scores, _ = _scores(counts)
    own = scores.pop("pt")
    return own >= _PLAIN * counts.total() and own > 1.2 * max(scores.values())


def _clearly(words: list[str]) -> str:
    counts = Counter(words)
    scores, portuguese = _scores(counts)
    best = max(scores, key=scores.__getitem__)
    kinds = sum(word in counts for word in SMALL_WORDS[best])
    sure = scores[best] >= 0.15 * len(words) and kinds >= _FEWEST_KINDS
    return best if sure and best != "pt" and scores[best] > 1.2 * portuguese and scores[best] >= portuguese + 3 else ""


def _unknown(words: list[str]) -> str:
    """Whether most of it could not be Portuguese; said only of words in small letters, for names may be anything."""
    small = [word for word in words if word.islower()]
    if len(small) < _FEW_WORDS or len(set(small)) < _FEW_WORDS // 2:
        return ""
    scores, portuguese = _scores(Counter(small))
    odd = sum(_odd.search(word) is not None for word in small)
    if odd <= _ODD * len(small) or odd <= 1.5 * portuguese:
        return ""
    *_, (second, _other), (most, best) = sorted((score, language) for language, score in scores.items())
    return best if best != "pt" and most >= 5 and most > 1.5 * second else UNKNOWN


def _quoting(words: list[str], language: str) -> bool:
    """Whether a good part of what looks like the language is clearly Portuguese."""
    other = SMALL_WORDS.get(language, frozenset())
    marks = [("ã" in word or "õ" in word or word in SMALL_WORDS["pt"], word in other) for word in words]
    own: set[int] = set()
    for at in range(0, len(marks), _PART // 2):
        part = marks[at : at + _PART]
        portuguese, foreign = sum(mark[0] for mark in part), sum(mark[1] for mark in part)
        if portuguese >= 0.25 * len(part) and portuguese >= foreign + 3:
            own.update(range(at, at + len(part)))
    return len(own) >= _OWN_SHARE * len(words)


@functools.lru_cache(maxsize=2)  # one text is asked about several times while it is added
@functools.lru_cache(maxsize=2)
def _counted(sample: str) -> Counter[str]:
    return Counter(_words.findall(sample.lower()))

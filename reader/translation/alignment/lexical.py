"""Word alignment without a model: words that are the same, look alike or are known, near the same place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from articles.model import Span
from reader.translation.alignment.known import known
from reader.translation.alignment.model import Alignment, Link
from reader.translation.alignment.small_words import ENGLISH, PORTUGUESE
from reader.translation.alignment.words import source_words, target_words

MADE_BY = "lexical"
REVISION = 1
"""Raise it whenever the links of some pair change."""

MOST_WORDS = 400
"""Of a sentence longer than this only the words that lie near one another are compared."""

_ENOUGH = 0.62  # how alike two words must be, of 1
_NEAR_SMALL = 0.12  # how far apart small words may stand, as a share of the sentence
_GAP = 6  # words between two links at most, where a lone word is linked by its place
_WINDOW = 60  # words around the same place that are compared in what is longer than MOST_WORDS

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


class LexicalAligner:
    """Links what can be told by the look of words: names, numbers, cognates, some hundred known words.

    About half of the content words have a link, nine in ten of those the right one (``make bench BENCH=alignment``).
    """

    version = f"{MADE_BY} {REVISION}"

    def align(self, source: str, target: str) -> Alignment:
        """See ``Aligner``."""
        sources, targets = source_words(source), target_words(target)
        pairs = _linked([each.of(source) for each in sources], [each.of(target) for each in targets])
        return made(sources, targets, pairs, MADE_BY)

    def align_many(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """See ``Aligner``."""
        return [self.align(source, target) for source, target in pairs]


def made(sources: Sequence[Span], targets: Sequence[Span], pairs: Sequence[tuple[int, int]], made_by: str) -> Alignment:
    """The alignment of words by their indices."""
    return Alignment(tuple(Link(sources[one], targets[other]) for one, other in sorted(set(pairs))), made_by)


def _linked(sources: Sequence[str], targets: Sequence[str]) -> list[tuple[int, int]]:
    """The links of two sentences' words, by index: the best first, each word once, compounds more often."""
    if not sources or not targets:
        return []
    found = sorted(_candidates(sources, targets), reverse=True)
    taken_source: dict[int, int] = {}
    taken_target: dict[int, int] = {}
    pairs: list[tuple[int, int]] = []
    for _, one, other in ((score, -one, -other) for score, one, other in found):
        room_source = 1 + sources[one].count("-")
        room_target = 1 + targets[other].count("-")
        if taken_source.get(one, 0) < room_source and taken_target.get(other, 0) < room_target:
            taken_source[one] = taken_source.get(one, 0) + 1
            taken_target[other] = taken_target.get(other, 0) + 1
            pairs.append((one, other))
    return pairs + _between(sources, targets, pairs)


def _candidates(sources: Sequence[str], targets: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """Pairs of words that may be linked, with how surely; indices negative, so that the first wins a draw."""
    low_targets = [each.lower() for each in targets]
    large = max(len(sources), len(targets)) > MOST_WORDS
    for one, word in enumerate(sources):
        low = word.lower()
        middle = one * len(targets) // len(sources)
        near = range(max(0, middle - _WINDOW), min(len(targets), middle + _WINDOW)) if large else range(len(targets))
        for other in near:
            distance = abs((one + 0.5) / len(sources) - (other + 0.5) / len(targets))
            score = _alike(low, low_targets[other])
            if low in PORTUGUESE and distance > _NEAR_SMALL:
                continue
            if score >= _ENOUGH:
                yield (score - 0.5 * distance, -one, -other)


@lru_cache(maxsize=20_000)
def _alike(word: str, english: str) -> float:
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
            return max(0.9 * _alike(one, other) for one, other in parts if one and other)
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


def _between(sources: Sequence[str], targets: Sequence[str], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Links by place: one word that says something, left over between two linked ones, in both sentences."""
    content = {one: other for one, other in sorted(pairs) if sources[one].lower() not in PORTUGUESE}
    used = {other for _, other in pairs}
    found: list[tuple[int, int]] = []
    anchors = [(-1, -1), *sorted(content.items()), (len(sources), len(targets))]
    for (left, left_target), (right, right_target) in pairwise(anchors):
        if not left_target < right_target:
            continue
        gap = [at for at in range(left + 1, right) if sources[at].lower() not in PORTUGUESE]
        other = [
            at for at in range(left_target + 1, right_target) if at not in used and targets[at].lower() not in ENGLISH
        ]
        if len(gap) == len(other) == 1 and right - left <= _GAP and right_target - left_target <= _GAP:
            found.append((gap[0], other[0]))
    return found

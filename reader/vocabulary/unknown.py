"""The share of an article's words that the reader does not know yet, and which those are.

What counts: every word that stands in no entity's mention, is no name by its spelling and holds no digit
(``tokens``). A capital that any word would have there, as at a sentence's start, is a name's where the article has the
word as (part of) a name elsewhere, and never in small letters. A word is known if its lemma was saved as known or
ignored, unknown if it was saved as new or learning, else known if the lemma is common enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.vocabulary.model import Status, key_of
from reader.vocabulary.tokens import tokens

_TOGETHER = 2_000
"""Forms whose lemmas are asked for together: some milliseconds' work."""

_LOOK_UP = 500
"""Words after which it is looked whether anybody still waits."""

Lemmas = Callable[[Sequence[str]], Sequence[str]]
"""Gives the lemma of each word."""


class Stopped(Exception):  # noqa: N818 - no error
    """Nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """A word of an article that is not known.

    Attributes:
        lemma: In small letters.
        count: How often its forms stand in the article.
        zipf: How common it is, see ``reader.dictionary.model.Lookup``; None where that is not known.
        status: As it was saved; None where it was not.
    """

    lemma: str
    count: int
    zipf: float | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """What an article holds of words that are not known.

    Attributes:
        count: How many words count.
        unknown: How many of them are not known.
        words: These by lemma, the most frequent first, then by lemma.
    """

    count: int
    unknown: int
    words: tuple[UnknownWord, ...]

    @property
    def share(self) -> float:
        """How much is not known, from 0 to 1; 0 where no word counts."""
        return self.unknown / self.count if self.count else 0.0


def lemmas_in(
    body: str, mentions: Iterable[Span], lemmas: Lemmas, stopped: Callable[[], bool] = lambda: False
) -> Mapping[str, int]:
    """How often each lemma stands in a text, of the words that count.

    Args:
        body: The text.
        mentions: What is part of a name, a date or a quantity, in characters of the text, in any order.
        lemmas: Asked for every form once.
        stopped: Asked now and then; after it said yes, ``Stopped`` is raised.
    """
    forms = _forms(body, mentions, stopped)
    found: Counter[str] = Counter()
    asked = list(forms)
    for at in range(0, len(asked), _TOGETHER):
        if stopped():
            raise Stopped
        some = asked[at : at + _TOGETHER]
        for form, lemma in zip(some, lemmas(some), strict=True):
            found[key_of(lemma) or form] += forms[form]
    return found


def _forms(body: str, mentions: Iterable[Span], stopped: Callable[[], bool]) -> Mapping[str, int]:
    sure: Counter[str] = Counter()
    doubtful: Counter[str] = Counter()
    names: set[str] = set()
    spans = sorted(mentions, key=lambda span: span.start)
    at, reach = 0, 0
    for number, (start, end, form, certain) in enumerate(tokens(body)):
        if number % _LOOK_UP == 0 and stopped():
            raise Stopped
        while at < len(spans) and spans[at].start < end:
            reach = max(reach, spans[at].end)
            at += 1
        if certain is None or (start < reach and not certain):
            names.add(form)
        elif start >= reach:
            (sure if certain else doubtful)[form] += 1
    for form, count in doubtful.items():
        if form in sure or form not in names:
            sure[form] += count
    return sure


def unknown(
    lemmas: Mapping[str, int],
    statuses: Mapping[str, Status],
    known_from: float,
    zipf: Callable[[str], float | None],
) -> Unknown:
    """Which of an article's words are not known.

    Args:
        lemmas: How often each stands there, see ``lemmas_in``.
        statuses: Of the saved words, by ``key_of`` their lemma.
        known_from: From which Zipf figure on a word that was never saved counts as known.
        zipf: Says how common a lemma is.
    """
    found = []
    for lemma, count in lemmas.items():
        status = statuses.get(lemma)
        if status is not None and status.counts_as_known:
            continue
        common = zipf(lemma)
        if status is None and common is not None and common >= known_from:
            continue
        found.append(UnknownWord(lemma, count, common, status))
    found.sort(key=lambda word: (-word.count, word.lemma))
    return Unknown(sum(lemmas.values()), sum(word.count for word in found), tuple(found))

"""A name found in one place of an article and missed in another gets its mention there too."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from articles.model import Span
from reader.entities.common import looks_common
from reader.entities.cues import JOINERS
from reader.entities.kinds import VOTING
from reader.entities.model import Kind, Mention
from reader.entities.tokens import Token, tokens

STEP = 100
"""Sentences read between two yields."""

_SHORTEST = 3  # letters of a name of one word
_MOST_WORDS = 8
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][^\W_]*(?:[-'’&.][^\W_]+)*")

Words = tuple[str, ...]


def spread_names(mentions_by_sentence: Sequence[Sequence[Mention]], sentences: Sequence[str]) -> list[list[Mention]]:
    """The mentions, and those missed; see ``spread_names_in_steps``."""
    result: list[list[Mention]] = []
    for step in spread_names_in_steps(mentions_by_sentence, sentences):
        if step is not None:
            result = step
    return result


def spread_names_in_steps(
    mentions_by_sentence: Sequence[Sequence[Mention]], sentences: Sequence[str]
) -> Iterator[list[list[Mention]] | None]:
    """The mentions, and those of the same names that were missed, in small steps: None while working, then all.

    Missed is what has the very words of a name of a person, an organisation or a place found elsewhere, capitals and
    accents included, touches no mention, and is not part of a longer run of capitals ("Volta da França", "Câmera
    Manchete"). A name of one word that is a common word too is left alone, and so is one that was missed more often
    than found: then finding it was the mistake.

    Args:
        mentions_by_sentence: What was found in each sentence, in order; spans of that sentence.
        sentences: The sentences of one document, in its order.
    """
    found: Counter[tuple[Words, Kind]] = Counter()
    starts: dict[str, set[Words]] = {}
    for at, (mentions, sentence) in enumerate(zip(mentions_by_sentence, sentences, strict=True)):
        if mentions and not sentence.isupper():
            for mention in mentions:
                name = _name(mention.text) if mention.kind in VOTING else None
                if name is not None:
                    found[name, mention.kind] += 1
                    starts.setdefault(name[0], set()).add(name)
        if at % STEP == STEP - 1:
            yield None
    missed: dict[int, list[tuple[Span, Words]]] = {}
    often: Counter[Words] = Counter()
    for at, (mentions, sentence) in enumerate(zip(mentions_by_sentence, sentences, strict=True)):
        if _is_worth_reading(mentions, sentence, starts):
            here = list(_missed(mentions, sentence, tokens(sentence), starts))
            if here:
                missed[at] = here
                often.update(name for _, name in here)
        if at % STEP == STEP - 1:
            yield None
    kinds: dict[Words, tuple[Kind, int]] = {}
    for (name, kind), count in found.items():
        if name not in kinds or count > kinds[name][1]:
            kinds[name] = kind, count
    result: list[list[Mention]] = []
    for at, (mentions, sentence) in enumerate(zip(mentions_by_sentence, sentences, strict=True)):
        new = [
            Mention(span, kinds[name][0], span.of(sentence))
            for span, name in missed.get(at, ())
            if often[name] <= kinds[name][1]
        ]
        result.append(sorted([*mentions, *new], key=lambda mention: mention.span) if new else list(mentions))
        if at % STEP == STEP - 1:
            yield None
    yield result


@functools.lru_cache(maxsize=1 << 12)
def _name(text: str) -> Words | None:
    """The words of a name that may be looked for elsewhere; None for what is too short, long or common."""
    words = tokens(text)
    if not 0 < len(words) <= _MOST_WORDS or not words[0].capital:
        return None
    if words[0].start or words[-1].end != len(text):
        return None
    if len(words) == 1 and (len(text) < _SHORTEST or looks_common(words[0].lower)):
        return None
    return tuple(word.text for word in words)


def _is_worth_reading(mentions: Sequence[Mention], sentence: str, starts: dict[str, set[Words]]) -> bool:
    """Whether some name may begin outside the mentions; quick, because most sentences have none."""
    if sentence.isupper():
        return False
    at = 0
    for match in _CAPITAL.finditer(sentence):
        if match[0] in starts:
            while at < len(mentions) and mentions[at].span.end <= match.start():
                at += 1
            if at == len(mentions) or mentions[at].span.start > match.start():
                return True
    return False


def _missed(
    mentions: Sequence[Mention], sentence: str, words: list[Token], starts: dict[str, set[Words]]
) -> Iterator[tuple[Span, Words]]:
    """Where the names occur beside the mentions."""
    taken = 0
    at = 0
    while at < len(words):
        names = starts.get(words[at].text, ())
        name = max((each for each in names if _is_here(each, words, at)), key=len, default=None)
        if name is None:
            at += 1
            continue
        span = Span(words[at].start, words[at + len(name) - 1].end)
        while taken < len(mentions) and mentions[taken].span.end <= span.start:
            taken += 1
        free = taken == len(mentions) or mentions[taken].span.start >= span.end
        if free and not _in_longer(sentence, words, at, at + len(name)):
            yield span, name
        at += len(name)


def _is_here(name: Words, words: list[Token], at: int) -> bool:
    return at + len(name) <= len(words) and all(words[at + offset].text == part for offset, part in enumerate(name))


def _in_longer(sentence: str, words: list[Token], first: int, last: int) -> bool:
    """Whether words are part of a longer run of capitals, particles between ("Prémio Cidade de Lisboa")."""
    before, after = first - 1, last
    if before >= 0 and sentence[words[before].end : words[first].start] == " ":
        if words[before].capital and not (words[before].opens and looks_common(words[before].lower)):
            return True
        if words[before].lower in JOINERS and before and words[before - 1].capital:
            return not (words[before - 1].opens and looks_common(words[before - 1].lower))
    if after < len(words) and sentence[words[last - 1].end : words[after].start] == " ":
        if words[after].capital:
            return True
        if words[after].lower in JOINERS and after + 1 < len(words) and words[after + 1].capital:
            return True
    around = sentence[max(0, words[first].start - 1) : words[first].start] + sentence[words[last - 1].end :][:1]
    return any(mark in around for mark in "-'’&/@")

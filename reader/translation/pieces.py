"""Cutting a text into stretches that an engine can hold, and joining what came of them."""

from __future__ import annotations

import re

from articles.sentences import sentence_spans

MAX_WORDS = 55
"""The small local model loops in 0 of 40 sentences of 52 words, 12 of 40 at 95, 35 of 40 at 229."""
MAX_CHARACTERS = 600
"""The longest stretch, in characters, whatever its words are."""

# Where a long sentence may be cut, best first; the cut is made before the white space found.
_CUTS = (
    re.compile(r"(?<=[;:])\s"),
    re.compile(r"(?<=,)\s(?=(?:mas|porém|contudo|enquanto|embora|porque|pois|e|ou|que|o que|onde|quando|segundo)\b)"),
    re.compile(r"\s(?=[-–—]\s)"),
    re.compile(r"(?<=,)\s"),
    re.compile(r"\s(?=(?:e|ou|mas|que|porque|quando|onde|enquanto|para)\b)"),
    re.compile(r"\s"),
)
_FUNCTION_WORDS = frozenset(
    "a after also although an and as at because before but "  # noqa: SIM905 - one a line fills the page
    "by during even for from he her his if in into "
    "it its not of on or our she since so such than that the their then there these they this those "
    "through to under until we what when where which while who whose with without you".split()
)


def inner_sentences(text: str) -> list[str]:
    """The sentences of a segment that holds several: together the model runs them into one another."""
    return [span.of(text) for span in sentence_spans(text)]


def fits(text: str, most_words: int = MAX_WORDS, most_characters: int = MAX_CHARACTERS) -> bool:
    """Whether an engine can hold the text as one stretch."""
    return len(text) <= most_characters and text.count(" ") < most_words


def clauses(text: str, most_words: int = MAX_WORDS, most_characters: int = MAX_CHARACTERS) -> list[str]:
    """The text cut into stretches that fit, at clause boundaries near the middle of what is too long."""
    done: list[str] = []
    waiting = [text]
    while waiting:
        stretch = waiting.pop()
        halves = None if fits(stretch, most_words, most_characters) else halve(stretch)
        if halves is None:
            done.append(stretch)
        else:
            waiting.extend(reversed(halves))
    return done


def packed(text: str, most_characters: int) -> list[str]:
    """The text in as few stretches of at most so many characters as its sentences and clauses allow."""
    stretches: list[str] = []
    for sentence in inner_sentences(text):
        for clause in clauses(sentence, most_characters, most_characters):
            if stretches and len(stretches[-1]) + 1 + len(clause) <= most_characters:
                stretches[-1] += " " + clause
            else:
                stretches.append(clause)
    return stretches


def halve(text: str) -> tuple[str, str] | None:
    """The text cut in two at the best clause boundary of its middle; None where there is nowhere to cut."""
    for cut in _CUTS:
        best = min((match.start() for match in cut.finditer(text)), key=lambda at: abs(2 * at - len(text)), default=0)
        share = best / len(text) if text else 0
        if 0.2 <= share <= 0.8 or (cut is _CUTS[-1] and best > 0):
            left, right = text[:best].rstrip(), text[best:].lstrip()
            if left and right:
                return left, right
    return (text[: len(text) // 2], text[len(text) // 2 :]) if len(text) > MAX_CHARACTERS else None


def fitted(source: str, target: str, *, first: bool, last: bool) -> str:
    """The English of a stretch, as it must look within the sentence that it is cut out of.

    An engine ends whatever it is given with a full stop and begins it with a capital.
    """
    if not last and target.endswith(".") and not source.endswith("."):
        target = target[:-1]
        if source[-1:] in ",;:" and target[-1:] not in ",;:":
            target += source[-1:]
    word = re.match(r"[A-Z][a-z]*\b", target)
    if not first and word and source[:1].islower() and word.group() != "I":
        named = any(part[:1].isupper() for part in source.split())
        if word.group().lower() in _FUNCTION_WORDS or not named:
            target = target[0].lower() + target[1:]
    return target

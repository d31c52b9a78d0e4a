"""What tells a translation from what cannot be one: letters, loops, lengths, error pages."""

from __future__ import annotations

import re

MAX_SENTENCE = 10_000
"""The longest text, in characters, that is translated as one sentence: two seconds of the local engine for
prose, some more for what only looks like it. A body's sentences are never longer than 2,000."""

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STUTTER = re.compile(r"(.{1,3}?)\1{11,}")

ERROR_PAGES = (
    "error 500 (server error)",
    "that’s an error",
    "that's an error",
    "that’s all we know",
    "that's all we know",
    "our systems have detected unusual traffic",
    "mymemory warning",
    "you used all available free translations",
    "query length limit exceeded",
    "too many requests",
    "<!doctype",
    "<html",
)
"""What services that answer "200, all is well" have been seen to say instead of a translation."""

# Words that a Portuguese name may hold in small letters: an unchanged "Rio Grande do Sul" is no failure.
_PARTICLES = frozenset({"de", "da", "do", "das", "dos", "e", "del", "di", "la", "van", "von", "y", "of", "the", "and"})


def has_letters(text: str) -> bool:
    """Whether there is anything to translate: neural engines make words of ``—`` and nothing of ``13``."""
    return _LETTER.search(text) is not None


def words(text: str) -> list[str]:
    """The words of a text in small letters; numbers count as words."""
    return _WORD.findall(text.casefold())


def looping(source: str, target: str) -> bool:
    """Whether the target says the same thing over and over, and the source does not.

    That is one word four times running, two to five words three times, six to eight words twice, or up to
    three characters a dozen times; what the source repeats as much may be repeated.
    """
    if _STUTTER.search(target) and not _STUTTER.search(source):
        return True
    said = words(target)
    return _longest_run(said) > max(1.0, _longest_run(words(source)))


def _longest_run(said: list[str]) -> float:
    """How much of a loop the worst repetition is; above 1 it is one. Linear in the words for each length."""
    worst = 0.0
    for size, allowed in ((1, 3), (2, 2), (3, 2), (4, 2), (5, 2), (6, 1), (7, 1), (8, 1)):
        run = best = 0
        for at in range(size, len(said)):
            run = run + 1 if said[at] == said[at - size] else 0
            best = max(best, run)
        worst = max(worst, (1 + best // size) / allowed if best >= size else 0.0)
    return worst


def strange_length(source: str, target: str) -> bool:
    """Whether the target is so much shorter or longer than the source that it cannot be its translation.

    On 997 pairs of FLORES the ratio of characters lies between 0.5 and 1.6 for references and for engines;
    short texts vary more ("É." is "It is."), so 25 characters are allowed on top.
    """
    return len(target) > 2.2 * len(source) + 25 or 2.8 * len(target) + 25 < len(source)


def unchanged(source: str, target: str) -> bool:
    """Whether several words came back as they were, though they are more than a name."""
    before = words(source)
    if len(before) < 3 or before != words(target):
        return False
    return any(word[0].islower() and word not in _PARTICLES for word in _WORD.findall(source))


def error_page(source: str, target: str) -> bool:
    """Whether the target is a service's complaint that stands where a translation should."""
    said, asked = target.casefold(), source.casefold()
    return any(mark in said and mark not in asked for mark in ERROR_PAGES)


def fault(source: str, target: str) -> str | None:
    """Why the target cannot be a translation of the source, in a few words; None where it can."""
    if not target.strip():
        return "the answer is empty"
    if error_page(source, target):
        return "the answer is an error page"
    if not has_letters(target):
        return "the answer has no words"
    if strange_length(source, target):
        return "the answer is far too short or too long"
    if looping(source, target):
        return "the answer repeats itself"
    if unchanged(source, target):
        return "the answer is the Portuguese itself"
    return None

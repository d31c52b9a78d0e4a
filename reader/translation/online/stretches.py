"""A sentence cut into what a service takes in one request, and the answers joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.translation import pieces


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is sent at once.

    Attributes:
        text: The text, on one line.
        first: Whether it begins where a sentence begins.
        last: Whether it ends where a sentence ends.
    """

    text: str
    first: bool = True
    last: bool = True


def stretches(text: str, most: int, size: Callable[[str], int] = len) -> list[Stretch]:
    """The text in as few stretches as its sentences allow; only a sentence that is too long is cut at a clause.

    Args:
        text: On one line, single-spaced.
        most: The size of the longest stretch.
        size: The size of a text.
    """
    if size(text) <= most:
        return [Stretch(text)]
    done: list[Stretch] = []
    for sentence in pieces.inner_sentences(text):
        cut = _cut(sentence, most, size)
        if len(cut) > 1:
            done += [Stretch(clause, at == 0, at == len(cut) - 1) for at, clause in enumerate(cut)]
        elif done and done[-1].first and done[-1].last and size(f"{done[-1].text} {sentence}") <= most:
            done[-1] = Stretch(f"{done[-1].text} {sentence}")
        else:
            done.append(Stretch(sentence))
    return done


def joined(answers: Iterable[tuple[Stretch, str]]) -> str:
    """The English of the stretches as one line, what was cut within a sentence fitted to its neighbours."""
    return " ".join(
        english if part.first and part.last else pieces.fitted(part.text, english, first=part.first, last=part.last)
        for part, english in answers
    )


def _cut(sentence: str, most: int, size: Callable[[str], int]) -> list[str]:
    done: list[str] = []
    waiting = [sentence]
    while waiting:
        clause = waiting.pop()
        if size(clause) <= most:
            done.append(clause)
            continue
        middle = len(clause) // 2  # where there is no space to cut at: better than an error
        waiting.extend(reversed(pieces.halve(clause) or (clause[:middle], clause[middle:])))
    return done

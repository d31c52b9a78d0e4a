"""Which mentions name the same person: short forms join the full name that is in play."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.entities.cues import COURTESY, PARTICLES, is_title
from reader.entities.gazetteer import fold

_MOST_WORDS = 10  # of a full name whose parts are looked for
_DOMINANT = 3  # times as often named: then a short form means it even when another was named last


def person_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, without titles ("presidente", "Sr.") and particles ("da")."""
    plain = fold(name.replace(".", ". "))
    words = [word.strip(".,'") for word in plain.split()]
    raw = name.lower().replace(".", ". ").split()
    while len(words) > 1 and (is_title(raw[0].strip(".")) or words[0] in COURTESY):
        words, raw = words[1:], raw[1:]
    kept = tuple(word for word in words if word and word not in PARTICLES)
    return kept or tuple(words)


@dataclass(slots=True)
class _Short:
    """A short form and the full names it may stand for."""

    full: list[tuple[str, ...]] = field(default_factory=list)
    named: Counter[tuple[str, ...]] = field(default_factory=Counter)
    latest: tuple[str, ...] | None = None
    leader: tuple[str, ...] | None = None


class People:
    """Assigns each mention of a person to a full name, reading the mentions twice in the order of the text.

    Two different full names never become one; a short form ("Silva") that several could mean is given, mention
    by mention, to the one named last, unless another is named far more often.
    """

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], None] = {}
        self._shorts: dict[tuple[str, ...], _Short] = {}
        self._parts: dict[tuple[str, ...], list[tuple[str, ...]]] = {}

    def note(self, words: tuple[str, ...]) -> None:
        """Say that a name occurs; call it for every mention before the first ``assign``."""
        self._names.setdefault(words)

    def settle(self) -> None:
        """Find which names are short forms of which others."""
        for full in self._names:
            parts = [part for part in _parts_of(full) if part in self._names]
            if parts:
                self._parts[full] = parts
                for part in parts:
                    self._shorts.setdefault(part, _Short()).full.append(full)
        for short in self._shorts.values():  # what is itself a short form is no full name
            longest = [full for full in short.full if full not in self._shorts]
            short.full = longest or short.full

    def assign(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The full name that this mention, the next of the text, stands for."""
        short = self._shorts.get(words)
        chosen = words if short is None else self._choose(short)
        for part in self._parts.get(chosen, ()):
            known = self._shorts[part]
            known.named[chosen] += 1
            known.latest = chosen
            if known.leader is None or known.named[chosen] > known.named[known.leader]:
                known.leader = chosen
        return chosen

    @staticmethod
    def _choose(short: _Short) -> tuple[str, ...]:
        if len(short.full) == 1 or short.latest is None or short.leader is None:
            return short.full[0]
        if short.named[short.leader] >= _DOMINANT * short.named[short.latest]:
            return short.leader
        return short.latest


def _parts_of(full: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The shorter names that may stand for a full one: neighbouring words of it, or its first and last."""
    if not 1 < len(full) <= _MOST_WORDS:
        return []
    parts = {full[i:j] for i in range(len(full)) for j in range(i + 1, len(full) + 1)}
    parts.add((full[0], full[-1]))
    parts.discard(full)
    return sorted(part for part in parts if len("".join(part)) > 1)

"""What a process can do: one part for each, named on its command line, loaded when it is first asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader.translation.engine import EngineUnavailable
from reader.translation.process.said import alignments_said
from reader.translation.staying import CORES

Answering = Callable[[Any], object]
"""Gives for what is asked what is answered; raises nothing but ``Problem``, as far as it can help it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a process does.

    Attributes:
        answer: Answers.
        threads: How many threads may ask at once; with 1 it is always the same thread.
    """

    answer: Answering
    threads: int


def part_of(words: Sequence[str]) -> Part:
    """The part that the words of the command line name.

    Raises:
        EngineUnavailable: There is none of that name.
    """
    name, *rest = words or [""]
    if name not in PARTS:
        message = f"a process cannot do {name!r}"
        raise EngineUnavailable(message)
    return PARTS[name](rest)


def _local(_words: Sequence[str]) -> Part:
    from reader.translation.local import LocalEngine

    return Part(LocalEngine().translate, CORES)


def _firefox(words: Sequence[str]) -> Part:
    from reader.translation.firefox.engine import FirefoxEngine

    folder, digest = words
    return Part(FirefoxEngine(Path(folder), digest).translate, 1)


def _aligner(_words: Sequence[str]) -> Part:
    @cache
    def made() -> Any:
        from reader.translation.alignment.choosing import aligner

        return aligner()

    def answer(said: Any) -> object:
        if said == "version":
            return made().version
        return alignments_said(made().align_many([(source, target) for source, target in said]))

    return Part(answer, 1)


PARTS: Mapping[str, Callable[[Sequence[str]], Part]] = MappingProxyType(
    {"local": _local, "firefox": _firefox, "aligner": _aligner}
)
"""What there is."""

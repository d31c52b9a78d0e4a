"""What is asked of whoever holds names, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.translation.glossary.model import Hit


@dataclass(frozen=True, slots=True)
class Held:
    """The English of a sentence once its names were looked for.

    Attributes:
        target: The English, repaired where that is sure.
        unsure: The names of the source that it does not surely carry, as the source writes them: the sentence is
            flagged, not guessed.
    """

    target: str
    unsure: tuple[str, ...] = ()


class NameHolder(Protocol):
    """Looks for names in a translation and repairs it. Safe to use from several threads; never raises."""

    @property
    def version(self) -> str:
        """Changes whenever the outcome for some sentence may change."""
        ...

    def hold(self, source: str, target: str, hits: Sequence[Hit], again: Callable[[str], str] | None = None) -> Held:
        """The English with its names as the glossary has them.

        Args:
            source: A clean Portuguese sentence.
            target: What an engine made of it.
            hits: The terms that stand in the source, from ``Glossary.hits``.
            again: Has the same engine translate another text, at no cost to others; None where it may not be
                asked again. May raise ``EngineError``.
        """
        ...

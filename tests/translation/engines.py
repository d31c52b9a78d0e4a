"""Engines written by hand, for what the real ones do too seldom: fail, loop, be counted."""

from __future__ import annotations

from collections.abc import Callable

from reader.translation.engine import Origin


class ScriptedEngine:
    """Says what its function makes of a sentence, and remembers what it was asked."""

    def __init__(
        self,
        answer: Callable[[str], str] = lambda sentence: f"English of {sentence}",
        name: str = "local",
        version: str = "1",
        origin: Origin = Origin.DRAFT,
    ) -> None:
        self.name = name
        self.version = version
        self.origin = origin
        self.asked: list[str] = []
        self._answer = answer

    def translate(self, sentence: str) -> str:
        self.asked.append(sentence)
        return self._answer(sentence)


def failing(error: Exception) -> Callable[[str], str]:
    """An answer that is always this error."""

    def answer(_sentence: str) -> str:
        raise error

    return answer

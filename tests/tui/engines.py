"""Engines written by hand: slow until they are let go, failing, counting what they were asked."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reader.translation.engine import Origin


class HeldEngine:
    """Translates no further than it is let: each sentence waits for ``let``, or for good once ``go`` is called.

    The thread that asks waits on a condition, so a test decides exactly how far the work has come.
    """

    def __init__(
        self,
        answer: Callable[[str], str] = lambda sentence: f"The English of {sentence}",
        name: str = "held",
        origin: Origin = Origin.DRAFT,
        *,
        free: bool = False,
    ) -> None:
        self.name = name
        self.version = "1"
        self.origin = origin
        self.asked: list[str] = []
        self._answer = answer
        self._left = 0
        self._free = free
        self._turn = threading.Condition()

    def let(self, sentences: int = 1) -> None:
        """Let it translate so many more."""
        with self._turn:
            self._left += sentences
            self._turn.notify_all()

    def go(self) -> None:
        """Let it translate all that comes."""
        with self._turn:
            self._free = True
            self._turn.notify_all()

    def translate(self, sentence: str) -> str:
        with self._turn:
            self.asked.append(sentence)
            self._turn.wait_for(lambda: self._free or self._left > 0, timeout=60)
            self._left = max(0, self._left - 1)
        return self._answer(sentence)

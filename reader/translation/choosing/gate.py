"""Engines that stand before another: one that asks before anything is sent, one in place of one that cannot be used."""

from __future__ import annotations

import threading
from collections.abc import Callable

from reader.translation.engine import Engine, EngineUnavailable, Origin


class Gated:
    """Another engine, behind a question that is asked once, before its first sentence.

    Args:
        engine: Who translates.
        ask: Asks; returns when sentences may be sent, and raises when not, ``Problem`` or ``EngineError``.
    """

    def __init__(self, engine: Engine, ask: Callable[[], object]) -> None:
        self._engine = engine
        self._ask = ask
        self._lock = threading.Lock()
        self._open = False
        self.name = engine.name
        self.origin = engine.origin

    @property
    def version(self) -> str:
        """The engine's."""
        return self._engine.version

    def translate(self, sentence: str) -> str:
        """The engine's English of one sentence, once it may be asked for; see ``Engine``."""
        with self._lock:  # one question, however many threads
            if not self._open:
                self._ask()
                self._open = True
        return self._engine.translate(sentence)


class Absent:
    """Stands for an engine that was chosen and cannot be used: says why, to whoever asks for a sentence."""

    version = ""

    def __init__(self, name: str, why: EngineUnavailable, origin: Origin = Origin.DRAFT) -> None:
        self.name = name
        self.origin = origin
        self._why = why

    def translate(self, sentence: str) -> str:
        """Nothing; see ``Engine``.

        Raises:
            EngineUnavailable: Always.
        """
        raise EngineUnavailable(self._why.message, self._why.advice)

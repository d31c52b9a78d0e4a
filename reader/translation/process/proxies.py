"""An engine and an aligner that work in a process of their own, for those who know nothing of processes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from articles.cleaning import clean_line
from reader.i18n import _
from reader.pipes import Broken
from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.alignment.model import Alignment
from reader.translation.engine import Engine, EngineError, rejected
from reader.translation.guards import MAX_SENTENCE
from reader.translation.local import LocalEngine
from reader.translation.process.client import Process, command
from reader.translation.process.said import alignments_heard

_AT_ONCE = 16
"""Pairs in one request."""


class ProcessEngine:
    """An engine that translates in a process; otherwise the engine it is like, whose drafts in the memory are its own.

    Args:
        like: The engine, which loads nothing until it is asked for a sentence, and is not asked here.
        process: Translates as that does.
    """

    def __init__(self, like: Engine, process: Process) -> None:
        self._process = process
        self.name = like.name
        self.version = like.version
        self.origin = like.origin
        self.at_once: int = getattr(like, "at_once", 1)

    def translate(self, sentence: str) -> str:
        """The English of one sentence; see ``Engine``.

        Raises:
            EngineUnavailable: The process cannot be started, or dies too often.
            Rejected: What the engine says cannot be a translation, or its process died of the sentence twice.
            EngineError: The engine failed.
        """
        english = clean_line(self._process.ask(sentence, _text), limit=4 * MAX_SENTENCE)
        if not english:
            raise rejected(self.name, "the answer is empty")
        return english

    def close(self) -> None:
        """End the process at once."""
        self._process.close()


class ProcessAligner:
    """Aligns in a process; see ``Aligner``. Where that cannot be, words are linked here, by what they look like.

    Args:
        process: Aligns.
    """

    def __init__(self, process: Process) -> None:
        self._process = process
        self._instead = LexicalAligner()
        self._lock = threading.Lock()
        self._version: str | None = None

    @property
    def version(self) -> str:
        """The version of what aligns there, asked once; of what aligns here while nothing does there."""
        with self._lock:
            if self._version is None:
                try:
                    self._version = self._process.ask("version", _text)
                except EngineError:
                    return self._instead.version
            return self._version

    def align(self, source: str, target: str) -> Alignment:
        """The alignment of one sentence and its English."""
        (found,) = self.align_many([(source, target)])
        return found

    def align_many(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """The alignments of several pairs, in order; whoever asks for one meanwhile need not wait for them all."""
        found: list[Alignment] = []
        for at in range(0, len(pairs), _AT_ONCE):
            some = pairs[at : at + _AT_ONCE]
            try:
                found += self._process.ask([list(pair) for pair in some], _so_many(len(some)))
            except EngineError:
                found += self._instead.align_many(some)
        return found

    def close(self) -> None:
        """End the process at once."""
        self._process.close()


def beside(engine: Engine) -> Engine:
    """The engine as the screen is to use it: one that works in this process, in a process of its own.

    Args:
        engine: One that loads nothing before its first sentence, which it then never gets.
    """
    if isinstance(engine, LocalEngine):
        return ProcessEngine(engine, Process(_("the engine {name}").format(name=engine.name), command("local")))
    return engine


def process_aligner() -> ProcessAligner:
    """What aligns, in a process."""
    return ProcessAligner(Process(_("the aligner"), command("aligner")))


def _so_many(count: int) -> Callable[[object], list[Alignment]]:
    def heard(said: object) -> list[Alignment]:
        found = alignments_heard(said)
        if len(found) != count:
            raise Broken("not as many as were asked for")
        return found

    return heard


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise Broken("no text")
    return said

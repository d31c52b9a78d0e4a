"""An engine that is told what it will be asked next, so that all cores have something to do."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from itertools import islice

from reader.translation.engine import Engine, Origin


class Ahead:
    """Translates sentences that are foreseen while another is waited for; otherwise the engine that it is given.

    Only for engines on this machine: what is foreseen may not be wanted in the end, and nothing is sent anywhere for
    that. Safe to use from several threads.

    Args:
        engine: Translates.
        at_once: How many sentences it is asked for at once.
    """

    def __init__(self, engine: Engine, at_once: int) -> None:
        self._engine = engine
        self.at_once = at_once
        self.name = engine.name
        self.version = engine.version
        self.origin = engine.origin
        self._lock = threading.Lock()
        self._started = 0
        self._foreseen: dict[str, Future[str]] = {}
        self._waiting: queue.SimpleQueue[tuple[str, Future[str]] | None] = queue.SimpleQueue()

    @property
    def window(self) -> int:
        """How many sentences are worth foreseeing: the threads have work, and little is done in vain."""
        return 2 * self.at_once

    def foresee(self, sentences: Iterable[str]) -> None:
        """These are asked for next, in this order; whatever else was foreseen is not wanted any more."""
        wanted = list(dict.fromkeys(islice(sentences, self.window)))
        with self._lock:
            for sentence in self._foreseen.keys() - set(wanted):
                self._foreseen.pop(sentence).cancel()
            for sentence in wanted:
                if sentence not in self._foreseen:
                    future: Future[str] = Future()
                    self._foreseen[sentence] = future
                    self._waiting.put((sentence, future))
                    if self._started < self.at_once:
                        self._started += 1
                        threading.Thread(target=self._work, name="reader-foreseeing", daemon=True).start()

    def translate(self, sentence: str) -> str:
        """The English of one sentence, which may be there already; see ``Engine``.

        Raises:
            EngineError: What the engine raises.
        """
        with self._lock:
            future = self._foreseen.pop(sentence, None)
        return self._engine.translate(sentence) if future is None else future.result()

    def close(self) -> None:
        """End the engine's process at once, where it has one, and the threads once they have nothing to do."""
        with self._lock:
            started, self._started = self._started, 0
        for _ in range(started):
            self._waiting.put(None)
        close = getattr(self._engine, "close", None)
        if close is not None:
            close()

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            sentence, future = work
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(self._engine.translate(sentence))
                except BaseException as error:  # whoever asks for the sentence meets it
                    future.set_exception(error)
            del work, sentence, future


def ahead(engine: Engine) -> Engine:
    """The engine, told what comes next where that pays: where it is of this machine, and says how many at once."""
    at_once: int = getattr(engine, "at_once", 1)
    return Ahead(engine, at_once) if engine.origin is Origin.DRAFT and at_once > 1 else engine

"""Keeping translations in a library that may be full or locked for a while: nothing made meanwhile is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from articles.errors import StorageError
from reader.translation.engine import Translation
from reader.translation.memory import TranslationMemory

MOST_WAITING = 20_000
"""Translations that wait for the library at most: about 10 MB. Beyond that the oldest are given up."""

PAUSE = 5.0
"""Seconds without another try after one that failed: a try at a locked library may take as long."""

_Maker = tuple[str, str, str, str]


class Keeper:
    """Writes each translation at once; what cannot be written waits, and goes in with the next one that can.

    Safe to use from several threads.

    Args:
        memory: Where to.
        on_trouble: Called on the writing thread with each failure of the library.
        clock: Seconds, never going back.
    """

    def __init__(
        self,
        memory: TranslationMemory,
        on_trouble: Callable[[StorageError], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._memory = memory
        self._on_trouble = on_trouble
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: dict[_Maker, Translation] = {}
        self._not_before = 0.0

    @property
    def waiting(self) -> int:
        """How many translations could not be written yet."""
        with self._lock:
            return len(self._waiting)

    def keep(self, translation: Translation) -> None:
        """Write a translation and all that wait, in one transaction; on failure they wait."""
        with self._lock:
            self._waiting.pop(_maker(translation), None)  # the newer one of the same maker goes last
            self._waiting[_maker(translation)] = translation
            if self._clock() < self._not_before:
                self._trim()
                return
        self.flush()

    def flush(self) -> None:
        """Try to write what waits, however short ago the last try failed."""
        with self._lock:
            due = list(self._waiting.values())
        if not due:
            return
        try:
            self._memory.record_all(due)
        except StorageError as error:
            with self._lock:
                self._not_before = self._clock() + PAUSE
                self._trim()
            self._on_trouble(error)
            return
        with self._lock:
            self._not_before = 0.0
            for each in due:
                if self._waiting.get(_maker(each)) is each:
                    del self._waiting[_maker(each)]

    def _trim(self) -> None:
        while len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]


def _maker(translation: Translation) -> _Maker:
    """Whose last word on which sentence a translation is."""
    return translation.source, translation.origin.value, translation.engine, translation.version

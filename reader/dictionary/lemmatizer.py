"""What a word is a form of, by simplemma's table: in this process, or in one beside it."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from enum import IntEnum
from typing import Protocol

from reader.pipes import Broken, receive, saying

COMMAND = (sys.executable or "python", "-P", "-m", "reader.dictionary.lemma_process")
"""What starts the process; -P, so that nothing in the folder where the reader was started is imported."""

DEATHS = 3
"""So many deaths of its own, and it is not started again: each word is then its own lemma, and rules do the rest."""

PATIENCE = 20.0
"""Seconds that the process has for an answer, its start among them (0.7 s on an idle machine); then it is killed."""

_LONGEST = 100  # characters of a word
_log = logging.getLogger(__name__)


class Sort(IntEnum):
    """What goes through the pipe."""

    ASK = 1
    ANSWER = 2


class Lemmatizer(Protocol):
    """Says what words are forms of. Thread-safe."""

    def lemmas(self, words: Sequence[str]) -> list[tuple[str, bool]]:
        """Each word's lemma, and whether its table knows the word."""

    def close(self) -> None:
        """End what it works with."""


class InProcess:
    """simplemma in this process: half a second for the first word, and 90 MB."""

    def lemmas(self, words: Sequence[str]) -> list[tuple[str, bool]]:
        """See ``Lemmatizer``."""
        import simplemma

        return [(simplemma.lemmatize(word, lang="pt"), simplemma.is_known(word, lang="pt")) for word in words]

    def close(self) -> None:
        """Nothing to end."""


class Beside:
    """simplemma in a process of its own, started with the first word and again when it died or hung.

    Args:
        command: What starts it.
        patience: Seconds that it has for an answer.
    """

    def __init__(self, command: Sequence[str] = COMMAND, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._command = list(command)
        self._guard = threading.Lock()  # one question at a time
        self._starting = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._deaths = 0
        self._closed = False

    def lemmas(self, words: Sequence[str]) -> list[tuple[str, bool]]:
        """See ``Lemmatizer``; where the process cannot be had, each word is its own lemma."""
        asked = [word[:_LONGEST] for word in words]
        with self._guard:
            while (process := self._ready()) is not None:
                watch = threading.Timer(self._patience, process.kill)  # reading then ends as if it had died
                watch.daemon = True
                watch.start()
                try:
                    said = self._ask(process, asked)
                except (Broken, OSError, ValueError):
                    self._mourn(process)
                    continue
                finally:
                    watch.cancel()
                return [(str(lemma), bool(known)) for lemma, known in said]
        return [(word, False) for word in words]

    def close(self) -> None:
        """End the process at once, whatever it does."""
        with self._starting:
            self._closed = True
            process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _ready(self) -> subprocess.Popen[bytes] | None:
        with self._starting:
            if self._closed or self._deaths >= DEATHS:
                return None
            if self._process is None:
                try:
                    self._process = subprocess.Popen(  # noqa: S603 - this program's own
                        self._command,
                        stdin=subprocess.PIPE,
                        stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL,
                        env={**os.environ},
                    )
                except OSError as error:
                    self._deaths = DEATHS
                    _log.warning("the process that finds lemmas cannot be started: %s", error.strerror)
            return self._process

    @staticmethod
    def _ask(process: subprocess.Popen[bytes], words: list[str]) -> list[list[object]]:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(saying(Sort.ASK, 0, words).bytes())
        process.stdin.flush()
        said = receive(process.stdout.read, Sort).said()
        if not isinstance(said, list) or len(said) != len(words):
            raise Broken("another answer than to what was asked")
        return said

    def _mourn(self, process: subprocess.Popen[bytes]) -> None:
        _end(process)
        with self._starting:
            if self._process is process:
                self._process = None
            if process.returncode != 0:  # 0: it had nothing to do for long
                self._deaths += 1
                if not self._closed:
                    _log.warning("the process that finds lemmas ended with %s", process.returncode)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(0.0)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.close()

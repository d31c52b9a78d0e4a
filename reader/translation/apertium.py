"""Apertium, where its command is installed: rules and dictionaries on this machine, by way of Spanish if need be."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import threading

from articles.cleaning import clean_line
from reader.translation import guards
from reader.translation.engine import EngineError, EngineUnavailable, Origin, rejected

REVISION = 1
"""Raise it when what is stored should be drafted anew."""

COMMAND = "apertium"
SECONDS = 20.0
"""How long one step for one sentence may take; a fifth of a second is usual, nearly all of it for starting."""

WAYS = (
    ("pt-en",),
    ("por-eng",),
    ("pt-es", "es-en"),
    ("por-spa", "spa-eng"),
    ("pt-es", "spa-eng"),
    ("por-spa", "es-en"),
)
"""Modes that lead from Portuguese to English, one after the other; the first way whose modes are installed is taken."""

_ADVICE = "install the language data: on Debian apertium-es-pt and apertium-eng-spa"
_MARK = re.compile(r"(?<!\w)[*@#](?=\w)")
"""What stands before a word that one of the steps does not know."""


def installed(command: str = COMMAND) -> bool:
    """Whether there is such a command."""
    return shutil.which(command) is not None


def ways(modes: str) -> tuple[str, ...]:
    """The modes that a setting names: "pt-es, es-en"."""
    return tuple(modes.replace(",", " ").split())


class ApertiumEngine:
    """Drafts by Apertium's command, started anew for each sentence.

    Args:
        command: The command's name or path.
        modes: The modes to go through; none to take the first of ``WAYS`` that is installed.
        seconds: How long a step may take.
    """

    name = "apertium"
    origin = Origin.DRAFT

    def __init__(self, command: str = COMMAND, modes: tuple[str, ...] = (), seconds: float = SECONDS) -> None:
        self._command = command
        self._modes = modes
        self._seconds = seconds
        self._lock = threading.Lock()

    @property
    def version(self) -> str:
        """The way it takes."""
        with contextlib.suppress(EngineUnavailable):
            return f"{'+'.join(self._way())}+{REVISION}"
        return str(REVISION)

    def translate(self, sentence: str) -> str:
        """The English of one sentence; see ``Engine``.

        Raises:
            EngineUnavailable: The command or its language data are not installed.
            Rejected: What it says cannot be a translation.
            EngineError: It failed.
        """
        if len(sentence) > guards.MAX_SENTENCE:
            raise rejected(self.name, f"it has more than {guards.MAX_SENTENCE} characters")
        text = " ".join(sentence.split())
        for mode in self._way():
            text = clean_line(self._run(["-f", "txt", "-u", mode], text + "\n"), limit=8 * guards.MAX_SENTENCE)
        if not _MARK.search(sentence):
            text = _MARK.sub("", text)
        reason = guards.fault(sentence, text)
        if reason:
            raise rejected(self.name, reason)
        return text

    def _way(self) -> tuple[str, ...]:
        with self._lock:
            if not self._modes:
                try:
                    there = set(self._run(["-l"], "").split())
                except EngineError as error:
                    raise EngineUnavailable(error.message, error.advice) from error
                found = next((way for way in WAYS if there.issuperset(way)), None)
                if found is None:
                    raise EngineUnavailable("apertium has no way from Portuguese to English", _ADVICE)
                self._modes = found
            return self._modes

    def _run(self, words: list[str], text: str) -> str:
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        try:
            # A session of its own: the command is a script, and what it starts has to end with it.
            process = subprocess.Popen(  # noqa: S603 - the reader's own command, without a shell
                [self._command, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            message = f"apertium cannot be started: {error.strerror}"
            raise EngineUnavailable(message, "install it, or set its command") from error
        with process:
            try:
                said, complaint = process.communicate(text.encode(), timeout=self._seconds)
            except subprocess.TimeoutExpired as error:
                with contextlib.suppress(OSError, AttributeError):  # over meanwhile; a system without groups
                    os.killpg(process.pid, signal.SIGKILL)
                process.kill()
                raise EngineError("apertium takes too long for a sentence", "what was there is kept") from error
        if process.returncode:
            why = clean_line(complaint.decode("utf-8", "replace"), limit=100) or f"code {process.returncode}"
            message = f"apertium failed: {why}"
            raise EngineError(message, _ADVICE)
        return said.decode("utf-8", "replace")

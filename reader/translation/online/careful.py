"""The care that every engine over a network needs: pace, retries, rests, guards, and few kinds of errors."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from articles.cleaning import clean_line
from reader.translation import guards
from reader.translation.choosing.keys import Secret
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Origin, rejected
from reader.translation.online.breaker import REQUESTS_A_SECOND, Breaker, Pace
from reader.translation.online.echoes import echoed, tells
from reader.translation.online.faults import Fault, KeyEchoed, fault_in, fault_of, interrupted, repeated, resting
from reader.translation.online.repeats import Repeats
from reader.translation.online.stretches import Stretch, joined, stretches
from reader.translation.online.web import Call, Web

ATTEMPTS = 3
"""Requests for the same text, at most."""
BACK_OFF = 0.5
"""Seconds before the second attempt, at most; twice as many before each one after it."""
LONGEST_WAIT = 5.0
"""Seconds that one sentence waits between attempts, at most; who must wait longer is told so instead."""
MAX_REQUEST = 1_500
"""Characters a request, at most: with some services the text travels in the address."""


@dataclass(frozen=True, slots=True)
class Means:
    """Time and chance, so that tests need neither.

    Attributes:
        clock: Seconds, never going back.
        sleep: Waits for so many seconds; None for a wait that ``interrupt`` ends.
        chance: A number from 0 to 1, each time another.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] | None = None
    chance: Callable[[], float] = random.random


class Careful:
    """Translates through requests that may fail. Safe to use from several threads.

    Args:
        name: The engine's, for what the reader is told.
        web: Makes the calls.
        means: Time and chance.
        most: The size of the longest text that is sent at once.
        size: The size of a text: characters, or bytes.
        keyed: Whether the service is sent a key, which it may refuse.
        pace: Keeps the requests of all threads apart; by default five a second.
        breaker: Rests after failures in a row.
    """

    def __init__(
        self,
        name: str,
        web: Web | None = None,
        means: Means | None = None,
        *,
        most: int = MAX_REQUEST,
        size: Callable[[str], int] = len,
        keyed: bool = True,
        pace: Pace | None = None,
        breaker: Breaker | None = None,
    ) -> None:
        self._name = name
        self._web = web or Web()
        self._means = means or Means()
        self._most = most
        self._size = size
        self._keyed = keyed
        self._pace = pace or Pace(REQUESTS_A_SECOND, self._means.clock)
        self._breaker = breaker or Breaker(self._means.clock)
        self._repeats = Repeats()
        self._attempts = ATTEMPTS
        self._turned = threading.Condition()
        self._interrupts = 0
        self._last: EngineError | None = None

    @property
    def cooldown(self) -> float | None:
        """The seconds that are left of a rest; None where there is none."""
        return self._breaker.left

    def hurry(self, seconds: float) -> None:
        """From now on ask once for each text, and wait for its answer so many seconds at most."""
        self._attempts = 1
        connecting = min(self._web.timeouts[0], seconds / 3)
        self._web.timeouts = (connecting, seconds - connecting)

    def interrupt(self) -> None:
        """End every wait and every request under way; calls made from now on work."""
        with self._turned:
            self._interrupts += 1
            self._turned.notify_all()
        self._web.interrupt()

    def translate(self, sentence: str, ask: Callable[[Call, str], object]) -> str:
        """The English of a sentence, asked for in as many requests as its length needs.

        Args:
            sentence: Clean Portuguese.
            ask: Makes the one request of a call for a text, and gives what the service said. It may raise anything,
                and need not look at the status: what the call saw of it counts. An ``EngineError`` of its own is
                taken as it is.

        Raises:
            EngineUnavailable: The service cannot be reached, or answers with an error.
            EngineBusy: It asks to wait, rests, or the request was called off.
            Rejected: The answer cannot be a translation.
            EngineError: Anything else.
        """
        if len(sentence) > guards.MAX_SENTENCE:
            raise rejected(self._name, f"it has more than {guards.MAX_SENTENCE} characters")
        era = self._interrupts
        parts = stretches(" ".join(sentence.split()), self._most, self._size)
        return joined((part, self._stretch(part, ask, era)) for part in parts)

    def _stretch(self, part: Stretch, ask: Callable[[Call, str], object], era: int) -> str:
        if not guards.has_letters(part.text):
            return part.text
        for attempt in range(self._attempts):
            self._enter(era)
            said = self._attempt(part.text, ask, era)
            if isinstance(said, str):
                return said
            wait = self._wait_before(attempt + 1, said)
            if wait is None:
                raise self._told(said)
            self._sleep(wait, era)
        raise AssertionError("the last attempt ends the loop")

    def _enter(self, era: int) -> None:
        left = self._breaker.enter()
        if left is not None:
            raise resting(self._name, left, self._last)
        try:
            self._sleep(self._pace.turn(), era)
            left = self._breaker.left
            if left is not None:  # another thread has met trouble meanwhile
                raise resting(self._name, left, self._last)
        except BaseException:
            self._breaker.nothing()
            raise

    def _attempt(self, text: str, ask: Callable[[Call, str], object], era: int) -> str | Fault:
        """One request: the English, or what went wrong."""
        call = self._web.call()
        fault: Fault | None
        try:
            said = ask(call, text)
            if call.status is not None and not 200 <= call.status < 300:
                raise ValueError("an error with a body that looks like an answer")
        except Exception as error:  # packages raise their own, those of requests, AttributeError and more
            fault = fault_of(self._name, call, error, keyed=self._keyed)
            cause = call.error or error
            if fault.error is not cause:
                fault.error.__cause__ = cause
        else:
            english = clean_line(said, limit=4 * self._most) if isinstance(said, str) else ""
            fault = fault_in(self._name, text, english)
            if fault is None and self._repeats.anothers(text, english):
                fault = repeated(self._name, again=not call.fresh)  # a kept connection may be one answer behind
                self._web.hang_up()
            if fault is None:
                self._breaker.succeeded()
                return english
        if self._interrupts != era:
            self._breaker.nothing()
            return Fault(interrupted(self._name))
        if fault.ours:
            self._breaker.succeeded()
        else:
            self._last = fault.error
            self._breaker.failed()
            if fault.wait is not None:
                self._breaker.hold(fault.wait)
        return fault

    def _wait_before(self, attempt: int, fault: Fault) -> float | None:
        """The seconds to wait before an attempt, with some jitter; None where it is not to be made."""
        if not fault.again or attempt >= self._attempts:
            return None
        back_off = BACK_OFF * 2.0 ** (attempt - 1)
        wait = max(back_off * (0.5 + 0.5 * self._means.chance()), fault.wait or 0.0, self._breaker.left or 0.0)
        return wait if wait <= LONGEST_WAIT else None

    def _told(self, fault: Fault) -> EngineError:
        """The error, with when it is worth asking again."""
        error = fault.error
        left = self._breaker.left
        if fault.again and isinstance(error, EngineUnavailable):
            error.retry_after = left or BACK_OFF * 2.0**ATTEMPTS
        elif isinstance(error, EngineBusy) and left is not None:
            error.retry_after = max(left, error.retry_after or 0.0)
        return error

    def _sleep(self, seconds: float, era: int) -> None:
        if seconds > 0 and self._means.sleep is not None:
            self._means.sleep(seconds)
        with self._turned:
            if seconds > 0 and self._means.sleep is None:
                self._turned.wait_for(lambda: self._interrupts != era, timeout=seconds)
            if self._interrupts != era:
                raise interrupted(self._name)


class CarefulEngine:
    """An engine over a network: ``Engine`` and ``Networked`` but for its name, version and how it asks.

    Args:
        careful: Makes the requests.
        key: What its requests hold and no answer may; None for none.
    """

    trial = 15.0
    """Seconds that somebody waits who only wants to see whether it answers."""

    origin = Origin.REFINED
    name: str
    version: str

    def __init__(self, careful: Careful, key: Secret | None = None) -> None:
        self._careful = careful
        self._key = key

    @property
    def cooldown(self) -> float | None:
        """The seconds that are left of a rest after failures; None where there is none."""
        return self._careful.cooldown

    def interrupt(self) -> None:
        """Call off what is under way; see ``Networked``."""
        self._careful.interrupt()

    def translate(self, sentence: str) -> str:
        """The English of one sentence; see ``Engine``.

        Raises:
            EngineError: See ``Careful.translate``.
        """
        return self._careful.translate(sentence, self._asked)

    def try_out(self) -> float:
        """From now on ask once, and wait no longer than ``trial``: those seconds."""
        self._careful.hurry(self.trial)
        return self.trial

    def _asked(self, call: Call, text: str) -> object:
        """What ``_ask`` gives and raises, where that does not hold the key."""
        key = self._key
        if key is None or echoed(key, text):  # what the reader reads anyway
            return self._ask(call, text)
        said: object = None
        failure: Exception | None = None
        try:
            said = self._ask(call, text)
        except Exception as error:
            failure = error
        if echoed(key, said) or tells(key, failure) or tells(key, call.error):
            call.error = None  # nor may it be the cause of another
            raise KeyEchoed.by(self.name)
        if failure is not None:
            raise failure
        return said

    def _ask(self, call: Call, text: str) -> object:
        """What the service says to one text, by one request of the call; see ``Careful.translate``."""
        raise NotImplementedError

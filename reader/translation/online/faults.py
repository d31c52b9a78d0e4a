"""What a request that brought no translation means: for the reader, for trying again, and for the breaker."""

from __future__ import annotations

from dataclasses import dataclass

from reader.i18n import _
from reader.translation import guards
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Rejected, rejected
from reader.translation.online.web import Call, TooLongError

_PASSING = frozenset({408, 425, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 529})
"""Statuses after which the same request may well succeed."""


class CutShortError(Exception):
    """An answer came whole as far as HTTP can tell, but ends in the middle of what it says."""


class KeyEchoed(Rejected):
    """The answer holds the key that it was asked with."""

    @classmethod
    def by(cls, name: str) -> KeyEchoed:
        """The error, where the engine of that name was answered so."""
        message = _("{engine} sent its own key back in the answer, which is thrown away").format(engine=name)
        return cls(message, _("use that service no more, and have the key replaced"))


@dataclass(frozen=True, slots=True)
class Fault:
    """A request that brought no translation.

    Attributes:
        error: What the reader is told.
        again: Whether the same request may succeed a little later.
        ours: Whether it is this sentence's own, so that the next one may do well.
        wait: Seconds that the service asked to wait; None where it did not.
    """

    error: EngineError
    again: bool = False
    ours: bool = False
    wait: float | None = None


def fault_of(name: str, call: Call, error: Exception, *, keyed: bool = False) -> Fault:
    """What an exception means that came of a call, by what the server answered.

    Args:
        name: The engine's.
        call: The call, over.
        error: What came of it: a package's own, one of requests, or anything.
        keyed: Whether the service was sent a key, which it may refuse.
    """
    if isinstance(error, EngineError):
        return _known(error)
    if isinstance(call.error, TooLongError):
        message = _("{engine}'s answer is far too long").format(engine=name)
        return Fault(Rejected(message, _("the service has changed, or this network wants you to sign in")))
    status = call.status
    if status is None:
        message = _("{engine} cannot be reached").format(engine=name)
        return Fault(EngineUnavailable(message, _("check the network, or use the local engine")), again=True)
    if status == 429 or (status == 503 and call.retry_after is not None):
        message = _("{engine} asks to wait").format(engine=name)
        return Fault(EngineBusy(message, _kept(), call.retry_after), again=True, wait=call.retry_after)
    if keyed and status in (401, 403):
        message = _("{engine} refused the key ({status})").format(engine=name, status=status)
        return Fault(EngineUnavailable(message, _("check that engine's key, and what it still allows")))
    if not 200 <= status < 300:
        message = _("{engine} answered with an error ({status})").format(engine=name, status=status)
        advice = _("try later, or use the local engine")
        return Fault(EngineUnavailable(message, advice), again=status in _PASSING)
    if isinstance(error, CutShortError):
        message = _("{engine}'s answer was cut off").format(engine=name)
        return Fault(Rejected(message, _kept()), again=True)
    if isinstance(error, RecursionError) or type(error).__name__ in ("TranslationNotFound", "JSONDecodeError"):
        message = _("{engine}'s answer holds no translation").format(engine=name)
        return Fault(Rejected(message, _("the service has changed, or this network wants you to sign in")))
    message = _("{engine} failed on a sentence ({kind})").format(engine=name, kind=type(error).__name__)
    return Fault(EngineError(message, _kept()), ours=True)


def fault_in(name: str, text: str, english: str) -> Fault | None:
    """What is wrong with an answer, however well the request went; None where nothing is."""
    reason = guards.fault(text, english)
    if reason is None:
        return None
    if guards.error_page(text, english):  # the service's trouble, and mostly over soon
        return Fault(rejected(name, reason), again=True)
    return Fault(rejected(name, reason), ours=True)


def repeated(name: str, *, again: bool) -> Fault:
    """What it means that the answer was given to another sentence before."""
    return Fault(rejected(name, "the service gives the same answer for different sentences"), again=again)


def interrupted(name: str) -> EngineBusy:
    """The error for what was called off."""
    return EngineBusy(_("{engine} was interrupted").format(engine=name), _kept())


def resting(name: str, seconds: float, why: EngineError | None) -> EngineBusy:
    """The error for what is not even asked for, for so many seconds more: that after which it rests, if known."""
    if why is not None:
        return EngineBusy(why.message, why.advice, seconds)
    return EngineBusy(_("{engine} rests after failures").format(engine=name), _kept(), seconds)


def _kept() -> str:
    return _("what was there is kept")


def _known(error: EngineError) -> Fault:
    if isinstance(error, EngineBusy):
        return Fault(error, again=True, wait=error.retry_after)
    return Fault(error, ours=not isinstance(error, EngineUnavailable | KeyEchoed))

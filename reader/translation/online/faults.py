"""What a request that brought no translation means: for the reader, for trying again, and for the breaker."""

from __future__ import annotations

from dataclasses import dataclass

from reader.translation import guards
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Rejected, rejected
from reader.translation.online.web import Call

_PASSING = frozenset({408, 425, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524, 529})
"""Statuses after which the same request may well succeed."""


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


def fault_of(name: str, call: Call, error: Exception) -> Fault:
    """What an exception means that came of a call, by what the server answered.

    Args:
        name: The engine's.
        call: The call, over.
        error: What came of it: a package's own, one of requests, or anything.
    """
    if isinstance(error, EngineError):
        return _known(error)
    status = call.status
    if status is None:
        advice = "check the network, or use the local engine"
        return Fault(EngineUnavailable(f"{name} cannot be reached", advice), again=True)
    if status == 429 or (status == 503 and call.retry_after is not None):
        busy = EngineBusy(f"{name} asks to wait", "the rest comes later", call.retry_after)
        return Fault(busy, again=True, wait=call.retry_after)
    if status in (401, 403) and name != "google":
        return Fault(EngineUnavailable(f"{name} refused the key ({status})", "check the key of this engine"))
    if not 200 <= status < 300:
        problem = EngineUnavailable(f"{name} answered with an error ({status})", "try later, or use the local engine")
        return Fault(problem, again=status in _PASSING)
    if type(error).__name__ in ("TranslationNotFound", "JSONDecodeError"):
        advice = "the service has changed, or this network wants you to sign in"
        return Fault(Rejected(f"{name}'s answer holds no translation", advice))
    problem_here = EngineError(f"{name} failed on a sentence ({type(error).__name__})", "what was there is kept")
    return Fault(problem_here, ours=True)


def fault_in(name: str, text: str, english: str) -> Fault | None:
    """What is wrong with an answer, however well the request went; None where nothing is."""
    reason = guards.fault(text, english)
    if reason is None:
        return None
    if guards.error_page(text, english):  # the service's trouble, and mostly over soon
        return Fault(rejected(name, reason), again=True)
    return Fault(rejected(name, reason), ours=True)


def _known(error: EngineError) -> Fault:
    if isinstance(error, EngineBusy):
        return Fault(error, again=True, wait=error.retry_after)
    return Fault(error, ours=not isinstance(error, EngineUnavailable))

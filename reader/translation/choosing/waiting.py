"""Asking what may never answer: a name server, a keyring that waits for somebody to unlock it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, ask: Callable[[], T], whom: str) -> T:
    """What ``ask`` gives, if it does so in time; else it is left behind on a thread that holds nothing up.

    Raises:
        TimeoutError: It did not answer; the message names ``whom``.
        Exception: What ``ask`` raised.
    """
    import threading

    answers: list[T] = []
    failures: list[Exception] = []

    def asking() -> None:
        try:
            answers.append(ask())
        except Exception as error:  # raised below, on the thread that asked
            failures.append(error)

    thread = threading.Thread(target=asking, name=f"asking {whom}", daemon=True)
    thread.start()
    thread.join(seconds)
    if failures:
        raise failures[0]
    if not answers:
        message = f"{whom} does not answer"
        raise TimeoutError(message)
    return answers[0]

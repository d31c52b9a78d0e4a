"""What an engine is, what a translation is, and how an engine may fail."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from articles.errors import Problem


class Origin(enum.StrEnum):
    """Where a translation comes from; human beats refined beats draft."""

    DRAFT = "draft"
    REFINED = "refined"
    HUMAN = "human"

    @property
    def rank(self) -> int:
        """Higher wins: 0 for a draft, 1 refined, 2 human."""
        return ("draft", "refined", "human").index(self.value)


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence and its English.

    Attributes:
        source: The Portuguese sentence, clean.
        target: The English, clean, on one line.
        origin: Draft, refined or human.
        engine: The engine's name; "human" for a person.
        version: The engine's version, or "".
        created: When, in UTC.
        raw: What the engine said, where names were repaired in it; "" where ``target`` is just that.
        terms: What names the glossary's terms that it was held to; "" where none touches it.
        unsure: Names of the source that the English does not surely carry.
        author: Who made it, where that was a person who said so; else "".
    """

    source: str
    target: str
    origin: Origin
    engine: str
    version: str
    created: datetime.datetime
    raw: str = ""
    terms: str = ""
    unsure: tuple[str, ...] = ()
    author: str = ""

    @property
    def said(self) -> str:
        """What the engine said, before names were held."""
        return self.raw or self.target


class EngineError(Problem):
    """An engine could not translate; the original stays."""


class EngineUnavailable(EngineError):  # noqa: N818 - see Problem
    """The engine cannot work here and now: not installed, no network, no key, switched off.

    Attributes:
        retry_after: Seconds after which it may work again by itself; None where waiting alone will not help.
    """

    def __init__(self, message: str, advice: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, advice)
        self.retry_after = retry_after


class EngineBusy(EngineError):  # noqa: N818 - see Problem
    """The engine asks to wait: too many requests, or a cool-down.

    Attributes:
        retry_after: Seconds to wait, or None where it did not say.
    """

    def __init__(self, message: str, advice: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, advice)
        self.retry_after = retry_after


class Rejected(EngineError):  # noqa: N818 - see Problem
    """The engine answered, but with what cannot be a translation: empty, an error page, looping, too long."""


def rejected(engine: str, reason: str) -> Rejected:
    """The error for an answer of ``engine`` that cannot be a translation, for the reason in a few words."""
    return Rejected(f"the engine {engine} failed on a sentence: {reason}", "what was there is kept")


class Engine(Protocol):
    """Something that translates a sentence from Portuguese into English. Safe to use from several threads."""

    @property
    def name(self) -> str:
        """As chosen in the configuration and shown on the screen: "local", "google"."""
        ...

    @property
    def version(self) -> str:
        """What the memory keeps beside each translation; changes when the output may change."""
        ...

    @property
    def origin(self) -> Origin:
        """DRAFT for what runs on this machine, REFINED for an online engine."""
        ...

    def translate(self, sentence: str) -> str:
        """The English of one sentence.

        Args:
            sentence: One clean sentence with at least one letter, of any length.

        Returns:
            Clean English on one line; never empty.

        Raises:
            EngineError: One of its kinds above, and nothing else.
        """
        ...


@runtime_checkable
class Networked(Protocol):
    """What an engine on another machine has besides. Safe to use from several threads; nothing here waits."""

    @property
    def cooldown(self) -> float | None:
        """The seconds that it will still rest after failures; None while it does not."""
        ...

    def interrupt(self) -> None:
        """Call off what is under way: whoever waits for it gets ``EngineBusy`` at once. Later calls work."""
        ...

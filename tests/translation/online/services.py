"""The engines that come through deep-translator, each asking the service on loopback."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.translation.choosing.keys import Secret
from reader.translation.online.breaker import Pace
from reader.translation.online.careful import Careful, CarefulEngine
from reader.translation.online.google import GoogleEngine
from reader.translation.online.libretranslate import LibreTranslateEngine
from reader.translation.online.microsoft import MicrosoftEngine
from reader.translation.online.mymemory import MAX_BYTES, MyMemoryEngine, size
from tests.translation.online.unhurried import Clock, unhurried

KEY = "k3y-0f-n0b0dy"

MAKE: Mapping[str, Callable[[str, Careful], CarefulEngine]] = {
    "google": lambda address, careful: GoogleEngine(address, careful),
    "libretranslate": lambda address, careful: LibreTranslateEngine(address, Secret(KEY), careful),
    "microsoft": lambda address, careful: MicrosoftEngine(Secret(KEY), "westeurope", address, careful),
    "mymemory": lambda address, careful: MyMemoryEngine("pt-BR", "en-US", address, careful),
}
"""How each is made."""


def engine(
    name: str,
    address: str,
    timeouts: tuple[float, float] = (5.0, 5.0),
    clock: Clock | None = None,
    failures: int = 1_000,
    pace: Pace | None = None,
) -> CarefulEngine:
    """The engine of that name; by default a slow machine is no failure, and it hardly ever rests."""
    limits = {"most": MAX_BYTES, "size": size} if name == "mymemory" else {}
    keyed = name in ("libretranslate", "microsoft")
    return MAKE[name](address, unhurried(name, timeouts, clock, failures, keyed=keyed, pace=pace, **limits))  # type: ignore[arg-type]

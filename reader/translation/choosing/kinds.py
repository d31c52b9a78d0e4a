"""What is known of an engine before it is made: its settings, its key, its destination."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from articles.cleaning import clean_line
from reader.i18n import _N
from reader.translation.choosing.addresses import Destination
from reader.translation.choosing.keys import KeyNeed, Secret
from reader.translation.engine import Engine

Settings = Mapping[str, str]
"""An engine's settings by name; what was not set has its default."""

NOTHING: Settings = MappingProxyType({})

PLAIN = _N("it speaks plain http: whoever is on the way can read what you send")
"""The warning of a destination that is not secure."""

_LONGEST = 200


def words(value: object) -> str:
    """A setting that is a short text on one line.

    Raises:
        ValueError: It is none; the error says what is allowed.
    """
    text = value.strip() if isinstance(value, str) else ""
    if not text or clean_line(text) != text or len(text) > _LONGEST:
        raise ValueError("a short text in quotes")
    return text


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that an engine can be told in the configuration.

    Attributes:
        name: As in ``[engines.NAME]``.
        what: What it is, in a few words; a message.
        check: Gives the value of what stands in the file, and raises ValueError with what is allowed.
        default: Its value where nothing is set; "" for none.
        needed: Whether the engine cannot work while it is empty.
    """

    name: str
    what: str
    check: Callable[[object], str] = words
    default: str = ""
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What an engine is made from.

    Attributes:
        settings: All of them, defaults included.
        key: Its key, if there is one.
        home: The address on this machine that the setting ``url`` leads to; "" where it leads to another.
    """

    settings: Settings = field(default_factory=lambda: NOTHING)
    key: Secret | None = None
    home: str = ""


def nowhere(_settings: Settings) -> str:
    """The address of an engine that runs on this machine and asks nobody."""
    return ""


def nothing(_settings: Settings) -> str:
    """What an engine lacks that is always there."""
    return ""


@dataclass(frozen=True, slots=True)
class EngineKind:
    """An engine that can be chosen.

    Attributes:
        name: As chosen in the configuration.
        what: What it is, in a few words; a message.
        make: Makes it from its settings and key; imports nothing heavy before the first sentence, and may raise
            ``EngineUnavailable``.
        sends: The address that sentences are sent to, by the settings; "" while that is not known, or nowhere.
        online: Whether it may send sentences at all; whether it does, ``sends`` says.
        settings: What it can be told.
        key: The key it takes, if any.
        lacks: The package or command that it lacks on this machine, in a few words; "" for none.
    """

    name: str
    what: str
    make: Callable[[Given], Engine]
    sends: Callable[[Settings], str] = nowhere
    online: bool = False
    settings: tuple[Setting, ...] = ()
    key: KeyNeed | None = None
    lacks: Callable[[Settings], str] = nothing

    def filled(self, chosen: Settings) -> Settings:
        """The settings, what was not chosen by its default."""
        return {each.name: chosen.get(each.name) or each.default for each in self.settings}

    def destination(self, settings: Settings, *, lookup: bool = True) -> tuple[Destination | None, str]:
        """The other machine that sentences go to, or None; and the address where they stay on this one.

        Args:
            settings: All of them.
            lookup: Whether a host's name may be looked up.
        """
        from reader.translation.choosing.addresses import at_home

        address = self.sends(settings)
        if not address:
            return None, ""
        # Where it is always the same, it is another machine, and nobody is asked for its number.
        home = at_home(address, lookup=lookup) if address == settings.get("url") else None
        return (None, home) if home is not None else (Destination.of(address), "")

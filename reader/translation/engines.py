"""The engines by name: what each is and takes, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from articles.cleaning import clean_line
from reader.i18n import _N, _
from reader.translation.choosing import making
from reader.translation.choosing.addresses import address
from reader.translation.choosing.choice import Choice
from reader.translation.choosing.keys import Keys
from reader.translation.choosing.kinds import NOTHING, EngineKind, Setting, Settings
from reader.translation.engine import Engine, EngineUnavailable

DEFAULT = "local"

NO_SETTINGS: Mapping[str, Settings] = MappingProxyType({})


ENGINES: Mapping[str, EngineKind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            EngineKind("local", _N("a small neural model on this machine"), making.local, lacks=making.no_local),
            EngineKind(
                "firefox",
                _N("a larger neural model of Firefox on this machine, which you fetch once"),
                making.firefox,
                settings=(Setting("model", _N("the folder of the model; else the one that reader models use chose")),),
                lacks=making.no_firefox,
            ),
            EngineKind(
                "google",
                _N("Google's translation page, without a key"),
                making.google,
                sends=making.at("https://translate.google.com"),
                online=True,
            ),
            EngineKind(
                "libretranslate",
                _N("a LibreTranslate server: your own, or another's"),
                making.libretranslate,
                sends=making.url,
                online=True,
                settings=(Setting("url", _N("the server's address"), address, needed=True),),
                key=making.LIBRETRANSLATE_KEY,
            ),
            EngineKind(
                "microsoft",
                _N("Microsoft's translator, with a key"),
                making.microsoft,
                sends=making.at("https://api.cognitive.microsofttranslator.com"),
                online=True,
                settings=(Setting("region", _N('the key\'s region, as "westeurope"; most keys have one')),),
                key=making.MICROSOFT_KEY,
            ),
            EngineKind(
                "mymemory",
                _N("a public memory of translations, a hundred requests a day"),
                making.mymemory,
                sends=making.at("http://api.mymemory.translated.net"),
                online=True,
                settings=(
                    Setting("source", _N("the variant of Portuguese"), making.one_of("pt-BR", "pt-PT"), "pt-BR"),
                    Setting("target", _N("the variant of English"), making.one_of("en-US", "en-GB"), "en-US"),
                ),
            ),
            EngineKind(
                "openai",
                _N("a language model: any service that speaks OpenAI's chat completions, also one on this machine"),
                making.openai,
                sends=making.url,
                online=True,
                settings=(
                    Setting("url", _N("the service's address, up to /v1"), address, needed=True),
                    Setting("model", _N("the model's name, as the service has it"), needed=True),
                    Setting("temperature", _N("how freely it chooses its words"), making.temperature, "0"),
                ),
                key=making.OPENAI_KEY,
            ),
            EngineKind(
                "apertium",
                _N("rules and dictionaries on this machine, by way of Spanish"),
                making.apertium,
                settings=(
                    Setting("command", _N("the command"), default="apertium"),
                    Setting("modes", _N('the modes to go through, as "pt-es, es-en"')),
                ),
                lacks=making.no_apertium,
            ),
        )
    }
)
"""What there is, the default first."""


def checks() -> Mapping[str, Mapping[str, Callable[[object], str]]]:
    """For each engine what reads each of its settings, for the configuration."""
    return {kind.name: {each.name: each.check for each in kind.settings} for kind in ENGINES.values()}


def chosen(name: str, settings: Mapping[str, Settings] = NO_SETTINGS, *, offline: bool = False) -> Choice:
    """The engine of that name as it is set up.

    Args:
        name: One of ``ENGINES``; case and spaces around it do not matter.
        settings: What the configuration says of each engine.
        offline: Whether nothing may leave this machine, not even the question which machine an address is.

    Raises:
        EngineUnavailable: There is none of that name.
    """
    kind = ENGINES.get(name.strip().casefold())
    if kind is None:
        message = _("there is no engine {name}").format(name=repr(clean_line(name, limit=40)))
        raise EngineUnavailable(message, _("choose one of: {names}").format(names=", ".join(ENGINES)))
    return Choice.of(kind, settings.get(kind.name, NOTHING), lookup=not offline)


def engine_named(
    name: str,
    *,
    offline: bool = False,
    settings: Mapping[str, Settings] = NO_SETTINGS,
    keys: Keys | None = None,
) -> Engine:
    """The engine of that name, made.

    Whether the reader said yes to what it sends is not asked here: see ``reader.translation.choosing.consent``.

    Args:
        name: One of ``ENGINES``; case and spaces around it do not matter.
        offline: Whether nothing may leave this machine.
        settings: What the configuration says of each engine.
        keys: Where its key is looked for; None for the environment and the system's keyring.

    Raises:
        EngineUnavailable: There is none of that name, it lacks something, or it is online and may not be.
    """
    choice = chosen(name, settings, offline=offline)
    if offline:
        forbid(choice)
    return choice.make(keys if keys is not None else Keys())


def forbid(choice: Choice) -> None:
    """Refuse what would leave this machine.

    Raises:
        EngineUnavailable: It would.
    """
    if choice.online:
        message = _("the engine {name} is online, and the reader is set to stay offline").format(name=choice.kind.name)
        raise EngineUnavailable(message, _("use the engine {name}, or take offline out").format(name=DEFAULT))

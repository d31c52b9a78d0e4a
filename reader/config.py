"""What the reader chose: read strictly from ``config.toml``, with every mistake named by its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader.errors import BadConfig
from reader.i18n import LANGUAGES

MEASURES = range(20, 201)
"""The widths a column of text may have, in cells."""

MINUTES = range(5, 7 * 24 * 60 + 1)
"""How often feeds may be refreshed by the clock, in minutes; 0 is never."""

_SIZE_LIMIT = 1 << 18
_NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_ENGINES: Mapping[str, Mapping[str, str]] = MappingProxyType({})

Checks = Mapping[str, Mapping[str, Callable[[object], str]]]
"""For each engine, what reads each of its settings, raising ValueError with what is allowed."""

_SECRETS = ("key", "token", "secret", "password")
"""A setting whose name has one of these in it was meant to be a key."""


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """How feeds are refreshed.

    Attributes:
        refresh_minutes: Minutes between two refreshes while the reader is open, one of ``MINUTES``; 0 for never: then
            they are refreshed when you say so.
    """

    refresh_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader chose. Keys for online services are never part of it.

    Attributes:
        engine: The name of the engine that translates.
        offline: Whether nothing may leave the machine, whatever the engine.
        theme: The name of the theme; "" for the app's own choice.
        measure: The width of the text column in cells, 20 to 200.
        language: The interface's language, one of ``reader.i18n.LANGUAGES``; "" to follow the locale.
        names_ahead: Whether the articles of the library are read for names in the background before they are opened.
        feeds: How feeds are refreshed.
        author: Your name, kept beside the English that you write; "" for none: the login is never taken instead.
        engines: For an engine's name, its settings.
        keys: For the id of a command, the keys that give it instead of its own; none takes them away.
    """

    engine: str = "local"
    offline: bool = False
    theme: str = ""
    measure: int = 72
    language: str = ""
    names_ahead: bool = True
    author: str = ""
    feeds: FeedSettings = FeedSettings()
    engines: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NO_ENGINES)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_KEYS)


def read_config(
    path: Path, *, engines: Callable[[], Checks] | None = None, themes: Collection[str] | None = None
) -> Config:
    """The configuration kept in ``path``; the default one where there is no such file.

    Args:
        path: A TOML file.
        engines: Gives the names ``engine`` may have, each with its settings; called only where the file speaks of
            engines, for it has much to import. None where any may be, without settings.
        themes: The names ``theme`` may have; None where any may be.

    Raises:
        BadConfig: It cannot be read, is not TOML, or says what is not allowed; the message names file
            and line.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_SIZE_LIMIT + 1)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise _bad(path, 0, f"cannot be read: {error.strerror}", "correct its permissions") from error
    if len(data) > _SIZE_LIMIT:
        raise _bad(path, 0, f"is larger than {_SIZE_LIMIT >> 10} kB", "make it smaller")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _bad(path, line, "not UTF-8", "save the file as UTF-8") from error
    text = text.replace("\r\n", "\n")
    import tomllib  # only where there is a file to read

    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _syntax(path, text, error) from error
    speaks = engines is not None and not values.keys().isdisjoint({"engine", "engines"})
    return _Reading(path, text, engines() if engines is not None and speaks else None, themes).config(values)


def _bad(path: Path, line: int, message: str, advice: str) -> BadConfig:
    where = f"{path}, line {line}" if line else str(path)
    return BadConfig(f"{where}: {message}", advice)


def _syntax(path: Path, text: str, error: Exception) -> BadConfig:
    said, _, where = str(error).rpartition(" (at ")
    line = text.count("\n") + 1
    if where.startswith("line "):
        line = int("".join(c for c in where.removeprefix("line ").partition(",")[0] if c.isdigit()) or 0)
    said = said or where or "nested too deeply"
    if isinstance(error, RecursionError):
        said, line = "nested too deeply", 0
    return _bad(path, line, f"not TOML ({said[:1].lower()}{said[1:]})", "correct the line or take it out")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One configuration file as it is checked, value by value."""

    path: Path
    text: str
    engines: Checks | None
    themes: Collection[str] | None

    def config(self, values: dict[str, Any]) -> Config:
        checks: dict[str, Callable[[str, Any], object]] = {
            "engine": lambda key, value: self.one_of(key, value, self.engines),
            "offline": self.truth,
            "theme": lambda key, value: self.one_of(key, value, self.themes),
            "measure": self.measure,
            "language": lambda key, value: self.one_of(key, value, ("", *LANGUAGES)),
            "names_ahead": self.truth,
            "author": lambda key, value: self.one_of(key, value, None),
            "feeds": self.feed_settings,
            "engines": self.engine_tables,
            "keys": self.keys,
        }
        chosen: dict[str, Any] = {}
        for key, value in values.items():
            if key not in checks:
                raise self.wrong((key,), f"{_shown(key)} is not a setting", f"one of {', '.join(checks)}")
            chosen[key] = checks[key](key, value)
        return Config(**chosen)

    def one_of(self, key: str, value: object, allowed: Collection[str] | None) -> str:
        if isinstance(value, str) and (allowed is None or value in allowed):
            return value
        what = "a text in quotes" if allowed is None else ", ".join(f'"{each}"' for each in allowed)
        raise self.wrong((key,), f"{key} cannot be {_shown(value)}", what)

    def truth(self, key: str, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self.wrong((key,), f"{key} cannot be {_shown(value)}", "true or false")

    def measure(self, key: str, value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value in MEASURES:
            return value
        allowed = f"a whole number from {MEASURES[0]} to {MEASURES[-1]}"
        raise self.wrong((key,), f"{key} cannot be {_shown(value)}", allowed)

    def feed_settings(self, key: str, value: object) -> FeedSettings:
        if not isinstance(value, dict):
            raise self.wrong((key,), f"{key} cannot be {_shown(value)}", "a table, as in [feeds] refresh_minutes = 30")
        for name in value:
            if name != "refresh_minutes":
                raise self.wrong((key, name), f"{_shown(f'{key}.{name}')} is not a setting", "refresh_minutes")
        minutes = value.get("refresh_minutes", 0)
        if isinstance(minutes, int) and not isinstance(minutes, bool) and (minutes == 0 or minutes in MINUTES):
            return FeedSettings(minutes)
        allowed = f"a whole number from {MINUTES[0]} to {MINUTES[-1]}, or 0 for never"
        raise self.wrong((key, "refresh_minutes"), f"feeds.refresh_minutes cannot be {_shown(minutes)}", allowed)

    def engine_tables(self, key: str, value: object) -> Mapping[str, Mapping[str, str]]:
        """What ``[engines.NAME]`` says. No value is ever shown: it might be a key, though keys do not belong here."""
        if not isinstance(value, dict):
            raise self.wrong((key,), f"{key} cannot be what it is", 'tables, as in [engines.libretranslate] url = "…"')
        known = self.engines or {}
        found = {}
        for name, table in value.items():
            if name not in known:
                raise self.wrong((key, name), f"there is no engine {_shown(name)}", f"one of {', '.join(known)}")
            if not isinstance(table, dict):
                raise self.wrong((key, name), f"{key}.{name} cannot be what it is", f"a table, [engines.{name}]")
            found[name] = MappingProxyType({each: self.engine_setting(name, each, table[each]) for each in table})
        return MappingProxyType(found)

    def engine_setting(self, engine: str, name: str, value: object) -> str:
        key = ("engines", engine, name)
        check = self.engines[engine].get(name) if self.engines else None
        if check is not None:
            try:
                return check(value)
            except ValueError as error:
                raise self.wrong(key, f"{'.'.join(key)} cannot be what it is", str(error)) from None
        if any(part in name.casefold() for part in _SECRETS):
            where = f"put it into the environment, or into the keyring: reader engines key {engine}"
            raise _bad(
                self.path, _line_of(self.text, key), f"{_shown('.'.join(key))}: a key does not belong here", where
            )
        allowed = ", ".join(self.engines[engine]) if self.engines else ""
        message = f"{_shown('.'.join(key))} is not a setting"
        raise self.wrong(key, message, f"one of {allowed}" if allowed else f"nothing, {engine} has no settings")

    def keys(self, key: str, value: object) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            raise self.wrong((key,), f"{key} cannot be {_shown(value)}", 'a table, as in [keys] next = ["j"]')
        return MappingProxyType({each: self.strokes((key, each), given) for each, given in value.items()})

    def strokes(self, key: tuple[str, ...], value: object) -> tuple[str, ...]:
        given = [value] if isinstance(value, str) else value
        if isinstance(given, list) and all(isinstance(each, str) and each.strip() for each in given):
            return tuple(each.strip() for each in given)
        allowed = 'a key ("j") or a list of keys (["j", "down"])'
        raise self.wrong(key, f"{_shown('.'.join(key))} cannot be {_shown(value)}", allowed)

    def wrong(self, key: tuple[str, ...], message: str, allowed: str) -> BadConfig:
        return _bad(self.path, _line_of(self.text, key), message, f"allowed: {allowed}")


def _line_of(text: str, key: tuple[str, ...]) -> int:
    """The line (from 1) on which the value of ``key`` begins: the first after which the file has it."""
    import tomllib

    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if key[-1] not in line:
            continue
        for end in range(number, len(lines) + 1):  # a value may go on over several lines
            try:
                found: Any = tomllib.loads("\n".join(lines[:end]))
            except tomllib.TOMLDecodeError:
                continue
            for part in key:
                found = found.get(part) if isinstance(found, dict) else None
            if found is not None:
                return number
            break
    return 0  # written with escapes, so that it is nowhere as it is


def _shown(value: object) -> str:
    shown = repr(value) if not isinstance(value, bool) else str(value).lower()
    return shown if len(shown) <= 40 else shown[:39] + "…"

"""Every setting as it is checked, value by value; each mistake is told with its line and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader.config.lines import bad, line_of, shown
from reader.config.model import (
    HYPHENATE,
    KNOWN_FROM,
    MEASURES,
    MINUTES,
    UNDERLINE,
    Checks,
    Config,
    FeedSettings,
    WordSettings,
)
from reader.errors import BadConfig
from reader.i18n import LANGUAGES

_Checks = Mapping[str, Callable[[tuple[str, ...], object], Any]]

_SECRETS = ("key", "token", "secret", "password")
"""A setting whose name has one of these in it was meant to be a key."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One configuration file as it is checked, value by value."""

    path: Path
    text: str
    engines: Checks | None
    themes: Collection[str] | None

    def config(self, values: dict[str, Any]) -> Config:
        """The settings that the file's values are; raises ``BadConfig`` for the first that is not allowed."""
        checks: dict[str, Callable[[str, Any], object]] = {
            "engine": lambda key, value: self._one_of(key, value, self.engines),
            "offline": self._truth,
            "theme": lambda key, value: self._one_of(key, value, self.themes),
            "signs": lambda key, value: self._one_of(key, value, ("", "unicode", "ascii")),
            "plain": self._truth,
            "measure": lambda key, value: self._number((key,), value, MEASURES),
            "hyphenate": lambda key, value: self._one_of(key, value, HYPHENATE),
            "language": lambda key, value: self._one_of(key, value, ("", *LANGUAGES)),
            "names_ahead": self._truth,
            "author": lambda key, value: self._one_of(key, value, None),
            "export_folder": lambda key, value: self._one_of(key, value, None),
            "feeds": self._feed_settings,
            "words": self._word_settings,
            "engines": self._engine_tables,
            "keys": self._keys,
        }
        chosen: dict[str, Any] = {}
        for key, value in values.items():
            if key not in checks:
                raise self._wrong((key,), f"{shown(key)} is not a setting", f"one of {', '.join(checks)}")
            chosen[key] = checks[key](key, value)
        return Config(**chosen)

    def _one_of(
        self, key: str, value: object, allowed: Collection[str] | None, at: tuple[str, ...] | None = None
    ) -> str:
        if isinstance(value, str) and (allowed is None or value in allowed):
            return value
        what = "a text in quotes" if allowed is None else ", ".join(f'"{each}"' for each in allowed)
        raise self._wrong(at or (key,), f"{key} cannot be {shown(value)}", what)

    def _truth(self, key: str, value: object) -> bool:
        if isinstance(value, bool):
            return value
        raise self._wrong((key,), f"{key} cannot be {shown(value)}", "true or false")

    def _number(self, key: tuple[str, ...], value: object, allowed: range, never: int | None = None) -> int:
        """A whole number of a range, or the one that means never."""
        if isinstance(value, int) and not isinstance(value, bool) and (value in allowed or value == never):
            return value
        what = f"a whole number from {allowed[0]} to {allowed[-1]}"
        what += "" if never is None else f", or {never} for never"
        raise self._wrong(key, f"{'.'.join(key)} cannot be {shown(value)}", what)

    def _table(self, key: str, value: object, known: _Checks, example: str) -> Any:
        """The settings of a table, checked one by one, by their names."""
        if not isinstance(value, dict):
            raise self._wrong((key,), f"{key} cannot be {shown(value)}", f"a table, as in [{key}] {example}")
        for name in value:
            if name not in known:
                allowed = f"one of {', '.join(known)}" if len(known) > 1 else ", ".join(known)
                raise self._wrong((key, name), f"{shown(f'{key}.{name}')} is not a setting", allowed)
        return {name: known[name]((key, name), each) for name, each in value.items()}

    def _feed_settings(self, key: str, value: object) -> FeedSettings:
        known = {"refresh_minutes": lambda at, each: self._number(at, each, MINUTES, 0)}
        return FeedSettings(**self._table(key, value, known, "refresh_minutes = 30"))

    def _word_settings(self, key: str, value: object) -> WordSettings:
        known: _Checks = {
            "known_from": self._zipf,
            "underline": lambda at, each: self._one_of(".".join(at), each, UNDERLINE, at),
        }
        return WordSettings(**self._table(key, value, known, "known_from = 5.0"))

    def _zipf(self, key: tuple[str, ...], value: object) -> float:
        least, most = KNOWN_FROM
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return float(value)
        raise self._wrong(key, f"{'.'.join(key)} cannot be {shown(value)}", f"a number from {least} to {most}")

    def _engine_tables(self, key: str, value: object) -> Mapping[str, Mapping[str, str]]:
        """What ``[engines.NAME]`` says. No value is ever shown: it might be a key, though keys do not belong here."""
        if not isinstance(value, dict):
            raise self._wrong((key,), f"{key} cannot be what it is", 'tables, as in [engines.libretranslate] url = "…"')
        known = self.engines or {}
        found = {}
        for name, table in value.items():
            if name not in known:
                raise self._wrong((key, name), f"there is no engine {shown(name)}", f"one of {', '.join(known)}")
            if not isinstance(table, dict):
                raise self._wrong((key, name), f"{key}.{name} cannot be what it is", f"a table, [engines.{name}]")
            found[name] = MappingProxyType({each: self._engine_setting(name, each, table[each]) for each in table})
        return MappingProxyType(found)

    def _engine_setting(self, engine: str, name: str, value: object) -> str:
        key = ("engines", engine, name)
        check = self.engines[engine].get(name) if self.engines else None
        if check is not None:
            try:
                return check(value)
            except ValueError as error:
                raise self._wrong(key, f"{'.'.join(key)} cannot be what it is", str(error)) from None
        if any(part in name.casefold() for part in _SECRETS):
            where = f"put it into the environment, or into the keyring: reader engines key {engine}"
            raise bad(self.path, line_of(self.text, key), f"{shown('.'.join(key))}: a key does not belong here", where)
        allowed = ", ".join(self.engines[engine]) if self.engines else ""
        message = f"{shown('.'.join(key))} is not a setting"
        raise self._wrong(key, message, f"one of {allowed}" if allowed else f"nothing, {engine} has no settings")

    def _keys(self, key: str, value: object) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            raise self._wrong((key,), f"{key} cannot be {shown(value)}", 'a table, as in [keys] next = ["j"]')
        return MappingProxyType({each: self._strokes((key, each), given) for each, given in value.items()})

    def _strokes(self, key: tuple[str, ...], value: object) -> tuple[str, ...]:
        given = [value] if isinstance(value, str) else value
        if isinstance(given, list) and all(isinstance(each, str) and each.strip() for each in given):
            return tuple("comma" if each == "," else each.strip() for each in given)  # commas part keys
        allowed = 'a key ("j") or a list of keys (["j", "down"])'
        raise self._wrong(key, f"{shown('.'.join(key))} cannot be {shown(value)}", allowed)

    def _wrong(self, key: tuple[str, ...], message: str, allowed: str) -> BadConfig:
        return bad(self.path, line_of(self.text, key), message, f"allowed: {allowed}")

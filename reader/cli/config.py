"""The command ``config``: every setting as it holds now, and where it comes from."""

from __future__ import annotations

import argparse
import dataclasses
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from articles.cleaning import clean_line
from articles.errors import Problem
from reader import i18n
from reader.cli import output
from reader.cli.compose import Composition
from reader.config.model import Config
from reader.config.reading import stated
from reader.i18n import _N, _
from reader.locations import HOME_VARIABLE
from reader.tui.keymap import conflicts

_LONGEST = 200
_SEEN = ("measure", "theme", "names", "layout")
"""What is changed while reading and remembered then, by the names of the window's state."""
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")

_FOLDERS = {"config": "config_dir", "data": "data_dir", "cache": "cache_dir", "state": "state_dir"}
_FROM = {
    "default": _N("as it comes"),
    "file": _N("config.toml, line {line}"),
    "option": _N("the option {name}"),
    "environment": _N("the environment: {name}"),
    "remembered": _N("as it was left while reading"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds now.

    Attributes:
        name: As ``config.toml`` has it, tables before their settings ("feeds.refresh_minutes").
        value: What holds.
        origin: One of ``_FROM``.
        line: The line of the file that says it, also where something else wins over it; 0 for none.
        by: The option or the variable that says it.
    """

    name: str
    value: object
    origin: str = "default"
    line: int = 0
    by: str = ""


def config(options: argparse.Namespace, parts: Composition) -> int:
    """Print the settings, the folders, and what is wrong with the keys.

    Raises:
        Problem: The configuration cannot be read, or says what is not allowed.
    """
    settings = list(_settings(options, parts))
    path = parts.locations.config_file
    wrong = conflicts({name: ",".join(keys) for name, keys in parts.config.keys.items()})
    folders = {name: str(getattr(parts.locations, attribute)) for name, attribute in _FOLDERS.items()}
    if options.format == "json":
        output.put_json(
            {
                "file": str(path),
                "exists": path.exists(),
                "settings": [_object(setting) for setting in settings],
                "folders": folders,
                "folders_from": _home(options)[0] or "platform",
                "conflicts": wrong,
            }
        )
        return 0
    lines = [_file(path), "", *_table(settings), "", *_folders(folders, options)]
    if wrong:
        lines += ["", *wrong]
    output.put("\n".join(lines))
    return 0


def _settings(options: argparse.Namespace, parts: Composition) -> Iterator[Setting]:
    """All settings, in the order of the documentation; keys and engines only where something is said of them."""
    said = stated(parts.locations.config_file)
    left = _remembered(parts)
    for key, value in _values(parts.config):
        name, line = ".".join(key), said.get(key, 0)
        at = Setting(name, value, "file" if line or key in said else "default", line)
        if name in left:
            at = dataclasses.replace(at, value=left[name], origin="remembered")
        if (name == "engine" and options.engine) or (name == "offline" and options.offline):
            at = dataclasses.replace(at, origin="option", by=f"--{name}")
        if name == "language" and not value:
            variable = next((each for each in _LOCALE if os.environ.get(each)), "")
            at = Setting(name, i18n.language(), "environment" if variable else "default", line, variable)
        yield at
    for name in ("names", "layout"):
        if name in left:
            yield Setting(f"({name})", left[name], "remembered")


def _values(config: Config) -> Iterator[tuple[tuple[str, ...], object]]:
    for field in dataclasses.fields(config):
        value = getattr(config, field.name)
        if dataclasses.is_dataclass(value):
            for inner in dataclasses.fields(value):
                yield (field.name, inner.name), getattr(value, inner.name)
        elif isinstance(value, Mapping):
            for name, each in value.items():
                if isinstance(each, Mapping):
                    yield from (((field.name, name, setting), said) for setting, said in each.items())
                else:
                    yield (field.name, name), each
        else:
            yield (field.name,), value


def _remembered(parts: Composition) -> dict[str, object]:
    """What was changed while reading; nothing where there is no library yet, or none that can be asked."""
    if not parts.locations.library_file.exists():
        return {}
    from reader.positions import Positions

    try:
        positions = Positions(parts.database)
        found = {name: positions.recall(name) for name in _SEEN}
    except Problem as problem:
        output.complain(str(problem))
        return {}
    return {name: value for name, value in found.items() if value is not None}


def _home(options: argparse.Namespace) -> tuple[str, str]:
    if options.home:
        return "option", "--home"
    return ("environment", HOME_VARIABLE) if os.environ.get(HOME_VARIABLE) else ("", "")


# Printing


def _object(setting: Setting) -> dict[str, object]:
    value = list(setting.value) if isinstance(setting.value, tuple) else setting.value
    return {
        "name": setting.name, "value": value, "from": setting.origin, "line": setting.line or None,
        "by": setting.by or None,
    }  # fmt: skip


def _file(path: Path) -> str:
    shown = clean_line(str(path), _LONGEST)
    return shown if path.exists() else _("{file} (there is none: all is as it comes)").format(file=shown)


def _table(settings: list[Setting]) -> list[str]:
    shown = [(clean_line(each.name, _LONGEST), _value(each.value), _origin(each)) for each in settings]
    widths = [min(36, max(len(row[column]) for row in shown)) for column in (0, 1)]
    return [f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}" for name, value, origin in shown]


def _value(value: object) -> str:
    """As ``config.toml`` would have it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_value, value))}]"
    return f'"{clean_line(value, _LONGEST)}"' if isinstance(value, str) else str(value)


def _origin(setting: Setting) -> str:
    said = _(_FROM[setting.origin]).format(line=setting.line, name=setting.by)
    if setting.line and setting.origin != "file":
        instead = _("instead of line {line}").format(line=setting.line)
        said = f"{said}, {instead}"
    return said


def _folders(folders: dict[str, str], options: argparse.Namespace) -> list[str]:
    origin, by = _home(options)
    said = _(_FROM[origin]).format(line=0, name=by) if origin else _("the platform's own")
    words = _("folders ({origin}):").format(origin=said)
    return [words, *(f"  {name:<6}  {clean_line(path, _LONGEST)}" for name, path in folders.items())]

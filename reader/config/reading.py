"""Reading ``config.toml``, strictly: what it says holds altogether, or the first mistake is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from reader.config.model import Checks, Config

_SIZE_LIMIT = 1 << 18


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
    said = _read(path)
    if said is None:
        return Config()
    from reader.config.checks import Reading  # only where there is a file to check

    text, values = said
    speaks = engines is not None and not values.keys().isdisjoint({"engine", "engines"})
    return Reading(path, text, engines() if engines is not None and speaks else None, themes).config(values)


def stated(path: Path) -> dict[tuple[str, ...], int]:
    """What the file says something of, such as ``("feeds", "refresh_minutes")``, and on which line; 0 for unknown.

    Raises:
        BadConfig: It cannot be read, or is not TOML.
    """
    said = _read(path)
    if said is None:
        return {}
    from reader.config.lines import line_of

    text, values = said
    return {key: line_of(text, key) for key in _keys(values)}


def _keys(values: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _keys(value, (*above, name))
        else:
            yield (*above, name)


def _read(path: Path) -> tuple[str, dict[str, Any]] | None:
    """The file's text and what it says; None where there is none."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_SIZE_LIMIT + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        from reader.config.lines import bad

        raise bad(path, 0, f"cannot be read: {error.strerror}", "correct its permissions") from error
    import tomllib  # only where there is a file to read

    from reader.config.lines import bad, syntax

    if len(data) > _SIZE_LIMIT:
        raise bad(path, 0, f"is larger than {_SIZE_LIMIT >> 10} kB", "make it smaller")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise bad(path, line, "not UTF-8", "save the file as UTF-8") from error
    text = text.replace("\r\n", "\n")
    try:
        return text, tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise syntax(path, text, error) from error

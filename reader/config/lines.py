"""Where in ``config.toml`` something is said, and how a mistake there is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.errors import BadConfig


def bad(path: Path, line: int, message: str, advice: str) -> BadConfig:
    """A mistake in the file; ``line`` counts from 1, 0 where it is not known."""
    where = f"{path}, line {line}" if line else str(path)
    return BadConfig(f"{where}: {message}", advice)


def syntax(path: Path, text: str, error: Exception) -> BadConfig:
    """What the parser of TOML did not understand, with the line that it names."""
    said, _, where = str(error).rpartition(" (at ")
    line = text.count("\n") + 1
    if where.startswith("line "):
        line = int("".join(c for c in where.removeprefix("line ").partition(",")[0] if c.isdigit()) or 0)
    said = said or where or "nested too deeply"
    if isinstance(error, RecursionError):
        said, line = "nested too deeply", 0
    return bad(path, line, f"not TOML ({said[:1].lower()}{said[1:]})", "correct the line or take it out")


def line_of(text: str, key: tuple[str, ...]) -> int:
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


def shown(value: object) -> str:
    """A value as a message has it: short."""
    said = repr(value) if not isinstance(value, bool) else str(value).lower()
    return said if len(said) <= 40 else said[:39] + "…"

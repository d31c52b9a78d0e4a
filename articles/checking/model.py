"""What is wrong with a library, and how each room says so."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Mend = Callable[[sqlite3.Connection], None]
"""Puts it right, within a transaction that the caller holds."""

Check = Callable[[sqlite3.Connection], Iterable["Finding"]]
"""What a room has to say of its part of the library: each finding, nothing where all is well. It changes nothing.

It may raise ``sqlite3.Error`` where the tables themselves are damaged, which is then a finding of its own.
"""

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong.

    Attributes:
        what: A short name for programs, such as "index" or "sort keys".
        message: One line for people.
        count: How many times.
        mend: What puts it right; None where nothing can.
    """

    what: str
    message: str
    count: int = 1
    mend: Mend | None = None


def examine(connection: sqlite3.Connection, checks: Iterable[tuple[str, Check]]) -> Iterator[Finding]:
    """All findings of all checks; a check that stumbles over a damaged page is one of them.

    Args:
        connection: The library; nothing is changed.
        checks: Each with a name for what it looks at.
    """
    for name, check in checks:
        try:
            yield from check(connection)
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter in what SQLite says of damaged tables
            yield Finding("damaged", f"{name} cannot be read: {told(error)}")


class Broken(str):
    """Text of the library that is no UTF-8, with U+FFFD where it is not."""

    __slots__ = ()


def lenient(data: bytes) -> str:
    """Text as it comes out of a damaged library."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return Broken(data.decode("utf-8", "replace"))


def told(error: Exception) -> str:
    """SQLite's own words, on one line."""
    return " ".join("".join(char if char.isprintable() else " " for char in str(error)).split())[:200]


def some(names: Iterable[str]) -> str:
    """The first few names, for a message."""
    given = list(names)
    return ", ".join(each[:12] for each in given[:_NAMED]) + (", …" if len(given) > _NAMED else "")

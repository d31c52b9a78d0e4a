"""What feeds are called, and which of them a name means."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable
from typing import Any

_marks = re.compile("[\u0300-\u036f]+")
_signs = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The words of a text in small letters without accents: "Público: Última" is "publico ultima"."""
    return _signs.sub(" ", _marks.sub("", unicodedata.normalize("NFKD", text)).casefold()).strip()


def feed_keys(connection: sqlite3.Connection, name: str) -> list[int]:
    """The numbers of the feeds that a name may mean; what fits better shuts out the rest. See ``FeedStore.find``.

    For queries such as ``feed:NAME``, where all of them count.
    """
    name = name.strip()
    if name.isascii() and name.isdigit() and len(name) < 10:
        found = connection.execute("SELECT key FROM feed WHERE key = ?", (int(name),)).fetchall()
        if found:
            return [found[0][0]]
    wanted = folded(name)
    if not wanted:
        return []
    feeds = connection.execute("SELECT key, url, site, folded FROM feed ORDER BY key").fetchall()
    given = bare(name)
    tests: tuple[Callable[[Any], bool], ...] = (
        lambda row: row[1] == name,
        lambda row: given == bare(row[1]),
        lambda row: bool(row[2]) and given == bare(row[2]),
        lambda row: row[3] == wanted,
        lambda row: row[3].startswith(wanted),
        lambda row: f" {wanted}" in row[3],
    )
    for test in tests:
        keys = [row[0] for row in feeds if test(row)]
        if keys:
            return keys
    return []


def bare(url: str) -> str:
    """The address without what most people leave out: the scheme, ``www.`` and the last slash."""
    return url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")

"""The pages of a library's file, walked by hand: https://www.sqlite.org/fileformat.html section 1.6."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

PAGE = 4096
"""Bytes of a page."""


def pages_of(path: Path, data: bytes) -> Iterator[tuple[str, list[tuple[int, str, int, int]]]]:
    """Each tree of the file, walked by hand: not each SQLite is built with the table that says it."""
    with closing(sqlite3.connect(path)) as connection:
        roots = connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").fetchall()
    for name, root in roots:
        yield name, list(walk(data, root))


def walk(data: bytes, page: int) -> Iterator[tuple[int, str, int, int]]:
    at = (page - 1) * PAGE
    kind, cells = data[at], int.from_bytes(data[at + 3 : at + 5], "big")
    if kind in (0x02, 0x05):
        yield page, "internal", 0, 0
        for cell in range(cells):
            offset = int.from_bytes(data[at + 12 + 2 * cell : at + 14 + 2 * cell], "big")
            yield from walk(data, int.from_bytes(data[at + offset : at + offset + 4], "big"))
        yield from walk(data, int.from_bytes(data[at + 8 : at + 12], "big"))
        return
    keys = []
    for cell in range(cells if kind == 0x0D else 0):
        offset = at + int.from_bytes(data[at + 8 + 2 * cell : at + 10 + 2 * cell], "big")
        length, offset = _number(data, offset)
        key, offset = _number(data, offset)
        keys.append(key)
        if length > PAGE - 35:
            least = (PAGE - 12) * 32 // 255 - 23
            here = least + (length - least) % (PAGE - 4)
            place = offset + (here if here <= PAGE - 35 else least)
            following = int.from_bytes(data[place : place + 4], "big")
            while following:
                yield following, f"overflow {key}", 0, 0
                place = (following - 1) * PAGE
                following = int.from_bytes(data[place : place + 4], "big")
    yield page, "leaf", min(keys, default=0), max(keys, default=0)


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    while data[at] >= 0x80:
        value = value << 7 | data[at] & 0x7F
        at += 1
    return value << 7 | data[at], at + 1

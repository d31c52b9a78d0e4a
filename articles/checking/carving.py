"""Finding articles on the pages of a damaged library to which no other page leads any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from articles.model import identity

# What the pages hold: https://sqlite.org/fileformat.html, sections 1.5, 1.6 and 2.
_LEAF = 0x0D  # the page of a table that holds rows
_NUMBER_SIZES = (0, 1, 2, 3, 4, 6, 8)
_FLOAT, _ZERO, _ONE = 7, 8, 9
_BLOB = 12


def carved(path: Path, wanted: Collection[int], columns: list[str]) -> Iterator[dict[str, Any]]:
    """The articles of these keys that lie whole on some page: their id is the one of their text, so they are sound.

    Args:
        path: The library's file.
        wanted: Keys of articles that were in the library when it was damaged: others may lie there that were deleted.
        columns: The columns of the table of articles, the key first.

    Raises:
        OSError: The file cannot be read.
    """
    data = path.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):
        return
    usable = size - data[20]
    for at in range(0, len(data) - size + 1, size):
        start = at + (100 if at == 0 else 0)
        if data[start] != _LEAF:
            continue
        for cell in range(int.from_bytes(data[start + 3 : start + 5], "big")):
            place = start + 8 + 2 * cell
            offset = int.from_bytes(data[place : place + 2], "big")
            if place + 2 > at + usable or offset >= usable:
                break
            try:
                row = _row(data, at + offset, at + usable, size, usable, wanted)
            except (ValueError, IndexError):  # nothing of this cell is to be believed
                continue
            if row is None:
                continue
            key, values = row
            found = dict(zip(columns[1:], [*values[1:], *[None] * len(columns)], strict=False))
            body = found.get("body")
            if isinstance(body, str) and identity(body) == found.get("id"):
                yield {**found, columns[0]: key}


def _row(
    data: bytes, at: int, end: int, size: int, usable: int, wanted: Collection[int]
) -> tuple[int, list[Any]] | None:
    length, at = _varint(data, at)
    key, at = _varint(data, at)
    if key not in wanted or length > len(data):
        return None
    most = usable - 35
    here = length
    if length > most:
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
    if at + here + (4 if here < length else 0) > end:
        raise ValueError("the cell is longer than its page")
    parts = [data[at : at + here]]
    following = int.from_bytes(data[at + here : at + here + 4], "big") if here < length else 0
    while here < length:
        place = (following - 1) * size
        if place <= 0 or place + size > len(data):
            raise ValueError("the rest of the row is lost")
        part = data[place + 4 : place + 4 + min(usable - 4, length - here)]
        following = int.from_bytes(data[place : place + 4], "big")
        parts.append(part)
        here += len(part)
    return key, _values(b"".join(parts))


def _values(record: bytes) -> list[Any]:
    length, at = _varint(record, 0)
    place = length
    values: list[Any] = []
    while at < length:
        kind, at = _varint(record, at)
        if kind >= _BLOB:
            size = (kind - _BLOB) // 2
            value: Any = record[place : place + size]
            value = value.decode() if kind % 2 else value
        elif kind < _FLOAT:
            size = _NUMBER_SIZES[kind]
            value = int.from_bytes(record[place : place + size], "big", signed=True) if kind else None
        elif kind in (_ZERO, _ONE):
            size, value = 0, kind - _ZERO
        else:
            raise ValueError("no article has such a value")
        place += size
        values.append(value)
    if place != len(record):
        raise ValueError("the row does not end where it says")
    return values


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(9):
        byte = data[at + index]
        if index == 8:  # the last one has eight bits
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + index + 1
    raise ValueError("unreachable")  # pragma: no cover - the ninth byte always ends it

"""How words are compared in a dictionary's index, and the file of its rows in that order, searched where it lies."""

from __future__ import annotations

import array
import mmap
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.dictionary.errors import BadDictionary
from reader.locations import reason

MOST_ROWS = 4_000_000
"""Headwords and other forms of one dictionary."""

LONGEST_KEY = 1_000
"""Bytes of one headword; longer ones are left out."""

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u00a0": " "})


def fold(word: str) -> str:
    """What two spellings of one headword have in common: case, composed letters, signs that look alike."""
    return unicodedata.normalize("NFC", word.translate(_APOSTROPHES)).casefold()


def decode(data: bytes) -> str:
    """Text in UTF-8, or where it is none in Windows' Western encoding; every byte says something in the end."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class Mapped:
    """A file seen as bytes, without reading it in."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                empty = not os.fstat(file.fileno()).st_size
                self._map: mmap.mmap | bytes = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            message = f"{path.name!r} cannot be read: {reason(error)}"
            raise BadDictionary(message) from error

    def __len__(self) -> int:
        return len(self._map)

    def find(self, what: bytes, start: int, end: int) -> int:
        """Where these bytes are next; -1 where they are not."""
        return self._map.find(what, start, end)

    def part(self, start: int, end: int) -> bytes:
        """A part of it; shorter where it ends before."""
        return self._map[start:end]

    def close(self) -> None:
        """Close it."""
        if isinstance(self._map, mmap.mmap):
            self._map.close()
        self._map = b""


def write_rows(path: Path, rows: Iterable[tuple[str, int]]) -> int:
    """Write the places of rows in the order of their folded keys; returns how many.

    Args:
        rows: Each with its folded key and its place, which fits 32 bits.

    Raises:
        BadDictionary: There are too many.
    """
    keyed: list[tuple[str, int]] = []
    for row in rows:
        keyed.append(row)
        if len(keyed) > MOST_ROWS:
            message = f"it has more than {MOST_ROWS} headwords"
            raise BadDictionary(message)
    keyed.sort()
    write_places(path, (place for _, place in keyed))
    return len(keyed)


def write_places(path: Path, places: Iterable[int]) -> None:
    """Write numbers of 32 bits."""
    numbers = array.array("I", places)
    if sys.byteorder == "big":
        numbers.byteswap()
    path.write_bytes(numbers.tobytes())


class Rows:
    """Places of rows in the order of their keys.

    Args:
        path: What ``write_rows`` wrote.
        key: Gives the folded key at a place.
    """

    def __init__(self, path: Path, key: Callable[[int], str]) -> None:
        self._bytes = Mapped(path)
        self._key = key

    def __len__(self) -> int:
        return len(self._bytes) // 4

    def __getitem__(self, at: int) -> int:
        return int.from_bytes(self._bytes.part(4 * at, 4 * at + 4), "little")

    def find(self, folded: str) -> Iterator[int]:
        """The places whose key is this one."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._key(self[middle]) < folded:
                low = middle + 1
            else:
                high = middle
        while low < len(self) and self._key(self[low]) == folded:
            yield self[low]
            low += 1

    def close(self) -> None:
        """Close its file."""
        self._bytes.close()

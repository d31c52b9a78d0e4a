"""StarDict's files: what the .ifo says, and words by the .idx and .syn, entries by the .dict."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.dictionary.errors import BadDictionary
from reader.dictionary.keys import LONGEST_KEY, Mapped, Rows, decode, fold, write_places, write_rows

_SKIPPED = frozenset("tyrWPX")  # phonetics, resources, sounds and pictures
MARKUP = frozenset("hgxkw")
"""Types of text with tags."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in the file.

    Attributes:
        headword: Its own word.
        pieces: Its texts, each with whether tags are markup in it.
        alias: Whether the word asked for is only another form that leads there.
    """

    headword: str
    pieces: tuple[tuple[bool, str], ...]
    alias: bool = False


def read_ifo(data: bytes) -> dict[str, str]:
    """What an .ifo file says.

    Raises:
        BadDictionary: It is none.
    """
    lines = decode(data[: 1 << 16]).lstrip("\ufeff").splitlines()
    if not lines or not lines[0].startswith("StarDict's "):
        raise BadDictionary("its .ifo does not begin as one of StarDict does")
    return {name.strip(): value.strip() for name, sign, value in (each.partition("=") for each in lines[1:]) if sign}


class StarDictIndex:
    """Finds headwords in the .idx and .syn files.

    Args:
        folder: Holds ``index``, ``forms``, ``rows`` and ``places``; ``forms`` may be empty.
        wide: Whether offsets have 64 bits.
    """

    def __init__(self, folder: Path, *, wide: bool) -> None:
        self._index, self._forms = Mapped(folder / "index"), Mapped(folder / "forms")
        self._tail = struct.Struct(">QI" if wide else ">II")
        self._rows = Rows(folder / "rows", self._key)
        self._places = Rows(folder / "places", self._key)

    def find(self, word: str) -> Iterator[tuple[str, int, int, bool]]:
        """Headword, offset, size and whether it is another form's, of each row of a word; as written ones first.

        Raises:
            BadDictionary: The files contradict each other.
        """
        found = [self._row(place) for place in self._rows.find(fold(word))]
        exact = [row for row, written in found if written == word]
        return iter(exact or [row for row, _ in found])

    def sample(self, count: int) -> tuple[str, ...]:
        """So many words, spread over all of them."""
        step = max(1, len(self._rows) // count)
        return tuple(self._word(self._rows[at])[0] for at in range(0, len(self._rows), step))

    def close(self) -> None:
        """Close the files."""
        for each in (self._index, self._forms, self._rows, self._places):
            each.close()

    def _word(self, place: int) -> tuple[str, int]:
        """The word at a place and where it ends; places behind the .idx are of the .syn."""
        size = len(self._index)
        source, at = (self._index, place) if place < size else (self._forms, place - size)
        end = source.find(b"\0", at, at + LONGEST_KEY + 1)
        if end < 0:
            return "", at
        return decode(source.part(at, end)), end + 1

    def _key(self, place: int) -> str:
        return fold(self._word(place)[0])

    def _row(self, place: int) -> tuple[tuple[str, int, int, bool], str]:
        written, end = self._word(place)
        alias = place >= len(self._index)
        headword = written
        if alias:
            number = int.from_bytes(self._forms.part(end, end + 4), "big")
            if number >= len(self._places):
                raise BadDictionary("its other forms lead to entries that are not there")
            headword, end = self._word(self._places[number])
        tail = self._index.part(end, end + self._tail.size)
        if len(tail) < self._tail.size:
            raise BadDictionary("its index is cut off")
        offset, size = self._tail.unpack(tail)
        return (headword, offset, size, alias), written


def prepare(folder: Path, *, wide: bool) -> int:
    """Write ``rows`` and ``places`` beside ``index`` and ``forms``; returns how many headwords there are.

    Raises:
        BadDictionary: The index is none.
    """
    index, forms = Mapped(folder / "index"), Mapped(folder / "forms")
    try:
        if len(index) + len(forms) >= 1 << 32:
            raise BadDictionary("its index is larger than 4 GiB")
        own = [place for _, place in _walk(index, 12 if wide else 8)]
        if not own:
            raise BadDictionary("its index holds no headword")
        write_places(folder / "places", own)

        def rows() -> Iterator[tuple[str, int]]:
            for word, place in _walk(index, 12 if wide else 8):
                if word:
                    yield fold(word), place
            for word, place in _walk(forms, 4):
                if word:
                    yield fold(word), len(index) + place

        write_rows(folder / "rows", rows())
        return len(own)
    finally:
        index.close()
        forms.close()


def _walk(source: Mapped, tail: int) -> Iterator[tuple[str, int]]:
    """Each row's word, "" where it is too long to be one, and place; ends where the file is cut off."""
    at = 0
    while at < len(source):
        end = source.find(b"\0", at, len(source))
        if end < 0 or end + 1 + tail > len(source):
            return
        yield ("" if end - at > LONGEST_KEY else decode(source.part(at, end))), at
        at = end + 1 + tail


def pieces(data: bytes, types: str) -> tuple[tuple[bool, str], ...]:
    """The texts of an entry: by ``types`` where the dictionary says them for all, else each with its own.

    What cannot be text (sounds, pictures, resources, phonetics) is left out; what is cut off ends there.
    """
    found: list[tuple[bool, str]] = []
    at, number = 0, 0
    while at < len(data):
        if types:
            if number >= len(types):
                break
            kind = types[number]
            number += 1
        else:
            kind = chr(data[at])
            at += 1
        last = bool(types) and number == len(types)
        if last:
            part, at = data[at:], len(data)
        elif kind.isupper():
            size = int.from_bytes(data[at : at + 4], "big")
            part, at = data[at + 4 : at + 4 + size], at + 4 + size
        else:
            end = data.find(b"\0", at)
            end = len(data) if end < 0 else end
            part, at = data[at:end], end + 1
        if kind not in _SKIPPED:
            found.append((kind in MARKUP, decode(part.rstrip(b"\0"))))
    return tuple(found)

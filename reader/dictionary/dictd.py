"""dictd's files: lines of a word and two numbers in base 64 in the .index, entries in the .dict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.dictionary.errors import BadDictionary
from reader.dictionary.keys import LONGEST_KEY, Mapped, Rows, decode, fold, write_rows

_DIGITS = {
    ord(sign): value for value, sign in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_LONGEST_LINE = 2 * LONGEST_KEY + 100
_ABOUT = ("00database", "00-database")


def number(digits: bytes) -> int:
    """A number in dictd's base 64.

    Raises:
        BadDictionary: It is none.
    """
    value = 0
    if not digits or len(digits) > 10:
        raise BadDictionary("its index holds what is no number")
    for digit in digits:
        if digit not in _DIGITS:
            raise BadDictionary("its index holds what is no number")
        value = value * 64 + _DIGITS[digit]
    return value


def bare(word: str) -> str:
    """A word as dictd's indexes have it where they leave out all signs: letters, digits and spaces."""
    return "".join(sign for sign in fold(word) if sign.isalnum() or sign == " ")


class DictdIndex:
    """Finds headwords in an .index.

    Args:
        folder: Holds ``index`` and ``rows``.
    """

    def __init__(self, folder: Path) -> None:
        self._index = Mapped(folder / "index")
        self._rows = Rows(folder / "rows", lambda place: fold(self._line(place)[0]))

    def find(self, word: str) -> Iterator[tuple[str, int, int, bool]]:
        """Headword, offset, size and False, of each row of a word.

        Raises:
            BadDictionary: The index holds what is no number.
        """
        for key in dict.fromkeys((fold(word), bare(word))):
            found = [self._line(place) for place in self._rows.find(key)] if key.strip() else []
            if found:
                exact = [row for row in found if row[3] == word]
                return iter([(row[3], number(row[1]), number(row[2]), False) for row in exact or found])
        return iter(())

    def sample(self, count: int) -> tuple[str, ...]:
        """So many words, spread over all of them."""
        step = max(1, len(self._rows) // count)
        return tuple(self._line(self._rows[at])[0] for at in range(0, len(self._rows), step))

    def close(self) -> None:
        """Close the files."""
        self._index.close()
        self._rows.close()

    def _line(self, place: int) -> tuple[str, bytes, bytes, str]:
        """Key, offset, size and the word as it is written, which a fourth column may say."""
        end = self._index.find(b"\n", place, place + _LONGEST_LINE)
        line = self._index.part(place, end if end >= 0 else place + _LONGEST_LINE)
        columns = line.rstrip(b"\r").split(b"\t")
        if len(columns) < 3:
            return "", b"", b"", ""
        key = decode(columns[0])
        return key, columns[1], columns[2], decode(columns[3]) if len(columns) > 3 else key


def prepare(folder: Path) -> int:
    """Write ``rows`` beside ``index``; returns how many headwords there are.

    Raises:
        BadDictionary: The index is none.
    """
    index = Mapped(folder / "index")
    try:
        if len(index) >= 1 << 32:
            raise BadDictionary("its index is larger than 4 GiB")
        count = write_rows(folder / "rows", ((fold(word), place) for word, place in _walk(index)))
    finally:
        index.close()
    if not count:
        raise BadDictionary("its index holds no headword")
    return count


def about(folder: Path) -> dict[str, tuple[int, int]]:
    """Where the entries are that tell of the dictionary itself: "info", "short", "url", "utf8" and so on."""
    index = Mapped(folder / "index")
    found: dict[str, tuple[int, int]] = {}
    try:
        at = 0
        while at < len(index):
            end = index.find(b"\n", at, min(len(index), at + _LONGEST_LINE))
            end = len(index) if end < 0 else end
            columns = index.part(at, end).rstrip(b"\r").split(b"\t")
            name = decode(columns[0])
            if len(columns) >= 3 and name.startswith(_ABOUT):
                key = name.replace("-", "").removeprefix("00database")
                found[key] = (number(columns[1]), number(columns[2]))
            at = end + 1
            if name > "01" and not name.startswith("0") and len(found) > 2:
                break  # sorted: they stand at the beginning
    finally:
        index.close()
    return found


def _walk(index: Mapped) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(index):
        end = index.find(b"\n", at, len(index))
        end = len(index) if end < 0 else end
        if end - at <= _LONGEST_LINE:
            columns = index.part(at, end).rstrip(b"\r").split(b"\t")
            word = decode(columns[0])
            if len(columns) >= 3 and word and not word.startswith(_ABOUT):
                number(columns[1])
                number(columns[2])
                yield word, at
        at = end + 1

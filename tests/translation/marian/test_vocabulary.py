"""Pieces of words: read from a model of sentencepiece, cut as it cuts, and standing for the right characters."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.marian import vocabulary
from reader.translation.marian.protobuf import pieces
from reader.translation.marian.trouble import StudentUnusable
from reader.translation.marian.vocabulary import END, UNKNOWN, Vocabulary

TEXTS = ["</s>", "<unk>", "▁", "▁a", "▁ab", "b", "c", "▁c", '"', "-", "fi", "cc"]
KNOWN = Vocabulary([(text, -float(number)) for number, text in enumerate(TEXTS)])


def field(number: int, value: bytes | float | int) -> bytes:
    """A field of a protocol buffer."""
    if isinstance(value, bytes):
        return bytes([number << 3 | 2]) + varint(len(value)) + value
    if isinstance(value, float):
        return bytes([number << 3 | 5]) + struct.pack("<f", value)
    return bytes([number << 3]) + varint(value)


def varint(value: int) -> bytes:
    found = b""
    while value > 127:
        found += bytes([value & 127 | 128])
        value >>= 7
    return found + bytes([value])


def model(rules: bytes = b"nmt_nfkc", kind: int = 1, texts: list[str] = TEXTS) -> bytes:
    kinds = {0: 3, 1: 2}
    found = b""
    for number, text in enumerate(texts):
        piece = field(1, text.encode()) + field(2, -float(number))
        found += field(1, piece + (field(3, kinds[number]) if number in kinds else b""))
    return found + field(2, field(3, kind) + bytes([9]) + bytes(8)) + field(3, field(1, rules))


def test_the_pieces_of_a_model_are_read() -> None:
    assert pieces(model()) == [(text, -float(number)) for number, text in enumerate(TEXTS)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        model()[:-1],
        model(rules=b"identity"),
        model(kind=2),
        model(texts=TEXTS[:2]),
        field(1, field(1, b"</s>") + field(2, 0.0)),
        field(1, field(2, 0.0) + field(3, 3)),
        field(1, field(1, b"\xff") + field(2, 0.0) + field(3, 3)),
        bytes([9 << 3 | 3]),
        bytes([8]) + b"\xff" * 12,
        bytes([13, 1, 2]),
    ],
    ids=range(11),
)
def test_what_is_no_such_model_is_refused(data: bytes) -> None:
    with pytest.raises(StudentUnusable):
        pieces(data)


def cut(text: str) -> list[tuple[str, str]]:
    """Each piece, and what it stands for."""
    found = KNOWN.cut(text)
    return [(TEXTS[number], text[start:end]) for number, (start, end) in zip(found.ids, found.spans, strict=True)]


def test_the_likeliest_pieces_are_taken_each_with_its_characters() -> None:
    assert cut("ab a") == [("▁ab", "ab"), ("▁a", "a")]
    assert cut("  a\t\nabc ") == [("▁a", "a"), ("▁ab", "ab"), ("c", "c")]
    assert cut("") == cut("   ") == []


def test_unknown_characters_in_a_row_are_one_piece() -> None:
    assert cut("axy 🙂 a") == [("▁a", "a"), ("<unk>", "xy"), ("▁", " "), ("<unk>", "🙂"), ("▁a", "a")]


def test_quotes_and_dashes_are_known_as_plain_ones_and_offsets_hold() -> None:
    assert cut("“a” – a") == [("▁", ""), ('"', "“"), ("<unk>", "a"), ('"', "”"), ("▁", " "), ("-", "–"), ("▁a", "a")]


def test_compatibility_forms_are_plain_ones_and_what_cannot_be_seen_goes() -> None:
    assert cut("aﬁ") == [("▁a", "a"), ("fi", "ﬁ")]
    assert cut("a\u200bb") == [("▁ab", "a\u200bb")]


def test_text_comes_out_of_pieces() -> None:
    assert KNOWN.text_of([4, 3, 6, END]) == "ab ac"
    assert UNKNOWN == 1
    assert len(KNOWN) == len(TEXTS)


def test_a_word_without_end_is_cut_in_parts_and_no_more_words_are_remembered_than_memory_is_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert len(KNOWN.cut("b" * 1_000).ids) == 1_001
    monkeypatch.setattr(vocabulary, "_MOST_WORDS", 2)
    fresh = Vocabulary(list(zip(TEXTS, range(0, -len(TEXTS), -1), strict=True)))
    text = "a ab ac abc abb a"
    assert fresh.cut(text) == KNOWN.cut(text)


@given(st.text(max_size=40))
def test_pieces_stand_in_order_and_for_characters_of_the_text(text: str) -> None:
    spans = KNOWN.cut(text).spans
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)

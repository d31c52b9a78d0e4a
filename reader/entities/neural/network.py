"""The network: a transformer encoder (Vaswani et al. 2017, as in BERT) with a score for each tag, in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.entities.neural.modelfile import Floats, ModelFile
from reader.entities.neural.windows import Window

_EPSILON = np.float32(1e-12)
_GELU = np.float32((2 / np.pi) ** 0.5)
_CUBIC = np.float32(0.044715 * (2 / np.pi) ** 0.5)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One layer; matrices have shape (inputs, outputs)."""

    qkv: Floats
    qkv_bias: Floats
    out: Floats
    out_bias: Floats
    norm1: tuple[Floats, Floats]
    up: Floats
    up_bias: Floats
    down: Floats
    down_bias: Floats
    norm2: tuple[Floats, Floats]


class Network:
    """Scores the tags of the pieces of some windows of text. Safe to use from several threads.

    Args:
        file: The weights.
    """

    def __init__(self, file: ModelFile) -> None:
        shape = file.about["shape"]
        self._heads: int = shape["heads"]
        self.longest: int = shape["positions"]
        """Pieces that a window may have."""
        self._codes = file.bytes("embedding.codes")
        self._book = file.array("embedding.book")
        self._positions = file.array("positions")
        self._rules = file.array("rules")
        self._shapes = file.array("shapes")
        self._norm = _norm(file, "embedding.norm")
        self._layers = [_layer(file, f"layer{number}.") for number in range(shape["layers"])]
        self._tags = np.ascontiguousarray(file.array("tags").T)
        self._tags_bias = file.array("tags.bias")

    def scores(self, windows: Sequence[Window]) -> list[Floats]:
        """The logarithm of the probability of each tag for each word of each window.

        Args:
            windows: At least one; no more than ``longest`` pieces in each.

        Returns:
            For each window an array of shape (words, tags).
        """
        ends = np.cumsum([len(window.ids) for window in windows]).tolist()
        spans = list(zip([0, *ends[:-1]], ends, strict=True))
        vectors = self._embedded(np.concatenate([np.asarray(window.ids, np.intp) for window in windows]))
        for window, (start, end) in zip(windows, spans, strict=True):
            vectors[start:end] += self._positions[: end - start]
            vectors[start:end] += self._rules[window.rules]
            vectors[start:end] += self._shapes[window.shapes]
        _normalise(vectors, *self._norm)
        firsts = [np.asarray(window.first, np.intp) + start for window, (start, _) in zip(windows, spans, strict=True)]
        for layer in self._layers[:-1]:
            vectors = self._after(layer, vectors, spans)
        result = self._after(self._layers[-1], vectors, spans, np.concatenate(firsts)) @ self._tags
        result += self._tags_bias
        result -= result.max(axis=1, keepdims=True)
        result -= np.log(np.exp(result).sum(axis=1, keepdims=True))
        return np.split(result, np.cumsum([len(first) for first in firsts])[:-1])

    def _embedded(self, ids: NDArray[np.intp]) -> Floats:
        """The vectors of pieces, put together from their parts: shape (pieces, width)."""
        parts = self._book[np.arange(len(self._book)), self._codes[ids]]
        return np.asarray(parts.reshape(len(ids), -1))

    def _after(
        self, layer: _Layer, vectors: Floats, spans: Sequence[tuple[int, int]], wanted: NDArray[np.intp] | None = None
    ) -> Floats:
        """The vectors after a layer, which may replace those before it; or only those that are still wanted."""
        mixed = vectors @ layer.qkv
        mixed += layer.qkv_bias
        width = vectors.shape[1]
        seen = np.empty_like(vectors)
        for start, end in spans:
            seen[start:end] = self._attend(mixed[start:end], width)
        if wanted is not None:
            vectors, seen = vectors[wanted], seen[wanted]
        step = seen @ layer.out
        step += layer.out_bias
        vectors += step
        _normalise(vectors, *layer.norm1)
        inner = vectors @ layer.up
        inner += layer.up_bias
        _gelu(inner)
        step = inner @ layer.down
        step += layer.down_bias
        vectors += step
        _normalise(vectors, *layer.norm2)
        return vectors

    def _attend(self, mixed: Floats, width: int) -> Floats:
        """What each piece of one window takes from the others: shape (pieces, width)."""
        count = len(mixed)
        size = width // self._heads
        query, key, value = mixed.reshape(count, 3, self._heads, size).transpose(1, 2, 0, 3)
        # What is multiplied or divided by one number a row is so where there are the fewest numbers.
        weights = (query * np.float32(size**-0.5)) @ key.transpose(0, 2, 1)
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        seen = weights @ value
        seen /= weights.sum(axis=2, keepdims=True)
        return np.asarray(seen.transpose(1, 0, 2).reshape(count, width))


def _gelu(numbers: Floats) -> None:
    """Twice the Gaussian error linear units in the tanh form (Hendrycks and Gimpel 2016), in place."""
    inner = numbers * numbers
    inner *= _CUBIC
    inner += _GELU
    inner *= numbers
    np.tanh(inner, out=inner)
    inner += 1
    numbers *= inner


def _normalise(vectors: Floats, weight: Floats, bias: Floats) -> None:
    """Layer normalisation (Ba et al. 2016), in place."""
    vectors -= vectors.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", vectors, vectors)[:, None]
    spread /= vectors.shape[1]
    spread += _EPSILON
    vectors /= np.sqrt(spread)
    vectors *= weight
    vectors += bias


def _norm(file: ModelFile, name: str) -> tuple[Floats, Floats]:
    pair: NDArray[Any] = file.array(name)
    return pair[0], pair[1]


def _layer(file: ModelFile, name: str) -> _Layer:
    def matrix(which: str) -> Floats:
        return np.ascontiguousarray(file.array(name + which).T)  # a tenth faster than the transposed view

    return _Layer(
        qkv=matrix("qkv"),
        qkv_bias=file.array(name + "qkv.bias"),
        out=matrix("out"),
        out_bias=file.array(name + "out.bias"),
        norm1=_norm(file, name + "norm1"),
        up=matrix("up"),
        up_bias=file.array(name + "up.bias"),
        down=matrix("down") * np.float32(0.5),  # what ``_gelu`` leaves to do
        down_bias=file.array(name + "down.bias"),
        norm2=_norm(file, name + "norm2"),
    )

"""Product quantisation."""

from __future__ import annotations

import numpy as np

from reader.entities.train.quantising import PART, TYPICAL, quantise, restored


def test_vectors_come_back_nearly() -> None:
    vectors = np.random.default_rng(1).standard_normal((2_000, 3 * PART)).astype(np.float32)
    codes, book = quantise(vectors, seed=1)

    assert (codes.shape, codes.dtype) == ((2_000, 3), np.uint8)
    assert book.shape == (3, TYPICAL, PART)
    error = np.square(restored(codes, book) - vectors).sum() / np.square(vectors).sum()
    assert error < 0.1
    shuffled = restored(np.roll(codes, 1, axis=0), book)
    assert np.square(shuffled - vectors).sum() / np.square(vectors).sum() > 1


def test_few_different_vectors_come_back_exactly_and_each_time_alike() -> None:
    few = np.arange(40, dtype=np.float32).reshape(10, PART)
    vectors = np.tile(few, (30, 1))
    codes, book = quantise(vectors, seed=2)

    assert np.array_equal(restored(codes, book), vectors)
    again = quantise(vectors, seed=2)
    assert np.array_equal(codes, again[0])
    assert np.array_equal(book, again[1])

"""Product quantisation of the pieces' vectors (Jégou et al. 2011): see ``reader.entities.neural.modelfile``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reader.entities.neural.modelfile import Floats

PART = 4
"""Numbers of a part: with 256 typical parts that is two bits a number."""

TYPICAL = 256
"""Typical parts, so that one byte names one."""

ROUNDS = 12


def quantise(vectors: Floats, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Codes, shape (vectors, parts), and the book, shape (parts, ``TYPICAL``, ``PART``), by k-means.

    Args:
        vectors: Shape (vectors, width); the width is a multiple of ``PART``, and there are at least ``TYPICAL``.
        seed: Of what k-means begins with.
    """
    dice = np.random.default_rng(seed)
    codes, books = [], []
    for start in range(0, vectors.shape[1], PART):
        part = np.ascontiguousarray(vectors[:, start : start + PART])
        book = part[dice.choice(len(part), TYPICAL, replace=False)]
        for _ in range(ROUNDS):
            nearest = _nearest(part, book)
            counts = np.bincount(nearest, minlength=TYPICAL)
            sums = np.stack([np.bincount(nearest, part[:, at], TYPICAL) for at in range(PART)], axis=1)
            empty = counts == 0
            book = (sums / np.maximum(counts, 1)[:, None]).astype(np.float32)
            book[empty] = part[dice.choice(len(part), int(empty.sum()))]
        book = book.astype(np.float16).astype(np.float32)  # as it is stored
        codes.append(_nearest(part, book).astype(np.uint8))
        books.append(book.astype(np.float16))
    return np.stack(codes, axis=1), np.stack(books)


def restored(codes: NDArray[np.uint8], book: NDArray[np.float16]) -> Floats:
    """The vectors that codes stand for: shape (vectors, width)."""
    return np.asarray(book[np.arange(len(book)), codes].reshape(len(codes), -1).astype(np.float32))


def _nearest(part: Floats, book: Floats) -> NDArray[np.intp]:
    found = [
        (some @ book.T * 2 - np.square(book).sum(1)).argmax(1) for some in np.array_split(part, len(part) // 4096 + 1)
    ]
    return np.concatenate(found)

"""From scores to tags, from tags to names."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.entities.neural.tags import APART, CAUTION, TAGS, likeliest, names_of


def is_allowed(tags: tuple[int, ...]) -> bool:
    before = (0, *tags)
    return all(tag == 0 or tag % 2 == 1 or last in (tag, tag - 1) for last, tag in zip(before, tags, strict=False))


@given(st.lists(st.lists(st.floats(-5, 0, width=16), min_size=TAGS, max_size=TAGS), min_size=1, max_size=4))
def test_no_allowed_series_is_likelier(rows: list[list[float]]) -> None:
    scores = np.asarray(rows, np.float32)
    found = tuple(likeliest(scores))

    def value(tags: tuple[int, ...]) -> float:
        told = sum(scores[at, tag] for at, tag in enumerate(tags)) + CAUTION * tags.count(0)
        return float(told) - APART * sum(tag % 2 for last, tag in itertools.pairwise(tags) if last)

    best = max(value(tags) for tags in itertools.product(range(TAGS), repeat=len(rows)) if is_allowed(tags))
    assert is_allowed(found)
    assert abs(value(found) - best) < 1e-3


def test_names() -> None:
    assert names_of([1, 2, 0, 3, 3, 4, 5]) == [(0, 2, 0), (3, 4, 1), (4, 6, 1), (6, 7, 2)]
    assert names_of([]) == []
    assert names_of([0, 0]) == []

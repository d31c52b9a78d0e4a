"""What is told of words beside their pieces."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.model import Kind, Mention
from reader.entities.neural.signs import RULE_SIGNS, rule_signs, shape_of

WORDS = [(0, 3), (4, 7), (8, 9), (10, 14)]


def mention(start: int, end: int, kind: Kind) -> Mention:
    return Mention(Span(start, end), kind, "x" * (end - start))


def test_the_first_word_of_a_mention_differs_from_the_rest() -> None:
    found = rule_signs(WORDS, [mention(0, 7, Kind.PERSON), mention(10, 14, Kind.OTHER)])
    assert found == [1, 2, 0, RULE_SIGNS - 2]


def test_a_part_of_a_word_is_the_word() -> None:
    assert rule_signs(WORDS, [mention(5, 6, Kind.DATE)]) == [0, 7, 0, 0]


def test_two_mentions_side_by_side() -> None:
    assert rule_signs(WORDS, [mention(0, 3, Kind.PLACE), mention(4, 9, Kind.PLACE)]) == [5, 5, 6, 0]


@pytest.mark.parametrize(
    ("word", "shape"), [("casa", 0), ("iPhone", 0), ("1984", 1), ("—", 2), ("ONU", 3), ("A", 4), ("Élio", 5)]
)
def test_shapes(word: str, shape: int) -> None:
    assert shape_of(word) == shape

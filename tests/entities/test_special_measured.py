"""The judged special mentions lie on their texts, and what is found there stays as right as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.entities.special_gold import KINDS, annotated, counts, judge, judged, recall, should_be, texts

FLOORS = {"title": 0.9, "product": 0.9, "event": 0.95, "quantity": 0.97, "money": 0.98}
"""Of the precision where something was found at first sight; rules were mended after these cases were seen."""

FIRST_SIGHT = {"title": (82, 18), "product": (11, 7), "event": (80, 12), "quantity": (93, 7), "money": (98, 2)}
SECOND = {"title": (48, 10), "product": (3, 1), "event": (30, 1), "quantity": (59, 1), "money": (59, 1)}


def test_what_was_right_and_wrong_at_first_sight() -> None:
    for draw, expected in ((1, FIRST_SIGHT), (2, SECOND)):
        found = counts(draw)
        assert {kind: (found[kind, True], found[kind, False]) for kind in KINDS} == expected


def test_the_judgements_lie_on_words(shared: Path) -> None:
    sentences = texts(shared / "data")
    places = [(case["text"], case["start"], case["end"]) for case in judged()]
    places += [(case["text"], *right[:2]) for case in judged() if (right := should_be(case)) is not None]
    places += [(case["text"], case["start"], case["end"]) for case in annotated()[1]]
    for name, start, end in places:
        text = sentences[name]
        assert text[start:end] == text[start:end].strip() != ""
        assert start == 0 or not text[start - 1].isalnum()
        assert not text[end : end + 1].isalnum()


@pytest.mark.parametrize("kind", KINDS)
def test_precision_holds(shared: Path, kind: str) -> None:
    tally = judge(texts(shared / "data"))[kind]
    assert tally.precision >= FLOORS[kind], tally.errors
    assert tally.right >= 0.8 * (FIRST_SIGHT[kind][0] + SECOND[kind][0]), tally.errors


def test_quantities_are_found(shared: Path) -> None:
    tally = recall(texts(shared / "data"))["quantity"]
    assert tally.recall >= 0.9, tally.errors
    assert tally.precision >= 0.9, tally.errors

"""A text in as few parts as a service takes at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.translation.online.mymemory import size
from reader.translation.online.stretches import Stretch, joined, stretches

TEXT = "A ministra chegou. Ela falou com o líder, que não respondeu, e depois saiu. Choveu."


def test_what_fits_is_one() -> None:
    assert stretches(TEXT, 100) == [Stretch(TEXT)]


def test_sentences_are_kept_together_while_they_fit_and_cut_only_where_they_do_not() -> None:
    parts = stretches(TEXT, 60)
    assert [part.text for part in parts] == [
        "A ministra chegou.",
        "Ela falou com o líder, que não respondeu, e depois saiu.",
        "Choveu.",
    ]
    assert all(part.first and part.last for part in parts)
    parts = stretches(TEXT, 40)
    assert [(part.first, part.last) for part in parts] == [(True, True), (True, False), (False, True), (True, True)]


def test_what_was_cut_is_fitted_together() -> None:
    first, middle, last = Stretch("Ela falou,", True, False), Stretch("e depois", False, False), Stretch("saiu.", False)
    said = [(first, "She spoke."), (middle, "And then."), (last, "Left.")]
    assert joined(said) == "She spoke, and then left."


@given(st.text(alphabet="aé.,;! \U0001f600\ud800B", max_size=120), st.integers(8, 60))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, most: int) -> None:
    text = " ".join(text.split())
    for measure in (len, size):
        parts = stretches(text, most, measure)
        assert "".join(part.text for part in parts).replace(" ", "") == text.replace(" ", "")
        assert all(measure(part.text) <= most for part in parts)

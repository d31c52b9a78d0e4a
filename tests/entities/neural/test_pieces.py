"""Cutting sentences into words and words into pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.entities.neural.pieces import UNKNOWN, Vocabulary

TEXTS = ["", "", "", "▁", "▁O", "▁Rio", "▁R", "io", "i", "o", "-", ".", "▁de", "▁São", "á", "fi", "R", "O"]
WORDS = Vocabulary(TEXTS, [0, 0, 0, -9, -2, -3, -5, -5, -6, -6, -3, -2, -2, -4, -7, -7, -8, -8])


def texts(sentence: str) -> list[str]:
    return [TEXTS[piece] if piece != UNKNOWN else "?" for piece in WORDS.cut(sentence).ids]


def test_the_likeliest_pieces_are_taken() -> None:
    assert texts("O Rio") == ["▁O", "▁Rio"]
    assert texts("Rio-Rio.") == ["▁Rio", "-", "R", "io", "."]


def test_words_have_places_and_a_first_piece() -> None:
    cut = WORDS.cut("Rio-Rio de O")

    assert cut.words == [(0, 3), (3, 4), (4, 7), (8, 10), (11, 12)]
    assert cut.first == [0, 1, 2, 4, 5]
    assert [TEXTS[piece] for piece in cut.ids] == ["▁Rio", "-", "R", "io", "▁de", "▁O"]


def test_what_is_unknown_is_one_piece_a_character() -> None:
    assert texts("Rio中文") == ["▁Rio", "?", "?"]
    assert texts("xx") == ["▁", "?", "?"]


def test_signs_of_compatibility_are_read_as_what_they_stand_for() -> None:
    assert texts("\ufb01") == ["▁", "fi"]
    assert texts("á") == ["▁", "á"]


def test_an_endless_word_is_not_read_to_its_end() -> None:
    cut = WORDS.cut("o" * 1_000_000)
    assert len(cut.words) == 1
    assert len(cut.ids) < 100


@given(st.text(max_size=60))
def test_places_are_in_order_and_cover_all_that_is_no_space(sentence: str) -> None:
    cut = WORDS.cut(sentence)

    covered = "".join(sentence[start:end] for start, end in cut.words)
    assert covered == "".join(sign for sign in sentence if not sign.isspace())
    assert cut.words == sorted(cut.words)
    assert all(one < other for one, other in zip(cut.first, cut.first[1:], strict=False))
    assert not cut.first or cut.first[-1] < len(cut.ids)


def test_words_are_forgotten_before_there_are_too_many() -> None:
    words = Vocabulary(TEXTS, [-1.0] * len(TEXTS))
    for number in range(50_000):
        words.cut(f"Rio{number}")
    assert len(words._known) <= 20_000

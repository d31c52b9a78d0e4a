"""Long sentences are cut where clauses end, and what comes of them is joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation import pieces

CLAUSE = "o governo anunciou novas medidas para a economia do país"


def long_sentence(clauses: int) -> str:
    return ", e ".join([CLAUSE] * clauses) + "."


def test_what_fits_is_left_whole() -> None:
    assert pieces.clauses(long_sentence(2)) == [long_sentence(2)]


def test_a_long_sentence_is_cut_at_its_commas() -> None:
    cut = pieces.clauses(long_sentence(20))
    assert all(pieces.fits(stretch) for stretch in cut)
    assert all(stretch.endswith((",", ".")) for stretch in cut)
    assert " ".join(cut) == long_sentence(20)


def test_without_any_clause_it_is_cut_between_words() -> None:
    text = "palavra " * 200
    cut = pieces.clauses(text.strip())
    assert all(pieces.fits(stretch) for stretch in cut)
    assert " ".join(cut) == text.strip()


def test_a_word_without_end_is_cut_by_length() -> None:
    cut = pieces.clauses("x" * 5000)
    assert "".join(cut) == "x" * 5000
    assert max(map(len, cut)) <= pieces.MAX_CHARACTERS


def test_a_short_text_without_spaces_cannot_be_halved() -> None:
    assert pieces.halve("palavra") is None
    assert pieces.halve("") is None


@given(st.text(" ,;:-aé", max_size=900))
def test_cutting_loses_no_letter(text: str) -> None:
    text = " ".join(text.split())
    assert "".join("".join(pieces.clauses(text)).split()) == "".join(text.split())


def test_sentences_are_packed_up_to_the_limit() -> None:
    text = " ".join([f"Esta é a frase número {number} do texto." for number in range(100)])
    packed = pieces.packed(text, 300)
    assert " ".join(packed) == text
    assert all(len(stretch) <= 300 for stretch in packed)
    assert len(packed) < 20


def test_a_sentence_beyond_the_limit_is_cut() -> None:
    packed = pieces.packed(long_sentence(60), 1500)
    assert all(len(stretch) <= 1500 for stretch in packed)
    assert " ".join(packed) == long_sentence(60)


@pytest.mark.parametrize(
    ("source", "target", "first", "last", "expected"),
    [
        ("O governo anunciou,", "The government announced.", True, False, "The government announced,"),
        ("e a crise passou.", "And the crisis passed.", False, True, "and the crisis passed."),
        ("que o Brasil venceu", "Brazil won.", False, False, "Brazil won"),
        ("em que o Brasil venceu.", "In which Brazil won.", False, True, "in which Brazil won."),
        ("eu fui.", "I went.", False, True, "I went."),
        ("casas novas.", "New houses.", False, True, "new houses."),
        ("Um fim.", "An end.", True, True, "An end."),
    ],
)
def test_a_stretch_is_fitted_to_its_neighbours(
    source: str, target: str, first: bool, last: bool, expected: str
) -> None:
    assert pieces.fitted(source, target, first=first, last=last) == expected

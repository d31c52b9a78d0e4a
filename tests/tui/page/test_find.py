"""Finding words: accents, case and the ends of lines do not matter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page import find
from reader.tui.page.find import Matches, matches, pattern

TEXT = "A Coreia do Norte busca ajuda.\n\nO avião e a AVIAÇÃO; o açúcar\nmascavo custa R$ 3 (três)."


def found(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in matches(text, query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("coreia", ["Coreia"]),
        ("COREIA", ["Coreia"]),
        ("aviao", ["avião"]),
        ("aviação", ["AVIAÇÃO"]),
        ("aviac", ["AVIAÇ"]),
        ("áçúcar", ["açúcar"]),
        ("norte  busca", ["Norte busca"]),
        ("acucar mascavo", ["açúcar\nmascavo"]),
        ("ajuda. o", ["ajuda.\n\nO"]),
        ("r$ 3", ["R$ 3"]),
        ("(três)", ["(três)"]),
        ("(tres", ["(três"]),
        (".", [".", "."]),
        (".*", []),
        ("[a-z]", []),
        ("\\", []),
        ("", []),
        (" \t ", []),
        ("nada disso", []),
    ],
)
def test_what_is_found(query: str, expected: list[str]) -> None:
    assert found(query) == expected


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_however_the_query_is_composed(form: str) -> None:
    assert found(unicodedata.normalize(form, "aviação")) == ["AVIAÇÃO"]


def test_letters_without_a_plain_one_are_found_as_they_are() -> None:
    assert found("ß", "Straße") == ["ß"]
    assert found("\u0130", "\u0130stanbul") == ["\u0130"]
    assert found("日本", "o 日本 hoje") == ["日本"]


@given(st.text(max_size=12), st.text(max_size=30), st.text(max_size=30))
def test_any_query_is_found_where_it_stands_and_none_is_a_mistake(query: str, before: str, after: str) -> None:
    word = unicodedata.normalize("NFC", " ".join(query.split()))
    text = f"{before} {word} {after}"
    spans = matches(text, query)
    if query.split():
        assert spans
        assert any(start <= len(before) + 1 < end for start, end in spans) or any(
            start < len(before) + 1 + len(word) and end > len(before) + 1 for start, end in spans
        )
    else:
        assert spans == []


def test_more_matches_than_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_MOST", 5)
    assert len(matches("a " * 50, "a")) == 5


def test_a_pattern_is_made_once() -> None:
    assert pattern("avião") is pattern("avião")


def test_matches_go_round_in_both_directions() -> None:
    some = Matches("a", [(3, 4), (10, 11), (20, 21)])
    assert len(some) == 3
    assert some.next(-1, 1) == (3, 1)
    assert some.next(3, 1) == (10, 2)
    assert some.next(20, 1) == (3, 1)
    assert some.next(99, 1) == (3, 1)
    assert some.next(20, -1) == (10, 2)
    assert some.next(3, -1) == (20, 3)
    assert some.next(0, -1) == (20, 3)
    assert Matches().next(0, 1) is None


def test_the_matches_of_a_screen() -> None:
    some = Matches("a", [(3, 4), (10, 11), (20, 21)])
    assert some.within(3, 20) == [(3, 4), (10, 11)]
    assert some.within(4, 10) == []
    assert some.within(0, 100) == some.spans

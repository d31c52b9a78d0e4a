"""Finding words: accents, case and the ends of lines do not matter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page import find
from reader.tui.page.find import Folded, Hit, Matches

TEXT = "A Coreia do Norte busca ajuda.\n\nO avião e a AVIAÇÃO; o açúcar\nmascavo custa R$ 3 (três)."


def found(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in Folded(text).find(query)]


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
    assert found("ß", "Straße") == found("ss", "Straße") == ["ß"]
    assert found("\u0130", "\u0130stanbul") == ["\u0130"]
    assert found("日本", "o 日本 hoje") == ["日本"]


@given(st.text(max_size=12), st.text(max_size=30), st.text(max_size=30))
def test_any_query_is_found_where_it_stands_and_none_is_a_mistake(query: str, before: str, after: str) -> None:
    word = unicodedata.normalize("NFC", " ".join(query.split()))
    text = f"{before} {word} {after}"
    spans = Folded(text).find(query)
    if query.split():
        assert spans
        assert any(start <= len(before) + 1 < end for start, end in spans) or any(
            start < len(before) + 1 + len(word) and end > len(before) + 1 for start, end in spans
        )
    else:
        assert spans == []


def test_more_matches_than_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_MOST", 5)
    assert len(Folded("a " * 50).find("a")) == 5


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("fim", "o \ufb01m", ["\ufb01m"]),
        ("o \ufb01m", "o fim", ["o fim"]),
        ("f", "\ufb01", ["\ufb01"]),
        ("acao", "ac\u0327a\u0303o \u4e2d ação", ["ac\u0327a\u0303o", "ação"]),
        ('"nao"', "disse “não”.", ["“não”"]),
        ("d'agua", "copo d’água", ["d’água"]),
        ("R$ 3", "custa R$\u00a03 ou R$\u202f3", ["R$\u00a03", "R$\u202f3"]),
        ("norte-coreano", "o norte–coreano", ["norte–coreano"]),
        ("e...", "e… e...", ["e…", "e..."]),
        ("cesar", "CÆSAR César Cesar", ["César", "Cesar"]),
        ("caesar", "CÆSAR 中", ["CÆSAR"]),
        ("1o", "no 1º dia", ["1º"]),
    ],
)
def test_signs_that_are_one_to_a_reader(query: str, text: str, expected: list[str]) -> None:
    assert found(query, text) == expected


def test_where_steps_meet_nothing_is_lost() -> None:
    text = "ação " * 13_200 + "中 ﬁm ação “fim”"
    assert len(Folded(text).find("acao")) == 13_201
    assert Folded(text).find("acao acao")[0] == (0, 9)
    start, end = Folded(text).find('"fim"')[0]
    assert text[start:end] == "“fim”"


@given(st.text(alphabet="aáAçß“”-–ﬁ \n中e\u0301…", max_size=20), st.text(max_size=20), st.booleans())
def test_a_part_of_a_text_is_found_in_it_however_it_is_written(part: str, rest: str, upper: bool) -> None:
    if part.strip(" \n\u0301"):
        assert Folded(f"{rest} {part} {rest}").find(part.upper() if upper else part)


def test_all_hits_are_in_the_order_of_reading() -> None:
    some = Matches("a", [(3, 4), (10, 11)], [(0, 1)], [Hit(5, True, 1, 0, 2), Hit(-1, True, 0, 0, 0)])
    assert [(hit.at, hit.english) for hit in some.hits] == [(-1, False), (-1, True), (3, False), (5, True), (10, False)]
    assert some.first(-1) == 0
    assert some.first(4) == 3
    assert some.first(99) == 0
    assert [some.number_of(hit) for hit in some.hits] == [0, 1, 2, 3, 4]
    assert some.number_of(Hit(6, True, 1, 0, 2)) is None
    assert Matches().first(0) == 0


def test_the_matches_of_a_screen() -> None:
    some = Matches("a", [(3, 4), (10, 11), (20, 21)])
    assert some.within(3, 20) == [(3, 4), (10, 11)]
    assert some.within(4, 10) == []
    assert some.within(0, 100) == some.spans

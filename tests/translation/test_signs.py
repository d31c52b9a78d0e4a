"""Quotes, dashes, prices and spaces: there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.signs import for_model, mended, spaced, unwrap


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("“Olá” e «adeus»", '"Olá" e "adeus"'),
        ("‘Olá’, disse", '"Olá", disse'),
        ("cão-d’água", "cão-d'água"),
        ("um — dois – três…", "um - dois - três..."),
        ("€ 30", "30 euros"),
        ("30 €", "30 euros"),
        ("€ 3,5 milhões", "3,5 milhões de euros"),
        ("£20 mil", "20 mil libras"),
        ("R$ 5", "R$ 5"),
    ],
)
def test_signs_become_those_the_model_knows(text: str, known: str) -> None:
    assert for_model(text) == known


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“Apesar da febre, estou bem.", ("“", "Apesar da febre, estou bem.", "")),
        ('"Toda a frase."', ('"', "Toda a frase.", '"')),
        ('mas não era."', ("", "mas não era.", '"')),
        ("— Não vou.", ("— ", "Não vou.", "")),
        ("• um item", ("• ", "um item", "")),
        ("😀 Bom dia 😀", ("😀 ", "Bom dia", " 😀")),
        ('"Um" e "dois"', ("", '"Um" e "dois"', "")),
        ("", ("", "", "")),
        ('"', ("", '"', "")),
    ],
)
def test_what_encloses_a_sentence_is_set_apart(text: str, parts: tuple[str, str, str]) -> None:
    assert unwrap(text) == parts


@given(st.text("«»“”\"' -–—•aé😀\n", max_size=30))
def test_setting_apart_loses_nothing(text: str) -> None:
    assert "".join(unwrap(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said,"Go."', 'He said, "Go."'),
        ("the U. S. government", "the U.S. government"),
        ("U.S.A. and U. S. A. too", "U.S.A. and U.S.A. too"),
        ("at 10 a. m. today", "at 10 a.m. today"),
        ("the end .", "the end."),
        ("one , two ; three", "one, two; three"),
        ("by the officer.The charges", "by the officer. The charges"),
        ("one,two", "one, two"),
        ("at 9:30, 1,200 and 3.5", "at 9:30, 1,200 and 3.5"),
        ("wait ... what", "wait ... what"),
        ("too   many", "too many"),
        ("see www.example.com/a:b and J. Smith", "see www.example.com/a:b and J. Smith"),
    ],
)
def test_spaces_are_put_right(text: str, expected: str) -> None:
    assert spaced(text) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("“Sim”, disse.", '"Yes," he said.', "“Yes,” he said."),
        ("não”, disse ele, “nunca", 'no," he said, "never', "no,” he said, “never"),
        ("não», disse ele, «nunca", 'no," he said, "never', "no,” he said, “never"),
        ("13 de maio de 2023", "13 May 2023 -", "13 May 2023"),
        ("ele disse —", "he said -", "he said -"),
        ("«Sim», disse.", '"Yes," he said.', "“Yes,” he said."),
        ('"Sim", disse.', '"Yes," he said.', '"Yes," he said.'),
        ("“Sim” e “não”", '"Yes" and no', '"Yes" and no'),
        ("um — dois — três", "one - two - three", "one — two — three"),
        ("um — dois — três", "one - two, three", "one - two, three"),
        ("fim…", "end...", "end…"),
        ('o "green card" dele', "his green card", 'his "green card"'),
        ('Ele disse: "Vá."', 'He said: "Go.', 'He said: "Go."'),
        ('Ele disse: "Vá".', 'He said: "Go.', 'He said: "Go."'),
        ('era." Ela: "sim"', 'was." She: "yes', 'was." She: "yes'),
        ("300 km² e 5 m³", "300 km2 and 5 m3", "300 km² and 5 m³"),
        ("o CO2 e 3 km²", "CO2 and 3 km2", "CO2 and 3 km²"),
    ],
)
def test_the_english_gets_the_signs_of_the_source(source: str, target: str, expected: str) -> None:
    assert mended(source, target) == expected

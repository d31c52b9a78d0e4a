"""Numbers come through, as English writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.translation.numbers import lost_numbers, numbers_mended


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("nesta quarta-feira (13)", "on Wednesday (13)"),
        ("1.200 pessoas", "1,200 people"),
        ("3,5 milhões", "3.5 million"),
        ("3 mil reais", "3,000 reais"),
        ("às 15h", "at 3 p.m."),
        ("às 11h20", "at 11:20 a.m."),
        ("os 2 países", "the two countries"),
        ("no 1º dia", "on the first day"),
        ("às 09h", "at 9 a.m."),
        ("em 12/03/2021", "on 12/03/2021"),
        ("sem números", "no numbers"),
    ],
)
def test_a_number_in_any_of_its_forms_is_kept(source: str, target: str) -> None:
    assert lost_numbers(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("em 1945", "in the forties", ["1945"]),
        ("(13) e (14)", "(13)", ["14"]),
        ("35 graus", "25 degrees", ["35"]),
        ("123456 casos", "many cases", ["123456"]),
    ],
)
def test_a_missing_number_is_named(source: str, target: str, lost: list[str]) -> None:
    assert lost_numbers(source, target) == lost


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("783.562 km²", "783.562 km²", "783,562 km²"),
        ("Andou 1.234,5 km.", "He walked 1.234.5 km.", "He walked 1,234.5 km."),
        ("Subiu 2,5% com 25.", "It rose 2.5% with 25.", "It rose 2.5% with 25."),
        ("R$ 1.234,56", "R$ 1.234,56", "R$ 1,234.56"),
        ("subiu 3,5%", "rose 3,5%", "rose 3.5%"),
        ("ver Figura 1.100", "see Figure 1.100", "see Figure 1.100"),
        ("a Lei 9.504 de 1997", "Law 9.504 of 1997", "Law 9.504 of 1997"),
        ("versão 1.1", "version 1.1", "version 1.1"),
        ("o meridiano 35° O", "the 25th meridian", "the 35th meridian"),
        ("35 e 40", "25 and 45", "25 and 45"),
        ("de 30 a 45", "from 30 to 99 in 77", "from 30 to 99 in 77"),
    ],
)
def test_numbers_are_mended_only_where_that_is_sure(source: str, target: str, mended: str) -> None:
    assert numbers_mended(source, target) == mended


@given(st.text("0123456789.,º²½ ab", max_size=60), st.text("0123456789.,٣ ab", max_size=60))
def test_odd_digits_harm_nothing(source: str, target: str) -> None:
    assert isinstance(numbers_mended(source, target), str)

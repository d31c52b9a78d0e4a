"""Capitals are calmed before the engine and raised after it."""

from __future__ import annotations

import pytest

from reader.translation.casing import calm, raised, shouting


@pytest.mark.parametrize("text", ["BRASIL VENCE A ARGENTINA POR 3 A 0", "GUERRA NA UCRÂNIA", "O FIM"])
def test_capitals_are_seen(text: str) -> None:
    assert shouting(text)


@pytest.mark.parametrize("text", ["ONU", "ONU OTAN", "XII", "Brasil Vence", "13", "BRASIL", "PT PSDB"])
def test_acronyms_and_single_words_are_not_shouting(text: str) -> None:
    assert not shouting(text)


def test_a_sentence_is_made_of_it() -> None:
    assert calm("GUERRA: OTAN E EUA DISCUTEM O SÉCULO XXI") == "Guerra: OTAN e EUA discutem o século XXI"


def test_addresses_are_left_alone() -> None:
    text = "VEJA https://a.b/Cd HOJE"
    assert shouting(text, [(5, 19)])
    assert not shouting(text)
    assert calm(text, [(5, 19)]) == "Veja https://a.b/Cd hoje"
    assert raised("See https://a.b/Cd today", [(4, 18)]) == "SEE https://a.b/Cd TODAY"


def test_the_first_letter_is_raised_wherever_it_stands() -> None:
    assert calm("«É ASSIM»") == "«É assim»"
    assert calm("13") == "13"

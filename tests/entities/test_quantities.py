"""Quantities and money: where they stand, and their normal form."""

from __future__ import annotations

import pytest

from reader.entities.quantities import find_quantities, quantity_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("500 quilômetros", "500 km"),
        ("500 quilómetros", "500 km"),
        ("500 km", "500 km"),
        ("1.200 km²", "1200 km²"),
        ("90 km/h", "90 km/h"),
        ("R$ 3,5 milhões", "3500000 BRL"),
        ("US$ 40 mil", "40000 USD"),
        ("€ 12,50", "12.5 EUR"),
        ("CR$ 35 mil", "35000 BRR"),
        ("10 milhões de euros", "10000000 EUR"),
        ("1,5 mil milhões de euros", "1500000000 EUR"),
        ("2 bilhões de dólares", "2000000000 USD"),
        ("2 biliões de euros", "2000000000000 EUR"),
        ("1 milhão de libras", "1000000 GBP"),
        ("300 contos", "300 kPTE"),
        ("12 %", "12 %"),
        ("12%", "12 %"),
        ("6,1 por cento", "6.1 %"),
        ("três por cento", "3 %"),
        ("duas horas", "2 h"),
        ("mais de duas horas", "> 2 h"),
        ("menos de 10 minutos", "< 10 min"),
        ("cerca de 30 dias", "≈ 30 d"),
        ("pelo menos três anos", "≥ 3 yr"),
        ("até 5 toneladas", "≤ 5 t"),
        ("vinte e cinco quilômetros", "25 km"),
        ("dois mil e trezentos metros", "2300 m"),
        ("cento e vinte e um quilos", "121 kg"),
        ("mil anos", "1000 yr"),
        ("trinta mil litros", "30000 l"),
        ("uma hora", "1 h"),
        ("um real", "1 BRL"),
        ("3,5 milhões", "3500000"),
        ("38 graus", "38 °"),
        ("38 °C", "38 °C"),
        ("100 000 euros", "100000 EUR"),
    ],
)
def test_normal_forms(text: str, value: str) -> None:
    assert quantity_value(text) == value
    sentence = f"Foram {text}, disse."
    found = find_quantities(sentence)
    assert [(quantity.text, quantity.value) for quantity in found] == [(text, value)]
    assert found[0].span.of(sentence) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "Os dois países e as três irmãs.",
        "Chegou às duas horas.",
        "Um dia ele volta, uma semana depois.",
        "São 12 ou 15.",
        "A Lei 8.112/90.",
        "Venceu por 2 a 1 no dia 12.",
        "Na segunda-feira.",
        "Uns anos depois.",
        "",
    ],
)
def test_what_is_no_quantity(sentence: str) -> None:
    assert find_quantities(sentence) == []


def test_what_is_no_single_quantity_has_no_value() -> None:
    assert quantity_value("10 km e 20 km") is None
    assert quantity_value("dez casas") is None

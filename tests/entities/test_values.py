"""A quantity's value in words, in English and in Portuguese."""

from __future__ import annotations

import pytest

from reader.entities import units
from reader.entities.values import tell


@pytest.mark.parametrize(
    ("value", "english", "portuguese"),
    [
        ("3500000 BRL", "R$3.5 million", "R$ 3,5 milhões"),
        ("3512345 BRL", "R$3,512,345", "R$ 3.512.345"),
        ("85.4 USD", "US$85.40", "US$ 85,40"),
        ("0.26 BRL", "R$0.26", "R$ 0,26"),
        ("> 40000 USD", "more than US$40,000", "mais de US$ 40.000"),
        ("5000000–8000000 USD", "US$5–8 million", "US$ 5–8 milhões"),
        ("25 PTE", "25 Portuguese escudos", "25 escudos portugueses"),
        ("6000000 kPTE", "6 billion Portuguese escudos", "6 bilhões de escudos portugueses"),
        ("35000 BRR", "35,000 cruzeiros reais", "35.000 cruzeiros reais"),
        ("5 $", "$5", "$5"),
        ("500 km", "500 kilometers", "500 quilômetros"),
        ("10–15 km", "10–15 kilometers", "10–15 quilômetros"),
        ("1800 kg/ha", "1,800 kilograms per hectare", "1.800 quilogramas por hectare"),
        ("90 km/h", "90 kilometers per hour", "90 quilômetros por hora"),
        ("12 %", "12%", "12%"),
        ("≈ 7.1 %/mo", "about 7.1% per month", "cerca de 7,1% por mês"),
        ("2 pp", "2 percentage points", "2 pontos percentuais"),
        ("≥ 1 yr", "at least 1 year", "pelo menos 1 ano"),
        ("1.5 yr", "1.5 years", "1,5 ano"),
        ("-5 °C", "-5 degrees Celsius", "-5 graus Celsius"),
        ("50 mortos", "50 dead", "50 mortos"),
        ("≤ 2000000 pessoas", "up to 2 million people", "até 2 milhões de pessoas"),
        ("< 2500000", "less than 2.5 million", "menos de 2,5 milhões"),
        ("≈ 2/3", "about 2/3", "cerca de 2/3"),
    ],
)
def test_values_in_words(value: str, english: str, portuguese: str) -> None:
    assert tell(value) == english
    assert tell(value, "pt_BR").replace("\u00a0", " ") == portuguese


@pytest.mark.parametrize("value", ["", "5 foo", "muito", "5 km km", "1e9 km"])
def test_what_is_no_value_comes_back(value: str) -> None:
    assert tell(value) == value


@pytest.mark.parametrize("locale", ["en", "pt_BR"])
def test_every_unit_has_a_name(locale: str) -> None:
    for code in units.known():
        for number in ("1", "2", "3000000"):
            said = tell(f"{number} {code}", locale)
            assert units.cldr_names().get(code, "\n") not in said

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
        ("R$ 300 mi", "300000000 BRL"),
        ("US$ 1,2 bi", "1200000000 USD"),
        ("R$ 2.000,00", "2000 BRL"),
        ("12,50 €", "12.5 EUR"),
        ("20 milhões de dólares canadenses", "20000000 CAD"),
        ("500 mil kwanzas", "500000 AOA"),
        ("15 meticais", "15 MZN"),
        ("1300 milhões de dólares", "1300000000 USD"),
        ("2,7 bilhões de marcos", "2700000000 DEM"),
        ("onze contos de réis", "11 kréis"),
        ("NCz$ 10 mil", "10000 BRN"),
        ("Cz$ 500", "500 BRC"),
        ("dez mil cruzeiros", "10000 Cr$"),
        ("um milhão e meio de euros", "1500000 EUR"),
        ("R$ 300 por mês", "300 BRL/mo"),
        ("R$ 500 mensais", "500 BRL/mo"),
        ("8 % a 12 % ao ano", "8–12 %/yr"),
        ("entre 5% e 8%", "5–8 %"),
        ("10 a 15 km", "10–15 km"),
        ("US$ 2.000 a US$ 4.000", "2000–4000 USD"),
        ("5 a 8 milhões de dólares", "5000000–8000000 USD"),
        ("três ou quatro dias", "3–4 d"),
        ("duas horas e meia", "2.5 h"),
        ("meia hora", "0.5 h"),
        ("meio milhão de pessoas", "500000 pessoas"),
        ("vinte e cinco mil pessoas", "25000 pessoas"),
        ("três mortos", "3 mortos"),
        ("uma dezena de feridos", "10 feridos"),
        ("uma centena de pessoas", "100 pessoas"),
        ("45 anos", "45 yr"),
        ("10 graus negativos", "-10 °"),
        ("-3,2%", "-3.2 %"),
        ("0,59 ponto percentual", "0.59 pp"),
        ("2 p.p.", "2 pp"),
        ("500 toneladas/dia", "500 t/d"),
        ("1.800 quilos por hectare", "1800 kg/ha"),
        ("80 mil barris por dia", "80000 bbl/d"),
        ("440 megawatts", "440 MW"),
        ("16 GB", "16 GB"),
        ("10 pés", "10 ft"),
        ("sete e meio por cento", "7.5 %"),
        ("um terço", "1/3"),
        ("6 por 4 cm", "6×4 cm"),
        ("uma hora e 20 minutos", "80 min"),
        ("dois anos e seis meses", "30 mo"),
        ("em torno de uma semana", "≈ 1 wk"),
        ("15 nós", "15 kn"),
        ("500 MIL REAIS", "500000 BRL"),
        ("1.234.567,89 m", "1234567.89 m"),
    ],
)
def test_normal_forms(text: str, value: str) -> None:
    assert quantity_value(text) == value
    sentence = f"Foram {text}" + (" dos votos." if text == "um terço" else ", disse.")
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
        "Saiu às 15 horas e voltou entre as 18 horas e as 20 horas.",
        "Começa às 21h e termina às 23h.",
        "As 500 Milhas de Indianápolis.",
        "O gol saiu aos 25min.",
        "Nadou os 200 metros livres.",
        "A Rússia e a 5G: uma rede 4G.",
        "No 1º lugar, na página 12, no km 25 da BR-101.",
        "Dois homens e uma mulher.",
        "Telefone 3025 metros não são.",
        "Um real problema.",
        "Um dólar estável ajudou.",
        "Tem 11 nos Açores.",
        "Os três reis.",
        "Pesava 200 libras (uns 90).",
        "A prova de 3 milhões de carros.",
        "Numa casa de três quartos.",
        "",
    ],
)
def test_what_is_no_quantity(sentence: str) -> None:
    assert find_quantities(sentence) == []


def test_what_is_no_single_quantity_has_no_value() -> None:
    assert quantity_value("10 km e 20 km") is None
    assert quantity_value("dez casas") is None


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Dois terços dos votos e um quarto da população.", ["2/3", "1/4"]),
        ("Caiu de 5% para 3%.", ["5 %", "3 %"]),
        ("Ficou entre os 10 e os 15 km.", ["10–15 km"]),
        ("Custa 10 euros e 20 dólares.", ["10 EUR", "20 USD"]),
        (
            "Deixou 58 mortos, 4.000 feridos e US$ 1 bilhão em prejuízos.",
            ["58 mortos", "4000 feridos", "1000000000 USD"],
        ),
        ("Trabalha durante 8h por dia.", ["8 h/d"]),
        ("Custa 200 libras; o cão pesa 200 libras (90 kg).", ["200 GBP", "90 kg"]),
        ("De 2 a 1 foi o resultado, a 15 km dali.", ["15 km"]),
        ("Um real por quilo.", ["1 BRL/kg"]),
    ],
)
def test_several_in_a_sentence(sentence: str, values: list[str]) -> None:
    assert [quantity.value for quantity in find_quantities(sentence)] == values


def test_what_stood_around_it_does_not_change_its_value() -> None:
    assert quantity_value("8h") == "8 h"


def test_a_long_row_of_numbers_is_read_to_its_end() -> None:
    assert len(find_quantities("dois mil e trezentos metros e " * 2_000)) == 2_000
    assert find_quantities("1" * 100_000) == []
    assert find_quantities("um e " * 50_000) == []

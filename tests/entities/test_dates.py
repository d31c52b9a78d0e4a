"""Dates: the expressions found in sentences, and what they mean on the day of publication."""

from __future__ import annotations

import datetime

import pytest

from reader.entities.dating.finding import find_dates
from reader.entities.dating.meaning import Meaning
from reader.entities.dating.resolving import resolve
from reader.entities.model import Doubt, Precision

FRIDAY = datetime.date(2023, 9, 15)
NEW_YEAR = datetime.date(2024, 1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quarta-feira (13)", "2023-09-13"),
        ("Quarta-feira (13)", "2023-09-13"),
        ("quarta-feira (dia 13)", "2023-09-13"),
        ("quarta-feira (13/9)", "2023-09-13"),
        ("quarta-feira, dia 13", "2023-09-13"),
        ("sexta-feira (15)", "2023-09-15"),
        ("domingo (10)", "2023-09-10"),
        ("sábado (16)", "2023-09-16"),
        ("quinta-feira", "2023-09-14"),
        ("quarta-feira", "2023-09-13"),
        ("sexta-feira", "2023-09-15"),
        ("sábado", "2023-09-09"),
        ("sexta-feira passada", "2023-09-08"),
        ("sábado passado", "2023-09-09"),
        ("última quarta-feira", "2023-09-13"),
        ("próxima sexta-feira", "2023-09-22"),
        ("quarta-feira que vem", "2023-09-20"),
        ("hoje", "2023-09-15"),
        ("ontem", "2023-09-14"),
        ("anteontem", "2023-09-13"),
        ("amanhã", "2023-09-16"),
        ("julho de 2000", "2000-07"),
        ("Março de 1974", "1974-03"),
        ("setembro", "2023-09"),
        ("julho", "2023-07"),
        ("novembro", "2023-11"),
        ("maio passado", "2023-05"),
        ("setembro passado", "2022-09"),
        ("janeiro próximo", "2024-01"),
        ("2019", "2019"),
        ("15/09/2023", "2023-09-15"),
        ("15/09/23", "2023-09-15"),
        ("15/09/89", "1989-09-15"),
        ("1.2.2020", "2020-02-01"),
        ("2023-09-13", "2023-09-13"),
        ("12 de setembro de 2023", "2023-09-12"),
        ("12 de setembro", "2023-09-12"),
        ("1º de janeiro de 2020", "2020-01-01"),
        ("25 de dezembro", "2023-12-25"),
        ("terça-feira, 12 de setembro", "2023-09-12"),
        ("10 e 12 de setembro", "2023-09-10/2023-09-12"),
        ("5 a 7 de outubro de 2022", "2022-10-05/2022-10-07"),
        ("anos 90", "1990/1999"),
        ("década de 1920", "1920/1929"),
        ("século XIX", "1801/1900"),
        ("século IV", "0301/0400"),
        ("século V a.C.", "-0499/-0400"),
        ("1 a.C.", "0000"),
        ("1990 a 1995", "1990/1995"),
        ("1939 e 1945", "1939/1945"),
    ],
)
def test_what_it_means(text: str, expected: str) -> None:
    assert resolve(text, FRIDAY).date == expected


@pytest.mark.parametrize(
    "text",
    [
        "quarta-feira (14)",  # the 14th was a Thursday
        "segunda-feira (30)",
        "quarta-feira (14/9)",
        "sexta-feira seguinte",
        "terça-feira, 13 de setembro de 2023",
        "31 de abril de 2020",
        "29 de fevereiro de 2023",
        "12 e 10 de setembro",
        "março",  # as far back as ahead
        "anos 20",
        "século XXX",
        "1995 a 1990",
        "Lei 8.112/90",
        "2 a 1",
        "alguma coisa",
        "",
    ],
)
def test_not_sure_is_none(text: str) -> None:
    assert resolve(text, FRIDAY).date is None


@pytest.mark.parametrize("text", ["ontem", "quarta-feira", "quarta-feira (13)", "12 de setembro", "setembro"])
def test_without_a_published_date_only_what_stands_by_itself(text: str) -> None:
    assert resolve(text).doubt is Doubt.UNANCHORED
    assert resolve("julho de 2000") == Meaning("2000-07", Precision.MONTH)


def test_across_the_turn_of_the_year() -> None:
    assert resolve("domingo (31)", NEW_YEAR).date == "2023-12-31"
    assert resolve("25 de dezembro", NEW_YEAR).date == "2023-12-25"
    assert resolve("dezembro", NEW_YEAR).date == "2023-12"
    assert resolve("29 de fevereiro", NEW_YEAR).date == "2024-02-29"


def test_a_weekday_of_the_last_days_of_the_calendar() -> None:
    assert resolve("amanhã", datetime.date.max).date is None
    assert resolve("ontem", datetime.date.min).date is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chegou nesta sexta-feira (15), cansado.", ["sexta-feira (15)"]),
        ("Partiu no domingo (10) e voltou na terça-feira (12).", ["domingo (10)", "terça-feira (12)"]),
        ("Voltou nesta quarta (13).", ["quarta (13)"]),
        ("Morreu na última quarta, em casa.", ["última quarta"]),
        ("Em 2019, e desde 1998, tudo mudou.", ["2019", "1998"]),
        ("Foi entre 10 e 12 de setembro.", ["10 e 12 de setembro"]),
        ("Foi de 10 a 12 de setembro.", ["10 a 12 de setembro"]),
        ("Guerra de 1939 a 1945.", ["1939 a 1945"]),
        ("Eleições em Outubro ou em maio.", ["Outubro", "maio"]),
        ("Nos anos 90 e no século XX.", ["anos 90", "século XX"]),
        ("Ontem choveu.", ["Ontem"]),
        ("A reunião de 14/05 foi adiada para 20/5.", ["14/05", "20/5"]),
        ("De 2ª a 6ª feira, de manhã.", ["2ª a 6ª feira"]),
        ("Na terça-feira última, caiu.", ["terça-feira última"]),
        ("Nos anos 60 e 80, não.", ["anos 60"]),
        ("Nos anos sessenta e setenta, sim.", ["anos sessenta e setenta"]),
        ("Morreu na última quarta presa ao cinto.", ["última quarta"]),
        ("1980 -- Nasce o clube.", ["1980"]),
        ("Fechou no sáb. e no dom.", ["sáb."]),
    ],
)
def test_where_dates_stand(sentence: str, expected: list[str]) -> None:
    found = find_dates(sentence)
    assert [date.text for date in found] == expected
    assert all(date.span.of(sentence) == date.text for date in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Venceu por 2 a 1.",
        "A Lei 8.112/90 e o decreto 15/09/2023 valem.",
        "O ônibus sai às 21h50 e chega às 10:30.",
        "Custa R$ 2019 ou 2.019,00 reais.",
        "Mais de 2000 pessoas e cerca de 1990 homens.",
        "O parque tem 1998 árvores.",
        "Mora no Rio de Janeiro.",
        "Vive na Rua 25 de Abril.",
        "A segunda tentativa e a quarta parte.",
        "Nos dias de hoje em dia.",
        "Os anos 50 de idade.",
        "Telefone 2019-2020-2021.",
        "O bar da 24 de Julho fechou.",
        "Lei 3/2020 e Portaria 10/5/2021.",
        "Os dias 5 e 9 são livres.",
        "Marcou 12.5 pontos em 13.9 segundos.",
        "Ficou em 13.9 kg.",
        "Fez (13.9 de média).",
        "Foi do Rio de Janeiro a Março.",
        "A Abril e a Maio faliram.",
        "Total de 1990 e valor de 2010 a pagar.",
        "Passou de 12 para 1500 e 1600 casas.",
        "Foi de 1500 soldados.",
        "Veio (2010 é a senha).",
        "Os 1995/97 e 1995-93.",
        "Vieram 2001 a 2003 soldados.",
        "Vendeu 2019/20 peças.",
        "O museu do amanhã e o amanhã.",
        "Seg. Ter. qua.",
        "Uma terça 13.",
        "O fim da linha, o início do jogo e o final.",
        "O réu cumpre 3/5 da pena.",
        "Um desconto de 12/13.",
        "Sábado Santo foi calmo.",
        "Há dois anos de diferença entre eles.",
        "Comprou 3 de dez.",
        "Abril Cultural fechou.",
        "Mora na Vila de Sexta.",
        "Leu a página 12 de 2000.",
        "A Casa 12 de Maio abriu.",
        "No km 2010 da estrada.",
        "Leu 1984, de Orwell.",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert [date.text for date in find_dates(sentence)] == []

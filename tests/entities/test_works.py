"""Titles, products and events: what they are, where they end, and what only looks like one."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.model import Kind, Mention
from reader.entities.special import find_special, overlay
from reader.entities.works import find_works


def found(sentence: str) -> list[tuple[str, str]]:
    return [(special.span.of(sentence), special.form) for special in find_works(sentence)]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("O romance «Vidas Secas» saiu em 1938.", ["Vidas Secas"]),
        ("Leu o filme “A Hora e a Vez” ontem.", ["A Hora e a Vez"]),
        ("Compuseram «Moonriver» e «Days of Wine and Roses», ambas com letra de Johnny Mercer.",
         ["Moonriver", "Days of Wine and Roses"]),
        ("Estrelou «Salomé», de Richard Strauss.", ["Salomé"]),
        ("Viu o filme Cidade de Deus no cinema.", ["Cidade de Deus"]),
        ("Em Os Lusíadas, Camões canta.", ["Os Lusíadas"]),
        ("A novela «Tropicaliente» acabou.", ["Tropicaliente"]),
        ("Leu “Cem Anos de Solidão”, de Gabriel García Márquez.", ["Cem Anos de Solidão"]),
    ],
)  # fmt: skip
def test_titles(sentence: str, titles: list[str]) -> None:
    assert found(sentence) == [(title, "title") for title in titles]


@pytest.mark.parametrize(
    "sentence",
    [
        "«Estou cansado», disse o ministro.",
        "“Nós Vencemos”, afirmou Lula.",
        "O jornal «Correio da Manhã» noticiou.",
        "Segundo o «New York Times», não.",
        "Jack «Girafa» Charlton joga.",
        "O chamado «Grupo de Juiz de Fora» reuniu-se.",
        "Foi visto no «Recanto da Cachoeira».",
        "Ele disse: «Quero viver!»",
        "O filme de Spielberg estreia hoje.",
    ],
)
def test_what_is_no_title(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "products"),
    [
        ("Um Su-35 e um F-16 voaram.", ["Su-35", "F-16"]),
        ("Os caças Sukhoi Su-57.", ["Su-57"]),
        ("O foguete Angara subiu.", ["Angara"]),
        ("Um Boeing 737 MAX caiu.", ["Boeing 737 MAX"]),
        ("O iPhone 15 e o Windows 95.", ["iPhone 15", "Windows 95"]),
        ("A vacina Sputnik V e a Coronavac.", ["Sputnik V", "Coronavac"]),
        ("A sonda Cassini chegou.", ["Cassini"]),
        ("Um Airbus A320 e o KC-390.", ["Airbus A320", "KC-390"]),
    ],
)
def test_products(sentence: str, products: list[str]) -> None:
    assert found(sentence) == [(product, "product") for product in products]


@pytest.mark.parametrize(
    "sentence",
    [
        "Na rodovia SP-270 e na BR-101.",
        "A Covid-19 e o G-20.",
        "A equipe sub-17.",
        "O caça da Rússia.",
        "A A-1.",
        "Rua F-16.",
    ],
)
def test_what_is_no_product(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("A Copa do Mundo de 2026 vem.", ["Copa do Mundo de 2026"]),
        ("Nos Jogos Olímpicos de Paris.", ["Jogos Olímpicos de Paris"]),
        ("A Segunda Guerra Mundial acabou.", ["Segunda Guerra Mundial"]),
        ("Depois da 2ª Guerra Mundial.", ["2ª Guerra Mundial"]),
        ("A Revolução dos Cravos e o Carnaval.", ["Revolução dos Cravos", "Carnaval"]),
        ("Na COP30, em Belém.", ["COP30"]),
        ("O Rock in Rio começa.", ["Rock in Rio"]),
        ("A Operação Lava Jato acabou.", ["Operação Lava Jato"]),
        ("O furacão Katrina passou.", ["Katrina"]),
        ("Volta no Natal, passa o Natal em Natal.", ["Natal", "Natal"]),
        ("O Bolsa Família e o Prêmio Nobel da Paz.", ["Bolsa Família", "Prêmio Nobel da Paz"]),
        ("A Copa da Rússia em Moscou.", ["Copa da Rússia"]),
    ],
)
def test_events(sentence: str, events: list[str]) -> None:
    assert found(sentence) == [(event, "event") for event in events]


@pytest.mark.parametrize(
    "sentence",
    [
        "Em Volta Redonda e em Feira de Santana.",
        "Campanha do PT começa.",
        "O Banco Mundial emprestou.",
        "A Feira abriu.",
        "Nasceu em Natal.",
        "A 3ª Conferência abriu.",
        "A Conferência Nacional dos Bispos do Brasil falou.",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    assert found(sentence) == []


def test_a_headline_in_capitals() -> None:
    assert found("COPA DO MUNDO COMEÇA COM UM SU-35 E UM BOEING 737 NO CÉU") == [
        ("COPA DO MUNDO", "event"),
        ("SU-35", "product"),
        ("BOEING 737", "product"),
    ]
    assert found("A ENCOPADA DO MUNDO E O CARNAVALESCO") == []
    assert [mention.text for mention in find_special("PIB CAI 3% E 500 MIL PESSOAS PEDEM R$ 2 BI")] == [
        "3%", "500 MIL PESSOAS", "R$ 2 BI",
    ]  # fmt: skip


def test_prizes_and_laws_are_other_things() -> None:
    sentence = "O Prêmio Nobel, a Lei 8.666 e a Copa."
    assert [special.kind for special in find_works(sentence)] == [Kind.OTHER, Kind.OTHER, Kind.EVENT]


def test_a_title_keeps_the_numbers_in_it() -> None:
    mentions = find_special("O romance «Cem Anos de Solidão» custa 30 reais.")
    assert [(mention.text, mention.kind) for mention in mentions] == [
        ("Cem Anos de Solidão", Kind.WORK),
        ("30 reais", Kind.QUANTITY),
    ]


def test_of_a_date_and_a_quantity_the_longer_one_stays() -> None:
    mentions = find_special("Gastou entre 1000 e 5000 dólares em 1999.")
    assert [(mention.text, mention.kind) for mention in mentions] == [
        ("entre 1000 e 5000 dólares", Kind.QUANTITY),
        ("1999", Kind.DATE),
    ]
    assert [mention.kind for mention in find_special("Morreu há duas semanas.")] == [Kind.DATE]


def test_a_part_of_a_longer_name_gives_way_to_it() -> None:
    def mention(start: int, end: int, kind: Kind) -> Mention:
        return Mention(Span(start, end), kind, "x" * (end - start))

    domingo, placido = mention(8, 15, Kind.DATE), mention(0, 15, Kind.PERSON)
    plane, maker = mention(27, 32, Kind.WORK), mention(20, 32, Kind.ORGANISATION)
    copa, place = mention(40, 60, Kind.EVENT), mention(50, 60, Kind.PLACE)

    assert overlay([domingo, plane, copa], [placido, maker, place]) == [placido, plane, copa]


def test_a_long_row_of_names_is_read_to_its_end() -> None:
    assert len(find_works("Copa do Mundo e a " * 2_000)) == 2_000
    assert find_works("«A" * 20_000) == []
    assert len(find_works("«Vidas Secas», " * 2_000)) == 2_000

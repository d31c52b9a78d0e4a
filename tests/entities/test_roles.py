"""Roles: the article's own words for a person, before and after the name."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.model import Kind
from reader.entities.roles import find_role, find_roles, fullest_first


def role(sentence: str, name: str) -> str | None:
    start = sentence.index(name)
    return find_role(sentence, Span(start, start + len(name)))


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("O porta-voz do Palácio, Ivan Belov, negou.", "Ivan Belov", "porta-voz do Palácio"),
        ("Ivan Belov, porta-voz do Palácio, negou.", "Ivan Belov", "porta-voz do Palácio"),
        ("Negou Ivan Belov, o porta-voz do Palácio.", "Ivan Belov", "porta-voz do Palácio"),
        ("Falou com o presidente Vasco Lourenço.", "Vasco Lourenço", "presidente"),
        ("O líder sul-africano Peter Nkosi chegou.", "Peter Nkosi", "líder sul-africano"),
        ("A então ministra da Cultura Rita Paz saiu.", "Rita Paz", "então ministra da Cultura"),
        (
            "Veio o vice-primeiro-ministro grego da Energia e Indústria, Nikos Lambros, que riu.",
            "Nikos Lambros",
            "vice-primeiro-ministro grego da Energia e Indústria",
        ),
        ("Reuniu-se com o pai do atual líder cubano, Juan Paz.", "Juan Paz", "pai do atual líder cubano"),
        ("O filho do presidente Juan Paz caiu.", "Juan Paz", "presidente"),
        ("O ex-deputado Rui Melo e o senador Ivo Reis brigam.", "Rui Melo", "ex-deputado"),
        ("O ex-deputado Rui Melo e o senador Ivo Reis brigam.", "Ivo Reis", "senador"),
        ("Rui Melo, atual diretor-geral da empresa, saiu.", "Rui Melo", "atual diretor-geral da empresa"),
        ("Rui Melo, professor que mora longe, veio.", "Rui Melo", "professor"),
        ("Ouviram Rui Melo, ministro do Interior", "Rui Melo", "ministro do Interior"),
        ("O presidente da Câmara, Rui Melo (PP-AL), riu.", "Rui Melo", "presidente da Câmara"),
        ("Rui Melo (PT-SP), líder do governo, riu.", "Rui Melo", "líder do governo"),
        ("Rui Melo (foto), ministro da Saúde, riu.", "Rui Melo", "ministro da Saúde"),
        ("Rui Melo, 45, professor da USP, disse isso.", "Rui Melo", "professor da USP"),
        ("Rui Melo, de 45 anos, professor da USP, disse isso.", "Rui Melo", "professor da USP"),
        ("Rui Melo (45), professor da USP, disse isso.", "Rui Melo", "professor da USP"),
        ("Chove, segundo o economista-chefe do banco X, Rui Melo.", "Rui Melo", "economista-chefe do banco X"),
        ("Rui Melo, que é diretor de cinema, saiu.", "Rui Melo", "diretor de cinema"),
        ("Rui Melo, que também é ministro da Saúde, saiu.", "Rui Melo", "ministro da Saúde"),
        ("Rui Melo é professor da USP.", "Rui Melo", "professor da USP"),
        ("O então presidente Rui Melo caiu.", "Rui Melo", "então presidente"),
        ("O antigo ministro da Saúde Rui Melo caiu.", "Rui Melo", "antigo ministro da Saúde"),
        ("A ex-primeira-ministra Ana Reis voltou.", "Ana Reis", "ex-primeira-ministra"),
        ("A vice-governadora Ana Reis voltou.", "Ana Reis", "vice-governadora"),
        ("O subsecretário Rui Melo voltou.", "Rui Melo", "subsecretário"),
        ("O escritor e jornalista Rui Melo voltou.", "Rui Melo", "escritor e jornalista"),
        ("Rui Melo, escritor e jornalista, voltou.", "Rui Melo", "escritor e jornalista"),
        ("O deputado socialista Rui Melo voltou.", "Rui Melo", "deputado socialista"),
        ("Bateu o croata Goran Matic.", "Goran Matic", "croata"),
        ("Ivan Belov — porta-voz do Palácio — negou.", "Ivan Belov", "porta-voz do Palácio"),
        (
            "Chegou Ana Reis, responsável pela indústria de munições, o que alegra.",
            "Ana Reis",
            "responsável pela indústria de munições",
        ),
        ("Um jovem docente chamado Rui Melo publicou.", "Rui Melo", "docente"),
        ("Paulo Reis, pai e antecessor do dirigente, riu.", "Paulo Reis", "pai e antecessor do dirigente"),
    ],
)
def test_appositions(sentence: str, name: str, expected: str) -> None:
    assert role(sentence, name) == expected


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Rui Melo veio.", "Rui Melo"),
        ("Ontem, Rui Melo, como sempre, veio.", "Rui Melo"),
        ("O Sr. Melo veio.", "Melo"),
        ("A dona Amélia veio.", "Amélia"),
        ("O líder do Melo veio.", "Melo"),
        ("Vieram Rui Melo, ministros e deputados.", "Rui Melo"),
        ("Rui Melo, ministro", "ministro"),
        ("O livro que o ministro leu ontem, Rui Melo, sumiu.", "Rui Melo"),
        ("Rui Melo, ministro muito conhecido não só aqui mas ali", "Rui Melo"),
        ("Rui Melo, o", "Rui Melo"),
        ("Com Ana Reis, que também é ministra da Cultura, Rui Melo saiu.", "Rui Melo"),
        ("Ontem, Rui Melo saiu.", "Rui Melo"),
        ("Disse o ministro de Melo.", "Melo"),
        ("Na reunião com o ministro, Rui Melo riu.", "Rui Melo"),
        ("Na Saúde, o estivador José Reis comandou.", "Saúde"),
        ("Trocou Melo por Omer. Com Melo, o novo treinador do Chaves procurou ganhar.", "Melo"),
        ("O filho de Rui Melo é professor.", "Rui Melo"),
        ("Rui Melo é alto.", "Rui Melo"),
        ("Na Presidente Rui Melo, ministro, chove", "chove"),
    ],
)
def test_no_role(sentence: str, name: str) -> None:
    assert role(sentence, name) is None


def test_a_long_sentence_is_read_around_the_name_only() -> None:
    sentence = "palavra " * 5000 + "o ministro Rui Melo " + "palavra " * 5000
    assert role(sentence, "Rui Melo") == "ministro"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("O ministro Rui Melo, ex-prefeito de Beja, saiu.", ("ministro", "ex-prefeito de Beja")),
        ("Rui Melo, ministro da Saúde e ex-prefeito de Beja, saiu.", ("ministro da Saúde", "ex-prefeito de Beja")),
        (
            "Com o vice-primeiro-ministro russo Rui Melo, que também é ministro da Indústria e do Comércio, saiu.",
            ("vice-primeiro-ministro russo", "ministro da Indústria e do Comércio"),
        ),
        ("O presidente Rui Melo, presidente, saiu.", ("presidente",)),
    ],
)
def test_several_roles(sentence: str, expected: tuple[str, ...]) -> None:
    start = sentence.index("Rui Melo")
    assert find_roles(sentence, Span(start, start + 8)) == expected


def test_the_fullest_role_first_and_each_once() -> None:
    roles = ("ministro", "ex-prefeito de Beja", "ministro da Saúde", "Ministro", "senador")
    assert fullest_first(roles) == ("ex-prefeito de Beja", "ministro da Saúde", "senador")
    assert fullest_first(()) == ()


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("A estatal russa Gazprom vende gás.", "Gazprom", "estatal russa"),
        ("A petrolífera ExxonMobil fura.", "ExxonMobil", "petrolífera"),
        ("A Gazprom, estatal russa de gás, vende.", "Gazprom", "estatal russa de gás"),
        ("Falou à agência noticiosa Lusa.", "Lusa", "agência noticiosa"),
        ("O ministro da Gazprom riu.", "Gazprom", None),
        ("O banco Itaú paga.", "Itaú", None),
        ("O Banco do Brasil, a Gazprom e a Vale lucram.", "Gazprom", None),
        ("A Gazprom, Banco do Brasil e a Vale lucram.", "Gazprom", None),
    ],
)
def test_roles_of_organisations(sentence: str, name: str, expected: str | None) -> None:
    start = sentence.index(name)
    assert find_role(sentence, Span(start, start + len(name)), Kind.ORGANISATION) == expected

"""Roles: the article's own words for a person, before and after the name."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.roles import find_role


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
        ("A então ministra da Cultura Rita Paz saiu.", "Rita Paz", "ministra da Cultura"),
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
    ],
)
def test_no_role(sentence: str, name: str) -> None:
    assert role(sentence, name) is None


def test_a_long_sentence_is_read_around_the_name_only() -> None:
    sentence = "palavra " * 5000 + "o ministro Rui Melo " + "palavra " * 5000
    assert role(sentence, "Rui Melo") == "ministro"

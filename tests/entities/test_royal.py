"""Whom Portuguese calls by a given name of its own, and which of them are of Portugal and Brazil."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities import royal
from reader.entities.model import Entity, Kind, Mention


def entity(name: str, kind: Kind) -> Entity:
    return Entity(name, kind, (Mention(Span(0, len(name)), kind, name),))


@pytest.mark.parametrize(
    ("form", "roles", "is_crowned"),
    [
        ("Carlos III", ("rei",), True),
        ("Carlos Gustavo", ("rei",), True),
        ("Guilherme II", (), True),
        ("Ana", ("princesa",), True),
        ("Ana", ("princesa herdeira",), True),
        ("Ana", ("futura rainha",), True),
        ("Rei Carlos", (), True),
        ("D. Luís I", (), True),
        ("Isabel de Inglaterra", (), True),
        ("Filipe da Bélgica", ("rei",), True),
        ("Maria II de Portugal", (), True),
        ("Ana de Portugal", (), False),
        ("Ana", (), False),
        ("Ana", ("ministra",), False),
        ("Ana", ("filha da princesa",), False),
        ("Pelé", ("rei",), False),
        ("Roberto Carlos", ("rei",), False),
        ("Isabel de Lisboa Prado", (), False),
        ("Ana de França", (), False),  # a surname
        ("Carlos Moedas", ("rei",), False),
    ],
)
def test_a_given_name_with_a_title_a_number_or_a_country(form: str, roles: tuple[str, ...], is_crowned: bool) -> None:
    assert royal.crowned(form, roles) is is_crowned


@pytest.mark.parametrize(
    ("form", "roles", "places", "keeps"),
    [
        ("Pedro II", ("imperador",), ("Estados Unidos",), True),
        ("João VI", ("rei",), (), True),
        ("D. Maria I", (), ("França",), True),
        ("Carlos I", ("rei",), ("Lisboa",), True),
        ("Carlos I", ("rei",), (), False),
        ("Carlos I", ("rei",), ("Lisboa", "Inglaterra"), False),
        ("Carlos III", ("rei",), ("Lisboa",), False),
        ("Filipe I", (), ("Portugal",), False),
        ("Isabel", ("princesa",), (), True),
        ("Isabel", ("princesa",), ("Londres",), False),
        ("Filipe", ("príncipe",), ("Portugal",), False),
        ("Leopoldina", ("imperatriz",), ("Petrópolis",), True),
        ("Ana", ("princesa",), ("Lisboa",), False),
        ("Filipe da Bélgica", ("rei",), ("Portugal",), False),
        ("D. Filipe da Bélgica", (), ("Portugal",), False),
        ("Pedro II", ("papa",), ("Lisboa",), False),
    ],
)
def test_whose_thrones(form: str, roles: tuple[str, ...], places: tuple[str, ...], keeps: bool) -> None:
    thrones = royal.thrones_of([entity(place, Kind.PLACE) for place in places])
    assert thrones.keeps(form, roles) is keeps


def test_a_dom_tells_of_the_house() -> None:
    assert royal.thrones_of([entity("Dom Pedro II", Kind.PERSON)]).keeps("Teresa", ("imperatriz",))
    assert not royal.thrones_of([entity("Dona Ivone", Kind.PERSON)]).keeps("Teresa", ("imperatriz",))

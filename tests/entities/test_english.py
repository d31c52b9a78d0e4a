"""English names: CLDR's territories, this project's tables, and None where nothing is gained."""

from __future__ import annotations

import pytest

from reader.entities.english import english_name, territory
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.model import Kind


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Coreia do Norte", Kind.PLACE, "North Korea"),
        ("Coréia do Norte", Kind.PLACE, "North Korea"),
        ("RÚSSIA", Kind.PLACE, "Russia"),
        ("Moscou", Kind.PLACE, "Moscow"),
        ("Moscovo", Kind.PLACE, "Moscow"),
        ("Pequim", Kind.PLACE, "Beijing"),
        ("Vostochni", Kind.PLACE, "Vostochny"),
        ("Irão", Kind.PLACE, "Iran"),
        ("Vietname", Kind.PLACE, "Vietnam"),
        ("EUA", Kind.PLACE, "USA"),
        ("ONU", Kind.ORGANISATION, "UN"),
        ("OTAN", Kind.ORGANISATION, "NATO"),
        ("Banco Mundial", Kind.ORGANISATION, "World Bank"),
        ("Copa do Mundo", Kind.EVENT, "World Cup"),
        ("Os Lusíadas", Kind.WORK, "The Lusiads"),
        ("PIB", Kind.OTHER, "GDP"),
    ],
)
def test_known(name: str, kind: Kind, expected: str) -> None:
    assert english_name(name, kind) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Portugal", Kind.PLACE),
        ("Pyongyang", Kind.PLACE),
        ("Vila Desconhecida", Kind.PLACE),
        ("NASA", Kind.ORGANISATION),
        ("Firma Qualquer", Kind.ORGANISATION),
        ("Moscou", Kind.PERSON),
        ("ontem", Kind.DATE),
        ("500 km", Kind.QUANTITY),
        ("", Kind.PLACE),
    ],
)
def test_the_same_or_unknown_is_none(name: str, kind: Kind) -> None:
    assert english_name(name, kind) is None


def test_both_spellings_have_one_code() -> None:
    assert territory("Irã") == territory("Irão") == "IR"
    assert territory("Lua") is None


def test_folding() -> None:
    assert fold("  São   Tomé ") == "sao tome"
    assert fold("D’Ávila") == "d'avila"


def test_the_tables_hold_what_they_should() -> None:
    known = gazetteer()
    assert len(known.territories) > 280
    assert {"lisboa", "sao paulo", "kiev", "rio de janeiro"} <= known.places
    assert "" not in known.places | known.organisations | known.given | known.family
    assert "mundo" not in known.places

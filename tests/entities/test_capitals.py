"""Names in a line that is all in capitals."""

from __future__ import annotations

import pytest

from reader.entities.capitals import names_in_capitals, pieces
from reader.entities.model import Kind


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("LULA VENCE BOLSONARO", [("LULA", Kind.PERSON), ("BOLSONARO", Kind.PERSON)]),
        ("INCÊNDIO EM FREIXO DE ESPADA À CINTA", [("FREIXO DE ESPADA À CINTA", Kind.PLACE)]),
        ("SEGURO VENCE VENTURA", []),
        ("Lula vence Bolsonaro", []),
        ("", []),
    ],
)
def test_names_that_tables_know(line: str, names: list[tuple[str, Kind]]) -> None:
    assert [(each.name, each.kind) for each in names_in_capitals(line)] == names


def test_what_is_found_already_is_not_given_again() -> None:
    line = "LULA VENCE BOLSONARO"
    found = names_in_capitals(line)
    assert names_in_capitals(line, found) == ()
    assert [each.name for each in names_in_capitals(line, found[:1])] == ["BOLSONARO"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("TARCÍSIO ATACA HADDAD", ["TARCÍSIO", "HADDAD"]),
        ("Tarcísio Ataca Haddad", ["Tarcísio Ataca Haddad"]),
        ("MARIA DO ROSÁRIO", ["MARIA DO ROSÁRIO"]),
        ("XI JINPING", ["XI JINPING"]),
        ("ERWIN KRÄUTLER", ["ERWIN KRÄUTLER"]),
    ],
)
def test_a_word_between_two_people_is_no_name(name: str, parts: list[str]) -> None:
    assert pieces(name) == parts

"""Names that no table knows, and that are surely the same in English."""

from __future__ import annotations

import pytest

from reader.entities import staying
from reader.entities.english_setting import Setting


@pytest.mark.parametrize(
    ("name", "away", "home"),
    [
        ("Erwin Kräutler", True, True),
        ("Rosa Coelho", True, True),
        ("Boniperti", True, True),
        ("Clemente", False, True),
        ("Noé", False, False),
        ("Estrabão", False, False),
        ("senador Fulano", False, False),
        ("S. João de Deus", False, False),
        ("Alexandre o Grande", False, False),
    ],
)
def test_people(name: str, away: bool, home: bool) -> None:
    assert staying.person(name, at_home=False) is away
    assert staying.person(name, at_home=True) is home


@pytest.mark.parametrize(
    ("name", "away", "home"),
    [
        ("Kidal", True, True),
        ("Ürümqi", True, True),
        ("Xerém", False, True),
        ("Rua Augusta", False, False),
        ("Praça da República", False, False),
        ("entre o km 21", False, False),
    ],
)
def test_places(name: str, away: bool, home: bool) -> None:
    assert staying.place(name, at_home=False) is away
    assert staying.place(name, at_home=True) is home


def test_home_is_where_portuguese_is_spoken() -> None:
    assert staying.at_home(Setting(home="mz"))
    assert not staying.at_home(Setting(home="es"))
    assert not staying.at_home(Setting())

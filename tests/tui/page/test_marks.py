"""The mentions of entities in the text, and going from one to the next."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.model import Entity, Kind, Mention
from reader.tui.page.marks import Mark, Marks

BODY = "Kim chegou. Putin viu Kim em Moscou. Kim saiu."


def entity(name: str, kind: Kind) -> Entity:
    places, at = [], BODY.find(name)
    while at >= 0:
        places.append(Mention(Span(at, at + len(name)), kind, name))
        at = BODY.find(name, at + 1)
    return Entity(name, kind, tuple(places))


KIM, PUTIN, MOSCOU = entity("Kim", Kind.PERSON), entity("Putin", Kind.PERSON), entity("Moscou", Kind.PLACE)


@pytest.fixture
def marks() -> Marks:
    return Marks([KIM, PUTIN, MOSCOU])


def test_the_mentions_of_a_range_in_the_order_of_the_text(marks: Marks) -> None:
    assert marks.within(12, 30) == [
        Mark(12, 17, Kind.PERSON, 1),
        Mark(22, 25, Kind.PERSON, 0),
        Mark(29, 35, Kind.PLACE, 2),
    ]
    assert marks.within(1, 12) == []


def test_who_is_named_at_a_character(marks: Marks) -> None:
    assert marks.at(0) == 0
    assert marks.at(2) == 0
    assert marks.at(3) is None
    assert marks.at(31) == 2
    assert Marks().at(0) is None


def test_going_on_and_back_goes_round(marks: Marks) -> None:
    marks.choose(0)
    assert marks.mention_from(-1, 1) == (0, 1, 3)
    assert marks.mention_from(0, 1) == (22, 2, 3)
    assert marks.mention_from(37, 1) == (0, 1, 3)
    assert marks.mention_from(37, -1) == (22, 2, 3)
    assert marks.mention_from(0, -1) == (37, 3, 3)


def test_without_a_choice_there_is_nowhere_to_go(marks: Marks) -> None:
    assert marks.mention_from(0, 1) is None
    for wrong in (None, -1, 3):
        marks.choose(wrong)
        assert marks.chosen is None


def test_a_choice_outlives_a_new_analysis_of_the_same_article(marks: Marks) -> None:
    marks.choose(2)
    again = Marks([MOSCOU, KIM])
    again.rechoose(marks)
    assert again.chosen == 0
    gone = Marks([KIM])
    gone.rechoose(marks)
    assert gone.chosen is None
    fresh = Marks([KIM])
    fresh.rechoose(Marks([KIM]))
    assert fresh.chosen is None

"""The mentions of entities in the text, and going from one to the next."""

from __future__ import annotations

import dataclasses

import pytest

from articles.model import Article, Span
from reader.entities.model import Entity, Kind, Mention
from reader.tui.page.marks import FEW, LONG, Mark, Marks, Place

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


TITLE, FIRST, SECOND, THIRD = Span(-1, 0), Span(0, 11), Span(12, 36), Span(37, 45)


def test_going_on_and_back_goes_round(marks: Marks) -> None:
    marks.choose(0)
    assert marks.step(TITLE, 1) == Place(0, 1, 3)
    assert marks.step(FIRST, 1) == Place(22, 2, 3)
    assert marks.step(SECOND, 1) == Place(37, 3, 3)
    assert marks.step(THIRD, 1) == Place(0, 1, 3, round=True)
    assert marks.step(FIRST, -1) == Place(37, 3, 3, round=True)
    assert marks.step(THIRD, -1) == Place(22, 2, 3)


def test_from_where_the_reader_has_gone_since(marks: Marks) -> None:
    marks.choose(0)
    marks.go_to(0)
    assert marks.step(SECOND, 1) == Place(22, 2, 3), "the sentence's own mention is the next one there"
    assert marks.step(TITLE, -1) == Place(37, 3, 3, round=True)
    marks.go_to(2)
    assert marks.step(SECOND, -1) == Place(0, 1, 3)


def test_two_mentions_of_one_sentence_are_gone_to_one_by_one() -> None:
    places = [0, 4, 8, 20]
    marks = Marks([Entity("Kim", Kind.PERSON, tuple(Mention(Span(at, at + 3), Kind.PERSON, "Kim") for at in places))])
    one, other = Span(0, 12), Span(13, 30)
    marks.choose(0)
    marks.go_to(0)
    assert [marks.step(one, 1) for _ in range(3)] == [Place(4, 2, 4), Place(8, 3, 4), Place(20, 4, 4)]
    assert marks.current_span == Span(20, 23)
    assert [marks.step(other, -1), marks.step(one, -1)] == [Place(8, 3, 4), Place(4, 2, 4)]


def test_one_mention_is_not_gone_round(marks: Marks) -> None:
    marks.choose(1)
    assert marks.step(TITLE, 1) == Place(12, 1, 1)
    assert marks.step(SECOND, 1) == Place(12, 1, 1)


def test_the_sentence_being_read_chooses_who_it_names(marks: Marks) -> None:
    assert marks.choose_at(TITLE) is None
    assert marks.choose_at(SECOND) == 1
    assert marks.current_span == Span(12, 17)
    assert marks.choose_at(THIRD) == 0
    assert marks.step(THIRD, -1) == Place(22, 2, 3)


def test_without_a_choice_there_is_nowhere_to_go(marks: Marks) -> None:
    assert marks.step(FIRST, 1) is None
    assert marks.go_to(0) is None
    assert marks.current_span is None
    for wrong in (None, -1, 3):
        marks.choose(wrong)
        assert marks.chosen is None


def test_the_groups_are_in_the_order_of_their_weight() -> None:
    article = Article("Putin", BODY)
    assert Marks([KIM, PUTIN, MOSCOU], article).groups == {Kind.PERSON: [1, 0], Kind.PLACE: [2]}
    assert Marks([KIM, PUTIN, MOSCOU]).groups == {Kind.PERSON: [0, 1], Kind.PLACE: [2]}


def test_of_many_dates_the_weightiest_are_shown_as_the_calendar_has_them() -> None:
    def day(number: int, *places: int) -> Entity:
        name = f"dia {number}"
        some = tuple(Mention(Span(at, at + 5), Kind.DATE, name) for at in places)
        return Entity(name, Kind.DATE, some, date=f"2024-05-{number:02}")

    body = "Hoje.\n\n" + "x" * 993
    days = [day(number, 100 + number) for number in range(9, 0, -1)]
    assert not Marks(days[:LONG], Article("T", body)).few
    days += [day(20, 500, 510, 520), day(15, 0)]
    marks = Marks(days, Article("T", body))
    shown = [marks.entities[number].date for number in marks.few[Kind.DATE]]
    assert len(shown) == FEW
    assert shown == sorted(shown, key=str)
    assert shown[-2:] == ["2024-05-15", "2024-05-20"]
    people = [Entity(f"P{n}", Kind.PERSON, (Mention(Span(n, n + 1), Kind.PERSON, "P"),)) for n in range(20)]
    assert not Marks(people, Article("T", body)).few, "people are what is looked for"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {0, 1, 2}),
        ("kim", {0}),
        ("jong kim", {0}),
        ("KÍM", {0}),
        ("moscow", {2}),
        ("mosc ru", {2}),
        ("presidente da russia", {1}),
        ("putin moscow", set()),
        ("[/]", set()),
    ],
)
def test_names_are_found_by_any_form_the_english_and_the_role(query: str, found: set[int]) -> None:
    marks = Marks(
        [
            dataclasses.replace(KIM, aliases=("Kim Jong Un",)),
            dataclasses.replace(PUTIN, roles=("presidente da Rússia",)),
            dataclasses.replace(MOSCOU, english="Moscow", aliases=("Москва ru",)),
        ]
    )
    assert marks.matching(query) == found


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


def test_the_place_among_the_mentions_outlives_a_new_analysis_too(marks: Marks) -> None:
    marks.choose(0)
    marks.go_to(1)
    again = Marks([MOSCOU, KIM])
    again.rechoose(marks)
    assert again.current_span == Span(22, 25)
    fewer = Marks([dataclasses.replace(KIM, mentions=KIM.mentions[::2])])
    fewer.rechoose(marks)
    assert (fewer.chosen, fewer.current) == (0, None)

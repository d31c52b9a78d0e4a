"""Names of a sentence found again in its English."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.model import Entity, Kind, Mention
from reader.tui.page.marks import Marks
from reader.tui.page.named import named_in, same_words


def entity(text: str, name: str, kind: Kind, *, english: str | None = None, date: str | None = None) -> Entity:
    places = []
    at = text.find(name)
    while at >= 0:
        places.append(Mention(Span(at, at + len(name)), kind, name))
        at = text.find(name, at + 1)
    return Entity(name, kind, tuple(places), english=english, date=date)


def found(source: str, english: str, *entities: Entity) -> list[str]:
    return [english[mark.start : mark.end] for mark, _place in named_in(Marks(entities), source, 0, english)]


def test_a_name_is_found_by_its_english_name_and_as_it_is_written() -> None:
    source = "Putin deixou a Rússia em junho de 1994."
    english = "Putin left Russia in June 1994."
    russia = entity(source, "Rússia", Kind.PLACE, english="Russia")
    putin = entity(source, "Putin", Kind.PERSON)
    date = entity(source, "junho de 1994", Kind.DATE, date="1994-06")
    assert found(source, english, russia, putin, date) == ["Putin", "Russia", "June 1994"]


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("The Irans of Iran.", ["Iran"]),
        ("Nobody named it.", []),
        ("Iranian oil", []),
    ],
)
def test_only_whole_words_are_names(english: str, expected: list[str]) -> None:
    source = "O Irã de novo."
    assert found(source, english, entity(source, "Irã", Kind.PLACE, english="Iran")) == expected


def test_a_short_name_is_not_found_in_anothers_long_one() -> None:
    source = "Kim Jong Un, e Kim ficou."
    long = entity(source, "Kim Jong Un", Kind.PERSON)
    short = Entity("Kim", Kind.PERSON, (Mention(Span(15, 18), Kind.PERSON, "Kim"),))
    english = "Kim Jong Un, and Kim stayed."
    marks = named_in(Marks((long, short)), source, 0, english)
    assert [(mark.start, mark.entity, place) for mark, place in marks] == [(0, 0, 0), (17, 1, 15)]


def test_numbers_have_the_signs_of_english() -> None:
    source = "Subiram 2.477,5% no ano."
    assert found(source, "They rose 2,477.5% in the year.", entity(source, "2.477,5%", Kind.QUANTITY)) == ["2,477.5"]


def test_markup_is_carried_over_only_where_it_is_certain() -> None:
    text = "Leia a Folha de hoje. Tudo aqui é forte."
    first, second = Span(0, 21), Span(22, 40)
    assert same_words(Span(7, 12), first, text, "Read today's Folha.") == Span(13, 18)
    assert same_words(Span(7, 12), first, text, "Folha, the Folha.") is None
    assert same_words(Span(16, 20), first, text, "Read today's Folha.") is None
    assert same_words(Span(22, 40), second, text, "All is strong.") == Span(0, 14)

"""The same entity in another article."""

from __future__ import annotations

from articles.model import Span
from reader.entities.index.sameness import same_in
from reader.entities.model import EnglishFrom, Entity, Kind, Mention


def entity(name: str, kind: Kind = Kind.PERSON, *aliases: str, english: str | None = None) -> Entity:
    source = EnglishFrom.CLDR if english else None
    return Entity(name, kind, (Mention(Span(0, 3), kind, name),), aliases, english, source)


def test_by_name_without_accents_and_capitals() -> None:
    assert same_in([entity("Ana"), entity("JOSÉ")], entity("José")) == 1


def test_another_kind_is_another_entity() -> None:
    assert same_in([entity("Vitória", Kind.PLACE)], entity("Vitória")) is None


def test_a_place_by_its_english() -> None:
    there = [entity("Irã", Kind.PLACE, english="Iran")]
    assert same_in(there, entity("Irão", Kind.PLACE, english="Iran")) == 0


def test_by_an_alias_where_the_names_differ_and_the_name_first() -> None:
    there = [entity("Kim Jong Un", Kind.PERSON, "Kim"), entity("Kim")]
    assert same_in(there, entity("Kim")) == 1
    assert same_in(there[:1], entity("Kim")) == 0
    assert same_in(there, entity("Putin")) is None

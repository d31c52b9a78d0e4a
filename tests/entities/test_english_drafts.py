"""Translated names: only what says in words what it is, only once asked, and only if it looks right."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.english_drafts import MOST, with_translations, worth_translating
from reader.entities.model import EnglishFrom, Entity, Kind, Mention

FESTIVAL = "Festival de Artes do Bairro"


def entity(name: str, kind: Kind = Kind.ORGANISATION, times: int = 1, english: str | None = None) -> Entity:
    mentions = tuple(Mention(Span(at, at + len(name)), kind, name) for at in range(times))
    return Entity(name, kind, mentions, english=english, english_from=EnglishFrom.TABLE if english else None)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Conselho Federal de Medicina", Kind.ORGANISATION),
        ("Sindicato dos Jornalistas", Kind.ORGANISATION),
        ("Associação Timorense Lafaek", Kind.ORGANISATION),
        (FESTIVAL, Kind.EVENT),
        ("Operação Prato Limpo", Kind.EVENT),
    ],
)
def test_names_of_common_words_are_worth_it(name: str, kind: Kind) -> None:
    assert worth_translating(entity(name, kind)) is (name != "Operação Prato Limpo")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Gazprom", Kind.ORGANISATION),
        ("Pão de Açúcar", Kind.ORGANISATION),
        ("Companhia das Letras", Kind.ORGANISATION),
        ("Folha de S. Paulo", Kind.ORGANISATION),
        ("Sociedade Esportiva Palmeiras", Kind.ORGANISATION),
        ("Instituto Moreira Salles", Kind.ORGANISATION),
        ("Câmara de Coimbra", Kind.ORGANISATION),
        ("Ministério da Saúde", Kind.ORGANISATION),
        ("CONSELHO DE MEDICINA", Kind.ORGANISATION),
        ("Sindicato dos " + "muitos " * 20, Kind.ORGANISATION),
        ("Memórias Póstumas de Brás Cubas", Kind.WORK),
        ("Centro de Saúde", Kind.PLACE),
        ("Conselho", Kind.ORGANISATION),
        ("", Kind.ORGANISATION),
    ],
)
def test_brands_works_places_and_what_is_known_are_not(name: str, kind: Kind) -> None:
    assert not worth_translating(entity(name, kind))


def test_what_is_translated_says_so() -> None:
    kept = entity("ONU", english="UN")
    found = with_translations([kept, entity("Sindicato dos Jornalistas")], lambda name: " the union of Journalists. ")

    assert found[0] is kept
    assert (found[1].english, found[1].english_from) == ("Union of Journalists", EnglishFrom.TRANSLATED)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        "",
        "  ",
        "the",
        "Sindicato dos jornalistas",
        "Union",
        "x" * 200,
        "Union of Journalists. It is.",
        "Union of Journalists?",
        "Union of 20 Journalists",
        "the Roads of the Roads",
        "Union: Union",
    ],
)
def test_a_bad_translation_is_none(answer: str | None) -> None:
    (found,) = with_translations([entity("Sindicato dos Jornalistas")], lambda name: answer)
    assert found.english is None
    assert found.english_from is None


def test_a_name_that_begins_small_stays_small() -> None:
    (found,) = with_translations([entity("sindicato dos jornalistas")], lambda name: "union of journalists")
    assert found.english == "union of journalists"


def test_the_most_mentioned_are_asked_for_and_no_more_than_so_many() -> None:
    asked: list[str] = []

    def translate(name: str) -> str | None:
        asked.append(name)
        return None

    letters = "abcdefghij"
    few = [entity(f"Conselho de Medicina de {a}{b}", times=1) for a in letters for b in letters]
    with_translations([*few, entity("Sindicato dos Jornalistas", times=3)], translate)

    assert len(asked) == MOST
    assert asked[0] == "Sindicato dos Jornalistas"

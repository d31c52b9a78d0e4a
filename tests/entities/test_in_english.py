"""All entities of an article in English: what the article is about decides what an acronym means."""

from __future__ import annotations

import pytest

from articles.model import Span
from reader.entities.english_setting import NOWHERE, setting_of
from reader.entities.in_english import in_english, in_english_in_steps
from reader.entities.model import EnglishFrom, Entity, Kind, Mention


def entity(name: str, kind: Kind, *aliases: str, times: int = 1, roles: tuple[str, ...] = ()) -> Entity:
    mentions = tuple(Mention(Span(at, at + len(name)), kind, name) for at in range(times))
    return Entity(name, kind, mentions, aliases, roles=roles)


def english(language: str, *entities: Entity) -> dict[str, str | None]:
    return {each.name: each.english for each in in_english(entities, language)}


def test_the_language_of_the_article_decides_between_two_parties() -> None:
    party = entity("PSD", Kind.ORGANISATION)
    assert english("pt-PT", party)["PSD"] == "Social Democratic Party (Portugal)"
    assert english("pt-BR", party)["PSD"] == "Social Democratic Party (Brazil)"
    assert english("pt", party)["PSD"] is None


def test_a_country_that_is_spoken_of_outweighs_the_language() -> None:
    party, country = entity("PSD", Kind.ORGANISATION), entity("Portugal", Kind.PLACE, times=4)
    assert english("pt-BR", party, country)["PSD"] == "Social Democratic Party (Portugal)"
    few = entity("Portugal", Kind.PLACE, times=2)
    assert english("pt-BR", party, few)["PSD"] == "Social Democratic Party (Brazil)"
    assert english("pt", party, few)["PSD"] == "Social Democratic Party (Portugal)"


def test_two_countries_alike_decide_nothing() -> None:
    both = [entity("Portugal", Kind.PLACE, times=4), entity("Brasil", Kind.PLACE, times=4)]
    assert setting_of(both).home is None
    assert setting_of(both, "pt-BR").home == "br"


def test_an_alias_that_is_known_gives_the_english() -> None:
    found = in_english([entity("Organização Mundial da Saúde do Mundo", Kind.ORGANISATION, "OMS")])[0]
    assert (found.english, found.english_from) == ("WHO", EnglishFrom.TABLE)


def test_what_keeps_its_name_has_no_english() -> None:
    found = in_english([entity("Petrobras", Kind.ORGANISATION), entity("Natal", Kind.PLACE)])
    assert [(each.english, each.english_from) for each in found] == [(None, None), (None, None)]


def test_an_article_on_russia_makes_a_surname_russian() -> None:
    person = entity("Valeri Todorovski", Kind.PERSON)
    assert english("pt", person)["Valeri Todorovski"] is None
    assert english("pt", person, entity("Moscou", Kind.PLACE))["Valeri Todorovski"] == "Valery Todorovsky"


def test_a_role_does_so_too() -> None:
    person = entity("Degtiarev", Kind.PERSON, roles=("governador da região, próximo do Kremlin",))
    assert english("pt", person)["Degtiarev"] == "Degtyarev"


def test_a_pope_needs_the_vatican() -> None:
    person = entity("Francisco", Kind.PERSON)
    assert english("pt", person)["Francisco"] is None
    assert english("pt", person, entity("Vaticano", Kind.PLACE))["Francisco"] == "Francis"


def test_dates_and_what_the_reader_named_stay() -> None:
    date = entity("ontem", Kind.DATE)
    named = Entity("ONU", Kind.ORGANISATION, date.mentions, english="my UN", english_from=EnglishFrom.READER)
    assert in_english([date, named]) == (date, named)


def test_it_pauses() -> None:
    steps = list(in_english_in_steps([entity(f"Nome {number}", Kind.PERSON) for number in range(1_000)]))
    assert steps.count(None) >= 5
    assert steps[-1] is not None
    assert len(steps[-1]) == 1_000


def test_nothing_is_nowhere() -> None:
    assert in_english([]) == ()
    assert setting_of([]) == NOWHERE


@pytest.mark.parametrize("language", ["pt-BR", "PT-br", "en", ""])
def test_any_language_will_do(language: str) -> None:
    assert english(language, entity("ONU", Kind.ORGANISATION))["ONU"] == "UN"

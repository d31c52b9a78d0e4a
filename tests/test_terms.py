"""From what an article names to how its names are rendered."""

from __future__ import annotations

import datetime

import pytest

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.model import EnglishFrom, Entity, Kind, Mention
from reader.entities.rules import RuleRecogniser
from reader.terms import glossary_of, terms_of
from reader.translation.glossary.model import Term, TermKind, TermOrigin


def entity(name: str, kind: Kind, *aliases: str, english: str | None = None, by: str | None = None) -> Entity:
    mentions = (Mention(Span(0, len(name)), kind, name),)
    return Entity(name, kind, mentions, aliases, english, EnglishFrom(by) if by else None)


def said(*entities: Entity) -> dict[str, tuple[str, bool]]:
    return {term.source: (term.target, term.sure) for term in terms_of(entities)}


@pytest.mark.parametrize(
    ("name", "english"),
    [("Coreia do Norte", "North Korea"), ("Moscou", "Moscow"), ("São Paulo", "São Paulo"), ("Moscovo", "Moscow")],
)
def test_places_have_their_english_or_stay(name: str, english: str) -> None:
    assert said(entity(name, Kind.PLACE)) == {name: (english, True)}


def test_each_form_of_a_person_has_its_own_english() -> None:
    shoigu = entity("Serguei Choigu", Kind.PERSON, "Choigu", english="Sergei Shoigu", by="table")
    assert said(shoigu) == {"Serguei Choigu": ("Sergei Shoigu", True), "Choigu": ("Shoigu", True)}
    putin = entity("Vladimir Putin", Kind.PERSON, "Putin")
    assert said(putin) == {"Vladimir Putin": ("Vladimir Putin", True), "Putin": ("Putin", True)}


def test_a_transliterated_persons_alias_follows_the_name() -> None:
    degtyarev = entity("Mikhail Degtiarev", Kind.PERSON, "Degtiarev", english="Mikhail Degtyarev", by="rule")
    assert said(degtyarev)["Degtiarev"] == ("Degtyarev", True)


def test_the_readers_word_is_taken_for_all_forms_that_it_tells() -> None:
    unknown = entity("Fulano Beltranov", Kind.PERSON, "Beltranov", english="Fulano Beltranoff", by="reader")
    assert said(unknown) == {"Fulano Beltranov": ("Fulano Beltranoff", True), "Beltranov": ("Beltranoff", True)}


def test_a_title_is_no_part_of_what_is_held() -> None:
    found = said(entity("Doutor Sócrates Vilaça", Kind.PERSON))
    assert found["Sócrates Vilaça"] == ("Sócrates Vilaça", True)
    assert not found.get("Doutor Sócrates Vilaça", ("", False))[1]


def test_what_says_in_portuguese_what_it_is_is_left_to_the_engine() -> None:
    assert said(entity("Praça da República", Kind.PLACE)) == {}


def test_a_common_word_and_a_place_within_a_name_are_left_to_the_engine() -> None:
    assert said(entity("Norte", Kind.PLACE))["Norte"][1] is False
    assert said(entity("Colinas da Judéia", Kind.PLACE)) == {}
    assert said(entity("França Metropolitana", Kind.PLACE)) == {}


def test_what_explains_a_name_is_no_part_of_it() -> None:
    brasilia = entity("Brasília", Kind.PLACE)
    assert said(entity("Planalto", Kind.ORGANISATION, english="x", by="table"), brasilia)["Planalto"][0] == "Planalto"


def test_a_town_that_no_table_knows_stays_where_portuguese_is_spoken() -> None:
    town = entity("Xique-Xiquí", Kind.PLACE)
    assert said(town) == {"Xique-Xiquí": ("Xique-Xiquí", False)}
    assert said(town, entity("Bahia", Kind.PLACE))["Xique-Xiquí"] == ("Xique-Xiquí", True)
    assert said(entity("Ürümqi", Kind.PLACE)) == {"Ürümqi": ("Ürümqi", True)}  # as at its home, not as in Portuguese


def test_a_bare_given_name_may_be_a_kings() -> None:
    assert said(entity("Moisés", Kind.PERSON)) == {"Moisés": ("Moisés", False)}
    assert said(entity("Moisés", Kind.PERSON), entity("Ana Moisés Prado", Kind.PERSON))["Moisés"][1] is False
    assert said(entity("Rui Moisés", Kind.PERSON, "Moisés"))["Moisés"] == ("Moisés", True)


def royal(name: str, role: str, *aliases: str) -> Entity:
    return Entity(name, Kind.PERSON, (Mention(Span(0, len(name)), Kind.PERSON, name),), aliases, roles=(role,))


def test_a_king_of_another_country_has_no_term_and_ours_stays() -> None:
    assert said(royal("Carlos III", "rei"), entity("Alemanha", Kind.PLACE)) == {"Alemanha": ("Germany", True)}
    assert said(royal("Carlos Gustavo da", "rei")) == {}
    assert said(royal("Pedro II", "imperador")) == {"Pedro II": ("Pedro II", True)}
    assert said(royal("D. Luís I", "rei")) == {"Luís I": ("Luís I", True)}
    assert said(royal("Maria II de Portugal", "rainha"), entity("Porto", Kind.PLACE))["Maria II"][1]
    # It may be spoken of Brazil, and the prince is of another country all the same.
    assert said(royal("Guilherme", "príncipe"), entity("Brasil", Kind.PLACE)) == {"Brasil": ("Brazil", True)}


def test_a_given_name_before_another_country_is_left_to_the_engine() -> None:
    catarina = Entity("Catarina", Kind.PERSON, (Mention(Span(0, 8), Kind.PERSON, "Catarina"),))
    russia = Entity("Rússia", Kind.PLACE, (Mention(Span(12, 18), Kind.PLACE, "Rússia"),))
    assert said(catarina, russia) == {"Rússia": ("Russia", True)}
    assert said(catarina) == {"Catarina": ("Catarina", False)}


def test_what_a_king_is_called_beside_his_name_is_no_name() -> None:
    assert said(royal("D. Maria I", "rainha", "Louca")) == {"Maria I": ("Maria I", True)}


def test_a_person_of_two_in_capitals_is_two() -> None:
    assert set(said(entity("TARCÍSIO ATACA HADDAD", Kind.PERSON))) == {"TARCÍSIO", "HADDAD"}


def test_a_town_that_is_found_by_half_is_held_whole() -> None:
    found = said(entity("Freixo de Espada", Kind.PLACE))
    assert found["Freixo de Espada à Cinta"] == ("Freixo de Espada à Cinta", True)


def test_an_operation_by_its_own_name_keeps_it() -> None:
    assert said(entity("Lava Jato", Kind.EVENT)) == {"Lava Jato": ("Lava Jato", True)}


def test_a_place_taken_for_a_person_has_its_english_where_it_cannot_be_one() -> None:
    assert said(entity("Argélia", Kind.PERSON)) == {"Argélia": ("Argélia", False)}
    assert said(entity("Maurício", Kind.PERSON)) == {"Maurício": ("Maurício", False)}
    assert said(entity("Rostov do Don", Kind.PERSON)) == {"Rostov do Don": ("Rostov-on-Don", True)}
    assert said(entity("Nilo", Kind.PERSON)) == {"Nilo": ("Nilo", False)}
    assert said(entity("Márcio França", Kind.PERSON, "França"))["França"] == ("França", True)


def test_a_club_keeps_the_name_that_its_town_does_not() -> None:
    assert said(entity("Napoli", Kind.ORGANISATION))["Napoli"][1] is False


def test_organisations_by_table_are_sure_and_translated_ones_are_not() -> None:
    assert said(entity("ONU", Kind.ORGANISATION, english="UN", by="table")) == {"ONU": ("UN", True)}
    name = "Liga dos Amigos da Serra"
    league = entity(name, Kind.ORGANISATION, english="League of Friends of the Mountains", by="translated")
    assert said(league) == {name: ("League of Friends of the Mountains", False)}
    assert said(entity("Grupo Xis", Kind.ORGANISATION)) == {"Grupo Xis": ("Grupo Xis", False)}


def test_dates_quantities_and_unknown_works_are_no_terms() -> None:
    none = [entity("sexta-feira", Kind.DATE), entity("500 quilômetros", Kind.QUANTITY), entity("O Rio", Kind.WORK)]
    assert terms_of(none) == ()


def test_a_form_with_signs_or_without_letters_is_no_term() -> None:
    assert terms_of([entity('Zé "Bola" Silva', Kind.PERSON), entity("1234", Kind.PERSON)]) == ()


def test_the_readers_own_terms_win() -> None:
    own = Term("Moscou", "Moskva", TermKind.PLACE, TermOrigin.LIBRARY)
    glossary = glossary_of([entity("Moscou", Kind.PLACE)], [own])
    assert [hit.term.target for hit in glossary.hits("Em Moscou, chove.")] == ["Moskva"]


def test_an_articles_names_become_a_glossary_and_its_roles_do_not() -> None:
    body = "O líder norte-coreano Kim Jong Un visitou a Rússia. Kim falou de Moscou com Vladimir Putin, e Putin ouviu."
    article = Article("Visita", body, published=datetime.date(2023, 9, 15))
    glossary = glossary_of(analyse(article, RuleRecogniser()))
    first = [hit.term.target for hit in glossary.hits("O líder norte-coreano Kim Jong Un visitou a Rússia.")]
    assert first == ["Kim Jong Un", "Russia"]
    assert [hit.term.target for hit in glossary.hits("Kim e Putin saíram de Moscou.")] == ["Kim", "Putin", "Moscow"]


def test_names_in_capitals_are_found_where_all_is_in_capitals() -> None:
    glossary = glossary_of([entity("Moscou", Kind.PLACE), entity("UE", Kind.ORGANISATION, english="EU", by="table")])
    assert [hit.term.source for hit in glossary.hits("KIM VISITA MOSCOU")] == ["Moscou"]
    assert glossary.hits("Kim visita MOSCOU") == ()

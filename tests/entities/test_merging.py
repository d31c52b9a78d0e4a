"""Merging: the mentions of one person, place, organisation, date or quantity are one entity."""

from __future__ import annotations

import datetime

import pytest

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.merging import STEP, merge, merge_in_steps
from reader.entities.model import Entity, Kind, Mention
from reader.entities.person_forms import person_words
from reader.entities.rules import RuleRecogniser

FRIDAY = datetime.date(2023, 9, 15)


def entities(body: str, kind: Kind | None = None) -> list[Entity]:
    found = analyse(Article("Título", body, published=FRIDAY), RuleRecogniser())
    return [entity for entity in found if kind in {None, entity.kind}]


def people(*names: str) -> list[list[int]]:
    """Which of the names, by their places in the list, are one person."""
    mentions = [Mention(Span(at * 100, at * 100 + len(name)), Kind.PERSON, name) for at, name in enumerate(names)]
    found = [[mention.span.start // 100 for mention in entity.mentions] for entity in merge(mentions)]
    return sorted(found)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Putin", "Vladimir Putin", "Putin"], [[0, 1, 2]]),
        (["Kim", "Kim Jong Un", "Kim", "Kim Jong Il"], [[0, 1, 2], [3]]),
        (["Kim Jong Un", "Kim", "Kim", "Kim", "Kim Jong Il", "Kim"], [[0, 1, 2, 3, 5], [4]]),
        (["Kim Jong Il", "Kim Jong Un"], [[0], [1]]),
        (["João Silva", "Maria Silva", "Silva"], [[0], [1, 2]]),
        (["João Silva", "Silva", "Maria Silva", "Silva"], [[0, 1], [2, 3]]),
        (["Silva", "João Silva", "Maria Silva"], [[0, 1], [2]]),
        (["João da Silva", "Silva", "João"], [[0, 1, 2]]),
        (["Luiz Inácio Lula da Silva", "Lula", "Lula da Silva", "Luiz Inácio"], [[0, 1, 2, 3]]),
        (["Marcelo Rebelo de Sousa", "Marcelo Sousa", "Rebelo de Sousa"], [[0, 1, 2]]),
        (["presidente Vladimir Putin", "Vladimir Putin", "Sr. Putin"], [[0, 1, 2]]),
        (["JOSÉ SERRA", "José Serra", "Jose Serra"], [[0, 1, 2]]),
        (["Ana Reis", "Rui Melo"], [[0], [1]]),
        (["Presidente", "Ministro"], [[0], [1]]),
    ],
)
def test_people(names: list[str], expected: list[list[int]]) -> None:
    assert people(*names) == expected


def test_a_short_form_of_short_forms_goes_to_the_full_name() -> None:
    assert people("Paulo Reis", "Ana Paulo Reis", "Reis") == [[0, 1, 2]]


def test_titles_and_particles_are_no_part_of_a_name() -> None:
    assert person_words("o presidente Vladimir Putin")[-1] == "putin"
    assert person_words("ex-ministro João da Silva") == ("joao", "silva")
    assert person_words("de") == ("de",)


def test_names_of_very_many_words_are_not_taken_apart() -> None:
    long = " ".join(f"N{i}" for i in range(30))
    assert people(long, "N1") == [[0], [1]]


def test_the_fullest_form_is_the_name_and_the_others_its_aliases() -> None:
    (putin,) = entities("Putin chegou. O presidente Vladimir Putin falou. Depois, Putin saiu.", Kind.PERSON)
    assert (putin.name, putin.aliases, len(putin.mentions)) == ("Vladimir Putin", ("Putin",), 3)
    assert putin.role == "presidente"


def test_a_longer_role_is_preferred() -> None:
    (person,) = entities("O ministro Rui Melo veio. Rui Melo, ministro da Cultura, saiu.", Kind.PERSON)
    assert person.role == "ministro da Cultura"


@pytest.mark.parametrize(
    ("body", "name", "count"),
    [
        ("A Organização das Nações Unidas (ONU) reuniu-se. A ONU votou.", "Organização das Nações Unidas", 3),
        ("A ONU (Organização das Nações Unidas) votou.", "Organização das Nações Unidas", 2),
        ("As Nações Unidas votam. A ONU decide.", "Nações Unidas", 2),
        ("O Instituto Nacional da Pesca Fina (INPF) fechou. O INPF errou.", "Instituto Nacional da Pesca Fina", 3),
        ("O FMI errou. O Fundo Monetário Internacional nega.", "Fundo Monetário Internacional", 2),
    ],
)
def test_acronyms_join_their_long_form(body: str, name: str, count: int) -> None:
    (found,) = entities(body, Kind.ORGANISATION)
    assert (found.name, len(found.mentions)) == (name, count)


def test_what_only_stands_in_brackets_is_not_joined() -> None:
    found = entities("A Polícia Federal (STF) agiu.", Kind.ORGANISATION)
    assert [entity.name for entity in found] == ["Polícia Federal", "STF"]


@pytest.mark.parametrize(
    ("body", "english"),
    [
        ("Os EUA e os Estados Unidos.", "United States"),
        ("Moscou ou Moscovo?", "Moscow"),
        ("Vivem no Irã. Vivem no Irão.", "Iran"),
        ("A Coreia do Norte, ou seja, a Coréia do Norte.", "North Korea"),
    ],
)
def test_spellings_of_one_place(body: str, english: str) -> None:
    (place,) = entities(body, Kind.PLACE)
    assert (place.english, len(place.mentions)) == (english, 2)


def test_dates_are_merged_by_the_day_they_mean() -> None:
    found = entities("Falou hoje, sexta-feira (15). Na sexta-feira, riu. Chora em 31 de abril.", Kind.DATE)
    assert [(entity.date, len(entity.mentions)) for entity in found] == [("2023-09-15", 3), (None, 1)]


def test_a_day_after_another_year_is_not_guessed() -> None:
    found = entities("Em 1974 havia guerra. Em 24 de abril, e em 25 de abril, não. Em 2023, em 2 de maio.", Kind.DATE)
    assert [entity.date for entity in found] == ["1974", None, None, "2023", "2023-05-02"]


def test_a_weekday_after_another_year_is_of_this_week() -> None:
    found = entities("Já em 2019 vieram. Na quarta-feira voltaram.", Kind.DATE)
    assert [entity.date for entity in found] == ["2019", "2023-09-13"]


@pytest.mark.parametrize("body", ["Era sábado e chovia.", "Nasceu numa sexta-feira.", "Há feira cada domingo."])
def test_a_weekday_of_no_week_is_not_guessed(body: str) -> None:
    assert [(each.kind, each.date) for each in entities(body)] == [(Kind.DATE, None)]


def test_a_weekday_of_some_week_is_of_this_one() -> None:
    assert [each.date for each in entities("Choveu no sábado.")] == ["2023-09-09"]
    assert [each.date for each in entities("Era sábado, 9 de setembro.")] == ["2023-09-09"]


def test_quantities_are_merged_by_their_value() -> None:
    found = entities("São 500 km. Sim, 500 quilômetros, não 20 km.", Kind.QUANTITY)
    assert [(entity.value, len(entity.mentions)) for entity in found] == [("500 km", 2), ("20 km", 1)]


def test_the_order_is_kind_then_count_then_place() -> None:
    found = entities("Faro e Évora. Em 2019, Évora. Rui Melo veio a Beja.")
    assert [entity.name for entity in found] == ["Rui Melo", "Évora", "Faro", "Beja", "2019"]


def test_many_mentions_are_merged_in_steps() -> None:
    mentions = [Mention(Span(at, at + 3), Kind.PERSON, "Kim") for at in range(0, STEP * 40, 4)]
    steps = list(merge_in_steps(mentions, "", None, lambda _: ()))
    assert len(steps) > 10
    assert steps[:-1] == [None] * (len(steps) - 1)
    assert steps[-1] is not None
    assert len(steps[-1][0].mentions) == len(mentions)


def test_many_names_are_merged_in_steps() -> None:
    mentions = [Mention(Span(at, at + 6), Kind.OTHER, f"X{at:05}") for at in range(STEP * 3)]
    steps = list(merge_in_steps(mentions, "", None, None))
    assert len(steps) > 7
    assert len(steps[-1] or ()) == len(mentions)


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANISATION])
def test_ten_thousand_names_with_one_short_form_are_settled_in_steps(kind: Kind) -> None:
    names = [name for at in range(10_000) for name in (f"Banco Tal{at}x Silva", "Silva")]
    mentions = [Mention(Span(at * 30, at * 30 + len(name)), kind, name) for at, name in enumerate(names)]
    steps = list(merge_in_steps(mentions, "", None, None))
    assert len(steps) > 100
    found = {tuple(mention.text for mention in entity.mentions) for entity in steps[-1] or ()}
    expected = {f"Banco Tal{at}x Silva" for at in range(10_000)}
    assert expected == {texts[0] for texts in found if texts[0] != "Silva"}


def test_nothing_to_merge() -> None:
    assert merge([]) == ()

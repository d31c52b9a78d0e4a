"""What an article is about comes first: how often, where, and how far spread a name is."""

from __future__ import annotations

import datetime
import random

import pytest

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.model import Entity, Kind, Mention
from reader.entities.rules import RuleRecogniser
from reader.entities.weight import PARTS, folded, in_order, in_title, weight

ARTICLE = Article("Ministra visita Évora", "a" * 100 + "\n\n" + "b" * 898)
"""A first paragraph of a tenth, and nine tenths more."""


def entity(name: str, *places: int, kind: Kind = Kind.PERSON, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(name, kind, tuple(Mention(Span(at, at + 1), kind, name) for at in places), aliases)


def test_once_in_one_place_weighs_least() -> None:
    assert weight(entity("Rui", 500), ARTICLE) == 1.0


def test_more_mentions_weigh_more_each_less_than_the_one_before() -> None:
    weights = [weight(entity("Rui", *range(500, 500 + count)), ARTICLE) for count in (1, 2, 3, 7)]
    assert weights == sorted(weights)
    assert weights[3] == 3.0
    assert weights[1] - weights[0] > weights[2] - weights[1]


def test_the_title_weighs_as_four_times_as_many_mentions() -> None:
    assert weight(entity("Évora", 500), ARTICLE) == weight(entity("Rui", *range(500, 507)), ARTICLE)


@pytest.mark.parametrize(
    ("names", "there"),
    [
        (("Évora",), True),
        (("evora",), True),
        (("Cidade de Évora", "Évora"), True),
        (("ÉVORA VISITA",), False),
        (("Visita Évora",), True),
        (("Évo",), False),
        (("vora",), False),
        (("…",), False),
    ],
)
def test_the_title_names_whole_words_without_case_and_accents(names: tuple[str, ...], there: bool) -> None:
    assert in_title(entity(names[0], 5, aliases=names[1:]), ARTICLE.title) is there


def test_the_first_paragraph_weighs_more() -> None:
    assert weight(entity("Rui", 99), ARTICLE) == weight(entity("Rui", 102), ARTICLE) + 1.0
    assert weight(entity("Rui", 3), Article("Um", "Só um parágrafo.")) == 2.0


def test_of_a_text_without_paragraphs_the_beginning_is_the_first() -> None:
    endless = Article("T", "x" * 100_000)
    assert weight(entity("Rui", 1_999), endless) == weight(entity("Rui", 2_000), endless) + 1.0


def test_a_name_that_runs_through_the_text_weighs_more_than_one_said_often_in_one_place() -> None:
    spread = entity("Ana", 150, 250, 350, 450, 550, 650)
    crowded = entity("Rui", *range(500, 510))
    assert weight(spread, ARTICLE) > weight(crowded, ARTICLE)


def test_the_parts_are_counted_as_one_by_one() -> None:
    chance = random.Random(7)
    for length in (1, 7, 10, 99, 1000):
        body = Article("T", "\n\n" + "x" * (length - 2)) if length > 2 else Article("T", "x" * length)
        for _ in range(50):
            places = sorted(chance.sample(range(length), chance.randint(1, min(length, 30))))
            parts = len({at * PARTS // length for at in places})
            plain = weight(entity("Rui", *places), body)
            alone = weight(entity("Rui", *([places[0]] * len(places))), body)
            assert plain - alone == pytest.approx(2.0 * (parts - 1) / (PARTS - 1))


def test_the_heaviest_first_and_dates_as_the_calendar_has_them() -> None:
    some = [
        entity("Rui", 500),
        entity("ontem", 3, kind=Kind.DATE),
        Entity("julho de 2024", Kind.DATE, (Mention(Span(9, 22), Kind.DATE, "julho de 2024"),), date="2024-07"),
        entity("Ana", 400),
        Entity("2019", Kind.DATE, (Mention(Span(40, 44), Kind.DATE, "2019"),), date="2019"),
        entity("Évora", 700, kind=Kind.PLACE),
        entity("há anos", 1, kind=Kind.DATE),
    ]
    assert [some[number].name for number in in_order(some, ARTICLE)] == [
        "Évora",
        "Ana",
        "Rui",
        "2019",
        "julho de 2024",
        "há anos",
        "ontem",
    ]


def test_what_an_article_is_about_comes_before_who_is_only_quoted_often() -> None:
    body = (
        "A ministra Ana Prata visitou Évora.\n\n"
        + "Um dia longo passou na cidade. " * 10
        + "\n\n"
        + "Rui Costa falou. Rui Costa riu. Rui Costa saiu.\n\n"
        + "Outro dia longo passou na cidade. " * 10
        + "\n\nNo fim, Ana Prata agradeceu."
    )
    article = Article("Ana Prata em Évora", body, published=datetime.date(2024, 5, 1))
    found = analyse(article, RuleRecogniser())
    people = [found[number].name for number in in_order(found, article) if found[number].kind is Kind.PERSON]
    assert people[:2] == ["Ana Prata", "Rui Costa"]


def test_without_case_and_accents() -> None:
    assert folded("São TOMÉ") == "sao tome"
    assert folded("Kim") == "kim"

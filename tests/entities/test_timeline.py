"""The timeline without a screen: every dated mention once, in one order, copies of a sentence folded."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.model import Doubt, Entity, Kind, Mention, Precision
from reader.entities.rules import RuleRecogniser
from reader.entities.timeline import Dated, Source, dated, folded, in_order, place_of, position, within

TEXT = "Em 2019, Vladimir Putin viajou. A fábrica abriu em 13 de setembro de 2023. Nada."
TEXT += "\n\nEm 2019 choveu, e em 2019 nevou."


def entity(date: str | None, *spans: tuple[int, int], precision: Precision = Precision.YEAR) -> Entity:
    mentions = tuple(Mention(Span(*span), Kind.DATE, TEXT[slice(*span)]) for span in spans)
    return Entity(date or "?", Kind.DATE, mentions, date=date, precision=precision)


def source(name: str, published: datetime.date | None = None) -> Source:
    return Source(name, f"Título {name}", None, published)


def event(date: str, text: str, name: str = "a", at: int = 0, published: datetime.date | None = None) -> Dated:
    return Dated(source(name, published), date, Precision.DAY, None, "x", Span(at, at + 1), Span(0, 99), text)


def test_an_article_is_told_in_the_order_of_its_text_with_what_has_no_date_left_out() -> None:
    article = Article("T", TEXT, published=datetime.date(2023, 9, 15))
    entities = [entity("2019", (3, 7), (85, 89), (103, 107)), entity("2023-09-13", (51, 73)), entity(None, (0, 2))]
    told = list(dated(article, entities))
    assert [each.words for each in told] == ["2019", "13 de setembro de 2023", "2019", "2019"]
    assert told[1].text == "A fábrica abriu em 13 de setembro de 2023."
    assert {each.source for each in told} == {Source(article.id, "T", None, article.published)}


def test_of_an_entity_only_the_sentences_that_name_it() -> None:
    article = Article("T", TEXT)
    putin = Entity("Vladimir Putin", Kind.PERSON, (Mention(Span(9, 23), Kind.PERSON, "Vladimir Putin"),))
    entities = [entity("2019", (3, 7), (85, 89)), putin]
    assert [each.span.start for each in dated(article, entities, lambda each: each is putin)] == [3]
    assert not list(dated(article, [putin], lambda each: True))


def test_relative_words_of_a_real_article_are_resolved_against_its_day() -> None:
    article = Article("T", "O grupo chegou na quarta-feira (13). Ontem partiu.", published=datetime.date(2023, 9, 15))
    told = in_order(dated(article, analyse(article, RuleRecogniser())))
    assert [(each.date, each.words) for each in told] == [("2023-09-13", "quarta-feira (13)"), ("2023-09-14", "Ontem")]


def test_copies_in_other_articles_are_folded_under_the_one_published_first() -> None:
    late, early = datetime.date(2023, 9, 16), datetime.date(2023, 9, 15)
    found = [
        event("2023-09-13", "Kim  chegou de comboio à cidade russa de Vladivostok.", "b", published=late),
        event("2023-09-13", "kim chegou de comboio à cidade russa de Vladivostok", "c", published=early),
        event("2023-09-13", "Kim chegou de comboio à cidade russa de Vladivostok.", "c", at=5, published=early),
        event("2023-09-14", "Kim chegou de comboio à cidade russa de Vladivostok.", "d"),
    ]
    first, second = folded(found)
    assert first.first.source.id == "c"
    assert first.copies == 1, "said twice in one article is no copy"
    assert len(first.others) == 2
    assert (second.first.date, second.copies) == ("2023-09-14", 0)


def test_short_sentences_of_different_articles_are_no_copies() -> None:
    found = [event("2023-09-14", "Ontem choveu.", "a"), event("2023-09-14", "Ontem choveu.", "b")]
    found.append(event("2023-09-14", "Ontem choveu.", "b", at=90))
    assert [(each.copies, len(each.others)) for each in folded(found)] == [(0, 0), (0, 1)]


def test_a_date_that_is_longer_stands_before_those_in_it_and_years_before_ours_run_backwards() -> None:
    dates = ["-0043", "1990/1999", "1990", "1990-01", "1990-01-01", "1990-02"]
    told = in_order(event(date, date) for date in reversed(dates))
    assert [each.date for each in told] == dates


def test_jumping_goes_to_the_first_that_is_not_before() -> None:
    moments = folded(event(date, date) for date in ("1990", "2019", "2023-09-13"))
    assert [position(moments, date) for date in ("1980", "2019-01-01", "2020", "2024")] == [0, 1, 2, 2]
    assert position([], "2020") == 0


def test_a_period_has_what_overlaps_with_it() -> None:
    assert within("1990/1999", "1995", "1995")
    assert not within("2023-09-13", "2023-09-14")
    assert within("2023", before="2023-01-01")


isos = st.one_of(
    st.dates(datetime.date(1, 1, 1)).map(datetime.date.isoformat),
    st.integers(1, 2100).map("{:04}".format),
    st.integers(1, 500).map("-{:04}".format),
    st.tuples(st.integers(1000, 1999), st.integers(1, 12)).map(lambda both: f"{both[0]}-{both[1]:02}"),
    st.integers(100, 200).map(lambda ten: f"{ten}0/{ten}9"),
)
events = st.builds(
    Dated,
    st.builds(Source, st.sampled_from("abc"), st.just("T"), st.none(), st.none()),
    isos | st.sampled_from(["2019", "2020"]),
    st.sampled_from([Precision.DAY, Precision.YEAR]),
    st.sampled_from([None, Doubt.WEEKDAY]),
    st.just("x"),
    st.integers(0, 40).map(lambda at: Span(at, at + 1)),
    st.just(Span(0, 50)),
    st.sampled_from(["Um.", "um", "Dois.", ""]),
)
lists = st.lists(events, max_size=30, unique_by=lambda each: each.key)


@given(lists)
def test_every_mention_appears_exactly_once(found: list[Dated]) -> None:
    told = [each for moment in folded(found) for each in moment]
    assert sorted(each.key for each in told) == sorted(each.key for each in found)


@given(lists, st.randoms(use_true_random=False))
def test_the_order_is_total_and_does_not_depend_on_what_came_first(found: list[Dated], dice) -> None:  # type: ignore[no-untyped-def]
    shuffled = dice.sample(found, len(found))
    assert in_order(shuffled) == in_order(found)
    assert folded(shuffled) == folded(found)
    places = [place_of(each.date) for each in in_order(found)]
    assert places == sorted(places)

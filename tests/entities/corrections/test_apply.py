"""What each correction does to an article's entities."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from articles.model import Span
from reader.entities.corrections.apply import correct
from reader.entities.corrections.model import (
    Add,
    BadCorrection,
    Correction,
    Hide,
    Merge,
    Quote,
    Rename,
    Retype,
    Scope,
    Split,
    Target,
    checked,
)
from reader.entities.model import EnglishFrom, Entity, Kind, Mention, Precision

BODY = (
    "O líder Kim Jong Un visitou Vladivostok. Kim viu um Su-35 em Vladivostok e falou com a Força Aérea.\n\n"
    "Kim Yo Jong ficou. O Su-35 voou sobre Moscou em 1984. Silva esperou, e Silva saiu."
)
P, O, L, D, W = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.DATE, Kind.WORK  # noqa: E741 - kinds, side by side
LIBRARY = Scope.LIBRARY


def spans(words: str) -> list[Span]:
    """Every place of the words in the body."""
    found, at = [], BODY.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = BODY.find(words, at + 1)
    return found


def entity(kind: Kind, *names: str, skip: Sequence[int] = (), **more: object) -> Entity:
    """An entity with all places of the names, but for the numbered ones."""
    every = [
        Mention(span, kind, name)
        for number, name in enumerate(names)
        for span in (each for at, each in enumerate(spans(name)) if not (number and at in skip))
    ]
    every.sort(key=lambda each: (each.span.start, -each.span.end))
    kept: list[Mention] = []
    for each in every:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return Entity(names[0], kind, tuple(kept), tuple(names[1:]), **more)  # type: ignore[arg-type]


def raw() -> tuple[Entity, ...]:
    return (
        entity(P, "Kim Jong Un", "Kim", skip=(2,)),
        entity(P, "Silva"),
        entity(P, "Kim Yo Jong"),
        entity(L, "Vladivostok"),
        entity(L, "Moscou", english="Moscow", english_from=EnglishFrom.TABLE),
        entity(D, "1984", date="1984", precision=Precision.YEAR),
    )


def named(found: Sequence[Entity]) -> dict[str, Entity]:
    return {each.name: each for each in found}


def done(*corrections: Correction) -> dict[str, Entity]:
    return named(correct(raw(), corrections, BODY))


def target(kind: Kind, name: str) -> Target:
    return Target(kind, name)


def test_without_corrections_everything_is_as_it_was() -> None:
    given = raw()
    assert correct(given, (), BODY) == given


@pytest.mark.parametrize("name", ["kim jong un", "KIM JONG UN", "Kim  Jong Ún"])
def test_a_name_is_found_whatever_its_accents_and_capitals(name: str) -> None:
    found = done(Rename(target(P, name), "Kim Jong-un"))
    assert "Kim Jong Un" not in found
    assert found["Kim Jong-un"].aliases == ("Kim Jong Un", "Kim")
    assert len(found["Kim Jong-un"].mentions) == 2


def test_what_is_not_there_is_not_corrected() -> None:
    given = raw()
    for correction in (
        Rename(target(P, "Nobody"), "Somebody"),
        Hide(target(L, "Kim Jong Un")),
        Merge(target(P, "Nobody"), target(P, "Silva")),
        Split(target(P, "Silva"), (Quote(5, "no such words"),), "Other"),
        Add(Quote(3, "Plutão", "em "), target(L, "Plutão")),
        Retype(target(P, "Silva"), P),
    ):
        assert correct(given, [correction], BODY) == given


def test_an_english_name_is_the_readers() -> None:
    found = done(Rename(target(L, "Vladivostok"), english="Ruler of the East"))["Vladivostok"]
    assert (found.english, found.english_from) == ("Ruler of the East", EnglishFrom.READER)
    found = done(Rename(target(L, "Moscou"), english=""))["Moscou"]
    assert (found.english, found.english_from) == (None, None)


def test_the_readers_english_outlives_a_change_of_name_and_kind() -> None:
    moscow = target(L, "Moscou")
    found = done(Rename(moscow, english="Moskva"), Rename(moscow, "Moscovo"), Retype(target(L, "Moscovo"), O))
    assert found["Moscovo"].english == "Moskva"
    assert found["Moscovo"].kind is O


def test_a_name_that_is_there_makes_them_one() -> None:
    found = done(Rename(target(P, "Silva"), "Kim Yo Jong"))
    assert "Silva" not in found
    assert [each.text for each in found["Kim Yo Jong"].mentions] == ["Kim Yo Jong", "Silva", "Silva"]
    assert found["Kim Yo Jong"].aliases == ("Silva",)


def test_merging_keeps_the_name_of_the_one_merged_into_and_sorts_the_mentions() -> None:
    found = done(Merge(target(L, "Moscou"), target(L, "Vladivostok")))
    assert [each.text for each in found["Vladivostok"].mentions] == ["Vladivostok", "Vladivostok", "Moscou"]
    assert found["Vladivostok"].aliases == ("Moscou",)
    found = done(Merge(target(L, "Vladivostok"), target(P, "Silva")))
    assert {each.kind for each in found["Silva"].mentions} == {P}
    assert [each.text for each in found["Silva"].mentions] == ["Vladivostok", "Vladivostok", "Silva", "Silva"]


def test_merging_into_what_the_article_lacks_is_to_be_called_so() -> None:
    found = done(Merge(target(L, "Moscou"), target(O, "Kremlin"), LIBRARY))
    assert found["Kremlin"].kind is O
    assert found["Kremlin"].aliases == ("Moscou",)


def test_another_kind_for_the_entity_and_each_mention() -> None:
    found = done(Retype(target(P, "Silva"), O))["Silva"]
    assert found.kind is O
    assert {each.kind for each in found.mentions} == {O}


def test_a_year_that_is_a_book_is_no_date_any_more() -> None:
    found = done(Retype(target(D, "1984"), W))["1984"]
    assert (found.kind, found.date, found.precision) == (W, None, None)


def test_a_date_is_put_right_by_naming_the_day() -> None:
    found = done(Rename(target(D, "1984"), "1984-06-08"))["1984"]
    assert (found.date, found.precision) == ("1984-06-08", Precision.DAY)
    found = done(Rename(target(D, "1984"), "o ano do livro"))["o ano do livro"]
    assert (found.date, found.precision) == (None, None)


def test_hidden_is_gone() -> None:
    assert "Silva" not in done(Hide(target(P, "Silva")))


def test_mentions_taken_out_are_an_entity_of_their_own() -> None:
    second = Quote.of(spans("Silva")[1], BODY)
    found = done(Split(target(P, "Silva"), (second,), "João Silva"))
    assert [each.span for each in found["João Silva"].mentions] == [spans("Silva")[1]]
    assert found["João Silva"].aliases == ("Silva",)
    assert [each.span for each in found["Silva"].mentions] == [spans("Silva")[0]]


def test_taken_out_without_a_name_it_is_told_apart_by_a_number() -> None:
    found = done(Split(target(P, "Silva"), (Quote.of(spans("Silva")[1], BODY),)))
    assert {"Silva", "Silva (2)"} <= set(found)


def test_when_the_full_name_is_taken_out_the_rest_is_called_by_what_is_left() -> None:
    found = done(Split(target(P, "Kim Jong Un"), (Quote.of(spans("Kim Jong Un")[0], BODY),), "Kim Jong-un"))
    assert found["Kim"].aliases == ()
    assert found["Kim Jong-un"].aliases == ("Kim Jong Un",)


def test_mentions_can_go_to_an_entity_that_is_there() -> None:
    found = done(Split(target(P, "Silva"), (Quote.of(spans("Silva")[0], BODY),), "Kim Yo Jong"))
    assert len(found["Kim Yo Jong"].mentions) == 2
    assert len(found["Silva"].mentions) == 1


def test_taking_out_all_mentions_is_renaming() -> None:
    every = tuple(Quote.of(span, BODY) for span in spans("Silva"))
    assert len(done(Split(target(P, "Silva"), every, "João Silva"))["João Silva"].mentions) == 2
    assert correct(raw(), [Split(target(P, "Silva"), every)], BODY) == raw()


def test_a_selection_becomes_an_entity_with_the_same_words_elsewhere() -> None:
    found = done(Add(Quote.of(spans("Su-35")[1], BODY), target(W, "Sukhoi Su-35")))["Sukhoi Su-35"]
    assert [each.span for each in found.mentions] == spans("Su-35")
    assert (found.kind, found.aliases) == (W, ("Su-35",))


def test_a_selection_may_name_an_entity_that_is_there() -> None:
    found = done(Add(Quote.of(spans("líder")[0], BODY), target(P, "kim jong un")))["Kim Jong Un"]
    assert [each.text for each in found.mentions] == ["líder", "Kim Jong Un", "Kim"]


def test_a_selection_beats_what_it_touches_and_elsewhere_what_it_covers_only() -> None:
    chosen = Span(spans("Kim Yo Jong")[0].start, spans("Kim Yo Jong")[0].start + len("Kim"))
    found = done(Add(Quote.of(chosen, BODY), target(P, "Kim Il Sung")))
    assert "Kim Yo Jong" not in found
    assert [each.span for each in found["Kim Il Sung"].mentions] == [chosen], "but nowhere else: those are Kim Jong Un"
    add = Add(Quote(99, "em Vladivostok"), target(O, "Agência"), LIBRARY)
    assert [each.text for each in done(add)["Agência"].mentions] == ["em Vladivostok"], (
        "longer than what was recognised"
    )
    assert len(done(add)["Vladivostok"].mentions) == 1
    assert correct(raw(), [Add(Quote(99, "Yo Jong"), target(P, "Yo Jong"), LIBRARY)], BODY) == raw(), (
        "only a part of it"
    )


def test_the_same_words_within_a_word_are_not_the_same_words() -> None:
    body = "A Vale comprou. O Valério vendeu à Vale."
    found = correct((), [Add(Quote.of(Span(2, 6), body), target(O, "Vale"))], body)
    assert [each.span.start for each in found[0].mentions] == [2, 35]


def test_what_is_added_for_the_library_is_there_before_all_other_corrections() -> None:
    add = Add(Quote(99, "Su-35"), target(W, "Su-35"), LIBRARY)
    assert set(done(Rename(target(W, "Su-35"), "Sukhoi"), add)) >= {"Sukhoi"}


def test_in_its_own_article_an_entity_is_found_by_place_when_it_has_another_name() -> None:
    anchored = Target.of(entity(P, "Silva"), BODY)
    newer = [entity(O, "Silva", "e Silva")]
    assert correct(newer, [Rename(anchored, "João Silva")], BODY)[0].name == "João Silva"
    assert correct(newer, [Rename(anchored, "João Silva", scope=LIBRARY)], BODY) == tuple(newer)


def test_each_acts_on_what_those_before_it_left() -> None:
    found = done(
        Rename(target(P, "Silva"), "João"), Retype(target(P, "João"), O), Merge(target(O, "João"), target(L, "Moscou"))
    )
    assert [each.text for each in found["Moscou"].mentions] == ["Moscou", "Silva", "Silva"]
    assert "Silva" in done(Rename(target(P, "João"), "Maria"), Rename(target(P, "Silva"), "João"), Hide(target(L, "João")))["João"].aliases  # fmt: skip  # noqa: E501


def test_two_that_share_a_name_are_corrected_as_one() -> None:
    twice = [Entity("Silva", P, (Mention(spans("Silva")[at], P, "Silva"),)) for at in (0, 1)]
    assert correct(twice, [Hide(target(P, "Silva"))], BODY) == ()
    assert correct(twice, [Hide(target(P, "Kim"))], BODY) == tuple(twice)
    assert len(correct(twice, [Rename(target(P, "Silva"), "João")], BODY)[0].mentions) == 2


def test_a_quote_is_found_again_where_the_text_moved() -> None:
    quote = Quote.of(spans("Silva")[1], BODY)
    assert quote.find("Antes. " + BODY) == spans("Silva")[1].shifted(7)
    assert quote.find("Nada.") is None
    assert quote.find("xSilvax yySilva, e Silva saiu.") == Span(19, 24)


@pytest.mark.parametrize("span", [Span(7, 8), Span(0, 0), Span(95, 110)])
def test_a_selection_without_a_word_or_over_two_lines_is_none(span: Span) -> None:
    with pytest.raises(BadCorrection):
        Quote.of(span, BODY[:7] + " …  " + BODY[7:])


def test_white_space_around_a_selection_is_left_out() -> None:
    assert Quote.of(Span(1, 8), BODY).text == "líder"


@pytest.mark.parametrize(
    "correction",
    [
        Rename(target(P, "A")),
        Rename(target(P, "A"), "  "),
        Rename(target(P, "A"), "\x1b[31m"),
        Rename(target(P, "…"), "B"),
        Rename(target(P, "A"), english="…"),
        Split(target(P, "A"), ()),
        Split(target(P, "A"), (Quote(0, "A"),), "B", LIBRARY),
        Merge(target(P, "A"), target(P, "")),
    ],
)
def test_what_cannot_mean_anything_is_refused(correction: Correction) -> None:
    with pytest.raises(BadCorrection):
        checked(correction)


def test_names_are_cleaned() -> None:
    assert checked(Rename(target(P, "A"), " Ana\n \u202eMaria ")) == Rename(target(P, "A"), "Ana \ufffdMaria")
    for fine in (Hide(target(P, "A")), Retype(target(P, "A"), O), Add(Quote(0, "A"), target(P, "A")), Rename(target(P, "A"), english="")):  # fmt: skip  # noqa: E501
        assert checked(fine) == fine

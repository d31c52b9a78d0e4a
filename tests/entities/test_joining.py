"""The entities of a long text from those of its parts."""

from __future__ import annotations

from articles.model import Span
from reader.entities.joining import join_in_steps
from reader.entities.model import EnglishFrom, Entity, Kind, Mention


def made(kind: Kind, *forms: str, at: int, english: str | None = None, **more: object) -> Entity:
    """An entity with one mention of each form, ten characters apart."""
    mentions = tuple(
        Mention(Span(at + 10 * number, at + 10 * number + len(form)), kind, form) for number, form in enumerate(forms)
    )
    source = EnglishFrom.TABLE if english else None
    return Entity(forms[0], kind, mentions, forms[1:], english=english, english_from=source, **more)  # type: ignore[arg-type]


def joined(*parts: list[Entity]) -> dict[str, Entity]:
    *waits, found = join_in_steps(parts)
    assert waits
    assert found is not None
    assert not any(waits)
    names = {entity.name: entity for entity in found}
    assert len(names) == len(found)
    for entity in found:
        starts = [mention.span.start for mention in entity.mentions]
        assert starts == sorted(starts)
        assert {mention.text for mention in entity.mentions} <= {entity.name, *entity.aliases}
    return names


def counts(found: dict[str, Entity]) -> dict[str, int]:
    return {name: len(entity.mentions) for name, entity in found.items()}


def test_a_short_form_of_another_part_joins_the_full_name() -> None:
    found = joined(
        [made(Kind.PERSON, "Kim Jong Un", "Kim", at=0, roles=("líder",))],
        [made(Kind.PERSON, "Kim", at=100, roles=("marechal",))],
        [made(Kind.PERSON, "Kim Jong Un", at=200)],
    )
    assert counts(found) == {"Kim Jong Un": 4}
    assert found["Kim Jong Un"].aliases == ("Kim",)
    assert found["Kim Jong Un"].roles == ("líder", "marechal")


def test_a_full_name_that_comes_late_takes_the_short_one_in() -> None:
    found = joined([made(Kind.PERSON, "Lula", at=0)], [made(Kind.PERSON, "Luiz Inácio Lula da Silva", "Lula", at=100)])
    assert counts(found) == {"Luiz Inácio Lula da Silva": 3}
    assert found["Luiz Inácio Lula da Silva"].aliases == ("Lula",)


def test_two_people_of_one_part_stay_two() -> None:
    found = joined(
        [made(Kind.PERSON, "Rui Silva", "Silva", at=0), made(Kind.PERSON, "Ana Silva", at=50)],
        [made(Kind.PERSON, "Silva", at=100)],
        [made(Kind.PERSON, "Ana Silva", "Silva", at=200)],
        [made(Kind.PERSON, "Silva", at=300)],
    )
    assert counts(found) == {"Rui Silva": 3, "Ana Silva": 4}, "the short form is whose it was last"


def test_full_names_that_differ_are_two_people_though_they_share_a_short_form() -> None:
    found = joined([made(Kind.PERSON, "Kim Jong Un", "Kim", at=0)], [made(Kind.PERSON, "Kim Jong Il", "Kim", at=100)])
    assert counts(found) == {"Kim Jong Un": 2, "Kim Jong Il": 2}


def test_dates_and_quantities_by_what_they_mean() -> None:
    found = joined(
        [made(Kind.DATE, "quarta-feira (13)", at=0, date="2023-09-13"), made(Kind.DATE, "ontem", at=50)],
        [made(Kind.DATE, "13 de setembro", at=100, date="2023-09-13"), made(Kind.DATE, "Ontem", at=150)],
        [made(Kind.QUANTITY, "500 km", at=200, value="500 km")],
        [made(Kind.QUANTITY, "500 quilômetros", at=300, value="500 km")],
    )
    assert sorted(counts(found).values()) == [2, 2, 2]


def test_places_by_their_english() -> None:
    found = joined(
        [made(Kind.PLACE, "Moscovo", at=0, english="Moscow")], [made(Kind.PLACE, "Moscou", at=100, english="Moscow")]
    )
    assert counts(found) == {"Moscovo": 2}
    assert (found["Moscovo"].english, found["Moscovo"].english_from) == ("Moscow", EnglishFrom.TABLE)


def test_english_of_a_later_part() -> None:
    found = joined([made(Kind.ORGANISATION, "ONU", at=0)], [made(Kind.ORGANISATION, "ONU", at=100, english="UN")])
    assert found["ONU"].english == "UN"


def test_one_name_has_one_kind() -> None:
    found = joined(
        [made(Kind.PLACE, "Plesetsk", at=0)],
        [made(Kind.PERSON, "Plesetsk", at=100)],
        [made(Kind.PLACE, "Plesetsk", at=200)],
    )
    assert counts(found) == {"Plesetsk": 3}
    assert found["Plesetsk"].kind is Kind.PLACE
    assert [mention.kind for mention in found["Plesetsk"].mentions] == [Kind.PLACE] * 3


def test_the_order_is_by_kind_and_count() -> None:
    parts = [
        [made(Kind.PLACE, "Lisboa", at=0), made(Kind.PERSON, "Ana", at=20)],
        [made(Kind.PERSON, "Rui", at=40), made(Kind.PERSON, "Ana", at=60)],
        [made(Kind.PERSON, "Rui", at=80), made(Kind.PERSON, "Rui Melo", at=90)],
    ]
    assert list(joined(*parts)) == ["Ana", "Rui", "Rui Melo", "Lisboa"]


def test_many_entities_are_joined_in_steps() -> None:
    parts = [[made(Kind.PERSON, f"Pessoa{number}", at=100 * number + part) for number in range(500)] for part in (0, 7)]
    *waits, found = join_in_steps(parts)
    assert len(waits) > 4
    assert found is not None
    assert all(len(entity.mentions) == 2 for entity in found)

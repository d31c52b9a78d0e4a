"""The index: which entities occur where, counted, found by any of their names, in step with articles and analyses."""

from __future__ import annotations

import datetime

import pytest

from articles.model import Article
from reader.entities.choosing import Identity
from reader.entities.index.queries import Place
from reader.entities.model import Entity, Kind
from reader.entities.packing import pack
from tests.entities.index.libraries import READING, Library, marked

LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)


def test_other_articles_newest_first(library: Library) -> None:
    old = library.add("[person:Ana] foi a [place:Lisboa].", day=1)
    here = library.add("[person:Ana] voltou. [person:Ana] dormiu.", day=2)
    new = library.add("[person:Ána] saiu.", day=3)
    library.add("[organisation:Ana] faliu.", day=4)
    assert library.also_in(here, "Ana") == [new, old]
    assert library.also_in(old, "Lisboa") == []
    assert library.counts() == {
        ("person", "Ana"): (3, 4),
        ("place", "Lisboa"): (1, 1),
        ("organisation", "Ana"): (1, 1),
    }


def test_an_entity_of_no_article_that_was_read(library: Library) -> None:
    found = library.index.also_in(Entity("Rui", Kind.PERSON, marked("[person:Rui]")[1][0].mentions), "0" * 32)
    assert (found.count, found.places, found.pending, found.entity) == (0, (), 0, None)


def test_spellings_of_one_place_are_one(library: Library) -> None:
    here = library.add("[place:Moscou|Moscow] é longe.", day=1)
    there = library.add("[place:Moscovo|Moscow] é perto, diz [place:Moscou|Moscow].", day=2)
    assert library.also_in(here, "Moscou") == [there]
    (known,) = library.index.find("moscow")
    assert (known.articles, known.mentions) == (2, 3)
    assert {each.number for name in ("MOSCOVO", "Moscou") for each in library.index.find(name)} == {known.number}


def test_english_that_is_learnt_later_joins_them(library: Library) -> None:
    library.add("[place:Moscou] é longe.")
    library.add("[place:Moscovo|Moscow] é perto.")
    assert len(library.index.all()) == 2
    library.add("[place:Moscou|Moscow] é grande. [place:Praga] não.")
    assert {each.articles for each in library.index.find("Moscow")} == {3}


def test_a_name_with_an_english_name_in_some_articles_only(library: Library) -> None:
    here = library.add("[place:Geórgia|Georgia] venceu.", day=1)
    there = library.add("[place:Geórgia] perdeu.", day=2)
    assert library.also_in(here, "Geórgia") == [there]
    assert library.also_in(there, "Geórgia") == [here]


def test_pages_follow_each_other(library: Library) -> None:
    added = [library.add(f"[person:Ana] e o dia {day}.", day=day // 3) for day in range(12)]
    entity = library.named(added[5], "Ana")
    found: list[Place] = []
    while page := library.index.also_in(entity, added[5], limit=4, after=found[-1] if found else None).places:
        assert len(page) <= 4
        found += page
    ids = [each.id for each in library.articles.summaries([place.article for place in found])]
    assert ids == [*reversed(added[6:]), *reversed(added[:5])]
    (known,) = library.index.find("ana")
    assert len(list(library.index.all_places(known.number))) == 12


def test_an_alias_finds_it(library: Library) -> None:
    body, (entity,) = marked("[person:Luiz Inácio Lula da Silva]")
    article = Article("Lula", body)
    library.articles.add(article)
    entity = Entity(entity.name, entity.kind, entity.mentions, ("Lula", "Lula da Silva"))
    library.analyses.put(article.id, READING, None, [entity])
    library.add("[person:Lula] falou.")
    assert {each.name for each in library.index.find("lula")} == {"Lula", "Luiz Inácio Lula da Silva"}
    assert len(library.index.find("LULA DA SILVA")) == 1
    assert library.index.find("lula", Kind.PLACE) == []
    assert library.index.find("silva") == []


def test_a_new_analysis_takes_the_place_of_the_old(library: Library) -> None:
    here = library.add("[person:Ana] foi a [place:Lisboa] com [person:Rui].")
    article = library.recognised[here][0]
    newer = marked("[person:Ana] foi a [organisation:Lisboa] com Rui.")[1]
    library.analyses.put(here, Identity("test", "2"), article.published, newer)
    assert library.counts() == {("person", "Ana"): (1, 1), ("organisation", "Lisboa"): (1, 1)}
    assert library.index.find("Rui") == []


def test_what_is_taken_out_is_counted_no_more_and_leaves_nothing(library: Library) -> None:
    one, two = library.add("[person:Ana] e [place:Ourém|Ourem].", day=1), library.add("[person:Ana].", day=2)
    library.remove(one)
    assert library.counts() == {("person", "Ana"): (1, 1)}
    library.remove(two)
    assert library.counts() == {}
    library.articles.purge(LATER)
    with library.database.read() as connection:
        for table in ("library_entity", "entity_name", "entity_in", "entity_form", "entity_indexed"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_what_comes_back_from_the_trash_is_counted_again(library: Library) -> None:
    one = library.add("[person:Ana] e [place:Ourém|Ourem].", day=1)
    library.add("[person:Ana].", day=2)
    before = library.counts()
    article, found = library.recognised[one]
    library.articles.remove(one)
    library.analyses.put(one, READING, article.published, found)  # still on the screen, read again
    assert library.counts() == {("person", "Ana"): (1, 1)}
    library.articles.restore(one)
    assert library.index.catch_up() == 0
    assert library.counts() == before


def test_the_day_of_an_article_can_be_put_right(library: Library) -> None:
    here, one, two = (library.add(f"[person:Ana] {day}.", day=day) for day in (1, 2, 3))
    assert library.also_in(here, "Ana") == [two, one]
    article = library.recognised[one][0]
    library.articles.add(Article(article.title, article.body, published=datetime.date(2024, 1, 1)))
    assert library.also_in(here, "Ana") == [one, two]


def test_the_heaviest_first_of_a_kind_and_no_more_than_asked_for(library: Library) -> None:
    library.add("[person:Ana] [person:Rui] [person:Rui] [place:Faro] [place:Faro] [place:Faro]")
    assert [each.name for each in library.index.all()] == ["Faro", "Rui", "Ana"]
    assert [each.name for each in library.index.all(Kind.PERSON)] == ["Rui", "Ana"]
    assert [each.name for each in library.index.all(limit=1)] == ["Faro"]


def test_dates_in_order_with_their_articles(library: Library) -> None:
    one = library.add("[date:2023-09-13] [date:ontem] [date:2019]", day=1)
    two = library.add("[date:2023-09-13] [date:2000-07]", day=2)
    assert [(each.name, each.articles) for each in library.index.dates()] == [
        ("2000-07", 1),
        ("2019", 1),
        ("2023-09-13", 2),
    ]
    places = list(library.index.all_places(library.index.dates()[2].number))
    assert [each.id for each in library.articles.summaries([place.article for place in places])] == [two, one]


def test_which_of_an_articles_entities_is_one_of_the_librarys(library: Library) -> None:
    here = library.add("[place:Moscou|Moscow] e [person:Moscou] e [place:Praga].")
    there = library.add("[place:Moscovo].")
    (known,) = library.index.find("moscow")
    assert [library.index.is_shown_as(known, each) for each in library.shown(here)] == [True, False, False]
    assert not library.index.is_shown_as(known, library.shown(there)[0])
    assert library.index.is_name(Kind.PLACE, "MOSCOVO")
    assert not library.index.is_name(Kind.PLACE, "Moscow")


def test_what_is_no_analysis_is_not_put(library: Library) -> None:
    here = library.add("[person:Ana]")
    with pytest.raises(ValueError, match="no packed entities"):
        library.analyses.put_packed(here, READING, None, b"nonsense")
    assert library.analyses.put_packed("0" * 32, READING, None, pack(())) is False

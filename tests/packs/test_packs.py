"""A pack from one library into another: whole, once, and over nobody's own words."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.sqlite import SQLiteArticles
from reader.entities.corrections.apply import correct
from reader.entities.corrections.model import Rename, Scope, Target
from reader.entities.corrections.store import CorrectionStore
from reader.entities.index.queries import EntityIndex
from reader.entities.model import Entity, Kind
from reader.entities.store import AnalysisStore
from reader.packs.gathering import gather
from reader.packs.model import Pack
from reader.packs.reading import unpacked
from reader.packs.taking import take
from reader.packs.writing import packed
from reader.translation.engine import Origin, Translation
from reader.translation.glossary.own import Given
from reader.translation.glossary.store import GlossaryStore
from reader.translation.memory import TranslationMemory
from tests.packs.libraries import ARTICLE, NOON, PAIRS, full, library


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Database]:
    with full(tmp_path / "mine") as database:
        yield database


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Database]:
    with library(tmp_path / "theirs") as database:
        yield database


@pytest.fixture
def pack(mine: Database) -> Pack:
    return unpacked(packed(gather(mine, ARTICLE)))


def shown(database: Database) -> tuple[Entity, ...]:
    """The names of the article as the sidebar has them."""
    found = AnalysisStore(database).latest(ARTICLE.id)
    assert found is not None
    return correct(found, CorrectionStore(database).of(ARTICLE.id), ARTICLE.body)


def test_what_is_packed_is_what_there_is_of_the_article_and_no_more(mine: Database) -> None:
    pack = gather(mine, ARTICLE)
    assert pack.article == ARTICLE
    assert pack.pairs == PAIRS
    assert pack.analysis == AnalysisStore(mine).stored(ARTICLE.id)
    assert [type(each).__name__ for each, _when in pack.corrections] == ["Rename", "Add"]
    assert all(each.scope is Scope.ARTICLE for each, _when in pack.corrections)
    assert [(each.source, each.target, each.note, each.author) for each in pack.terms] == [
        ("banco central", "central bank", "not: Fed", ""),
        ("líder", "leader", "", "Ana"),
    ]


def test_it_comes_back_whole_and_always_as_the_same_bytes(mine: Database) -> None:
    pack = gather(mine, ARTICLE)
    data = packed(pack)
    assert unpacked(data) == pack
    assert packed(gather(mine, ARTICLE)) == data
    assert data[4:8] == b"\0\0\0\0"  # where gzip puts the time
    assert packed(unpacked(data)) == data


def test_it_opens_in_another_library_as_it_was(mine: Database, theirs: Database, pack: Pack) -> None:
    taken = take(pack, theirs)
    assert (taken.new, taken.pairs.added, taken.names) == (True, 4, True)
    assert (taken.corrections.added, taken.terms.added) == (2, 2)
    assert SQLiteArticles(theirs).get(ARTICLE.id) == ARTICLE
    sources = [each.source for each in PAIRS]
    assert TranslationMemory(theirs).lookup(sources) == TranslationMemory(mine).lookup(sources)
    assert shown(theirs) == shown(mine)
    assert {each.name for each in shown(theirs)} >= {"Kim Jong Un", "Vladimir Putin", "banco central"}
    assert next(each.english for each in shown(theirs) if each.name == "Vladimir Putin") == "V. V. Putin"
    mine_terms, theirs_terms = (GlossaryStore(each).glossary_for(ARTICLE.id).terms for each in (mine, theirs))
    assert {(each.source, each.target) for each in theirs_terms} <= {(each.source, each.target) for each in mine_terms}
    assert EntityIndex(theirs).find("putin")


def test_taking_it_twice_doubles_nothing(mine: Database, theirs: Database, pack: Pack) -> None:
    for database in (theirs, mine):
        take(pack, database)
        before = _everything(database)
        again = take(pack, database)
        assert (again.new, again.pairs.added, again.pairs.there, again.names) == (False, 0, 4, False)
        assert (again.corrections.added, again.terms.added) == (0, 0)
        assert (again.corrections.conflicts, again.terms.conflicts) == (0, 0)
        assert _everything(database) == before
    assert packed(gather(theirs, ARTICLE)) == packed(pack)


def _everything(database: Database) -> list[object]:
    tables = ("article", "translation", "analysis", "correction", "glossary_term")
    with database.read() as connection:
        return [connection.execute(f"SELECT * FROM {each}").fetchall() for each in tables]


def test_what_the_reader_has_said_already_stays(theirs: Database, pack: Pack) -> None:
    SQLiteArticles(theirs).add(dataclasses.replace(ARTICLE, title="Meu título", published=None))
    memory = TranslationMemory(theirs)
    memory.record(Translation("Kim visita Moscou", "My title", Origin.HUMAN, "human", "", NOON))
    corrections = CorrectionStore(theirs)
    corrections.record(Rename(Target(Kind.PERSON, "Vladimir Putin"), None, "Mr Putin"), ARTICLE.id)
    GlossaryStore(theirs).put(Given("banco central", "the Central Bank"))
    taken = take(pack, theirs)
    assert (taken.new, taken.pairs.conflicts, taken.pairs.added) == (False, 1, 3)
    assert (taken.corrections.conflicts, taken.corrections.added) == (1, 1)
    assert (taken.terms.conflicts, taken.terms.added) == (1, 1)
    assert SQLiteArticles(theirs).get(ARTICLE.id).title == "Meu título"
    assert memory.lookup(["Kim visita Moscou"])["Kim visita Moscou"].target == "My title"
    assert next(each.english for each in shown(theirs) if each.name == "Vladimir Putin") == "Mr Putin"
    terms = GlossaryStore(theirs).glossary_for(ARTICLE.id).terms
    assert ("banco central", "the Central Bank") in {(each.source, each.target) for each in terms}
    assert take(pack, theirs, replace=True).pairs.replaced == 1
    assert memory.lookup(["Kim visita Moscou"])["Kim visita Moscou"].target == "Kim Visits Moscow"


def test_names_that_are_known_there_are_not_replaced(theirs: Database, pack: Pack) -> None:
    SQLiteArticles(theirs).add(ARTICLE)
    assert pack.analysis is not None
    own = dataclasses.replace(pack.analysis, version="mine", entities=pack.analysis.entities[:1])
    AnalysisStore(theirs).put_stored(ARTICLE.id, own)
    assert not take(pack, theirs).names
    assert AnalysisStore(theirs).stored(ARTICLE.id) == own


def test_an_article_of_which_nothing_is_known_yet(theirs: Database, tmp_path: Path) -> None:
    SQLiteArticles(theirs).add(ARTICLE)
    pack = unpacked(packed(gather(theirs, ARTICLE)))
    assert pack == Pack(ARTICLE)
    with library(tmp_path / "third") as third:
        assert take(pack, third).new
    assert not AnalysisStore(theirs).put_stored("0" * 32, AnalysisStore(theirs).stored(ARTICLE.id) or _nothing())


def _nothing() -> object:
    from reader.entities.store import Stored

    return Stored("rules", "1", "", ())

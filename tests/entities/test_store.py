"""Kept analyses: read back as they were, made anew when anything changed, gone with the article."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from reader.entities.analysis import analyse
from reader.entities.model import Doubt, Precision
from reader.entities.rules import RuleRecogniser
from reader.entities.store import ENTITY_MIGRATIONS, AnalysisStore

DAY = datetime.date(2023, 9, 15)
BODY = (
    "O presidente Vladimir Putin falou. A ONU (Organização das Nações Unidas) ouviu na quarta-feira (13). Putin saiu."
)
ARTICLE = Article("Título", BODY, published=DAY)
RULES = RuleRecogniser()


class Newer(RuleRecogniser):
    """The same recogniser, one version later."""

    version = "newer"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", (*MIGRATIONS, *ENTITY_MIGRATIONS)) as opened:
        SQLiteArticles(opened).add(ARTICLE)
        yield opened


@pytest.fixture
def store(database: Database) -> AnalysisStore:
    return AnalysisStore(database)


def test_what_was_put_is_got(store: AnalysisStore) -> None:
    found = analyse(ARTICLE, RULES)
    assert store.get(ARTICLE.id, RULES, DAY) is None
    assert store.put(ARTICLE.id, RULES, DAY, found)
    assert store.get(ARTICLE.id, RULES, DAY) == found


def test_how_precise_a_date_is_and_why_one_is_not_believed_is_kept(store: AnalysisStore) -> None:
    body = "Pagou em 31 de abril, nos anos 90 e dois dias depois. A terça-feira (13) foi calma, em março de 2020."
    found = analyse(Article("Título", body, published=DAY), RULES)
    known = {(entity.date, entity.precision, entity.doubt) for entity in found}
    assert known == {
        (None, Precision.DAY, Doubt.NO_SUCH_DAY),
        ("1990/1999", Precision.DECADE, None),
        (None, Precision.RELATIVE, None),
        (None, Precision.DAY, Doubt.WEEKDAY),
        ("2020-03", Precision.MONTH, None),
    }
    store.put(ARTICLE.id, RULES, DAY, found)
    assert store.get(ARTICLE.id, RULES, DAY) == found


def test_an_article_without_names(store: AnalysisStore) -> None:
    assert store.put(ARTICLE.id, RULES, None, ())
    assert store.get(ARTICLE.id, RULES, None) == ()


def test_another_day_or_version_is_another_analysis(store: AnalysisStore) -> None:
    store.put(ARTICLE.id, RULES, DAY, analyse(ARTICLE, RULES))
    assert store.get(ARTICLE.id, RULES, None) is None
    assert store.get(ARTICLE.id, Newer(), DAY) is None
    store.put(ARTICLE.id, Newer(), DAY, ())
    assert store.get(ARTICLE.id, Newer(), DAY) == ()
    assert store.get(ARTICLE.id, RULES, DAY) is None


def test_an_article_that_is_not_in_the_library_is_not_kept(store: AnalysisStore) -> None:
    assert not store.put("0" * 32, RULES, DAY, ())
    assert store.get("0" * 32, RULES, DAY) is None


def test_it_goes_with_the_article(database: Database, store: AnalysisStore) -> None:
    store.put(ARTICLE.id, RULES, DAY, ())
    SQLiteArticles(database).remove(ARTICLE.id)
    SQLiteArticles(database).purge(datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC))
    with database.read() as connection:
        assert connection.execute("SELECT count(*) FROM analysis").fetchone() == (0,)


@pytest.mark.parametrize("damage", [b"", b"not packed", zlib.compress(b"[]"), b"R2\x03\0\0\0abc"])
def test_a_damaged_row_is_as_good_as_none(database: Database, store: AnalysisStore, damage: bytes) -> None:
    store.put(ARTICLE.id, RULES, DAY, analyse(ARTICLE, RULES))
    with database.write() as connection:
        connection.execute("UPDATE analysis SET entities = ?", (damage,))
    assert store.get(ARTICLE.id, RULES, DAY) is None
    assert store.put(ARTICLE.id, RULES, DAY, ())
    assert store.get(ARTICLE.id, RULES, DAY) == ()


def test_what_is_to_be_read_again(database: Database, store: AnalysisStore) -> None:
    articles = SQLiteArticles(database)
    old, new = Article("Velho", "Rui saiu.", published=datetime.date(2001, 1, 1)), Article("Novo", "Ana ficou.")
    articles.add_many([old, new])
    keys = [articles.key_of(each.id) for each in (new, ARTICLE, old)]
    assert list(store.stale(RULES)) == keys, "newest first"
    store.put(ARTICLE.id, RULES, DAY, ())
    assert list(store.stale(RULES)) == [keys[0], keys[2]]
    assert list(store.stale(Newer())) == keys
    store.put(new.id, RULES, None, ())
    store.put(old.id, RULES, old.published, ())
    assert not len(store.stale(RULES))
    articles.add(Article("Novo", "Ana ficou.", published=DAY))
    assert list(store.stale(RULES)) == [keys[0]], "its dates were counted from another day"

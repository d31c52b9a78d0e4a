"""What the SQLite store does beyond the contract: bundled articles, ranking of many, damaged rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", MIGRATIONS) as database:
        yield database


@pytest.fixture
def store(database: Database) -> SQLiteArticles:
    return SQLiteArticles(database)


def article(text: str) -> Article:
    return Article(title=f"Título {text}", body=f"Texto {text}")


BUNDLED = [(name, article(name)) for name in ("um", "dois", "três")]


def test_bundled_articles_are_put_in_once(store: SQLiteArticles) -> None:
    assert store.unseeded(["um", "dois"]) == ["um", "dois"]
    assert store.seed(BUNDLED[:2]) == [item for _, item in BUNDLED[:2]]
    assert store.seed(BUNDLED[:2]) == []
    assert store.unseeded(["três", "um"]) == ["três"]
    assert store.seed(iter(BUNDLED)) == [BUNDLED[2][1]]
    assert store.count() == 3


def test_a_bundled_article_that_was_removed_stays_away(store: SQLiteArticles) -> None:
    store.seed(BUNDLED)
    store.remove(BUNDLED[0][1].id)
    assert store.seed(BUNDLED) == []
    assert store.count() == 2


def test_a_bundled_article_the_reader_had_is_not_new(store: SQLiteArticles) -> None:
    store.add(BUNDLED[0][1])
    assert store.seed(BUNDLED) == [item for _, item in BUNDLED[1:]]
    assert store.unseeded([name for name, _ in BUNDLED]) == []


def test_bundled_articles_are_put_in_all_or_none(store: SQLiteArticles) -> None:
    with pytest.raises(StorageError):
        store.seed([*BUNDLED, ("mau", article("\udfff"))])
    assert store.count() == 0
    assert len(store.unseeded([name for name, _ in BUNDLED])) == 3


def test_two_programs_put_bundled_articles_in_once(database: Database) -> None:
    class Late(SQLiteArticles):
        """Has looked for what is missing before the other program put it in."""

        def unseeded(self, names: object) -> list[str]:
            SQLiteArticles(database).seed(BUNDLED)
            return [name for name, _ in BUNDLED]

    assert Late(database).seed(BUNDLED) == []


DAMAGES = {
    "a date": "UPDATE article SET published = 'ontem', day = 'ontem'",
    "tags": "UPDATE article SET tags = '{'",
    "marks": "UPDATE article SET markup = '[[1]]'",
    "a kind of mark": 'UPDATE article SET markup = \'[[0, 1, "blink", ""]]\'',
    "the text": "UPDATE article SET body = CAST(x'ff00fe' AS TEXT)",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize(
    "method",
    [
        lambda store: store.get(article("um").id),
        lambda store: store.remove(article("um").id),
        lambda store: store.add(article("um")),
    ],
    ids=["get", "remove", "add"],
)
def test_a_damaged_row_is_told_as_such(
    database: Database, store: SQLiteArticles, damage: str, method: Callable[[SQLiteArticles], object]
) -> None:
    store.add(article("um"))
    with database.write() as connection:
        connection.execute(damage)
    with pytest.raises(StorageError) as caught:
        method(store)
    assert caught.value.__cause__ is not None
    assert store.count() == 1


def test_a_damaged_time_is_told_by_the_list(database: Database, store: SQLiteArticles) -> None:
    store.add(article("um"))
    with database.write() as connection:
        connection.execute("UPDATE article SET added = 'ontem', day = 'ontem'")
    with pytest.raises(StorageError, match="damaged"):
        store.summaries(store.keys())


def test_the_index_agrees_with_the_articles(database: Database, store: SQLiteArticles) -> None:
    store.add_many([article(str(i)) for i in range(20)])
    store.add(Article(title="Outro", body=article("3").body, byline="Eu"))
    store.remove(article("4").id)
    with database.write() as connection:
        connection.execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")


def test_the_list_is_ordered_by_its_index_alone(database: Database) -> None:
    newest = "SELECT s.key FROM shelf s WHERE s.live = 1 ORDER BY s.day DESC, s.added DESC, s.key DESC LIMIT -1"
    question = f"EXPLAIN QUERY PLAN {newest}"
    with database.read() as connection:
        plan = " ".join(row[3] for row in connection.execute(question))
    assert "COVERING INDEX shelf_newest" in plan
    assert "TEMP B-TREE" not in plan

"""A library without some of its indexes and triggers, or with others: told, made again, and in step afterwards."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articles.checking.mending import check, repair
from articles.database import Database
from articles.model import Article
from articles.sqlite import SQLiteArticles
from reader.cli.compose import migrations


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with Database(path, migrations()) as database:
        SQLiteArticles(database).add_many([Article(f"Título {each}", f"Texto {each}.") for each in range(5)])
    assert check(path, migrations(), ()) == []
    return path


def shape_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        return set(connection.execute(asked))


def test_all_that_is_missing_is_told_and_made_again(library: Path) -> None:
    before = shape_of(library)
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        asked = "SELECT type, name FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
        for kind, name in connection.execute(asked).fetchall():
            connection.execute(f"DROP {kind} {name}")
    assert shape_of(library) == set()
    found = check(library, migrations(), ())
    assert {each.what for each in found} == {"shape"}
    assert len(found) == len(before)
    assert "the index shelf_newest is missing" in [each.message for each in found]
    assert repair(library, migrations(), ()).left == []
    assert shape_of(library) == before


def test_one_that_is_not_as_it_was_made_is_made_again(library: Path) -> None:
    before = shape_of(library)
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER entity_article_leaves")
        connection.execute("CREATE TRIGGER entity_article_leaves AFTER UPDATE ON shelf BEGIN SELECT 1; END")
        connection.execute("CREATE INDEX a_persons_own ON shelf (words)")
    (finding,) = check(library, migrations(), ())
    assert finding.message == "the trigger entity_article_leaves is not as it was made"
    assert repair(library, migrations(), ()).left == []
    assert {name for name, _ in shape_of(library) - before} == {"a_persons_own"}, "what is not ours stays"

"""Libraries that tests open, break and share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from articles.database import Database, Migration
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles

TABLE = (Migration("test: a table", ("CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT",)),)


def filled(path: Path) -> bytes:
    """A library of some articles at ``path``, closed; gives its bytes."""
    with Database(path, MIGRATIONS) as database:
        SQLiteArticles(database).add_many([Article(title=str(i), body=f"texto {i} " * 500) for i in range(30)])
    return path.read_bytes()


def rows(database: Database) -> list[int]:
    with database.read() as connection:
        return [x for (x,) in connection.execute("SELECT x FROM t ORDER BY x")]


def write(database: Database, *steps: str | Callable[[], object]) -> None:
    """One write of these statements, with what else is done between them."""
    with database.write() as connection:
        for step in steps:
            if callable(step):
                step()
            else:
                connection.execute(step)

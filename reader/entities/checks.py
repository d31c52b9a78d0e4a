"""What may be wrong with what was recognised in the library's articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial

from articles.checking.model import Finding, some
from reader.entities.packing import Damaged, unpack

_COUNTED = """
SELECT e.number, count(DISTINCT i.article) AS found, coalesce(sum(i.mentions), 0) AS said FROM library_entity e
LEFT JOIN entity_name n ON n.entity = e.number LEFT JOIN entity_in i ON i.name = n.number
GROUP BY e.number HAVING found <> e.articles OR said <> e.mentions
"""


def analyses(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Analyses that cannot be read: they are made again where they are missing."""
    wrong = []
    for article, recogniser, packed in connection.execute("SELECT article, recogniser, entities FROM analysis"):
        try:
            unpack(packed)
        except Damaged:
            wrong.append((article, recogniser))
    if wrong:
        message = f"{len(wrong)} analyses of names cannot be read ({some(article for article, _ in wrong)})"
        yield Finding("analyses", message, len(wrong), partial(_forget, wrong=wrong))


def counts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """How often each name occurs in the library, against where it does."""
    wrong = connection.execute(_COUNTED).fetchall()
    if wrong:
        yield Finding("counts", f"{len(wrong)} names are counted wrong", len(wrong), partial(_count, wrong=wrong))


def _forget(connection: sqlite3.Connection, wrong: list[tuple[str, str]]) -> None:
    connection.executemany("DELETE FROM analysis WHERE article = ? AND recogniser = ?", wrong)


def _count(connection: sqlite3.Connection, wrong: list[tuple[int, int, int]]) -> None:
    for number, articles, mentions in wrong:
        said = "UPDATE library_entity SET articles = ?, mentions = ? WHERE number = ?"
        connection.execute(said, (articles, mentions, number))
    connection.execute("DELETE FROM library_entity WHERE articles = 0")


CHECKS = (("the analyses", analyses), ("the names", counts))
"""What this room checks."""

"""Whether the library has the indexes and triggers it was made with: without, it is slow or falls out of step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from articles.checking.model import Check, Finding, Mend
from articles.database import prepared
from articles.migrating import Migration

_SHAPE = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"


def shape(migrations: Sequence[Migration]) -> Check:
    """A check of the indexes and triggers against those of a new library."""

    def check(connection: sqlite3.Connection) -> Iterator[Finding]:
        there = {(kind, name): sql for kind, name, sql in connection.execute(_SHAPE)}
        for (kind, name), sql in _made(migrations).items():
            found = there.get((kind, name))
            if found != sql:
                what = "is missing" if found is None else "is not as it was made"
                yield Finding("shape", f"the {kind} {name} {what}", mend=_making(kind, name, sql))

    return check


def _made(migrations: Sequence[Migration]) -> dict[tuple[str, str], str]:
    """The indexes and triggers of a library that takes all steps, by kind and name."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        prepared(connection)
        for step in migrations:
            for statement in step.statements:
                connection.execute(statement)
        return {(kind, name): sql for kind, name, sql in connection.execute(_SHAPE)}


def _making(kind: str, name: str, sql: str) -> Mend:
    def mend(connection: sqlite3.Connection) -> None:
        connection.execute(f"DROP {kind} IF EXISTS {name}")
        connection.execute(sql)

    return mend

"""The reader's own glossary in the library: terms for all articles, and for one."""

from __future__ import annotations

import datetime
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator

from articles.database import Database
from reader.i18n import _
from reader.translation.glossary.model import Glossary, Term, TermKind, identity
from reader.translation.glossary.own import Change, Changed, Given, NoTerm, OwnTerm, checked
from reader.translation.glossary.wording import folded

_ALL = "SELECT number, article, source, target, kind, note, author, created, changed FROM glossary_term"
_IN_ORDER = " ORDER BY source COLLATE NOCASE, source, article, number"
_INSERT = (
    "INSERT INTO glossary_term (article, key, source, target, kind, note, author, created, changed) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    "UPDATE glossary_term SET source = ?, target = ?, kind = ?, note = ?, author = ?, changed = ? WHERE number = ?"
)


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class GlossaryStore:
    """The reader's own terms. Safe to use from several threads, and from several processes.

    Each call is one transaction. Every method may raise ``StorageError``.

    Args:
        database: The library's, opened with ``OWN_MIGRATIONS`` among its migrations.
        now: The time, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = _utc_now) -> None:
        self._database = database
        self._now = now
        self._lock = threading.Lock()
        self._ready: tuple[int, Glossary] | None = None

    def put(self, given: Given) -> Change:
        """Keep a term; it replaces the one of the same source, if there is one.

        Raises:
            BadTerm: It cannot be a term: its source has no letter, its English is empty, it is too long.
        """
        (change,) = self.put_many([given])
        return change

    def put_many(self, given: Iterable[Given]) -> list[Change]:
        """Keep several terms, all of them or none.

        Raises:
            BadTerm: One of them cannot be a term.
        """
        terms = [checked(each) for each in given]
        with self._database.write() as connection:
            changes = [self._put(connection, each) for each in terms]
            if any(each.what is not Changed.UNCHANGED for each in changes):
                _count(connection)
        return changes

    def remove(self, source: str, article_id: str | None = None, kind: TermKind | None = None) -> list[OwnTerm]:
        """Take out the terms of a source: those that are written just so, or else whatever their capitals.

        Args:
            source: The Portuguese.
            article_id: Of this article; None for those that hold in the whole library.
            kind: Only of this kind.

        Returns:
            What was taken out.

        Raises:
            NoTerm: There is none.
        """
        with self._database.write() as connection:
            found = _called(connection, source, article_id, kind)
            if not found:
                message = _("the glossary has no term {source}").format(source=repr(source))
                raise NoTerm(message, _("reader glossary list shows what it has"))
            for each in found:
                connection.execute("DELETE FROM glossary_term WHERE number = ?", (each.number,))
            _count(connection)
        return found

    def entries(self, article_id: str | None = None) -> list[OwnTerm]:
        """The terms that hold in the library, by their source; with an article, that one's too."""
        with self._database.read() as connection:
            return [*_terms(connection, f"{_ALL} WHERE article = '' OR article = ?{_IN_ORDER}", article_id or "")]

    def everything(self) -> list[OwnTerm]:
        """All terms, of the library and of each article."""
        with self._database.read() as connection:
            return [*_terms(connection, _ALL + _IN_ORDER)]

    def find(self, source: str, article_id: str | None = None) -> list[OwnTerm]:
        """The terms of a source as ``remove`` would find them; empty where there is none."""
        with self._database.read() as connection:
            return _called(connection, source, article_id, None)

    def glossary_for(self, article_id: str | None = None, entity_terms: Iterable[Term] = ()) -> Glossary:
        """How names and terms are rendered in an article: as the reader says for it, else for all, else as names are.

        Args:
            article_id: The article's full id; None for a text of no article.
            entity_terms: What its entities give.
        """
        with self._database.read() as connection:
            (changes,) = connection.execute("SELECT number FROM glossary_change").fetchone()
            with self._lock:
                library = self._ready[1] if self._ready is not None and self._ready[0] == changes else None
            if library is None:
                library = Glossary(each.term for each in _terms(connection, f"{_ALL} WHERE article = ''"))
                with self._lock:
                    self._ready = changes, library
            article = [*_terms(connection, f"{_ALL} WHERE article = ?", article_id)] if article_id else []
        return Glossary([*entity_terms, *(each.term for each in article)], library)

    def _put(self, connection: sqlite3.Connection, given: Given) -> Change:
        term = given.term
        key, where = identity(term), given.article or ""
        now = self._now().astimezone(datetime.UTC).isoformat(timespec="microseconds")
        before = next(_terms(connection, f"{_ALL} WHERE article = ? AND key = ?", where, key), None)
        if before is None:
            created = (
                given.created.astimezone(datetime.UTC).isoformat(timespec="microseconds") if given.created else now
            )
            row = (where, key, term.source, term.target, term.kind.value, given.note, given.author, created, now)
            number = connection.execute(_INSERT, row).lastrowid or 0
            return Change(Changed.ADDED, _one(connection, number), None)
        kind = before.kind if given.kind is None else given.kind  # what was said of it before is no guess
        said = term.source, term.target, kind, given.note or before.note
        if said == (before.source, before.target, before.kind, before.note):
            return Change(Changed.UNCHANGED, before, before)
        by = given.author or before.author
        connection.execute(_UPDATE, (*said[:2], kind.value, said[3], by, now, before.number))
        return Change(Changed.CHANGED, _one(connection, before.number), before)


def _count(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE glossary_change SET number = number + 1")


def _one(connection: sqlite3.Connection, number: int) -> OwnTerm:
    return next(_terms(connection, f"{_ALL} WHERE number = ?", number))


def _called(
    connection: sqlite3.Connection, source: str, article_id: str | None, kind: TermKind | None
) -> list[OwnTerm]:
    """The terms of a source: those that are written so, or else those that only differ by capitals."""
    there = [*_terms(connection, f"{_ALL} WHERE article = ?{_IN_ORDER}", article_id or "")]
    asked = folded(source)
    alike = [each for each in there if folded(each.source) == asked and kind in (None, each.kind)]
    return [each for each in alike if each.source == source] or alike


def _terms(connection: sqlite3.Connection, statement: str, *values: object) -> Iterator[OwnTerm]:
    """The terms of a query; a row that was damaged is as good as none."""
    for number, article, source, target, kind, note, author, created, changed in connection.execute(statement, values):
        try:
            made, moved = (datetime.datetime.fromisoformat(each) for each in (created, changed))
            yield OwnTerm(number, source, target, TermKind(kind), article or None, note, author, made, moved)
        except ValueError:
            continue

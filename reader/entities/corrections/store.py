"""The reader's corrections in the library: kept at once, undone and done again, also after a restart."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from articles.database import Database
from articles.errors import Problem
from reader.entities.corrections.model import Correction, Scope, checked
from reader.entities.corrections.written import read, write
from reader.entities.model import Kind
from reader.i18n import _

Row: TypeAlias = tuple[Any, ...]

CORRECTION_TABLES = (
    # By the article's content hash and without a reference to it, as places are kept: the same text, taken out and
    # put in again, has its corrections. `undone` is when, in microseconds since 1970, and always grows: the last undone
    # has the highest. (It was a mere count once.)
    """
    CREATE TABLE correction (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        article TEXT,
        scope TEXT NOT NULL CHECK (scope = 'library' OR article IS NOT NULL),
        said TEXT NOT NULL,
        made TEXT NOT NULL,
        undone INTEGER
    ) STRICT
    """,
    "CREATE INDEX correction_article ON correction (article, scope)",
    "CREATE INDEX correction_scope ON correction (scope) WHERE scope = 'library'",
)
"""The statements of the migration that makes the table."""

_ALL = "SELECT number, article, scope, said, made, undone FROM correction"
_OF_ARTICLE = _ALL + " WHERE undone IS NULL AND (article = ? OR scope = 'library') ORDER BY number"
_OF_LIBRARY = _ALL + " WHERE undone IS NULL AND scope = 'library' ORDER BY number"
_EVER_OF_LIBRARY = _ALL + " WHERE scope = 'library'"
_BY_NUMBER = _ALL + " WHERE undone IS NULL AND number = ?"
_MADE = _ALL + " WHERE ?1 IS NULL OR article = ?1 OR scope = 'library' ORDER BY number"
_LAST_MADE = _ALL + " WHERE undone IS NULL AND (?1 IS NULL OR article = ?1) ORDER BY number DESC"
_LAST_UNDONE = _ALL + " WHERE undone IS NOT NULL AND (?1 IS NULL OR article = ?1) ORDER BY undone DESC"


class NothingToUndo(Problem):
    """There is no correction to undo, or none to do again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction as it was made.

    Attributes:
        number: Names it; a later one has a higher number.
        article: The id of the article in which it was made; None where it was made for the library outside of any.
        made: When, in UTC.
        undone: Whether it was undone, and may be done again.
    """

    number: int
    correction: Correction
    article: str | None
    made: datetime.datetime
    undone: bool

    @property
    def scope(self) -> Scope:
        """For what it holds."""
        return self.correction.scope


_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class CorrectionStore:
    """The corrections of a library; safe to use from several threads.

    What was recognised stays stored as it was, and ``reader.entities.corrections.apply.correct`` is asked each time an
    article is shown: so a new analysis keeps the corrections, and an undone one is as if it had never been made.
    Corrections are kept for texts that are not in the library too. Every method may raise ``StorageError``.

    Args:
        database: The library, with ``ENTITY_MIGRATIONS`` applied.
        now: Tells the time, in UTC.
        changed: Called within the transaction that makes, undoes or does again a correction, to keep in step what is
            worked out from them: the index of the library's entities, if not said otherwise.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime.datetime] = _now,
        changed: Callable[[sqlite3.Connection, Entry], None] | None = None,
    ) -> None:
        self._database = database
        self._now = now
        self._changed = changed

    def record(self, correction: Correction, article_id: str | None = None) -> Entry:
        """Keep a correction, durably; it holds from now on. What was undone in this article cannot be done again then.

        Args:
            correction: Names are cleaned.
            article_id: The full id of the article in which it is made; None only for the library.

        Raises:
            BadCorrection: It cannot mean anything: a name without a letter.
            ValueError: It is of one article, and none is given.
        """
        correction = checked(correction)
        if correction.scope is Scope.ARTICLE and article_id is None:
            raise ValueError("a correction of one article needs the article")
        made = self._now().isoformat(timespec="microseconds")
        with self._database.write() as connection:
            connection.execute("DELETE FROM correction WHERE undone IS NOT NULL AND article IS ?", (article_id,))
            done = connection.execute(
                "INSERT INTO correction (article, scope, said, made) VALUES (?, ?, ?, ?)",
                (article_id, correction.scope.value, write(correction), made),
            )
            entry = Entry(
                done.lastrowid or 0, correction, article_id, datetime.datetime.fromisoformat(made), undone=False
            )
            self._tell(connection, entry)
        return entry

    def undo(self, article_id: str | None = None) -> Entry:
        """Undo the last correction that was made in an article, for itself or for the library; durably.

        Args:
            article_id: The article; None for the last of all, wherever it was made.

        Raises:
            NothingToUndo: All are undone, or none was made there.
        """
        with self._database.write() as connection:
            entry = _first(connection, _LAST_MADE, article_id)
            if entry is None:
                raise NothingToUndo(_("there is no correction to undo"))
            return self._undo(connection, entry)

    def revoke(self, number: int) -> Entry:
        """Undo one correction, though others were made since.

        Raises:
            NothingToUndo: There is no such correction, or it is undone already.
        """
        with self._database.write() as connection:
            entry = _first(connection, _BY_NUMBER, number)
            if entry is None:
                message = _("there is no correction {number} to undo").format(number=number)
                raise NothingToUndo(message, _("reader correct lists them"))
            return self._undo(connection, entry)

    def redo(self, article_id: str | None = None) -> Entry:
        """Do again the correction that was undone last.

        Args:
            article_id: The article in which it was made; None for the last of all.

        Raises:
            NothingToUndo: None is undone there, or another was made since.
        """
        with self._database.write() as connection:
            entry = _first(connection, _LAST_UNDONE, article_id)
            if entry is None:
                raise NothingToUndo(_("there is no correction to do again"))
            connection.execute("UPDATE correction SET undone = NULL WHERE number = ?", (entry.number,))
            entry = Entry(entry.number, entry.correction, entry.article, entry.made, undone=False)
            self._tell(connection, entry)
            return entry

    def of(self, article_id: str) -> tuple[Correction, ...]:
        """The corrections that hold for an article, its own and the library's, in the order they were made."""
        with self._database.read() as connection:
            return of_article(connection, article_id)

    def entries(self, article_id: str | None = None) -> list[Entry]:
        """The corrections made, in that order, the undone among them.

        Args:
            article_id: Those made in this article and all of the library; None for all there are.
        """
        with self._database.read() as connection:
            found = connection.execute(_MADE, (article_id,))
            return [entry for row in found if (entry := _entry(row)) is not None]

    def last_done(self, article_id: str | None = None) -> datetime.datetime | None:
        """When what ``undo`` would undo was made; None where there is nothing. See ``EditStore``."""
        with self._database.read() as connection:
            entry = _first(connection, _LAST_MADE, article_id)
        return entry.made if entry is not None else None

    def last_undone(self, article_id: str | None = None) -> datetime.datetime | None:
        """When what ``redo`` would do again was undone; None where there is nothing."""
        with self._database.read() as connection:
            entry = _first(connection, _LAST_UNDONE, article_id)
            if entry is None:
                return None
            (undone,) = connection.execute("SELECT undone FROM correction WHERE number = ?", (entry.number,)).fetchone()
        return _EPOCH + datetime.timedelta(microseconds=undone)

    def _undo(self, connection: sqlite3.Connection, entry: Entry) -> Entry:
        now = (self._now() - _EPOCH) // datetime.timedelta(microseconds=1)
        connection.execute(
            "UPDATE correction SET undone = (SELECT max(coalesce(max(undone), 0) + 1, ?) FROM correction) "
            "WHERE number = ?",
            (now, entry.number),
        )
        entry = Entry(entry.number, entry.correction, entry.article, entry.made, undone=True)
        self._tell(connection, entry)
        return entry

    def _tell(self, connection: sqlite3.Connection, entry: Entry) -> None:
        if self._changed is not None:
            self._changed(connection, entry)
            return
        from reader.entities.index.following import follow  # which reads the corrections from here

        follow(connection, entry)


def of_article(connection: sqlite3.Connection, article_id: str) -> tuple[Correction, ...]:
    """The corrections that hold for an article, in the order they were made."""
    return _corrections(connection.execute(_OF_ARTICLE, (article_id,)))


def of_library(connection: sqlite3.Connection) -> tuple[Correction, ...]:
    """The corrections that hold for all articles, in the order they were made."""
    return _corrections(connection.execute(_OF_LIBRARY))


def targets_of_library(connection: sqlite3.Connection) -> set[tuple[Kind, str]]:
    """The kinds and folded names that the library's corrections are about, those undone among them."""
    return {each.target.key for each in _corrections(connection.execute(_EVER_OF_LIBRARY))}


def _corrections(rows: Iterable[Row]) -> tuple[Correction, ...]:
    return tuple(entry.correction for row in rows if (entry := _entry(row)) is not None)


def _first(connection: sqlite3.Connection, statement: str, asked: str | int | None) -> Entry | None:
    """The first row that can be read."""
    return next((e for row in connection.execute(statement, (asked,)) if (e := _entry(row)) is not None), None)


def _entry(row: Row) -> Entry | None:
    """The entry in a row; None where it is damaged: as good as none."""
    number, article, scope, text, made, undone = row
    try:
        correction = read(text, Scope(scope))
        when = datetime.datetime.fromisoformat(made)
    except ValueError:
        return None
    return Entry(number, correction, article, when, undone is not None) if correction is not None else None

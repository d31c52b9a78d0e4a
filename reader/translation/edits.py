"""A person's own English of a sentence: kept at once, undone and done again, also after a restart."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable

from articles.cleaning import clean_line
from articles.database import Database
from reader.i18n import _
from reader.translation import guards
from reader.translation.edited import BadEdit, Edit, NoEdit, below_of, pack, read_below, unpack, write_below
from reader.translation.engine import Origin, Translation
from reader.translation.memory import forget_people, key_of, put, said_by_people

HUMAN = "human"
"""The engine's name of what a person wrote."""

LONGEST = 4 * guards.MAX_SENTENCE
"""Characters that the English of a sentence may have."""

_LONGEST_NAME = 200  # of an author
_ALL = "SELECT number, key, source, target, author, article, made, below, people, done, undone FROM edit AS this"
# Of one sentence's edits the last done is undone first, wherever it was done: so undoing puts back what was there.
_COVERED = "EXISTS (SELECT 1 FROM edit AS later WHERE later.key = this.key AND later.done > this.done)"
_LAST_DONE = (
    _ALL
    + " WHERE done IS NOT NULL AND (?1 IS NULL OR article = ?1) AND NOT "
    + _COVERED
    + " ORDER BY done DESC LIMIT 1"
)
_LAST_UNDONE = f"{_ALL} WHERE undone IS NOT NULL AND (?1 IS NULL OR article = ?1) ORDER BY undone DESC LIMIT 1"
_LATEST = (
    "SELECT max(coalesce((SELECT max(done) FROM edit WHERE done IS NOT NULL), 0), "
    "coalesce((SELECT max(undone) FROM edit WHERE undone IS NOT NULL), 0))"
)


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class EditStore:
    """People's own English in a library. Safe to use from several threads, and from several processes.

    Each call is one transaction: the edit and what it makes of the memory are both on the disk when it returns, or
    neither. Every method may raise ``StorageError``.

    Args:
        database: The library's, opened with ``MEMORY_MIGRATIONS`` and ``OWN_MIGRATIONS`` among its migrations.
        now: The time, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = _utc_now) -> None:
        self._database = database
        self._now = now

    def save(self, source: str, english: str, author: str = "", article_id: str | None = None) -> Edit | None:
        """Keep a person's English of a sentence; from now on it wins wherever that sentence occurs.

        What was undone of this sentence, or in this article, cannot be done again then.

        Args:
            source: A clean Portuguese sentence, or a title.
            english: What the person wrote; it is cleaned, and put on one line.
            author: Who, where they gave a name.
            article_id: The full id of the article in which they wrote it.

        Returns:
            The edit; None where a person has said just that already.

        Raises:
            BadEdit: The English is empty or too long, or the sentence has no letter: that is its own English.
        """
        if len(english) > LONGEST:
            message = _("the English has more than {count} characters").format(count=LONGEST)
            raise BadEdit(message, _("write the English of one sentence"))
        target = clean_line(english, limit=LONGEST)
        if not target:
            raise BadEdit(_("the English is empty"), _("write it, or take it away"))
        if not guards.has_letters(source):
            raise BadEdit(_("there is nothing to translate in {text}").format(text=repr(source[:40])))
        return self._do(source, target, clean_line(author, limit=_LONGEST_NAME), article_id)

    def drop(self, source: str, author: str = "", article_id: str | None = None) -> Edit | None:
        """Take away what people said of a sentence, so that the engine's shows again; undone like any edit.

        Returns:
            The edit; None where no person has said anything.
        """
        return self._do(source, "", clean_line(author, limit=_LONGEST_NAME), article_id)

    def undo(self, article_id: str | None = None) -> Edit:
        """Undo the edit that was done last: what people had said before it is there again.

        What came into the memory otherwise since (an import) stays.

        Args:
            article_id: The last of those made in this article; None for the last of all. One above which another
                article has put another cannot be undone before that.

        Raises:
            NoEdit: All are undone, or none was made there.
        """
        with self._database.write() as connection:
            row = connection.execute(_LAST_DONE, (article_id,)).fetchone()
            if row is None:
                raise NoEdit(_("there is no edit of English to undo"))
            said = said_by_people(connection, row[1])
            ours = _said(row)
            if [(each.target, each.author) for each in said] == [(each.target, each.author) for each in ours]:
                _replace(connection, row[1], unpack(row[8]))
            undone = self._moment(connection)
            connection.execute("UPDATE edit SET done = NULL, undone = ? WHERE number = ?", (undone, row[0]))
            return _edit(_by_number(connection, row[0]))

    def redo(self, article_id: str | None = None) -> Edit:
        """Do again the edit that was undone last.

        Args:
            article_id: Of those made in this article; None for the last of all.

        Raises:
            NoEdit: None is undone there, or another was made since.
        """
        with self._database.write() as connection:
            row = connection.execute(_LAST_UNDONE, (article_id,)).fetchone()
            if row is None:
                raise NoEdit(_("there is no edit of English to do again"))
            people = pack(said_by_people(connection, row[1]))
            _replace(connection, row[1], _said(row))
            done = self._moment(connection)
            connection.execute(
                "UPDATE edit SET undone = NULL, done = ?, people = ? WHERE number = ?", (done, people, row[0])
            )
            return _edit(_by_number(connection, row[0]))

    def history(self, source: str) -> list[Edit]:
        """What people made of a sentence, in the order in which they said it, the undone among it."""
        with self._database.read() as connection:
            return [
                _edit(row) for row in connection.execute(f"{_ALL} WHERE key = ? ORDER BY number", (key_of(source),))
            ]

    def entries(self, article_id: str | None = None, limit: int = -1) -> list[Edit]:
        """The edits made, in that order, the undone among them.

        Args:
            article_id: Those made in this article; None for all there are.
            limit: No more than so many, the last; -1 for all.
        """
        with self._database.read() as connection:
            found = connection.execute(
                f"{_ALL} WHERE ?1 IS NULL OR article = ?1 ORDER BY number DESC LIMIT ?2", (article_id, limit)
            )
            return [_edit(row) for row in found][::-1]

    def last_done(self, article_id: str | None = None) -> datetime.datetime | None:
        """When what ``undo`` would undo was done, or done again; None where there is nothing.

        With ``CorrectionStore.last_done``, which knows the same of names, it says what was done last of either.
        """
        return self._when(_LAST_DONE, 9, article_id)

    def last_undone(self, article_id: str | None = None) -> datetime.datetime | None:
        """When what ``redo`` would do again was undone; None where there is nothing."""
        return self._when(_LAST_UNDONE, 10, article_id)

    def _when(self, statement: str, column: int, article_id: str | None) -> datetime.datetime | None:
        with self._database.read() as connection:
            row = connection.execute(statement, (article_id,)).fetchone()
        return None if row is None else _EPOCH + datetime.timedelta(microseconds=row[column])

    def _do(self, source: str, target: str, author: str, article_id: str | None) -> Edit | None:
        key = key_of(source)
        made = self._now().astimezone(datetime.UTC)
        with self._database.write() as connection:
            people = said_by_people(connection, key)
            if (people[-1].target if people else "") == target:
                return None
            connection.execute(
                "UPDATE edit SET undone = NULL WHERE undone IS NOT NULL AND (key = ? OR article IS ?)",
                (key, article_id),
            )
            done = connection.execute(
                "INSERT INTO edit (key, source, target, author, article, made, below, people, done) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    key,
                    source,
                    target,
                    author,
                    article_id,
                    made.isoformat(timespec="microseconds"),
                    write_below(below_of(connection, key)),
                    pack(people),
                    self._moment(connection),
                ),
            )
            row = _by_number(connection, done.lastrowid or 0)
            _replace(connection, key, _said(row))
            return _edit(row)

    def _moment(self, connection: sqlite3.Connection) -> int:
        """Now in microseconds since 1970, or a little later: after everything done before, whatever the clock says."""
        now = (self._now() - _EPOCH) // datetime.timedelta(microseconds=1)
        return max(now, 1 + int(connection.execute(_LATEST).fetchone()[0]))


_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_Row = tuple[int, str, str, str, str, str | None, str, str, str, int | None, int | None]


def _by_number(connection: sqlite3.Connection, number: int) -> _Row:
    row: _Row = connection.execute(f"{_ALL} WHERE number = ?", (number,)).fetchone()
    return row


def _said(row: _Row) -> list[Translation]:
    """What an edit puts into the memory."""
    _number, _key, source, target, author, _article, made = row[:7]
    if not target:
        return []
    return [Translation(source, target, Origin.HUMAN, HUMAN, "", datetime.datetime.fromisoformat(made), author=author)]


def _replace(connection: sqlite3.Connection, key: str, said: list[Translation]) -> None:
    forget_people(connection, key)
    for each in said:
        put(connection, each)


def _edit(row: _Row) -> Edit:
    number, _key, source, target, author, article, made, below, _people, done, undone = row
    when = datetime.datetime.fromisoformat(made)
    final = done is None and undone is None
    return Edit(number, source, target, author, article, when, read_below(below), done is None, final)

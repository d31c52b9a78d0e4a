"""The words that the reader saved, kept in the library's file."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from articles.cleaning import clean_line
from articles.database import Database
from articles.model import Span
from reader.vocabulary.model import Context, NewWord, SavedWord, Status, Step, key_of

_WORD = "number, lemma, part, status, meanings, zipf, added, changed"
_CONTEXT = 'sentence, start, "end", english, origin, article, place, title, source, published, made'
_PUT_CONTEXT = f"INSERT OR IGNORE INTO saved_context (word, {_CONTEXT}) VALUES (?{', ?' * 11})"  # noqa: S608
_MOST = 20
"""Sentences that are kept with a word; of more the oldest goes."""

_MEANINGS = 12
_LONG, _LONGER = 300, 2_000
"""Characters of a lemma, title or meaning, and of a sentence, that are kept."""


@dataclass(frozen=True, slots=True)
class Which:
    """Some of the saved words.

    Attributes:
        status: Only those of this status; None for all.
        since: Only those saved on this day or later.
        article: Only those saved in the article of this content hash.
    """

    status: Status | None = None
    since: datetime.date | None = None
    article: str | None = None


class Vocabulary:
    """Saved words; safe to use from several threads. Every method may raise ``StorageError``.

    What a method has changed is on the disk when it returns.

    Args:
        database: The library, with this room's tables.
        now: Tells the time, with its zone.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    ) -> None:
        self._database = database
        self._now = now

    # Looking

    @property
    def version(self) -> int:
        """A number that every change makes higher, also one by another window."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT number FROM vocabulary_change").fetchone()[0])

    def statuses(self) -> Mapping[str, Status]:
        """The status of every saved lemma by its key; of one saved in several word classes, what is least known."""
        order = list(Status)
        found: dict[str, Status] = {}
        with self._database.read() as connection:
            for key, status in connection.execute("SELECT key, status FROM saved_word"):
                said = Status(status)
                found[key] = min(said, found.get(key, said), key=order.index)
        return found

    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """The forms in which every saved lemma was met, by its key."""
        asked = 'SELECT w.key, c.sentence, c.start, c."end" FROM saved_word w JOIN saved_context c ON c.word = w.number'
        found: dict[str, set[str]] = {}
        with self._database.read() as connection:
            for key, sentence, start, end in connection.execute(asked):
                found.setdefault(key, set()).add(sentence[start:end])
        return {key: tuple(sorted(forms)) for key, forms in found.items()}

    def find(self, lemma: str, part: str = "") -> SavedWord | None:
        """The saved word of a lemma: of this word class, or else the one whose class is not known on either side."""
        with self._database.read() as connection:
            number = _number(connection, key_of(lemma), part)
            return None if number is None else _read(connection, number)

    def named(self, lemma: str) -> list[SavedWord]:
        """All saved words of a lemma, whatever their word class."""
        with self._database.read() as connection:
            asked = "SELECT number FROM saved_word WHERE key = ? ORDER BY number"
            return [_read(connection, number) for (number,) in connection.execute(asked, (key_of(lemma),)).fetchall()]

    def words(self, which: Which | None = None) -> list[SavedWord]:
        """The saved words, the last saved first, each with its sentences."""
        which = which or Which()
        asked, given = f"SELECT {_WORD} FROM saved_word WHERE 1", []  # noqa: S608
        if which.status is not None:
            asked += " AND status = ?"
            given.append(which.status.value)
        if which.since is not None:
            asked += " AND added >= ?"
            given.append(which.since.isoformat())
        if which.article is not None:
            asked += " AND number IN (SELECT word FROM saved_context WHERE article = ?)"
            given.append(which.article)
        with self._database.read() as connection:
            rows = connection.execute(f"{asked} ORDER BY added DESC, number DESC", given).fetchall()
            met: dict[int, list[Context]] = {}
            all_of_them = f"SELECT word, {_CONTEXT} FROM saved_context ORDER BY made DESC, number DESC"  # noqa: S608
            for word, *rest in connection.execute(all_of_them):
                met.setdefault(word, []).append(_context(rest))
        return [_word(row, met.get(row[0], [])) for row in rows]

    def count(self, article: str | None = None) -> int:
        """How many words are saved, all or in one article."""
        with self._database.read() as connection:
            if article is None:
                return int(connection.execute("SELECT count(*) FROM saved_word").fetchone()[0])
            asked = "SELECT count(DISTINCT word) FROM saved_context WHERE article = ?"
            return int(connection.execute(asked, (article,)).fetchone()[0])

    # Changing

    def save(self, word: NewWord, context: Context) -> tuple[SavedWord, Step]:
        """Save a word where it stands, or go on with one that is saved.

        One that was saved in other sentences keeps this one too, and its status; one that was saved in this one goes
        on to its next status.
        """
        key, now = key_of(word.lemma), self._time()
        with self._database.write() as connection:
            number = _number(connection, key, word.part)
            step = Step.SAVED if number is None else Step.MET_AGAIN
            if number is None:
                number = _add(connection, word, key, now)
            if not _put_context(connection, number, context, now):
                step = Step.ON
                status = _read(connection, number).status.next
                _set(connection, number, status, now)
            _changed(connection)
            return _read(connection, number), step

    def set_status(self, number: int, status: Status) -> SavedWord | None:
        """Give a word another status; None where it is saved no more."""
        with self._database.write() as connection:
            if not _set(connection, number, status, self._time()):
                return None
            _changed(connection)
            return _read(connection, number)

    def remove(self, number: int) -> SavedWord | None:
        """Forget a word; returns what it was, for ``put_back``. None where it is saved no more."""
        with self._database.write() as connection:
            if connection.execute("SELECT 1 FROM saved_word WHERE number = ?", (number,)).fetchone() is None:
                return None
            word = _read(connection, number)
            connection.execute("DELETE FROM saved_word WHERE number = ?", (number,))
            _changed(connection)
            return word

    def put_back(self, word: SavedWord) -> SavedWord:
        """Have a word as it was: one that was removed, or whose status or sentences have changed since."""
        with self._database.write() as connection:
            there = _number(connection, word.key, word.part)
            if there is not None and there != word.number:  # saved anew since it was removed
                number = there
            else:
                number = word.number
                connection.execute("DELETE FROM saved_word WHERE number = ?", (number,))
                said = (number, word.lemma, word.part, word.status.value, "\n".join(word.meanings), word.zipf)
                put = f"INSERT INTO saved_word ({_WORD}, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
                connection.execute(put, (*said, word.added, word.changed, word.key))
            for context in reversed(word.contexts):
                _put_context(connection, number, context, context.made)
            _changed(connection)
            return _read(connection, number)

    def set_english(self, sentence: str, english: str, origin: str) -> None:
        """The English of a sentence came after a word of it was saved; what was there already stays."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE saved_context SET english = ?, origin = ? WHERE sentence = ? AND english = ''",
                (clean_line(english, _LONGER), origin, sentence),
            )

    def _time(self) -> str:
        return self._now().astimezone(datetime.UTC).isoformat(timespec="microseconds")


def _number(connection: sqlite3.Connection, key: str, part: str) -> int | None:
    """The word of this key and class; where either class is not known, the first of the key counts for it."""
    rows = connection.execute("SELECT number, part FROM saved_word WHERE key = ? ORDER BY number", (key,)).fetchall()
    same = [number for number, its in rows if its == part] or [number for number, its in rows if not (its and part)]
    return same[0] if same else None


def _add(connection: sqlite3.Connection, word: NewWord, key: str, now: str) -> int:
    meanings = "\n".join(filter(None, (clean_line(each, _LONG) for each in word.meanings[:_MEANINGS])))
    put = "INSERT INTO saved_word (key, part, lemma, status, meanings, zipf, added, changed) VALUES (?,?,?,?,?,?,?,?)"
    said = (key, word.part, clean_line(word.lemma, _LONG), Status.NEW.value, meanings, word.zipf, now, now)
    number = connection.execute(put, said).lastrowid
    assert number is not None
    return number


def _put_context(connection: sqlite3.Connection, number: int, context: Context, made: str) -> bool:
    """Keep a sentence with a word; whether it was not there before."""
    span = context.span
    said = (context.sentence, span.start, span.end, clean_line(context.english, _LONGER), context.origin)
    about = (context.article, context.place, clean_line(context.title, _LONG), clean_line(context.source, _LONG))
    new = connection.execute(_PUT_CONTEXT, (number, *said, *about, context.published, made)).rowcount > 0
    if new:
        too_many = "SELECT number FROM saved_context WHERE word = ? ORDER BY made DESC, number DESC LIMIT -1 OFFSET ?"
        connection.execute(f"DELETE FROM saved_context WHERE number IN ({too_many})", (number, _MOST))  # noqa: S608
    return new


def _set(connection: sqlite3.Connection, number: int, status: Status, now: str) -> bool:
    done = "UPDATE saved_word SET status = ?, changed = ? WHERE number = ?"
    return connection.execute(done, (status.value, now, number)).rowcount > 0


def _changed(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE vocabulary_change SET number = number + 1")


def _read(connection: sqlite3.Connection, number: int) -> SavedWord:
    row = connection.execute(f"SELECT {_WORD} FROM saved_word WHERE number = ?", (number,)).fetchone()  # noqa: S608
    asked = f"SELECT {_CONTEXT} FROM saved_context WHERE word = ? ORDER BY made DESC, number DESC"  # noqa: S608
    return _word(row, map(_context, connection.execute(asked, (number,)).fetchall()))


def _word(row: tuple[object, ...], contexts: Iterable[Context]) -> SavedWord:
    number, lemma, part, status, meanings, zipf, added, changed = row
    assert isinstance(number, int)
    common = float(zipf) if isinstance(zipf, int | float) else None
    said = tuple(str(meanings).split("\n")) if meanings else ()
    return SavedWord(
        number, str(lemma), str(part), Status(str(status)), said, common, str(added), str(changed), tuple(contexts)
    )


def _context(row: Iterable[object]) -> Context:
    sentence, start, end, english, origin, article, place, title, source, published, made = row
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert isinstance(place, int)
    span, about = Span(start, end), (str(title), str(source), str(published), str(made))
    return Context(str(sentence), span, str(english), str(origin), str(article), place, *about)

"""The English of articles as one more text in which words are found, and keeping it in step with the memory.

An article's English is what the memory has of its sentences, the best of each. Which article a sentence stands in the
memory does not say, so it is found out once for each article: a new pair's longest words lead to the articles that may
have it, and those are cut into sentences and looked up whole. All of that is done by ``catch_up``, in steps, never when
a sentence is translated.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator

from articles.database import Database
from articles.model import paragraph_spans
from articles.sentences import sentence_spans
from reader.translation.memory import key_of

TABLE = "english_text"

_AT_ONCE = 100  # pairs, or articles, that are looked at in one transaction: some tenths of a second
_MANY = 4  # times as many new pairs as articles: then it is quicker to look at every article
_LONGEST_WORDS = 5  # of a sentence; nearly always they stand in no other article
_CANDIDATES = 20  # articles, the newest: of a sentence that stands in more, the others are not found by its English

_word = re.compile(r"[^\W_]+")

# The best of a sentence, as the memory itself chooses (reader.translation.memory).
_ENGLISH = """
SELECT (SELECT target FROM translation t WHERE t.key = e.key ORDER BY rank DESC, turn DESC, created DESC, number DESC LIMIT 1)
FROM english_sentence e WHERE e.article = ? ORDER BY e.place
"""  # noqa: E501
_FORGET = """
INSERT INTO english_text (english_text, rowid, title, body, byline, source, english)
SELECT 'delete', article, title, body, byline, source, english FROM english WHERE article = ?
"""
_INDEX = """
INSERT INTO english_text (rowid, title, body, byline, source, english)
SELECT article, title, body, byline, source, english FROM english WHERE article = ?
"""
_WAITING = """
SELECT EXISTS (SELECT 1 FROM translation WHERE number > (SELECT translation FROM english_upto))
    OR EXISTS (SELECT 1 FROM english_changed) OR EXISTS (SELECT 1 FROM english_stale)
    OR (SELECT max(key) FROM article) > (SELECT article FROM english_upto)
"""


class EnglishTexts:
    """The articles' English, for ``Finder``. Safe to use from several threads; may raise ``StorageError``.

    Args:
        database: The library, opened with ``FINDING_MIGRATIONS`` among its steps.
    """

    table = TABLE

    def __init__(self, database: Database) -> None:
        self._database = database

    def sentences(self, connection: sqlite3.Connection, key: int) -> str | None:
        """The English of an article, one sentence a line; None where none is known."""
        found = connection.execute("SELECT english FROM english WHERE article = ?", (key,)).fetchone()
        return found[0] if found is not None else None

    def waiting(self) -> int:
        """How many pairs and articles were not looked at yet."""
        with self._database.read() as connection:
            (count,) = connection.execute(
                "SELECT (SELECT count(*) FROM translation WHERE number > (SELECT translation FROM english_upto)) "
                "+ (SELECT count(*) FROM english_changed) + (SELECT count(*) FROM english_stale) "
                "+ (SELECT count(*) FROM article WHERE key > (SELECT article FROM english_upto))"
            ).fetchone()
        return int(count)

    def catch_up(self, most: int | None = None, progress: Callable[[int], object] | None = None) -> bool:
        """Bring the index up to date, in steps that are each on the disk; whether nothing is left to do.

        Args:
            most: Look at about so many pairs and articles, then stop; None for all of them.
            progress: Called after each step with how many were looked at.
        """
        done = 0
        while self._behind():  # asked first: nothing is locked where there is nothing to do
            if most is not None and done >= most:
                return False
            with self._database.write() as connection:
                done += step(connection)
            if progress is not None:
                progress(done)
        return True

    def _behind(self) -> bool:
        with self._database.read() as connection:
            (behind,) = connection.execute(_WAITING).fetchone()
        return bool(behind)


def step(connection: sqlite3.Connection) -> int:
    """Bring the index up to date with some pairs or articles, within a transaction; how many."""
    translation, article = connection.execute("SELECT translation, article FROM english_upto").fetchone()
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM translation").fetchone()
    (newest,) = connection.execute("SELECT coalesce(max(key), 0) FROM article").fetchone()
    if last - translation > _AT_ONCE and last - translation > _MANY * newest:
        connection.execute("UPDATE english_upto SET translation = ?, article = 0", (last,))
        return 1
    changed = [key for (key,) in connection.execute("SELECT key FROM english_changed LIMIT ?", (_AT_ONCE,))]
    if changed:
        for key in changed:
            _mark_stale(connection, key)
            connection.execute("DELETE FROM english_changed WHERE key = ?", (key,))
        return len(changed)
    pairs = connection.execute(
        "SELECT number, key, source FROM translation WHERE number > ? ORDER BY number LIMIT ?", (translation, _AT_ONCE)
    ).fetchall()
    if pairs:
        opened = sum(_place(connection, key, source) for _number, key, source in pairs)
        connection.execute("UPDATE english_upto SET translation = ?", (pairs[-1][0],))
        return len(pairs) + opened
    return _articles(connection, article)


def _articles(connection: sqlite3.Connection, upto: int) -> int:
    """Look at articles that were added, then write anew what became stale."""
    new = [
        key
        for (key,) in connection.execute("SELECT key FROM article WHERE key > ? ORDER BY key LIMIT ?", (upto, _AT_ONCE))
    ]
    if new:
        known = connection.execute("SELECT EXISTS (SELECT 1 FROM translation)").fetchone()[0]
        for key in new if known else ():
            _open(connection, key)
        connection.execute("UPDATE english_upto SET article = ?", (new[-1],))
        return len(new)
    stale = [key for (key,) in connection.execute("SELECT article FROM english_stale LIMIT ?", (_AT_ONCE,))]
    for key in stale:
        _write(connection, key)
        connection.execute("DELETE FROM english_stale WHERE article = ?", (key,))
    if not new and not stale:  # keys that were given and are gone
        connection.execute("UPDATE english_upto SET article = (SELECT coalesce(max(key), 0) FROM article)")
    return max(1, len(stale))


def _place(connection: sqlite3.Connection, key: str, source: str) -> int:
    """Let the articles that have a sentence know of its English; how many were cut into sentences for it."""
    _mark_stale(connection, key)  # those that were cut into sentences before; it may stand in others, too
    longest = sorted(set(_word.findall(source)), key=lambda word: (-len(word), word))[:_LONGEST_WORDS]
    if not longest:
        return 0
    match = " AND ".join(f'"{word}"' for word in longest)
    found = connection.execute(
        "SELECT rowid FROM article_text WHERE article_text MATCH ? ORDER BY rowid DESC LIMIT ?", (match, _CANDIDATES)
    ).fetchall()
    return sum(_open(connection, article) for (article,) in found)


def _mark_stale(connection: sqlite3.Connection, key: str) -> None:
    """Let the articles that are known to have a sentence be written anew."""
    within = "INSERT OR IGNORE INTO english_stale SELECT article FROM english_sentence WHERE key = ?"
    connection.execute(within, (key,))


def _open(connection: sqlite3.Connection, article: int) -> bool:
    """Note down the sentences of an article, if the memory knows one and it was not done before; whether it was now."""
    if connection.execute("SELECT 1 FROM english_sentence WHERE article = ? LIMIT 1", (article,)).fetchone():
        return False
    title, body = connection.execute("SELECT title, body FROM article WHERE key = ?", (article,)).fetchone()
    keys = [key_of(sentence) for sentence in _sentences(title, body)]
    known = "SELECT 1 FROM translation WHERE key = ? LIMIT 1"
    if all(connection.execute(known, (key,)).fetchone() is None for key in keys):
        return False
    connection.executemany(
        "INSERT OR IGNORE INTO english_sentence (key, article, place) VALUES (?, ?, ?)",
        [(key, article, place) for place, key in enumerate(keys)],
    )
    connection.execute("INSERT OR IGNORE INTO english_stale VALUES (?)", (article,))
    return True


def _sentences(title: str, body: str) -> Iterator[str]:
    yield title
    for paragraph in paragraph_spans(body):
        for span in sentence_spans(body, paragraph.start, paragraph.end):
            yield span.of(body)


def _write(connection: sqlite3.Connection, article: int) -> None:
    """Put what is known of an article's English into the index, in place of what stood there."""
    connection.execute(_FORGET, (article,))
    connection.execute("DELETE FROM english WHERE article = ?", (article,))
    lines = [" ".join(target.split()) for (target,) in connection.execute(_ENGLISH, (article,)) if target]
    if lines:
        connection.execute(
            "INSERT INTO english SELECT key, title, body, byline, source, ? FROM article WHERE key = ?",
            ("\n".join(lines), article),
        )
        connection.execute(_INDEX, (article,))

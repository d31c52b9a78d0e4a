"""Keeping the index in step with the reader's corrections."""

from __future__ import annotations

import json
import re
import sqlite3

from reader.entities.corrections.model import Add, Correction, Rename, Scope
from reader.entities.corrections.store import Entry, of_library, targets_of_library
from reader.entities.gazetteer import fold
from reader.entities.index.writing import final, index_article, point, recognised
from reader.entities.packing import Damaged, unpack

AT_ONCE = 50
"""Waiting articles that are worked through with a correction; the others in further steps."""

_WORD = re.compile(r"[^\W_]+")


def follow(connection: sqlite3.Connection, entry: Entry) -> None:
    """Do to the index what a correction, made or undone, asks for; within the same transaction."""
    correction = entry.correction
    if correction.scope is Scope.ARTICLE:
        connection.execute(
            "INSERT OR IGNORE INTO entity_pending SELECT key FROM article WHERE id = ?", (entry.article,)
        )
    elif isinstance(correction, Add):
        _wait_for_words(connection, correction)
    else:
        _point_anew(connection, correction)
        _wait_for_corrected(connection)
    if entry.article is not None:  # first the one on the screen
        _work(connection, "article = (SELECT key FROM article WHERE id = ?)", (entry.article,))
    catch_up(connection, AT_ONCE)


def catch_up(connection: sqlite3.Connection, limit: int) -> int:
    """Work through some of the articles that wait, those added last first; how many are left."""
    _work(connection, "true ORDER BY article DESC LIMIT ?", (limit,))
    left: int = connection.execute("SELECT count(*) FROM entity_pending").fetchone()[0]
    return left


def _work(connection: sqlite3.Connection, which: str, values: tuple[object, ...]) -> None:
    waiting = connection.execute("SELECT article FROM entity_pending WHERE " + which, values).fetchall()  # noqa: S608
    for (article,) in waiting:
        row = connection.execute(
            "SELECT a.id, a.day, r.recogniser, n.entities FROM article a JOIN entity_indexed r ON r.article = a.key "
            "JOIN analysis n ON n.article = a.id AND n.recogniser = r.recogniser WHERE a.key = ?",
            (article,),
        ).fetchone()
        connection.execute("DELETE FROM entity_pending WHERE article = ?", (article,))
        if row is None:
            continue  # not read yet: it comes into the index when it is
        try:
            found = unpack(row[3])
        except Damaged:
            continue  # it will be read again
        index_article(connection, article, row[0], row[1], row[2], found)


def _wait_for_words(connection: sqlite3.Connection, correction: Add) -> None:
    """Let the articles wait in which the words stand, or in which what they name stood."""
    words = " ".join(_WORD.findall(correction.quote.text))
    connection.execute(
        "INSERT OR IGNORE INTO entity_pending SELECT article FROM entity_indexed WHERE article IN "
        "(SELECT rowid FROM article_text WHERE article_text MATCH ?)",
        (f'"{words}"',),
    )


def _wait_for_corrected(connection: sqlite3.Connection) -> None:
    """Let the articles wait that have corrections of their own: those act on what the library's left."""
    connection.execute(
        "INSERT OR IGNORE INTO entity_pending SELECT a.key FROM article a WHERE a.id IN "
        "(SELECT article FROM correction WHERE scope = 'article' AND undone IS NULL)"
    )


def _point_anew(connection: sqlite3.Connection, correction: Correction) -> None:
    """Let every name that the library's corrections are about stand for what they now say."""
    active = [each for each in of_library(connection) if not isinstance(each, Add)]
    keys = {(kind.value, name) for kind, name in (*targets_of_library(connection), correction.target.key)}
    found = connection.execute(
        "SELECT number, n.kind, name, english, english_from FROM json_each(?) w JOIN entity_name n "
        "ON n.kind = w.value ->> 0 AND n.folded = w.value ->> 1 WHERE NOT n.exact",
        (json.dumps(sorted(keys)),),
    ).fetchall()
    if isinstance(correction, Rename) and correction.english:
        numbers = [(fold(correction.english), row[0]) for row in found]
        connection.executemany("DELETE FROM entity_form WHERE folded = ? AND name = ?", numbers)
    for number, kind, name, english, source in found:
        point(connection, number, final(recognised(kind, name, english, source), active))

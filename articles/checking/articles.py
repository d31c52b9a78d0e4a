"""What may be wrong with the articles, their shelf, their tags and the index of their words."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from articles import records, rows
from articles.addresses import canonical
from articles.checking.model import Broken, Finding, some
from articles.checking.undoing import mark_changes
from articles.folding import fold
from articles.model import BLOCK_KINDS, Article, identity

_ALL = """
SELECT a.key, a.id, a.title, body, byline, a.source, url, published, a.language, tags, markup, moment, a.day, a.added,
    a.words, s.key, s.day, s.added, s.title, s.source, s.language, s.words, s.address
FROM article a LEFT JOIN shelf s ON s.key = a.key
"""
SHELVE_ANEW = """
INSERT INTO shelf (key, day, added, title, source, language, words, address)
SELECT key, day, added, fold(title), fold(coalesce(source, '')), language, words, canonical(url) FROM article
WHERE key = ?1
ON CONFLICT (key) DO UPDATE SET day = excluded.day, added = excluded.added, title = excluded.title,
    source = excluded.source, language = excluded.language, words = excluded.words, address = excluded.address
"""

_Found = dict[str, list[tuple[int, str]]]
_MESSAGES = {
    "row": "{count} articles cannot be read: a field of theirs makes no sense ({names})",
    "text": "{count} articles have another text than the one they were stored with ({names})",
    "markup": "{count} articles have markup outside of their text ({names})",
    "not listed": "{count} articles are in no list: their row of the shelf is missing ({names})",
    "sort keys": "{count} articles are sorted or found by address as they once were ({names})",
    "tags": "{count} articles are listed under other tags than they have ({names})",
}


def contents(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each article by itself: can it be read, is the text the one that its id names, is its shelf in step?"""
    found: _Found = defaultdict(list)
    tags: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for key, name, shown in connection.execute("SELECT key, name, shown FROM tag"):
        tags[key].add((name, shown))
    for row in connection.execute(_ALL):
        for what in _wrong(row, tags.get(row[0], set())):
            found[what].append((row[0], str(row[1])))
    for what, message in _MESSAGES.items():
        if found[what]:
            keys = [key for key, _ in found[what]]
            said = message.format(count=len(keys), names=some(name for _, name in found[what]))
            yield Finding(what, said, len(keys), partial(_each, keys=keys, mend=_MENDS[what]))


def shelf_chains(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Versions that are newer than each other in a ring: none of them would be in the list."""
    newer = dict(connection.execute("SELECT key, newer FROM shelf WHERE newer IS NOT NULL"))
    ringed: set[int] = set()
    sound: set[int] = set()
    for start in newer:
        seen: list[int] = []
        at: int | None = start
        while at is not None and at not in sound and at not in seen and at not in ringed:
            seen.append(at)
            at = newer.get(at)
        if at is not None and at in seen:
            ringed.update(seen[seen.index(at) :])
        sound.update(set(seen) - ringed)
    if ringed:
        message = f"{len(ringed)} versions are newer than each other in a ring"
        yield Finding("versions", message, len(ringed), partial(_each, keys=sorted(ringed), mend=_unchain))


def marks(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Marks that stand on other words than those that were marked."""
    asked = (
        "SELECT number FROM mark m JOIN article a ON a.id = m.article "
        'WHERE substr(body, start + 1, "end" - start) <> quote'
    )
    wrong = [number for (number,) in connection.execute(asked)]
    if wrong:
        message = f"{len(wrong)} marks stand on other words than those that were marked"
        yield Finding("marks", message, len(wrong), partial(_each, keys=wrong, mend=_set_mark))


def index(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The index of words, against the texts: needs to write to ask, and writes nothing."""
    try:
        connection.execute("SAVEPOINT asking")
        try:
            # A rank of 1 has FTS5 compare it with the texts, not only with itself.
            connection.execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
        finally:
            connection.execute("ROLLBACK TO asking")
            connection.execute("RELEASE asking")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN):
            yield Finding(
                "not checked", "the index of words was not checked: the library is in use, or cannot be written"
            )
            return
        yield Finding("index", "the index of words is not in step with the texts", mend=_rebuild)


def _wrong(row: tuple[Any, ...], tags: set[tuple[str, str]]) -> Iterator[str]:
    _, ident, title, body, *_ = row
    try:
        article = rows.article(row[1:12])
        if not title or not body or any(isinstance(each, Broken) for each in row):
            raise ValueError("it is empty")
    except (ValueError, TypeError, OverflowError, RecursionError):
        yield "row"
        return
    if identity(body) != ident:
        yield "text"
    if not _markup_fits(article):
        yield "markup"
    _, _, source, day, added, words, shelved = (title, body, row[5], row[12], row[13], row[14], row[15])
    if shelved is None:
        yield "not listed"
        return
    url = row[6]
    keys = (day, added, fold(title), fold(source or ""), row[8], words, canonical(url) if url else None)
    if tuple(row[16:23]) != keys:
        yield "sort keys"
    if {name for name, _ in tags} != {fold(tag) for tag in article.tags}:
        yield "tags"


def _markup_fits(article: Article) -> bool:
    length = len(article.body)
    return all(0 <= mark.span.start < mark.span.end <= length for mark in article.markup) and all(
        "\n\n" not in mark.span.of(article.body) for mark in article.markup if mark.kind in BLOCK_KINDS
    )


def _each(connection: sqlite3.Connection, keys: list[int], mend: Callable[[sqlite3.Connection, int], None]) -> None:
    for key in keys:
        mend(connection, key)


def _mend_row(connection: sqlite3.Connection, key: int) -> None:
    """Take out what makes no sense, field by field; what has no text is no article."""
    row = connection.execute(rows.SELECT_ARTICLE, (key,)).fetchone()
    ident, title, body, byline, source, url, published, language, tags, markup, moment = row
    if not body or not isinstance(body, str):
        connection.execute("DELETE FROM article WHERE key = ?", (key,))
        return
    good = (ident, title or "?", body, None, None, None, None, "pt", "[]", "[]", None)

    def readable(at: int, value: object) -> bool:
        try:
            rows.article((*good[:at], value, *good[at + 1 :]))
        except (ValueError, TypeError, OverflowError, RecursionError):
            return False
        return True

    values = {
        "title": str(title) or "?",
        "body": str(body),
        "byline": _text(byline),
        "source": _text(source),
        "url": _text(url),
        "language": str(language),
        "published": published if readable(6, published) else None,
        "tags": tags if readable(8, tags) else _tags_of(connection, key),
        "markup": markup if readable(9, markup) else "[]",
        "moment": moment if readable(10, moment) else None,
        "key": key,
    }
    connection.execute(
        "UPDATE article SET title = :title, body = :body, byline = :byline, source = :source, url = :url, "
        "language = :language, published = :published, tags = :tags, markup = :markup, moment = :moment, "
        "day = coalesce(:published, substr(added, 1, 10)) WHERE key = :key",
        values,
    )
    (added,) = connection.execute("SELECT added FROM article WHERE key = ?", (key,)).fetchone()
    try:
        datetime.datetime.fromisoformat(added)
    except ValueError:  # when is not known any more: before all else
        long_ago = "1970-01-01T00:00:00.000000+00:00"
        said = "UPDATE article SET added = ?1, day = coalesce(published, substr(?1, 1, 10)) WHERE key = ?2"
        connection.execute(said, (long_ago, key))
    if isinstance(ident, Broken):
        _mend_text(connection, key)
    _shelve(connection, key)


def _text(value: str | None) -> str | None:
    return str(value) if value is not None else None


def _tags_of(connection: sqlite3.Connection, key: int) -> str:
    found = connection.execute("SELECT shown FROM tag WHERE key = ? ORDER BY name", (key,))
    return json.dumps([shown for (shown,) in found], ensure_ascii=False)


def _mend_text(connection: sqlite3.Connection, key: int) -> None:
    """Name the article by the text that it has; what was worked out from another text goes."""
    ident, body = connection.execute("SELECT id, body FROM article WHERE key = ?", (key,)).fetchone()
    right = identity(body)
    if connection.execute("SELECT 1 FROM article WHERE id = ?", (right,)).fetchone():
        connection.execute("DELETE FROM article WHERE key = ?", (key,))  # the same text is there already
        return
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            if row[2] == "article" and row[4] == "id":
                done = f'UPDATE "{table}" SET "{row[3]}" = ? WHERE "{row[3]}" = ?'  # noqa: S608
                if table != "mark":
                    done = f'DELETE FROM "{table}" WHERE ? <> \'\' AND "{row[3]}" = ?'  # noqa: S608
                connection.execute(done, (right, ident))
    connection.execute("UPDATE article SET id = ? WHERE key = ?", (right, key))


def _mend_markup(connection: sqlite3.Connection, key: int) -> None:
    article = records.read(connection, key)
    kept = [
        mark
        for mark in article.markup
        if 0 <= mark.span.start < mark.span.end <= len(article.body)
        and not (mark.kind in BLOCK_KINDS and "\n\n" in mark.span.of(article.body))
    ]
    marks = [[mark.span.start, mark.span.end, mark.kind, mark.value] for mark in kept]
    connection.execute("UPDATE article SET markup = ? WHERE key = ?", (json.dumps(marks, ensure_ascii=False), key))


def _shelve(connection: sqlite3.Connection, key: int) -> None:
    connection.execute(SHELVE_ANEW, (key,))
    _retag(connection, key)


def _retag(connection: sqlite3.Connection, key: int) -> None:
    found = connection.execute("SELECT tags FROM article WHERE key = ?", (key,)).fetchone()
    if found is not None:
        records.retag(connection, key, tuple(map(str, json.loads(found[0]))))


def _unchain(connection: sqlite3.Connection, key: int) -> None:
    connection.execute("UPDATE shelf SET newer = NULL, live = gone IS NULL WHERE key = ?", (key,))


def _set_mark(connection: sqlite3.Connection, number: int) -> None:
    asked = "SELECT quote, start, body FROM mark m JOIN article a ON a.id = m.article WHERE number = ?"
    quote, start, body = connection.execute(asked, (number,)).fetchone()
    before, after = body.rfind(quote, 0, max(0, start) + len(quote)), body.find(quote, max(0, start))
    places = [place for place in (before, after) if place >= 0 and quote]
    if not places:  # the words are not there: it keeps what it marked, on what stands there now
        end = min(len(body), start + max(1, len(quote)))
        start = max(0, end - max(1, len(quote)))
        done = 'UPDATE mark SET start = ?, "end" = ?, first = quote, quote = ? WHERE number = ?'
        connection.execute(done, (start, end, body[start:end], number))
        return
    place = min(places, key=lambda each: abs(each - start))
    connection.execute('UPDATE mark SET start = ?, "end" = ? WHERE number = ?', (place, place + len(quote), number))


def _rebuild(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO article_text (article_text) VALUES ('rebuild')")


_MENDS: dict[str, Callable[[sqlite3.Connection, int], None]] = {
    "row": _mend_row,
    "text": _mend_text,
    "markup": _mend_markup,
    "not listed": _shelve,
    "sort keys": _shelve,
    "tags": _retag,
}
CHECKS = (
    ("the articles", contents),
    ("the versions", shelf_chains),
    ("the marks", marks),
    ("what was done to marks", mark_changes),
    ("the index of words", index),
)
"""What this room checks; what mends a text may put the index out of step, so that comes last."""

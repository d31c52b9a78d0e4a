"""What a text is to those found at the same address before: the same, a newer version, or another article."""

from __future__ import annotations

import itertools
import re
import sqlite3
from dataclasses import dataclass
from urllib.parse import urlsplit

from articles import records, shelf
from articles.addresses import canonical
from articles.markrows import carry
from articles.model import Article
from articles.repository import Added

_RELATED = 0.2
"""The share of the shorter text's runs of three words that the other has, from which on both are one article."""
_LOOKED_AT = 20_000  # words
_REALLY_NEW = 0.1
"""The share of new words from which on a version is unread though the older one was read."""
_LARGE = 2_000_000  # characters: such a text is not compared word by word while the library waits

_SECTIONS = frozenset(
    "ao-vivo aovivo brasil ciencia cultura desporto economia esporte esportes home inicio "  # noqa: SIM905
    "internacional live mundo news noticias opiniao pais politica portugal saude sociedade "
    "tecnologia ultima-hora ultimas ultimas-noticias".split()
)
"""The last step of addresses that show something else each day."""

_words = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the list at the address of a text that comes in.

    Attributes:
        key: The article.
        same: Whether its text is the same but for white space and typography.
    """

    key: int
    same: bool


def at(connection: sqlite3.Connection, url: str | None) -> list[int]:
    """The articles in the list that were found at this address, added last first."""
    if not url:
        return []
    asked = (
        "SELECT key FROM shelf WHERE address = ?1 AND live UNION "
        "SELECT a.key FROM address a JOIN shelf s ON s.key = a.key WHERE a.address = ?1 AND s.live ORDER BY 1 DESC"
    )
    return [key for (key,) in connection.execute(asked, (canonical(url),))]


def standing(connection: sqlite3.Connection, article: Article) -> Standing | None:
    """The article in the list whose text this one is in another form; None where it is an article of its own.

    An address says it, but for that of a front page, or of a page that is used again: those show another article each
    day, and only a text that has a part in common with the older one is a version of it.
    """
    there = at(connection, article.url)
    if not there:
        return None
    from articles.differences import same_but_for_typography  # only where an address is known already

    for key in there:
        older = records.read(connection, key)
        if same_but_for_typography(older.body, article.body):
            return Standing(key, same=True)
        if _related(older, article):
            return Standing(key, same=False)
    return None


def take_place(connection: sqlite3.Connection, key: int, older: int) -> None:
    """Let an article stand where an older version of it stood, with what the reader did to that one.

    Star, tags, edits, addresses and the marks whose words are still there, or nearly, go over. It counts
    as read where the older one was and little of it is new.
    """
    connection.execute("UPDATE shelf SET newer = ?, live = 0 WHERE key = ?", (key, older))
    old, new = records.read(connection, older), records.read(connection, key)
    said = "UPDATE shelf SET starred = (SELECT starred FROM shelf WHERE key = ?) WHERE key = ?"
    connection.execute(said, (older, key))
    fields = edited(connection, older)
    carried = records.with_edits(new, old, fields)
    if "tags" not in fields:
        carried = records.with_edits(carried, _tagged(carried, old), frozenset({"tags"}))
    if carried != new:
        records.edit(connection, key, carried, fields)
    connection.execute(
        "INSERT OR IGNORE INTO address (address, key) SELECT address, ? FROM address WHERE key = ?", (key, older)
    )
    remember_address(connection, key, old.url, new.url)
    if not _really_new(old.body, new.body):
        read = "UPDATE shelf SET read = coalesce(read, (SELECT read FROM shelf WHERE key = ?)) WHERE key = ?"
        connection.execute(read, (older, key))
    carry(connection, older, key, compare=len(old.body) + len(new.body) <= _LARGE)


def bring_back(connection: sqlite3.Connection, key: int) -> Added | None:
    """Put what lies in the trash, or an older version that came in again, back into the list."""
    gone, newer = connection.execute("SELECT gone, newer FROM shelf WHERE key = ?", (key,)).fetchone()
    if gone is None and newer is None:
        return None
    head = shelf.newest(connection, key)
    away = connection.execute("SELECT gone FROM shelf WHERE key = ?", (head,)).fetchone()[0]
    if newer is None:
        connection.execute("UPDATE shelf SET gone = NULL, live = 1 WHERE key = ?", (key,))
        return Added.NEW
    # The text went back to what it was: the old version is the newest again, and the one between is kept behind it.
    connection.execute("UPDATE shelf SET newer = ? WHERE newer = ?", (newer, key))
    connection.execute("UPDATE shelf SET newer = NULL, gone = NULL, live = 1 WHERE key = ?", (key,))
    if away is not None:  # the newer ones were thrown away: they come back behind it
        connection.execute("UPDATE shelf SET gone = NULL, live = newer IS NULL WHERE key = ?", (head,))
    take_place(connection, key, head)
    return Added.VERSION


def edited(connection: sqlite3.Connection, key: int) -> frozenset[str]:
    """What of an article the reader said: names of its attributes."""
    return frozenset(name for (name,) in connection.execute("SELECT field FROM edited WHERE key = ?", (key,)))


def remember_address(connection: sqlite3.Connection, key: int, before: str | None, now: str | None) -> None:
    """Keep the address under which an article was known, when it is shown with another one from now on."""
    if before and now and canonical(before) != canonical(now):
        connection.execute("INSERT OR IGNORE INTO address (address, key) VALUES (?, ?)", (canonical(before), key))


def _tagged(new: Article, old: Article) -> Article:
    import dataclasses

    return dataclasses.replace(new, tags=tuple(dict.fromkeys((*old.tags, *new.tags))))


def _related(old: Article, new: Article) -> bool:
    path = urlsplit(canonical(new.url or "")).path.strip("/").rpartition("/")[2]
    if path and path not in _SECTIONS:
        return True
    # On such a page the title is the site's, whatever it shows: only the words can tell.
    before, after = _runs(old.body), _runs(new.body)
    return len(before & after) >= _RELATED * max(1, min(len(before), len(after)))


def _runs(body: str) -> set[tuple[str, ...]]:
    words = [found[0].lower() for found in itertools.islice(_words.finditer(body), _LOOKED_AT)]
    return set(zip(words, words[1:], words[2:], strict=False)) or {tuple(words)}


def _really_new(old: str, new: str) -> bool:
    if len(old) + len(new) > _LARGE:
        return True
    from articles.differences import new_share

    return new_share(old, new) > _REALLY_NEW

"""The memory's pairs by what made them, when and of what: told, counted, forgotten."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.database import Database
from articles.finding.plain import plain_match
from articles.model import Article
from articles.sentences import sentence_spans
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.index import step
from reader.translation.memory import SHOWN, key_of, translation_of

_PAGE = 2_000  # rows read at once: no view of the library is held while they are printed
_FORGOTTEN = 5_000  # rows forgotten in one transaction

_ORIGINS = {origin.rank: origin for origin in Origin}
_CHOSEN = """
WHERE number > :after
    AND (:rank IS NULL OR rank = :rank)
    AND (:engine IS NULL OR engine = :engine)
    AND (:version IS NULL OR version = :version)
    AND (:since IS NULL OR created >= :since)
    AND (:before IS NULL OR created < :before)
    AND (:keys IS NULL OR key IN (SELECT value FROM json_each(:keys)))
    AND (:words IS NULL OR number IN (SELECT rowid FROM translation_text WHERE translation_text MATCH :words))
    AND (:people OR rank < 2)
"""
_OF = f"""
SELECT {SHOWN} FROM json_each(?) AS asked CROSS JOIN translation AS kept ON kept.key = asked.value
ORDER BY asked.key, rank, created, engine, version
"""  # noqa: S608 - the names of columns


@dataclass(frozen=True, slots=True)
class Which:
    """Which pairs are meant: those that are all of this.

    Attributes:
        origin: Draft, refined or human.
        engine: Who made it.
        version: Of that engine.
        since: Made on this day (in UTC) or later.
        before: Made before this day.
        keys: Of sentences, as ``keys_of`` gives them.
        words: In which these words occur; the index must be up to date.
        people: Whether people's are meant too.
    """

    origin: Origin | None = None
    engine: str | None = None
    version: str | None = None
    since: datetime.date | None = None
    before: datetime.date | None = None
    keys: str | None = None
    words: str | None = None
    people: bool = True

    def values(self) -> dict[str, str | int | None]:
        """For the statements of this module.

        Raises:
            BadQuery: The words are no query.
        """
        return {
            "after": 0,
            "rank": self.origin.rank if self.origin is not None else None,
            "engine": self.engine,
            "version": self.version,
            "since": self.since.isoformat() if self.since is not None else None,
            "before": self.before.isoformat() if self.before is not None else None,
            "keys": self.keys,
            "words": plain_match(self.words) if self.words is not None else None,
            "people": int(self.people),
        }


def keys_of(sources: Iterable[str]) -> str:
    """What names some sentences in ``Which``."""
    return json.dumps(sorted({key_of(source) for source in sources}))


@dataclass(frozen=True, slots=True)
class Made:
    """What one engine and version, or people, have made.

    Attributes:
        pairs: How many.
        source: Characters of Portuguese.
        target: Characters of English.
        oldest: When the first was made, in UTC.
        newest: When the last was.
    """

    origin: Origin
    engine: str
    version: str
    pairs: int
    source: int
    target: int
    oldest: datetime.datetime
    newest: datetime.datetime


class MemoryRows:
    """The pairs of a library. Safe to use from several threads; every method may raise ``StorageError``.

    Args:
        database: The library.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def made(self) -> list[Made]:
        """What is there, by origin, engine and version; people's first, then the most."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT rank, engine, version, count(*), sum(length(source)), sum(length(target)), min(created), "
                "max(created) FROM translation GROUP BY rank, engine, version ORDER BY rank DESC, count(*) DESC, 2, 3"
            ).fetchall()
        return [
            Made(_ORIGINS[rank], *rest, *map(datetime.datetime.fromisoformat, (oldest, newest)))
            for rank, *rest, oldest, newest in rows
        ]

    def translations(self, which: Which) -> Iterator[Translation]:
        """The pairs meant, in the order in which they came; what comes meanwhile may be among them."""
        values = which.values()
        statement = f"SELECT number, {SHOWN} FROM translation {_CHOSEN} ORDER BY number LIMIT {_PAGE}"  # noqa: S608
        while True:
            with self._database.read() as connection:
                rows = connection.execute(statement, values).fetchall()
            yield from (translation_of(row[1:]) for row in rows)
            if len(rows) < _PAGE:
                return
            values["after"] = rows[-1][0]

    def of(self, sources: Sequence[str]) -> list[Translation]:
        """All that is kept of some sentences, whoever made it: in their order; of each, drafts first, then by time."""
        keys = list(dict.fromkeys(key_of(source) for source in sources))
        with self._database.read() as connection:
            rows = connection.execute(_OF, (json.dumps(keys),)).fetchall()
        return [translation_of(row) for row in rows]

    def count(self, which: Which) -> int:
        """How many pairs are meant."""
        with self._database.read() as connection:
            found = connection.execute(f"SELECT count(*) FROM translation {_CHOSEN}", which.values())  # noqa: S608
            return int(found.fetchone()[0])

    def forget(self, which: Which, progress: Callable[[int], object] | None = None) -> int:
        """Take the pairs meant out of the memory and its index, in steps that are each on the disk; how many.

        Args:
            which: With ``people`` as it is, people's too.
            progress: Called after each step with how many are gone.
        """
        values = which.values()
        numbers = f"SELECT number FROM translation {_CHOSEN} ORDER BY number LIMIT {_FORGOTTEN}"  # noqa: S608
        gone = 0
        while True:
            with self._database.write() as connection:
                chosen = [number for (number,) in connection.execute(numbers, values)]
                connection.execute(
                    "DELETE FROM translation WHERE number IN (SELECT value FROM json_each(?))", (json.dumps(chosen),)
                )
                while connection.execute("SELECT 1 FROM translation_stale LIMIT 1").fetchone():
                    step(connection)  # the words are not left in the index either
            gone += len(chosen)
            if progress is not None:
                progress(gone)
            if len(chosen) < _FORGOTTEN:
                return gone
            values["after"] = chosen[-1]


def sources_of(article: Article) -> list[str]:
    """What of an article is translated: its title and its sentences, in order."""
    body = article.body
    spans = (span for each in article.paragraphs() for span in sentence_spans(body, each.span.start, each.span.end))
    return [article.title, *(span.of(body) for span in spans)]

"""Bringing pairs from a file into the memory: in batches, each on the disk, and nobody's own words lost."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from articles.database import Database
from reader.translation.engine import Origin, Translation
from reader.translation.exchange.units import Left, Unit, checked
from reader.translation.memory import BRING, Row, forget_people, put, row_of

BATCH = 5_000
"""Pairs in a transaction: some tenths of a second, in which another reader waits with what it records."""

MOST_EXAMPLES = 20
"""Conflicts of which the texts are told."""

_HUMAN = Origin.HUMAN.rank
_THERE = (
    "SELECT kept.key, kept.rank, kept.engine, kept.version, kept.target, kept.created FROM json_each(?) AS asked "
    "CROSS JOIN translation AS kept ON kept.key = asked.value ORDER BY kept.turn, kept.created, kept.number"
)

Maker = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A person's English in the file that is not the one in the memory."""

    source: str
    there: str
    offered: str


@dataclass(slots=True)
class Outcome:
    """What became of the pairs of a file.

    Attributes:
        read: Pairs read so far.
        added: New ones.
        replaced: A machine's that were newer in the file; with ``replace`` a person's too.
        there: Known already, or older than what the same machine has said since.
        conflicts: A person had said otherwise: that stays.
        examples: The first of those.
        left: Not taken, by the reason.
    """

    read: int = 0
    added: int = 0
    replaced: int = 0
    there: int = 0
    conflicts: int = 0
    examples: list[Conflict] = field(default_factory=list)
    left: Counter[Left] = field(default_factory=Counter)


class Bringing:
    """Takes pairs into a library's memory. What a person said there stays, unless told otherwise.

    Other programs may read and write the library meanwhile. Taking the same file again, whole or after an end half
    way, adds what is missing and nothing else.

    Args:
        database: The library.
        now: When pairs were made that do not say.
        origin: What the pairs are, whatever they say of themselves; None for that.
        replace: Whether a person's English in the file beats another that is there.
        progress: Called after each batch with the outcome so far.
    """

    def __init__(
        self,
        database: Database,
        now: datetime.datetime,
        origin: Origin | None = None,
        replace: bool = False,
        progress: Callable[[Outcome], object] | None = None,
    ) -> None:
        self._database = database
        self._now = now
        self._origin = origin
        self._replace = replace
        self._progress = progress
        self.outcome = Outcome()

    def take_units(self, units: Iterable[Unit]) -> Outcome:
        """Take pairs as they stand in a file.

        Raises:
            BadExchange: The file cannot be read on; what stood before that is in the memory, and in ``outcome``.
            StorageError: The library cannot be written; what was taken before is in it.
        """
        batch: list[Translation] = []
        try:
            for unit in units:
                self.outcome.read += 1
                found = checked(unit, self._now, self._origin)
                if isinstance(found, Left):
                    self.outcome.left[found] += 1
                    continue
                batch.append(found)
                if len(batch) >= BATCH:
                    taken, batch = batch, []
                    self.take(taken)
        finally:
            if batch:
                self.take(batch)
        return self.outcome

    def take(self, translations: Iterable[Translation]) -> Outcome:
        """Take clean pairs in one transaction."""
        rows = [(row_of(each), each) for each in translations]
        with self._database.write() as connection:
            _Batch(connection, self.outcome, self._replace, [row for row, _each in rows]).take(rows)
        if self._progress is not None:
            self._progress(self.outcome)
        return self.outcome


class _Batch:
    """What the memory has of some sentences, while others' words come in."""

    def __init__(self, connection: sqlite3.Connection, outcome: Outcome, replace: bool, rows: list[Row]) -> None:
        self._connection = connection
        self._outcome = outcome
        self._replace = replace
        self._there: dict[Maker, tuple[str, str]] = {}
        self._people: dict[str, str] = {}
        keys = json.dumps(list({row[0] for row in rows}))
        for key, rank, engine, version, target, created in connection.execute(_THERE, (keys,)):
            self._note((key, rank, engine, version), target, created)

    def _note(self, maker: Maker, target: str, created: str) -> None:
        self._there[maker] = target, created
        if maker[1] == _HUMAN:
            self._people[maker[0]] = target

    def take(self, rows: list[tuple[Row, Translation]]) -> None:
        new: list[Row] = []
        for row, translation in rows:
            maker, created, target = row[:4], row[4], row[6]
            if row[1] == _HUMAN:
                said = self._people.get(row[0])
            else:
                said = self._there[maker][0] if maker in self._there else None
            if said is None:
                new.append(row)
                self._outcome.added += 1
            elif said == target or (row[1] != _HUMAN and created <= self._there[maker][1]):
                self._outcome.there += 1
                continue
            elif row[1] != _HUMAN:
                new.append(row)
                self._outcome.replaced += 1
            elif self._replace:
                self._write(new)
                new = []
                forget_people(self._connection, row[0])
                put(self._connection, translation)
                self._outcome.replaced += 1
            else:
                self._outcome.conflicts += 1
                if len(self._outcome.examples) < MOST_EXAMPLES:
                    self._outcome.examples.append(Conflict(row[5], said, target))
                continue
            self._note(maker, target, created)
        self._write(new)

    def _write(self, rows: list[Row]) -> None:
        self._connection.executemany(BRING, rows)

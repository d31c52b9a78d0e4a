"""What the reader said yes to: an engine, and where it sends sentences. Kept in the library."""

from __future__ import annotations

import datetime

from articles.database import Database


class Consents:
    """The engines that may send sentences, each with the address; every method may raise ``StorageError``.

    Args:
        database: The library's, opened with ``OWN_MIGRATIONS`` (``reader.translation.tables``) among its migrations.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def given(self, engine: str, address: str) -> bool:
        """Whether the reader said yes to this engine sending sentences to this address."""
        select = "SELECT 1 FROM engine_consent WHERE engine = ? AND address = ?"
        with self._database.read() as connection:
            return connection.execute(select, (engine, address)).fetchone() is not None

    def give(self, engine: str, address: str) -> None:
        """The reader says yes; it is on the disk when this returns."""
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO engine_consent VALUES (?, ?, ?)", (engine, address, now))

    def take_back(self, engine: str) -> int:
        """Forget every yes to an engine, whatever the address; how many there were."""
        with self._database.write() as connection:
            return connection.execute("DELETE FROM engine_consent WHERE engine = ?", (engine,)).rowcount

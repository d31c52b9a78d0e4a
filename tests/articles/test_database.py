"""The library's file: how it opens, and what a read and a write are."""

from __future__ import annotations

import gc
import sqlite3
import threading
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.libraryfile import APPLICATION_ID
from articles.migrations import MIGRATIONS
from articles.sqlite import SQLiteArticles
from tests.articles.libraries import TABLE, filled, rows, write


def test_a_new_library_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b ç %20?#" / "library.db"
    with Database(path, TABLE) as database, database.read() as connection:
        settings = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode", "synchronous", "foreign_keys")
        ]
        more = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("trusted_schema", "cell_size_check")]
    assert settings == [APPLICATION_ID, 1, "wal", 2, 1]
    assert more == [0, 1]
    assert [item.name for item in path.parent.iterdir()] == ["library.db"]
    assert path.parent.stat().st_mode & 0o077 == 0


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.touch()
    with Database(path, TABLE) as database:
        assert rows(database) == []


def test_opening_again_writes_nothing(path: Path) -> None:
    before = filled(path)
    stamp = path.stat().st_mtime_ns
    with Database(path, MIGRATIONS) as database:
        assert SQLiteArticles(database).count() == 30
        assert not path.with_name("library.db-wal").stat().st_size
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)


def test_the_log_is_turned_on_again_where_it_was_off(path: Path) -> None:
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    with Database(path, MIGRATIONS) as database, database.read() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_write_is_kept_whole_or_not_at_all(path: Path) -> None:
    with Database(path, TABLE) as database:
        with database.write() as connection:
            connection.execute("INSERT INTO t VALUES (1)")
        with pytest.raises(ZeroDivisionError):
            write(database, "INSERT INTO t VALUES (2)", lambda: 1 / 0)
        with pytest.raises(StorageError, match="UNIQUE") as caught:
            write(database, "INSERT INTO t VALUES (3)", "INSERT INTO t VALUES (1)")
        assert isinstance(caught.value.__cause__, sqlite3.IntegrityError)
        assert rows(database) == [1]


def test_a_read_sees_one_state_throughout(path: Path) -> None:
    with Database(path, TABLE) as database, Database(path, TABLE) as other:
        with database.read() as connection:
            assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 0
            with other.write() as writing:
                writing.execute("INSERT INTO t VALUES (1)")
            assert rows(database) == []
        assert rows(database) == [1]


def test_a_read_inside_a_write_sees_what_is_being_written(path: Path) -> None:
    with Database(path, TABLE) as database, database.write() as connection:
        connection.execute("INSERT INTO t VALUES (1)")
        assert rows(database) == [1]


@pytest.mark.parametrize("outer", ["read", "write"])
def test_a_write_inside_another_block_is_a_mistake(path: Path, outer: str) -> None:
    with Database(path, TABLE) as database:
        with getattr(database, outer)(), pytest.raises(RuntimeError), database.write():
            pass
        with database.write() as connection:
            connection.execute("INSERT INTO t VALUES (1)")
        assert rows(database) == [1]


def test_a_connection_that_cannot_roll_back_is_replaced(path: Path) -> None:
    with Database(path, TABLE) as database:
        with database.read() as connection:
            pass
        with pytest.raises(StorageError):
            write(database, "INSERT INTO t VALUES (1)", connection.close, "INSERT INTO t VALUES (2)")
        assert rows(database) == []


def test_a_statement_that_python_refuses_is_told(path: Path) -> None:
    with Database(path, TABLE) as database:
        with pytest.raises(StorageError, match="failed"), database.read() as connection:
            connection.execute("SELECT ?")
        assert rows(database) == []


def test_a_closed_library_says_so(path: Path) -> None:
    database = Database(path, TABLE)
    database.close()
    database.close()
    for block in (database.read, database.write):
        with pytest.raises(StorageError, match="is closed"), block():
            pass
    caught: list[StorageError] = []

    def in_thread() -> None:
        with pytest.raises(StorageError, match="is closed") as error:
            rows(database)
        caught.append(error.value)

    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    assert caught


def test_a_block_that_is_closed_under_way_says_so(path: Path) -> None:
    database = Database(path, TABLE)
    with pytest.raises(StorageError, match="is closed"):
        write(database, "INSERT INTO t VALUES (1)", database.close, "INSERT INTO t VALUES (2)")


def test_closing_gives_up_what_another_thread_reads(path: Path) -> None:
    database = Database(path, TABLE)
    reading = threading.Event()
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n WHERE x < 0 OR tell(x)"
    caught: list[str] = []

    def read() -> None:
        try:
            with database.read() as connection:
                connection.create_function("tell", 1, lambda _: reading.set())
                connection.execute(endless).fetchone()
        except StorageError as error:
            caught.append(str(error))

    thread = threading.Thread(target=read)
    thread.start()
    assert reading.wait(30)
    database.close()
    thread.join(30)
    assert not thread.is_alive()
    assert "closed" in caught[0]


def test_closing_waits_for_what_another_thread_writes(path: Path) -> None:
    database = Database(path, TABLE)
    writing, closing = threading.Event(), threading.Event()

    def write() -> None:
        with database.write() as connection:
            writing.set()
            assert closing.wait(30)
            connection.executemany("INSERT INTO t VALUES (?)", [(x,) for x in range(1000)])

    thread = threading.Thread(target=write)
    thread.start()
    assert writing.wait(30)
    closing.set()
    database.close()
    thread.join(30)
    with Database(path, TABLE) as again:
        assert len(rows(again)) == 1000


def test_a_thread_that_ends_leaves_no_connection(path: Path) -> None:
    with Database(path, TABLE) as database:
        for _ in range(20):
            thread = threading.Thread(target=rows, args=(database,))
            thread.start()
            thread.join()
        gc.collect()
        assert len(database._all) == 1


def test_two_migrations_of_one_name_are_a_mistake(path: Path) -> None:
    with pytest.raises(ValueError, match="same name"):
        Database(path, TABLE + TABLE)

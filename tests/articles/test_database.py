"""The library's file: how it opens, what it refuses, and how it is shared."""

from __future__ import annotations

import contextlib
import gc
import os
import random
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles.database import Database, Migration
from articles.errors import ArticleNotFound, StorageError
from articles.libraryfile import APPLICATION_ID
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from articles.trouble import shown, told
from tests.articles.children import folder_for_all, run, start

TABLE = (Migration("test: a table", ("CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT",)),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def everyones() -> Iterator[Path]:
    folder = folder_for_all()
    yield folder
    for place in (folder, *folder.iterdir()):
        place.chmod(0o777)
    shutil.rmtree(folder)


def filled(path: Path) -> bytes:
    """A library of some articles at ``path``, closed; gives its bytes."""
    with Database(path, MIGRATIONS) as database:
        SQLiteArticles(database).add_many([Article(title=str(i), body=f"texto {i} " * 500) for i in range(30)])
    return path.read_bytes()


def rows(database: Database) -> list[int]:
    with database.read() as connection:
        return [x for (x,) in connection.execute("SELECT x FROM t ORDER BY x")]


def write(database: Database, *steps: str | Callable[[], object]) -> None:
    """One write of these statements, with what else is done between them."""
    with database.write() as connection:
        for step in steps:
            if callable(step):
                step()
            else:
                connection.execute(step)


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


def damaged(path: Path, kind: str) -> None:
    whole = filled(path)
    rng = random.Random(kind)
    made = {
        "random bytes": rng.randbytes(len(whole)),
        "a text": "Não sou uma base de dados.\n".encode() * 100,
        "a short text": b"oi",
        "header zeroed": bytes(100) + whole[100:],
        "only the header": whole[:100],
        "first page cut": whole[:2000],
        "half": whole[: len(whole) // 2],
        "one page": whole[:4096],
        "middle random": whole[:4096] + rng.randbytes(len(whole) - 4096),
        "middle zeroed": whole[:8192] + bytes(len(whole) - 8192),
        "schema random": whole[:100] + rng.randbytes(3996) + whole[4096:],
    }
    path.write_bytes(made[kind])


USES: dict[str, Callable[[SQLiteArticles], object]] = {
    "get": lambda store: store.get("0" * 32),
    "keys": lambda store: store.summaries(store.keys()),
    "search": lambda store: store.search("texto"),
    "add": lambda store: store.add(Article(title="Novo", body="novo")),
    "remove": lambda store: store.remove("0" * 32),
    "seed": lambda store: store.seed([("um", Article(title="Um", body="um"))]),
}


def use_all(database: Database) -> list[str]:
    """What goes wrong in each use of the store, which may be a ``StorageError`` and nothing else."""
    wrong = []
    store = SQLiteArticles(database)
    for use in USES.values():
        try:
            with contextlib.suppress(ArticleNotFound):
                use(store)
        except StorageError as error:
            wrong.append(str(error))
    return wrong


@pytest.mark.parametrize(
    "kind",
    [
        "random bytes",
        "a text",
        "a short text",
        "header zeroed",
        "only the header",
        "first page cut",
        "half",
        "one page",
        "middle random",
        "middle zeroed",
        "schema random",
    ],
)
def test_a_damaged_library_is_told_and_left_alone(path: Path, kind: str) -> None:
    damaged(path, kind)
    before = path.read_bytes()
    try:
        with Database(path, MIGRATIONS) as database:
            wrong = use_all(database)
    except StorageError as error:
        wrong = [str(error)]
        assert path.read_bytes() == before
    assert wrong
    assert all(line.isprintable() for line in wrong)
    assert any("damaged" in line for line in wrong)


def test_a_library_overwritten_while_open_is_told(path: Path) -> None:
    whole = filled(path)
    with Database(path, MIGRATIONS) as database:
        path.write_bytes(random.Random(1).randbytes(len(whole)))
        assert use_all(database)


def test_a_library_deleted_while_open_is_told_to_a_new_thread(path: Path) -> None:
    with Database(path, TABLE) as database:
        path.unlink()
        told_there: list[str] = []

        def read() -> None:
            with pytest.raises(StorageError) as caught:
                rows(database)
            told_there.append(str(caught.value))

        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        assert "cannot be opened" in told_there[0]


def test_an_emptied_library_with_its_log_is_left_alone(path: Path) -> None:
    path.touch()
    log = path.with_name("library.db-wal")
    log.write_bytes(b"all that is left")
    with pytest.raises(StorageError, match="log"):
        Database(path, TABLE)
    assert log.read_bytes() == b"all that is left"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(StorageError, match="not a file"):
            Database(place, TABLE)


@pytest.mark.parametrize(
    ("name", "said"), [("file/library.db", "stands where"), ("a\0b", "name"), ("x" * 300, "too long")]
)
def test_a_place_that_cannot_be_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=said) as caught:
        Database(tmp_path / name, TABLE)
    assert str(caught.value).isprintable()


def foreign(path: Path, application: int) -> bytes:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize("application", [0, 12345])
def test_another_programs_database_is_refused_untouched(path: Path, application: int) -> None:
    before = foreign(path, application)
    with pytest.raises(StorageError, match="another program"):
        Database(path, TABLE)
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir() if "library" in item.name] == ["library.db"]


def test_another_program_may_say_whose_it_is_in_its_log_only(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA application_id = 12345")
    with pytest.raises(StorageError, match="another program"):
        Database(path, TABLE)
    connection.close()


LOCK = """
import sqlite3
connection = sqlite3.connect(path, isolation_level=None)
connection.execute(sys.argv[2]).fetchall()
connection.execute(sys.argv[3])
print("locked", flush=True)
sys.stdin.readline()
"""


def test_a_library_another_program_writes_can_be_read_and_waits_shortly(path: Path) -> None:
    filled(path)
    child = start(LOCK, path, "PRAGMA journal_mode", "BEGIN IMMEDIATE")
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "locked\n"
        with Database(path, MIGRATIONS, busy_seconds=0.01) as database:
            store = SQLiteArticles(database)
            with pytest.raises(StorageError, match="in use by another program"):
                store.add(Article(title="t", body="b"))
            assert store.count() == 30
            child.communicate("go\n", timeout=60)
            store.add(Article(title="t", body="b"))
            assert store.count() == 31


def test_a_library_locked_by_another_program_is_told(path: Path) -> None:
    filled(path)
    child = start(LOCK, path, "PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE")
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "locked\n"
        with pytest.raises(StorageError, match="in use by another program"):
            Database(path, MIGRATIONS, busy_seconds=0.01)
        child.communicate("go\n", timeout=60)


WITHOUT_RIGHTS = """
drop_rights()
try:
    with Database(path, MIGRATIONS) as database:
        store = SQLiteArticles(database)
        print(store.count(), len(store.search("texto")))
        store.add(article(1))
        print("added")
except StorageError as error:
    print(error)
"""


def test_a_read_only_folder_can_be_read_but_not_written(everyones: Path) -> None:
    path = everyones / "library.db"
    filled(path)
    path.chmod(0o444)
    everyones.chmod(0o555)
    lines = run(WITHOUT_RIGHTS, path).splitlines()
    assert lines[0] == "30 30"
    assert "can be read but not written" in lines[1]


def test_a_read_only_file_can_be_read_but_not_written(everyones: Path) -> None:
    path = everyones / "library.db"
    filled(path)
    path.chmod(0o444)
    lines = run(WITHOUT_RIGHTS, path).splitlines()
    assert lines[0] == "30 30"
    assert "can be read but not written" in lines[1]


def test_a_read_only_folder_with_a_waiting_log_is_not_read_without_it(everyones: Path) -> None:
    path = everyones / "library.db"
    filled(path)
    path.with_name("library.db-wal").write_bytes(b"newer than the file")
    path.with_name("library.db-wal").chmod(0o444)
    path.chmod(0o444)
    everyones.chmod(0o555)
    assert "cannot be opened" in run(WITHOUT_RIGHTS, path)


def test_a_library_whose_log_cannot_be_kept_can_be_read_by_every_thread(path: Path) -> None:
    filled(path)
    index = path.with_name("library.db-shm")
    index.symlink_to(index)  # where SQLite would keep the index of the log: nothing can be opened there
    counts: list[int] = []
    with Database(path, MIGRATIONS) as database:
        store = SQLiteArticles(database)
        thread = threading.Thread(target=lambda: counts.append(store.count()))
        thread.start()
        thread.join()
        assert [store.count(), *counts] == [30, 30]
        with pytest.raises(StorageError, match="can be read but not written"):
            store.add(Article(title="t", body="b"))
        with pytest.raises(StorageError, match="can be read but not written"):
            Database(path, (*MIGRATIONS, *TABLE))


@pytest.mark.parametrize("what", ["file", "folder", "parent"])
def test_without_rights_it_is_told(everyones: Path, what: str) -> None:
    path = everyones / "library.db"
    if what == "parent":
        path = everyones / "new" / "library.db"
        everyones.chmod(0o555)
    else:
        filled(path)
        (path if what == "file" else everyones).chmod(0)
    line = run(WITHOUT_RIGHTS, path)
    assert "may not be opened" in line
    assert "check that you may read and write" in line


def test_what_went_wrong_is_one_printable_line() -> None:
    path = Path("/x/\x1b]52;c;AAAA\x07" + "y" * 500)
    for error in (OSError(5, "bad\ndisk"), OSError("odd"), sqlite3.OperationalError("odd\x1b[31m")):
        line = str(told(error, path))
        assert line.isprintable()
        assert len(line) < 400
    assert shown("a" * 200).startswith("…")


def test_a_part_that_sqlite_lacks_is_named(path: Path) -> None:
    step = Migration("test: lacking", ("CREATE VIRTUAL TABLE x USING fts9(y)",))
    with pytest.raises(StorageError, match="fts9") as caught:
        Database(path, (step,))
    assert "FTS5" in caught.value.advice

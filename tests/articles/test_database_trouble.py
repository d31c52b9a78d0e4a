"""The library's file when it is damaged, foreign, locked, or not to be written."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.database import Database, Migration
from articles.errors import ArticleNotFound, StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from articles.trouble import shown, told
from tests.articles.children import run, start
from tests.articles.libraries import TABLE, filled, rows


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

"""Migrations: all steps or none, a backup first, and no two processes at once."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from articles import backup
from articles.backup import KEPT, backups
from articles.database import Database, Migration
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from tests.articles.children import start

FIRST = Migration("a: first", ("CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT", "INSERT INTO a VALUES (1)"))
SECOND = Migration("a: second", ("CREATE TABLE b (x INTEGER REFERENCES a (x)) STRICT", "INSERT INTO a VALUES (2)"))
OTHER = Migration("other room: first", ("CREATE TABLE c (x) ",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def made(path: Path, *migrations: Migration) -> None:
    with Database(path, migrations):
        pass


def names_in(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    connection.close()
    return sorted(found)


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_a_new_library_takes_all_steps_and_needs_no_backup(path: Path) -> None:
    made(path, FIRST, SECOND)
    assert names_in(path) == ["a", "b", "migration"]
    assert version_of(path) == 2
    assert backups(path) == []


def test_a_step_first_makes_a_backup_that_opens(path: Path) -> None:
    made(path, FIRST)
    made(path, FIRST, SECOND)
    (copy,) = backups(path)
    assert copy.name.startswith("library.db.v1-")
    assert copy.name.endswith(".bak")
    assert sorted(item.name for item in path.parent.iterdir() if item.is_file()) == ["library.db", copy.name]
    assert names_in(copy) == ["a", "migration"]
    with Database(copy, (FIRST,)) as database, database.read() as connection:
        assert connection.execute("SELECT x FROM a").fetchall() == [(1,)]
    with Database(path, (FIRST, SECOND)) as database, database.read() as connection:
        assert connection.execute("SELECT x FROM a").fetchall() == [(1,), (2,)]


def test_a_backup_holds_what_is_only_in_the_log(path: Path) -> None:
    with Database(path, MIGRATIONS) as database:
        SQLiteArticles(database).add(Article(title="t", body="b"))
        assert path.with_name("library.db-wal").stat().st_size
        made(path, *MIGRATIONS, OTHER)
    with Database(backups(path)[0], MIGRATIONS) as copy:
        assert SQLiteArticles(copy).count() == 1


def test_each_room_may_add_steps_to_its_own_list(path: Path) -> None:
    made(path, FIRST, OTHER)
    made(path, FIRST, SECOND, OTHER)
    assert names_in(path) == ["a", "b", "c", "migration"]
    assert version_of(path) == 3


BAD = {
    "a failing statement": Migration("bad", ("CREATE TABLE half (x)", "INSERT INTO nowhere VALUES (1)")),
    "a row that points nowhere": Migration(
        "bad", ("CREATE TABLE half (x REFERENCES a (x))", "INSERT INTO half VALUES (77)")
    ),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path, bad: Migration) -> None:
    made(path, FIRST)
    with pytest.raises(StorageError):
        made(path, FIRST, SECOND, bad)
    assert names_in(path) == ["a", "migration"]
    assert version_of(path) == 1
    made(path, FIRST)
    made(path, FIRST, SECOND)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_step_that_fails_again_and_again_leaves_no_copies_and_takes_no_older_one(path: Path, bad: Migration) -> None:
    steps = [Migration(f"step {i}", (f"CREATE TABLE t{i} (x)",)) for i in range(KEPT)]
    for count in range(KEPT + 1):
        made(path, FIRST, *steps[:count])
    kept = backups(path)
    assert len(kept) == KEPT
    for _ in range(KEPT + 1):
        with pytest.raises(StorageError):
            made(path, FIRST, *steps, bad)
    assert backups(path) == kept


def test_what_contradicted_itself_before_is_brought_up_to_date_to_be_mended_then(path: Path) -> None:
    made(path, FIRST, SECOND)
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO b VALUES (99)")
    connection.commit()
    connection.close()
    with Database(path, (FIRST, SECOND, OTHER)) as database, database.read() as opened:
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == [("b", 1, "a", 0)]
    with pytest.raises(StorageError, match="contradict"):
        made(path, FIRST, SECOND, OTHER, Migration("worse", ("INSERT INTO b VALUES (98)",)))


def test_a_new_library_whose_step_fails_can_be_made_later(path: Path) -> None:
    with pytest.raises(StorageError):
        made(path, FIRST, BAD["a failing statement"])
    made(path, FIRST)
    assert names_in(path) == ["a", "migration"]


def test_a_table_others_point_to_may_be_rebuilt(path: Path) -> None:
    rebuild = Migration(
        "a: rebuilt",
        (
            "INSERT INTO b VALUES (1)",
            "CREATE TABLE a2 (x INTEGER PRIMARY KEY, y TEXT) STRICT",
            "INSERT INTO a2 (x) SELECT x FROM a",
            "DROP TABLE a",
            "ALTER TABLE a2 RENAME TO a",
        ),
    )
    made(path, FIRST, SECOND)
    with Database(path, (FIRST, SECOND, rebuild)) as database:
        with database.read() as connection:
            assert connection.execute("SELECT x, y FROM a").fetchall() == [(1, None), (2, None)]
        with pytest.raises(StorageError, match="FOREIGN KEY"), database.write() as connection:
            connection.execute("INSERT INTO b VALUES (99)")


@pytest.mark.parametrize("known", [(), (FIRST,), (FIRST, OTHER)], ids=["none", "fewer", "others"])
def test_a_newer_library_is_refused_untouched(path: Path, known: tuple[Migration, ...]) -> None:
    made(path, FIRST, SECOND)
    before = path.read_bytes()
    with pytest.raises(StorageError, match="newer version"):
        made(path, *known)
    assert path.read_bytes() == before
    assert backups(path) == []


def test_a_newer_library_that_was_not_closed_keeps_its_log(path: Path, tmp_path: Path) -> None:
    made(path, FIRST, SECOND)
    left = tmp_path / "left" / "library.db"
    left.parent.mkdir()
    with Database(path, (FIRST, SECOND)) as database:
        with database.write() as connection:
            connection.execute("INSERT INTO a VALUES (3)")
        for end in ("", "-wal"):  # as kill -9 would leave it
            Path(f"{left}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    before = {item.name: item.read_bytes() for item in left.parent.iterdir()}
    assert len(before["library.db-wal"]) > 4096
    with pytest.raises(StorageError, match="newer version"):
        made(left, FIRST)
    assert {item.name: item.read_bytes() for item in left.parent.iterdir()} == before


def test_only_the_newest_backups_stay(path: Path) -> None:
    steps = [Migration(f"step {i}", (f"CREATE TABLE t{i} (x)",)) for i in range(KEPT + 3)]
    unrelated = path.with_name("other.db.v1-20200101T000000.bak")
    unrelated.touch()
    for end in range(1, len(steps) + 1):
        made(path, *steps[:end])
    kept = backups(path)
    assert len(kept) == KEPT
    assert [item.name.split("-")[0] for item in kept] == [f"library.db.v{KEPT + 2 - i}" for i in range(KEPT)]
    assert unrelated.exists()


def test_what_a_killed_backup_left_is_cleared(path: Path) -> None:
    made(path, FIRST)
    left = path.with_name("library.db.v1-20200101T000000000000.bak.part")
    left.write_bytes(b"half")
    made(path, FIRST, SECOND)
    assert not left.exists()
    assert len(backups(path)) == 1


def test_without_a_backup_nothing_is_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(path, FIRST)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(StorageError, match="no room"):
        made(path, FIRST, SECOND)
    monkeypatch.undo()
    assert version_of(path) == 1
    assert [item.name for item in path.parent.iterdir() if item.is_file()] == ["library.db"]


def test_a_damaged_library_is_not_migrated(path: Path) -> None:
    with Database(path, MIGRATIONS) as database:
        SQLiteArticles(database).add_many([Article(title=str(i), body=f"texto {i} " * 900) for i in range(20)])
    whole = bytearray(path.read_bytes())
    whole[-4096:] = os.urandom(4096)
    whole[-40960:-36864] = bytes(4096)
    path.write_bytes(whole)
    with pytest.raises(StorageError, match="damaged"):
        made(path, *MIGRATIONS, OTHER)
    assert path.read_bytes() == whole
    assert backups(path) == []


MIGRATE = """
steps = (*MIGRATIONS, Migration("two", ("CREATE TABLE two (x)", "INSERT INTO two VALUES (1)")))
print("ready", flush=True)
sys.stdin.readline()
with Database(path, steps) as database, database.read() as connection:
    print(connection.execute("SELECT count(*) FROM two").fetchone()[0])
"""


@pytest.mark.parametrize("old", [True, False], ids=["an old library", "a new library"])
def test_processes_that_open_at_once_migrate_once(path: Path, old: bool) -> None:
    if old:
        made(path, *MIGRATIONS)
    children = [start(MIGRATE, path) for _ in range(4)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    ends = [child.communicate(timeout=60) for child in children]
    assert [(output, errors) for output, errors in ends] == [("1\n", "")] * 4
    assert len(backups(path)) == int(old)

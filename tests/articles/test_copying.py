"""Copies of a library and the way back, where things are in the way; and who has a library open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from articles.aligning import changes
from articles.checking.mending import check, repair
from articles.copying import NotCopied, copy_library, restore_library
from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.presence import present, somebody_present
from articles.sqlite import SQLiteArticles
from tests.articles.children import run

KNOWN = len(MIGRATIONS)


@pytest.fixture
def library(path: Path) -> Path:
    with Database(path, MIGRATIONS) as database:
        SQLiteArticles(database).add_many([Article(f"Título {at}", f"Texto {at}. " * 200) for at in range(20)])
    return path


def titles(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {title for (title,) in connection.execute("SELECT title FROM article")}


def damage_root(path: Path, name: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
    with path.open("rb+") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_a_copy_comes_back_into_a_place_where_nothing_is(library: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    copy = tmp_path / "copy.db"
    assert copy_library(library, copy, lambda done, total: steps.append((done, total))) == copy.stat().st_size
    assert steps[-1][0] == steps[-1][1] > 0

    other = tmp_path / "new" / "folder" / "library.db"
    assert restore_library(other, copy, KNOWN) is None
    assert titles(other) == titles(library)
    assert check(other, MIGRATIONS, ()) == []


def test_the_library_itself_is_no_copy_of_it(library: Path) -> None:
    with pytest.raises(NotCopied, match="itself"):
        restore_library(library, library, KNOWN)


def test_a_damaged_library_is_not_copied_and_a_damaged_copy_not_put_back(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_library(library, copy)
    damage_root(copy, "shelf_title")
    with pytest.raises(StorageError, match="damaged"):
        restore_library(library, copy, KNOWN)
    assert len(titles(library)) == 20

    damage_root(library, "shelf_title")
    with pytest.raises(StorageError, match="damaged"):
        copy_library(library, copy, force=True)
    assert not [each.name for each in tmp_path.iterdir() if ".part" in each.name]


def test_a_library_that_another_program_has_locked_is_told_and_left(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_library(library, copy)
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE shelf SET read = 'x'")
        code = """
import sqlite3
import articles.copying as copying
real = sqlite3.connect
sqlite3.connect = lambda *given, **named: real(*given, **{**named, "timeout": 0.0})
copy = Path(sys.argv[2])
make = lambda: copying.copy_library(path, Path(f"{copy}x"))
back = lambda: copying.restore_library(path, copy, len(MIGRATIONS))
for do in (make, back):
    try:
        do()
    except StorageError as error:
        print(error)
"""
        said = run(code, library, str(copy)).splitlines()
        assert len(said) == 2
        assert all("in use" in line for line in said), said
        other.execute("ROLLBACK")
    assert len(titles(library)) == 20


FULL = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from articles.copying import copy_library, restore_library
from articles.checking.mending import repair
what, other = sys.argv[2], Path(sys.argv[3])
try:
    if what == "copy":
        copy_library(path, other)
    elif what == "restore":
        restore_library(other, path, len(MIGRATIONS))
    else:
        repair(path, MIGRATIONS, ())
except StorageError as error:
    print(error)
"""


@pytest.mark.parametrize("what", ["copy", "restore", "salvage", "mend"])
def test_on_a_full_disk_the_library_stays_and_nothing_is_left_lying(library: Path, tmp_path: Path, what: str) -> None:
    with closing(sqlite3.connect(library)) as connection:
        if what == "mend":
            connection.execute("UPDATE shelf SET title = 'zzz'")
            connection.commit()
    if what == "salvage":
        damage_root(library, "shelf_title")
    before, files = library.read_bytes(), set(tmp_path.iterdir())

    said = run(FULL, library, what, str(tmp_path / "new.db"))

    assert "no room" in said or "could not be" in said, said
    assert library.read_bytes() == before
    new = [each for each in set(tmp_path.iterdir()) - files if each.stat().st_size > 0]  # an empty library is none
    left = {each.name for each in new if not each.name.endswith(("-wal", "-shm"))}
    assert left == set()


def test_a_restore_under_an_open_screen_is_seen_by_it_whole(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy_library(library, copy)
    with Database(library, MIGRATIONS) as database, present(library):
        store = SQLiteArticles(database)
        store.add(Article("Novo", "Um texto novo."))
        assert store.count() == 21
        kept = restore_library(library, copy, KNOWN)
        assert store.count() == 20
    assert kept is not None
    assert "Novo" in titles(kept)


def test_a_library_open_in_a_screen_is_not_mended(library: Path) -> None:
    damage_root(library, "shelf_title")
    before = library.read_bytes()
    with present(library), pytest.raises(StorageError, match="open in a reader"):
        repair(library, MIGRATIONS, ())
    assert library.read_bytes() == before


def test_where_no_lock_can_be_kept_nobody_is_known_to_be_alone_or_there(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    (tmp_path / "library.db.open").mkdir()  # it cannot be opened as a file
    with present(library) as alone:
        assert not alone
    assert not somebody_present(library)
    assert not somebody_present(tmp_path / "other.db")


def test_what_is_no_library_is_neither_checked_nor_copied(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="not there"):
        check(tmp_path / "none.db", MIGRATIONS, ())
    with pytest.raises(StorageError, match="empty, or not there"):
        copy_library(tmp_path / "none.db", tmp_path / "copy.db")
    with pytest.raises(NotCopied, match="no copy"):
        restore_library(tmp_path / "library.db", tmp_path / "none.db", KNOWN)


def test_an_older_library_is_told_to_be_opened_first(path: Path) -> None:
    Database(path, MIGRATIONS[:1]).close()
    assert [each.what for each in check(path, MIGRATIONS, ())] == ["older"]


def test_long_sequences_are_aligned_by_what_occurs_once() -> None:
    old = [str(at) for at in range(1000)]
    new = [*old[:100], "x", *old[100:600], *["y"] * 3, *old[650:], "z"]
    assert changes(old, new) == [(100, 100, 100, 101), (600, 650, 601, 604), (1000, 1000, 954, 955)]
    assert changes(["a"] * 300 + ["b"] * 300, ["c"] * 300) == [(0, 600, 0, 300)]
    apart = [(str(at), "e") for at in range(300)]
    mixed = [part for pair in apart for part in pair]
    assert changes(mixed, [part if part != "e" else "f" for part in mixed])[0] == (1, 2, 1, 2)

"""What was acknowledged stays: through kill -9, a broken log, a full disk and two writers."""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from tests.articles.children import run, start

ADD_WITHOUT_END = """
with Database(path, MIGRATIONS) as database:
    store = SQLiteArticles(database)
    for number in range(int(sys.argv[2]), int(sys.argv[2]) + 1_000_000):
        store.add(article(number))
        print(article(number).id, flush=True)
"""


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    acknowledged: list[str] = []
    for round_ in range(10):
        with start(ADD_WITHOUT_END, path, str(round_ * 1_000_000)) as child:
            assert child.stdout is not None
            acknowledged.extend(child.stdout.readline().strip() for _ in range(1 + 4 * round_))
            os.kill(child.pid, signal.SIGKILL)
            acknowledged.extend(line.strip() for line in child.stdout if line.endswith("\n"))
    with Database(path, MIGRATIONS) as database:
        store = SQLiteArticles(database)
        assert len(acknowledged) >= 190
        for ident in acknowledged:
            assert store.get(ident).id == ident
        check(database)


def check(database: Database) -> None:
    with database.write() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")


LEAVE_A_LOG = """
database = Database(path, MIGRATIONS)
store = SQLiteArticles(database)
for number in range(5):
    store.add(article(number))
with database.write() as connection:
    pass
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
connection.execute("PRAGMA wal_autocheckpoint = 0")
for number in range(5, 15):
    store.add(article(number))
os.kill(os.getpid(), signal.SIGKILL)
"""

Harm = Callable[[bytes, int, random.Random], bytes]
HARMS: dict[str, Harm] = {
    "cut": lambda log, at, _: log[:at],
    "zeroed": lambda log, at, _: log[:at] + bytes(len(log) - at),
    "random": lambda log, at, rng: log[:at] + rng.randbytes(len(log) - at),
    "a random page": lambda log, at, rng: (log[:at] + rng.randbytes(4096) + log[at + 4096 :])[: len(log)],
}


@pytest.fixture(scope="module")
def with_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of five articles in its file and ten more in its log, as a killed process left it."""
    path = tmp_path_factory.mktemp("log") / "library.db"
    with start(LEAVE_A_LOG, path) as child:
        _, errors = child.communicate(timeout=60)
    assert child.returncode == -signal.SIGKILL, errors
    return path


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_broken_log_costs_nothing_that_was_merged(with_log: Path, tmp_path: Path, harm: Harm) -> None:
    log = with_log.with_name("library.db-wal").read_bytes()
    rng = random.Random(7)
    counts = []
    for at in (0, 10, 32, 33, *sorted(rng.randrange(len(log)) for _ in range(16)), len(log) - 1, len(log)):
        path = tmp_path / str(at) / "library.db"
        path.parent.mkdir()
        shutil.copy(with_log, path)
        path.with_name("library.db-wal").write_bytes(harm(log, at, rng))
        with Database(path, MIGRATIONS) as database:
            store = SQLiteArticles(database)
            counts.append(store.count())
            titles = {summary.title for summary in store.summaries(store.keys())}
            assert {f"Notícia {number}" for number in range(5)} <= titles
            store.add(Article(title="depois", body="depois"))
            check(database)
    assert min(counts) == 5
    assert max(counts) == 15 if harm is not HARMS["a random page"] else max(counts) >= 5
    assert counts == sorted(counts)


def big(number: int) -> Article:
    return Article(title=str(number), body=f"texto {number} " + "palavra " * 2000)


def add_all(store: SQLiteArticles, articles: Iterable[Article]) -> None:
    for article in articles:
        store.add(article)


def test_a_full_disk_loses_nothing_and_does_no_harm(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db", MIGRATIONS) as database:
        store = SQLiteArticles(database)
        with database.read() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 40}")
        with pytest.raises(StorageError, match="no room"):
            add_all(store, (big(number) for number in range(1000)))
        added = store.count()
        assert 0 < added < 40
        with pytest.raises(StorageError, match="no room"):
            store.add_many([big(100), big(101), big(102)])
        assert store.count() == added
        with database.read() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        store.add(big(added))
        assert store.count() == added + 1
        check(database)


FILL = """
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
with Database(path, MIGRATIONS) as database:
    store = SQLiteArticles(database)
    try:
        for number in range(100_000):
            store.add(article(number))
            print(number, flush=True)
    except StorageError as error:
        print(error)
    print(store.count())
"""


def test_a_disk_that_takes_no_more_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    *numbers, error, count = run(FILL, path).splitlines()
    assert "disk" in error
    assert int(count) == len(numbers) > 10
    with Database(path, MIGRATIONS) as database:
        assert SQLiteArticles(database).count() == len(numbers)
        check(database)


OPEN_WITHOUT_ROOM = """
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with Database(path, MIGRATIONS) as database:
        print(SQLiteArticles(database).count())
        SQLiteArticles(database).add(article(1))
except StorageError as error:
    print(error)
"""


def test_a_library_on_a_full_disk_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Database(path, MIGRATIONS) as database:
        SQLiteArticles(database).add(big(1))
    count, error = run(OPEN_WITHOUT_ROOM, path).splitlines()
    assert count == "1"
    assert "library.db" in error


def test_a_new_library_on_a_full_disk_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    (error,) = run(OPEN_WITHOUT_ROOM, path).splitlines()
    assert "disk" in error
    with Database(path, MIGRATIONS) as database:
        assert SQLiteArticles(database).count() == 0


ADD_SOME = """
print("ready", flush=True)
sys.stdin.readline()
with Database(path, MIGRATIONS, busy_seconds=30) as database:
    store = SQLiteArticles(database)
    for number in range(30):
        store.add(article(int(sys.argv[2]) + number))
        store.add(article(number))
"""


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    children = [start(ADD_SOME, path, str(base)) for base in (1000, 2000)]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        _, errors = child.communicate(timeout=60)
        assert child.returncode == 0, errors
    with Database(path, MIGRATIONS) as database:
        assert SQLiteArticles(database).count() == 90
        check(database)

"""A library damaged in each way: found, told, mended after a backup, and found sound again."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from articles.backup import backups
from articles.checking.mending import check, repair
from articles.checking.model import Check
from articles.database import Database, prepared
from articles.errors import Problem, StorageError
from articles.model import Article, Markup, MarkupKind, Span
from articles.presence import present
from articles.sqlite import SQLiteArticles
from reader.cli.compose import migrations
from reader.entities.checks import CHECKS as ENTITY_CHECKS
from reader.positions import Positions, places

CHECKS: tuple[tuple[str, Check], ...] = (*ENTITY_CHECKS, ("places", places))
URL = "https://jornal.example/2023/09/pontes-reabertas-ao-transito"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "library.db"
    with Database(path, migrations()) as database:
        store = SQLiteArticles(database)
        marks = (Markup(Span(0, 5), MarkupKind.STRONG),)
        store.add_many(
            [
                Article(f"Título {number}", f"Texto número {number}. " * 60, tags=("mundo", f"t{number}"), markup=marks)
                for number in range(60)
            ]
        )
        store.add(Article("Pontes", "As pontes reabrem hoje ao trânsito.", url=URL, source="Jornal"))
        store.add(Article("Pontes", "As pontes reabrem amanhã ao trânsito.", url=URL, source="Jornal"))
        Positions(database).save(store.get(store.summaries([1])[0].id).id, 3, 0)
        with database.write() as connection:
            ident = store.summaries([2])[0].id
            row = (ident, 0, 5, "Texto", "2023")
            connection.execute('INSERT INTO mark (article, start, "end", quote, made) VALUES (?, ?, ?, ?, ?)', row)
            connection.execute(
                "INSERT INTO library_entity (kind, key, name, articles, mentions) VALUES ('p','k','K',1,2)"
            )
            connection.execute("INSERT INTO entity_name (kind, folded, exact, name, entity) VALUES ('p','k',0,'K',1)")
            connection.execute("INSERT INTO entity_in VALUES (1, '2023-01-01', 1, 2)")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    return path.read_bytes()


@pytest.fixture
def library(path: Path, sound: bytes) -> Path:
    path.write_bytes(sound)
    return path


def damage(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        prepared(connection)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)


def test_a_sound_library_has_nothing_wrong(library: Path) -> None:
    before = library.read_bytes()
    assert check(library, migrations(), CHECKS) == []
    assert repair(library, migrations(), CHECKS).backup is None
    assert library.read_bytes() == before


DAMAGES: dict[str, tuple[str, ...]] = {
    "index": ("INSERT INTO article_text (article_text, rowid, title) VALUES ('delete', 3, 'Título 2')",),
    "index gone": ("DELETE FROM article_text_data WHERE id > 10",),
    "text": ("UPDATE article SET body = 'Outro texto.' WHERE key = 2",),
    "row": ("UPDATE article SET markup = '[[1]', tags = 'x', moment = '?' WHERE key = 4",),
    "markup": ("""UPDATE article SET markup = '[[0, 99999, "strong", ""]]' WHERE key = 5""",),
    "not listed": ("DELETE FROM shelf WHERE key = 6",),
    "sort keys": ("UPDATE shelf SET title = 'zzz', address = 'x', day = '1900-01-01' WHERE key = 7",),
    "tags": ("DELETE FROM tag WHERE key = 8", "INSERT INTO tag VALUES ('falsa', 8, 'Falsa')"),
    "orphans": (
        "INSERT INTO tag VALUES ('mundo', 9999, 'mundo')",
        "INSERT INTO mark (article, start, \"end\", quote, made) VALUES ('ffff', 0, 1, 'x', '')",
        "INSERT INTO analysis VALUES ('ffff', 'r', '1', '', x'00')",
        "UPDATE shelf SET newer = 8888, live = 0 WHERE key = 9",
    ),
    "versions": (
        "UPDATE shelf SET newer = 11, live = 0 WHERE key = 10",
        "UPDATE shelf SET newer = 10, live = 0 WHERE key = 11",
    ),
    "mark changes": (
        "INSERT INTO mark_change (mark, article, before, done) SELECT 1, id, '{\"number\": 1}', 1 FROM article LIMIT 1",
        "INSERT INTO mark_change (mark, article, before, done) SELECT 1, id, '[', 2 FROM article LIMIT 1",
        "INSERT INTO mark_change (mark, article, done) SELECT 1, id, 3 FROM article LIMIT 1",
    ),
    "left changes": (
        "INSERT INTO mark_change (mark, article, before, done) SELECT 1, 'ffff', json_object("
        "'number', 1, 'article', 'ffff', 'start', 0, 'end', 1, 'quote', 'x', 'colour', 'red', 'note', '', 'made', '', "
        "'prefix', '', 'suffix', '', 'first', '', 'lost', NULL), 1",
    ),
    "marks": ('UPDATE mark SET start = 6, "end" = 11',),
    "analyses": ("INSERT INTO analysis SELECT id, 'r', '1', '', x'ff00' FROM article WHERE key = 12",),
    "counts": ("UPDATE library_entity SET articles = 7, mentions = 1",),
    "places": ("UPDATE position SET offset = 999999",),
    "indexes": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'address IS NOT', 'address IS') WHERE name = 'shelf_address'",
    ),
}


@pytest.mark.parametrize("what", list(DAMAGES))
def test_each_damage_is_told_and_mended(library: Path, what: str) -> None:
    damage(library, *DAMAGES[what])
    found = check(library, migrations(), CHECKS)
    assert what.partition(" gone")[0] in {each.what for each in found} or what == "indexes"
    assert found
    assert all(each.message.isprintable() and "\n" not in each.message for each in found)

    outcome = repair(library, migrations(), CHECKS)

    assert outcome.left == []
    assert outcome.backup is not None
    assert outcome.backup.exists()
    assert check(library, migrations(), CHECKS) == []
    with Database(library, migrations()) as database:
        store = SQLiteArticles(database)
        assert store.count() >= 60
        assert len(store.search("Texto", 100)) >= 55


def test_a_library_in_use_is_not_mended(library: Path) -> None:
    damage(library, *DAMAGES["counts"])
    with present(library), pytest.raises(StorageError, match="open in a reader"):
        repair(library, migrations(), CHECKS)
    assert backups(library) == []


def _zero_page(number: int) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        data[number * 4096 : (number + 1) * 4096] = bytes(4096)

    return change


@pytest.mark.parametrize("page", range(1, 60, 6))
def test_of_a_damaged_file_what_can_be_read_is_kept(library: Path, sound: bytes, page: int) -> None:
    data = bytearray(sound)
    _zero_page(page)(data)
    library.write_bytes(data)
    if not check(library, migrations(), CHECKS):
        return
    try:
        outcome = repair(library, migrations(), CHECKS)
    except Problem:  # the page that says where the tables are
        assert library.read_bytes() == bytes(data)
        assert [each.name for each in library.parent.iterdir() if "damaged" in each.name or "mended" in each.name] == []
        return

    assert outcome.left == []
    assert outcome.backup is not None
    assert outcome.backup.read_bytes() == bytes(data) or outcome.salvaged is None
    with Database(library, migrations()) as database:
        assert SQLiteArticles(database).count() >= 40


def test_random_bytes_never_make_a_traceback_or_less_of_it(path: Path, sound: bytes) -> None:
    dice = random.Random(7)
    worse = 0
    for _ in range(12):
        data = bytearray(sound)
        for _ in range(dice.choice((1, 4, 30))):
            data[dice.randrange(100, len(data))] = dice.randrange(256)
        path.write_bytes(data)
        try:
            outcome = repair(path, migrations(), CHECKS)
        except Problem:
            assert path.read_bytes() == bytes(data)
            continue
        assert outcome.left == []
        with Database(path, migrations()) as database:
            worse += SQLiteArticles(database).count() < 40
    assert worse <= 1


def test_what_is_no_database_is_told_and_left(path: Path, sound: bytes) -> None:
    for data in (b"x" * 5000, bytes(4096) + sound[4096:], sound[:3000]):
        path.write_bytes(data)
        with pytest.raises(Problem):
            repair(path, migrations(), CHECKS)
        assert path.read_bytes() == data

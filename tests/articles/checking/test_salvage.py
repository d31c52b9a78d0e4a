"""Libraries of which pages are damaged: all that lies on the others comes out, and what is lost is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.checking.damagedrows import both_ways, expected, numbered
from articles.checking.mending import Outcome, check, repair
from articles.database import Database, prepared
from articles.errors import StorageError
from articles.model import Article, Markup, MarkupKind, Span
from articles.sqlite import SQLiteArticles
from reader.cli.compose import migrations
from reader.entities.checks import CHECKS as ENTITY_CHECKS
from reader.positions import Positions, places
from tests.articles.checking.pages import PAGE, pages_of, walk

CHECKS = (*ENTITY_CHECKS, ("places", places))
COUNT = 300
LONG = 40
"""The key of an article whose text goes over many pages."""


@dataclass(frozen=True)
class Known:
    """A sound library, and what must come out of it again."""

    data: bytes
    state: dict[int, tuple[object, ...]]
    pages: dict[str, list[tuple[int, str, int, int]]]
    """For each table or index: its pages, what each is, the lowest and the highest key on it (0 where that is none)."""

    def leaves(self, name: str) -> list[int]:
        return [page for page, kind, _, _ in self.pages[name] if kind == "leaf"]

    def inner(self, name: str) -> list[int]:
        return [page for page, kind, _, _ in self.pages[name] if kind == "internal"]

    def keys_on(self, page: int) -> set[int]:
        return next(set(range(low, high + 1)) for at, _, low, high in self.pages["article"] if at == page)


def state_of(path: Path) -> dict[int, tuple[object, ...]]:
    """All that the reader has of each article: its text, and what was done with it."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT a.key, a.id, a.title, a.body, a.markup, a.tags, s.read, s.starred, s.gone, s.newer, s.live, "
            "(SELECT group_concat(shown, ';') FROM (SELECT shown FROM tag t WHERE t.key = a.key ORDER BY name)), "
            "(SELECT group_concat(quote || start, ';') FROM mark m WHERE m.article = a.id), "
            "(SELECT offset FROM position p WHERE p.article_id = a.id), "
            "(SELECT spans FROM seen WHERE article_id = a.id) FROM article a JOIN shelf s ON s.key = a.key"
        )
        return {row[0]: row[1:] for row in rows}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    path = tmp_path_factory.mktemp("salvage") / "library.db"
    strong = (Markup(Span(0, 5), MarkupKind.STRONG),)
    texts = [f"Texto número {number}. " * (3000 if number == LONG - 1 else 40) for number in range(COUNT)]
    with Database(path, migrations()) as database:
        store = SQLiteArticles(database)
        store.add_many(
            [
                Article(f"Título {number}", text.strip(), tags=("mundo", f"t{number}"), markup=strong)
                for number, text in enumerate(texts)
            ]
        )
        with database.write() as connection:
            connection.execute(
                'INSERT INTO mark (article, start, "end", quote, made) '
                "SELECT id, 0, 5, 'Texto', '2023' FROM article WHERE key % 3 = 0"
            )
            connection.execute("INSERT INTO seen SELECT id, '[[0, 9]]' FROM article WHERE key % 2 = 0")
            connection.execute("INSERT INTO alias SELECT 'alias' || key, key FROM article")
            connection.execute("UPDATE shelf SET read = '2023-01-01' WHERE key % 2 = 0")
            connection.execute("UPDATE shelf SET starred = '2023-01-02' WHERE key % 5 = 0")
            connection.execute("UPDATE shelf SET gone = '2023-01-03', live = 0 WHERE key % 50 = 0")
            connection.execute("UPDATE shelf SET newer = key + 1, live = 0 WHERE key % 60 = 7")
        ids = [each.id for each in store.summaries(list(range(1, COUNT + 1)))]
        places_of = Positions(database)
        for ident in ids[:40]:
            places_of.save(ident, 3, 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        prepared(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    assert check(path, migrations(), CHECKS) == []
    data = path.read_bytes()
    return Known(data, state_of(path), dict(pages_of(path, data)))


def damaged(path: Path, known: Known, *pages: int, fill: bytes = b"\0") -> bytes:
    data = bytearray(known.data)
    for page in pages:
        data[(page - 1) * PAGE : page * PAGE] = (fill * PAGE)[:PAGE]
    path.write_bytes(data)
    return bytes(data)


def mended(path: Path, data: bytes) -> Outcome:
    """Repair it; whatever was damaged, it is sound then, opens, and lies aside as it was."""
    outcome = repair(path, migrations(), CHECKS)
    assert outcome.left == []
    assert check(path, migrations(), CHECKS) == []
    assert outcome.backup is not None
    assert outcome.backup.read_bytes() == data
    assert [each.name for each in path.parent.iterdir() if "mended" in each.name] == []
    with Database(path, migrations()) as database:
        store = SQLiteArticles(database)
        assert store.count() > 0
        store.search("texto", 5)
    return outcome


def without_links(state: tuple[object, ...], lost: set[int]) -> tuple[object, ...]:
    """The state of an article that stays, when what replaced it is lost: it is in the list again."""
    if state[8] in lost:
        return (*state[:8], None, int(state[7] is None), *state[10:])
    return state


def all_but(known: Known, lost: set[int]) -> dict[int, tuple[object, ...]]:
    return {key: without_links(state, lost) for key, state in known.state.items() if key not in lost}


@pytest.mark.parametrize(
    ("which", "fill"),
    [((0.5,), b"\0"), ((0.3, 0.31, 0.7), b"\xff"), ((0.0,), b"lixo"), ((1.0,), b"\xff"), ((0.0, 1.0), b"\0")],
)
def test_of_damaged_pages_of_articles_all_others_survive(
    path: Path, known: Known, which: tuple[float, ...], fill: bytes
) -> None:
    leaves = known.leaves("article")
    pages = {leaves[round(share * (len(leaves) - 1))] for share in which}
    lost = set().union(*(known.keys_on(page) for page in pages))
    assert lost

    outcome = mended(path, damaged(path, known, *pages, fill=fill))

    assert state_of(path) == all_but(known, lost)
    assert outcome.salvaged is not None
    assert [(each.key, each.id) for each in outcome.salvaged.gone] == [
        (key, known.state[key][0]) for key in sorted(lost)
    ]
    assert [each.title for each in outcome.salvaged.gone] == [f"titulo {key - 1}" for key in sorted(lost)]
    assert outcome.salvaged.missing["article"] == len(lost)
    assert outcome.salvaged.rows["article"] == COUNT - len(lost)


@pytest.mark.parametrize("fill", [b"\0", b"\xff"])
def test_when_the_pages_that_lead_to_the_articles_are_damaged_none_is_lost(
    path: Path, known: Known, fill: bytes
) -> None:
    outcome = mended(path, damaged(path, known, *known.inner("article"), fill=fill))

    assert state_of(path) == known.state
    assert outcome.salvaged is not None
    assert outcome.salvaged.gone == []
    assert "article" not in outcome.salvaged.lost


def test_the_rest_of_a_long_text_costs_that_article_which_is_named_as_written(path: Path, known: Known) -> None:
    page = [page for page, kind, _, _ in known.pages["article"] if kind == f"overflow {LONG}"][3]

    outcome = mended(path, damaged(path, known, page))

    assert state_of(path) == all_but(known, {LONG})
    assert outcome.salvaged is not None
    assert [(each.key, each.title) for each in outcome.salvaged.gone] == [(LONG, f"Título {LONG - 1}")]


def test_what_was_done_with_the_articles_survives_the_shelf(path: Path, known: Known) -> None:
    outcome = mended(path, damaged(path, known, *known.leaves("shelf"), *known.inner("shelf")))

    assert state_of(path) == known.state
    assert outcome.salvaged is not None
    assert outcome.salvaged.gone == []


TREES = ["tag", "tag_of", "alias", "alias_of", "shelf_newest", "sqlite_autoindex_article_1", "shelf_title"]
WORDS = ["article_text_data", "article_text_idx", "article_text_docsize", "article_text_config"]


@pytest.mark.parametrize("name", [*TREES, *WORDS, "sqlite_sequence", "sqlite_autoindex_position_1"])
def test_what_stands_elsewhere_too_is_not_lost(path: Path, known: Known, name: str) -> None:
    leaves = known.leaves(name)
    pages = leaves if name in WORDS else {leaves[0], leaves[-1]}

    outcome = mended(path, damaged(path, known, *pages))

    assert state_of(path) == known.state
    assert outcome.salvaged is None or outcome.salvaged.gone == []
    with Database(path, migrations()) as database:
        assert len(SQLiteArticles(database).search("texto", COUNT)) >= 280


def test_lost_marks_are_counted(path: Path, known: Known) -> None:
    leaves = known.leaves("mark")

    outcome = mended(path, damaged(path, known, leaves[0]))

    left = sum(state[11] is not None for state in state_of(path).values())
    assert outcome.salvaged is not None
    assert outcome.salvaged.lost == ["mark"]
    assert 0 < outcome.salvaged.missing["mark"] == COUNT // 3 - left


def test_where_the_eyes_were_is_kept_of_the_pages_that_can_be_read(path: Path, known: Known) -> None:
    outcome = mended(path, damaged(path, known, known.leaves("seen")[0]))

    left = {key for key, state in state_of(path).items() if state[13]}
    assert outcome.salvaged is not None
    assert outcome.salvaged.lost == ["seen"]
    assert len(left) == outcome.salvaged.rows["seen"] > 30


def test_where_no_article_can_be_read_the_library_stays(path: Path, known: Known) -> None:
    pages = [page for page, *_ in known.pages["article"]]
    data = damaged(path, known, *pages)

    with pytest.raises(StorageError, match="no articles that can be read"):
        repair(path, migrations(), CHECKS)

    assert path.read_bytes() == data
    assert sorted(each.name for each in path.parent.iterdir() if each.name != path.name) == []


def test_what_was_deleted_does_not_come_back(path: Path, known: Known) -> None:
    path.write_bytes(known.data)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        prepared(connection)
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("INSERT INTO article_text (article_text) VALUES ('delete-all')")
        connection.execute("DELETE FROM article WHERE key BETWEEN 100 AND 120")
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'article'").fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * PAGE : root * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    assert known.state[110][2].encode() in data  # type: ignore[attr-defined]

    mended(path, bytes(data))

    assert state_of(path).keys() == {key for key in known.state if not 100 <= key <= 120}


def test_new_articles_get_new_numbers_though_the_last_were_lost(path: Path, known: Known) -> None:
    mended(path, damaged(path, known, known.leaves("article")[-1]))

    with Database(path, migrations()) as database:
        SQLiteArticles(database).add(Article("Novo", "Um texto novo."))
    assert max(state_of(path)) == COUNT + 1


def test_a_table_without_indexes_or_counter_is_read_as_far_as_anything_is_numbered(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute("CREATE TABLE thing (number INTEGER PRIMARY KEY, said TEXT)")
        old.execute("CREATE TABLE other (number INTEGER PRIMARY KEY AUTOINCREMENT)")
        old.execute("INSERT INTO other VALUES (200)")
        old.execute("BEGIN")
        old.executemany("INSERT INTO thing VALUES (?, ?)", [(at, "x" * 1000) for at in range(1, 100)])
        old.execute("COMMIT")
        root = old.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'thing'").fetchone()[0]
    data = bytearray(path.read_bytes())
    leaves = [page for page, kind, *_ in walk(bytes(data), root) if kind == "leaf"]
    for page in (leaves[0], leaves[-1]):
        data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as old:
        read = list(numbered(old, "thing", "number"))
        assert read[0] is None
        numbers = sorted(row[0] for row in read if row)
        assert numbers == list(range(numbers[0], numbers[-1] + 1))
        assert len(numbers) == 99 - 2 * 4 + (99 % 4 != 0)
        assert expected(old, "thing") is None
        assert both_ways(old, "SELECT number, said FROM nowhere", "number") == {}

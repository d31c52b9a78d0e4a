"""Kept corrections: there after a restart, undone the last first, none lost and none made up."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.migrations import MIGRATIONS
from articles.model import Article
from articles.sqlite import SQLiteArticles
from reader.entities.corrections.model import BadCorrection, Hide, Rename, Scope, Target
from reader.entities.corrections.store import CorrectionStore, Entry, NothingToUndo
from reader.entities.model import Kind
from reader.entities.store import ENTITY_MIGRATIONS

HERE, THERE = "a" * 32, "b" * 32
WHEN = datetime.datetime(2023, 9, 15, 12, 30, tzinfo=datetime.UTC)


def hide(name: str, scope: Scope = Scope.ARTICLE) -> Hide:
    return Hide(Target(Kind.PERSON, name), scope)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database(path, (*MIGRATIONS, *ENTITY_MIGRATIONS)) as opened:
        yield opened


@pytest.fixture
def store(database: Database) -> CorrectionStore:
    return CorrectionStore(database, lambda: WHEN)


def names(store: CorrectionStore, article: str = HERE) -> list[str]:
    return [each.target.name for each in store.of(article)]


def test_what_holds_for_one_article_holds_there_only(store: CorrectionStore) -> None:
    entry = store.record(hide("Ana"), HERE)
    store.record(hide("Rui", Scope.LIBRARY), THERE)
    store.record(hide("Eva"), THERE)
    assert entry == Entry(1, hide("Ana"), HERE, WHEN, undone=False)
    assert names(store, HERE) == ["Ana", "Rui"]
    assert names(store, THERE) == ["Rui", "Eva"]
    assert names(store, "c" * 32) == ["Rui"]


def test_undo_takes_the_last_made_here_and_redo_gives_it_back(store: CorrectionStore) -> None:
    for name, scope, article in (
        ("Ana", Scope.ARTICLE, HERE),
        ("Rui", Scope.LIBRARY, HERE),
        ("Eva", Scope.LIBRARY, THERE),
    ):
        store.record(hide(name, scope), article)
    assert store.undo(HERE).correction.target.name == "Rui"
    assert store.undo(HERE).correction.target.name == "Ana"
    with pytest.raises(NothingToUndo):
        store.undo(HERE)
    assert names(store) == ["Eva"]
    assert store.redo(HERE).correction.target.name == "Ana"
    assert not store.redo(HERE).undone
    with pytest.raises(NothingToUndo):
        store.redo(HERE)
    assert names(store) == ["Ana", "Rui", "Eva"], "in the order in which they were made"


def test_undo_of_all_goes_back_through_all_articles(store: CorrectionStore) -> None:
    for name, article in (("Ana", HERE), ("Rui", THERE)):
        store.record(hide(name), article)
    store.record(hide("Eva", Scope.LIBRARY))
    assert [store.undo().correction.target.name for _ in range(3)] == ["Eva", "Rui", "Ana"]
    assert [store.redo().correction.target.name for _ in range(3)] == ["Ana", "Rui", "Eva"]


def test_after_a_new_one_what_was_undone_here_is_gone(store: CorrectionStore) -> None:
    for name, article in (("Ana", HERE), ("Rui", THERE)):
        store.record(hide(name), article)
        store.undo(article)
    store.record(hide("Eva"), HERE)
    with pytest.raises(NothingToUndo):
        store.redo(HERE)
    assert store.redo(THERE).correction.target.name == "Rui"
    assert [each.correction.target.name for each in store.entries()] == ["Rui", "Eva"]


def test_one_in_the_middle_can_be_undone(store: CorrectionStore) -> None:
    for name in ("Ana", "Rui", "Eva"):
        store.record(hide(name), HERE)
    store.revoke(2)
    assert names(store) == ["Ana", "Eva"]
    for number in (2, 99):
        with pytest.raises(NothingToUndo):
            store.revoke(number)
    assert [(each.number, each.undone) for each in store.entries(HERE)] == [(1, False), (2, True), (3, False)]
    assert [each.number for each in store.entries(THERE)] == []


def test_all_of_it_outlives_a_restart(store: CorrectionStore, database: Database, path: Path) -> None:
    for name in ("Ana", "Rui", "Eva"):
        store.record(hide(name), HERE)
    store.undo(HERE)
    store.undo(HERE)
    database.close()
    with Database(path, (*MIGRATIONS, *ENTITY_MIGRATIONS)) as again:
        later = CorrectionStore(again)
        assert names(later) == ["Ana"]
        assert later.redo(HERE).correction.target.name == "Rui"
        assert later.undo(HERE).correction.target.name == "Rui"


def test_the_same_text_added_again_has_its_corrections(store: CorrectionStore, database: Database) -> None:
    articles = SQLiteArticles(database)
    article = Article("Título", "Ana falou.")
    articles.add(article)
    store.record(hide("Ana"), article.id)
    articles.remove(article.id)
    articles.add(article)
    assert names(store, article.id) == ["Ana"]


def test_names_are_cleaned_and_nonsense_is_not_kept(store: CorrectionStore) -> None:
    entry = store.record(Rename(Target(Kind.PERSON, "Ana"), " Ana\tMaria\x07"), HERE)
    assert isinstance(entry.correction, Rename)
    assert entry.correction.name == "Ana Maria\ufffd"
    with pytest.raises(BadCorrection):
        store.record(Rename(Target(Kind.PERSON, "Ana"), ""), HERE)
    with pytest.raises(ValueError, match="needs the article"):
        store.record(hide("Ana"))
    assert len(store.entries()) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE correction SET said = 'x'",
        "UPDATE correction SET said = '[]'",
        "UPDATE correction SET said = '{}'",
        "UPDATE correction SET said = json_set(said, '$.do', 'explode')",
        "UPDATE correction SET said = json_set(said, '$.target[0]', 'nobody')",
        "UPDATE correction SET said = json_set(said, '$.target[1]', 5)",
        'UPDATE correction SET said = json_set(said, \'$.target[2]\', json(\'[-1, "a", "", ""]\'))',
        "UPDATE correction SET made = 'yesterday'",
    ],
)
def test_a_damaged_row_is_as_good_as_none(store: CorrectionStore, database: Database, damage: str) -> None:
    store.record(hide("Ana"), HERE)
    with database.write() as connection:
        connection.execute(damage)
    store.record(hide("Rui"), HERE)
    assert names(store) == ["Rui"]
    assert store.undo(HERE).correction.target.name == "Rui"
    with pytest.raises(NothingToUndo):
        store.undo(HERE)


def test_what_is_worked_out_from_them_is_kept_in_step_or_nothing_is_kept(database: Database) -> None:
    seen: list[tuple[int, bool]] = []

    def follow(connection: sqlite3.Connection, entry: Entry) -> None:
        seen.append((entry.number, entry.undone))
        if len(seen) > 3:
            raise RuntimeError("no")

    store = CorrectionStore(database, changed=follow)
    store.record(hide("Ana"), HERE)
    store.undo()
    store.redo()
    assert seen == [(1, False), (1, True), (1, False)]
    with pytest.raises(RuntimeError):
        store.record(hide("Rui"), HERE)
    assert names(store) == ["Ana"]


def test_it_tells_when_the_last_was_made_and_undone(database: Database) -> None:
    time = [WHEN]
    store = CorrectionStore(database, lambda: time[0])
    second = datetime.timedelta(seconds=1)
    assert (store.last_done(), store.last_undone()) == (None, None)
    store.record(hide("Ana"), HERE)
    time[0] = WHEN + datetime.timedelta(microseconds=7)
    store.record(hide("Rui"), THERE)
    assert (store.last_done(), store.last_done(HERE)) == (time[0], WHEN)
    time[0] = WHEN + second
    store.undo()
    assert (store.last_done(), store.last_undone(THERE), store.last_undone(HERE)) == (WHEN, WHEN + second, None)
    time[0] = WHEN - second
    store.undo()
    undone = store.last_undone()
    assert undone is not None
    assert undone > WHEN + second, "the last undone, though the clock went back"

"""Where the reader was survives, in the library's own file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.migrations import MIGRATIONS
from reader.positions import POSITION_MIGRATIONS, Json, Positions

ALL = (*MIGRATIONS, *POSITION_MIGRATIONS)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db", ALL) as database:
        yield database


@pytest.fixture
def positions(database: Database) -> Positions:
    return Positions(database)


def test_nothing_is_known_at_first(positions: Positions) -> None:
    assert positions.get("a") is None
    assert positions.last() is None
    assert positions.recall("panes") is None


def test_a_place_is_kept(positions: Positions) -> None:
    before = datetime.datetime.now(datetime.UTC) - datetime.timedelta(seconds=1)
    positions.save("a", 120, 7)
    place = positions.get("a")
    assert place is not None
    assert (place.offset, place.row) == (120, 7)
    assert before <= place.saved <= datetime.datetime.now(datetime.UTC)


def test_a_later_place_replaces_the_earlier(positions: Positions) -> None:
    positions.save("a", 120, 7)
    positions.save("a", 0, -2)
    place = positions.get("a")
    assert place is not None
    assert (place.offset, place.row) == (0, -2)


def test_the_last_article_is_the_last_saved(positions: Positions) -> None:
    for article in ("a", "b", "a", "c", "b"):
        positions.save(article, 1, 1)
        assert positions.last() == article


def test_an_offset_is_the_titles_or_one_of_the_body(positions: Positions) -> None:
    with pytest.raises(ValueError, match="-1"):
        positions.save("a", -2, 0)
    assert positions.last() is None


def test_places_survive_a_restart(tmp_path: Path) -> None:
    with Database(tmp_path / "kept.db", ALL) as database:
        Positions(database).save("a", 5, 6)
        Positions(database).remember("measure", 72)
    with Database(tmp_path / "kept.db", ALL) as database:
        assert Positions(database).last() == "a"
        assert Positions(database).recall("measure") == 72


@pytest.mark.parametrize("value", [None, True, 72, 1.5, "ação", [1, "a", None], {"panes": ["text"], "wide": False}])
def test_any_json_is_remembered(positions: Positions, value: Json) -> None:
    positions.remember("x", "before")
    positions.remember("x", value)
    assert positions.recall("x") == value


def test_what_json_cannot_say_is_refused(positions: Positions) -> None:
    with pytest.raises(ValueError, match="JSON"):
        positions.remember("x", float("nan"))


def test_a_damaged_value_is_as_if_forgotten(database: Database, positions: Positions) -> None:
    positions.remember("x", 1)
    with database.write() as connection:
        connection.execute("UPDATE window_state SET value = '{'")
    assert positions.recall("x") is None


def test_a_closed_library_is_told(database: Database, positions: Positions) -> None:
    database.close()
    with pytest.raises(StorageError, match="closed"):
        positions.save("a", 1, 1)


def test_a_library_made_without_places_gets_them(tmp_path: Path) -> None:
    with Database(tmp_path / "old.db", MIGRATIONS):
        pass
    with Database(tmp_path / "old.db", ALL) as database:
        Positions(database).save("a", 1, 1)
        assert Positions(database).last() == "a"

"""The memory's pairs by what made them, in a real library."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from articles.database import Database
from articles.model import Article
from reader.translation.engine import Origin
from reader.translation.exchange import rows as rows_module
from reader.translation.exchange.index import MemoryIndex
from reader.translation.exchange.rows import MemoryRows, Which, keys_of, sources_of
from reader.translation.exchange.whole import Unwritable, write_whole
from reader.translation.memory import TranslationMemory
from tests.translation.test_memory import NOON, database, made, memory

__all__ = ["database", "memory"]

DAY = datetime.timedelta(days=1)


@pytest.fixture
def rows(memory: TranslationMemory, database: Database) -> MemoryRows:
    memory.record(made("Um.", "One.", created=NOON - DAY))
    memory.record(made("Um.", "One!", version="2"))
    memory.record(made("Dois.", "Two.", Origin.REFINED, "google"))
    memory.record(made("Três.", "Three.", Origin.HUMAN, "human", "", NOON + DAY))
    MemoryIndex(database).catch_up()
    return MemoryRows(database)


def said(rows: MemoryRows, which: Which) -> list[str]:
    assert rows.count(which) == len(list(rows.translations(which)))
    return [each.target for each in rows.translations(which)]


def test_pairs_are_chosen_by_all_that_is_asked(rows: MemoryRows) -> None:
    assert said(rows, Which()) == ["One.", "One!", "Two.", "Three."]
    assert said(rows, Which(origin=Origin.DRAFT)) == ["One.", "One!"]
    assert said(rows, Which(engine="local", version="2")) == ["One!"]
    assert said(rows, Which(since=NOON.date())) == ["One!", "Two.", "Three."]
    assert said(rows, Which(before=NOON.date())) == ["One."]
    assert said(rows, Which(keys=keys_of(["Um.", "Três.", "Nada."]), people=False)) == ["One.", "One!"]
    assert said(rows, Which(words="tres OR")) == []
    assert said(rows, Which(words="tres")) == ["Three."]


def test_many_pairs_are_read_in_pages(
    rows: MemoryRows, memory: TranslationMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_module, "_PAGE", 3)
    assert len(said(rows, Which())) == 4
    memory.record(made("Seis.", "Six."))
    memory.record(made("Sete.", "Seven."))
    assert len(said(rows, Which())) == 6


def test_what_was_made_is_counted(rows: MemoryRows) -> None:
    made_ = rows.made()
    assert [(each.origin, each.engine, each.version, each.pairs) for each in made_] == [
        (Origin.HUMAN, "human", "", 1),
        (Origin.REFINED, "google", "1", 1),
        (Origin.DRAFT, "local", "1", 1),
        (Origin.DRAFT, "local", "2", 1),
    ]
    assert (made_[0].source, made_[0].target, made_[0].oldest) == (5, 6, NOON + DAY)


def test_forgetting_takes_the_words_out_of_the_index_too(
    rows: MemoryRows, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_module, "_FORGOTTEN", 2)
    told: list[int] = []
    assert rows.forget(Which(people=False), told.append) == 3
    assert told == [2, 3]
    assert said(rows, Which()) == ["Three."]
    assert rows.forget(Which(people=False)) == 0
    index = MemoryIndex(database)
    assert index.waiting() == 0
    assert index.search("one") == []
    with database.write() as connection:
        connection.execute("INSERT INTO translation_text (translation_text, rank) VALUES ('integrity-check', 1)")


def test_the_sentences_of_an_article_with_its_title() -> None:
    assert sources_of(Article("Título", "Um. Dois.\n\nTrês.")) == ["Título", "Um.", "Dois.", "Três."]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.tmx"
    path.write_text("before")
    path.chmod(0o640)

    def broken() -> object:
        yield b"half"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        write_whole(path, broken())  # type: ignore[arg-type]
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.tmx"]
    link = tmp_path / "link.tmx"
    link.symlink_to(path)
    write_whole(link, [b"af", b"ter"])
    assert path.read_text() == "after"
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(Unwritable, match="cannot be written"):
        write_whole(tmp_path / "nowhere" / "x.tmx", [b"x"])
    with pytest.raises(Unwritable, match="No space left"):
        write_whole(Path("/dev/full"), [b"x"])
    write_whole(Path("/dev/null"), [b"x"])
    assert not Path("/dev/null").is_file()

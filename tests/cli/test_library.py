"""The whole library as a folder of Markdown, and back: nothing lost, nothing twice."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from articles import records
from articles.database import Database
from articles.model import Article, Markup, MarkupKind, Span
from articles.sqlite import SQLiteArticles
from reader.cli.compose import migrations
from reader.cli.library_states import state_of
from tests.cli.conftest import Reader

URL = "https://jornal.example/2023/09/pontes-reabertas-hoje"
VERSE = "Ai flores, ai flores do verde pino,\nse sabedes novas do meu amigo!\n\n# Não é título\n\nFim."


def everything(home: Path) -> dict[str, Any]:
    """All that is in a library, by the ids of its articles."""
    held = {}
    with Database(next(home.rglob("library.db")), migrations()) as database, database.read() as connection:
        asked = "SELECT a.key, id FROM article a JOIN shelf s ON s.key = a.key AND s.gone IS NULL"
        for key, ident in connection.execute(asked).fetchall():
            held[ident] = (records.read(connection, key), state_of(connection, key, ident))
    return held


@pytest.fixture
def filled(emptied: Reader, home: Path) -> Reader:
    with Database(next(home.rglob("library.db")), migrations()) as database:
        store = SQLiteArticles(database)
        marks = (
            Markup(Span(0, VERSE.index("\n\n")), MarkupKind.QUOTE),
            Markup(Span(3, 9), MarkupKind.LINK, "https://x.example/(a)"),
        )
        verse = Article("CON: um/título? \\*", VERSE, byline="D. Dinis", tags=("poesia", "a, b"), markup=marks)
        store.add(verse)
        store.add(Article("Pontes", "As pontes reabrem hoje ao trânsito.", url=URL, source="Jornal"))
        store.add(Article("Pontes", "As pontes reabrem amanhã ao trânsito.", url=URL, source="Jornal"))
        store.star(store.keys()[:1])
        store.edit(store.keys()[0], source="Meu jornal")
        with database.write() as connection:
            row = (verse.id, 3, 9, "flores", "amarelo", "nota\n2", "2023-09-15T00:00:00+00:00")
            connection.execute(
                'INSERT INTO mark (article, start, "end", quote, colour, note, made) VALUES (?, ?, ?, ?, ?, ?, ?)', row
            )
            connection.execute(
                "INSERT INTO feed (url, title, folded, added) VALUES ('https://x.example/f', 'F', 'f', '2023-09-15')"
            )
    return emptied


def test_a_library_comes_back_whole_in_another_home(filled: Reader, home: Path, tmp_path: Path) -> None:
    folder, other = tmp_path / "pasta", tmp_path / "outro"
    said = filled("library", "export", str(folder), "--format", "json").json
    assert (said["written"], said["unchanged"], said["feeds"]) == (3, 0, 1)
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))
    assert all(re.fullmatch(r"\d{4}/[a-z0-9-]+-[0-9a-f]{12}\.md", name) for name in files)
    assert any("con-um-titulo" in name for name in files)

    taken = filled("--home", str(other), "library", "import", str(folder), "--format", "json").json
    assert (taken["new"], taken["feeds"], taken["failed"]) == (3, 1, 0)
    here, there = everything(home), everything(other)
    assert len(here) == 3
    assert {ident: there[ident] for ident in here} == here
    again = filled("--home", str(other), "library", "import", str(folder), "--format", "json").json
    assert (again["new"], again["updated"], again["unchanged"], again["feeds"]) == (0, 0, 3, 0)


def test_an_export_again_writes_only_what_changed(filled: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "pasta"
    filled("library", "export", str(folder))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    row = next(each for each in filled("list", "--format", "json").json if each["title"] != "Pontes")
    filled("set", row["id"], "--title", "Outro")

    said = filled("library", "export", str(folder), "--format", "json").json
    assert (said["written"], said["unchanged"], said["left"]) == (1, 2, 0)
    changed = [path for path in folder.rglob("*.md") if before.get(path) != path.stat().st_mtime_ns]
    assert [path in before for path in changed] == [True]  # under the name it had
    filled("remove", row["id"])
    assert "they stay" in filled("library", "export", str(folder)).err


def test_what_a_person_changed_in_a_file_is_taken_over(filled: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "pasta"
    filled("library", "export", str(folder), "Pontes")
    path = next(path for path in folder.rglob("*.md") if "amanhã" in path.read_text())
    text = path.read_text()
    assert len(list(folder.rglob("*.md"))) == 2

    path.write_text(text.replace('title: "Pontes"', "title: Meu título"))
    assert filled("library", "import", str(folder), "--format", "json").json["updated"] == 1
    assert "Meu título" in filled("list").out
    path.write_text(text.replace("amanhã", "depois de amanhã"))
    assert filled("library", "import", str(folder), "--format", "json").json["versions"] == 1
    rows = filled("list", "--format", "json").json
    (row,) = [each for each in rows if "Pontes" in each["title"] or "Meu" in each["title"]]
    assert len(filled("versions", row["id"], "--format", "json").json) == 3


def test_a_hostile_folder_harms_nothing(filled: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "pasta"
    folder.mkdir()
    (folder / "a.md").write_bytes(
        b'---\ntitle: "\\u001b]0;x\\u0007T"\nid: "ffff"\nnewer: "ffff"\nmarks: [[1,2],7]\n---\n\nUm texto.\n'
    )
    (folder / "b.md").write_bytes(b"\x00\xff\xfe")
    (folder / "c.md").write_bytes(b"")
    (folder / "feeds.opml").write_bytes(b"<opml")

    done = filled("library", "import", str(folder))
    assert done.code == 1
    assert done.is_harmless()
    assert done.err.count("\n") >= 2
    assert filled("list").is_harmless()
    assert filled("check").code == 0
    assert filled("library", "import", str(folder / "none")).is_one_line_of_failure()
    assert filled("library", "export", str(folder / "a.md")).is_one_line_of_failure()
    assert json.loads(filled("list", "--format", "json").raw)

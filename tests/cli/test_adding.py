"""add: files, folders and addresses; what fails is told, what is told is stored."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from articles.errors import StorageError
from articles.repository import Added
from articles.sqlite import SQLiteArticles
from reader.cli import adding
from tests.articles.html.test_reading import PAGE
from tests.cli.conftest import Reader
from tests.web.site import Site


def folder_of(place: Path, count: int) -> Path:
    place.mkdir()
    for number in range(count):
        (place / f"{number:04}.txt").write_text(f"Nota {number}\n\nO texto número {number} da pasta.\n", "utf-8")
    return place


def ids(reader: Reader) -> set[str]:
    return {row["title"] for row in reader("list", "--format", "json").json}


def test_a_folder_is_added_whole_with_one_line_that_counts(emptied: Reader, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "notas", 5)
    (folder / "0005.txt").write_text("Nota 0\n\nO texto número 0 da pasta.\n", "utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "vazio.txt").touch()
    (folder / "sub" / "vazio também.txt").touch()
    (folder / "foto.jpeg").touch()
    (folder / ".oculto.txt").touch()
    result = emptied("add", str(folder), "--tag", "pasta", "--source", "Minha pasta")
    assert result.code == 1
    assert result.out.splitlines() == [
        "added 5, updated 0, already there 1, new versions 0, refused 2; passed over: 1 file of another kind, 1 hidden",
        "  2 × the file is empty",
    ]
    assert [line.partition(";")[0] for line in result.err.splitlines()] == [
        f"reader: {folder}/sub/{name}: the file is empty" for name in ("vazio também.txt", "vazio.txt")
    ]
    rows = emptied("list", "--format", "json").json
    assert {row["source"] for row in rows} == {"Minha pasta"}
    assert emptied("show", rows[0]["id"], "--format", "json").json["article"]["tags"] == ["pasta"]


def test_an_empty_name_is_not_the_folder_one_is_in(
    emptied: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder_of(tmp_path / "notas", 1))
    result = emptied("add", "")
    assert (result.code, result.out) == (2, "")
    assert "one of the names is empty" in result.err
    assert ids(emptied) == set()


def test_an_address_of_another_kind_is_not_taken_for_a_file(emptied: Reader) -> None:
    result = emptied("add", "ftp://exemplo.pt/a.txt")
    assert result.code == 1
    assert result.err.startswith("reader: ftp://exemplo.pt/a.txt is no address of the web; give one with https://")


def test_an_empty_folder_is_no_failure(emptied: Reader, tmp_path: Path) -> None:
    result = emptied("add", str(folder_of(tmp_path / "nada", 0)))
    assert (result.code, result.out) == (0, "added 0, updated 0, already there 0, new versions 0, refused 0\n")


def test_as_json_every_article_of_a_folder_is_one_of_the_list(emptied: Reader, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "notas", 3)
    rows = emptied("add", str(folder), "--format", "json").json
    assert [(row["file"], row["added"]) for row in rows] == [(f"{folder}/{n:04}.txt", "new") for n in range(3)]
    assert emptied("add", str(folder_of(tmp_path / "nada", 0)), "--format", "json").json == []


@pytest.mark.usefixtures("no_proxies")
def test_a_page_is_fetched_and_a_changed_one_is_a_new_version(emptied: Reader, site: Site) -> None:
    url = site.page("/ponte", PAGE)
    first = emptied("add", url, "--allow-private", "--byline", "Ana")
    site.page("/ponte", PAGE.replace("R$ 12 milhões", "R$ 15 milhões"))
    second = emptied("add", url, "--allow-private")
    (row,) = emptied("list", "--format", "json").json
    assert first.out.startswith("added: ")
    assert second.out == f"new version: {row['id'][:8]}  Ponte reabre em março\n"
    assert emptied("show", row["id"], "--format", "json").json["article"]["url"] == url


def test_nothing_is_fetched_where_that_is_not_allowed(emptied: Reader, site: Site) -> None:
    url = site.page("/ponte", PAGE)
    private = emptied("add", url)
    offline = emptied("add", url, "--allow-private", "--offline")
    assert private.is_one_line_of_failure()
    assert offline.is_one_line_of_failure()
    assert "offline" in offline.err
    assert site.visits == []


@pytest.mark.parametrize("option", ["--title", "--url"])
def test_what_only_one_article_can_have_is_not_given_to_several(emptied: Reader, news: Path, option: str) -> None:
    assert emptied("add", str(news), str(news), option, "x").code == 2
    assert emptied("add", str(news.parent), option, "x").code == 2


def test_many_files_are_stored_some_hundred_at_a_time(
    emptied: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    together: list[int] = []
    add_many = SQLiteArticles.add_many

    def counted(self: SQLiteArticles, articles: Any) -> list[Added]:
        together.append(len(articles))
        return add_many(self, articles)

    monkeypatch.setattr(SQLiteArticles, "add_many", counted)
    monkeypatch.setattr(adding, "_TOGETHER", 4)
    emptied("add", str(folder_of(tmp_path / "notas", 10)))
    assert together == [4, 4, 2]


def test_one_that_cannot_be_stored_leaves_the_others(
    emptied: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_many = SQLiteArticles.add_many

    def picky(self: SQLiteArticles, articles: Any) -> list[Added]:
        if any(article.title == "Nota 1" for article in articles):
            raise StorageError("the text cannot be stored", "save it again")
        return add_many(self, articles)

    monkeypatch.setattr(SQLiteArticles, "add_many", picky)
    result = emptied("add", str(folder_of(tmp_path / "notas", 3)))
    assert result.code == 1
    assert "0001.txt: the text cannot be stored; save it again" in result.err
    assert ids(emptied) == {"Nota 0", "Nota 2"}


def test_ctrl_c_keeps_what_was_read_and_says_so(
    emptied: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = adding.read

    def interrupted(name: str, *rest: Any, **known: Any) -> Any:
        if name.endswith("0002.txt"):
            raise KeyboardInterrupt
        return read(name, *rest, **known)

    monkeypatch.setattr(adding, "read", interrupted)
    result = emptied("add", str(folder_of(tmp_path / "notas", 4)))
    assert result.code == 130
    assert result.out == "stopped; what is counted here is kept: added 2, updated 0, already there 0, new versions 0\n"
    assert ids(emptied) == {"Nota 0", "Nota 1"}
    again = emptied("add", str(tmp_path / "notas"), "--format", "json")
    assert [row["added"] for row in again.json] == ["unchanged", "unchanged"]


def test_a_pipe_that_nobody_writes_to_is_left_by_ctrl_c(tmp_path: Path) -> None:
    pipe = tmp_path / "cano.txt"
    os.mkfifo(pipe)
    code = (
        "import sys\nfrom reader.cli.main import run\nimport articles.formats.reading as r\n"
        "bytes_of = r.read_bytes\n"
        "def told(path):\n    print('here', flush=True)\n    return bytes_of(path)\n"
        "r.read_bytes = told\nsys.exit(run())"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", code, "add", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert started.stdout is not None
    assert started.stdout.readline() == b"here\n"
    started.send_signal(signal.SIGINT)
    try:
        out, err = started.communicate(timeout=10)
    except subprocess.TimeoutExpired:  # it came just before the call that waits
        started.send_signal(signal.SIGINT)
        out, err = started.communicate(timeout=10)
    assert started.returncode == 130
    assert b"Traceback" not in out + err

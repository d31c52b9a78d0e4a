"""The command ``export``: one article, several, a search; where it goes; and what is told of it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from articles.formats import load
from reader.export.naming import LONGEST, file_name, slug
from tests.cli.conftest import Reader


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def ids(reader: Reader, *query: str) -> list[str]:
    return [row["id"] for row in reader("list", *query, "--format", "json").json]


def test_one_article_gets_a_file_named_after_it(reader: Reader, here: Path) -> None:
    ident = ids(reader)[0]
    done = reader("export", ident[:8])

    (path,) = here.iterdir()
    assert path.name == "plano-real-a-moeda-que-domou-a-inflacao.html"
    assert done.code == 0
    assert path.name in done.out
    assert "English: 37 sentences by a person" in done.out
    again = reader("export", ident)
    assert again.is_one_line_of_failure()
    assert "--force" in again.err
    assert reader("export", ident, "--force").code == 0
    assert [each.name for each in here.iterdir()] == [path.name]


def test_a_selection_and_a_search_become_one_book(reader: Reader, here: Path) -> None:
    two = ids(reader)[:2]
    assert reader("export", *two, "--no-entities", "-o", "two.epub").code == 0
    assert reader("export", "Kim", "-tag:nada", "--no-entities", "-o", "kim.epub").code == 0

    names = zipfile.ZipFile(here / "two.epub").namelist()
    assert {"EPUB/a1.xhtml", "EPUB/a2.xhtml"} <= set(names)
    assert "EPUB/a3.xhtml" not in names
    nav = zipfile.ZipFile(here / "kim.epub").read("EPUB/nav.xhtml").decode()
    assert "<h1>Kim -tag:nada</h1>" in nav
    assert reader("export", "naodanadadisso").code == 1


def test_a_folder_gets_a_file_each_and_one_that_fails_stops_nobody(reader: Reader, here: Path) -> None:
    few = ids(reader)[:2]
    done = reader("export", *few, "--format", "markdown", "--layout", "original", "--no-entities", "-o", "out/")
    assert done.code == 0
    assert [load(path).id for path in sorted((here / "out").iterdir())] == sorted(few, key=lambda each: each != few[1])

    again = reader("export", *few, "--format", "markdown", "--no-entities", "-o", "out/")
    assert again.code == 1
    assert again.err.count("there is a file") == 2


def test_standard_output_gets_the_file_itself(reader: Reader, here: Path) -> None:
    ident = ids(reader)[0]

    assert zipfile.ZipFile(io.BytesIO(reader("export", ident, "--format", "epub", "-o", "-").raw)).testzip() is None
    beside = reader("export", ident, "--format", "epub", "--layout", "side-by-side", "--no-entities", "-o", "-")
    assert "no columns" in beside.err
    assert reader("export", ident, "--format", "json", "--no-entities", "-o", "-").json["articles"][0]["id"] == ident
    assert not list(here.iterdir())


@pytest.mark.usefixtures("no_engine")
def test_missing_english_is_said(reader: Reader, here: Path, news: Path) -> None:
    done = reader("export", str(news), "--format", "text", "-o", "a.txt")

    assert done.code == 0
    assert "4 sentences have no English; --translate drafts what is missing" in done.err
    assert "EN: " not in (here / "a.txt").read_text(encoding="utf-8")
    bare = reader("export", str(news), "--english", "none", "-o", "b.txt")
    assert bare.err == ""
    failed = reader("export", str(news), "--translate", "-o", "c.txt")
    assert failed.code == 0
    assert "4 sentences have no English: the local engine is not installed" in failed.err


@pytest.mark.engine
def test_missing_english_is_drafted_here(reader: Reader, here: Path, news: Path) -> None:
    done = reader("export", str(news), "--translate", "-o", "a.txt")

    assert "English: 4 sentences drafted by local" in done.out
    assert "EN: North Korean leader Kim Jong Un" in (here / "a.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_no_permission_is_told_in_a_line(reader: Reader, here: Path) -> None:
    here.chmod(0o500)
    assert reader("export", ids(reader)[0]).is_one_line_of_failure()


@pytest.mark.parametrize("target", ["nowhere/a.html", "/dev/full", "a\x00b.html"])
def test_what_cannot_be_written_is_told_in_a_line(reader: Reader, here: Path, target: str) -> None:
    assert reader("export", ids(reader)[0], "--no-entities", "-o", target).is_one_line_of_failure()
    assert not list(here.iterdir())


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ação: «São Paulo»", "acao-sao-paulo.epub"),
        ("CON", "con-article.epub"),
        ("../../etc/passwd", "etc-passwd.epub"),
        ("مرحبا", "article.epub"),
        ("lpt1", "lpt1-article.epub"),
    ],
)
def test_names_are_safe_everywhere(title: str, name: str) -> None:
    from articles.model import Article

    assert file_name(Article(title, "x"), ".epub") == name


def test_names_are_short_and_unique() -> None:
    from articles.model import Article

    long = Article("palavra " * 40, "x")
    first = file_name(long, ".markdown")
    other = file_name(long, ".markdown", {first})
    assert max(len(first), len(other)) <= LONGEST
    assert first != other
    assert slug("a" * 300) == "a" * LONGEST


def test_an_export_that_is_killed_leaves_the_file_as_it_was(reader: Reader, here: Path) -> None:
    path = here / "all.json"
    path.write_text("before", encoding="utf-8")
    ids(reader)  # the library is there
    script = (
        "import os, signal, sys\n"
        "from reader.export import data\n"
        "made = data.article_object\n"
        "seen = []\n"
        "def dying(*given):\n"
        "    seen.append(1)\n"
        "    if len(seen) == 3: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return made(*given)\n"
        "data.article_object = dying\n"
        "sys.argv = ['reader', 'export', '--all', '--no-entities', '--force', '-o', 'all.json']\n"
        "from reader.cli.main import run\n"
        "sys.exit(run())\n"
    )
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=here, capture_output=True, check=False, env=surroundings, timeout=120
    )
    assert done.returncode == -signal.SIGKILL
    assert path.read_text(encoding="utf-8") == "before"

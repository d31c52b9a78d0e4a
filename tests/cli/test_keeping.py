"""The commands set, restore, versions, diff and backup."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Reader

PAGE = "---\ntitle: Ministro chega\nurl: https://jornal.example/2023/ministro-chega-hoje\n---\n\n{}\n"
OLD = "O ministro chegou a Lisboa na terça-feira. Ninguém o esperava.\n\nO encontro durou uma hora."
NEW = OLD.replace("a Lisboa", "ao Porto")


def add(reader: Reader, body: str) -> str:
    added = reader("add", "-", "--format", "json", stdin=PAGE.format(body).encode())
    assert added.code == 0, added.err
    ident: str = added.json[0]["id"] if isinstance(added.json, list) else added.json["added"][0]["id"]
    return ident


def test_set_stars_tags_and_puts_the_facts_right(reader: Reader) -> None:
    ident = add(reader, OLD)
    words = ["--star", "--read", "--tag", "Portos", "--tag", "portos", "--title", "Outro: título", "--byline", "Ana"]
    done = reader("set", ident[:8], *words, "--published", "2023-09-12", "--format", "json")

    (row,) = done.json
    assert (row["starred"], row["read"], row["tags"], row["title"]) == (True, True, ["Portos"], "Outro: título")
    assert (row["byline"], row["published"]) == ("Ana", "2023-09-12")
    add(reader, OLD)
    (row,) = reader("set", ident, "--unstar", "--unread", "--untag", "PORTOS", "--byline", "", "--format", "json").json
    assert (row["starred"], row["read"], row["tags"], row["title"]) == (False, False, [], "Outro: título")
    assert row["byline"] is None


@pytest.mark.parametrize("words", [[], ["--star", "--unstar"], ["--title", " "], ["--read", "--unread"]])
def test_set_wants_something_that_can_be(reader: Reader, words: list[str]) -> None:
    assert reader("set", "abcd", *words).code == 2


def test_set_and_restore_tell_what_is_not_there(reader: Reader) -> None:
    for command in (["set", "ffff0000", "--star"], ["restore", "ffff0000"], ["versions", "ffff0000"]):
        assert reader(*command).is_one_line_of_failure()


def test_what_is_removed_is_listed_and_comes_back(reader: Reader) -> None:
    ident = add(reader, OLD)
    reader("remove", ident)
    assert [row["id"] for row in reader("restore", "--format", "json").json] == [ident]
    assert ident[:8] in reader("restore").out
    assert reader("restore", ident[:8]).out.startswith("restored:")
    assert ident in reader("list", "--format", "json").out
    assert "nothing was removed" in reader("restore").err


def test_versions_and_their_difference(reader: Reader) -> None:
    old, new = add(reader, OLD), add(reader, NEW)
    rows = reader("versions", old, "--format", "json").json
    assert [(row["id"], row["current"]) for row in rows] == [(new, True), (old, False)]
    assert reader("versions", new).out.splitlines()[1].startswith(old[:8])

    said = reader("diff", new).out
    assert "~ O ministro chegou [-a Lisboa-]{+ao Porto+} na terça-feira." in said
    assert "1 paragraph unchanged" in said
    assert "\x1b" not in said
    assert reader("diff", old).out == said == reader("diff", old, new).out
    found = reader("diff", new, "--format", "json").json
    assert [each["change"] for each in found["differences"]] == ["changed", "same"]


def test_one_version_has_no_difference(reader: Reader) -> None:
    ident = add(reader, OLD)
    assert reader("diff", ident).is_one_line_of_failure()
    assert "one version" in reader("versions", ident).err


def test_a_backup_is_whole_and_can_be_put_back(reader: Reader, tmp_path: Path, home: Path) -> None:
    ident = add(reader, OLD)
    copy = tmp_path / "cópia.db"
    assert reader("backup", str(copy)).code == 0
    assert copy.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir() if "part" in each.name] == []
    assert reader("backup", str(copy)).is_one_line_of_failure()
    assert reader("backup", str(copy), "--force", "--format", "json").json["bytes"] == copy.stat().st_size

    reader("set", ident, "--title", "Depois")
    done = reader("backup", "--restore", str(copy), "--format", "json").json
    assert Path(done["backup"]).exists()
    assert "Ministro chega" in reader("list").out


def test_a_backup_refuses_what_would_harm(reader: Reader, tmp_path: Path, home: Path) -> None:
    reader("list")
    library = next(home.rglob("library.db"))
    (tmp_path / "link.db").symlink_to(library)
    for name in (library, tmp_path / "link.db", Path(f"{library}-wal"), tmp_path, tmp_path / "none" / "x.db"):
        assert reader("backup", str(name), "--force").is_one_line_of_failure(), name
    (tmp_path / "text.db").write_text("texto\n" * 200)
    for name in ("text.db", "missing.db"):
        assert reader("backup", "--restore", str(tmp_path / name)).is_one_line_of_failure()
    with sqlite3.connect(library) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_check_says_that_nothing_is_wrong_or_what(reader: Reader, home: Path) -> None:
    assert reader("check").code == 0
    assert reader("check", "--format", "json").json == []
    library = next(home.rglob("library.db"))
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE shelf SET title = 'zzz' WHERE key = 1")
    connection.close()

    told = reader("check")
    assert told.code == 1
    assert "sorted" in told.out
    assert "--repair" in told.err
    mended = reader("check", "--repair")
    assert (mended.code, mended.err) == (0, "")
    assert mended.out.splitlines()[0].startswith("found: ")
    assert ".bak" in mended.out
    assert reader("check", "--repair", "--format", "json").json["found"] == []


def test_a_library_that_cannot_be_opened_is_checked_and_mended(reader: Reader, home: Path) -> None:
    reader("list")
    library = next(home.rglob("library.db"))
    with sqlite3.connect(library) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_migration_1'"
        ).fetchone()[0]
    connection.close()
    data = bytearray(library.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = bytes(4096)
    library.write_bytes(data)

    assert reader("list").is_one_line_of_failure()
    assert reader("check").code == 1
    mended = reader("check", "--repair")
    assert mended.code == 0, mended.out + mended.err
    assert "could be read" in mended.out
    assert "Kim" in reader("list").out


def test_what_was_removed_goes_at_the_next_start_unless_another_screen_is_open(home: Path) -> None:
    from articles.presence import present, somebody_present

    library = home / "library.db"
    home.mkdir()
    with present(library) as first, present(library) as second:
        assert (first, second) == (True, False)
        assert somebody_present(library)
    assert not somebody_present(library)
    with present(library) as again:
        assert again


_WRITER = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30) as connection:
    connection.execute("CREATE TABLE busy (x INTEGER)")
    print("go", flush=True)
    for number in range(10_000_000):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO busy VALUES (?)", (number,))
        connection.execute("INSERT INTO busy VALUES (?)", (-number,))
        connection.execute("COMMIT")
"""


def test_a_backup_ends_while_another_process_writes_without_pause(reader: Reader, home: Path, tmp_path: Path) -> None:
    reader("list")
    library = next(home.rglob("library.db"))
    with subprocess.Popen([sys.executable, "-c", _WRITER, str(library)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        try:
            made = [reader("backup", str(tmp_path / f"{number}.db")).code for number in range(3)]
            assert writer.poll() is None  # it writes still
        finally:
            writer.kill()
    assert made == [0, 0, 0]
    counts = []
    for number in range(3):
        with contextlib.closing(sqlite3.connect(tmp_path / f"{number}.db")) as copy:
            assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            counts.append(copy.execute("SELECT count(*), coalesce(sum(x), 0) FROM busy").fetchone())
    assert [(count % 2, total) for count, total in counts] == [(0, 0)] * 3  # no transaction halved
    assert counts == sorted(counts)


def test_a_full_disk_leaves_nothing_of_a_backup(process: Reader, home: Path, tmp_path: Path) -> None:
    process("list")
    script = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    script += "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000)); sys.argv[0] = 'reader';"
    script += "from reader.cli.main import run; sys.exit(run())"
    folder = tmp_path / "cheio"
    folder.mkdir()
    words = [sys.executable, "-c", script, "backup", str(folder / "x.db")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "no room" in done.stderr or "could not be" in done.stderr
    assert list(folder.iterdir()) == []


def test_lost_articles_are_counted_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    from articles.checking.mending import Outcome
    from articles.checking.model import Finding
    from articles.checking.salvage import Gone, Salvaged
    from reader.cli import check

    gone = [Gone(key, f"{key:032x}", "" if key == 3 else f"Título\x1b[2J {key}") for key in range(1, 24)]
    salvaged = Salvaged({"article": 7}, ["mark", "article"], {"article": 23, "shelf": 0}, gone)
    outcome = Outcome([Finding("damaged", "page 3")], [], None, salvaged)
    check._tell(outcome)
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "23 articles are lost:" in said
    assert said.count("Título") == 19
    assert "and 3 more" in said
    assert "article (23 rows), mark" in said
    told = check._object(outcome)
    assert len(told["gone"]) == 23
    assert told["missing"]["article"] == 23

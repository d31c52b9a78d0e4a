"""Opening the app: what is told before it starts, and the keyboard after a pipe."""

from __future__ import annotations

import os
import pty
import select
import sys
from pathlib import Path

import pytest

from articles.model import Article
from reader.tui.services import Services
from tests.cli.conftest import Reader


@pytest.mark.parametrize("argv", [[], ["FILE"], ["--offline"]])
def test_without_a_terminal_the_app_is_not_opened(process: Reader, news: Path, argv: list[str]) -> None:
    result = process(*[str(news) if each == "FILE" else each for each in argv])

    assert result.is_one_line_of_failure()
    assert "reader show" in result.err
    assert result.raw == b""


@pytest.mark.parametrize("name", ["nowhere.txt", "lst", "./list", "."])
def test_a_file_that_cannot_be_opened_is_told_before_the_app_starts(process: Reader, name: str, tmp_path: Path) -> None:
    result = process(name, cwd=tmp_path)

    assert result.is_one_line_of_failure()
    assert "terminal" not in result.err


def test_a_pipe_needs_a_terminal_too(process: Reader) -> None:
    result = process("-", stdin=b"Um texto.\n")

    assert result.is_one_line_of_failure()
    assert "reader show -" in result.err


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Services, Article | None]]:
    """What the app would have been opened with; nothing is, for this process has no terminal to give it."""
    seen: list[tuple[Services, Article | None]] = []

    def run(services: Services, article: Article | None, glance: object) -> int:
        assert services.articles.count() > 0
        seen.append((services, article))
        return 0

    monkeypatch.setattr("reader.tui.run", run)
    monkeypatch.setattr("reader.cli.output.is_terminal", lambda _: True)
    return seen


def test_the_app_opens_where_the_reader_was(
    reader: Reader, opened: list[tuple[Services, Article | None]], home: Path
) -> None:
    assert reader().code == 0

    ((services, article),) = opened
    assert article is None
    assert services.locations.library_file == home / "data" / "library.db"


def test_the_app_opens_at_a_file_or_at_a_stored_article(
    reader: Reader, opened: list[tuple[Services, Article | None]], news: Path
) -> None:
    assert reader("--offline", str(news)).code == 0
    (row,) = reader("add", str(news), "--format", "json").json
    assert reader(row["id"][:10]).code == 0

    (services, first), (_, second) = opened
    assert services.config.offline
    assert first == second
    assert first is not None
    assert first.title == "Kim visita fábrica de aviões"


def test_a_wrong_configuration_is_told_before_the_app_opens(
    reader: Reader, opened: list[tuple[Services, Article | None]], home: Path
) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text("measure = 5\n", encoding="utf-8")

    assert reader().is_one_line_of_failure()
    assert opened == []


def in_a_terminal(program: str, given: bytes) -> bytes:
    """What a Python program prints in a new terminal of its own, standard input being a pipe with ``given``."""
    reading, writing = os.pipe()
    os.write(writing, given)
    os.close(writing)
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(reading, 0)
        os.execv(sys.executable, [sys.executable, "-c", program])
    os.close(reading)
    os.write(terminal, b"tecla\n")
    seen = b""
    try:
        while select.select([terminal], [], [], 60)[0]:
            piece = os.read(terminal, 4096)
            if not piece:
                break
            seen += piece
    except OSError:  # Linux's way to say that the other end is closed
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    return seen


@pytest.mark.terminal
def test_after_an_article_came_through_a_pipe_keys_come_from_the_terminal() -> None:
    program = (
        "import os, sys\n"
        "from reader.cli.opening import take_keyboard\n"
        "from reader.cli.sources import read_stdin\n"
        "data = read_stdin(1000)\n"
        "take_keyboard()\n"
        "key = os.read(0, 100)\n"
        "print(data, key, sys.stdin.isatty())\n"
    )

    seen = in_a_terminal(program, b"Um texto.\n")

    assert b"b'Um texto.\\n' b'tecla\\n' True" in seen


@pytest.mark.terminal
def test_a_bad_article_through_a_pipe_is_told_in_the_terminal() -> None:
    program = "import sys; from reader.cli.main import run; sys.argv[1:] = ['-']; print('code', run())"

    seen = in_a_terminal(program, b"\x00" * 100)

    assert b"reader: " in seen
    assert b"code 1" in seen
    assert b"Traceback" not in seen

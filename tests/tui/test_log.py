"""The log: what fails beside the screen is found in a file, and never on the terminal."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.logfile import LARGEST
from reader.tui.log import LogFile, log_to
from tests.tui.stage import Stage
from tests.tui.terminal import Terminal


@pytest.fixture
def logger(tmp_path: Path) -> Iterator[logging.Logger]:
    made = logging.getLogger("reader.test")
    handler = LogFile(tmp_path / "state" / "reader.log")
    made.addHandler(handler)
    yield made
    made.removeHandler(handler)


def test_nothing_is_made_before_there_is_something_to_say(logger: logging.Logger, tmp_path: Path) -> None:
    logger.debug("a detail")
    assert not (tmp_path / "state").exists()


def test_an_error_is_written_with_its_traceback_and_without_its_sequences(
    logger: logging.Logger, tmp_path: Path
) -> None:
    try:
        raise ValueError("bad \x1b]0;owned\x07 \u202e text")
    except ValueError:
        logger.exception("it \x9b31m broke")
    path = tmp_path / "state" / "reader.log"
    text = path.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "ValueError" in text
    assert "it \\x9b31m broke" in text
    assert not {each for each in text if not each.isprintable() and each != "\n"}
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == 0, "nobody else's business"
        assert path.parent.stat().st_mode & 0o077 == 0


def test_a_large_log_is_put_aside(logger: logging.Logger, tmp_path: Path) -> None:
    path = tmp_path / "state" / "reader.log"
    logger.warning("first")
    path.write_text("x" * (LARGEST + 1))
    logger.warning("second")
    assert path.with_suffix(".log.1").stat().st_size > LARGEST
    assert "second" in path.read_text(encoding="utf-8")
    assert "x" not in path.read_text(encoding="utf-8").split("second")[1]


def test_where_it_cannot_be_written_nothing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    before = logging.getLogger().handlers[:]
    log_to(tmp_path / "state" / "reader.log")
    try:
        made = logging.getLogger("reader.test")
        made.propagate = True
        made.warning("lost")
    finally:
        for handler in set(logging.getLogger().handlers) - set(before):
            logging.getLogger().removeHandler(handler)
    assert "lost" not in capsys.readouterr().err


@pytest.mark.terminal
@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_what_fails_while_leaving_is_not_printed_on_the_terminal(stage: Stage, tmp_path: Path) -> None:
    """A library that lost its translations says so in the foot, and in the log; not on the terminal it left."""
    with stage.composition.database.write() as connection:
        connection.execute("DROP TABLE translation")
    stage.close()
    with Terminal(["--home", str(stage.home)], size=(250, 24)) as terminal:
        terminal.until("no such table")
        terminal.send("JJJ\x11")
        assert terminal.wait() == 0
        left = terminal.data.rindex(b"\x1b[?1049l")
        assert b"no such table" not in terminal.data[left:]
        assert b"Traceback" not in terminal.data
    assert "no such table" in (stage.composition.locations.log_file).read_text(encoding="utf-8")

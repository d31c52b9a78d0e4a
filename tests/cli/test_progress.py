"""The progress bar: on a terminal, out of the way of every line, and gone at the end."""

from __future__ import annotations

import io
import re
import sys

import pytest

from reader.cli import output
from reader.cli.progress import progress


class Terminal(io.StringIO):
    """A stream somebody sits at."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal. No fixture: pytest takes the streams to itself between set-up and test."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    return stream


def screen(written: str) -> list[str]:
    """The lines that a terminal shows in the end."""
    lines = [""]
    for piece in re.findall(r"\x1b\[2K|\x1b\[[\d;]*m|[\r\n]|[^\x1b\r\n]+", written):
        if piece == "\n":
            lines.append("")
        elif piece == "\x1b[2K":
            lines[-1] = ""
        elif piece != "\r" and not piece.startswith("\x1b"):
            lines[-1] += piece
    return lines


def test_in_a_pipe_there_is_nothing_and_rich_is_not_imported(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    with progress(2, "adding", clock) as step:
        clock.seconds += 9
        step()
        step(0, total=3)
    assert capsys.readouterr() == ("", "")


def test_what_is_over_at_once_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    clock = Clock()
    with progress(2, "adding", clock) as step:
        step()
        clock.seconds += 0.2
        step()
    assert terminal.getvalue() == ""


def test_the_bar_says_what_is_done_and_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    clock = Clock()
    with progress(40, "adding", clock) as step:
        clock.seconds += 1
        step(7)
        (line,) = screen(terminal.getvalue())
        assert line.startswith("adding ")
        assert "7/40" in line
        assert len(line) < 60
        drawn = len(terminal.getvalue())
        step()  # at the same moment: nobody could see it
        assert len(terminal.getvalue()) == drawn
        clock.seconds += 0.1
        step(total=80)
        assert "9/80" in screen(terminal.getvalue())[-1]
    assert screen(terminal.getvalue()) == [""]


def test_a_line_that_is_written_meanwhile_stands_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    clock = Clock()
    with progress(None, "reading \x1b[31m[b]", clock) as step:
        clock.seconds += 1
        step()
        output.complain("a.txt: there is no such file")
        clock.seconds += 1
        step()
        first, bar = screen(terminal.getvalue())
        assert first == "reader: a.txt: there is no such file"
        assert bar.startswith("reading \ufffd[b]")
        assert "2/?" in bar
    output.complain("over")
    assert screen(terminal.getvalue())[1:] == ["reader: over", ""]


def test_the_bar_is_gone_after_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    clock = Clock()

    def interrupted() -> None:
        with progress(3, "adding", clock) as step:
            clock.seconds += 1
            step()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert screen(terminal.getvalue()) == [""]


def test_a_terminal_that_cannot_move_its_cursor_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    clock = Clock()
    with progress(3, "adding", clock) as step:
        clock.seconds += 1
        step()
    assert terminal.getvalue() == ""

"""The streams: widths, the running count, and text that must not be torn."""

from __future__ import annotations

import datetime
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from reader.cli import output


def test_json_keeps_letters_and_writes_days_as_days() -> None:
    value = {"ação": [1, None, True], "dia": datetime.date(2023, 9, 15)}

    assert output.as_json(value) == '{"ação": [1, null, true], "dia": "2023-09-15"}'


def test_a_list_of_numbers_is_one_line_of_json_and_no_text_is_touched(capsys: pytest.CaptureFixture[str]) -> None:
    value = {"links": [[1, 2, -3], [4]], "text": "[\n 1,\n 2\n]", "none": [], "words": ["1", "2"]}
    output.put_json(value)
    out = capsys.readouterr().out
    assert json.loads(out) == value
    assert "    [1, 2, -3],\n    [4]\n" in out


def test_what_has_no_json_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(TypeError):
        output.as_json({"x": object()})


def test_a_complaint_is_one_clean_line(capsys: pytest.CaptureFixture[str]) -> None:
    output.complain("um\nerro \x1b[31m\u202efeio\t; faça isto")

    err = capsys.readouterr().err
    assert err.startswith("reader: um erro ")
    assert err.count("\n") == 1
    assert err.rstrip("\n").isprintable()


def test_a_chosen_width_wins_and_a_pipe_has_80(capsys: pytest.CaptureFixture[str]) -> None:
    assert output.width_for(33) == 33
    assert output.width_for(None) == 80


def in_a_terminal(columns: int, *argv: str) -> str:
    """What a command writes into a terminal of that width, and nothing of it through a pipe."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "reader", *argv],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env=dict(os.environ),  # spelled out: GNU readline puts COLUMNS into the environment behind Python's back
    )
    os.close(slave)
    seen = b""
    try:
        while piece := os.read(master, 4096):
            seen += piece
    except OSError:  # Linux's way to say that the other end is closed
        pass
    os.close(master)
    assert running.wait(60) == 0
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.terminal
@pytest.mark.parametrize(("columns", "widest"), [(50, 50), (90, 90), (200, 100)])
def test_in_a_terminal_lines_are_as_wide_as_it_is_up_to_100(news: Path, columns: int, widest: int) -> None:
    lines = in_a_terminal(columns, "show", str(news)).splitlines()

    assert widest - 20 < max(map(len, lines)) <= widest


@pytest.mark.terminal
@pytest.mark.engine
def test_in_a_terminal_a_running_count_is_shown_and_taken_away(news: Path) -> None:
    seen = in_a_terminal(80, "show", str(news), "--layout", "english")

    assert "\rtranslating 1/4" in seen
    assert "\rtranslating 4/4" in seen
    after = seen.rpartition("translating 4/4")[2]
    assert after.startswith("\r" + " " * len("translating 4/4") + "\r")

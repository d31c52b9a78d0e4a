"""Exit codes, pipes, streams and what happens when the unexpected does."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.cli import searching
from tests.cli.conftest import Reader, Result

COMMAND = [sys.executable, "-m", "reader"]


def test_help_and_version_are_successes(reader: Reader) -> None:
    assert reader("--help").code == 0
    assert reader("--version").out.startswith("reader ")


def test_wrong_usage_is_code_2_and_touches_nothing(reader: Reader, home: Path) -> None:
    result = reader("list", "--format", "xml")

    assert result.code == 2
    assert result.err.count("\n") == 1
    assert not home.exists()


def test_help_makes_no_folder(reader: Reader, home: Path) -> None:
    reader("--help")
    reader("show", "--help")

    assert not home.exists()


def test_home_is_where_everything_goes(reader: Reader, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"

    assert reader("list", "--home", str(other)).code == 0

    assert (other / "data" / "library.db").exists()
    assert stat.S_IMODE((other / "data").stat().st_mode) == 0o700
    assert not home.exists()


@pytest.mark.parametrize("argv", [["list"], ["show", "./x.txt"], ["add", "./x.txt"]])
def test_the_name_of_no_folder_is_a_failure(reader: Reader, argv: list[str]) -> None:
    result = reader("--home", "/proc/nowhere", *argv)

    assert result.code == 1
    assert result.is_harmless()


def test_an_unexpected_error_is_one_line_and_its_detail_in_the_log(
    reader: Reader, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        message = "a bug with \x1b[31m in it"
        raise RuntimeError(message)

    monkeypatch.setattr(searching, "list_", broken)

    result = reader("list")

    log = home / "state" / "reader.log"
    assert result.is_one_line_of_failure()
    assert "RuntimeError" in result.err
    assert str(log) in result.err
    text = log.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "a bug with" in text
    assert "\x1b" not in text
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_the_log_grows_by_each_error_and_is_put_aside_when_large(
    reader: Reader, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("again")

    monkeypatch.setattr(searching, "list_", broken)
    reader("list")
    reader("list")
    log = home / "state" / "reader.log"
    assert log.read_text(encoding="utf-8").count("Traceback") == 2
    log.write_bytes(b"x" * (1 << 20) + b"y")

    reader("list")

    assert log.read_text(encoding="utf-8").count("Traceback") == 1
    assert log.with_suffix(".log.1").stat().st_size == (1 << 20) + 1


def test_a_log_that_cannot_be_written_is_told(reader: Reader, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("again")

    monkeypatch.setattr(searching, "list_", broken)
    home.write_text("a file where the folder should be")

    result = reader("list")

    assert result.is_one_line_of_failure()
    assert "log cannot be written" in result.err


def test_ctrl_c_is_quiet(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(searching, "list_", interrupted)

    assert reader("list") == Result(130, b"", b"")


def test_ctrl_c_ends_a_real_process_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "entities", "--lines", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Tests that are run in the background of a shell ignore Ctrl-C, and what they start inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(b"Kim chegou.\n")
        running.stdin.flush()
        assert running.stdout.readline().startswith(b'{"mentions"')  # it runs, and waits for the next line
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        code = running.wait(60)

    assert (code, said) == (130, b"")


def test_a_closed_pipe_is_quiet(home: Path) -> None:
    """As ``reader … | head -1``: the reader of the pipe leaves after one line, long before the end."""
    with subprocess.Popen(
        [*COMMAND, "entities", "--lines", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdin.write(b"\n")
        running.stdin.flush()
        running.stdout.readline()
        running.stdout.close()
        feeder = threading.Thread(target=_feed, args=(running.stdin,))
        feeder.start()
        said = running.stderr.read()
        code = running.wait(60)
        feeder.join()

    assert said == b""
    assert code == 141


def _feed(stream: object) -> None:
    try:
        stream.write(b"\n" * 100_000)  # type: ignore[attr-defined]  # a pipe
        stream.close()  # type: ignore[attr-defined]
    except BrokenPipeError:
        pass


def test_a_pipe_closed_before_anything_is_written_is_quiet() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run([*COMMAND, "list"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120)
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("argv", [["list"], ["list", "--format", "json"], ["--help"]])
def test_a_full_disk_under_the_output_is_told(argv: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *argv], stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)

    assert Result(done.returncode, b"", done.stderr).is_one_line_of_failure()


def test_closed_streams_do_no_harm() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" list >&- 2>&- <&-', "sh", *COMMAND],
        capture_output=True,
        check=False,
        timeout=120,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_without_accents_gets_no_traceback(process: Reader, env: dict[str, str], news: Path) -> None:
    shown = process("show", str(news), env=env)
    failed = process("show", "não-há.txt", env=env)

    assert shown.code == 0
    assert b"Kim visita f" in shown.raw
    assert shown.raw_err == b""
    assert failed.code == 1
    assert b"Traceback" not in failed.raw_err


def test_json_is_utf_8_whatever_the_locale(process: Reader, news: Path) -> None:
    result = process("show", str(news), "--format", "json", env={"PYTHONIOENCODING": "ascii"})

    assert result.json["article"]["title"] == "Kim visita fábrica de aviões"


def test_output_to_a_pipe_has_no_colours_even_when_they_are_asked_for(process: Reader) -> None:
    result = process("list", env={"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"})

    assert result.code == 0
    assert result.is_harmless()


@pytest.mark.parametrize(
    "argv",
    [
        ["--help"],
        ["list"],
        ["search", "kim"],
        ["add", "FILE"],
        ["show", "FILE", "--layout", "original"],
        ["show", "FILE", "--entities", "--width", "40"],
        ["entities", "FILE"],
        ["remove", "ffffffff"],
        ["entities", "--lines", "FILE"],
        ["show", "FILE", "--layout", "side-by-side"],
        ["translate", "--lines", "FILE"],
    ],
)
def test_no_command_but_the_app_imports_textual(argv: list[str], news: Path) -> None:
    argv = [str(news) if each == "FILE" else each for each in argv]
    program = (
        "import sys; from reader.cli.main import run; run();"
        "sys.exit(any(name == 'textual' or name == 'deep_translator' for name in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program, *argv], capture_output=True, check=False, timeout=120)

    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_help_imports_next_to_nothing() -> None:
    program = "import sys; from reader.cli.main import run; run(); print(*sys.modules, file=sys.stderr)"

    done = subprocess.run([sys.executable, "-c", program, "--help"], capture_output=True, check=True, timeout=120)

    loaded = set(done.stderr.decode().split())
    assert not loaded & {
        "typing",
        "dataclasses",
        "sqlite3",
        "json",
        "tomllib",
        "babel",
        "yaml",
        "rich",
        "asyncio",
        "platformdirs",
    }

"""The process that translates: what it answers, and what becomes of it and of whoever asks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from reader import i18n
from reader.pipes import Broken
from reader.translation.engine import EngineError, EngineUnavailable, Rejected
from reader.translation.process import client
from reader.translation.process.client import Process
from tests.conftest import ROOT


def until(condition: Callable[[], object], what: str = "it") -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(0.005)


def text(said: object) -> str:
    if not isinstance(said, str):
        raise Broken
    return said


def started(folder: Path) -> int:
    return len(list(folder.glob("started-*")))


def waiting(folder: Path) -> int:
    return len(list(folder.glob("waiting-*")))


def pid_of(process: Process) -> int:
    assert process._child is not None
    return process._child.process.pid


def is_there(pid: int) -> bool:
    """Whether a process runs; a dead one that nobody has asked about does not."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Threads that ask."""
    with ThreadPoolExecutor(8) as pool:
        yield pool


def asking(pool: ThreadPoolExecutor, process: Process, *sentences: str) -> list[Future[str]]:
    return [pool.submit(process.ask, each, text) for each in sentences]


def test_nothing_is_started_before_something_is_asked(slow: Process, folder: Path) -> None:
    assert started(folder) == 0
    assert slow.ask("olá", text) == "álo"
    assert slow.ask("dois \ud800", text) == "\ud800 siod"
    assert started(folder) == 1


def test_each_of_many_threads_gets_its_own_answer(slow: Process, folder: Path, pool: ThreadPoolExecutor) -> None:
    asked = [f"frase número {number}" for number in range(60)]
    assert [each.result(60) for each in asking(pool, slow, *asked)] == [each[::-1] for each in asked]
    assert started(folder) == 1


def test_two_are_worked_at_together(slow: Process, folder: Path, pool: ThreadPoolExecutor) -> None:
    held = asking(pool, slow, "Espera um", "Espera dois")
    until(lambda: waiting(folder) == 2)
    (folder / "go").touch()
    assert [each.result(60) for each in held] == ["mu arepsE", "siod arepsE"]


@pytest.mark.parametrize(
    ("sentence", "kind", "said"),
    [
        ("Recusa isto", Rejected, "the engine slow failed on a sentence: it says no; what was there is kept"),
        ("Falta isto", EngineUnavailable, "slow is not there; install it"),
        ("Quebra isto", EngineError, "the engine failed: ValueError; what was there is kept"),
    ],
)
def test_an_error_comes_as_what_it_is(
    slow: Process, folder: Path, sentence: str, kind: type[EngineError], said: str
) -> None:
    with pytest.raises(EngineError) as caught:
        slow.ask(sentence, text)
    assert type(caught.value) is kind
    assert str(caught.value) == said
    assert slow.ask("olá", text) == "álo"
    assert started(folder) == 1


def test_killed_while_several_wait_costs_nobody_an_answer(
    slow: Process, folder: Path, pool: ThreadPoolExecutor
) -> None:
    held = asking(pool, slow, "Espera um", "Espera dois", "três", "quatro", "cinco")
    until(lambda: waiting(folder) == 2)
    (folder / "go").touch()
    os.kill(pid_of(slow), signal.SIGKILL)
    assert [each.result(60) for each in held] == ["mu arepsE", "siod arepsE", "sêrt", "ortauq", "ocnic"]
    assert started(folder) == 2


def test_what_it_dies_of_twice_is_rejected_and_nothing_else(
    slow: Process, folder: Path, pool: ThreadPoolExecutor
) -> None:
    held = asking(pool, slow, "Espera um", "Morre disto")
    (folder / "go").touch()
    others = asking(pool, slow, *(f"frase {number}" for number in range(20)))
    with pytest.raises(Rejected, match="its process died of it twice"):
        held[1].result(60)
    assert held[0].result(60) == "mu arepsE"
    assert [each.result(60) for each in others] == [f"frase {number}"[::-1] for number in range(20)]
    assert started(folder) <= 3


def test_what_it_died_of_once_is_answered_when_it_is_well_again(slow: Process, folder: Path) -> None:
    with pytest.raises(Rejected):
        slow.ask("Falece disto", text)
    (folder / "well").touch()
    assert slow.ask("Falece disto", text)[::-1] == "Falece disto"


def test_one_that_dies_too_often_is_left_alone_for_a_while(slow_command: list[str], folder: Path) -> None:
    clock = [0.0]
    process = Process("the engine slow", slow_command, now=lambda: clock[0])
    for _ in range(2):
        with pytest.raises(Rejected):
            process.ask("Morre disto", text)
    with pytest.raises(EngineUnavailable) as caught:
        process.ask("olá", text)
    assert str(caught.value) == "the engine slow cannot work: its process does not last; see the log"
    assert started(folder) == client.DEATHS
    clock[0] = client.WINDOW + 1
    assert process.ask("olá", text) == "álo"
    process.close()


@pytest.mark.parametrize("sentence", ["Lixo aqui", "Nada aqui", "Acaba aqui"])
def test_what_is_no_answer_counts_as_a_death(slow: Process, folder: Path, sentence: str) -> None:
    with pytest.raises(Rejected):
        slow.ask(sentence, text)
    assert started(folder) <= 2 * client._ENDINGS
    assert slow.ask("olá", text) == "álo"


def test_one_that_hangs_is_stopped(slow_command: list[str], folder: Path, pool: ThreadPoolExecutor) -> None:
    process = Process("the engine slow", slow_command, patience=0.2)
    held = asking(pool, process, "Espera para sempre")
    with pytest.raises(Rejected, match="died of it twice"):
        held[0].result(60)
    assert started(folder) == 2
    process.close()


def test_it_ends_when_there_is_nothing_to_do_and_comes_back(slow: Process, folder: Path) -> None:
    (folder / "idle").touch()
    for times in range(1, 4):
        assert slow.ask("olá", text) == "álo"
        child = slow._child
        assert child is not None
        until(lambda child=child: child.gone, "its end")
        assert child.process.returncode == 0
        assert started(folder) >= times


def test_an_answer_in_the_moment_of_its_end_is_not_lost(slow: Process, folder: Path, pool: ThreadPoolExecutor) -> None:
    (folder / "idle").touch()
    asked = [f"frase número {number}" for number in range(30)]
    assert [each.result(60) for each in asking(pool, slow, *asked)] == [each[::-1] for each in asked]


@pytest.mark.parametrize(
    "command",
    [["/nowhere/python"], [sys.executable, "-c", "raise SystemExit(3)"], [sys.executable, "-c", "pass"]],
)
def test_a_process_that_cannot_be_started(command: list[str]) -> None:
    process = Process("the engine slow", command)
    for _ in range(3):
        with pytest.raises(EngineError) as caught:
            process.ask("olá", text)
    assert isinstance(caught.value, EngineUnavailable)
    assert "the engine slow cannot work: " in str(caught.value)
    process.close()


def test_closing_waits_for_nobody(slow: Process, folder: Path, pool: ThreadPoolExecutor) -> None:
    held = asking(pool, slow, "Espera para sempre")
    until(lambda: waiting(folder) == 1)
    pid = pid_of(slow)
    slow.close()
    with pytest.raises(EngineUnavailable, match="was stopped"):
        held[0].result(60)
    assert not is_there(pid)
    with pytest.raises(EngineUnavailable):
        slow.ask("olá", text)


@pytest.mark.skipif(sys.platform != "linux", reason="has the system's library sleep")
def test_native_code_that_keeps_the_interpreter_is_ended_by_the_system(slow: Process, folder: Path) -> None:
    (folder / "short").touch()
    with pytest.raises(Rejected, match="died of it twice"):
        slow.ask("Prende isto", text)
    assert started(folder) == 2


def test_it_speaks_the_readers_language(slow: Process) -> None:
    i18n.activate("pt_BR")
    with pytest.raises(EngineUnavailable, match="o que havia fica guardado"):
        slow.ask("Fala disto", text)


PARENT = """
import sys
from reader.translation.process.client import Process
Process("slow", [sys.executable, "-P", "-m", "tests.translation.process.slow", sys.argv[1]]).ask("Espera por mim", str)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_dies_with_its_parent_and_says_nothing(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PARENT, str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as parent:
        until(lambda: waiting(folder) == 1)
        (child,) = (int(path.name.removeprefix("started-")) for path in folder.glob("started-*"))
        assert is_there(child)
        assert os.getpgid(child) == os.getpgid(parent.pid), "Ctrl-Z stops the whole job"
        parent.kill()
        until(lambda: not is_there(child), "the end of the process")
        assert parent.stdout is not None
        assert parent.stdout.read() == b"", "nothing that it printed came out"


def test_the_thread_that_asked_may_end_and_the_process_lives_on(slow: Process, folder: Path) -> None:
    thread = threading.Thread(target=slow.ask, args=("olá", text))
    thread.start()
    thread.join(60)
    assert slow.ask("olá", text) == "álo"
    assert started(folder) == 1

"""The process that finds names: what it answers, whom it serves first, and what becomes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles.model import Article, Markup, MarkupKind, Span
from reader.entities.analysis import analyse
from reader.entities.choosing import recogniser
from reader.entities.model import Entity
from reader.entities.packing import read_block
from reader.entities.worker.client import ArticleFailed, Known, Order, Worker, WorkerGone
from tests.conftest import ROOT

BODY = "O presidente Vladimir Putin chegou a Lisboa na quarta-feira (13) e leu *Os Maias*."
QUICK = Article("Depressa", "Rui saiu de casa. Ana ficou.")
HELD = Article("Devagar", "Rui saiu. Espera por mim. Ana ficou.")
FAILS = Article("Falha", "Falha aqui.")
DEADLY = Article("Morre", "Morre aqui.")


def until(condition: Callable[[], object], what: str = "it") -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, f"never came: {what}"
        time.sleep(0.005)  # between looks at what another process does; how long it takes is not measured


def names(worker: Worker, article: Article, order: Order | None = None, *, background: bool = False) -> list[str]:
    """The names of an article, once all of it is read."""
    last = None
    for step in worker.read(article, 0, order or Order(), background=background):
        last = step
    assert isinstance(last, Known)
    assert last.done
    return [entity.name for block in last.blocks for entity in read_block(block)]


def started(folder: Path) -> int:
    return len(list(folder.glob("started-*")))


def pid_of(worker: Worker) -> int:
    assert worker._child is not None
    return worker._child.process.pid


def is_there(pid: int) -> bool:
    """Whether a process runs; a dead one that nobody has asked about does not."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_it_finds_what_is_found_here(worker: Worker) -> None:
    markup = (Markup(Span(73, 83), MarkupKind.EMPHASIS), Markup(Span(0, 3), MarkupKind.LINK, "https://example.org"))
    article = Article("Título", BODY, markup=markup, language="pt-BR")
    here = recogniser().recogniser
    assert worker.hello().problem is None
    assert (worker.hello().identity.name, worker.hello().identity.version) == (here.name, here.version)
    found: tuple[Entity, ...] = ()
    for step in worker.read(article, 0, Order()):
        if isinstance(step, Known):
            found = tuple(entity for block in step.blocks for entity in read_block(block))
    assert found == analyse(article, here)


def test_a_long_article_comes_in_parts_and_its_place_first(worker: Worker) -> None:
    space = " " * 300  # long by white space: the network's time goes by words
    body = "\n\n".join([*[f"Choveu{space}na serra."] * 300, *["Vladimir Putin viu Lisboa."] * 20])
    steps = list(worker.read(Article("t", body), len(body) - 1, Order()))
    known = [step for step in steps if isinstance(step, Known)]
    assert [each.done for each in known] == [False] * (len(known) - 1) + [True]
    assert len(known) > 1
    assert {each.name for each in read_block(known[0].blocks[0])} >= {"Vladimir Putin"}
    assert known[0].share < 0.5


def test_nothing_is_started_before_something_is_asked(slow: Worker, folder: Path) -> None:
    assert started(folder) == 0
    assert names(slow, QUICK) == ["Rui", "Ana"]
    assert names(slow, QUICK) == ["Rui", "Ana"]
    assert started(folder) == 1


def test_what_is_on_the_screen_goes_before_what_is_for_later(slow: Worker, folder: Path) -> None:
    later: list[list[str]] = []
    thread = threading.Thread(target=lambda: later.append(names(slow, HELD, background=True)), daemon=True)
    thread.start()
    until((folder / "waiting").exists)
    assert names(slow, QUICK) == ["Rui", "Ana"]
    assert not later
    (folder / "go").touch()
    thread.join(60)
    assert later == [["Rui", "Espera", "Ana"]]


def test_the_article_left_gives_way_to_the_one_opened(slow: Worker, folder: Path) -> None:
    order = Order()
    steps: list[object] = []
    thread = threading.Thread(target=lambda: steps.extend(slow.read(HELD, 0, order)), daemon=True)
    thread.start()
    until((folder / "waiting").exists)
    assert names(slow, QUICK) == ["Rui", "Ana"]
    order.give_up()
    thread.join(60)
    assert not thread.is_alive()
    assert not any(isinstance(step, Known) for step in steps)
    assert list(slow.read(QUICK, 0, order)) == [], "an order that was given up stays so"


def test_an_article_that_cannot_be_read_costs_itself(slow: Worker, folder: Path) -> None:
    with pytest.raises(ArticleFailed, match="this sentence cannot be read"):
        names(slow, FAILS)
    assert names(slow, QUICK) == ["Rui", "Ana"]
    assert started(folder) == 1


def test_it_is_started_again_when_it_died(slow: Worker, folder: Path) -> None:
    for times in (1, 2, 3):
        assert names(slow, QUICK) == ["Rui", "Ana"]
        assert started(folder) == times
        os.kill(pid_of(slow), signal.SIGKILL)
        child = slow._child
        assert child is not None
        until(lambda child=child: child.gone)
    with pytest.raises(WorkerGone):
        names(slow, QUICK)
    assert started(folder) == 3


def test_an_article_that_it_dies_of(slow: Worker, folder: Path) -> None:
    with pytest.raises(ArticleFailed, match="Morre"):
        names(slow, DEADLY, background=True)
    assert started(folder) == 1, "one for later is not tried again"
    assert names(slow, QUICK) == ["Rui", "Ana"]
    with pytest.raises(WorkerGone):
        names(slow, DEADLY)
    assert started(folder) == 3


def test_it_ends_when_there_is_nothing_to_do_and_comes_back(slow: Worker, folder: Path) -> None:
    (folder / "idle").touch()
    for times in range(1, 6):
        assert names(slow, QUICK) == ["Rui", "Ana"]
        child = slow._child
        assert child is not None
        until(lambda child=child: child.gone, "its end")
        assert child.process.returncode == 0
        assert started(folder) >= times


def test_a_problem_with_the_model_is_told(slow: Worker, folder: Path) -> None:
    (folder / "damaged").touch()
    problem = slow.hello().problem
    assert problem is not None
    assert str(problem) == "the model file is damaged; install the reader again"
    assert names(slow, QUICK) == ["Rui", "Ana"]


@pytest.mark.parametrize("command", [["/nowhere/python"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_a_process_that_cannot_be_started(command: list[str]) -> None:
    worker = Worker(command)
    with pytest.raises(WorkerGone) as caught:
        worker.hello()
    assert caught.value.advice
    with pytest.raises(WorkerGone):
        names(worker, QUICK)
    worker.close()


def test_a_process_that_speaks_something_else() -> None:
    worker = Worker([sys.executable, "-c", "print('hello, hello, hello, hello'); input()"])
    with pytest.raises(WorkerGone):
        worker.hello()
    worker.close()


def test_closing_does_not_wait_for_what_is_under_way(slow: Worker, folder: Path) -> None:
    order = Order()
    thread = threading.Thread(target=lambda: list(slow.read(HELD, 0, order)), daemon=True)
    thread.start()
    until((folder / "waiting").exists)
    pid = pid_of(slow)
    order.give_up()
    slow.close()
    thread.join(60)
    assert not thread.is_alive()
    assert not is_there(pid)
    with pytest.raises(WorkerGone):
        slow.hello()


PARENT = """
import sys, time
from reader.entities.worker.client import Order, Worker
from articles.model import Article
worker = Worker([sys.executable, "-P", "-m", "tests.entities.worker.slow", sys.argv[1]])
for _ in worker.read(Article("Devagar", "Espera por mim."), 0, Order()):
    pass
"""


@pytest.fixture
def parent(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has a worker, which is at work."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PARENT, str(folder)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        until((folder / "waiting").exists)
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_dies_with_its_parent(parent: subprocess.Popen[bytes], folder: Path) -> None:
    (child,) = (int(path.name.removeprefix("started-")) for path in folder.glob("started-*"))
    assert is_there(child)
    parent.kill()
    until(lambda: not is_there(child), "the end of the worker")
    assert parent.stdout is not None
    assert parent.stdout.read() == b"", "nothing that it printed came out"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_it_is_of_its_parents_job_and_gives_way_to_it(parent: subprocess.Popen[bytes], folder: Path) -> None:
    (child,) = (int(path.name.removeprefix("started-")) for path in folder.glob("started-*"))
    assert os.getpgid(child) == os.getpgid(parent.pid), "Ctrl-Z stops the whole job"
    nice = os.getpriority(os.PRIO_PROCESS, child)
    assert nice > os.getpriority(os.PRIO_PROCESS, parent.pid) or nice == 19

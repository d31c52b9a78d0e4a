"""How much of an article is read for names, and that the pane says so."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.model import Article
from reader.entities.choosing import Identity
from reader.entities.rules import RuleRecogniser
from reader.entities.worker.client import Worker
from reader.tui import naming
from tests.conftest import ROOT
from tests.tui.stage import Player, Stage, playing

PARAGRAPH = "O presidente Vladimir Putin chegou a Lisboa e falou com a ministra Ana Pereira durante duas horas."
LATE = "No fim do dia, Kim Jong Un telefonou de Pyongyang."


@pytest.mark.parametrize(("most", "whole"), [(10_000_000, True), (1_000, False)])
async def test_the_beginning_of_a_very_long_article(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, most: int, whole: bool
) -> None:
    monkeypatch.setattr(naming, "MOST", most)
    article = Article(title="Um dia", body="\n\n".join([*[PARAGRAPH] * 20, LATE]))
    stage.services.articles.add(article)
    async with playing(stage.app(stage.services.articles.get(article.id))) as player:
        pane = player.screen.names
        await player.until(lambda: "Vladimir Putin" in [pane.row(number).text for number in range(pane.count())])
        shown = [pane.row(number).text for number in range(pane.count())]
        assert ("Kim Jong Un" in shown) is whole
        assert player.shows("of the first 49%") is not whole
        assert all(mark.end <= (len(article.body) if whole else most) for mark in pane._marks.within(0, 10_000))
    kept = stage.composition.analyses.get(article.id, RuleRecogniser(), None)
    assert (kept is not None) is whole, "what was read in part is not kept as the whole"


async def test_another_article_is_read_whole_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "MOST", 1_200)
    article = Article(title="Um dia", body="\n\n".join([PARAGRAPH] * 30))
    short = Article(title="Outro dia", body=PARAGRAPH)
    for each in (article, short):
        stage.services.articles.add(each)
    async with playing(stage.app(stage.services.articles.get(article.id))) as player:
        await player.until(lambda: "%" in player.screen.names.border_subtitle)
        await player.open(short.id)
        assert "%" not in player.screen.names.border_subtitle


def test_keys_come_first_but_not_for_ever(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    lane: list[object] = []  # nothing is given to it here
    names = naming.Naming(stage.composition.recogniser, stage.composition.analyses, lane)  # type: ignore[arg-type]
    monkeypatch.setattr(naming, "_WAY", 10_000.0)
    monkeypatch.setattr(naming, "_LONGEST_WAY", 0.0)
    names.give_way()
    stop = threading.Event()
    assert not names._pause(stop), "a step is made all the same after a while"

    monkeypatch.setattr(naming, "_LONGEST_WAY", 10_000.0)
    waiting = threading.Thread(target=names._pause, args=(stop,), daemon=True)
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive(), "no step is made while keys may follow"
    stop.set()
    waiting.join(5)
    assert not waiting.is_alive(), "leaving the article ends the wait"


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Worker, Path]]:
    """A worker whose recogniser can be held, and the folder in which it looks for what to do."""
    folder = tmp_path / "slow"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    worker = Worker([sys.executable, "-P", "-m", "tests.entities.worker.slow", str(folder)])
    yield worker, folder
    worker.close()


@pytest.fixture
def worker() -> Iterator[Worker]:
    """The real one."""
    worker = Worker()
    yield worker
    worker.close()


def rows(player: Player) -> list[str]:
    pane = player.screen.names
    return [pane.row(number).text for number in range(pane.count())]


def stored(stage: Stage, *bodies: str) -> list[Article]:
    """The stage's library with these articles alone."""
    stage.empty()
    made = [Article(title=f"Artigo {number}", body=body) for number, body in enumerate(bodies)]
    for each in made:
        stage.services.articles.add(each)
    return made


async def test_names_come_from_the_process_and_are_kept(stage: Stage, slow: tuple[Worker, Path]) -> None:
    worker, _folder = slow
    (article,) = stored(stage, "Rui saiu. Ana ficou.")
    async with playing(stage.app(article, worker=worker)) as player:
        assert {"Rui", "Ana"} <= set(rows(player))
        assert player.screen.names.border_subtitle == ""
    assert stage.composition.analyses.get(article.id, Identity("slow", "1"), None)
    assert worker._closed, "the process ends with the app"


async def test_quitting_does_not_wait_for_the_process(stage: Stage, slow: tuple[Worker, Path]) -> None:
    worker, folder = slow
    (article,) = stored(stage, "Rui saiu. Espera. Ana ficou.")
    async with playing(stage.app(article, worker=worker), ready=False) as player:
        await player.until((folder / "waiting").exists)
        assert player.screen.names._waiting
        await player.press("q")
        await player.until(lambda: player.app._exit)


async def test_an_article_opened_is_not_held_up_by_the_one_left(stage: Stage, slow: tuple[Worker, Path]) -> None:
    worker, folder = slow
    held, quick = stored(stage, "Rui saiu. Espera. Ana ficou.", "Bia chegou.")
    async with playing(stage.app(held, worker=worker), ready=False) as player:
        await player.until((folder / "waiting").exists)
        await player.open(quick.id)
        assert "Bia" in rows(player)


async def test_how_far_it_has_come(stage: Stage, worker: Worker) -> None:
    body = "\n\n".join([PARAGRAPH] * 1_000)
    (article,) = stored(stage, body)
    said = set()
    async with playing(stage.app(article, worker=worker), ready=False) as player:
        pane = player.screen.names

        def done() -> bool:
            said.add(pane.border_subtitle)
            return not pane._waiting and not pane.border_subtitle

        await player.until(done)
        assert any(each.endswith("% read") for each in said)
        assert "Vladimir Putin" in rows(player)


async def test_a_damaged_model_is_told(
    stage: Stage, slow: tuple[Worker, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    worker, folder = slow
    monkeypatch.setattr(naming, "expected", lambda: Identity("neural", "1"))
    (folder / "damaged").touch()
    (article,) = stored(stage, "Rui saiu. Ana ficou.")
    async with playing(stage.app(article, worker=worker)) as player:
        assert player.message == "the model file is damaged; install the reader again"
        assert "Rui" in rows(player)
        assert player.screen.names.border_subtitle == "by rules"


async def test_rules_take_over_where_the_process_does_not_last(stage: Stage) -> None:
    (article,) = stored(stage, "O presidente Vladimir Putin chegou a Lisboa.")
    worker = Worker([sys.executable, "-c", "raise SystemExit(1)"])
    async with playing(stage.app(article, worker=worker)) as player:
        assert "Vladimir Putin" in rows(player)
        assert "does not last" in player.message


async def test_an_article_that_the_process_cannot_read(stage: Stage, slow: tuple[Worker, Path]) -> None:
    worker, _folder = slow
    (article,) = stored(stage, "Falha: o presidente Vladimir Putin chegou a Lisboa.")
    async with playing(stage.app(article, worker=worker)) as player:
        assert "cannot be read" in player.message
        assert "Vladimir Putin" in rows(player)

"""The rest of the library is read for names in the background: in which order, when not, and what becomes of it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from articles.model import Article
from reader.entities.choosing import Identity, expected
from reader.entities.worker.client import Worker
from reader.tui import ahead
from reader.tui.ahead import in_turn
from tests.conftest import ROOT
from tests.tui.stage import Stage, playing

SLOW = Identity("slow", "1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "slow"
    place.mkdir()
    return place


@pytest.fixture
def slow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(ahead, "_WAY", 0.0)
    worker = Worker([sys.executable, "-P", "-m", "tests.entities.worker.slow", str(folder)])
    yield worker
    worker.close()


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setattr(ahead, "_WAY", 0.0)
    worker = Worker()
    yield worker
    worker.close()


def library(stage: Stage, *bodies: str) -> list[Article]:
    """The stage's library with these articles alone, the first the newest."""
    stage.empty()
    for number, body in enumerate(reversed(bodies)):
        stage.services.articles.add(Article(title=f"Artigo {len(bodies) - number}", body=body))
    return [stage.services.articles.get(summary.id) for summary in stage.summaries()]


def read(stage: Stage, articles: list[Article], by: Identity = SLOW) -> list[bool]:
    """Which of the articles have been read."""
    return [stage.composition.analyses.get(each.id, by, each.published) is not None for each in articles]


def test_new_ones_come_soon_and_the_oldest_have_their_turn() -> None:
    assert list(in_turn([9, 8, 7, 6, 5])) == [9, 5, 8, 6, 7]
    assert list(in_turn([2, 1])) == [2, 1]
    assert list(in_turn([])) == []


async def test_the_whole_library_is_read_and_kept(stage: Stage, real: Worker) -> None:
    articles = [stage.services.articles.get(summary.id) for summary in stage.summaries()]
    reading = Identity(expected().name, expected().version)
    said: set[str] = set()
    async with playing(stage.app(worker=real)) as player:

        def done() -> bool:
            said.add(player.screen.library.border_subtitle)
            return all(read(stage, articles, reading))

        await player.until(done, "all names")
        await player.until(lambda: player.screen.library.border_subtitle == "")
        assert player.message == ""
    assert any(each.startswith("names: ") and each.endswith(f" of {len(articles) - 1}") for each in said)
    assert not len(stage.composition.analyses.stale(expected()))


async def test_it_goes_on_where_it_was_the_next_time(stage: Stage, slow: Worker, folder: Path) -> None:
    articles = library(stage, "Rui saiu.", "Bia veio.", "Espera, disse Ana.", "Davi ficou.")
    async with playing(stage.app(articles[0], worker=slow)) as player:
        await player.until((folder / "waiting").exists)
        assert read(stage, articles) == [True, True, False, True], "the one on the screen, the newest, the oldest"
        await player.until(lambda: player.screen.library.border_subtitle == "names: 2 of 3")
    assert read(stage, articles) == [True, True, False, True]
    (folder / "go").touch()
    again = Worker(slow._command)
    async with playing(stage.app(articles[0], worker=again)) as player:
        await player.until(lambda: all(read(stage, articles)))


async def test_the_article_that_is_opened_goes_before(stage: Stage, slow: Worker, folder: Path) -> None:
    articles = library(stage, "Rui saiu.", "Espera, disse Ana.", "Davi ficou.")
    async with playing(stage.app(articles[0], worker=slow)) as player:
        await player.until((folder / "waiting").exists)
        await player.open(articles[2].id)
        assert read(stage, articles) == [True, False, True]
        assert player.screen.library.border_subtitle.startswith("names: ")


async def test_nothing_is_begun_while_keys_come(stage: Stage, slow: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_WAY", 10_000.0)
    articles = library(stage, "Rui saiu.\n\n" * 60 + "Fim.", "Bia veio.")
    async with playing(stage.app(articles[0], worker=slow), ready=False) as player:
        await player.until(lambda: player.screen.desk._ahead)
        await player.press("j")
        await player.ready()
        await player.settle()
        running = player.screen.desk._ahead
        await player.until(lambda: running._running)
        monkeypatch.setattr(ahead, "_WAY", 0.0)
        assert read(stage, articles) == [True, False]
        assert running._way > 5_000
    threads = [thread for thread in threading.enumerate() if thread.name == "reader-ahead"]
    for thread in threads:
        thread.join(60)
    assert read(stage, articles) == [True, False], "quitting ends the wait, and nothing is begun after it"


async def test_not_where_the_reader_does_not_want_it(stage: Stage, slow: Worker) -> None:
    articles = library(stage, "Rui saiu.", "Bia veio.")
    config = replace(stage.services.config, names_ahead=False)
    async with playing(stage.app(articles[0], worker=slow, config=config)) as player:
        assert player.screen.desk._ahead is None
    assert read(stage, articles) == [True, False]


async def test_an_article_that_cannot_be_read_costs_itself(stage: Stage, slow: Worker) -> None:
    articles = library(stage, "Rui saiu.", "Falha aqui.", "Morre aqui.", "Davi ficou.")
    async with playing(stage.app(articles[0], worker=slow)) as player:
        await player.until(lambda: read(stage, articles) == [True, False, False, True])
        await player.until(lambda: player.screen.library.border_subtitle == "")
        assert player.message == "", "nobody asked for it"
        assert slow._deaths == 1
        await player.open(articles[3].id)
        await player.until(lambda: not player.screen.desk._ahead._running)
        assert slow._deaths == 1, "it is not tried again"


async def test_where_the_process_does_not_last_nothing_more_is_begun(stage: Stage) -> None:
    articles = library(stage, "Rui saiu.", "Bia veio.")
    worker = Worker([sys.executable, "-c", "raise SystemExit(1)"])
    async with playing(stage.app(articles[0], worker=worker)) as player:
        await player.until(lambda: player.screen.desk._ahead._stop.is_set())
        assert player.screen.library.border_subtitle == ""


async def test_nothing_is_started_where_all_is_read(stage: Stage) -> None:
    articles = library(stage, "Rui saiu.", "Bia veio.")
    for each in articles:
        stage.composition.analyses.put(each.id, expected(), each.published, ())
    worker = Worker(["/nowhere/python"])
    async with playing(stage.app(articles[0], worker=worker)) as player:
        await player.until(lambda: not player.screen.desk._ahead._running)
        assert worker._deaths == 0


async def test_an_article_removed_meanwhile_is_passed_over(stage: Stage, slow: Worker, folder: Path) -> None:
    articles = library(stage, "Rui saiu.", "Espera, disse Ana.", "Bia veio.", "Davi ficou.")
    async with playing(stage.app(articles[0], worker=slow)) as player:
        await player.until((folder / "waiting").exists)
        stage.services.articles.remove(articles[2].id)
        (folder / "go").touch()
        # How far it has come is told after it began: before that nothing is told, as at the end.
        await player.until(lambda: read(stage, articles) == [True, True, False, True])
        await player.until(lambda: player.screen.library.border_subtitle == "")


async def test_a_new_version_reads_all_of_it_again(stage: Stage, slow: Worker) -> None:
    articles = library(stage, "Rui saiu.", "Bia veio.", "Davi ficou.")
    for each in articles:
        stage.composition.analyses.put(each.id, Identity("slow", "0"), each.published, ())
    async with playing(stage.app(articles[0], worker=slow)) as player:
        await player.until(lambda: all(read(stage, articles)))
        assert "Rui" in [player.screen.names.row(number).text for number in range(player.screen.names.count())]
    assert not any(read(stage, articles, Identity("slow", "0"))), "in place of the older one"

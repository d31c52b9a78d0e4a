"""Exporting from the screen: a real file, what is in the way, what cannot be written, and calling it off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from articles.model import Article
from reader import i18n
from reader.entities import choosing
from reader.tui.app import ReaderApp
from reader.tui.screens.asking import AskScreen
from reader.tui.screens.export import ExportScreen
from tests.tui.engines import HeldEngine
from tests.tui.stage import MEDIUM, Player, Stage, playing

BODY = "O trem partiu.\n\nEle chegou a Moscou na quarta-feira (13).\n\nPutin o recebeu."


async def dialog(player: Player) -> ExportScreen:
    await player.until(lambda: player.screen.desk.helpers is not None)
    await player.press("x")
    await player.until(lambda: isinstance(player.app.screen, ExportScreen), "the dialog")
    screen = player.app.screen
    assert isinstance(screen, ExportScreen)
    await player.until(lambda: screen.folder)
    return screen


async def ended(player: Player) -> str:
    await player.until(lambda: not player.screen.export_text and player.message, "what came of it")
    return player.message


async def test_x_writes_this_article_or_the_list_and_never_over_a_file(stage: Stage, tmp_path: Path) -> None:
    config = replace(stage.services.config, export_folder=str(tmp_path))
    async with playing(stage.app(config=config), MEDIUM) as player:
        await dialog(player)
        await player.press("f", "f", "f", "enter")  # from HTML on: EPUB, text, JSON come after it
        said = await ended(player)
        (path,) = tmp_path.glob("*.json")
        assert f'"id": "{player.article.id}"' in path.read_text(encoding="utf-8")
        assert said.startswith("wrote 1 article: ")
        assert path.name in said

        path.write_text("mine", encoding="utf-8")
        await dialog(player)
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, AskScreen), "the question")
        await player.press("n")
        await player.until(lambda: "not exported" in player.message)
        assert path.read_text(encoding="utf-8") == "mine"
        await dialog(player)
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, AskScreen), "the question")
        await player.press("r")
        assert (await ended(player)).startswith("wrote 1 article")
        assert path.read_text(encoding="utf-8") != "mine"

        await player.press("1")
        await dialog(player)
        assert player.shows("the list Library")
        there = player.app.screen
        assert isinstance(there, ExportScreen)
        there.line.value = "nowhere/else.json"
        await player.press("enter")
        assert "there is no folder" in await ended(player)
        dialogue = await dialog(player)
        dialogue.line.value = "each/"
        await player.press("f", "f", "f", "f", "enter")
        assert f"wrote {len(stage.summaries())} articles" in await ended(player)
        assert len(list((tmp_path / "each").iterdir())) == len(stage.summaries())


async def test_what_is_drafted_for_an_export_can_be_called_off(stage: Stage, tmp_path: Path) -> None:
    engine, folder = HeldEngine(), tmp_path / "out"
    folder.mkdir()
    config = replace(stage.services.config, export_folder=str(folder))
    async with playing(stage.app(Article("O trem", BODY), engine=engine, config=config), MEDIUM) as player:
        await dialog(player)
        await player.press("d", "enter")
        await player.until(lambda: engine.asked, "the engine was asked")
        engine.let()
        await player.until(lambda: "drafting English 1/" in player.screen.export_text, "how far it is")
        await player.press("x")
        assert "calling off" in player.screen.export_text
        engine.go()
        assert "called off" in await ended(player)
        assert not list(folder.iterdir())

        await dialog(player)
        await player.press("enter")  # what was chosen the last time is chosen again
        assert (await ended(player)).startswith("wrote 1 article")
        assert "The English of Putin o recebeu." in (folder / "o-trem.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_picture(
    stage: Stage, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(choosing, "_neural", lambda: None)
    i18n.activate(language)
    app = stage.app(config=replace(stage.services.config, export_folder="/home/ana/Leituras"))

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        player = Player(pilot.app, pilot)
        await player.ready()
        await dialog(player)
        await player.press("f")
        await player.press("l")
        player.screen.foot.hush()
        await player.settle(6)
        await pilot.pause()

    assert snap_compare(app, terminal_size=MEDIUM, run_before=play)

"""Pictures of what is done with English, in both languages: words lit, a sentence edited, a name in doubt."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from articles.model import Article
from reader import i18n
from reader.entities import choosing
from reader.translation.alignment.lexical import LexicalAligner
from reader.tui.app import ReaderApp
from reader.tui.screens.editor import EditScreen
from reader.tui.services import Helpers
from tests.tui.engines import HeldEngine
from tests.tui.stage import MEDIUM, Player, Stage

BODY = "Kim Jong Un chegou ao leste da Rússia. Em Vladivostok ninguém sabia de nada.\n\nO trem partiu à noite."
ENGLISH = {
    "Em viagem": "Travelling",
    "Kim Jong Un chegou ao leste da Rússia.": "Kim Jong Un arrived in the east of Russia.",
    "Em Vladivostok ninguém sabia de nada.": "Nobody knew anything there.",
    "O trem partiu à noite.": "The train left at night.",
}


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the other pictures: nothing says that rules stand in."""
    monkeypatch.setattr(choosing, "_neural", lambda: None)


async def words(player: Player) -> None:
    await player.press("}", "w", "l", "l")
    await player.until(lambda: "Un → Un" in player.lines()[-1])


async def other_way_round(player: Player) -> None:
    await player.press("t", "}")
    await player.until(lambda: player.shows("Nobody") and player.screen.desk.progress is None)
    await player.press("w", "l")
    await player.until(lambda: "Jong ← Jong" in player.lines()[-1])


async def editing(player: Player) -> None:
    await player.press("}", "enter")
    await player.until(lambda: player.shows("— ") and player.page.english.of(player.sentence()))
    await player.press("E")
    await player.until(lambda: isinstance(player.app.screen, EditScreen))
    editor = player.app.screen
    assert isinstance(editor, EditScreen)
    editor.area.cursor_blink = False


SCENES: dict[str, Callable[[Player], Awaitable[None]]] = {
    "words": words,
    "other-way-round": other_way_round,
    "editing": editing,
}


@pytest.mark.parametrize("language", ["en", "pt_BR"])
@pytest.mark.parametrize("name", list(SCENES))
def test_picture(stage: Stage, snap_compare: Callable[..., bool], name: str, language: str) -> None:
    i18n.activate(language)
    engine = HeldEngine(lambda sentence: ENGLISH.get(sentence, "Something else."), "local", free=True)

    def helpers(not_kept: Callable[..., object]) -> Helpers:
        return dataclasses.replace(stage.helpers(engine)(not_kept), aligner=LexicalAligner())

    app = stage.app(Article("Em viagem", BODY, language="pt-BR"), helpers=helpers)

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        player = Player(pilot.app, pilot)
        await player.ready()
        await SCENES[name](player)
        player.screen.foot.hush()
        await player.settle(6)
        await pilot.pause()

    assert snap_compare(app, terminal_size=MEDIUM, run_before=play)

"""The help page: every command, and finding one on it."""

from __future__ import annotations

from textual.widgets import Input

from reader.tui.commands import COMMANDS, keys_of, shown_key
from reader.tui.screens.help import HelpScreen
from tests.tui.stage import MEDIUM, Stage, playing


async def test_every_command_is_there_and_can_be_found(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("question_mark")
        await player.until(lambda: isinstance(player.app.screen, HelpScreen))
        screen = player.app.screen
        assert isinstance(screen, HelpScreen)
        lines = [line.split() for line in screen._text().plain.split("\n")]
        for command in COMMANDS:
            keys = "  ".join(map(shown_key, keys_of(command, {}))) or "–"
            assert [*keys.split(), *command.title.split()] in lines, command.id
        await player.press("slash")
        screen.query_one(Input).value = "side by"
        await player.until(lambda: not player.shows("Line down"))
        screen.query_one(Input).value = "línE dówn"
        await player.until(lambda: player.shows("Line down") and not player.shows("Line up"))
        await player.press("escape")
        await player.until(lambda: player.shows("Line up"))
        await player.press("escape")
        await player.until(lambda: player.app.screen is player.screen)

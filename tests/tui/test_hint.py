"""The hint of the first launch: three lines over the text's end, gone with the first key, and never there again."""

from __future__ import annotations

import dataclasses

import pytest

from reader.config.model import Config
from reader.tui.app import ReaderApp
from reader.tui.opened import HINTED, look_of, opening
from reader.tui.widgets.hint import lines
from tests.tui.stage import Stage, playing

SAYS = "every command by its name"


async def test_the_first_launch_says_three_lines_and_no_later_one(stage: Stage) -> None:
    with stage.composition.database.write() as connection:
        connection.execute("DELETE FROM window_state WHERE name = ?", (HINTED,))
    async with playing(stage.app(), (80, 24)) as player:
        await player.until(lambda: player.shows(SAYS))
        before = player.page.window.top
        assert stage.services.positions.recall(HINTED) is None or player.shows(SAYS)
        await player.press("j")  # does what it always does
        await player.until(lambda: not player.shows(SAYS))
        assert player.page.window.top > before
        await player.until(lambda: stage.services.positions.recall(HINTED) is True)
    async with playing(stage.app(), (80, 24)) as player:
        await player.settle()
        assert not player.shows(SAYS)


def test_the_lines_have_the_keys_that_are_configured() -> None:
    assert [line.split("   ")[0] for line in lines({})] == ["t  English and back", "/  find", "?  all keys"]
    assert lines({"english": "f2", "peek": ""})[0] == "F2  English and back   w  word by word"
    assert max(map(len, lines({}))) <= 76


@pytest.mark.parametrize("size", [(60, 12), (120, 40)])
async def test_the_foot_stays_readable_below_the_hint(stage: Stage, size: tuple[int, int]) -> None:
    services = dataclasses.replace(stage.services, config=Config())
    look = dataclasses.replace(look_of(services), first=True)
    app = ReaderApp(services, opening(services, None), look)
    async with playing(app, size) as player:
        await player.until(lambda: player.shows("English and back"))
        assert "t English" in player.lines()[-1]

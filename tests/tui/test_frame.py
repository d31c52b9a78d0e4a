"""The line being read keeps its row of the terminal also where the frame around the text goes and comes."""

from __future__ import annotations

import pytest

from tests.tui.stage import MEDIUM, WIDE, Player, Stage, playing


def row_of_bar(player: Player) -> int:
    return next(number for number, line in enumerate(player.lines()) if "▌" in line)


@pytest.mark.parametrize("sentences", [0, 3, 8, 40])
async def test_narrower_than_a_frame_and_back(stage: Stage, sentences: int) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press(*[")"] * sentences)
        await player.settle()
        before = row_of_bar(player)
        for width in (63, 80, 79, 120, 40, 80):
            await player.pilot.resize_terminal(width, MEDIUM[1])
            await player.settle()
            assert row_of_bar(player) == before, width


@pytest.mark.parametrize("size", [WIDE, MEDIUM])
async def test_the_text_alone_and_back(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await player.press(*[")"] * 6)
        await player.settle()
        before = row_of_bar(player)
        await player.press("z")
        await player.settle()
        assert row_of_bar(player) == before
        await player.press("z")
        await player.settle()
        assert row_of_bar(player) == before

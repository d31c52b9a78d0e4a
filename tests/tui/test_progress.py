"""How far the reader is: a line under the head, and the minutes left."""

from __future__ import annotations

from reader.tui.telling import left_text
from tests.tui.stage import Stage, playing


def test_the_minutes_left() -> None:
    assert left_text(0) == ""
    assert left_text(300) == "less than a minute left"
    assert left_text(4_800) == "4 min left"


async def test_the_head_is_underlined_as_far_as_was_read(stage: Stage) -> None:
    async with playing(stage.app()) as player:

        def underlined() -> int:
            strip = player.screen.head.render_line(0)
            return sum(len(each.text) for each in strip if each.style is not None and each.style.underline)

        await player.press("j")
        first = underlined()
        assert 0 < first < 120
        assert "left" in player.lines()[-1]
        await player.press("G")
        assert underlined() == 120
        assert "left" not in player.lines()[-1].partition("¶")[2]

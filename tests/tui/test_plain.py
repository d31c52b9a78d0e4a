"""The plain screen: no frames, all in words, and the terminal's own cursor where the reader is."""

from __future__ import annotations

import dataclasses
import os
import select
import time
from pathlib import Path

import pytest

from reader.tui.app import ReaderApp
from reader.tui.opened import look_of, opening
from tests.tui.stage import WIDE, Stage, playing
from tests.tui.terminal import DEADLINE, Tmux


async def test_one_column_in_words(stage: Stage) -> None:
    services = dataclasses.replace(stage.services, config=dataclasses.replace(stage.services.config, plain=True))
    app = ReaderApp(services, opening(services, None), look_of(services))
    async with playing(app, WIDE) as player:
        screen = player.screen
        await player.until(lambda: screen.library.count() > 4)
        assert screen.text.region.width == WIDE[0]
        assert player.lines()[1].startswith(player.article.title)
        assert app.cursor_position == (0, 1)
        await player.press("}", "m")
        await player.until(lambda: "marked" in screen.foot.place)
        assert screen.foot.place.startswith("paragraph 1 of ")
        text, (x, y) = player.article.body, app.cursor_position
        assert player.lines()[y][x:].startswith(text[:20])
        await player.press("T")
        await player.until(lambda: "English by a person" in screen.foot.place)
        await player.press("T", "T")
        assert "side by side" not in player.message
        await player.press("1", "j")
        await player.until(lambda: screen.library.cursor == 1 and screen.library.region.width == WIDE[0])
        await player.until(lambda: ", unread" in player.lines()[app.cursor_position.y])
        drawn = "".join(player.lines())
        assert not set("─│╭╮╰╯┃▌●▸") & set(drawn)


@pytest.mark.terminal
@pytest.mark.skipif(os.name == "nt" or not Tmux.is_there(), reason="needs tmux")
def test_the_terminals_cursor_follows(stage: Stage, tmp_path: Path) -> None:
    stage.close()
    with Tmux(["--home", str(stage.home), "--plain"], tmp_path, (80, 24)) as terminal:
        terminal.until("title, ")

        def cursor_until(row: int) -> None:
            end = time.monotonic() + DEADLINE
            while (at := terminal.cursor()) is None or at[1] != row:
                assert time.monotonic() < end, f"cursor at {at}, not on row {row}\n{terminal.screen()}"
                select.select([], [], [], 0.05)

        cursor_until(1)
        terminal.send(")")
        terminal.until("paragraph 1 of")
        cursor_until(next(n for n, line in enumerate(terminal.screen().split("\n")) if line.startswith("O real")))
        terminal.send("1")
        terminal.until("Library")
        cursor_until(2)
        terminal.send("j")
        cursor_until(4)
        terminal.send("q\x11")
        assert terminal.wait() == 0

"""Selecting on the screen, by keys and by mouse, and what is copied."""

from __future__ import annotations

import base64

import pytest
from textual import events

from articles.model import Article
from reader.tui.clipboard import MOST, SURE, wrapped
from reader.tui.page.layout import Layout, Voice
from tests.tui.stage import MEDIUM, Player, Stage, playing


async def mouse(player: Player, kind: type[events.MouseEvent], x: int, y: int) -> None:
    player.app.screen._forward_event(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await player.settle(1)


async def test_v_selects_moves_shows_without_colour_and_y_copies(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        player.to_middle()
        await player.press("v")
        assert player.screen.selecting
        assert "o swap" in player.lines()[-1]
        await player.press(")", ")", "o", "b")
        selection = player.page.selection
        assert selection is not None
        assert selection.head < selection.anchor
        reversed_cells = sum(
            len(segment.text)
            for strip in player.app.screen._compositor.render_strips(player.app.size)
            for segment in strip
            if segment.style is not None and segment.style.reverse
        )
        assert reversed_cells > 40
        await player.press("y")
        assert player.app.clipboard in " ".join(player.article.body.split("\n\n"))
        assert "characters copied" in player.message
        assert not player.screen.selecting
        await player.press("v", "escape")
        assert not player.screen.selecting
        assert player.page.selection is None


async def test_a_drag_over_the_edge_scrolls_and_goes_on_selecting(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        region = player.screen.text.content_region
        x, y = player.where("Para quem", "#text")
        await mouse(player, events.MouseDown, x, y)
        await mouse(player, events.MouseMove, x + 4, y)
        assert player.page.selection is not None
        top = player.page.window.top
        await mouse(player, events.MouseMove, x + 4, region.bottom)
        await player.until(lambda: player.page.window.top > top, "scrolled")
        await mouse(player, events.MouseMove, x + 4, region.bottom - 2)
        await mouse(player, events.MouseUp, x + 4, region.bottom - 2)
        await mouse(player, events.Click, x + 4, region.bottom - 2)
        await player.press("y")
        assert player.app.clipboard.startswith("Para quem")
        assert "┃" not in player.app.clipboard
        assert "│" not in player.app.clipboard
        await player.click_on("Desde 1986", within="#text")
        assert player.page.selection is None


async def test_in_english_english_is_copied_and_both_languages_say_who(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("j", "}", "}")
        source = player.sentence()
        await player.until(lambda: player.page.english.of(source) is not None)
        known = player.page.english.of(source)
        assert known is not None
        await player.screen.run_action("copy_in_both")
        assert player.app.clipboard.startswith(f"{source}\n\n{known.target}\n\nEnglish: human")
        assert player.article.title in player.app.clipboard
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.ENGLISH)
        await player.press("y")
        assert player.app.clipboard == known.target
        await player.press("v", ")")
        assert player.page.selection is not None
        assert player.page.selection.voice is Voice.ENGLISH
        await player.press("t")
        await player.until(lambda: player.page.selection is None)


async def test_what_is_too_long_for_a_terminal_is_said(stage: Stage) -> None:
    body = "\n\n".join(["Uma frase que se repete sempre." * 40] * 700)
    async with playing(stage.app(Article("Longo", body)), ready=False) as player:
        await player.press("v", "G", "y")
        assert "too long to copy" in player.message
        assert player.app.clipboard == ""
        player.screen.put_on_clipboard("a" * (SURE + 1), "copied")
        assert "some terminals take no more than 74" in player.message
        player.screen.put_on_clipboard("é" * MOST, "copied")
        assert "too long to copy" in player.message
        player.screen.put_on_clipboard("a\x1b]0;x\x07\nb", "copied")
        assert player.app.clipboard == "a\ufffd\nb"


@pytest.mark.parametrize(
    ("environment", "begins"),
    [
        ({"TMUX": "/tmp/x,1,0", "TERM": "tmux-256color"}, "\x1bPtmux;\x1b\x1b]52;c;"),
        ({"STY": "1.x"}, "\x1bP\x1b]52;c;"),
    ],
)
def test_tmux_and_screen_hand_it_on(environment: dict[str, str], begins: str) -> None:
    text = "Olá, mundo. " * 200
    packed = wrapped(text, environment)
    assert packed.startswith(begins)
    payload = packed.removeprefix(begins).replace("\x1b\\\x1bP", "").removesuffix("\x07\x1b\\")
    assert base64.b64decode(payload).decode() == text
    if "STY" in environment:
        assert max(map(len, packed.split("\x1b\\"))) < 256


def test_a_plain_terminal_gets_it_once() -> None:
    assert wrapped("a", {"TERM": "xterm-256color"}) == ""

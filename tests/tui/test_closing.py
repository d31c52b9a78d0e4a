"""Esc and q close one thing after the other, and q quits from the top; nothing else ever ends the app."""

from __future__ import annotations

import pytest
from textual import events

from reader.tui.page.layout import Layout
from tests.tui.stage import MEDIUM, SIZES, Player, Stage, playing


async def open_everything(player: Player) -> None:
    """The text alone, a name chosen, a search marked, a peek unfolded, and the library over it all."""
    await player.press("3", "j", "enter")
    await player.until(lambda: player.screen.text.marks.chosen is not None)
    await player.press("2", "slash")
    await player.type("real")
    await player.press("enter")
    await player.until(lambda: len(player.screen.text.matches) > 0)
    await player.press("enter")
    await player.until(lambda: player.page.peeked())
    await player.press("1")
    await player.until(lambda: player.screen.focused is player.screen.library)


@pytest.mark.parametrize("key", ["escape", "q"])
@pytest.mark.parametrize("size", SIZES)
async def test_one_thing_at_a_time(stage: Stage, key: str, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await open_everything(player)

        def state() -> tuple[bool, bool, bool, bool]:
            screen = player.screen
            return (
                screen.focused is screen.text,
                not player.page.peeked(),
                not screen.text.matches,
                screen.text.marks.chosen is None,
            )

        assert state() == (False, False, False, False)
        for done in range(1, 5):
            await player.press(key)
            await player.until(lambda done=done: state() == tuple(number < done for number in range(4)), str(done))
            assert not player.app._exit
        await player.press(key)
        await player.settle()
        assert player.app._exit is (key == "q")


async def test_the_text_alone_is_the_last_to_be_closed(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("z")
        await player.until(lambda: not player.screen.library.display)
        await player.press("q")
        await player.until(lambda: player.screen.library.display)
        assert not player.app._exit


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
async def test_quitting_at_once_from_anywhere(stage: Stage, key: str) -> None:
    for before in ((), ("1",), ("slash", "a"), ("question_mark",), ("colon",), ("o",)):
        async with playing(stage.app()) as player:
            for each in before:
                await player.press(each)
            await player.press(key)
            await player.until(lambda: player.app._exit)


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_of_input_takes_letters_as_letters(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await player.press("slash")
        await player.until(lambda: player.screen.asks())
        await player.type("qtTjJ:?1/ [e")
        await player.until(lambda: player.screen.prompt.value == "qtTjJ:?1/ [e")
        assert player.page.layout is Layout.ORIGINAL
        assert not player.app._exit
        await player.press("escape")
        await player.until(lambda: not player.screen.asks())
        assert player.screen.focused is player.screen.text


async def test_a_line_of_input_left_by_mouse_or_tab_can_be_closed(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        for leave in ("tab", "click"):
            await player.press("slash")
            await player.type("real")
            await player.until(lambda: len(player.screen.text.matches) > 0)
            if leave == "tab":
                await player.press("tab")
            else:
                await player.click_on("Uma fila", within="#text")
            await player.settle()
            for _ in range(3):
                await player.press("escape")
            await player.until(lambda: not player.screen.asks() and not player.screen.text.matches, leave)
            assert player.screen.focused is player.screen.text
            await player.press("t")
            await player.until(lambda: player.page.layout is Layout.ENGLISH)
            await player.press("t")
            await player.until(lambda: player.page.layout is Layout.ORIGINAL)


async def test_an_article_clicked_while_something_is_asked(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        player.to_middle()
        await player.press("slash")
        await player.type("real")
        await player.click_on(stage.summaries()[5].title[:10], within="#library")
        await player.until(lambda: player.article.id == stage.summaries()[5].id)
        await player.settle()
        place = player.page.place()
        for _ in range(2):
            await player.press("escape")
        await player.until(lambda: not player.screen.asks())
        await player.settle()
        assert player.page.place() == place, "Esc does not go to a place of another article"


async def test_pasting_is_no_series_of_keys(stage: Stage) -> None:
    from textual import events

    async with playing(stage.app(), MEDIUM) as player:
        player.app.post_message(events.Paste("qtTzJ\x03"))
        await player.until(lambda: player.app.screen is not player.screen, "it is offered to be added")
        await player.press("escape")
        await player.until(lambda: player.app.screen is player.screen)
        assert player.page.layout is Layout.ORIGINAL
        assert not player.app._exit
        await player.press("slash")
        player.app.post_message(events.Paste("moeda\nsegunda linha"))
        await player.until(lambda: player.screen.prompt.value == "moeda")


async def test_leaving_before_it_has_begun(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        screen = player.screen
        assert screen._prompt is not None
        await screen._prompt.remove()
        screen._prompt = None  # as it is before the first picture
        player.app.exit()
        screen._begin()
        assert screen._prompt is None, "nothing is made for a screen that is about to go"


async def test_what_is_typed_after_leaving_does_nothing(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.hurry(events.Key("q", "q"), events.Key("slash", "/"), events.Key("x", "x"))
        await player.until(lambda: player.app._exit)
        await player.settle()
        assert not player.screen.asks()

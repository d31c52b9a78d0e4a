"""Everything by mouse."""

from __future__ import annotations

import pytest
from textual import events

from reader.tui.page.layout import Layout
from reader.tui.screens.card import CardScreen
from reader.tui.screens.help import HelpScreen
from tests.tui.stage import MEDIUM, NARROW, SIZES, WIDE, Player, Stage, playing


async def wheel(player: Player, down: bool, x: int, y: int) -> None:
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    player.app.screen._forward_event(kind(None, x, y, 0, 0, 0, False, False, False, x, y))
    await player.settle()


async def test_a_click_on_an_article_opens_that_article(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        for number in (0, 3, 8, 1):
            title = stage.summaries()[number].title
            await player.click_on(title[:12], within="#library")
            await player.until(lambda number=number: player.article.id == stage.summaries()[number].id)


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_sentence_puts_the_cursor_there(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        for words in ("Em 1993", "Vieram em seguida", "Para quem"):
            if not player.shows(words):
                continue
            await player.click_on(words, within="#text")
            await player.until(lambda words=words: words in player.sentence(), words)


async def test_each_cell_of_the_text_belongs_to_the_sentence_that_is_drawn_there(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        region = player.screen.text.content_region
        lines = player.lines()
        for y in range(region.y, region.bottom, 3):
            for x in (region.x + 4, region.x + 30):
                words = lines[y][x : x + 6]
                if not any(map(str.isalnum, words)) or y < region.y + 3:  # a rule is no text
                    continue
                await player.click(x, y)
                await player.settle()
                spot = player.page.window.rows()[y - region.y]
                assert spot is not None
                assert player.page.cursor.block == spot[0]
                first, last = player.page.block(spot[0]).rows_of(player.page.cursor.sentence)
                assert first <= spot[1] <= last, (x, y, words)


async def test_a_double_click_selects_the_word_and_a_third_the_sentence(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.click_on("Para quem", times=2, within="#text")
        await player.press("y")
        assert player.app.clipboard == "Para"
        assert not player.page.peeked()
        await player.click_on("Para quem", times=3, within="#text")
        assert player.sentence().startswith("Para quem")
        await player.press("y")
        assert player.app.clipboard == player.sentence()


async def test_a_click_on_a_name_chooses_it_and_again_shows_its_card(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.click_on("Fernando Henrique", within="#entities")
        await player.until(lambda: "mention 1 of" in player.message)
        assert player.message.startswith("Fernando Henrique Cardoso:")
        await player.click_on("▸Fernando Henrique", within="#entities")
        await player.until(lambda: isinstance(player.app.screen, CardScreen))


async def test_a_click_on_a_heading_or_on_nothing_does_nothing(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        before = player.article.id
        await player.click_on("PEOPLE", within="#entities")
        region = player.screen.library.content_region
        await player.click(region.x + 2, region.bottom - 1)
        await player.settle()
        assert player.screen.text.marks.chosen is None
        assert player.article.id == before


async def test_the_wheel_on_the_text(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        region = player.screen.text.content_region
        before = player.page.window.top
        await wheel(player, True, region.x + 5, region.y + 5)
        await player.until(lambda: player.page.window.top > before)
        await wheel(player, False, region.x + 5, region.y + 5)
        await player.until(lambda: player.page.window.top == before)


async def test_the_wheel_on_a_list_scrolls_it_and_leaves_the_text_alone(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        region = player.screen.names.content_region
        top, text = player.screen.names.top, player.page.window.top
        assert player.screen.names.count() > region.height
        await wheel(player, True, region.x + 5, region.y + 5)
        await player.until(lambda: player.screen.names.top > top)
        assert player.page.window.top == text
        for _ in range(40):
            await wheel(player, True, region.x + 5, region.y + 5)
        assert player.screen.names.top == player.screen.names.count() - region.height
        for _ in range(60):
            await wheel(player, False, region.x + 5, region.y + 5)
        assert player.screen.names.top == 0


async def test_a_list_shorter_than_its_pane_does_not_scroll(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        region = player.screen.library.content_region
        await wheel(player, True, region.x + 2, region.y + 2)
        assert player.screen.library.top == 0


async def test_a_click_on_the_scroll_bar_goes_there(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        region = player.screen.text.content_region
        await player.click(region.right - 1, region.bottom - 1)
        await player.until(lambda: player.page.cursor.block == len(player.page.document) - 1)
        await player.click(region.right - 1, region.y)
        await player.until(lambda: player.page.cursor.block <= 1)
        assert player.page.window.pad == 0


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_word_of_the_foot_does_what_the_key_does(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        y = size[1] - 1
        await player.click(player.lines()[y].index("t English") + 3, y)
        await player.until(lambda: player.page.layout is Layout.ENGLISH)
        await player.until(lambda: "translating" not in player.lines()[y])  # it takes the place of the last words
        await player.click(player.lines()[y].index("peek"), y)
        await player.until(lambda: player.page.peeked())
        before = player.screen.names.display
        await player.click(player.lines()[y].index("entities"), y)
        await player.until(lambda: player.screen.names.display is not before)
        if size != NARROW:
            player.screen.foot.hush()
            await player.settle()
            await player.click(player.lines()[y].index("help"), y)
            await player.until(lambda: isinstance(player.app.screen, HelpScreen))


async def test_a_click_beside_the_words_of_the_foot_does_nothing(stage: Stage) -> None:
    async with playing(stage.app(), WIDE) as player:
        await player.click(90, WIDE[1] - 1)
        player.screen.foot.say("a message covers the words")
        await player.settle()
        await player.click(4, WIDE[1] - 1)
        await player.settle()
        assert player.page.layout is Layout.ORIGINAL


async def test_a_click_in_a_pane_that_slid_over_and_beside_it(stage: Stage) -> None:
    async with playing(stage.app(), NARROW) as player:
        await player.press("1")
        await player.until(lambda: player.shows("Library"))
        await player.click_on(stage.summaries()[4].title[:10], within="#library")
        await player.until(lambda: player.article.id == stage.summaries()[4].id)
        await player.until(lambda: not player.screen.library.display)

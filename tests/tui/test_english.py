"""English by key: on, off, its layouts, its peeks, and who it comes from."""

from __future__ import annotations

import pytest

from reader.tui.page.layout import Layout
from tests.tui.stage import MEDIUM, SIZES, Stage, playing

TITLE = "The Real Plan: the currency that tamed inflation"
AROUND = [Layout.ENGLISH, Layout.INTERLINEAR, Layout.SIDE_BY_SIDE]


@pytest.mark.parametrize("size", SIZES)
async def test_t_toggles_english_that_a_person_made_at_once(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await player.until(lambda: player.page.english.of(player.article.title))
        await player.press("t")
        assert player.page.layout is Layout.ENGLISH
        assert player.shows(TITLE[:25])
        await player.until(lambda: "EN human" in player.lines()[0])
        x = player.screen.text.content_region.x + player.screen.text._left()
        assert any(line[x] == "=" for line in player.lines()[1:-1])
        assert "…" not in "".join(row.sign for row in player.page.block(0).rows)
        await player.press("t")
        await player.until(lambda: not player.shows(TITLE[:25]))
        assert "EN" not in player.lines()[0]


async def test_capital_t_goes_round_the_layouts_and_t_comes_back_to_the_last(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("T")
        await player.until(lambda: player.page.layout is Layout.ENGLISH)
        seen = []
        for _ in range(4):
            await player.press("T")
            await player.settle()
            seen.append(player.page.layout)
        assert seen == [*AROUND[1:], *AROUND[:2]]
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.ORIGINAL)
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.INTERLINEAR)


async def test_each_layout_looks_as_it_should(stage: Stage) -> None:
    async with playing(stage.app(), (160, 40)) as player:
        await player.until(lambda: player.page.english.of(player.article.title))
        original = stage.summaries()[0].title
        for layout in AROUND:
            await player.press("T")
            await player.until(lambda layout=layout: player.page.layout is layout)
            await player.settle()
            assert player.shows(TITLE[:20])
            body = [line for line in player.lines()[1:-1] if original in line and "▌" in line]
            assert bool(body) is (layout is not Layout.ENGLISH)
            if layout is Layout.SIDE_BY_SIDE:
                assert TITLE[:20] in body[0]
            if layout is Layout.INTERLINEAR:
                assert player.shows("┊ The Real Plan")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75, 1.0])
async def test_the_line_being_read_stays_on_its_row_of_the_screen(
    stage: Stage, size: tuple[int, int], share: float
) -> None:
    async with playing(stage.app(), size) as player:
        page = player.page
        if share == 0.0:
            await player.press("g")
        elif share == 1.0:
            await player.press("G")
        else:
            page.restore(int(len(player.article.body) * share), page.window.height // 3)
            player.screen.text.redraw()
        await player.settle()
        cursor, row = page.cursor, player.row()

        def bar() -> int:
            """The row of the screen at which the bar of the reading cursor begins."""
            return next(y for y, line in enumerate(player.lines()) if "▌" in line)

        begins = bar()
        for key in ("t", "T", "T", "T", "t", "t", "e", "t", "T", "minus", "minus", "0", "e"):
            await player.press(key)
            await player.settle()
            assert page.cursor == cursor, key
            assert player.row() == row, key
            assert bar() == begins, key


async def test_peeks_come_under_the_sentence_then_the_paragraph_then_go(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.until(lambda: player.page.english.of(player.article.title))
        await player.press("}", ")")
        before = player.all_text()
        await player.press("enter")
        await player.until(lambda: player.shows("┊ For those born after it"))
        assert player.shows("— human")
        assert not player.shows("┊ The real turns 32")
        await player.until(lambda: "EN human" in player.lines()[0])
        await player.press("enter")
        await player.until(lambda: player.shows("┊ The real turns 32"))
        await player.press("enter")
        await player.until(lambda: not player.page.peeked())
        await player.settle()
        assert [line[24:90] for line in player.lines()] == [line[24:90] for line in before.split("\n")]


async def test_a_peek_in_english_shows_the_original(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.until(lambda: player.page.english.of(player.article.title))
        await player.press("t", "}", "enter")
        await player.until(lambda: player.shows("┊ O real completa 32 anos"))


@pytest.mark.parametrize("presses", [2, 3])
async def test_where_the_english_is_there_already_a_peek_says_so(stage: Stage, presses: int) -> None:
    async with playing(stage.app()) as player:
        await player.press(*["T"] * presses, "enter")
        await player.until(lambda: "there already" in player.message)
        assert not player.page.peeked()


async def test_another_article_is_opened_in_the_same_layout(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("T", "T", "J")
        await player.until(lambda: player.article.id == stage.summaries()[1].id)
        assert player.page.layout is Layout.INTERLINEAR
        await player.until(lambda: "EN human" in player.lines()[0])


async def test_the_layout_is_remembered(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("T", "T", "T")
        await player.until(lambda: player.page.layout is Layout.SIDE_BY_SIDE)
    async with playing(stage.app()) as player:
        assert player.page.layout is Layout.ORIGINAL
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.SIDE_BY_SIDE)


async def test_the_name_of_a_layout_goes_with_the_layout(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("T")
        await player.until(lambda: player.screen.foot.message, "the layout's name")
        await player.press("t")
        await player.until(lambda: not player.screen.foot.message, "no message")

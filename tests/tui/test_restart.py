"""Where the reader was is where the reader is again; what happens behind the app's back does no harm."""

from __future__ import annotations

import pytest

from articles.model import Article
from tests.tui.stage import MEDIUM, SIZES, WIDE, Player, Stage, playing


def text_rows(player: Player) -> list[str]:
    region = player.screen.text.content_region
    return [line[region.x : region.right - 1] for line in player.lines()[region.y : region.bottom]]


@pytest.mark.parametrize("size", SIZES)
async def test_article_offset_and_row_survive_a_restart(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await player.open(stage.summaries()[3].id)
        await player.press("d", "d", ")", ")", "j")
        await player.settle()
        article, place, rows = player.article.id, player.page.place(), text_rows(player)
    async with playing(stage.app(), size) as player:
        assert player.article.id == article
        assert player.page.place() == place
        assert text_rows(player) == rows
        await player.until(lambda: player.shows("▸") or size != WIDE)


@pytest.mark.parametrize("key", ["g", "G"])
async def test_the_ends_survive_a_restart(stage: Stage, key: str) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press(key)
        await player.settle()
        place, rows = player.page.place(), text_rows(player)
    async with playing(stage.app(), MEDIUM) as player:
        assert (player.page.place(), text_rows(player)) == (place, rows)


async def test_a_sentence_that_began_above_the_screen(stage: Stage) -> None:
    async with playing(stage.app(), (70, 8)) as player:
        for _ in range(200):
            await player.press("j")
            if player.page.place()[1] < 0:
                break
        assert player.page.place()[1] < 0
        rows = text_rows(player)
    async with playing(stage.app(), (70, 8)) as player:
        assert text_rows(player) == rows


async def test_the_place_is_kept_while_reading_not_only_at_the_end(stage: Stage) -> None:
    positions = stage.services.positions
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("d", ")", ")")
        await player.settle()
        offset, row = player.page.place()

        def kept() -> bool:
            found = positions.get(player.article.id)
            return found is not None and (found.offset, found.row) == (offset, row)

        await player.until(kept, "the place in the library, the app still running")
        await player.press("J")
        await player.until(lambda: player.article.id == stage.summaries()[1].id)
        await player.until(lambda: positions.last() == player.article.id)


async def test_every_article_has_a_place_of_its_own(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        places = {}
        for _ in range(3):
            await player.press("d", "}", ")")
            await player.settle()
            places[player.article.id] = player.page.place()
            before = player.article.id
            await player.press("J")
            await player.until(lambda before=before: player.article.id != before)
            await player.settle()
        for article_id, place in places.items():
            await player.open(article_id)
            await player.settle()
            assert player.page.place() == place


async def test_at_another_size_the_sentence_is_the_same(stage: Stage) -> None:
    async with playing(stage.app(), WIDE) as player:
        player.to_middle()
        await player.press(")")
        sentence = player.sentence()
    for size in SIZES:
        async with playing(stage.app(), size) as player:
            assert player.sentence() == sentence
            assert any(player.shows(word) for word in sentence.split()[:2])


async def test_an_article_removed_since(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.open(stage.summaries()[2].id)
        gone = player.article.id
    stage.services.articles.remove(gone)
    async with playing(stage.app()) as player:
        assert player.article.id == stage.summaries()[0].id


async def test_articles_removed_behind_the_app_s_back(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        gone = stage.summaries()[1]
        stage.services.articles.remove(gone.id)
        stage.services.articles.remove(player.article.id)
        await player.press("J")
        await player.until(lambda: player.message, "the reason")
        assert player.app.is_running
        await player.press("t", "d", "1", "slash")
        await player.type("coreia")
        await player.until(lambda: player.screen.library.count() == 2)
        await player.press("enter", "enter")
        await player.until(lambda: "Coreia" in player.article.body)
        await player.press("1", "G", "g", "escape")
        assert player.app.is_running


async def test_an_article_that_comes_in_while_reading_is_listed_with_the_next_list(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        stage.services.articles.add(Article("Chegou agora", "Uma frase nova sobre cosmódromos."))
        await player.press("1", "slash")
        await player.type("cosmodromos")
        await player.until(lambda: player.screen.library.count() == 1)
        await player.press("enter", "enter")
        await player.until(lambda: player.article.title == "Chegou agora")


async def test_quick_steps_through_the_library_arrive_where_they_lead(stage: Stage) -> None:
    from textual import events

    async with playing(stage.app()) as player:
        await player.hurry(*(events.Key("J", "J") for _ in range(4)))
        await player.until(lambda: player.article.id == stage.summaries()[4].id, "four further on")
        await player.hurry(*(events.Key("K", "K") for _ in range(3)))
        await player.until(lambda: player.article.id == stage.summaries()[1].id, "three back")
        await player.settle(6)
        assert player.article.id == stage.summaries()[1].id
        assert player.screen.library.summary(player.screen.library.cursor) == stage.summaries()[1]
        assert player.shows("▸" + stage.summaries()[1].title[:10])


async def test_a_place_beyond_the_text_is_its_end(stage: Stage) -> None:
    article = stage.summaries()[0].id
    stage.services.positions.save(article, 10**9, 10**6)
    async with playing(stage.app(), MEDIUM) as player:
        assert player.page.cursor.block == len(player.page.document) - 1
        assert player.shows("▌")
        await player.press("k", "j", "g")
        assert player.app.is_running

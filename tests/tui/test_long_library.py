"""A library longer than what is fetched of it at once."""

from __future__ import annotations

from articles.model import Article
from tests.tui.stage import Stage, playing

MANY = 450


async def test_the_next_article_is_opened_wherever_in_the_list_the_reader_was(stage: Stage) -> None:
    stage.services.articles.add_many(
        [Article(f"Notícia {number}", f"Texto da notícia número {number}.") for number in range(MANY)]
    )
    keys = stage.services.articles.keys()
    here = stage.services.articles.summaries(keys[399:400])[0]
    stage.services.positions.save(here.id, 0, 0)

    async with playing(stage.app()) as player:
        assert player.article.id == here.id
        await player.until(lambda: player.shows("▸" + here.title), "the open article in the list")
        await player.press("J")
        following = stage.services.articles.summaries(keys[400:401])[0]
        await player.until(lambda: player.article.id == following.id, "the one after it")


async def test_an_article_that_was_removed_meanwhile_is_told_and_the_list_is_fetched_anew(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        second = stage.summaries()[1]
        stage.services.articles.remove(second.id)
        await player.press("J")
        await player.until(lambda: "no longer in the library" in player.screen.foot.message, "the message")
        await player.until(lambda: second.key not in player.screen.library.keys, "the list without it")

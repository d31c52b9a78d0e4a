"""The library pane: views, what is done with articles, and what comes in while it is looked at."""

from __future__ import annotations

import pytest

from articles.model import Article
from reader.tui.screens.views import ViewsScreen
from tests.tui.stage import MEDIUM, Player, Stage, playing


async def view(player: Player, words: str) -> None:
    """Choose a view by its name, in the library pane: in the text the key selects."""
    await player.press("1", "v")
    await player.until(lambda: isinstance(player.app.screen, ViewsScreen))
    await player.until(lambda: player.shows(words), words)
    await player.press("slash", *words, "enter")
    await player.until(lambda: not isinstance(player.app.screen, ViewsScreen))


@pytest.mark.parametrize("size", [MEDIUM, (120, 40)])
async def test_a_view_is_chosen_and_is_there_again_after_a_restart(stage: Stage, size: tuple[int, int]) -> None:
    articles = stage.services.articles
    articles.star(articles.keys()[2:4])
    async with playing(stage.app(), size) as player:
        await view(player, "Starred")
        await player.until(lambda: player.screen.library.count() == 2 and player.shows("Starred 2"))
    async with playing(stage.app(), size) as player:
        await player.press("1")
        await player.until(lambda: player.shows("Starred 2"))


async def test_what_is_read_stays_in_the_unread_view_until_it_is_chosen_anew(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        total = player.screen.library.count()
        await view(player, "Unread")
        await player.until(lambda: player.shows(f"Unread {total}"))
        await player.press("g", "j", "u")
        here = player.screen.library.key_here()
        await player.until(lambda: player.screen.library.summary_of(here).read)
        player.screen.desk.list_library()
        await player.settle(6)
        assert player.screen.library.key_here() == here
        await view(player, "Unread")
        await player.until(lambda: player.screen.library.position_of(here) is None)


async def test_what_is_deleted_comes_back_by_undo(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("1", "j")
        key, total = player.screen.library.key_here(), player.screen.library.count()
        await player.press("D")
        await player.until(lambda: player.screen.library.count() == total - 1)
        assert "U undo" in player.message
        await player.press("U")
        await player.until(lambda: player.screen.library.key_here() == key)


async def test_new_articles_do_not_move_the_row_and_are_told(stage: Stage) -> None:
    stage.services.articles.add_many([Article(f"Velha {n}", f"Texto velho {n}.") for n in range(60)])
    async with playing(stage.app()) as player:
        player.screen.desk.shelf.look()
        await player.press("1", "G", *"kkk")
        library = player.screen.library
        key, at = library.key_here(), library.cursor - library.top
        stage.services.articles.add_many([Article(f"Nova {n}", f"Texto novo {n}.") for n in range(3)])
        await player.until(lambda: player.shows("3 new"))
        assert (library.key_here(), library.cursor - library.top) == (key, at)
        await player.press("g")
        await player.until(lambda: not player.shows("3 new"))


async def test_new_articles_move_no_row_of_a_list_shorter_than_the_pane(stage: Stage) -> None:
    stage.empty()
    stage.services.articles.add_many([Article(f"Velha {n}", f"Texto velho {n}.") for n in range(4)])
    async with playing(stage.app()) as player:
        player.screen.desk.shelf.look()
        await player.press("1", "g", "j")
        library = player.screen.library
        await player.until(lambda: library.count() == 4)
        key, at = library.key_here(), library.cursor - library.top
        stage.services.articles.add_many([Article(f"Nova {n}", f"Texto novo {n}.") for n in range(3)])
        await player.until(lambda: player.shows("3 new"))
        assert (library.key_here(), library.cursor - library.top) == (key, at)
        await player.press("g")
        assert (library.top, library.cursor) == (0, 0)


async def test_groups_are_folded_and_opened(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("1", "S", "8")
        await player.until(lambda: player.shows("▿"))
        rows, here = player.screen.library.count(), player.screen.library.key_here()
        await player.press("f")
        await player.until(lambda: player.shows("▹") and player.screen.library.count() < rows)
        await player.press("enter")
        await player.until(lambda: player.screen.library.count() == rows)
        assert here is not None
    async with playing(stage.app()) as player:  # listed before the pane had any room
        await player.press("1", "g")
        await player.until(lambda: player.shows("▿") and player.screen.library.top == 0, "the first heading")


async def test_a_search_shows_why_and_esc_leads_back_to_the_row(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("1", "g", "j", "j")
        here, total = player.screen.library.key_here(), player.screen.library.count()
        await player.press("slash", *"moeda", "enter")
        await player.until(lambda: player.shows("/ moeda") and player.screen.library.count() < total)
        await player.press("escape")
        await player.until(lambda: player.screen.library.key_here() == here)
        await player.press("slash", "up")
        await player.until(lambda: player.screen.prompt.value == "moeda")

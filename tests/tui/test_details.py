"""The dialog that puts title, author, day and so on right: from the text and from a row of the library."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from articles.repository import Added
from reader.tui.screens.detailing import DetailsScreen
from tests.tui.hostile import ATTACKS
from tests.tui.stage import SIZES, Player, Stage, playing


async def dialog(player: Player) -> DetailsScreen:
    await player.press("i")
    await player.until(lambda: isinstance(player.app.screen, DetailsScreen), "the dialog")
    screen = player.app.screen
    assert isinstance(screen, DetailsScreen)
    return screen


async def closed(player: Player) -> None:
    await player.until(lambda: player.app.screen is player.screen, "the dialog closed")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_is_kept_and_shown_and_the_line_stays(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        player.to_middle()
        sentence, row, ident = player.sentence(), player.row(), player.article.id
        screen = await dialog(player)
        screen.lines["title"].value = "Outro título"
        screen.lines["published"].value = "2/3/2021"
        screen.lines["tags"].value = "trem, #viagem"
        await player.press("enter")
        await player.until(lambda: player.message == "kept")
        await player.until(
            lambda: player.screen.head.title_text == "Outro título" and "2021" in player.screen.head.particulars
        )
        assert (player.sentence(), player.row(), player.article.id) == (sentence, row, ident)
        kept = stage.services.articles.get(ident)
        assert (kept.title, kept.published, kept.tags) == (
            "Outro título",
            datetime.date(2021, 3, 2),
            ("trem", "viagem"),
        )
        library = player.screen.library
        await player.until(lambda: getattr(library.summary_of(library.open_key), "title", "") == "Outro título")
        await player.ready()
        again = dataclasses.replace(kept, title="Como na página", published=datetime.date(2023, 1, 1))
        assert stage.services.articles.add(again) is Added.UNCHANGED


async def test_a_wrong_day_says_what_is_allowed_and_keeps_what_was_typed(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        before = stage.services.articles.get(player.article.id)
        screen = await dialog(player)
        screen.lines["byline"].value = "Ana Sá"
        screen.lines["published"].value = "ontem"
        await player.press("enter")
        await player.until(lambda: '"ontem" is no day: write 2023-09-15' in screen.saying)
        assert player.app.screen is screen
        assert screen.lines["published"].has_focus
        assert screen.lines["byline"].value == "Ana Sá"
        await player.press("escape")
        await closed(player)
        assert "i brings back what you typed" in player.message
        assert stage.services.articles.get(before.id) == before
        again = await dialog(player)
        assert (again.lines["byline"].value, again.lines["published"].value) == ("Ana Sá", "ontem")
        for field, said in (("title", "at least one letter"), ("language", "is no language: write pt-BR")):
            again.lines["published"].value = ""
            again.lines[field].value = " "
            await player.press("enter")
            await player.until(lambda said=said: said in again.saying)  # type: ignore[misc]
            again.lines[field].value = "pt"


async def test_of_a_row_of_the_library_while_another_article_is_read(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("1", "j")
        summary = player.screen.meant()
        assert summary is not None
        assert summary.id != player.article.id
        opened = player.article
        screen = await dialog(player)
        assert screen.lines["title"].value == summary.title
        await player.press(*"!?", "tab", "up", "down", *"Rui", "enter")
        await player.until(lambda: player.message == "kept")
        assert stage.services.articles.get(summary.id).title == f"{summary.title}!?"
        assert "Rui" in (stage.services.articles.get(summary.id).byline or "")
        assert player.article is opened
        library = player.screen.library
        await player.until(lambda: getattr(library.summary_of(summary.key), "title", "") == f"{summary.title}!?")
        assert library.key_here() == summary.key


async def test_nothing_changed_writes_nothing(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await dialog(player)
        await player.press("enter")
        await closed(player)
        assert player.message == "nothing changed"


@pytest.mark.parametrize("attack", range(0, len(ATTACKS), 4))
async def test_nothing_typed_or_stored_reaches_the_terminal_unclean(stage: Stage, attack: int) -> None:
    async with playing(stage.app()) as player:
        screen = await dialog(player)
        for line in screen.lines.values():
            line.value = list(ATTACKS)[attack]
        await player.press("enter")
        await player.settle()
        assert not player.unwanted()

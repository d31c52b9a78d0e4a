"""The dialog that adds: typed, pasted, fetched; nothing is stored before it was seen, and nothing given is lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from articles.net.fetching import Web
from reader.tui.screens.adding import AddScreen
from tests.articles.html.test_reading import PAGE
from tests.tui.adding.test_given import ENGLISH, TEXT
from tests.tui.hostile import ATTACKS
from tests.tui.stage import MEDIUM, SIZES, Player, Stage, playing
from tests.tui.terminal import Terminal
from tests.web.site import Site, Visit


@pytest.fixture
def online(stage: Stage, no_proxies: None) -> Stage:
    """A stage whose screen may fetch from loopback."""
    stage.services = replace(stage.services, web=lambda: Web(allow_private=True))
    return stage


async def dialog_of(player: Player) -> AddScreen:
    await player.until(lambda: isinstance(player.app.screen, AddScreen), "the dialog")
    screen = player.app.screen
    assert isinstance(screen, AddScreen)
    return screen


async def opened(player: Player) -> AddScreen:
    await player.press("o")
    return await dialog_of(player)


def paste(player: Player, text: str) -> None:
    event = events.Paste(text)
    event.set_sender(player.app)
    player.app._driver.send_message(event)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", SIZES)
async def test_a_text_pasted_while_reading_is_offered_with_a_title_and_stored_by_enter(
    stage: Stage, size: tuple[int, int]
) -> None:
    async with playing(stage.app(), size) as player:
        before, count = player.article, len(stage.summaries())
        paste(player, f"{TEXT}\n\nqqq\n:q\n")
        dialog = await dialog_of(player)
        await player.until(lambda: dialog.preview)
        assert player.shows("Add this article")
        assert player.shows("O trem chegou a Moscou")
        assert (player.article, len(stage.summaries())) == (before, count), "nothing happened yet"
        await player.press("home", *"Já: ", "enter")
        await player.until(lambda: player.article is not before)
        assert player.article.title == "Já: O trem chegou a Moscou na quarta-feira, segundo a agência"
        assert player.article.body.endswith("qqq\n:q")
        await player.until(lambda: player.message == "added")
        assert player.article.id in {summary.id for summary in stage.summaries()}
        library = player.screen.library
        here = stage.services.articles.key_of(player.article.id)
        await player.until(lambda: library.key_here() == here, "the list stands on what was added")


async def test_what_was_pasted_and_left_comes_back(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        place = player.page.place()
        paste(player, f"{TEXT}\n{TEXT}")
        dialog = await dialog_of(player)
        await player.until(lambda: dialog.preview)
        await player.press("escape")
        await player.until(lambda: "o brings it back" in player.message)
        assert player.page.place() == place
        again = await opened(player)
        await player.until(lambda: again.preview)
        assert again.draft.text == f"{TEXT}\n{TEXT}"


async def test_a_pasted_address_is_a_line_that_waits_for_enter(online: Stage, site: Site) -> None:
    url = site.page("/ponte", PAGE)
    async with playing(online.app()) as player:
        paste(player, f"{url}\n")
        dialog = await dialog_of(player)
        assert dialog.line.value == url
        assert site.visits == []
        await player.press("enter")
        await player.until(lambda: dialog.preview)
        assert site.count("/ponte") == 1
        await player.press("enter")
        await player.until(lambda: player.article.title == "Ponte reabre em março")
        site.page("/ponte", PAGE.replace("R$ 12 milhões", "R$ 15 milhões"))
        again = await opened(player)
        assert again.line.value == ""
        await player.type(url)
        await player.until(lambda: again.line.value == url)
        await player.press("enter")
        await player.until(lambda: again.preview)
        await player.press("enter")
        await player.until(lambda: "15 milhões" in player.article.body)
        await player.until(lambda: "older one is kept" in player.message)


async def test_what_hangs_is_given_up_by_escape_and_the_line_stays(online: Stage, site: Site) -> None:
    asked = threading.Event()

    def hang(visit: Visit) -> None:
        asked.set()
        visit.over.wait(60)

    url = site.at("/lento", hang)
    async with playing(online.app()) as player:
        dialog = await opened(player)
        paste(player, url)
        await player.until(lambda: dialog.line.value == url)
        await player.press("enter")
        await player.until(asked.is_set)
        assert dialog.reading
        await player.press("escape")
        assert not dialog.reading
        assert dialog.line.value == url
        assert dialog.line.has_focus
        paste(player, TEXT)  # the thread is free again, or this would wait for the page
        await player.until(lambda: dialog.preview)


async def test_an_error_is_said_and_the_line_can_be_put_right(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "artigo.txt").write_text(TEXT, "utf-8")
    async with playing(stage.app()) as player:
        dialog = await opened(player)
        await player.type(f"{tmp_path}/artig")
        await player.until(lambda: dialog.line.value.endswith("artig"))
        await player.press("enter")
        await player.until(lambda: "no such file" in dialog.saying)
        assert dialog.line.has_focus
        await player.press("tab")
        await player.until(lambda: dialog.line.value.endswith("artigo.txt"))
        await player.press("enter")
        await player.until(lambda: dialog.preview)
        await player.press("escape")
        assert dialog.line.value.endswith("artigo.txt")


async def test_another_language_is_named_and_taken_all_the_same(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        paste(player, ENGLISH)
        dialog = await dialog_of(player)
        await player.until(lambda: dialog.preview)
        assert dialog.saying == "this seems to be English, not Portuguese; Enter takes it anyway"
        await player.press("enter")
        await player.until(lambda: player.article.body == ENGLISH)


async def test_a_hostile_text_and_title_are_shown_clean(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        paste(player, "\n\n".join(ATTACKS))
        dialog = await dialog_of(player)
        await player.until(lambda: dialog.preview or dialog.saying != "reading …")
        assert not player.unwanted()
        paste(player, ATTACKS[0] + "\x1b[31mx")
        await player.settle()
        assert not player.unwanted()


async def test_a_paste_of_ten_million_characters_reaches_the_dialog_whole_and_no_line_of_input(stage: Stage) -> None:
    text = "O trem partiu de manhã. " * 50_000
    async with playing(stage.app()) as player:
        await player.press("slash")
        paste(player, text)
        await player.until(lambda: player.screen.prompt.value)
        assert len(player.screen.prompt.value) <= 10_001
        await player.press("escape")
        paste(player, text)
        dialog = await dialog_of(player)
        assert dialog.draft.text == text


async def test_nothing_is_offered_of_an_empty_paste(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        paste(player, " \n ")
        await player.settle()
        assert player.app.screen is player.screen


@pytest.mark.terminal
def test_a_text_pasted_into_the_terminal_is_there_after_a_kill(stage: Stage) -> None:
    stage.close()
    pasted = f"{TEXT}\n\n\x1b[31mqqq\x1b[0m\n" * 400
    with Terminal(["--home", str(stage.home)], (80, 24)) as terminal:
        terminal.until("¶")
        terminal.send(f"\x1b[200~{pasted}\x1b[201~")
        terminal.until("Add this article")
        terminal.send("\r")
        terminal.until("added")
        terminal.kill()
    again = Stage(stage.home)
    assert any(summary.title.startswith("O trem chegou") for summary in again.summaries())
    again.close()

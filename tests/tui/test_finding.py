"""Finding in the article and in the library."""

from __future__ import annotations

import threading

import pytest
from textual import events

from reader.tui.page.find import matches
from reader.tui.page.layout import Layout
from tests.tui.stage import SIZES, Player, Stage, playing


def place(player: Player) -> str:
    return player.lines()[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_is_found_at_once_and_esc_returns_to_the_line(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        player.to_middle()
        await player.settle()
        # The sentence begins above the screen, where it is long enough for that.
        player.page.scroll(2)
        player.screen.text.redraw()
        await player.settle()
        before = player.all_text().split("\n")[1:-2]
        await player.press("slash")
        await player.type("inflacao")
        await player.until(lambda: player.screen.text.matches.query == "inflacao" and "/" in place(player))
        start, end = player.screen.text.matches.spans[0]
        assert player.article.body[start:end] == "inflação"
        await player.press("escape")
        await player.until(lambda: not player.screen.asks() and not player.screen.text.matches)
        await player.until(lambda: player.all_text().split("\n")[1:-2] == before)
        assert player.screen.focused is player.screen.text


async def test_enter_keeps_the_matches_and_n_goes_round(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("slash")
        await player.type("real")
        await player.press("enter")
        await player.until(lambda: not player.screen.asks() and player.screen.text.matches.query == "real")
        await player.until(lambda: player.screen.text.matches.complete)  # the English comes after the rest
        total = len(player.screen.text.matches)
        await player.until(lambda: f"1/{total}" in place(player))
        for number in [*range(2, total + 1), 1, 2]:
            await player.press("n")
            await player.until(lambda number=number: f"{number}/{total}" in place(player))
            assert "real" in player.sentence().casefold()
        await player.press("N", "N")
        await player.until(lambda: f"{total}/{total}" in place(player))


async def test_the_search_begins_where_the_reader_is(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        player.to_middle()
        offset = player.page.offset()
        await player.press("slash")
        await player.type("de")
        await player.until(lambda: player.screen.text.matches and player.screen.finding_text)
        assert player.screen.text.matches.current.at >= offset


async def test_what_is_not_there_is_said(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("slash")
        await player.type("xyzzy")
        await player.until(lambda: "not found" in place(player))
        for _ in range(5):
            await player.press("backspace")
        await player.until(lambda: "not found" not in place(player))
        await player.press("enter", "n")
        await player.until(lambda: "nothing to find yet" in player.message)


async def test_matches_are_forgotten_with_the_article(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("slash")
        await player.type("de")
        await player.press("enter", "J")
        await player.until(lambda: player.article.id == stage.summaries()[1].id)
        assert not player.screen.text.matches
        await player.press("n")
        await player.until(lambda: "nothing to find yet" in player.message)


@pytest.mark.parametrize("size", SIZES)
async def test_in_the_library_all_articles_are_searched(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        everything = player.screen.library.count()
        await player.press("1", "slash")
        await player.type("vostochni")
        await player.until(lambda: 0 < player.screen.library.count() < everything)
        await player.press("enter")
        await player.until(lambda: player.screen.focused is player.screen.library)
        await player.until(lambda: player.shows("/ vostochni"))
        await player.press("enter")
        await player.until(lambda: "ostochni" in player.article.body)
        # J goes on among what was found.
        await player.press("1", "slash", "escape")
        await player.until(lambda: player.screen.library.count() == everything)
        assert not player.shows("/ vostochni")


@pytest.mark.parametrize(
    "query", ['"', "*", "AND", "NEAR(", '"coreia', "a*b", "-", "--", "(", "título:", "[red]", "[/]"]
)
async def test_any_search_is_a_search_and_never_a_mistake(stage: Stage, query: str) -> None:
    async with playing(stage.app()) as player:
        await player.press("1", "slash")
        await player.type(query)
        await player.hurry(events.Key("enter", None))
        await player.until(lambda: not player.screen.asks() or player.message)
        await player.settle(6)
        assert player.app.is_running
        if player.screen.asks():
            assert player.screen.prompt.value == query, "it can be put right"
        else:
            await player.press("slash")
        await player.press("escape")
        await player.until(lambda: player.screen.library.count() == len(stage.summaries()))


async def test_nothing_found_is_said(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("1", "slash")
        await player.type("xyzzy")
        await player.until(lambda: player.shows("nothing found"))
        await player.press("enter", "j", "k", "G", "enter", "J")
        assert player.app.is_running


async def test_hostile_words_in_a_search(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        for before in ((), ("1",)):
            for pasted in (
                "\x1b]52;c;b3duZWQ=\x07owned",
                "a\u202eb\x00c\x9b31m",
                "[@click=app.quit]x[/]",
                "[/]",
                "[red",
            ):
                await player.press(*before, "slash")
                player.app.post_message(events.Paste(pasted))
                await player.until(lambda: player.screen.prompt.value)
                assert not player.unwanted()
                await player.hurry(events.Key("enter", None))  # which leaves a wrong query where it is
                await player.settle(6)
                assert not player.unwanted()
                assert player.app.is_running
                if player.screen.asks():
                    await player.press("escape")
                await player.press("2")
                await player.until(lambda: player.screen.focused is player.screen.text)


@pytest.mark.parametrize("leave", ["another article", "giving up"])
async def test_what_is_found_too_late_is_not_shown(stage: Stage, leave: str, monkeypatch: pytest.MonkeyPatch) -> None:
    go, begun = threading.Event(), threading.Event()

    def slowly(text: str, query: str) -> list[tuple[int, int]]:
        begun.set()
        go.wait(60)
        return matches(text, query)

    monkeypatch.setattr("reader.tui.seeking.matches", slowly)
    async with playing(stage.app()) as player:
        place = player.page.place()
        await player.press("slash", "d", "e")
        await player.until(begun.is_set)
        if leave == "giving up":
            await player.press("escape")
        else:
            await player.press("enter")
            await player.open(stage.summaries()[1].id)
            place = player.page.place()
        go.set()
        assert player.screen.desk.seeking._lane is not None
        player.screen.desk.seeking._lane.close(wait=60)
        await player.settle(6)
        assert not player.screen.text.matches
        assert player.page.place() == place


async def test_the_english_is_found_and_unfolds_for_as_long(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("j", "slash")
        start = player.page.place()
        await player.type("supermarkets")
        await player.until(lambda: player.screen.text.matches.current is not None)
        assert player.screen.text.matches.current.english
        await player.until(lambda: "EN" in place(player))
        await player.until(lambda: player.shows("supermarkets"))
        assert player.page.peeked()
        assert not player.page._peeks
        await player.press("enter", "escape")
        await player.until(lambda: not player.page.peeked())
        await player.press("ctrl+o")
        await player.until(lambda: player.page.place() == start)


async def test_the_portuguese_is_unfolded_where_only_english_is_shown_and_going_round_is_told(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("t")
        await player.until(lambda: player.page.layout is Layout.ENGLISH)
        await player.press("slash")
        before = player.page.place()
        await player.type("supermercados")
        await player.until(lambda: player.screen.text.matches.current is not None and "1/1" in place(player))
        await player.until(lambda: player.shows("supermercados"))
        await player.until(lambda: player.screen.text.matches.complete)
        await player.press("down")
        await player.until(lambda: "on from the first" in player.message)
        await player.press("up")
        await player.until(lambda: "on from the last" in player.message)
        await player.press("escape")
        await player.until(lambda: player.page.place() == before and not player.page.peeked())


async def test_a_word_of_the_title_is_found(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        player.to_middle()
        await player.press("slash")
        await player.type("domou")
        await player.press("enter")
        await player.until(lambda: player.screen.text.matches.current is not None)
        assert player.page.cursor.block == 0 or player.screen.text.matches.current.at >= 0

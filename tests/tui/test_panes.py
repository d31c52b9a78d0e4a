"""The panes at every size: what is there, what slides over, and that all of it is reached by keys."""

from __future__ import annotations

import pytest

from reader.tui.geometry import MARGIN, Column, text_column
from tests.tui.stage import MEDIUM, NARROW, SIZES, WIDE, Player, Stage, playing


def there(player: Player) -> set[str]:
    """The panes that can be seen."""
    screen = player.screen
    return {pane.id or "" for pane in (screen.library, screen.text, screen.names) if pane.display and pane.size.width}


def focus(player: Player) -> str | None:
    return player.screen.focused.id if player.screen.focused is not None else None


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (WIDE, {"library", "text", "entities"}),
        (MEDIUM, {"text", "entities"}),
        ((119, 30), {"text", "entities"}),
        ((79, 24), {"text"}),
        (NARROW, {"text"}),
    ],
)
async def test_what_stands_beside_the_text(stage: Stage, size: tuple[int, int], expected: set[str]) -> None:
    async with playing(stage.app(), size) as player:
        assert there(player) == expected
        assert focus(player) == "text"


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_is_reached_by_its_number_and_left_again(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        before = there(player)
        for key, name, words in (("1", "library", "Library"), ("3", "entities", "Entities")):
            await player.press(key)
            await player.until(lambda name=name: focus(player) == name)
            await player.until(lambda words=words, name=name: player.shows(words) and name in there(player))
            await player.press("2")
            await player.until(lambda: focus(player) == "text")
            assert there(player) == before


@pytest.mark.parametrize("size", SIZES)
async def test_tab_goes_round_the_panes_in_both_directions(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        for keys, order in (("tab", ["entities", "library", "text"]), ("shift+tab", ["library", "entities", "text"])):
            for name in order:
                await player.press(keys)
                await player.until(lambda name=name: focus(player) == name and name in there(player))


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_an_article_is_chosen_in_the_library_that_slid_over(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await player.press("1", "j", "j", "enter")
        await player.until(lambda: player.article.id == stage.summaries()[2].id)
        await player.until(lambda: focus(player) == "text")
        assert "library" not in there(player)


@pytest.mark.parametrize("size", SIZES)
async def test_e_shows_and_hides_the_names(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        before = "entities" in there(player)
        await player.press("e")
        await player.until(lambda: ("entities" in there(player)) is not before)
        await player.press("e")
        await player.until(lambda: ("entities" in there(player)) is before)
        assert focus(player) == "text"


async def test_the_names_put_away_come_back_with_3(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("e")
        await player.until(lambda: "entities" not in there(player))
        await player.press("3")
        await player.until(lambda: focus(player) == "entities" and "entities" in there(player))


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_alone_and_everything_again(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        before = there(player)
        await player.press("z")
        await player.until(lambda: there(player) == {"text"})
        assert player.screen.text.size.height == size[1] - 2, "no frame: every row is text"
        await player.press("z")
        await player.until(lambda: there(player) == before)
        await player.press("z", "1")
        await player.until(lambda: focus(player) == "library" and "library" in there(player))


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_being_read_stays_when_panes_come_and_go(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        player.to_middle()
        await player.settle()
        sentence, row = player.sentence(), player.row()
        # Without its frame the text begins a row higher on the screen: the line stays on the same row of that.
        for key in ("e", "e", "1", "escape", "3", "escape"):
            await player.press(key)
            await player.settle(6)
            assert player.sentence() == sentence
            assert player.row() == row


async def test_a_resize_puts_each_pane_where_it_belongs(stage: Stage) -> None:
    async with playing(stage.app(), WIDE) as player:
        player.to_middle()
        await player.settle()
        sentence = player.sentence()
        for size, expected in (
            (NARROW, {"text"}),
            (WIDE, {"library", "text", "entities"}),
            (MEDIUM, {"text", "entities"}),
            ((20, 6), {"text"}),
            (WIDE, {"library", "text", "entities"}),
        ):
            await player.pilot.resize_terminal(*size)
            await player.until(lambda size=size, panes=expected: player.app.size == size and there(player) == panes)
            assert player.sentence() == sentence
            assert any(player.shows(word) for word in sentence.split()[:3])


async def test_the_focus_does_not_stay_in_a_pane_that_is_gone(stage: Stage) -> None:
    async with playing(stage.app(), WIDE) as player:
        await player.press("1")
        await player.until(lambda: focus(player) == "library")
        await player.pilot.resize_terminal(*NARROW)
        await player.until(lambda: there(player) == {"text"} or "library" in there(player))
        await player.until(lambda: focus(player) in there(player))
        await player.press("j")
        assert player.app.is_running


async def test_a_storm_of_resizes(stage: Stage) -> None:
    async with playing(stage.app(), WIDE) as player:
        player.to_middle()
        await player.settle()
        sentence = player.sentence()
        await player.press("T", "T", "T")
        for step in range(30):
            await player.pilot.resize_terminal(10 + step * 37 % 140, 3 + step * 11 % 40)
        await player.pilot.resize_terminal(*WIDE)
        await player.until(lambda: player.app.size == WIDE)
        await player.settle(5)
        assert player.sentence() == sentence
        assert any(word in player.all_text() for word in sentence.split())


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (10, 4), (300, 100)])
async def test_very_small_and_very_large_terminals(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size, ready=False) as player:
        for key in (
            "j",
            "t",
            "T",
            "T",
            "enter",
            "escape",
            "1",
            "3",
            "2",
            "slash",
            "escape",
            "question_mark",
            "escape",
            "G",
        ):
            await player.press(key)
        assert all(len(line) <= size[0] for line in player.lines())
        await player.pilot.resize_terminal(*WIDE)
        await player.until(lambda: player.shows("Library"))


# The places the first glance draws at are those of the screen.


@pytest.mark.parametrize("names", [True, False])
async def test_the_text_stands_where_the_geometry_says(stage: Stage, names: bool) -> None:
    async with playing(stage.app(), WIDE) as player:
        if not names:
            await player.press("e")
            await player.until(lambda: "entities" not in there(player))
        text = player.screen.text

        def place() -> Column:
            region = text.content_region
            return Column(region.x + text._left() + MARGIN, region.y, player.page.width, region.height)

        for width in (20, 60, 79, 80, 100, 119, 120, 140, 180, 250):
            await player.pilot.resize_terminal(width, 24)
            wanted = text_column(width, 24, 72, names=names)
            await player.until(lambda wanted=wanted: place() == wanted, f"{width}: {wanted}")

"""Pictures of the main states, over the bundled articles: no engine, nothing that moves by itself.

After a change that is meant to be seen: ``pytest tests/tui/test_snapshots.py --snapshot-update``, and look at them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from reader.config.model import Config
from reader.entities import choosing
from reader.tui.app import ReaderApp
from reader.tui.page.layout import Layout
from reader.tui.screens.help import HelpScreen
from tests.tui.stage import MEDIUM, NARROW, WIDE, Player, Stage

Scene = Callable[[Player], Awaitable[None]]
Picture = Callable[..., bool]


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stage reads by rules; here they are what is expected, so that no picture says that they stand in."""
    monkeypatch.setattr(choosing, "_neural", lambda: None)


async def original(player: Player) -> None:
    pass


async def english(player: Player) -> None:
    await player.press("}", ")", "t")
    await player.until(lambda: "EN human" in player.lines()[0] and "translating" not in player.lines()[-1])


async def interlinear(player: Player) -> None:
    await player.press("T", "T")
    await english_there(player, Layout.INTERLINEAR)


async def side_by_side(player: Player) -> None:
    await player.press("T", "T", "T")
    await english_there(player, Layout.SIDE_BY_SIDE)


async def english_there(player: Player, layout: Layout) -> None:
    await player.until(lambda: player.page.layout is layout and "EN human" in player.lines()[0])
    await player.until(lambda: "translating" not in player.lines()[-1])
    player.screen.foot.hush()


async def peek(player: Player) -> None:
    await player.press("}", ")", "enter")
    await player.until(lambda: player.shows("— human") and "EN human" in player.lines()[0])


async def name_chosen(player: Player) -> None:
    await player.press("3", "enter")
    await player.until(lambda: "mention 1 of" in player.lines()[-1])


async def library_over(player: Player) -> None:
    await player.press("1", "j", "j")
    await player.until(lambda: player.shows("Library"))


async def names_over(player: Player) -> None:
    await player.press("3")
    await player.until(lambda: player.shows("Entities"))


async def found(player: Player) -> None:
    await player.press("slash", *"moeda")
    await player.until(lambda: player.screen.text.matches.query == "moeda" and "1/" in player.lines()[-1])
    player.screen.prompt.cursor_blink = False
    player.screen.prompt._cursor_visible = True


async def marked(player: Player) -> None:
    await player.press("}", ")", "m", "}", "m")
    player.screen.foot.hush()


async def help_page(player: Player) -> None:
    await player.press("?")
    await player.until(lambda: isinstance(player.app.screen, HelpScreen) and player.shows("Line down"))


SCENES: dict[str, tuple[Scene, tuple[int, int], str]] = {
    "original": (original, WIDE, ""),
    "english": (english, WIDE, ""),
    "interlinear": (interlinear, WIDE, ""),
    "side-by-side": (side_by_side, (150, 40), ""),
    "peek": (peek, WIDE, ""),
    "name-chosen": (name_chosen, WIDE, ""),
    "found": (found, WIDE, ""),
    "marked": (marked, MEDIUM, ""),
    "help": (help_page, WIDE, ""),
    "light": (name_chosen, WIDE, "reader-light"),
    "medium": (original, MEDIUM, ""),
    "medium-library": (library_over, MEDIUM, ""),
    "narrow": (original, NARROW, ""),
    "narrow-names": (names_over, NARROW, ""),
    "narrow-english": (interlinear, NARROW, ""),
}


@pytest.mark.parametrize("name", list(SCENES))
def test_picture(stage: Stage, snap_compare: Picture, name: str) -> None:
    scene, size, theme = SCENES[name]
    app = stage.app(config=Config(theme=theme))

    async def play(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ReaderApp)
        player = Player(pilot.app, pilot)
        await player.ready()
        await scene(player)
        await player.settle(6)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=play)

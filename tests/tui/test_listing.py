"""Where the commands are told: palette, help and foot, whatever keys they were given."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from reader.config.model import Config
from reader.tui.commands import BY_ID, COMMANDS, Group, Scope, bindings, keys_of, shown_key
from reader.tui.keymap import conflicts, is_key
from reader.tui.page.layout import Layout
from reader.tui.screens.help import HelpScreen
from tests.tui.stage import MEDIUM, SIZES, Stage, playing


async def test_the_palette_lists_every_command_with_its_keys(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("ctrl+p")
        await player.until(
            lambda: (
                isinstance(player.app.screen, CommandPalette)
                and player.app.screen.query_one(OptionList).option_count >= len(COMMANDS)
            )
        )
        options = player.app.screen.query_one(OptionList)
        listed = "\n".join(str(options.get_option_at_index(number).prompt) for number in range(options.option_count))
        for command in COMMANDS:
            assert command.title in listed
        assert "T" in listed


@pytest.mark.parametrize("size", SIZES)
async def test_the_help_page_lists_every_command_its_keys_and_every_sign(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        await player.press("question_mark")
        await player.until(lambda: isinstance(player.app.screen, HelpScreen))
        assert isinstance(player.app.screen, HelpScreen)
        text = player.app.screen._text().plain
        for command in COMMANDS:
            assert command.title in text
            for key in keys_of(command, {}):
                assert shown_key(key) in text
        for group in Group:
            assert group.value in text
        for sign in "=+~…!▌☻■◆◷":
            assert sign in text
        first = player.all_text()
        assert "Line down" in first
        for _ in range(30):
            await player.press("space")
        await player.until(lambda: player.shows("Quantities"))
        for _ in range(30):
            await player.press("b")
        await player.until(lambda: player.shows("Line down"))
        await player.press("escape")
        await player.until(lambda: not isinstance(player.app.screen, HelpScreen))
        assert player.app.is_running


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1"])
async def test_the_help_page_is_closed_by_its_keys(stage: Stage, key: str) -> None:
    async with playing(stage.app()) as player:
        await player.press("f1")
        await player.until(lambda: isinstance(player.app.screen, HelpScreen))
        await player.press(key)
        await player.until(lambda: not isinstance(player.app.screen, HelpScreen))
        assert not player.app._exit


async def test_the_foot_shows_the_keys_of_where_the_focus_is(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        foot = player.lines()[-1]
        for command in COMMANDS:
            if command.short and command.scope in (Scope.TEXT, Scope.SCREEN) and command.foot is None:
                assert f"{shown_key(keys_of(command, {})[0])} {command.short}" in foot
        assert "choose" not in foot
        await player.press("1")
        await player.until(lambda: "⏎ choose" in player.lines()[-1])
        assert "peek" not in player.lines()[-1]


async def test_the_foot_shows_no_keys_that_would_be_letters_of_the_line_that_asks(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("1", "slash")
        await player.until(lambda: player.shows("⏎ done · Esc leave"))
        assert "t English" not in player.lines()[-1]
        await player.press("escape")
        await player.until(lambda: player.shows("v views"))


async def test_a_message_too_long_for_the_foot_takes_all_of_it_and_is_cut_with_a_sign(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        player.screen.foot.say("uma mensagem " * 5 + "até o fim")
        await player.until(lambda: player.lines()[-1].rstrip().endswith("até o fim"))
        player.screen.foot.say("uma mensagem " * 9)
        await player.until(lambda: player.lines()[-1].rstrip().endswith("…"))
        player.screen.foot.say("curta")
        await player.until(lambda: "¶" in player.lines()[-1])


async def test_keys_can_be_given_others_and_foot_help_and_palette_follow(stage: Stage) -> None:
    config = Config(keys={"english": ("Q", "f5"), "peek": (), "next_article": ("ctrl+n",)})
    async with playing(stage.app(config=config)) as player:
        assert "Q English" in player.lines()[-1]
        assert "peek" not in player.lines()[-1]
        await player.press("t", "enter")
        await player.settle()
        assert player.page.layout is Layout.ORIGINAL
        assert not player.page.peeked()
        await player.press("Q")
        await player.until(lambda: player.page.layout is Layout.ENGLISH)
        await player.press("f5")
        await player.until(lambda: player.page.layout is Layout.ORIGINAL)
        await player.press("ctrl+n")
        await player.until(lambda: player.article.id == stage.summaries()[1].id)
        await player.press("question_mark")
        await player.until(lambda: isinstance(player.app.screen, HelpScreen))
        assert isinstance(player.app.screen, HelpScreen)
        assert "Ctrl-N" in player.app.screen._text().plain


def test_commands_are_sound() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert conflicts({}) == []
    ids = [binding.id for scope in Scope for binding in bindings(scope)]
    assert len(ids) == len(set(ids))
    for scope in (Scope.TEXT, Scope.LIST):
        keys = [
            key
            for command in COMMANDS
            if command.scope in (scope, Scope.SCREEN, Scope.APP)
            for key in keys_of(command, {})
        ]
        assert len(keys) == len(set(keys)), "no key means two things"


def test_what_is_wrong_with_a_keymap_is_said() -> None:
    assert conflicts({"fly": "x"}) == ["keys.fly: no such command"]
    # The line of the configuration is named, whichever of the two comes first in the table.
    assert "keys.english: 'j' also means 'line_down'" in conflicts({"english": "j"})
    assert "keys.line_down: 't' also means 'english'" in conflicts({"line_down": "t"})
    assert conflicts({"english": "ctrl+i"}) == ["keys.english: 'ctrl+i' is sent as 'tab': write that"]
    assert conflicts({"english": "jj,F2,ctrl+foo"}) == [
        f"keys.english: {key!r} is no key" for key in ("jj", "F2", "ctrl+foo")
    ]
    assert conflicts({"english": "Q"}) == []
    assert conflicts({"english": ""}) == []


def test_every_key_of_ours_is_a_key() -> None:
    assert [key for command in COMMANDS for key in keys_of(command, {}) if not is_key(key)] == []
    assert all(map(is_key, ["f24", "ctrl+shift+a", "alt+o", "comma", "plus", "ç", "+", "shift+f1"]))

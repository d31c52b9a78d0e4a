"""How it looks: the width of the text, themes, copying, the foot and the head."""

from __future__ import annotations

import base64

import pytest
from textual.theme import BUILTIN_THEMES

from articles.model import Article
from reader.config.model import Config
from reader.entities.model import Kind
from reader.tui.page.layout import Layout
from reader.tui.themes import DARK, LIGHT, THEMES
from tests.tui.stage import MEDIUM, NARROW, SIZES, UNWANTED, WIDE, Stage, playing


async def test_narrower_wider_and_back(stage: Stage) -> None:
    async with playing(stage.app(), (200, 40)) as player:
        player.to_middle()
        await player.settle()
        cursor, row = player.page.cursor, player.row()
        assert player.page.width == 72
        for key, width in (("minus", 68), ("minus", 64), ("equals_sign", 68), ("plus", 72), ("plus", 76), ("0", 72)):
            await player.press(key)
            await player.until(lambda width=width: player.page.width == width)
            assert player.message == f"{width} columns"
            assert (player.page.cursor, player.row()) == (cursor, row)
        for _ in range(30):
            await player.press("minus")
        assert player.page.width >= 20
        for _ in range(60):
            await player.press("plus")
        assert player.page.width <= 200


async def test_narrower_begins_from_what_is_seen(stage: Stage) -> None:
    async with playing(stage.app(), NARROW) as player:
        seen = player.page.width
        assert seen < 72
        await player.press("minus")
        await player.until(lambda: player.page.width == seen - 4)


async def test_the_width_is_remembered_and_the_configuration_s_is_the_default(stage: Stage) -> None:
    config = Config(measure=50)
    async with playing(stage.app(config=config)) as player:
        assert player.page.width == 50
        await player.press("minus")
        await player.until(lambda: player.page.width == 46)
    async with playing(stage.app(config=config)) as player:
        assert player.page.width == 46
        await player.press("0")
        await player.until(lambda: player.page.width == 50)


async def test_side_by_side_takes_two_columns_of_that_width(stage: Stage) -> None:
    async with playing(stage.app(), (250, 40)) as player:
        await player.press("T", "T", "T")
        await player.until(lambda: player.page.layout is Layout.SIDE_BY_SIDE)
        assert player.page.width == 2 * 72 + 3
        await player.press("minus")
        await player.until(lambda: player.page.width == 2 * 68 + 3)


# Themes


async def test_every_theme_draws_every_part(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.press("3", "enter", "2", "T", "T", "slash", *"real", "enter", "enter")
        for name in (*(theme.name for theme in THEMES), *BUILTIN_THEMES):
            player.app.theme = name
            await player.press("question_mark", "escape", "colon", "escape")
            await player.until(lambda: player.shows("PEOPLE"), name)
            ground = player.screen.text.rich_style
            for kind in Kind:
                style = ground + player.screen.text._ink(kind.value)
                if not player.app.current_theme.ansi:
                    assert style.color is not None
                    assert style.color != ground.bgcolor, f"{kind} cannot be read in {name}"


@pytest.mark.parametrize("name", [LIGHT.name, "ansi-dark", "nord"])
async def test_a_theme_of_the_configuration(stage: Stage, name: str) -> None:
    async with playing(stage.app(config=Config(theme=name))) as player:
        assert player.app.theme == name
        assert player.shows("PEOPLE")


async def test_the_palette_s_command_goes_round_all_themes(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        seen = [player.app.theme]
        for _ in range(len(BUILTIN_THEMES) + len(THEMES)):
            await player.screen.run_action("run_command('theme')")
            seen.append(player.app.theme)
            await player.settle(1)
        assert seen[0] == seen[-1] == DARK.name
        assert set(seen) == {*(theme.name for theme in THEMES), *BUILTIN_THEMES}
        assert player.message == "theme: dark"


async def test_a_theme_is_chosen_from_a_list_shown_at_once_and_remembered(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        await player.screen.run_action("run_command('choose_theme')")
        await player.until(lambda: player.shows("soft dark"))
        await player.press("j")
        assert player.app.theme == LIGHT.name
        await player.press("escape")
        assert player.app.theme == DARK.name
        await player.screen.run_action("run_command('choose_theme')")
        await player.press("j", "j", "enter")
        assert player.message == "theme: soft dark"
    async with playing(stage.app(config=Config(theme=LIGHT.name))) as player:
        assert player.app.theme == "reader-soft"


async def test_a_theme_that_is_not_there_is_the_default(stage: Stage) -> None:
    async with playing(stage.app(config=Config(theme="no such theme"))) as player:
        assert player.app.theme == DARK.name


async def test_switching_the_theme_redraws_the_text_in_it(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        before = player.app.export_screenshot()
        player.app.theme = LIGHT.name
        await player.settle(6)
        after = player.app.export_screenshot()
        assert LIGHT.background is not None
        assert LIGHT.background in after
        assert before != after


async def test_no_colour_is_needed_to_read_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with playing(stage.app()) as player:
        await player.until(lambda: player.page.english.of(player.article.title))
        await player.press("T", "T", "3", "enter")
        await player.settle()
        assert player.shows("▌")
        assert player.shows("┊ ")
        assert player.shows("▸")
        assert any("=" in row.sign for row in player.page.block(0).rows)


# Copying


async def test_what_is_copied_is_the_sentence_and_nothing_else_reaches_the_terminal(stage: Stage) -> None:
    article = Article("T", "Uma frase\x1b]52;c;b3duZWQ=\x07 com \x9b31mcontrole\u202e. Outra.")
    async with playing(stage.app(article)) as player:
        written: list[str] = []
        driver = player.app._driver
        assert driver is not None
        driver.write = written.append  # type: ignore[method-assign]
        await player.press("}", "y")
        await player.until(lambda: player.message == "sentence copied")
        copies = [text for text in written if text.startswith("\x1b]52;")]
        assert len(copies) == 1
        assert copies[0].startswith("\x1b]52;c;")
        assert copies[0].endswith("\a")
        payload = copies[0][len("\x1b]52;c;") : -1]
        assert not set(payload) & UNWANTED
        copied = base64.b64decode(payload).decode()
        assert not set(copied) & UNWANTED
        assert copied.startswith("Uma frase")


async def test_a_plain_sentence_is_copied_as_it_is_also_from_the_english(stage: Stage) -> None:
    async with playing(stage.app(), MEDIUM) as player:
        await player.press("}", "y")
        await player.until(lambda: player.app.clipboard == player.sentence())
        assert player.app.clipboard.startswith("O real completa")


# Head and foot


@pytest.mark.parametrize("size", SIZES)
async def test_the_head_says_what_is_read_and_the_foot_where(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(), size) as player:
        assert stage.summaries()[0].title[:20] in player.lines()[0]
        assert "¶ 1/" in player.lines()[-1]
        await player.press("G")
        await player.until(lambda: "100%" in player.lines()[-1])
        last = len(player.page.document) - 1
        assert f"¶ {last}/{last}" in player.lines()[-1]


async def test_a_message_gives_way_to_the_keys_again(stage: Stage) -> None:
    async with playing(stage.app()) as player:
        player.screen.foot.say("one thing")
        player.screen.foot.say("another\nthing \x1b[31m[red]x[/red] " + "long " * 100)
        await player.settle()
        foot = player.lines()[-1]
        assert "another thing" in foot
        assert "[red]x[/red]" in foot
        assert "one thing" not in foot
        assert foot.rstrip().endswith("…"), "it says that there is more; the place in the article gives way meanwhile"
        assert not player.unwanted()
        player.screen.foot.hush()
        await player.settle()
        assert "t English" in player.lines()[-1]
        assert "¶ 1/" in player.lines()[-1]


async def test_a_long_title_and_wide_letters_fit_the_head(stage: Stage) -> None:
    article = Article("日本語の題名と長い長い題名" * 12, "Uma frase.")
    for size in SIZES:
        async with playing(stage.app(article), size) as player:
            from rich.cells import cell_len

            assert cell_len(player.lines()[0]) == size[0]
            assert "…" in player.lines()[0]


async def test_the_time_and_the_day_are_in_the_interface_s_language(stage: Stage) -> None:
    from reader import i18n

    before = i18n.language()
    try:
        i18n.activate("pt_BR")
        async with playing(stage.app(), WIDE) as player:
            assert "2026" in player.screen.head.particulars
            assert "Wed" not in player.screen.head.particulars
            await player.press("t", "question_mark", "escape", "1", "3")
            assert player.app.is_running
    finally:
        i18n.activate(before)

"""The reader's own English: kept at once, shown wherever its sentence occurs, never lost, undone with all else."""

from __future__ import annotations

import datetime

from textual import events

from articles.model import Article
from reader.translation.engine import Origin
from reader.translation.memory import TranslationMemory
from reader.tui.page.english import State
from reader.tui.screens.editor import EditScreen
from tests.tui.engines import HeldEngine
from tests.tui.stage import MEDIUM, Player, Stage, playing

AGAIN = "O trem partiu."
BODY = f"{AGAIN} Choveu em Lisboa.\n\nRui Melo chegou tarde. {AGAIN}\n\nRui Melo saiu de Lisboa."
ARTICLE = Article("Partidas", BODY, published=datetime.date(2024, 2, 1), language="pt-BR")


def reads(player: Player) -> str:
    """What the text pane says, as one line."""
    pane = player.screen.text
    rows = ["".join(part.text for part in pane.render_line(y)) for y in range(pane.content_region.height)]
    return " ".join(" ".join(row.strip(" ~=+?!▌│┃┊") for row in rows).split())


def engine() -> HeldEngine:
    return HeldEngine(free=True)


def kept(stage: Stage, source: str) -> tuple[str, Origin] | None:
    found = TranslationMemory(stage.composition.database).lookup([source]).get(source)
    return (found.target, found.origin) if found is not None else None


async def editor(player: Player) -> EditScreen:
    await player.press("E")
    await player.until(lambda: isinstance(player.app.screen, EditScreen) and player.screen._editor is not None)
    await player.settle()
    assert isinstance(player.app.screen, EditScreen)
    return player.app.screen


async def say(player: Player, text: str) -> None:
    """Replace the English of the sentence."""
    screen = await editor(player)
    screen.area.select_all()
    await player.press("delete", *text, "enter")
    await player.until(lambda: not isinstance(player.app.screen, EditScreen))


async def in_english(player: Player) -> None:
    await player.press("t")
    await player.until(lambda: player.shows("The English of Rui Melo saiu") and player.screen.desk.progress is None)


async def test_what_is_kept_shows_wherever_the_sentence_occurs_and_is_on_the_disk(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await in_english(player)
        await player.press("}")
        cursor, row = player.page.cursor, player.row()
        await say(player, "The train left.")
        await player.until(lambda: reads(player).count("The train left.") == 2)
        assert kept(stage, AGAIN) == ("The train left.", Origin.HUMAN), "before it showed"
        assert "U undo" in player.message
        assert (player.page.cursor, player.row()) == (cursor, row)
        assert player.page.english.state(AGAIN) is State.HUMAN
    async with playing(stage.app(engine=engine()), MEDIUM) as player:
        await player.press("t")
        await player.until(lambda: reads(player).count("The train left.") == 2)
        await player.press("U")
        await player.until(lambda: reads(player).count("The English of O trem partiu.") == 2)
        assert "Ctrl-R again" in player.message
        assert kept(stage, AGAIN) == ("The English of O trem partiu.", Origin.DRAFT)
    async with playing(stage.app(engine=engine()), MEDIUM) as player:
        await player.press("t", "ctrl+r")
        await player.until(lambda: reads(player).count("The train left.") == 2)
        assert kept(stage, AGAIN) == ("The train left.", Origin.HUMAN)


async def test_what_was_typed_and_not_kept_comes_back_also_after_a_restart(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await in_english(player)
        await player.press("}")
        screen = await editor(player)
        assert screen.area.text == "The English of O trem partiu."
        await player.press(*"..", "escape")
        await player.until(lambda: "brings back what you typed" in player.message)
        assert kept(stage, AGAIN) == ("The English of O trem partiu.", Origin.DRAFT)
    async with playing(stage.app(engine=engine()), MEDIUM) as player:
        await player.until(lambda: player.sentence() == AGAIN and player.page.english.of(AGAIN))
        screen = await editor(player)
        assert screen.area.text == "The English of O trem partiu..."
        assert player.shows("as you left it")
        await player.press("ctrl+o")
        assert screen.area.text == "The English of O trem partiu."
        await player.press("escape")
        screen = await editor(player)
        assert screen.area.text == "The English of O trem partiu.", "nothing is left of it"
        await player.press("escape")
        await player.press(")")
        screen = await editor(player)
        assert "Choveu" in screen._source


async def test_what_is_pasted_is_made_harmless_and_one_line(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await player.press("}")
        await player.until(lambda: player.screen.desk.edits.able)
        screen = await editor(player)
        await player.until(lambda: screen.area.text)
        screen.area.select_all()
        paste = events.Paste("The \x1b[31mtrain\u202e [/b]\r\nleft\x07 \u200bnow")
        paste.set_sender(player.app)
        player.app._driver.send_message(paste)  # type: ignore[union-attr]
        await player.until(lambda: "train" in screen.area.text)
        assert not player.unwanted()
        await player.press("ctrl+s", "enter")
        await player.until(lambda: player.shows("┊ The \ufffdtrain"))
        assert not player.unwanted()
        assert kept(stage, AGAIN) == ("The \ufffdtrain\ufffd [/b] left\ufffd \ufffdnow", Origin.HUMAN)


async def test_nothing_but_space_takes_a_person_s_word_back(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await in_english(player)
        await player.press("}")
        await say(player, "Mine.")
        await player.until(lambda: reads(player).count("Mine.") == 2)
        await say(player, " ")
        await player.until(lambda: reads(player).count("The English of O trem partiu.") == 2)
        assert "taken away" in player.message
        await say(player, " ")
        await player.until(lambda: player.message == "nothing changed")
        await player.press("U")
        await player.until(lambda: reads(player).count("Mine.") == 2)


async def test_enter_does_not_overtake_the_letters_typed_before_it(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await in_english(player)
        await player.press("}")
        await editor(player)
        await player.hurry(*(events.Key(letter, letter) for letter in "abcdefghij"), events.Key("enter", "\r"))
        await player.until(lambda: kept(stage, AGAIN) == ("The English of O trem partiu.abcdefghij", Origin.HUMAN))


async def test_an_unchanged_draft_that_is_kept_is_the_reader_s_word(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await in_english(player)
        await player.press("}")
        await editor(player)
        await player.press("enter")
        await player.until(lambda: player.page.english.state(AGAIN) is State.HUMAN)


async def test_english_that_comes_in_while_the_editor_is_open_is_there_to_be_changed(stage: Stage) -> None:
    slow = HeldEngine()
    async with playing(stage.app(ARTICLE, engine=slow), MEDIUM) as player:
        await player.press("}")
        screen = await editor(player)
        await player.until(lambda: slow.asked == [AGAIN])
        assert screen.area.text == ""
        slow.let()
        await player.until(lambda: screen.area.text == "The English of O trem partiu.")
        await player.press("escape")
        assert "brings back" not in player.message, "nothing was typed"
        await player.press(")")
        screen = await editor(player)
        await player.press(*"Rain")
        slow.let()
        await player.until(lambda: player.page.english.of("Choveu em Lisboa."))
        assert screen.area.text == "Rain", "what is typed is not written over"


async def rename(player: Player, english: str) -> None:
    await player.press("3")
    number = next(n for n, each in enumerate(player.screen.text.marks.entities) if each.name == "Rui Melo")
    player.screen.names.go_to(number)
    await player.press("R")
    await player.until(lambda: player.screen.asks())
    player.screen.prompt.value = f"Rui Melo · {english}"
    await player.press("enter", "h")
    await player.until(lambda: player.shows(english))
    await player.press("2")


async def test_undo_takes_back_what_was_done_last_of_names_and_of_english(stage: Stage) -> None:
    async with playing(stage.app(ARTICLE, engine=engine()), MEDIUM) as player:
        await in_english(player)
        await player.press("}")
        await say(player, "Mine.")
        await rename(player, "Roy Mellow")
        await player.press(")")
        await say(player, "It rained.")
        await player.until(lambda: player.shows("It rained."))
        await player.press("U")
        await player.until(lambda: not player.shows("It rained."))
        assert player.shows("Roy Mellow")
        await player.press("U")
        await player.until(lambda: not player.shows("Roy Mellow"))
        assert player.shows("Mine.")
        await player.press("U", "U")
        await player.until(lambda: not player.shows("Mine."))
        await player.until(lambda: "no correction to undo" in player.message)
        await player.press("ctrl+r", "ctrl+r", "ctrl+r")
        await player.until(lambda: player.shows("It rained."))
        assert player.shows("Mine.")
        assert player.shows("Roy Mellow")


async def test_what_says_nothing_is_not_edited(stage: Stage) -> None:
    article = Article("Partidas", "O trem partiu.\n\n13, 14.\n\nChoveu.", language="pt-BR")
    async with playing(stage.app(article, engine=engine()), MEDIUM) as player:
        await player.press("}", "}")
        await player.until(lambda: player.page.english.state("13, 14.") is State.SAME)
        await player.press("E")
        await player.until(lambda: "nothing to translate" in player.message)

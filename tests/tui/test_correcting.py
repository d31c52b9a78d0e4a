"""Names are put right from the list and the card: at once, durably, here or in the whole library, and undone."""

from __future__ import annotations

import pytest

from articles.model import Article
from reader.entities.corrections.model import Scope
from reader.entities.corrections.store import CorrectionStore
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.tui.screens.asking import AskScreen
from reader.tui.screens.card import CardScreen
from reader.tui.screens.picking import PickScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.hostile import ATTACKS, LINE
from tests.tui.stage import MEDIUM, SIZES, Player, Stage, playing
from tests.tui.test_entities import article, names


def entities(player: Player) -> dict[str, Entity]:
    return {entity.name: entity for entity in player.screen.text.marks.entities}


def listed(player: Player) -> set[str]:
    return {text for text, _count in names(player)}


async def on(player: Player, name: str) -> None:
    """Put the cursor of the list on a name."""
    await player.press("3")
    numbers = [n for n, entity in enumerate(player.screen.text.marks.entities) if entity.name == name]
    player.screen.names.go_to(numbers[0])
    await player.settle()


async def asked(player: Player, kind: type = AskScreen) -> None:
    await player.until(lambda: isinstance(player.app.screen, kind), f"{kind.__name__} came up")


async def answer(player: Player, key: str) -> None:
    """Answer whether here or in the library, and wait until it is done."""
    await asked(player)
    before = player.screen.text.marks
    await player.press(key)
    await player.until(lambda: player.screen.text.marks is not before, "the names as corrected")


async def write(player: Player, text: str) -> None:
    """Give another text to the line that asks."""
    await player.until(player.screen.asks)
    player.screen.prompt.value = text
    await player.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_is_given_another_one_here(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(article()), size) as player:
        await on(player, "Kim Jong Un")
        place = player.page.place()
        await player.press("R")
        await player.until(player.screen.asks)
        assert player.screen.prompt.value == "Kim Jong Un"
        await write(player, "Kim Jong-un · Kim")
        await answer(player, "h")
        found = entities(player)["Kim Jong-un"]
        assert (found.english, found.english_from) == ("Kim", EnglishFrom.READER)
        assert len(found.mentions) == 5
        assert "Kim Jong Un is called Kim Jong-un, here" in player.message
        assert "U undo" in player.message
        assert player.page.place() == place, "the line being read does not move"
        await player.until(lambda: "Kim Jong-un · Kim" in listed(player))
        await player.press("U")
        await player.until(lambda: "Kim Jong Un" in entities(player))
        assert player.message.startswith("undone: ")
        await player.press("ctrl+r")
        await player.until(lambda: "Kim Jong-un" in entities(player))


async def test_it_is_kept_before_it_shows_and_outlives_the_app(stage: Stage) -> None:
    store = CorrectionStore(stage.composition.database)
    async with playing(stage.app(article())) as player:
        await on(player, "Kim Jong Un")
        await player.press("R")
        await write(player, "Outro Kim")
        await answer(player, "h")
        assert [entry.scope for entry in store.entries(article().id)] == [Scope.ARTICLE]
    async with playing(stage.app(article())) as player:
        assert "Outro Kim" in entities(player)
        await player.press("U")
        await player.until(lambda: "Kim Jong Un" in entities(player), "undone also after a restart")


async def test_in_the_library_it_holds_for_an_article_that_comes_later(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await on(player, "Moscou")
        await player.press("C")
        await asked(player)
        await player.press("2")
        await player.until(lambda: "in this article" in player.all_text())
        await answer(player, "l")
        assert entities(player)["Moscou"].kind is Kind.ORGANISATION
        later = Article("Mais tarde", "Nada mudou em Moscou desde ontem. Em Moscou chove.")
        stage.services.articles.add(later)
        await player.open(later.id)
        assert entities(player)["Moscou"].kind is Kind.ORGANISATION
    store = CorrectionStore(stage.composition.database)
    assert [entry.scope for entry in store.entries()] == [Scope.LIBRARY]


async def test_two_names_of_one_become_one(stage: Stage) -> None:
    async with playing(stage.app(article()), MEDIUM) as player:
        await on(player, "Vladimir Putin")
        await player.press("M")
        await player.until(lambda: "who or what is Vladimir Putin?" in player.message)
        assert player.shows("Which is it?")
        await on(player, "Kim Jong Un")
        await player.press("enter")
        await answer(player, "h")
        assert "Vladimir Putin" not in entities(player)
        assert len(entities(player)["Kim Jong Un"].mentions) == 7
        assert player.shows("Entities")
        await player.press("U")
        await player.until(lambda: "Vladimir Putin" in entities(player))


async def test_merging_is_given_up_by_escape_or_by_the_name_itself(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await on(player, "Vladimir Putin")
        await player.press("M", "escape")
        assert player.screen.merging is None
        assert player.screen.focused is player.screen.names
        await player.press("M", "enter")
        await player.until(lambda: player.message == "nothing changed")
        assert len(entities(player)["Vladimir Putin"].mentions) == 2
        await player.press("M")
        await player.open(stage.summaries()[1].id)
        assert player.screen.merging is None, "another article has other names"


async def test_a_mention_is_taken_out_of_a_name(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await on(player, "Kim Jong Un")
        await player.press("S")
        assert "go to the mention first" in player.message
        await player.press("enter", "]", "3", "S")
        await player.until(player.screen.asks)
        assert player.screen.prompt.value == "Kim"
        await write(player, "Kim Yo Jong")
        await player.until(lambda: "Kim Yo Jong" in entities(player))
        assert [mention.text for mention in entities(player)["Kim Yo Jong"].mentions] == ["Kim"]
        assert len(entities(player)["Kim Jong Un"].mentions) == 4
        await player.press("U")
        await player.until(lambda: len(entities(player)["Kim Jong Un"].mentions) == 5)


async def test_an_only_mention_stays_where_it_is(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await on(player, "Moscou")
        await player.press("enter", "S")
        await player.until(lambda: "the only mention" in player.message)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_no_name_is_hidden_and_not_marked(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(article()), size) as player:
        await on(player, "Moscou")
        await player.press("enter", "3", "H")
        await answer(player, "h")
        assert "Moscou" not in entities(player)
        assert player.screen.text.marks.chosen is None
        assert player.screen.text.marks.at(article().body.index("Moscou")) is None
        await player.press("U")
        await player.until(lambda: "Moscou" in entities(player))


@pytest.mark.parametrize("size", SIZES)
async def test_a_name_is_added_from_the_sentence(stage: Stage, size: tuple[int, int]) -> None:
    quiet = Article("Festa", "Ontem houve festa.\n\nA dona maria lopes cantou, e todos ouviram maria lopes.")
    async with playing(stage.app(quiet), size) as player:
        await player.press("}", "}", "A")
        await asked(player, PickScreen)
        await player.press("l", "l", "L")
        picked = player.app.screen
        assert isinstance(picked, PickScreen)
        await player.press("enter")
        await asked(player)
        assert player.shows("maria lopes: what is it?")
        await player.press("1")
        await player.until(lambda: player.shows("☻ maria lopes"))
        await answer(player, "h")
        assert len(entities(player)["maria lopes"].mentions) == 2, "so do the same words elsewhere"
        chosen = player.screen.text.marks.chosen
        assert chosen is not None
        assert player.screen.text.marks.entities[chosen].name == "maria lopes"
        await player.press("U")
        await player.until(lambda: "maria lopes" not in entities(player))


async def test_words_are_picked_by_dragging(stage: Stage) -> None:
    from textual import events

    async with playing(stage.app(article())) as player:
        await player.press("}", "}", "}", "A")
        await asked(player, PickScreen)
        screen = player.app.screen
        assert isinstance(screen, PickScreen)
        x, y = player.where("longo", within="#words")
        for kind, at in ((events.MouseDown, x), (events.MouseMove, x + 8), (events.MouseUp, x + 8)):
            screen._forward_event(kind(screen.words, at, y, 0, 0, 1, False, False, False, at, y))
            await player.settle()
        assert screen.words.picked.of("Houve um longo silêncio na sala.") == "longo silêncio"
        await player.press("l")
        assert screen.words.picked.of("Houve um longo silêncio na sala.") == "na"
        await player.press("H", "H")
        assert screen.words.picked.of("Houve um longo silêncio na sala.") == "longo silêncio na"
        await player.press(*"lllll", "escape")
        await player.until(lambda: isinstance(player.app.screen, ReadingScreen))


async def test_a_title_has_no_names_to_add(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("g", "A")
        assert "go to the sentence first" in player.message


async def test_escape_gives_up_at_every_step(stage: Stage) -> None:
    store = CorrectionStore(stage.composition.database)
    async with playing(stage.app(article())) as player:
        await on(player, "Kim Jong Un")
        for keys in (["R"], ["R", "x", "enter"], ["C"], ["C", "2"], ["H"], ["2", "}", "A"], ["2", "A", "enter"]):
            await player.press("3", *keys)
            await player.settle()
            for _ in range(3):
                if player.screen.asks() or not isinstance(player.app.screen, ReadingScreen):
                    await player.press("escape")
                    await player.settle()
            assert isinstance(player.app.screen, ReadingScreen), keys
            assert not player.screen.asks(), keys
    assert not store.entries()


async def test_nothing_is_made_of_the_same_name(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await on(player, "Moscou")
        await player.press("R", "enter")
        await player.until(lambda: player.message == "nothing changed")
        await player.press("R")
        await write(player, "Moscou")
        await answer(player, "h")
        assert entities(player)["Moscou"].english is None, "its English was taken away"


async def test_from_the_card_and_back_to_it(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await on(player, "Kim Jong Un")
        await player.press("enter", "3", "c")
        await asked(player, CardScreen)
        await player.press("R")
        await write(player, "Kim III")
        await answer(player, "h")
        await asked(player, CardScreen)
        await player.until(lambda: player.shows("Kim III"))
        await player.press("j", "S")
        await player.until(player.screen.asks)
        await write(player, "Outro")
        await player.until(lambda: "Outro" in entities(player))
        await asked(player, CardScreen)
        await player.press("U")
        await player.until(lambda: "Outro" not in entities(player))
        await asked(player, CardScreen)
        await player.press("C")
        await asked(player)
        await player.press("2")
        await player.until(lambda: "in this article" in player.all_text())
        await answer(player, "h")
        await asked(player, CardScreen)
        await player.until(lambda: entities(player)["Kim III"].kind is Kind.ORGANISATION)
        await player.until(lambda: player.shows("■ organisation"))
        await player.press("U")
        await player.until(lambda: entities(player)["Kim III"].kind is Kind.PERSON)
        await asked(player, CardScreen)
        await player.press("M")
        await player.until(lambda: player.screen.merging is not None)
        await on(player, "Vladimir Putin")
        await player.press("enter")
        await answer(player, "h")
        await asked(player, CardScreen)
        await player.until(lambda: player.shows("named 7 times"))
        await player.press("U")
        await player.until(lambda: len(entities(player)) > 1 and "Vladimir Putin" in entities(player))
        await asked(player, CardScreen)
        await player.press("H")
        await answer(player, "h")
        await player.settle()
        assert isinstance(player.app.screen, ReadingScreen), "there is no card of what is hidden"


async def test_by_mouse(stage: Stage) -> None:
    async with playing(stage.app(article()), (140, 40)) as player:
        await on(player, "Moscou")
        await player.click_on("H hide")
        await asked(player)
        before = player.screen.text.marks
        await player.click_on("here, in this article", within="#options")
        await player.until(lambda: player.screen.text.marks is not before)
        assert "Moscou" not in entities(player)


@pytest.mark.parametrize("attack", ATTACKS)
async def test_hostile_names_given(stage: Stage, attack: str) -> None:
    async with playing(stage.app(article()), MEDIUM) as player:
        await on(player, "Vladimir Putin")
        await player.press("R")
        await write(player, f"Z {attack} z · Y {attack}")
        await answer(player, "l")
        assert not player.unwanted()
        await player.press("R")
        await player.settle()
        assert not player.unwanted()
        await player.press("escape", "c")
        await asked(player, CardScreen)
        await player.settle()
        assert not player.unwanted()
        assert not player.app._exit


async def test_endless_names_given_and_nothing(stage: Stage) -> None:
    async with playing(stage.app(article()), MEDIUM) as player:
        await on(player, "Vladimir Putin")
        await player.press("R")
        await write(player, "N" * 10_000)
        await answer(player, "h")
        assert any(name.startswith("NNN") and len(name) < 1_000 for name in entities(player))
        await player.press("U")
        await player.until(lambda: "Vladimir Putin" in entities(player))
        await player.press("R")
        await write(player, "… · …")
        await asked(player)
        await player.press("h")
        await player.until(lambda: player.message, "why that is no name")
        assert "Vladimir Putin" in entities(player)


async def test_a_hostile_sentence_to_pick_from(stage: Stage) -> None:
    wild = Article("T", f"Kim {LINE} falou.\n\n" + "palavra " * 900)
    async with playing(stage.app(wild), (60, 20)) as player:
        for steps in (1, 2):
            await player.press("g", *["}"] * steps, "A")
            await asked(player, PickScreen)
            await player.press("l", "L", "L", *["l"] * 30)
            await player.settle()
            assert not player.unwanted()
            await player.press("escape")
            await player.settle()


async def test_the_names_narrowed_down_are_put_right_too(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("3", "slash", *"putin", "enter")
        await player.until(lambda: player.screen.names.query_text == "putin")
        await player.press("R")
        await write(player, "Vladimir Vladimirovich Putin")
        await answer(player, "h")
        await player.until(lambda: "Vladimir Vladimirovich Putin" in listed(player))
        assert player.screen.names.query_text == "putin"

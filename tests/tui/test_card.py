"""The card of a name: what it says, where it leads, and the way back."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Sequence
from datetime import date

import pytest

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.model import Entity, Kind, Mention
from reader.entities.packing import pack
from reader.entities.rules import RuleRecogniser
from reader.tui.card_desk import CardDesk, Elsewhere, Others
from reader.tui.page.marks import Marks
from reader.tui.screens.card import CardScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.engines import HeldEngine
from tests.tui.hostile import LINE
from tests.tui.stage import SIZES, WIDE, Player, Stage, playing
from tests.tui.test_entities import article


def card(player: Player) -> CardScreen:
    screen = player.app.screen
    assert isinstance(screen, CardScreen)
    return screen


async def open_card(player: Player) -> CardScreen:
    """By Enter on a name, and again."""
    await player.press("3", "enter")
    await player.until(lambda: "mention 1 of" in player.message)
    await player.press("c")
    await player.until(lambda: isinstance(player.app.screen, CardScreen) and player.shows("MENTIONS"))
    return card(player)


async def closed(player: Player) -> None:
    await player.until(lambda: isinstance(player.app.screen, ReadingScreen), "the card closed")


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (200, 50)])
async def test_it_fits_and_says_what_is_known(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(article()), size) as player:
        shown = await open_card(player)
        await player.until(lambda: player.shows("☻ person"))
        await player.press("g")
        rows = [shown.rows.row(number) for number in range(shown.rows.count())]
        said = "\n".join(row.sign + row.text for row in rows)
        for words in ("Kim Jong Un", "also", "líder norte-coreano", "named 5 times", "ALSO IN"):
            assert words in said
        frame = shown.query_one("#card").region
        assert shown.region.contains_region(frame), "nothing of it is cut"
        sentence, (start, end) = shown.rows.sentence()
        assert sentence[start:end] == "Kim Jong Un"
        await player.until(lambda: player.shows("O líder norte-coreano"))


@pytest.mark.parametrize("size", SIZES)
async def test_enter_twice_opens_it_and_once_more_goes_to_a_mention(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(article()), size) as player:
        await player.press("3", "enter")
        await player.until(lambda: "mention 1 of 5" in player.message)
        here = player.page.place()
        await player.press("3", "enter")
        await player.until(lambda: isinstance(player.app.screen, CardScreen))
        await player.press("j", "j", "j")
        await player.until(lambda: card(player).rows.sentence()[0] == "Putin agradeceu a Kim.")
        await player.press("enter")
        await closed(player)
        await player.until(lambda: player.message == "Kim Jong Un: mention 4 of 5")
        assert player.sentence() == "Putin agradeceu a Kim."
        await player.press("backspace")
        await player.until(lambda: player.page.place() == here, "back where the card was opened")


@pytest.mark.parametrize("key", ["escape", "q", "c", "backspace"])
async def test_leaving_it_moves_nothing(stage: Stage, key: str) -> None:
    async with playing(stage.app(article())) as player:
        await open_card(player)
        here = player.page.place()
        await player.press("G", "g", "j", key)
        await closed(player)
        assert player.page.place() == here
        assert player.screen.focused is player.screen.names


async def test_it_opens_on_the_mention_where_the_reader_is(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("3", "enter", "2", "]", "]")
        await player.until(lambda: "mention 3 of 5" in player.message)
        await player.press("c")
        await player.until(lambda: isinstance(player.app.screen, CardScreen))
        await player.until(lambda: card(player).rows.mention_at(card(player).rows.cursor) == 2)


async def test_from_the_text_it_is_of_whom_the_sentence_names(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.press("c")
        assert "choose a name first" in player.message
        await player.press("}", "}", "c")
        await player.until(lambda: isinstance(player.app.screen, CardScreen))
        assert card(player).rows.entity.name == "Vladimir Putin"


async def test_by_mouse(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await player.click_on("Kim Jong Un", within="#entities")
        await player.until(lambda: "mention 1 of" in player.message)
        await player.click_on("▸Kim Jong Un", within="#entities")
        await player.until(lambda: isinstance(player.app.screen, CardScreen) and player.shows("Depois Kim partiu"))
        await player.click_on("Depois Kim partiu", within="#card-rows")
        await closed(player)
        assert player.sentence() == "Depois Kim partiu."


async def test_a_heading_of_it_leads_nowhere(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        await open_card(player)
        await player.click_on("MENTIONS", within="#card-rows")
        await player.click_on("named 5 times", within="#card-rows")
        assert isinstance(player.app.screen, CardScreen)


async def test_resizing_keeps_the_cursor_on_its_mention(stage: Stage) -> None:
    async with playing(stage.app(article()), WIDE) as player:
        await open_card(player)
        await player.press("j", "j")
        for size in ((60, 20), (40, 12), WIDE):
            await player.pilot.resize_terminal(*size)
            await player.settle()
            await player.until(lambda: card(player).rows.mention_at(card(player).rows.cursor) == 2)
            await player.until(lambda: player.shows("Vladimir Putin"))


async def test_fewer_other_articles_than_before_leave_the_cursor_on_a_row(stage: Stage) -> None:
    async with playing(stage.app(article()), (80, 24)) as player:
        await player.press("3", "enter", "c")
        await player.until(lambda: isinstance(player.app.screen, CardScreen))
        await player.until(lambda: card(player).rows.others is not None)
        many = [Elsewhere(f"{number}", f"Artigo {number}", "", 1) for number in range(9)]
        card(player).rows.found(Others(many, 9, 0))
        await player.press("G")
        card(player).rows.found(Others(many[:1], 1, 0))
        await player.settle()
        assert player.shows("Artigo 0")
        assert not player.app._exit


async def test_hostile_names_on_it(stage: Stage) -> None:
    wild = Entity(
        LINE, Kind.PERSON, (Mention(Span(2, 5), Kind.PERSON, "x"),), aliases=(LINE,), english=LINE, roles=(LINE,)
    )
    endless = Entity("N" * 10_000, Kind.PLACE, (Mention(Span(9, 10), Kind.PLACE, "N"),), aliases=("A" * 10_000,) * 200)
    async with playing(stage.app(article()), (60, 20)) as player:
        player.screen.show_names(Marks([wild, endless]))
        for number in (0, 1):
            player.screen.choose_name(number)
            await player.press("c")
            await player.until(lambda: isinstance(player.app.screen, CardScreen))
            card(player).rows.found(Others([Elsewhere("x", LINE, "", 3)], 9, 9))
            for key in ("G", "g", "G"):
                await player.press(key)
                await player.settle()
                assert not player.unwanted(), key
            assert not player.app._exit
            await player.press("escape")
            await closed(player)


class Many(Sequence[Mention]):
    """A million mentions of one name, made when they are looked at."""

    looks = 0

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        self.looks += 1
        return Mention(Span(at % 50, at % 50 + 3), Kind.PERSON, "Kim")

    def __iter__(self):  # type: ignore[no-untyped-def]
        raise AssertionError("nobody may go through them all")


async def test_of_a_million_mentions_few_are_looked_at(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        marks = Marks([Entity("Kim", Kind.PERSON, (Mention(Span(2, 5), Kind.PERSON, "Kim"),))])
        many = Many()
        marks.entities = (dataclasses.replace(marks.entities[0], mentions=many),)
        player.screen.show_names(marks)
        player.screen.choose_name(0)
        await player.press("c")
        await player.until(lambda: isinstance(player.app.screen, CardScreen))
        await player.press("G", "space", "b", "g", "j")
        await player.settle()
        assert many.looks < 5_000


OTHER = Article(
    "Outro dia",
    "Nada aqui.\n\nNo mercado falou Kim Jong Un. Depois choveu.\n\nMais tarde riu Kim Jong Un.",
    published=date(2023, 9, 15),
)


async def read_for_names(player: Player, stage: Stage, *articles: Article) -> None:
    """Have articles in the library and in its index."""
    for each in articles:
        stage.services.articles.add(each)
        await player.open(each.id)


async def test_it_leads_to_another_article_and_back(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        first = player.article.id
        await read_for_names(player, stage, OTHER)
        await player.open(first)
        await open_card(player)
        await player.until(lambda: player.shows("15 Sep 2023  2"))
        await player.until(lambda: player.shows("in 2 articles · Fri 15 Sep 2023 – "), "from when to when")
        assert player.shows("Outro dia")
        here = player.page.place()
        await player.press("G")
        await player.until(lambda: player.shows("Mais tarde riu Kim Jong Un."), "the sentences there")
        await player.press("G")
        assert card(player).rows.sentence()[0] == "Mais tarde riu Kim Jong Un."
        await player.press("k", "k")
        assert card(player).rows.sentence()[0] == "Outro dia"
        await player.press("j", "j", "enter")
        await player.until(lambda: player.article.id == OTHER.id)
        await closed(player)
        await player.until(lambda: "Kim Jong Un: mention 2 of 2 · Backspace" in player.message)
        assert player.sentence() == "Mais tarde riu Kim Jong Un."
        assert player.screen.text.marks.chosen is not None, "the same name is chosen there"
        await player.press("backspace")
        await player.until(lambda: player.article.id == first)
        await player.until(lambda: player.page.place() == here)
        await player.press("backspace", "backspace", "backspace")
        await player.until(lambda: player.message == "nowhere to go back to")


async def test_an_article_that_is_gone_is_told(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        entity = player.screen.text.marks.entities[0]
        player.screen.go_elsewhere(Elsewhere("0" * 32, "T", "", 1), entity)
        await player.until(lambda: player.message)
        assert player.article.id == article().id


async def test_the_english_of_its_roles_is_drafted_beside_it_and_kept(stage: Stage) -> None:
    engine = HeldEngine()
    async with playing(stage.app(article(), engine=engine)) as player:
        shown = await open_card(player)
        await player.press("j")
        before = shown.rows.sentence()
        assert not player.shows("EN draft"), "the card is there before its English is"
        engine.go()
        await player.until(lambda: player.shows("EN draft: The English of líder"))
        assert shown.rows.sentence() == before, "the cursor stays where it was"
        await player.press("escape", "c")
        await player.until(lambda: player.shows("EN draft: The English of líder"))
        assert engine.asked.count("líder norte-coreano") == 1


def test_of_a_name_said_often_elsewhere_the_first_sentences_are_listed(stage: Stage) -> None:
    often = Article("Muitas", "\n\n".join(f"No dia {n} falou Kim Jong Un." for n in range(1, 31)))
    stage.services.articles.add(often)
    helpers = stage.helpers()(lambda error: None)
    found = analyse(often, RuleRecogniser())
    helpers.analyses.put_packed(often.id, RuleRecogniser(), None, pack(found))
    who = next(each for each in found if each.name == "Kim Jong Un")
    other = Elsewhere(often.id, "Muitas", "", 30)
    desk, stop = CardDesk(stage.services.articles, helpers), threading.Event()
    (said,) = desk.said(who, [other, Elsewhere("0" * 32, "", "", 1)], stop)
    assert [each.text for each in said[often.id]] == [f"No dia {n} falou Kim Jong Un." for n in range(1, 21)]
    assert all(often.body[each.at :].startswith("Kim Jong Un") for each in said[often.id])
    assert not said["0" * 32]
    stop.set()
    assert not list(desk.said(who, [other], stop))


async def test_other_articles_that_are_too_many_to_list_and_those_that_wait_are_counted(stage: Stage) -> None:
    async with playing(stage.app(article())) as player:
        shown = await open_card(player)
        await player.until(lambda: shown.rows.others is not None)
        shown.rows.found(Others([Elsewhere("x", "Um dia", "2023", 3)], 1_234, 5))
        await player.press("G")
        await player.until(lambda: player.shows("1233 more") and player.shows("5 articles are still"))
        assert shown.rows.article_at(shown.rows.cursor) is not None, "the cursor is on the article"

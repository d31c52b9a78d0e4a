"""The timeline on the screen: what it lists, where it leads, and the way back."""

from __future__ import annotations

import dataclasses
import datetime
import threading
from collections.abc import Iterator, Sequence

import pytest

from articles.model import Article
from reader.config.model import Config
from reader.entities.model import Doubt, Mention
from reader.entities.rules import RuleRecogniser
from reader.entities.timeline import Moment
from reader.tui.doubts import doubt_text
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.timeline import TimelineScreen
from reader.tui.timeline_desk import Gatherer, iso_of
from tests.tui.engines import HeldEngine
from tests.tui.hostile import LINE
from tests.tui.stage import MEDIUM, SIZES, Player, Stage, playing

DAY = datetime.date(2023, 9, 15)
FIRST = Article(
    "A viagem",
    "Vladimir Putin nasceu em 1952. Nada.\n\nVladimir Putin chegou na quarta-feira (13). "
    "Ontem choveu muito em toda a região da fronteira.",
    source="Jornal",
    published=DAY,
)
SECOND = Article(
    "Outra",
    "Em 2019, nevou muito.\n\nEm maio de 2020, Vladimir Putin saiu. Ontem choveu muito em toda a região da fronteira.",
    published=DAY,
)


def timeline(player: Player) -> TimelineScreen:
    screen = player.app.screen
    assert isinstance(screen, TimelineScreen)
    return screen


async def opened(player: Player, *before: str) -> TimelineScreen:
    await player.press(*before, "ctrl+t")
    await player.until(lambda: isinstance(player.app.screen, TimelineScreen) and timeline(player).gathered.done)
    await player.settle()
    return timeline(player)


def told(screen: TimelineScreen) -> list[str]:
    return [each.first.date for each in screen.rows.moments]


@pytest.mark.parametrize("size", SIZES)
async def test_of_the_article_in_the_order_of_the_dates_and_there_and_back(stage: Stage, size: tuple[int, int]) -> None:
    async with playing(stage.app(FIRST), size) as player:
        here = player.page.place()
        shown = await opened(player)
        assert told(shown) == ["1952", "2023-09-13", "2023-09-14"]
        assert player.shows("Wed 13 Sep 2023")
        await player.press("]")
        await player.until(lambda: player.shows("quarta-feira (13) → Wed 13 Sep 2023 · A viagem · Jornal"))
        assert shown.region.contains_region(shown.query_one("#timeline").region)
        await player.press("enter")
        await player.until(lambda: isinstance(player.app.screen, ReadingScreen))
        assert player.sentence() == "Vladimir Putin chegou na quarta-feira (13)."
        await player.press("backspace")
        assert player.page.place() == here
        again = await opened(player)
        assert again.rows.moments[1].first == again.rows.here()
        assert told(again)[1] == "2023-09-13", "the timeline opens where it was left"


def _not_ahead(stage: Stage) -> Config:
    """Else the screen reads the other articles too, on its own."""
    return dataclasses.replace(stage.services.config, names_ahead=False)


async def test_of_all_articles_with_copies_folded_filtered_and_gone_to(stage: Stage) -> None:
    stage.empty()
    stage.services.articles.add(SECOND)
    async with playing(stage.app(FIRST, config=_not_ahead(stage)), MEDIUM) as player:
        shown = await opened(player)
        await player.press("tab")
        await player.until(lambda: shown.gathered.done and shown.gathered.count == 2)
        assert shown.gathered.unread, "one of them was not read yet"
        await player.until(lambda: player.shows("1 of 2 articles not read for names yet"))
        await player.press("r")
        await player.until(lambda: shown.gathered.done and not shown.gathered.unread)
        await player.until(lambda: told(shown) == ["1952", "2019", "2020-05", "2023-09-13", "2023-09-14"])
        assert shown.rows.moments[-1].copies == 1
        await player.press("G")
        await player.until(lambda: player.shows("· in 1 more"))
        await player.press("d", *"9/2020", "enter")
        assert shown.rows.here() == shown.rows.moments[3].first
        await player.press("/", *"2020 putin")
        await player.until(lambda: told(shown) == ["2020-05"])
        await player.press("enter", "enter")
        await player.until(lambda: isinstance(player.app.screen, ReadingScreen) and player.article.id == SECOND.id)
        await player.until(lambda: player.sentence() == "Em maio de 2020, Vladimir Putin saiu.")
        await player.press("backspace")
        await player.until(lambda: player.article.id == FIRST.id)


class Held(RuleRecogniser):
    """Reads what speaks of snow only once it is let."""

    def __init__(self) -> None:
        self.free = threading.Event()

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        if any("nevou" in each for each in sentences):
            self.free.wait(60)
        yield from super().recognise_in_steps(sentences)


async def test_reading_what_was_not_read_says_how_far_and_can_be_called_off(stage: Stage) -> None:
    stage.empty()
    stage.services.articles.add(SECOND)
    recogniser = Held()
    async with playing(stage.app(FIRST, recogniser=recogniser, config=_not_ahead(stage)), MEDIUM) as player:
        shown = await opened(player)
        await player.press("tab")
        await player.until(lambda: shown.gathered.done and shown.gathered.unread)
        await player.press("r")
        await player.until(lambda: player.shows("reading 1 of 1: r stops"))
        order = shown._order
        assert order is not None
        await player.press("r")
        await player.until(order.given_up.is_set)  # a key is pressed before it is acted on
        recogniser.free.set()
        await player.until(lambda: player.shows("1 of 2 articles not read for names yet"))
        assert told(shown) == ["1952", "2023-09-13", "2023-09-14"], "nothing half read is kept"


async def test_english_is_drafted_without_holding_up_the_filter(stage: Stage) -> None:
    engine = HeldEngine()
    text = Article("T", "Em 2021 nevou.\n\nEle saiu na quarta-feira (14).", published=DAY)
    async with playing(stage.app(text, engine=engine), MEDIUM) as player:
        shown = await opened(player)
        assert told(shown) == ["2021"], "what contradicts the calendar has no date"
        await player.press("t")
        await player.until(lambda: player.shows("EN …"))
        await player.press("/", *"2021")
        await player.until(lambda: told(shown) == ["2021"])
        await player.press("enter")
        engine.go()
        await player.until(lambda: player.shows("EN draft: The English of Em 2021 nevou."))


async def test_a_date_that_is_not_believed_has_its_sign(stage: Stage) -> None:
    async with playing(stage.app(FIRST), MEDIUM) as player:
        shown = await opened(player)
        first = dataclasses.replace(shown.rows.moments[0].first, doubt=Doubt.WEEKDAY)
        shown.rows.show([Moment(first)])
        await player.until(lambda: player.shows(" ? Vladimir Putin nasceu"))
        await player.until(lambda: player.shows("1952 · " + doubt_text(Doubt.WEEKDAY)[:12]))


async def test_of_an_entity_from_its_card(stage: Stage) -> None:
    async with playing(stage.app(FIRST)) as player:
        await player.press("3", "enter", "c")
        await player.until(lambda: player.shows("MENTIONS"))
        shown = await opened(player)
        assert told(shown) == ["1952", "2023-09-13"]
        await player.until(lambda: player.shows("Timeline: Vladimir Putin"))
        await player.press("t")
        await player.until(lambda: player.shows("EN: none yet"))
        await player.press("escape")
        await player.until(lambda: isinstance(player.app.screen, ReadingScreen))


async def test_hostile_text_on_it(stage: Stage) -> None:
    wild = Article(LINE, f"Em 2019 {LINE} aconteceu.", source=LINE, published=DAY)
    async with playing(stage.app(wild), MEDIUM) as player:
        await opened(player)
        assert not player.unwanted()


def test_gathering_ends_where_nobody_waits(stage: Stage) -> None:
    helpers = stage.helpers()(lambda error: None)
    stop = threading.Event()
    stop.set()
    assert not list(Gatherer(stage.services.articles, helpers).gather(stage.services.articles.keys(), None, stop))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        *[("2019", "2019"), ("2019-05", "2019-05"), ("9/2023", "2023-09"), ("15/9/2023", "2023-09-15")],
        *[("putin", None), ("19", None), ("", None)],
    ],
)
def test_a_date_that_is_typed(text: str, iso: str | None) -> None:
    assert iso_of(text) == iso

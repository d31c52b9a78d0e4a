"""The online engine that was chosen: it goes over the drafts in place, waits when told to, and fails without harm."""

from __future__ import annotations

import datetime

from articles.model import Article
from reader.translation.engine import EngineBusy, EngineUnavailable, Origin
from reader.tui.page.layout import Layout
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose
from tests.tui.stage import MEDIUM, Player, Stage, playing


def fresh(paragraphs: int = 12) -> Article:
    """An article that nobody has translated."""
    return Article("Um artigo novo", prose(paragraphs, 5), published=datetime.date(2024, 2, 1), language="pt-BR")


def said(player: Player) -> str:
    return player.screen.head.english


async def test_an_online_engine_refines_what_the_local_one_drafted(stage: Stage) -> None:
    local = HeldEngine(free=True)
    online = HeldEngine(lambda sentence: f"Refined {sentence}", "online", Origin.REFINED)
    async with playing(stage.app(fresh(paragraphs=2), engine=local, refiner=online)) as player:
        await player.press("t")
        await player.until(lambda: player.shows("The English of"))
        assert not player.shows("Refined")
        online.go()
        await player.until(lambda: not player.shows("The English of") and player.shows("Refined"))
        await player.until(lambda: said(player) == "EN refined · online")


async def test_an_online_engine_that_fails_leaves_the_drafts_and_says_why(stage: Stage) -> None:
    def answer(_sentence: str) -> str:
        raise EngineUnavailable("the engine online cannot be reached", "check the network")

    local, online = HeldEngine(free=True), HeldEngine(answer, "online", Origin.REFINED, free=True)
    async with playing(stage.app(fresh(paragraphs=2), engine=local, refiner=online)) as player:
        await player.press("t")
        await player.until(lambda: "cannot be reached" in player.message)
        await player.until(lambda: said(player) == "EN draft · held")
        assert len(online.asked) == 1


async def test_a_peek_is_refined_in_place_and_no_other_sentence_is_sent(stage: Stage) -> None:
    local = HeldEngine(free=True)
    online = HeldEngine(lambda sentence: f"Refined {sentence}", "online", Origin.REFINED)
    async with playing(stage.app(fresh(paragraphs=2), engine=local, refiner=online)) as player:
        await player.press("}", "enter")
        await player.until(lambda: player.shows("┊ The English of"))
        await player.until(lambda: "refining" in player.lines()[-1])
        row = player.row()
        online.go()
        await player.until(lambda: player.shows("┊ Refined"))
        assert player.shows("— refined · online")
        assert online.asked == [player.sentence()]
        assert player.page.layout is Layout.ORIGINAL
        assert player.row() == row
        await player.press("r")
        await player.until(lambda: online.asked == 2 * [player.sentence()], "asked for again by r, and nothing else")


async def test_a_person_s_word_is_not_refined(stage: Stage) -> None:
    online = HeldEngine(name="online", origin=Origin.REFINED, free=True)
    async with playing(stage.app(refiner=online, engine=HeldEngine(free=True))) as player:
        await player.press("r")
        await player.press("t")
        await player.until(lambda: said(player) == "EN human")
        await player.until(lambda: player.screen.desk.progress is None)
        assert online.asked == []


async def test_the_whole_article_is_refined_on_demand_in_whatever_layout(stage: Stage) -> None:
    online = HeldEngine(lambda sentence: f"Refined {sentence}", "online", Origin.REFINED, free=True)
    article = fresh(paragraphs=3)
    async with playing(stage.app(article, engine=HeldEngine(free=True), refiner=online)) as player:
        await player.screen.run_action("refine_article")
        every = [each for block in range(len(player.page.document)) for each in player.page.document.segments(block)]
        await player.until(lambda: set(online.asked) == set(every))
        assert len(online.asked) == len(set(every))
        await player.until(lambda: all(player.page.english.of(each) for each in every))
        await player.press("t")
        await player.until(lambda: said(player) == "EN refined · online")
        await player.until(lambda: player.screen.desk.progress is None)
        assert len(online.asked) == len(set(every)), "nothing twice"


async def test_a_wait_is_shown_and_then_it_goes_on(stage: Stage) -> None:
    busy = True

    def answer(sentence: str) -> str:
        if busy:
            raise EngineBusy("the engine online is busy", retry_after=30.0)
        return f"Refined {sentence}"

    online = HeldEngine(answer, "online", Origin.REFINED, free=True)
    async with playing(stage.app(fresh(paragraphs=2), engine=HeldEngine(free=True), refiner=online), MEDIUM) as player:
        await player.press("t")
        await player.until(
            lambda: "online asks to wait 30 s" in player.lines()[-1] or "wait 29 s" in player.lines()[-1]
        )
        await player.until(lambda: said(player) == "EN draft · held")
        await player.press("j", "}", "enter")  # nothing waits for it but the refining
        assert len(online.asked) == 1
        busy = False
        refining = player.screen.desk.english._drafting.refining
        refining._timer.cancel()
        refining._until = 0.0  # thirty seconds later
        refining._tick()
        await player.until(lambda: said(player) == "EN refined · online")
        assert "wait" not in player.lines()[-1]


async def test_leaving_the_article_ends_the_wait(stage: Stage) -> None:
    def answer(_sentence: str) -> str:
        raise EngineBusy("the engine online is busy", retry_after=3_000.0)

    online = HeldEngine(answer, "online", Origin.REFINED, free=True)
    async with playing(stage.app(fresh(paragraphs=2), engine=HeldEngine(free=True), refiner=online)) as player:
        await player.press("r")
        await player.until(lambda: "asks to wait" in player.lines()[-1])
        await player.open(stage.summaries()[3].id)
        await player.until(lambda: "asks to wait" not in player.lines()[-1])
        assert len(online.asked) == 1

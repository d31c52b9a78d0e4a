"""Refining by itself, without a screen: what comes first, what is given up, and what is called off."""

from __future__ import annotations

import asyncio
import datetime
from dataclasses import dataclass, field

import pytest

from articles.model import Article
from reader.translation.engine import EngineBusy, EngineError, EngineUnavailable, Origin, Translation, rejected
from reader.translation.glossary.model import Glossary
from reader.translation.service import TranslationService
from reader.tui.background import Lane
from reader.tui.holding import Work
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.refining import Refined, Refining
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose, translation
from tests.tui.stage import Player


def fresh(paragraphs: int = 12) -> Article:
    """An article that nobody has translated."""
    return Article("Um artigo novo", prose(paragraphs, 5), published=datetime.date(2024, 2, 1), language="pt-BR")


def said(player: Player) -> str:
    return player.screen.head.english


@dataclass
class Told:
    """What the refining has told."""

    english: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    state: list[str] = field(default_factory=list)

    def refined(self, work: Work, _block: int, made: Translation, _glossary: Glossary | None) -> None:
        work.english.put({made.source: made})
        self.english.append(made.source)


class Alone:
    """Refining an article whose sentences are all drafted."""

    def __init__(self, online: HeldEngine, paragraphs: int = 3) -> None:
        loop = asyncio.get_running_loop()
        self.lane = Lane("test", loop)
        self.told = Told()
        told = Refined(self.told.refined, self.told.trouble.append, self.told.state.append)
        self.refining = Refining(TranslationService(None, None), online, self.lane, loop, told)
        document = Document(fresh(paragraphs))
        self.work = Work(document, English(document))
        self.sources = [each for block in range(len(document)) for each in document.segments(block)]
        self.work.english.put({source: translation(source, f"Draft {source}") for source in self.sources})
        self.refining.open(self.work)

    def add_all(self) -> None:
        for block in range(len(self.work.document)):
            for source in self.work.document.segments(block):
                self.refining.add(block, source)

    async def settled(self) -> None:
        while self.refining._busy:
            await asyncio.sleep(0)
        self.lane.close()


async def test_what_is_on_the_screen_comes_first() -> None:
    online = HeldEngine(lambda sentence: f"Refined {sentence}", "online", Origin.REFINED, free=True)
    alone = Alone(online)
    alone.work.visible = 2, 2
    alone.add_all()
    await alone.settled()
    first = alone.work.document.segments(0)[0]  # it was on its way before the others were there
    seen = list(alone.work.document.segments(2))
    assert online.asked[: 1 + len(seen)] == [first, *seen]
    assert sorted(online.asked) == sorted(set(alone.sources))


async def test_a_rejected_sentence_keeps_its_draft_and_it_is_told_once() -> None:
    def answer(sentence: str) -> str:
        if len(sentence) % 2:
            raise rejected("online", "the answer is empty")
        return f"Refined {sentence}"

    alone = Alone(HeldEngine(answer, "online", Origin.REFINED, free=True))
    alone.add_all()
    await alone.settled()
    assert set(alone.told.english) == {source for source in alone.sources if not len(source) % 2}
    assert len(alone.told.trouble) == 1
    assert "the answer is empty" in alone.told.trouble[0]
    assert alone.told.state[-1] == ""


@pytest.mark.parametrize(
    ("error", "asked"),
    [
        (EngineUnavailable("cannot be reached"), 1),
        (EngineError("timed out"), 3),
        (ZeroDivisionError("a mistake in an engine"), None),
    ],
)
async def test_what_would_fail_each_time_is_given_up_but_for_what_the_reader_asks(
    error: Exception, asked: int | None
) -> None:
    def answer(_sentence: str) -> str:
        raise error

    online = HeldEngine(answer, "online", Origin.REFINED, free=True)
    alone = Alone(online)
    alone.add_all()
    while alone.refining._busy:
        await asyncio.sleep(0)
    assert len(online.asked) == (len(set(alone.sources)) if asked is None else asked)
    assert len(alone.told.trouble) == 1
    alone.refining.ask(0, alone.sources[0])
    await alone.settled()
    assert len(alone.told.trouble) == 2


async def test_an_engine_that_always_asks_to_wait_is_given_up_at_last() -> None:
    def answer(_sentence: str) -> str:
        raise EngineBusy("too many requests", retry_after=float("nan"))

    alone = Alone(HeldEngine(answer, "online", Origin.REFINED, free=True))
    alone.refining.ask(0, alone.sources[0])
    waits = 0
    while not alone.told.trouble:
        await asyncio.sleep(0)
        if alone.refining._timer is not None:
            waits += 1
            alone.refining._timer.cancel()
            alone.refining._until = 0.0
            alone.refining._tick()
    await alone.settled()
    assert waits == 6
    assert isinstance(alone.refining.engine, HeldEngine)
    assert "too many requests" in alone.told.trouble[0]
    assert any("online asks to wait 30 s" in state for state in alone.told.state)


async def test_a_network_that_is_gone_for_a_while_is_told_once_and_waited_for() -> None:
    gone = 2

    def answer(sentence: str) -> str:
        nonlocal gone
        if gone:
            gone -= 1
            raise EngineUnavailable("online cannot be reached", "check the network", retry_after=4.0)
        return f"Refined {sentence}"

    alone = Alone(HeldEngine(answer, "online", Origin.REFINED, free=True))
    alone.add_all()
    while alone.refining._busy or alone.refining._timer is not None:
        await asyncio.sleep(0)
        if alone.refining._timer is not None:
            alone.refining._timer.cancel()
            alone.refining._until = 0.0
            alone.refining._tick()
    await alone.settled()
    assert set(alone.told.english) == set(alone.sources)
    assert alone.told.trouble == ["online cannot be reached; check the network"]
    assert any("wait 4 s" in state for state in alone.told.state)


class Interrupted(HeldEngine):
    """An engine over a network, which is asked and does not answer until it is called off."""

    cooldown = None

    def interrupt(self) -> None:
        """Let whoever waits go."""
        self.go()


async def test_leaving_the_article_calls_off_what_is_under_way() -> None:
    online = Interrupted(name="online", origin=Origin.REFINED)
    alone = Alone(online)
    alone.refining.ask(0, alone.sources[0])
    while not online.asked:
        await asyncio.sleep(0)
    alone.refining.leave()
    alone.lane.close(60)  # at once: the thread is free
    assert not alone.lane._thread.is_alive()
    assert alone.told.english == []


class StalledEngine(HeldEngine):
    """Over a network: answers nothing until it is interrupted."""

    cooldown: float | None = None

    def interrupt(self) -> None:
        self.go()


async def test_what_is_under_way_is_called_off_when_the_article_is_left() -> None:
    online = StalledEngine(name="online", origin=Origin.REFINED)
    alone = Alone(online)
    alone.refining.leave()  # nothing is under way: nothing is called off
    assert not online._free
    alone.refining.open(alone.work)
    alone.refining.ask(0, alone.sources[0])
    alone.refining.leave()
    assert online._free, "else the next article would wait for its answer"
    alone.lane.close(wait=60)
    assert alone.told.english == [], "and what came of it is for nobody"

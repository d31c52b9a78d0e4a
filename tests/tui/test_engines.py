"""An online engine is asked for before it is first used, once; another can be chosen from the palette."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from articles.errors import StorageError
from articles.model import Article
from reader.translation import engines
from reader.translation.choosing.chooser import Chooser
from reader.translation.choosing.consent import Consents
from reader.translation.choosing.keys import Keys
from reader.translation.choosing.kinds import EngineKind
from reader.translation.choosing.room import EngineRoom
from reader.translation.engine import Engine, Origin
from reader.tui.app import ReaderApp
from reader.tui.screens.asking import AskScreen
from reader.tui.screens.consenting import ConsentScreen
from reader.tui.services import Helpers
from tests.tui.engines import HeldEngine
from tests.tui.page.making import prose
from tests.tui.stage import MEDIUM, NARROW, WIDE, Player, Stage, playing


class Room:
    """Engines played by hand: two online ones, and what drafts; over a home with a library."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self._stage = stage
        self.local = HeldEngine(free=True, name="local")
        self.online = HeldEngine(lambda text: f"Refined {text}", "online", Origin.REFINED, free=True)
        self.plain = HeldEngine(lambda text: f"Plain {text}", "plain", Origin.REFINED, free=True)
        self.other = HeldEngine(lambda text: f"Other {text}", "other", free=True)
        kinds = [
            EngineKind("local", "here", _given(self.local)),
            EngineKind("online", "there", _given(self.online), lambda _s: "https://mt.example.org", online=True),
            EngineKind("plain", "there", _given(self.plain), lambda _s: "http://plain.example.org", online=True),
            EngineKind("other", "here", _given(self.other)),
            EngineKind("unset", "somewhere", _given(self.other), online=True),
            EngineKind("absent", "not here", _given(self.other), lacks=lambda _s: "the command babel"),
        ]
        monkeypatch.setattr(engines, "ENGINES", {kind.name: kind for kind in kinds})
        self.consents = Consents(stage.composition.database)

    def app(self, name: str = "local", *, named: bool = False, offline: bool = False) -> ReaderApp:
        """The app, with this engine chosen; as the command line puts it together."""
        chooser = Chooser({}, Keys({}), lambda: self.consents, offline)

        def helpers(not_kept: Callable[..., object]) -> Helpers:
            found = EngineRoom(chooser, name, named, lambda engine: engine)
            made = self._stage.helpers(found.drafter, found.refiner)(not_kept)
            return replace(made, engines=found)

        article = Article("Um artigo novo", prose(2, 3), published=datetime.date(2024, 2, 1), language="pt-BR")
        return self._stage.app(article, helpers=helpers)


def _given(engine: Engine) -> Callable[[object], Engine]:
    return lambda _given: engine


@pytest.fixture
def room(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Room:
    return Room(stage, monkeypatch)


async def asked(player: Player, kind: type = ConsentScreen) -> None:
    await player.until(lambda: isinstance(player.app.screen, kind), f"{kind.__name__} came up")
    await player.settle()


async def gone(player: Player) -> None:
    await player.until(lambda: player.app.screen is player.screen, "the question is gone")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_before_the_first_sentence_leaves_it_is_asked_what_is_sent_where(
    room: Room, size: tuple[int, int]
) -> None:
    async with playing(room.app("online"), size) as player:
        place = player.page.place()
        await player.press("t")
        await asked(player)
        words = " ".join(player.all_text().replace("│", " ").split())
        assert "Each sentence you translate is sent to mt.example.org." in words
        assert "y yes, and do not ask again" in words
        await player.until(lambda: player.screen.head.english == "EN draft · local", "drafts are made meanwhile")
        assert room.online.asked == []
        await player.press("y")
        await gone(player)
        await player.until(lambda: player.screen.head.english == "EN refined · online")
        assert player.page.place() == place, "the line being read does not move"
        assert room.consents.given("online", "https://mt.example.org")
    room.online.asked.clear()
    async with playing(room.app("online"), size) as player:
        await player.press("t")
        await player.until(lambda: player.screen.head.english == "EN refined · online")
        assert player.app.screen is player.screen, "asked once, also over a restart"


@pytest.mark.parametrize("answer", ["n", "enter"])
async def test_no_means_drafts_and_no_more_questions(room: Room, answer: str) -> None:
    async with playing(room.app("online"), MEDIUM) as player:
        await player.press("t")
        await asked(player)
        await player.press(answer)
        await gone(player)
        assert player.message == "online is not allowed, so nothing was sent"
        await player.until(lambda: player.screen.head.english == "EN draft · local")
        await player.press("t", "t", "r")
        await player.until(lambda: player.message == "online is not allowed, so nothing was sent")
        assert player.app.screen is player.screen
        assert room.online.asked == []
        assert not room.consents.given("online", "https://mt.example.org")


async def test_refining_one_sentence_asks_too_and_then_does_it(room: Room) -> None:
    async with playing(room.app("online")) as player:
        await player.press("r")
        await asked(player)
        await player.press("y")
        await player.until(lambda: room.online.asked == [player.sentence()])


async def test_peeking_asks_too_and_sends_no_other_sentence(room: Room) -> None:
    async with playing(room.app("online")) as player:
        await player.press("enter")
        await asked(player)
        await player.press("y")
        await player.until(lambda: player.shows("Refined "))
        assert room.online.asked == [player.sentence()]


async def test_what_speaks_plain_http_says_so_when_it_asks_and_when_it_is_used(room: Room) -> None:
    async with playing(room.app("plain"), NARROW) as player:
        await player.press("t")
        await asked(player)
        words = " ".join(player.all_text().replace("│", " ").split())
        assert "whoever is on the way can read what you send" in words
        await player.press("y")
        await player.until(lambda: player.screen.head.english == "EN refined · plain")
    async with playing(room.app("plain")) as player:
        await player.press("t")
        await player.until(lambda: "plain: it speaks plain http" in player.message)


async def test_a_yes_that_cannot_be_kept_holds_for_this_session(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageError("the library has no room", "make some")

    monkeypatch.setattr(Consents, "give", full)
    async with playing(room.app("online")) as player:
        await player.press("t")
        await asked(player)
        await player.press("y")
        await player.until(lambda: "your answer is not kept: the library has no room" in player.message)
        await player.until(lambda: player.screen.head.english == "EN refined · online")


async def test_offline_nothing_is_asked_and_the_reason_told(room: Room) -> None:
    async with playing(room.app("online", offline=True)) as player:
        await player.press("t")
        await player.until(lambda: "set to stay offline" in player.message)
        await player.until(lambda: player.screen.head.english == "EN draft · local")
        assert player.app.screen is player.screen
        assert room.online.asked == []


async def test_an_engine_that_lacks_something_leaves_the_local_one_and_says_what(room: Room) -> None:
    async with playing(room.app("absent")) as player:
        await player.press("t")
        await player.until(lambda: "the engine absent lacks the command babel" in player.message)
        await player.until(lambda: player.screen.head.english == "EN draft · local")


# Choosing


async def choose(player: Player, number: str) -> None:
    await player.screen.run_action("run_command('choose_engine')")
    await asked(player, AskScreen)
    await player.press(number)


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_the_engines_are_listed_with_what_each_lacks(room: Room, size: tuple[int, int]) -> None:
    async with playing(room.app(), size) as player:
        await player.screen.run_action("run_command('choose_engine')")
        await asked(player, AskScreen)
        assert player.shows("Which engine, until you leave?")
        assert player.shows("1  local: this machine · ready")
        assert player.shows("2  online: mt.example.org · lacks your consent")
        assert player.shows("5  unset: online · ")
        assert player.shows("6  absent: this machine · lacks the command babel")
        await player.press("escape")
        await gone(player)


async def test_one_that_sends_is_asked_for_and_refines_what_is_there(room: Room) -> None:
    async with playing(room.app()) as player:
        await player.press("t")
        await player.until(lambda: player.screen.head.english == "EN draft · local")
        await choose(player, "2")
        await asked(player)
        await player.press("y")
        await player.until(lambda: player.screen.head.english == "EN refined · online")
        await choose(player, "3")
        await asked(player)
        await player.press("n")
        await gone(player)
        assert player.message == "plain is not allowed, so nothing was sent"
        assert room.plain.asked == []


async def test_one_of_this_machine_drafts_from_then_on(room: Room) -> None:
    async with playing(room.app()) as player:
        await choose(player, "4")
        await player.until(lambda: player.message == "other translates from now on")
        await player.press("t")
        await player.until(lambda: player.screen.head.english == "EN draft · other")
        assert room.local.asked == []


async def test_one_that_lacks_something_says_what(room: Room) -> None:
    async with playing(room.app()) as player:
        await choose(player, "6")
        await player.until(lambda: "the engine absent lacks the command babel" in player.message)


async def test_one_named_on_the_command_line_that_cannot_be_used_is_told(room: Room) -> None:
    async with playing(room.app("absent", named=True), ready=False) as player:
        await player.until(lambda: "the engine absent lacks the command babel" in player.message)

"""Choosing the engine on the screen, and asking before one sends anything to another machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.i18n import _
from reader.tui.background import Lane

if TYPE_CHECKING:
    from articles.errors import StorageError
    from reader.translation.choosing.choice import Choice
    from reader.translation.choosing.chooser import Standing
    from reader.translation.choosing.room import EngineRoom
    from reader.translation.engine import Engine
    from reader.tui.screens.reading import ReadingScreen


class EngineDesk:
    """Asks at most once in a session for the engine that the configuration chose, and for others when they are chosen.

    Args:
        screen: Where it is asked.
        lane: A helper's thread: keys are looked for and the reader's yes is kept there.
        room: The engines.
        take: Called with an engine that is to be used from now on.
    """

    def __init__(self, screen: ReadingScreen, lane: Lane, room: EngineRoom, take: Callable[[Engine], None]) -> None:
        self._screen = screen
        self._lane = lane
        self._room = room
        self._take = take
        self._pending = room.pending
        self._refused = ""
        self._first = str(room.trouble) if room.trouble is not None else ""
        if room.refiner is not None and room.choice.warning:
            self._first = f"{room.choice.kind.name}: {room.choice.warning}"

    def wanted(self, then: Callable[[], None]) -> bool:
        """English is asked for: say what is to be known of the engine, and ask, where the reader was not asked yet.

        Args:
            then: Called once the reader said yes and the engine is there.

        Returns:
            Whether it is being asked now.
        """
        pending, self._pending = self._pending, None
        first, self._first = self._first, ""
        if first:
            self._screen.foot.say(first)
        if pending is not None:
            self._ask(pending, then)
        return pending is not None

    def refused(self) -> str:
        """What to tell where the reader said no to an engine; "" where that was not so."""
        if not self._refused:
            return ""
        return _("{name} is not allowed, so nothing was sent").format(name=self._refused)

    def _ask(self, choice: Choice, then: Callable[[], None]) -> None:
        from reader.tui.screens.consenting import ConsentScreen

        name = choice.kind.name

        def answered(yes: bool | None) -> None:
            if yes:
                self._refused = ""
                self._lane.do(lambda: (self._room.allow(choice), self._room.ready(name)[1]), taken, self._sorry)
            else:
                self._refused = name
                self._screen.foot.say(self.refused())

        def taken(made: tuple[StorageError | None, Engine]) -> None:
            trouble, engine = made
            self._take(engine)
            if trouble is not None:
                self._screen.foot.say(_("your answer is not kept: {why}").format(why=trouble))
            then()

        self._screen.app.push_screen(ConsentScreen(name, choice.sends(), choice.warning), answered)

    # Choosing another

    def choose(self, then: Callable[[], None]) -> None:
        """Let the reader choose among the engines.

        Args:
            then: Called once another is there.
        """
        self._lane.do(self._room.standings, lambda standings: self._list(standings, then), self._sorry)

    def _list(self, standings: list[Standing], then: Callable[[], None]) -> None:
        from reader.tui.screens.asking import AskScreen, Option

        options = [
            Option(str(number), f"{each.choice.kind.name}: {_stands(each)}", each.choice.kind.name)
            for number, each in enumerate(standings, 1)
        ]

        def answered(name: str | None) -> None:
            if name is not None:
                self._lane.do(lambda: self._found(name), lambda found: self._use(*found, then), self._sorry)

        self._screen.app.push_screen(AskScreen[str](_("Which engine, until you leave?"), options), answered)

    def _found(self, name: str) -> tuple[Choice, Engine, bool]:
        choice, engine = self._room.ready(name)
        return choice, engine, self._room.allowed(choice)

    def _use(self, choice: Choice, engine: Engine, allowed: bool, then: Callable[[], None]) -> None:
        self._pending = None
        if not allowed:
            self._ask(choice, then)
            return
        self._take(engine)
        said = _("{name} translates from now on").format(name=choice.kind.name)
        self._screen.foot.say(f"{said} · {choice.warning}" if choice.warning else said)
        then()

    def _sorry(self, problem: Problem) -> None:
        self._screen.foot.say(str(problem))


def _stands(standing: Standing) -> str:
    """What an engine lacks, in a few words; its host where it sends anything."""
    there = standing.choice.destination
    here = _("online") if standing.choice.online else _("this machine")
    where = there.shown if there is not None else here
    lacks = [each.partition(";")[0] for each in standing.missing]
    return " · ".join(
        [where, *(_("lacks {what}").format(what=each) for each in lacks)] if lacks else [where, _("ready")]
    )

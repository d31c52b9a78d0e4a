"""The engines of one run of the screen: who drafts, who refines, what waits for a yes, and choosing another."""

from __future__ import annotations

from collections.abc import Callable

from articles.errors import StorageError
from reader.translation.choosing.choice import Choice
from reader.translation.choosing.chooser import Chooser, Standing
from reader.translation.engine import Engine, EngineUnavailable, Origin


class EngineRoom:
    """Made and asked on a helper's thread, one call after the other.

    Args:
        chooser: The engines as they are set up.
        name: The one that was chosen.
        named: Whether it was asked for by name just now: then no other will do.
        beside: Makes of an engine one that does not hold up the screen.

    Attributes:
        drafter: Who drafts, on this machine; None for nobody.
        refiner: Who refines, and may; None for nobody.
        pending: Who would refine, and waits for the reader's yes; None for nobody.
        trouble: Why the one that was chosen cannot be used; None where it can.
        choice: The one in use.

    Raises:
        EngineUnavailable: The one asked for by name cannot be used.
    """

    def __init__(self, chooser: Chooser, name: str, named: bool, beside: Callable[[Engine], Engine]) -> None:
        self._chooser = chooser
        self._beside = beside
        self._made: dict[str, Engine] = {}
        self._said_yes: set[str] = set()
        self.drafter: Engine | None = None
        self.refiner: Engine | None = None
        self.pending: Choice | None = None
        self.trouble: EngineUnavailable | None = None
        self.choice = chooser.choice(name)
        try:
            engine = self._engine(self.choice)
        except EngineUnavailable as error:
            if named:
                raise
            self.trouble = error
            self.drafter = self._local()
            return
        if engine.origin is Origin.DRAFT:
            self.drafter = engine
            return
        self.drafter = self._local()
        if self.allowed(self.choice):
            self.refiner = engine
        else:
            self.pending = self.choice

    def close(self) -> None:
        """End at once what works in processes of its own."""
        for engine in self._made.values():
            close = getattr(engine, "close", None)
            if close is not None:
                close()

    def standings(self) -> list[Standing]:
        """How it stands with each engine."""
        return self._chooser.standings()

    def ready(self, name: str) -> tuple[Choice, Engine]:
        """An engine of that name; whether it may be used, ``allowed`` says.

        Raises:
            EngineUnavailable: It lacks something, or is online and may not be.
        """
        choice = self._chooser.choice(name)
        return choice, self._engine(choice)

    def allowed(self, choice: Choice) -> bool:
        """Whether nothing leaves this machine by it, or the reader said yes. What cannot be read was not said."""
        if choice.destination is not None and choice.destination.address in self._said_yes:
            return True
        try:
            return self._chooser.allowed(choice)
        except StorageError:
            return False

    def allow(self, choice: Choice) -> StorageError | None:
        """The reader says yes: for this run, and for good where it can be kept; else why it cannot."""
        if choice.destination is not None:
            self._said_yes.add(choice.destination.address)
        try:
            self._chooser.allow(choice)
        except StorageError as error:
            return error
        return None

    def _engine(self, choice: Choice) -> Engine:
        name = choice.kind.name
        if name not in self._made:
            self._made[name] = self._beside(self._chooser.engine(name))
        return self._made[name]

    def _local(self) -> Engine | None:
        try:
            return self._engine(self._chooser.choice("local"))
        except EngineUnavailable:
            return None

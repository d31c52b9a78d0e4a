"""What the command line and the screen choose engines with: settings, keys and consents put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from articles.errors import Problem, StorageError
from reader.i18n import _
from reader.translation import engines
from reader.translation.choosing.choice import Choice
from reader.translation.choosing.consent import Consents
from reader.translation.choosing.keys import Keys
from reader.translation.choosing.kinds import Settings
from reader.translation.engine import Engine


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with an engine.

    Attributes:
        choice: The engine as it is set up.
        missing: What it lacks before it can translate, each with what to do; the reader's yes comes last.
        key: Where its key was found: a variable's name or "keyring"; "" for none.
        allowed: Whether it may be used: nothing leaves this machine, or the reader said yes to that.
    """

    choice: Choice
    missing: tuple[str, ...]
    key: str
    allowed: bool


class Chooser:
    """The engines as they are set up here.

    Args:
        settings: What the configuration says of each engine.
        keys: Where keys are looked for.
        consents: Gives what the reader said yes to; may raise ``StorageError``.
        offline: Whether nothing may leave this machine.
        blank: Whether there is no library yet, so that nothing can have been said; then none is made to look.
    """

    def __init__(
        self,
        settings: Mapping[str, Settings],
        keys: Keys,
        consents: Callable[[], Consents],
        offline: bool,
        blank: Callable[[], bool] = lambda: False,
    ) -> None:
        self._settings = settings
        self.keys = keys
        self._consents = consents
        self.offline = offline
        self._blank = blank

    def choice(self, name: str) -> Choice:
        """The engine of that name as it is set up.

        Raises:
            EngineUnavailable: There is none.
        """
        return engines.chosen(name, self._settings, offline=self.offline)

    def engine(self, name: str) -> Engine:
        """The engine of that name; nothing is loaded before its first sentence. It does not ask for consent.

        Raises:
            EngineUnavailable: It lacks something, or is online and may not be.
        """
        choice = self.choice(name)
        if self.offline:
            engines.forbid(choice)
        return choice.make(self.keys)

    def allowed(self, choice: Choice) -> bool:
        """Whether nothing leaves this machine by it, or the reader said yes to that.

        Raises:
            StorageError: What the reader said cannot be read.
        """
        if not choice.online:
            return True
        there = choice.destination
        return there is not None and not self._blank() and self._consents().given(choice.kind.name, there.address)

    def allow(self, choice: Choice) -> None:
        """Remember that the reader said yes.

        Raises:
            Problem: It is not said yet where it sends sentences, or the yes cannot be kept.
        """
        if choice.destination is None:
            message = _("it is not known yet where {name} sends sentences").format(name=choice.kind.name)
            raise Problem(message, next((lack.advice for lack in choice.lacks(self.keys)), ""))
        self._consents().give(choice.kind.name, choice.destination.address)

    def take_back(self, name: str) -> int:
        """Forget every yes to the engine of that name; how many there were.

        Raises:
            EngineUnavailable: There is none of that name.
            StorageError: What the reader said cannot be written.
        """
        return self._consents().take_back(self.choice(name).kind.name)

    def standing(self, name: str) -> Standing:
        """How it stands with an engine. What cannot be read counts as not there.

        Raises:
            EngineUnavailable: There is none of that name.
        """
        choice = self.choice(name)
        missing = [f"{lack.what}; {lack.advice}" for lack in choice.lacks(self.keys)]
        found = None
        try:
            found = choice.key(self.keys)
        except Problem as problem:
            missing.append(str(problem))
        try:
            allowed = self.allowed(choice)
        except StorageError:
            allowed = False
        if choice.online and self.offline:
            missing.append(_("the reader is set to stay offline"))
        elif choice.destination is not None and not allowed:
            how = _("your consent; call: reader engines allow {name}")
            missing.append(how.format(name=choice.kind.name))
        return Standing(choice, tuple(missing), found[1] if found else "", allowed)

    def standings(self) -> list[Standing]:
        """How it stands with each engine, in the order of ``ENGINES``."""
        return [self.standing(name) for name in engines.ENGINES]

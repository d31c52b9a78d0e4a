"""An engine as it is set up here: where it sends sentences, what it lacks, and making it."""

from __future__ import annotations

from dataclasses import dataclass

from articles.errors import Problem
from reader.i18n import _
from reader.translation.choosing.addresses import Destination
from reader.translation.choosing.keys import Keys, Secret
from reader.translation.choosing.kinds import PLAIN, EngineKind, Given, Settings
from reader.translation.engine import Engine, EngineUnavailable


@dataclass(frozen=True, slots=True)
class Lack:
    """Something without which an engine does not work: what, and what to do about it."""

    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine with its settings.

    Attributes:
        kind: Which one.
        settings: All of them, defaults included.
        destination: The other machine that sentences are sent to; None where none leaves this one.
        home: The address on this machine that it asks; "" for none.
    """

    kind: EngineKind
    settings: Settings
    destination: Destination | None
    home: str

    @classmethod
    def of(cls, kind: EngineKind, chosen: Settings, *, lookup: bool = True) -> Choice:
        """The engine with the settings that were chosen, and the defaults of the others.

        Args:
            kind: Which one.
            chosen: Some of its settings.
            lookup: Whether a host's name may be looked up to see whether it is this machine.
        """
        settings = kind.filled(chosen)
        return cls(kind, settings, *kind.destination(settings, lookup=lookup))

    @property
    def online(self) -> bool:
        """Whether sentences leave this machine; also where it is not yet said where to."""
        return self.destination is not None or (self.kind.online and not self.home)

    @property
    def warning(self) -> str:
        """What to know before it is used; "" for nothing."""
        return _(PLAIN) if self.destination is not None and not self.destination.secure else ""

    def sends(self) -> str:
        """What it sends where, in one line; "" where nothing leaves this machine."""
        if self.destination is None:
            return ""
        return _("each sentence you translate is sent to {host}").format(host=self.destination.shown)

    def key(self, keys: Keys) -> tuple[Secret, str] | None:
        """Its key and where that was found; None where there is none, or it takes none.

        Raises:
            Problem: There is something that cannot be a key.
        """
        return keys.find(self.kind.name, self.kind.key, self._host) if self.kind.key is not None else None

    def lacks(self, keys: Keys) -> list[Lack]:
        """What it lacks, the most basic first."""
        found = []
        if absent := self.kind.lacks(self.settings):
            found.append(Lack(absent, _("install it, or use another engine")))
        for setting in self.kind.settings:
            if setting.needed and not self.settings[setting.name]:
                example = f'[engines.{self.kind.name}] {setting.name} = "…"'
                what = _("the setting {name}: {what}").format(name=setting.name, what=_(setting.what))
                found.append(Lack(what, _("put into config.toml: {example}").format(example=example)))
        need = self.kind.key
        if need is not None and need.needed(self._host) and not self._has_key(keys):
            advice = _("set {variable}, or call: reader engines key {name}")
            found.append(Lack(_("a key"), advice.format(variable=need.own, name=self.kind.name)))
        return found

    def make(self, keys: Keys) -> Engine:
        """The engine; nothing is loaded or asked before its first sentence.

        Raises:
            EngineUnavailable: It lacks something.
        """
        for lack in self.lacks(keys):
            message = _("the engine {name} lacks {what}").format(name=self.kind.name, what=lack.what)
            raise EngineUnavailable(message, lack.advice)
        try:
            found = self.key(keys)
        except Problem as problem:
            raise EngineUnavailable(problem.message, problem.advice) from None
        return self.kind.make(Given(self.settings, found[0] if found else None, self.home))

    @property
    def _host(self) -> str:
        return self.destination.host if self.destination is not None else ""

    def _has_key(self, keys: Keys) -> bool:
        try:
            return self.key(keys) is not None
        except Problem:
            return True  # there is something; making the engine tells what is wrong with it

"""Where what has to do with English is put together: each part made only when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from articles.errors import StorageError
from reader.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.cli.compose import Composition
    from reader.cli.english import English
    from reader.translation.alignment.model import Aligner
    from reader.translation.choosing.chooser import Chooser
    from reader.translation.choosing.room import EngineRoom
    from reader.translation.edits import EditStore
    from reader.translation.engine import Engine
    from reader.translation.glossary.model import Glossary
    from reader.translation.glossary.store import GlossaryStore
    from reader.translation.memory import TranslationMemory
    from reader.translation.names.model import NameHolder
    from reader.translation.service import TranslationService


class TranslationRooms:
    """Memory, engines and the services made of them, for one run.

    Args:
        parts: The other rooms.
        named: The engine that the command line named; None where the configuration's counts.
    """

    def __init__(self, parts: Composition, named: str | None) -> None:
        self._parts = parts
        self._named = named
        self._told = False
        self._endings: list[Callable[[], None]] = []

    @cached_property
    def memory(self) -> TranslationMemory:
        """The library's translation memory, with the bundled articles' English in it."""
        from reader.translation.memory import TranslationMemory

        return TranslationMemory(self._parts.database)

    @cached_property
    def edits(self) -> EditStore:
        """The reader's own English of sentences."""
        from reader.translation.edits import EditStore

        return EditStore(self._parts.database)

    @cached_property
    def glossary(self) -> GlossaryStore:
        """The reader's own terms."""
        from reader.translation.glossary.store import GlossaryStore

        return GlossaryStore(self._parts.database)

    @cached_property
    def english(self) -> English:
        """What translates for the command line; a library that cannot be used is told, and does not stop it.

        Raises:
            EngineUnavailable: The engine named on the command line cannot be used.
        """
        return self._english(self.holder)

    def of_lines(self) -> tuple[English, Callable[[str], Glossary]]:
        """What translates lines by themselves, and what gives the glossary of each.

        Raises:
            EngineUnavailable: The engine named on the command line cannot be used.
        """
        from reader.cli.glossing import LineNames

        names = LineNames(self._parts, self.holder)
        return self._english(names), names.glossary

    def _english(self, holder: NameHolder) -> English:
        from reader.cli.english import English
        from reader.translation.ahead import ahead
        from reader.translation.service import TranslationService

        try:
            memory = self.memory
        except StorageError as error:
            self._not_kept(error)
            memory = None
        engine = ahead(self.chosen())
        drafter = None if engine.name == "local" else self.local()
        return English(TranslationService(memory, engine, on_trouble=self._not_kept, holder=holder, drafter=drafter))

    def drafting(self) -> TranslationService:
        """What drafts for an export: the engine that the command line named, else one of this machine.

        Raises:
            EngineUnavailable: There is none, or the one named cannot be used.
        """
        from reader.translation.ahead import ahead
        from reader.translation.engine import EngineUnavailable
        from reader.translation.service import TranslationService

        chosen = self.named or not self.chooser.choice(self._parts.config.engine).online
        engine = self.chosen() if chosen else self.local()
        if engine is None:
            raise EngineUnavailable(_("there is no engine on this machine"), _("see: reader engines"))
        return TranslationService(self.memory, ahead(engine), on_trouble=self._not_kept, holder=self.holder)

    @cached_property
    def holder(self) -> NameHolder:
        """What holds names for the command line; words are aligned in this process, the first time a name needs it."""
        from reader.translation.names.holding import Holder

        return Holder(_aligner)

    def namer(self) -> TranslationService:
        """What translates names: this machine's engine, whatever was chosen; no name is sent anywhere for that."""
        from reader.translation.service import TranslationService

        try:
            memory = self.memory
        except StorageError:  # a library that cannot be opened is told by those who need it
            memory = None
        return TranslationService(memory, self.local())

    @cached_property
    def chooser(self) -> Chooser:
        """The engines as they are set up here, with what the reader said yes to."""
        from reader.translation.choosing.chooser import Chooser
        from reader.translation.choosing.consent import Consents
        from reader.translation.choosing.keys import Keys

        parts, config = self._parts, self._parts.config
        library = parts.locations.library_file
        engines = {**config.engines, "firefox": self._with_model(config.engines.get("firefox", {}))}
        consents = engines, Keys(), lambda: Consents(parts.database), config.offline
        return Chooser(*consents, blank=lambda: not library.exists())

    def _with_model(self, settings: Mapping[str, str]) -> Mapping[str, str]:
        """The settings of Firefox's engine, with the model that ``reader models use`` chose where they name none."""
        from reader.translation.firefox.store import Models

        used = None if settings.get("model") else Models(self._parts.locations.data_dir).used()
        return {**settings, "model": str(used)} if used is not None else settings

    def engine_for(self, name: str) -> Engine:
        """The engine of that name; nothing is loaded before its first sentence, and nobody asked for consent.

        Raises:
            EngineUnavailable: It lacks something, or is online and may not be.
        """
        engine = self.chooser.engine(name)
        if (close := getattr(engine, "close", None)) is not None:  # it works in a process of its own
            self._endings.append(close)
        return engine

    def close(self) -> None:
        """End what works in processes of its own."""
        for end in self._endings:
            end()

    def local(self) -> Engine | None:
        """This machine's own engine; None where it is not installed."""
        from reader.translation.engine import EngineUnavailable

        try:
            return self.engine_for("local")
        except EngineUnavailable:
            return None

    def chosen(self) -> Engine:
        """The engine that the command line or the configuration chose; before it first sends anything, it asks.

        In place of the configuration's, where that cannot be used, stands one that says why.

        Raises:
            EngineUnavailable: The one that the command line named cannot be used.
        """
        from reader.translation.choosing.gate import Absent, Gated
        from reader.translation.engine import EngineUnavailable

        name, named = self._parts.config.engine, self.named
        try:
            engine = self.engine_for(name)
        except EngineUnavailable as error:
            if named:  # asked for by name: then nothing else will do
                raise
            return Absent(name, error)
        choice = self.chooser.choice(name)
        if not choice.online:
            return engine

        def ask() -> None:
            from reader.cli.consenting import ask_once

            ask_once(choice, self.chooser, named=named)

        return Gated(engine, ask)

    def beside_screen(self, beside: Callable[[Engine], Engine]) -> EngineRoom:
        """The engines for the screen.

        Args:
            beside: Makes of an engine one that does not hold up the screen.

        Raises:
            EngineUnavailable: The engine that the command line named cannot be used.
        """
        from reader.translation.choosing.room import EngineRoom

        return EngineRoom(self.chooser, self._parts.config.engine, self.named, beside)

    @property
    def named(self) -> bool:
        """Whether the command line named the engine."""
        return self._named is not None

    def _not_kept(self, error: StorageError) -> None:
        if not self._told:
            self._told = True
            from reader.cli.output import complain

            complain(_("translations are not kept: {why}").format(why=error))


def _aligner() -> Aligner:
    from reader.translation.alignment.choosing import aligner

    return aligner()

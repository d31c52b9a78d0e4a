"""Where what has to do with English is put together: each part made only when it is asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from articles.errors import StorageError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.cli.compose import Composition
    from reader.cli.english import English
    from reader.translation.alignment.model import Aligner
    from reader.translation.choosing.keys import Keys
    from reader.translation.edits import EditStore
    from reader.translation.engine import Engine
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
        from reader.cli.english import English
        from reader.translation.service import TranslationService

        try:
            memory = self.memory
        except StorageError as error:
            self._not_kept(error)
            memory = None
        service = TranslationService(memory, self.chosen(), on_trouble=self._not_kept, holder=self.holder)
        return English(service)

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
    def keys(self) -> Keys:
        """Where keys are looked for: the environment, then the system's keyring."""
        from reader.translation.choosing.keys import Keys

        return Keys()

    def engine_for(self, name: str) -> Engine:
        """The engine of that name; nothing is loaded before its first sentence.

        Raises:
            EngineUnavailable: It is not installed, or is online and may not be.
        """
        from reader.translation.engines import engine_named

        config = self._parts.config
        return engine_named(name, offline=config.offline, settings=config.engines, keys=self.keys)

    def local(self) -> Engine | None:
        """This machine's own engine; None where it is not installed."""
        from reader.translation.engine import EngineUnavailable

        try:
            return self.engine_for("local")
        except EngineUnavailable:
            return None

    def chosen(self) -> Engine | None:
        """The engine that the command line or the configuration chose; None where the configuration's cannot be used.

        Raises:
            EngineUnavailable: The one that the command line named cannot be used.
        """
        from reader.translation.engine import EngineUnavailable

        try:
            return self.engine_for(self._parts.config.engine)
        except EngineUnavailable:
            if self._named is not None:  # asked for by name: then nothing else will do
                raise
            return None

    def _not_kept(self, error: StorageError) -> None:
        if not self._told:
            self._told = True
            from reader.cli.output import complain

            complain(_("translations are not kept: {why}").format(why=error))


def _aligner() -> Aligner:
    from reader.translation.alignment.choosing import aligner

    return aligner()

"""What ties memory and engine together: one sentence is translated once, and kept before it is shown."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from articles.cleaning import clean_line
from articles.errors import StorageError
from reader.translation import guards
from reader.translation.engine import Engine, EngineUnavailable, Origin, Translation, rejected
from reader.translation.memory import TranslationMemory

NO_ENGINE = "none"
"""The engine's name of what needs no translating: a segment without letters is its own English."""

_LONGEST = 4 * guards.MAX_SENTENCE


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class TranslationService:
    """Translates sentences: memory first, then the engine. Safe to use from several threads.

    A library that cannot be read or written does not stop translating: what was made is returned all the
    same, and ``on_trouble`` is told that it was not kept.

    Args:
        memory: What was translated before; None to keep nothing.
        engine: Who translates; None where none can run: then only the memory answers.
        on_trouble: Called on the translating thread with each failure of the library.
        now: The time, in UTC.
    """

    def __init__(
        self,
        memory: TranslationMemory | None,
        engine: Engine | None,
        on_trouble: Callable[[StorageError], object] | None = None,
        now: Callable[[], datetime.datetime] = _utc_now,
    ) -> None:
        self._memory = memory
        self.engine = engine
        self._on_trouble = on_trouble
        self._now = now
        self.trouble: StorageError | None = None
        """The library's last failure; None while all is well."""
        self.unavailable: EngineUnavailable | None = None
        """Why the engine could not run when it was last asked; None while it can."""

    def recall(self, sources: Sequence[str], *, stale: bool = False) -> dict[str, Translation]:
        """What is there without translating, in one query; segments without letters are their own English.

        Args:
            sources: Sentences.
            stale: Whether drafts of other engines and older versions count too; they always do without an
                engine.

        Raises:
            StorageError: The library cannot be read.
        """
        found = {source: self._itself(source) for source in sources if not guards.has_letters(source)}
        asked = [source for source in sources if source not in found]
        if self._memory is not None and asked:
            if self.engine is None or stale:
                found |= self._memory.lookup(asked)
            else:
                found |= self._memory.lookup(asked, self.engine.name, self.engine.version)
        return found

    def translate(self, source: str) -> Translation:
        """The English of a sentence, kept before it is returned.

        Where the engine cannot run at all, a draft of another engine or an older version is better than
        nothing; ``unavailable`` then says why.

        Raises:
            EngineError: There is no translation; one of its kinds says why.
        """
        known = self._recalled(source, stale=False)
        if known is not None:
            return known
        try:
            if self.engine is None:
                raise EngineUnavailable("there is no engine to translate with", "see: reader translate --help")
            made = self._made(source, self.engine)
        except EngineUnavailable as error:
            self.unavailable = error
            known = self._recalled(source, stale=True)
            if known is None:
                raise
            return known
        self.unavailable = None
        return made

    def refine(self, source: str, engine: Engine) -> Translation:
        """Have another engine translate a sentence, whatever is there; a person's word stays.

        Raises:
            EngineError: It could not; what was there is kept.
        """
        known = self._recalled(source, stale=True)
        if known is not None and (known.origin is Origin.HUMAN or known.engine == NO_ENGINE):
            return known
        return self._made(source, engine)

    def _made(self, source: str, engine: Engine) -> Translation:
        target = clean_line(engine.translate(source), limit=_LONGEST)
        reason = guards.fault(source, target)
        if reason:
            raise rejected(engine.name, reason)
        translation = Translation(source, target, engine.origin, engine.name, engine.version, self._now())
        if self._memory is not None:
            try:
                self._memory.record(translation)
            except StorageError as error:
                self._troubled(error)
        return translation

    def _recalled(self, source: str, *, stale: bool) -> Translation | None:
        try:
            return self.recall([source], stale=stale).get(source)
        except StorageError as error:
            self._troubled(error)
            return None

    def _itself(self, source: str) -> Translation:
        return Translation(source, clean_line(source, limit=_LONGEST), Origin.DRAFT, NO_ENGINE, "", self._now())

    def _troubled(self, error: StorageError) -> None:
        self.trouble = error
        if self._on_trouble is not None:
            self._on_trouble(error)

"""What ties memory and engine together: one sentence is translated once, and kept before it is shown."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from articles.cleaning import clean_line
from articles.errors import StorageError
from reader.translation import guards
from reader.translation.ahead import Ahead
from reader.translation.engine import Engine, EngineError, EngineUnavailable, Origin, Translation, rejected
from reader.translation.glossary.model import Glossary, Hit, digest
from reader.translation.keeping import Keeper
from reader.translation.memory import TranslationMemory
from reader.translation.names.model import Held, NameHolder

NO_ENGINE = "none"
"""The engine's name of what needs no translating: a segment without letters is its own English."""

_LONGEST = 4 * guards.MAX_SENTENCE


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class TranslationService:
    """Translates sentences: memory first, then the engine. Safe to use from several threads.

    A library that cannot be read or written does not stop translating: what was made is returned all the
    same, ``on_trouble`` is told that it was not kept, and it is kept with the next one that can be.

    Args:
        memory: What was translated before; None to keep nothing.
        engine: Who translates; None where none can run: then only the memory answers.
        on_trouble: Called on the translating thread with each failure of the library.
        now: The time, in UTC.
        holder: Sees to it that names are in the English as the glossary has them; None for nobody.
        drafter: Who drafts, on this machine, what the engine could not translate; None for nobody.
    """

    def __init__(
        self,
        memory: TranslationMemory | None,
        engine: Engine | None,
        on_trouble: Callable[[StorageError], object] | None = None,
        now: Callable[[], datetime.datetime] = _utc_now,
        holder: NameHolder | None = None,
        drafter: Engine | None = None,
    ) -> None:
        self._memory = memory
        self._keeper = Keeper(memory, self._troubled) if memory is not None else None
        self.engine = engine
        self._on_trouble = on_trouble
        self._now = now
        self._holder = holder
        self._drafter = drafter
        self.trouble: StorageError | None = None
        """The library's last failure; None while all is well."""
        self.unavailable: EngineUnavailable | None = None
        """Why the engine could not run when it was last asked; None while it can."""
        self.stood_in: EngineError | None = None
        """Why a draft last stood in for the engine's work; None where none did."""

    def recall(
        self, sources: Sequence[str], *, stale: bool = False, glossary: Glossary | None = None
    ) -> dict[str, Translation]:
        """What is there without translating, in one query; segments without letters are their own English.

        Args:
            sources: Sentences.
            stale: Whether drafts of other engines and older versions count too, and what was held to other terms;
                drafts always do without an engine.
            glossary: What the English was to be held to; None where that is not known, and all will do.

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
        if glossary is None or stale:
            return found
        return {source: each for source, each in found.items() if self._is_held(each, glossary.hits(source))}

    def foresee(self, sources: Iterable[str]) -> None:
        """These, which the memory does not know, are asked for next: the engine may begin with them."""
        if isinstance(self.engine, Ahead):
            self.engine.foresee(source for source in sources if guards.has_letters(source))

    def translate(self, source: str, glossary: Glossary | None = None) -> Translation:
        """The English of a sentence, kept before it is returned.

        Where the engine cannot run at all, a draft of another engine or an older version is better than
        nothing; ``unavailable`` then says why. Where there is a drafter, its draft is, whatever the failure;
        ``stood_in`` then says why. What was only held to other terms is held anew; no engine on another
        machine is asked for that.

        Args:
            source: The sentence.
            glossary: How its names are to be rendered; None where that is not known yet.

        Raises:
            EngineError: There is no translation; one of its kinds says why.
        """
        known = self._recalled(source, stale=False)
        if known is not None:
            return self._held_anew(known, glossary)
        try:
            if self.engine is None:
                raise EngineUnavailable("there is no engine to translate with", "see: reader translate --help")
            made = self._made(source, self.engine, glossary)
        except EngineError as error:
            self.unavailable = error if isinstance(error, EngineUnavailable) else None
            known = None
            if self.unavailable is not None or self._drafter is not None:
                known = self.draft(source, error, glossary)
            if known is None:
                raise
            return known
        self.unavailable = None
        return made

    def draft(self, source: str, why: EngineError, glossary: Glossary | None = None) -> Translation | None:
        """The English of a sentence without asking the engine: any that is known, else the drafter's.

        Args:
            source: The sentence.
            why: Why the engine is not asked; ``stood_in`` from then on.
            glossary: As for ``translate``.

        Returns:
            None where nothing is known and nobody can draft.
        """
        known = self._recalled(source, stale=True)
        if known is not None:
            known = self._held_anew(known, glossary)
        elif self._drafter is not None:
            try:
                known = self._made(source, self._drafter, glossary)
            except EngineError:
                return None  # why the engine failed says more
        if known is not None:
            self.stood_in = why
        return known

    def refine(self, source: str, engine: Engine, glossary: Glossary | None = None) -> Translation:
        """Have another engine translate a sentence, whatever is there; a person's word stays.

        Raises:
            EngineError: It could not; what was there is kept.
        """
        known = self._recalled(source, stale=True)
        if known is not None and (known.origin is Origin.HUMAN or known.engine == NO_ENGINE):
            return known
        return self._made(source, engine, glossary)

    def flush(self) -> None:
        """Try to keep what could not be kept when it was made: at the end of an article, say."""
        if self._keeper is not None:
            self._keeper.flush()

    def _made(self, source: str, engine: Engine, glossary: Glossary | None) -> Translation:
        said = self._asked(source, engine)
        translation = Translation(source, said, engine.origin, engine.name, engine.version, self._now())
        if glossary is not None:
            translation = self._held(translation, glossary.hits(source))
        self._keep(translation)
        return translation

    def _asked(self, source: str, engine: Engine) -> str:
        target = clean_line(engine.translate(source), limit=_LONGEST)
        reason = guards.fault(source, target)
        if reason:
            raise rejected(engine.name, reason)
        return target

    def _keep(self, translation: Translation) -> None:
        if self._keeper is not None:
            self._keeper.keep(translation)

    # Names

    def _terms(self, hits: Sequence[Hit]) -> str:
        """What names the terms that a sentence is held to, and who holds it; "" for none."""
        if self._holder is None or not hits:
            return ""
        return f"{digest(hits)}+{self._holder.version}"

    def _is_held(self, translation: Translation, hits: Sequence[Hit]) -> bool:
        """Whether nothing is to be done for the names of a translation."""
        if self._holder is None or translation.origin is Origin.HUMAN or translation.engine == NO_ENGINE:
            return True
        return translation.terms == self._terms(hits)

    def _held_anew(self, translation: Translation, glossary: Glossary | None) -> Translation:
        """The translation, held to these terms if it was held to others."""
        hits = glossary.hits(translation.source) if glossary is not None else ()
        if glossary is None or self._is_held(translation, hits):
            return translation
        held = self._held(translation, hits)
        self._keep(held)
        return held

    def _held(self, translation: Translation, hits: Sequence[Hit]) -> Translation:
        said = translation.said
        held = Held(said)
        if self._holder is not None and hits:
            held = self._holder.hold(translation.source, said, hits, self._again(translation))
        target = clean_line(held.target, limit=_LONGEST)
        if target != said and guards.fault(translation.source, target):
            target = said  # whatever was repaired, it is no translation any more
        raw = said if target != said else ""
        return dataclasses.replace(translation, target=target, raw=raw, terms=self._terms(hits), unsure=held.unsure)

    def _again(self, translation: Translation) -> Callable[[str], str] | None:
        """How the engine that made a translation may be asked again: only where that is this machine's own."""
        for engine in (self.engine, self._drafter):
            if engine is not None and engine.origin is Origin.DRAFT and engine.name == translation.engine:
                return partial(self._asked, engine=engine)
        return None

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

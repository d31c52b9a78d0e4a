"""English for the article on the screen, made beside it: what is visible first, and no more once it is left."""

from __future__ import annotations

import asyncio
import logging

from articles.errors import Problem
from reader.i18n import _
from reader.translation.agenda import Agenda
from reader.translation.engine import Engine, EngineUnavailable, Origin, Translation
from reader.translation.glossary.model import Glossary
from reader.translation.service import NO_ENGINE, TranslationService
from reader.tui.background import Lane
from reader.tui.foreseeing import foreseen
from reader.tui.hearing import Heard, Lanes
from reader.tui.holding import Holding, Work
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.refining import Refined, Refining

_GATHER = 0.03
"""Seconds in which results gather before the page is laid out again."""

_FIRST_RECALL = 400
"""Sentences looked up at once when an article is opened."""

_log = logging.getLogger(__name__)


class Drafting:
    """Translates one article at a time; drafts, holds them to its names, and has them refined.

    Args:
        service: Drafts, with the engine of this machine, what the memory does not know.
        refiner: The online engine that was chosen, which goes over the drafts afterwards; None for none.
    """

    def __init__(
        self,
        service: TranslationService,
        refiner: Engine | None,
        lanes: Lanes,
        loop: asyncio.AbstractEventLoop,
        heard: Heard,
    ) -> None:
        self._service = service
        self._lane = lanes.drafts
        self._recall_lane = lanes.recall
        self._loop = loop
        self._heard = heard
        self._holding = Holding(service, lanes.recall, self._held, self._sorry)
        self._work: Work | None = None
        self.refining: Refining | None = None
        self.refine_with(refiner, lanes.online)
        self._agenda: Agenda | None = None
        self._changed: set[int] = set()
        self._gathering = False
        self._told = False
        self._done = 0
        self._visible = 0, 0

    def refine_with(self, engine: Engine | None, lane: Lane) -> None:
        """Have this online engine go over the drafts from here on; None for nobody."""
        if self.refining is not None:
            self.refining.leave()
        told = Refined(self._refined, self._heard.trouble, self._heard.online)
        self.refining = Refining(self._service, engine, lane, self._loop, told) if engine is not None else None
        if self.refining is not None and self._work is not None:
            self.refining.open(self._work)

    def open(self, document: Document, english: English, first: int) -> None:
        """Another article is on the screen: leave the one before, and look up what the memory knows of this one."""
        self.leave()
        self._work = work = Work(document, english, visible=self._visible)
        if self.refining is not None:
            self.refining.open(work)
        service = self._service

        def recall() -> list[tuple[int, dict[str, Translation]]]:
            found: list[tuple[int, dict[str, Translation]]] = []
            blocks: dict[str, list[int]] = {}
            order = [0, *range(max(1, first), len(document)), *range(1, max(1, first))]
            for block in order:
                if len(blocks) >= _FIRST_RECALL or work.stop.is_set():
                    break
                for segment in document.segments(block):
                    blocks.setdefault(segment, []).append(block)
            known = service.recall(list(blocks))
            for source, translation in known.items():
                found += [(block, {source: translation}) for block in blocks[source]]
            return found

        self._recall_lane.do(recall, lambda found: self._recalled(work, found), self._sorry)

    def leave(self) -> None:
        """Stop whatever is under way for the article on the screen; what was translated is kept already."""
        if self._work is not None:
            self._work.stop.set()
        if self._agenda is not None:
            self._agenda.stop()
            self._agenda = None
        if self.refining is not None:
            self.refining.leave()
        self._changed.clear()
        self._work = None

    def focus(self, first: int, last: int) -> None:
        """These blocks are on the screen: they come first."""
        self._visible = first, last
        if self._work is not None:
            self._work.visible = first, last
        if self._agenda is not None:
            self._agenda.focus(first, last)

    def whole(self, first: int, last: int) -> None:
        """Translate the whole article, these blocks first. Nothing is done twice."""
        work = self._work
        if work is None or self._agenda is not None:
            return
        work.english.forget_failures()
        if self.refining is not None:
            self.refining.try_again()
        self._told = False
        self._done = 0
        self._agenda = agenda = Agenda(work.document.segments, len(work.document))
        self.focus(first, last)
        self._heard.progress(0.0)
        self._lane.do(
            lambda: self._translate(work, agenda),
            lambda _: self._finished(agenda),
            lambda problem: self._finished(agenda, problem),
        )

    def only(self, block: int, sources: list[str]) -> None:
        """Translate these sentences of a block, ahead of nothing: for a peek."""
        work = self._work
        if work is None:
            return

        def translate() -> None:
            for source in sources:
                if not work.stop.is_set() and work.english.of(source) is None:
                    self._recall_lane.post(self._arrived, work, block, source, *self._attempt(work, source))

        # On the recalling thread: the drafting one may be busy with the rest of the article.
        self._recall_lane.do(translate, None, self._sorry)

    def hold(self, glossary: Glossary) -> None:
        """The names of the article are known now, or have changed: all its English is held to them."""
        if self._work is not None:
            self._holding.hold(self._work, glossary)

    def edited(self, source: str, translation: Translation | None) -> None:
        """Another English of a sentence counts now, wherever it stands; None for none."""
        work = self._work
        if work is not None and work.english.of(source) != translation:
            work.english.replace(source, translation)
            self._heard.sentences({source})
            self._holding.again(work, source)

    # On the drafting thread

    def _translate(self, work: Work, agenda: Agenda) -> None:
        for task in foreseen(agenda, self._service, work.english):
            known = work.english.of(task.sentence)
            if known is None:
                result, glossary = self._attempt(work, task.sentence)
                if agenda.stopped:
                    return
                self._lane.post(self._arrived, work, task.paragraph, task.sentence, result, glossary)
                if isinstance(result, EngineUnavailable) and self.refining is None:
                    self._lane.post(self._counted, work, len(task.sentence), task.paragraph)
                    raise result
            else:
                self._lane.post(self._refine_too, work, task.paragraph, known)
            self._lane.post(self._counted, work, len(task.sentence), task.paragraph)
        self._service.flush()

    def _attempt(self, work: Work, source: str) -> tuple[Translation | Problem, Glossary | None]:
        """The English of a sentence, or why there is none; and the terms that it was held to."""
        glossary = work.glossary
        try:
            return self._service.translate(source, glossary), glossary
        except Problem as problem:
            return problem, glossary
        except Exception as error:  # a mistake in an engine costs the one sentence
            _log.exception("unexpected")
            return Problem(f"{type(error).__name__}: {error}", _("see the log")), glossary

    # On the event loop

    def _arrived(
        self, work: Work, block: int, source: str, result: Translation | Problem, glossary: Glossary | None
    ) -> None:
        if work is not self._work:
            return
        if isinstance(result, Translation):
            work.english.put({source: result})
            if glossary is not work.glossary:
                self._holding.again(work, source)
            self._refine_too(work, block, result)
        else:
            work.english.fail(source, result.message)
            if not self._told:  # the first of an article: the others have their sign, and a peek says why
                self._told = True
                self._sorry(result)
            if self.refining is not None and isinstance(result, EngineUnavailable):
                self.refining.add(block, source)  # no draft then, but still what was asked for
        self._gather(block)

    def _refine_too(self, work: Work, block: int, known: Translation) -> None:
        drafted = known.origin is Origin.DRAFT and work.english.of(known.source) is known
        if self.refining is not None and drafted and known.engine != NO_ENGINE:
            self.refining.add(block, known.source)

    def _refined(self, work: Work, block: int, translation: Translation, glossary: Glossary | None) -> None:
        if work is self._work:
            work.english.put({translation.source: translation})
            if glossary is not work.glossary:
                self._holding.again(work, translation.source)
            self._gather(block)

    def _held(self, work: Work, held: dict[str, Translation]) -> None:
        if work is self._work:
            work.english.put(held)
            self._heard.sentences(set(held))

    def _counted(self, work: Work, characters: int, block: int) -> None:
        if work is self._work:
            self._done += characters
            self._gather(block)

    def _recalled(self, work: Work, found: list[tuple[int, dict[str, Translation]]]) -> None:
        if work is self._work:
            for block, translations in found:
                work.english.put(translations)
                self._changed.add(block)
            if work.glossary is not None:
                self._holding.hold(work, work.glossary)
            self._flush()

    def _gather(self, block: int) -> None:
        self._changed.add(block)
        if not self._gathering:
            self._gathering = True
            self._loop.call_later(_GATHER, self._flush)

    def _flush(self) -> None:
        self._gathering = False
        changed, self._changed = self._changed, set()
        if changed and self._work is not None:
            self._heard.english(changed)
        if self._agenda is not None and self._work is not None:
            article = self._work.document.article
            self._heard.progress(min(1.0, self._done / max(1, len(article.body) + len(article.title))))

    def _finished(self, agenda: Agenda, problem: Problem | None = None) -> None:
        if agenda is self._agenda:
            self._agenda = None
            self._flush()
            self._heard.progress(None)
            if problem is not None:
                self._sorry(problem)

    def _sorry(self, problem: Problem) -> None:
        if self._work is not None:
            self._heard.trouble(str(problem))

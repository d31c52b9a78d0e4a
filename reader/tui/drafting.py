"""English for the article on the screen, made beside it: what is visible first, and no more once it is left."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass

from articles.errors import Problem
from reader.translation.agenda import Agenda
from reader.translation.engine import Engine, EngineUnavailable, Origin, Rejected, Translation
from reader.translation.service import TranslationService
from reader.tui.background import Lane
from reader.tui.page.document import Document
from reader.tui.page.english import English

_GATHER = 0.03
"""Seconds in which results gather before the page is laid out again."""

_FIRST_RECALL = 400
"""Sentences looked up at once when an article is opened."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the drafting tells, on the event loop. All three are called for the article on the screen only.

    Attributes:
        english: The English of these blocks changed.
        progress: A share from 0 to 1 while there is work, None when there is none.
        trouble: Something failed; a line for the reader.
    """

    english: Callable[[set[int]], None]
    progress: Callable[[float | None], None]
    trouble: Callable[[str], None]


class Drafting:
    """Translates one article at a time on a thread of its own.

    Args:
        service: Drafts, with the engine of this machine, what the memory does not know.
        refiner: The online engine that was chosen, which goes over the drafts afterwards; None for none.
    """

    def __init__(
        self,
        service: TranslationService,
        refiner: Engine | None,
        lane: Lane,
        recall_lane: Lane,
        loop: asyncio.AbstractEventLoop,
        heard: Heard,
    ) -> None:
        self._service = service
        self._refiner = refiner
        self._lane = lane
        self._recall_lane = recall_lane
        self._loop = loop
        self._heard = heard
        self._document: Document | None = None
        self._english: English | None = None
        self._agenda: Agenda | None = None
        self._stop = threading.Event()
        self._changed: set[int] = set()
        self._gathering = False
        self._told = False
        self._done = 0
        self._visible = 0, 0

    @property
    def working(self) -> bool:
        """Whether the whole article is being translated."""
        return self._agenda is not None

    def open(self, document: Document, english: English, first: int) -> None:
        """Another article is on the screen: leave the one before, and look up what the memory knows of this one."""
        self.leave()
        self._document, self._english = document, english
        self._stop = stop = threading.Event()
        service = self._service

        def recall() -> list[tuple[int, dict[str, Translation]]]:
            found: list[tuple[int, dict[str, Translation]]] = []
            blocks: dict[str, list[int]] = {}
            order = [0, *range(max(1, first), len(document)), *range(1, max(1, first))]
            for block in order:
                if len(blocks) >= _FIRST_RECALL or stop.is_set():
                    break
                for segment in document.segments(block):
                    blocks.setdefault(segment, []).append(block)
            known = service.recall(list(blocks))
            for source, translation in known.items():
                found += [(block, {source: translation}) for block in blocks[source]]
            return found

        self._recall_lane.do(recall, lambda found: self._take(document, found), self._sorry)

    def leave(self) -> None:
        """Stop whatever is under way for the article on the screen; what was translated is kept already."""
        self._stop.set()
        if self._agenda is not None:
            self._agenda.stop()
            self._agenda = None
        self._changed.clear()
        self._document = self._english = None

    def focus(self, first: int, last: int) -> None:
        """These blocks are on the screen: they come first."""
        self._visible = first, last
        if self._agenda is not None:
            self._agenda.focus(first, last)

    def whole(self, first: int, last: int) -> None:
        """Translate the whole article, these blocks first. Nothing is done twice."""
        document, english = self._document, self._english
        if document is None or english is None or self._agenda is not None:
            return
        english.forget_failures()
        self._told = False
        self._done = 0
        self._agenda = agenda = Agenda(document.segments, len(document))
        self.focus(first, last)
        self._heard.progress(0.0)
        self._lane.do(
            lambda: self._work(document, english, agenda),
            lambda _: self._finished(agenda),
            lambda problem: self._finished(agenda, problem),
        )

    def only(self, block: int, sources: list[str]) -> None:
        """Translate these sentences of a block, ahead of nothing: for a peek."""
        document, english = self._document, self._english
        if document is None or english is None:
            return
        stop = self._stop

        def work() -> None:
            for source in sources:
                if stop.is_set() or english.of(source) is not None:
                    continue
                self._lane.post(self._arrived, document, block, source, self._attempt(source))

        # On the recalling thread: the drafting one may be busy with the rest of the article.
        self._recall_lane.do(work, None, self._sorry)

    @property
    def can_refine(self) -> bool:
        """Whether an online engine was chosen."""
        return self._refiner is not None

    def refine(self, block: int, source: str) -> None:
        """Have the online engine translate a sentence again; a failure leaves what is there and says why."""
        document, refiner = self._document, self._refiner
        if refiner is None:
            return

        def work() -> Translation:
            return self._service.refine(source, refiner)

        def then(translation: Translation) -> None:
            if document is not None:
                self._take(document, [(block, {source: translation})])

        self._recall_lane.do(work, then, self._sorry)

    # On the drafting thread

    def _work(self, document: Document, english: English, agenda: Agenda) -> None:
        while (task := agenda.next()) is not None:
            if english.of(task.sentence) is not None:
                self._lane.post(self._counted, document, len(task.sentence), task.paragraph)
                continue
            result = self._attempt(task.sentence)
            if agenda.stopped:
                return
            self._lane.post(self._arrived, document, task.paragraph, task.sentence, result)
            self._lane.post(self._counted, document, len(task.sentence), task.paragraph)
            if isinstance(result, EngineUnavailable) and self._refiner is None:
                raise result
        if self._refiner is not None and not agenda.stopped:
            self._refine_all(document, english, agenda, self._refiner)
        self._service.flush()

    def _refine_all(self, document: Document, english: English, drafted: Agenda, refiner: Engine) -> None:
        """Go over the drafts with the online engine; the first failure that is not the sentence's own ends it."""
        agenda = Agenda(document.segments, len(document))
        agenda.focus(*self._visible)
        while not drafted.stopped and (task := agenda.next()) is not None:
            known = english.of(task.sentence)
            if known is not None and known.origin is not Origin.DRAFT:
                continue
            try:
                result = self._service.refine(task.sentence, refiner)
            except Rejected:
                continue  # the draft stays
            self._lane.post(self._arrived, document, task.paragraph, task.sentence, result)

    def _attempt(self, source: str) -> Translation | Problem:
        try:
            return self._service.translate(source)
        except Problem as problem:
            return problem

    # On the event loop

    def _arrived(self, document: Document, block: int, source: str, result: Translation | Problem) -> None:
        if document is not self._document or self._english is None:
            return
        if isinstance(result, Translation):
            self._english.put({source: result})
        else:
            self._english.fail(source, result.message)
            if not self._told:  # the first of an article: the others have their sign, and a peek says why
                self._told = True
                self._sorry(result)
        self._gather(block)

    def _counted(self, document: Document, characters: int, block: int) -> None:
        if document is self._document:
            self._done += characters
            self._gather(block)

    def _take(self, document: Document, found: list[tuple[int, dict[str, Translation]]]) -> None:
        if document is not self._document or self._english is None:
            return
        for block, translations in found:
            self._english.put(translations)
            self._changed.add(block)
        self._flush()

    def _gather(self, block: int) -> None:
        self._changed.add(block)
        if not self._gathering:
            self._gathering = True
            self._loop.call_later(_GATHER, self._flush)

    def _flush(self) -> None:
        self._gathering = False
        changed, self._changed = self._changed, set()
        if changed and self._document is not None:
            self._heard.english(changed)
        if self._agenda is not None and self._document is not None:
            total = len(self._document.article.body) + len(self._document.article.title)
            self._heard.progress(min(1.0, self._done / max(1, total)))

    def _finished(self, agenda: Agenda, problem: Problem | None = None) -> None:
        if agenda is self._agenda:
            self._agenda = None
            self._flush()
            self._heard.progress(None)
            if problem is not None:
                self._sorry(problem)

    def _sorry(self, problem: Problem) -> None:
        if self._document is not None:
            self._heard.trouble(str(problem))

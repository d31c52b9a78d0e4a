"""What the reading screen has done about English: drafting, refining, holding it to the article's names."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from articles.errors import Problem
from reader.i18n import _
from reader.tui.background import Lane
from reader.tui.page.layout import Layout

if TYPE_CHECKING:  # what works beside the screen is imported beside it, after the first picture
    from articles.model import Article
    from reader.translation.alignment.model import Alignment
    from reader.translation.engine import Engine, Translation
    from reader.translation.glossary.model import Glossary
    from reader.tui.drafting import Drafting
    from reader.tui.engine_desk import EngineDesk
    from reader.tui.latest import Latest
    from reader.tui.opened import Opened
    from reader.tui.page.marks import Marks
    from reader.tui.refining import Refining
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.services import Helpers


_ALIGNED = 512
"""Pairs whose alignment is kept; those of a long article read from end to end are found again."""


class EnglishDesk:
    """Works on threads of its own; results come on the event loop.

    Until the helpers are there, a moment after the first picture, what is asked of it waits.
    """

    def __init__(self, screen: ReadingScreen, loop: asyncio.AbstractEventLoop) -> None:
        self._screen = screen
        self._loop = loop
        self.recall = Lane("recall", loop)
        self.drafts = Lane("drafts", loop)
        self._online: Lane | None = None
        self._words: Lane | None = None
        self._drafting: Drafting | None = None
        self._lighting: Latest[tuple[str, str], Alignment] | None = None
        self._helpers: Helpers | None = None
        self._waiting: list[Callable[[], None]] = []
        self._named: tuple[Article, Marks] | None = None
        self._engines: EngineDesk | None = None
        self.progress: float | None = None
        self.online = ""

    def use(self, helpers: Helpers) -> None:
        """The helpers are there."""
        from reader.tui.drafting import Drafting
        from reader.tui.hearing import Heard, Lanes

        screen = self._screen
        heard = Heard(
            screen.english_changed, screen.sentences_changed, self._progressed, screen.foot.say, self._told_online
        )
        self._online = Lane("online", self._loop) if helpers.refiner is not None else None
        lanes = Lanes(self.drafts, self.recall, self._online or self.recall)
        self._helpers = helpers
        self._drafting = Drafting(helpers.drafts, helpers.refiner, lanes, self._loop, heard)
        if helpers.engines is not None:
            from reader.tui.engine_desk import EngineDesk

            self._engines = EngineDesk(screen, self.recall, helpers.engines, self._take)

    def begin(self) -> None:
        """Do what was asked for before there was anyone to do it."""
        waiting, self._waiting = self._waiting, []
        for ask in waiting:
            ask()

    def open(self, opened: Opened) -> None:
        """An article is on the screen."""
        if self._drafting is not None:
            self._drafting.open(opened.page.document, opened.page.english, opened.page.cursor.block)

    def leave(self) -> None:
        """The article is no longer on the screen."""
        if self._drafting is not None:
            self._drafting.leave()
        self._waiting.clear()
        self._named = None
        self.progress, self.online = None, ""

    def close(self) -> None:
        """Wait for nothing: what was translated is kept already."""
        for lane in (self.recall, self.drafts, self._online, self._words):
            if lane is not None:
                lane.close(wait=0)

    def _progressed(self, share: float | None) -> None:
        self.progress = share
        self._screen.tell_place()

    def _told_online(self, said: str) -> None:
        if said != self.online:
            self.online = said
            self._screen.tell_place()

    # What is asked

    def translate(self, first: int, last: int) -> None:
        """Translate the whole article, these blocks first."""

        def ask(drafting: Drafting) -> None:
            drafting.whole(first, last)
            self._wanted(self.refine_all)

        self._ask(ask)

    def focus(self, first: int, last: int) -> None:
        """These blocks are on the screen: they come first."""
        if self._drafting is not None:
            self._drafting.focus(first, last)

    def peek(self, block: int, sources: list[str]) -> None:
        """Translate these sentences of a block."""

        def ask(drafting: Drafting) -> None:
            drafting.only(block, sources)
            self._wanted(lambda: self._ask_online(too))

        def too(refining: Refining) -> None:
            for source in sources:
                refining.add(block, source)

        self._ask(ask)

    def refine(self, block: int, source: str) -> None:
        """Have the online engine translate a sentence again."""
        self._ask_online(lambda refining: refining.ask(block, source))

    def refine_all(self) -> None:
        """Have the online engine translate the whole article."""
        self._ask_online(lambda refining: refining.whole())

    def _ask_online(self, what: Callable[[Refining], None]) -> None:
        def ask(drafting: Drafting) -> None:
            if self._wanted(lambda: self._ask_online(what)):
                return
            if drafting.refining is not None:
                what(drafting.refining)
            else:
                why = self._engines.refused() if self._engines is not None else ""
                none = _("no online engine is chosen: start with --engine google, or set engine in config.toml")
                self._screen.foot.say(why or none)

        self._ask(ask)

    # Engines

    def _wanted(self, then: Callable[[], None]) -> bool:
        """Ask before the online engine is first used; whether it is being asked."""
        return self._engines is not None and self._engines.wanted(then)

    def choose_engine(self) -> None:
        """Let the reader choose among the engines."""

        def ask(drafting: Drafting) -> None:
            def there() -> None:
                page = self._screen.text.page
                if drafting.refining is not None and page is not None and page.layout is not Layout.ORIGINAL:
                    self.refine_all()

            if self._engines is not None:
                self._engines.choose(there)
            else:
                self._screen.foot.say(_("there is no other engine to choose"))

        self._ask(ask)

    def _take(self, engine: Engine) -> None:
        """Use another engine from here on."""
        from reader.translation.engine import Origin

        drafting = self._drafting
        if drafting is None or self._helpers is None:
            return
        if engine.origin is Origin.DRAFT:
            self._helpers.drafts.engine = engine
            drafting.refine_with(None, self.recall)
        else:
            self._online = self._online or Lane("online", self._loop)
            drafting.refine_with(engine, self._online)

    def _ask(self, what: Callable[[Drafting], None]) -> None:
        drafting = self._drafting
        if drafting is not None:
            what(drafting)
        else:
            self._waiting.append(lambda: self._ask(what))

    # Words

    def kept(self, sources: Sequence[str]) -> Mapping[str, Translation]:
        """The English that is kept of these sentences; on a thread. Nothing before the helpers are there."""
        return self._helpers.drafts.recall(sources) if self._helpers is not None and sources else {}

    def align(self, source: str, target: str, told: Callable[[Alignment | None], None]) -> None:
        """Find which words of a sentence became which of its English; of several asked quickly the last is told."""
        aligner = self._helpers.aligner if self._helpers is not None else None
        if self._lighting is None and aligner is not None:
            from reader.tui.latest import Latest

            lane = self._words = Lane("words", self._loop)
            self._lighting = Latest(lambda pair: aligner.align(*pair), lambda: lane, _ALIGNED)
        if self._lighting is None:
            told(None)
        else:
            self._lighting.ask((source, target), told)

    def align_no_more(self) -> None:
        """No words are looked at any more."""
        if self._lighting is not None:
            self._lighting.forget()

    def edited(self, source: str, translation: Translation | None) -> None:
        """A person said how a sentence is in English, or took that back: that counts now."""
        if self._drafting is not None:
            self._drafting.edited(source, translation)

    # Names

    def named(self, article: Article, marks: Marks) -> None:
        """All names of the article are known, or have changed: its English is held to them."""
        terms = self._helpers.terms if self._helpers is not None else None
        if terms is None:
            return
        self._named = asked = article, marks

        def hold(glossary: Glossary) -> None:
            if self._named is asked and self._drafting is not None:  # neither left nor changed again meanwhile
                self._drafting.hold(glossary)

        # The marks' order is the screen's; here only what they name counts.
        self.recall.do(lambda: terms(marks.entities, article), hold, self._sorry)

    def _sorry(self, problem: Problem) -> None:
        self._screen.foot.say(str(problem))

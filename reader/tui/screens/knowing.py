"""Saved words underlined in the text, and the share of unknown words at the top; both found out beside the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from articles.model import Article, Span
from reader.config.model import UNDERLINE
from reader.i18n import _
from reader.tui.page.met import Met
from reader.tui.screens.learning import Learning

if TYPE_CHECKING:  # imported where the first word was saved
    from reader.tui.known_desk import Block, KnownDesk
    from reader.tui.page.marks import Marks
    from reader.tui.page.page import Page
    from reader.vocabulary.model import Status
    from reader.vocabulary.signing import Saved
    from reader.vocabulary.unknown import Unknown

_AROUND = 6
"""Blocks before and behind those on the screen whose words are found too, so that they are there when one scrolls."""


class Knowing(Learning):
    """What has to do with how well the article's words are known; mixed into the reading screen."""

    _known: KnownDesk | None = None
    _statuses: Mapping[str, Status] | None = None
    """Of the saved words; None until they were fetched for the article on the screen."""

    _saved_words: Saved | None = None
    _settled: tuple[Article, Marks] | None = None
    """The article on the screen, once all its names are found."""

    _signed: tuple[object, ...] = ()
    """What the words were last looked for in."""

    @property
    def _known_desk(self) -> KnownDesk:
        if self._known is None:
            from reader.tui.known_desk import KnownDesk

            known_from = self._services.config.words.known_from
            loop = asyncio.get_running_loop()
            self._known = KnownDesk(self.word_desk, known_from, loop, lambda problem: self.foot.say(str(problem)))
        return self._known

    def on_unmount(self) -> None:
        """The end: nobody waits for what is being counted."""
        if self._known is not None:
            self._known.close()

    # When

    def begin_marking(self, page: Page) -> None:
        """Another article is on the screen: its words are looked at once its first names are there."""
        super().begin_marking(page)
        self._settled, self._statuses, self._signed = None, None, ()
        self.head.tell(unknown="")

    def names_found(self, article: Article, marks: Marks) -> None:
        """The first names are there, and the screen has time."""
        super().names_found(article, marks)
        if self._statuses is None:
            self._statuses = {}
            self._known_desk.saved(self._saved_are)

    def names_complete(self, article: Article, marks: Marks) -> None:
        """All names are there: what is left are words."""
        self._settled = article, marks
        self._count_unknown()

    def vocabulary_changed(self) -> None:
        """The saved words are others than before."""
        super().vocabulary_changed()
        self._known_desk.saved(self._saved_are)

    def words_moved(self) -> None:
        """Other blocks are on the screen."""
        super().words_moved()
        self._sign()

    def _saved_are(self, statuses: Mapping[str, Status], saved: Saved) -> None:
        self._statuses, self._saved_words = statuses, saved
        self._sign()
        self._count_unknown()

    # Underlining

    underlining = "learning"
    """Which saved words are underlined, one of ``UNDERLINE``."""

    def action_underline_words(self) -> None:
        """Underline the saved words that are new or learned, all of them, or none: the next of the three."""
        chosen = UNDERLINE[(UNDERLINE.index(self.underlining) + 1) % len(UNDERLINE)]
        self.underlining = chosen
        self.desk.remember("underline", chosen)
        self._sign()
        said = {
            "learning": _("saved words are underlined while you learn them"),
            "all": _("saved words are underlined, known ones too"),
            "never": _("saved words are not underlined"),
        }
        self.foot.say(said[chosen])

    def _sign(self) -> None:
        page, saved = self.text.page, self._saved_words
        if page is None or saved is None or not self.text.ready:
            return
        if not self._statuses or self.underlining == "never":
            self._signed = ()
            self._signs_are(page, Met())
            return
        first, last = self.text.visible_blocks()
        asked = (page.document.article.id, first, last, saved, self.underlining)
        if asked == self._signed:
            return
        self._signed = asked

        def found(spans: list[tuple[Span, Status]]) -> None:
            if self._signed == asked and self.text.page is page:
                self._signs_are(page, Met(self._inked(spans)))

        self._known_desk.signs(page.document.article.id, _around(page, first, last), saved, found)

    def _inked(self, spans: list[tuple[Span, Status]]) -> list[tuple[Span, str]]:
        from reader.vocabulary.model import Status

        all_of_them = self.underlining == "all"
        return [
            (span, "met-known" if status is Status.KNOWN else "met")
            for span, status in spans
            if all_of_them or status is not Status.KNOWN
        ]

    def _signs_are(self, page: Page, met: Met) -> None:
        if page.met != met:
            page.met = met
            self.text.redraw(moved=False)

    # Counting

    def _count_unknown(self) -> None:
        if self._settled is None or self._statuses is None:
            return
        if not self._statuses:  # who saves no words is told nothing of them
            self.head.tell(unknown="")
            return
        article = self._settled[0]

        def found(said: Unknown) -> None:
            page = self.text.page
            if page is not None and page.document.article is article and said.count:
                self.head.tell(unknown=_("{share}% unknown").format(share=round(100 * said.share)))

        self._known_desk.count(*self._settled, self._statuses, found)


def _around(page: Page, first: int, last: int) -> list[Block]:
    """The blocks on the screen and some around them; the title is none, since it is no part of the body."""
    document = page.document
    numbers = range(max(1, first - _AROUND), min(len(document), last + _AROUND + 1))
    return [(number, document.start(number), document.text(number)) for number in numbers]

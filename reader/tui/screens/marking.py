"""Marks on the screen: they show at once, are kept beside it, and go again where they could not be kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from articles.errors import Problem
from articles.model import Span
from reader.i18n import _
from reader.tui.screens.linking import Linking

if TYPE_CHECKING:
    from reader.tui.page.page import Page


class Marking(Linking):
    """What has to do with the reader's marks; mixed into the reading screen."""

    def __init__(self, keymap: dict[str, str]) -> None:
        super().__init__(keymap)
        self._unkept: Counter[tuple[str, Span]] = Counter()

    def begin_marking(self, page: Page) -> None:
        """Another article is on the screen: what was marked since its marks were read shows too."""
        for (article_id, span), times in self._unkept.items():
            if article_id == page.document.article.id and times % 2:
                page.marked.put(span, on=span not in page.marked)

    def action_mark(self) -> None:
        """Mark the sentence being read, or take its mark away."""
        page = self.text.page
        if page is None or not self.text.ready:
            return
        span = _sentence(page)
        if span is None:
            self.foot.say(_("a title takes no mark: go to a sentence"))
            return
        article, on = page.document.article, span not in page.marked
        asked = article.id, span
        self._unkept[asked] += 1
        self._show_mark(asked, on=on)
        self.foot.say(_("marked") if on else _("not marked any more"))

        def kept(on: bool) -> None:
            if self._done_with(asked):
                self._show_mark(asked, on=on)  # another window may have been quicker

        def sorry(problem: Problem) -> None:
            self._done_with(asked)
            shown = self.text.page
            if shown is not None:
                self._show_mark(asked, on=span not in shown.marked)
            said = _("the mark is not kept: {why}") if on else _("the mark is still there: {why}")
            self.foot.say(said.format(why=problem))

        self.desk.keep_mark(article.id, span, span.of(article.body), kept, sorry)

    def _done_with(self, asked: tuple[str, Span]) -> bool:
        """One of the changes asked for is kept, or is not; whether it was the last that was on its way."""
        self._unkept[asked] -= 1
        if self._unkept[asked] > 0:
            return False
        del self._unkept[asked]
        return True

    def _show_mark(self, asked: tuple[str, Span], *, on: bool) -> None:
        page = self.text.page
        if page is not None and page.document.article.id == asked[0] and (asked[1] in page.marked) is not on:
            page.marked.put(asked[1], on=on)
            self.text.redraw(moved=False)


def _sentence(page: Page) -> Span | None:
    """The sentence under the cursor, in characters of the body; None for the title, which is no part of it."""
    block, document = page.cursor.block, page.document
    if block == 0:
        return None
    spans = document.sentences(block)
    return spans[min(page.cursor.sentence, len(spans) - 1)].shifted(document.start(block))

"""Read state that follows reading: what stood on the screen is followed, kept, and counts as read in the end."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING

from articles.model import Span
from reader.tui.page.layout import Voice
from reader.tui.screens.describing import Describing
from reader.tui.seen import READ, Seen
from reader.tui.widgets.library import LibraryPane

if TYPE_CHECKING:
    from reader.tui.opened import Opened
    from reader.tui.page.page import Page

_LOOK = 1.0
"""Seconds between two looks at what stands on the screen, while not all of it was seen."""


class Seeing(Describing):
    """What has to do with read state; mixed into the reading screen."""

    seen: Seen | None = None
    """What was seen of the article on the screen."""

    def begin_seeing(self, opened: Opened) -> None:
        """Another article is on the screen."""
        if self.seen is None:
            self.set_interval(_LOOK, self.see)
        else:
            self._look(())
        self._seen_of = opened.article.id
        self.seen = Seen(len(opened.article.body), opened.seen)

    def see(self) -> None:
        """Look at what stands on the screen now, as the time is."""
        page = self.text.page
        if self.seen is None or page is None or not self.text.ready:
            return
        wheeled, self.text.wheeled = self.text.wheeled, False
        # What lies over the text hides it: nothing is seen behind a dialog.
        self._look(tuple(_visible(page)) if self.app.screen is self else (), wheeled=wheeled)

    def _look(self, visible: tuple[Span, ...], *, wheeled: bool = False) -> None:
        seen, article_id = self.seen, self._seen_of
        assert seen is not None
        before = seen.share
        if seen.look(visible, self.clock(), wheeled=wheeled):
            read = before < READ <= seen.share  # only on the way past it: an article marked as unread again stays so
            self.desk.keep_seen(article_id, seen.spans, read, self._told_read)

    _seen_of = ""

    @staticmethod
    def clock() -> float:
        """Seconds on a clock that only goes forward."""
        return monotonic()

    def _told_read(self, key: int) -> None:
        self.post_message(LibraryPane.Needed([key]))


def _visible(page: Page) -> Iterator[Span]:
    """The sentences of the body of which a row is on the screen, in order; in English their Portuguese."""
    last = (0, -1)
    for spot in page.window.rows():
        if spot is None or spot[0] == 0:  # the title is no part of the body
            continue
        block = page.block(spot[0])
        for piece in block.rows[spot[1]].pieces:
            if piece.voice is Voice.FURNITURE:
                continue
            for number in range(block.sentence_of(piece), block.sentence_of(piece, max(0, len(piece.text) - 1)) + 1):
                if (spot[0], number) > last:
                    last = spot[0], number
                    start = page.document.offset_of(*last)
                    yield Span(start, start + len(page.document.segments(spot[0])[number]))

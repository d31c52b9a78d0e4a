"""Going to the sentences whose English may have a name wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reader.i18n import _
from reader.tui.page.document import Document
from reader.tui.page.peeking import Cursor
from reader.tui.screens.translating import Translating


class Doubting(Translating):
    """What has to do with names that may be wrong; mixed into the reading screen."""

    def action_next_unsure(self) -> None:
        """Go to the next sentence whose English may not carry a name of it; past the last the first follows."""
        page = self.text.page
        if page is None:
            return
        unsure, here = page.english.unsure(), page.cursor
        if not unsure:
            self.foot.say(_("no name is in doubt in the English that is there"))
            return

        def found(there: Cursor | None) -> None:
            if page is not self.text.page or there is None:
                return
            known = page.english.of(page.document.segments(there.block)[there.sentence])
            said = _("not sure: {names}").format(names=", ".join(known.unsure if known is not None else ()))
            if there == here:
                said += " · " + _("the only one")
            elif not _later(there, here):
                said += " · " + _("on from the first")
            self.leave_trail()
            page.go(there)
            self.text.redraw()
            self.foot.say(said)

        # A long article is cut into sentences on the way: not on the event loop.
        self.desk.english.recall.do(lambda: next_of(page.document, unsure, here), found)


def next_of(document: Document, sources: Collection[str], here: Cursor) -> Cursor | None:
    """The next place after ``here`` that holds one of these sentences, in the order of the text and round its end."""
    after = (each for each in _places(document, sources, range(here.block, len(document))) if _later(each, here))
    return next(after, None) or next(_places(document, sources, range(here.block + 1)), None)


def _places(document: Document, sources: Collection[str], blocks: Iterable[int]) -> Iterator[Cursor]:
    for block in blocks:
        for sentence, source in enumerate(document.segments(block)):
            if source in sources:
                yield Cursor(block, sentence)


def _later(one: Cursor, other: Cursor) -> bool:
    return (one.block, one.sentence) > (other.block, other.sentence)

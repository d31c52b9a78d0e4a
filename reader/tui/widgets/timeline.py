"""The rows of a timeline: each date once, and under it what is said of it, made when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content

from articles.cleaning import clean_line, mask
from reader.entities.model import Kind, Precision
from reader.entities.timeline import Dated, Moment, position
from reader.i18n import _, ngettext
from reader.tui.doubts import doubt_text
from reader.tui.page.cells import wrap
from reader.tui.telling import date_text
from reader.tui.widgets.facts import excerpt
from reader.tui.widgets.labels import DOUBT
from reader.tui.widgets.rows import ListRow, MovingRows

_TITLE = 30
"""Cells of the title of an article at most."""

_LINES = 3
"""Rows for the sentence under the cursor, and for its English."""


class TimelineRows(MovingRows):
    """The moments of a timeline, those of one date under it."""

    def __init__(self) -> None:
        super().__init__(id="timeline-rows")
        self.moments: Sequence[Moment] = ()
        self._rows: list[tuple[int, int]] = []  # a moment, and for a date's heading how many it has, else 0
        self._places: dict[int, int] = {}
        self.said = _("looking…")
        self.heads = 0

    def show(self, moments: Sequence[Moment]) -> None:
        """Show other moments; the cursor stays on its own, where it is among them."""
        here = self.here()
        self.moments = moments
        self._rows, self._places, self.heads = [], {}, 0
        before, heading = None, 0
        for number, each in enumerate(moments):
            date = each.first.date, each.first.precision
            if date != before:
                before, heading = date, len(self._rows)
                self._rows.append((number, 0))
                self.heads += 1
            first, count = self._rows[heading]
            self._rows[heading] = first, count + 1
            self._places[number] = len(self._rows)
            self._rows.append((number, 0))
        if here is None or not self.go_to(here):
            self.changed()

    def go_to(self, wanted: Dated) -> bool:
        """Put the cursor on a moment; whether it is there."""
        for number, each in enumerate(self.moments):
            if any(one.key == wanted.key for one in each):
                self.changed()
                self.move_to(self._places[number])
                return True
        return False

    def go_to_date(self, date: str) -> None:
        """Put the cursor on the first that is not before a date."""
        if self.moments:
            self.move_to(self._places[position(self.moments, date)])

    def step(self, by: int) -> None:
        """Go to the first moment of the next date, or of the one before."""
        at = self.cursor
        heads = [number for number, (_moment, count) in enumerate(self._rows) if count]
        found = [each for each in heads if each > at] if by > 0 else [each for each in heads if each < at - 1][::-1]
        if found:
            self.move_to(found[0] + 1)

    def moment_at(self, number: int) -> Moment | None:
        """The moment in a row; None for a heading."""
        if not 0 <= number < len(self._rows) or self._rows[number][1]:
            return None
        return self.moments[self._rows[number][0]]

    def here(self) -> Dated | None:
        """The one under the cursor."""
        moment = self.moment_at(self.cursor)
        return moment.first if moment is not None else None

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, number: int) -> ListRow:
        """A date, or a sentence that tells it with the title of its article."""
        at, count = self._rows[number]
        first = self.moments[at].first
        if count:
            right = str(count) if count > 1 else ""
            return ListRow(shown_date(first.date, first.precision), right, Kind.DATE.value, "", heading=True)
        copies = self.moments[at].copies
        title = clean_line(first.source.title, min(_TITLE, max(8, self.size.width // 4)))
        right = f"+{copies} {title}" if copies else title
        start, end = first.span.start - first.sentence.start, first.span.end - first.sentence.start
        text, marked = excerpt(first.text, start, end, max(10, self.size.width - len(right) - 6))
        return ListRow(text, right, sign=f" {DOUBT if first.doubt is not None else ' '} ", marked=(marked,))

    def empty_text(self) -> str:
        """What is said where there are none."""
        return self.said


@lru_cache(maxsize=4_096)
def shown_date(date: str, precision: Precision | None) -> str:
    """A date in the interface's language; Babel takes a while for each."""
    return clean_line(date_text(date, precision), 60)


def about(moment: Moment, width: int, english: str = "") -> Content:
    """The whole sentence, its English where that is wanted, what its date means, and where it stands.

    Args:
        width: Cells of a row.
        english: What is said of it in English; "" for nothing.
    """
    first = moment.first
    start, end = first.span.start - first.sentence.start, first.span.end - first.sentence.start
    lines = []
    for at, stop in wrap(mask(first.text), width)[:_LINES]:
        line = Content(mask(first.text[at:stop]).replace("\n", " "))
        lines.append(line.stylize("bold underline", max(0, start - at), max(0, end - at)) if end > at else line)
    lines += [Content(english[at:stop]) for at, stop in wrap(english, width)[:_LINES]] if english else []
    source = first.source
    parts = [f"{clean_line(first.words, 60)} → {shown_date(first.date, first.precision)}"]
    parts += [doubt_text(first.doubt)] if first.doubt is not None else []
    parts += [clean_line(each, 80) for each in (source.title, source.publication or "") if each]
    if source.published is not None:
        parts.append(shown_date(source.published.isoformat(), None))
    if moment.copies:
        more = ngettext("in {count} more article", "in {count} more articles", moment.copies)
        parts.append(more.format(count=moment.copies))
    said = " · ".join(parts)
    lines += [Content(said[at:stop]).stylize("dim") for at, stop in wrap(said, width)[:2]]
    return Content("\n").join(lines)

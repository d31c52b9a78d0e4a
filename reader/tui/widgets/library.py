"""The library pane: the articles of a view, fetched by the screenful."""

from __future__ import annotations

import dataclasses
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from articles.cleaning import clean_line
from articles.repository import Hit, Summary
from reader.i18n import _
from reader.tui.commands import Scope, bindings
from reader.tui.listing.listed import Listed, Place
from reader.tui.listing.shape import Shape, Stack
from reader.tui.widgets.rows import ListRow, RowList
from reader.tui.widgets.shelved import grouped_number, lines_of, lines_of_hit

_PAGE = 200
_HITS = 40
_CACHED = 4_000
_HIT_LINES = 3
_WAITING = "…"


class LibraryPane(RowList):
    """All articles of the library, those of a view, or those that a search found."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SHELF)]

    class Needed(Message):
        """Summaries that are on the screen, or soon will be, and not here yet."""

        def __init__(self, keys: Sequence[int]) -> None:
            super().__init__()
            self.keys = keys

    class TitleClicked(Message):
        """The name of the view was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.keys: Sequence[int] = array("q")
        self.query_text = ""
        self.open_key: int | None = None
        self.new = 0
        """How many articles came into the list while it was shown and were not looked at yet."""

        self.row_lines = 2
        self._shape = Shape(0)
        self.typing = False
        self._hits: dict[int, Hit] = {}
        self._summaries: OrderedDict[int, Summary] = OrderedDict()
        self._asked: set[int] = set()
        self._said = ""

    def on_mount(self) -> None:
        """Name the pane."""
        self.border_title = _("Library")

    # What is listed

    def show(self, listed: Listed, *, place: Place | None = None, new: int = 0) -> None:
        """Show articles.

        Args:
            listed: Which.
            place: Where the cursor is to be, see ``place``; None for the article that is being read.
            new: How many of them are new since the list was looked at, besides those told already.
        """
        folded = self._shape.folded if place is not None else frozenset[str]()
        self.keys, self.query_text, self.typing = listed.keys, listed.query, listed.typing
        self._hits = {hit.summary.key: hit for hit in listed.hits}
        self.open_key = self.open_key if listed.open_key is None else listed.open_key
        self.lines = _HIT_LINES if listed.query else self.row_lines
        self._shape = Shape(len(listed.keys), listed.stacks, folded)
        self._asked.clear()
        count = "" if listed.more else f" {grouped_number(len(listed.keys))}"
        # As content: a border title that is a string is read as markup.
        self.border_title = Content(clean_line(listed.title, max(8, 18 - len(count))) + count)
        self._tell(new=0 if place is None else self.new + new)
        if place is None:
            self.cursor = 0
            self.hold_at(0)
        else:
            number = self.position_of(place.key)
            self.cursor = place.row if number is None else self._shape.row_of(number)
            # Where the row is still there, rows that came in above it do not push it down, not even in a short list.
            self.hold_at(min(self.cursor - place.at, self.count() if number is not None else self.count() - self.fits))
        self.put([*listed.summaries, *(hit.summary for hit in listed.hits)])
        if place is None:
            self._to_open()

    def place(self) -> Place:
        """Where the cursor is."""
        return Place(self.key_here(), self.cursor, self.cursor - self.top)

    def put(self, summaries: Iterable[Summary]) -> None:
        """Take in summaries that were asked for."""
        for summary in summaries:
            self._summaries[summary.key] = summary
            self._summaries.move_to_end(summary.key)
        while len(self._summaries) > _CACHED:
            self._summaries.popitem(last=False)
        self._asked.clear()
        self.changed()

    def put_hits(self, hits: Sequence[Hit]) -> None:
        """Take in what a search found, with the words that made it so."""
        self._hits.update((hit.summary.key, hit) for hit in hits)
        self.put(hit.summary for hit in hits)

    def change(self, keys: Iterable[int], *, read: bool | None = None, starred: bool | None = None) -> None:
        """Show that articles were read or starred, or not; None leaves it."""
        for key in keys:
            known = self._summaries.get(key)
            if known is not None:
                self._summaries[key] = dataclasses.replace(
                    known,
                    read=known.read if read is None else read,
                    starred=known.starred if starred is None else starred,
                )
        self.refresh()

    def set_lines(self, lines: int) -> None:
        """Give each row so many lines; the row under the cursor stays where it is, as nearly as can be."""
        at = (self.cursor - self.top) * self.lines
        self.row_lines = lines
        self.lines = _HIT_LINES if self.query_text else lines
        self.top = self.cursor - at // self.lines
        self.changed()

    def mark_open(self, key: int | None) -> None:
        """Say which article is being read."""
        self.open_key = key
        self._to_open()
        self.refresh()

    def _to_open(self) -> None:
        number = self.position_of(self.open_key)
        if number is not None:
            self.go_to(number)

    # Which row is what

    def count(self) -> int:
        """How many rows there are: articles, and headings where they are grouped."""
        return self._shape.rows

    def go_to(self, number: int) -> None:
        """Put the cursor on an article, by its number in the list."""
        if 0 <= number < len(self.keys):
            self.move_to(self._shape.row_of(number))

    def article_at(self, row: int) -> int | None:
        """The number of the article in a row; None for a heading."""
        return self._shape.article_at(row)

    def key_here(self) -> int | None:
        """The key of the article under the cursor."""
        number = self._shape.article_at(self.cursor)
        return None if number is None else self.keys[number]

    def seen(self) -> list[int]:
        """The keys of the articles on the screen."""
        numbers = (self._shape.article_at(row) for row in range(self.top, self.top + self.fits + 1))
        return [self.keys[number] for number in numbers if number is not None]

    def summary(self, number: int) -> Summary | None:
        """The summary of an article by its number in the list, where it has arrived."""
        return self._summaries.get(self.keys[number]) if 0 <= number < len(self.keys) else None

    def summary_of(self, key: int | None) -> Summary | None:
        """The summary of an article, where it has arrived."""
        return self._summaries.get(key) if key is not None else None

    def position_of(self, key: int | None) -> int | None:
        """The number of an article in the list, where it is listed."""
        try:
            return self.keys.index(key) if key is not None else None
        except ValueError:
            return None

    # Drawing

    def row(self, number: int) -> ListRow:
        """The first line of a row."""
        return self.line(number, 0)

    def line(self, number: int, part: int) -> ListRow:
        """One line of a row: of a heading, or of an article."""
        group = self._shape.stack_at(number)
        if group is not None:
            return self._heading(self._shape.stacks[group], part)
        article = self._shape.article_at(number)
        assert article is not None
        summary = self._summaries.get(self.keys[article])
        if summary is None:
            self._want(article)
            return ListRow(_WAITING if not part else "")
        is_open = summary.key == self.open_key
        width = self.size.width
        if self.query_text:
            hit = self._hits.get(summary.key)
            if hit is None:
                self._want(article)
                return lines_of(summary, width, 1, is_open)[0] if not part else ListRow("")
            return lines_of_hit(summary, hit, width, is_open)[part]
        return lines_of(summary, width, self.lines, is_open)[part]

    def _heading(self, stack: Stack, part: int) -> ListRow:
        folded = stack.name in self._shape.folded
        if part != min(1, self.lines - 1):
            return ListRow("", heading=not folded)
        title = stack.title or _("no source")
        sign = "▹" if folded else "▿"
        return ListRow(title, right=grouped_number(stack.count), style="quiet", sign=sign, heading=not folded)

    def empty_text(self) -> str:
        """What is said of an empty library, of an empty view, or of a search that found nothing."""
        return _("nothing found") if self.query_text else _("no articles")

    # Fetching

    def _want(self, article: int) -> None:
        size, here = (_HITS, self._hits) if self.query_text else (_PAGE, self._summaries)
        page = article // size
        if page in self._asked or not 0 <= article < len(self.keys):
            return
        keys = self.keys[page * size : (page + 1) * size]
        if any(key not in here for key in keys):
            self._asked.add(page)
            self.post_message(self.Needed(list(keys)))

    def ahead(self) -> None:
        """Have fetched what will be seen next, whichever way the list is gone through."""
        half = (_HITS if self.query_text else _PAGE) // 2
        for row in (self.top - half, self.top + self.fits + half):
            number = self._shape.article_at(min(max(0, row), self.count() - 1))
            if number is not None:
                self._want(number)

    def _show_cursor(self) -> None:
        super()._show_cursor()
        self.ahead()
        if self.new and self.cursor == self._selectable(0, 1):
            self._tell(new=0)

    def _scroll(self, by: int) -> None:
        super()._scroll(by)
        self.ahead()

    # What stands in the border

    def tell_progress(self, said: str) -> None:
        """Say in the border what is done in the background; "" for nothing."""
        self._said = said
        self._tell()

    def _tell(self, *, new: int | None = None) -> None:
        self.new = self.new if new is None else new
        parts = [_("{count} new").format(count=self.new)] if self.new else []
        self.border_subtitle = Content(" · ".join([*parts, *([self._said] if self._said else [])]))

    # Folding and the mouse

    def fold_here(self, number: int | None = None) -> bool:
        """Fold the group of a row, or open it; whether there is one."""
        row = self.cursor if number is None else number
        stacks = self._shape.stacks
        if not stacks:
            return False
        group = self._shape.stack_at(row)
        if group is None:
            group = self._shape.group_of(self._shape.article_at(row) or 0)
        at = self._shape.heading_of(group)
        self._shape = self._shape.fold(stacks[group].name)
        self.move_to(at)
        self.changed()
        return True

    def heading_clicked(self, number: int) -> None:
        """A click on a heading folds its group."""
        self.fold_here(number)

    def on_click(self, event: events.Click) -> None:
        """A click on the name of the view, in the border, shows the views; one on a row chooses it."""
        if event.widget is self and event.y == 0:
            event.stop()
            self.post_message(self.TitleClicked())
            return
        super().on_click(event)
